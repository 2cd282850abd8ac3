// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"

namespace jackfield {

/// Trillet's API: `x-api-key` and `x-workspace-id`, ids of 24 hexadecimal digits, bare lists, {error: {code, message}}.
class TrilletFace : public ApiFace
{
public:
    static ApiName apiName();
    TrilletFace() : ApiFace(apiName().id) { }

    ApiHandlers handlers(FlowService &service) override;
    HttpResponse refusal(const ApiError &error, const HttpRequest &request) const override;
    bool readsApiKeyHeader() const override { return true; }
    std::optional<RatePolicy> ratePolicy() const override ///< 60 requests a minute for each key, as its guide says
    {
        return RatePolicy{.reads = {60, 60}, .code = "rate_limit_exceeded"};
    }
};

} // namespace jackfield
