// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"

namespace jackfield {

/// Flownally's API: problem details, `bot_` ids, scopes named journey:*.
class FlownallyFace : public ApiFace
{
public:
    static ApiName apiName();
    FlownallyFace() : ApiFace(apiName().id) { }

    ApiHandlers handlers(FlowService &service) override;
    HttpResponse refusal(const ApiError &error, const HttpRequest &request) const override;
    /// Its pages name 429 and Retry-After but no number; two requests a second over a minute is ours.
    std::optional<RatePolicy> ratePolicy() const override { return RatePolicy{.reads = {120, 60}}; }
};

} // namespace jackfield
