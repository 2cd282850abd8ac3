// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"

namespace jackfield {

/// The console API: keys that begin with sk_, answers in {message, data}, errors flat.
///
/// Errors are {message, error, code, statusCode, request_id}. Of a body or a query that is not as described, `message`
/// is a list of texts "place: reason": the place is a JSON pointer into the body ("/flows/0/priority"), "body" for all
/// of it, or the name of a query parameter.
class ConsoleFace : public ApiFace
{
public:
    static ApiName apiName();
    ConsoleFace() : ApiFace(apiName().id) { }

    ApiHandlers handlers(FlowService &service) override;
    HttpResponse refusal(const ApiError &error, const HttpRequest &request) const override;
    bool readsApiKeyHeader() const override { return true; }
    /// 120 requests a minute for each key. The platform publishes that figure for one list only; here it holds for all.
    std::optional<RatePolicy> ratePolicy() const override
    {
        return RatePolicy{.reads = {120, 60}, .tellsBudget = true};
    }
};

} // namespace jackfield
