// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"

namespace jackfield {

/// Sarufi's developer API: {detail} errors, lists of {loc, msg, type} for bodies that do not fit, bare ULIDs.
class SarufiFace : public ApiFace
{
public:
    static ApiName apiName();
    SarufiFace() : ApiFace(apiName().id) { }

    ApiHandlers handlers(FlowService &service) override;
    HttpResponse refusal(const ApiError &error, const HttpRequest &request) const override;
    /// As documented: one read a second, one write in two.
    std::optional<RatePolicy> ratePolicy() const override
    {
        return RatePolicy{.reads = {1, 1}, .writes = RateLimit{1, 2}};
    }
};

} // namespace jackfield
