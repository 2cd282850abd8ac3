// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/api/call/api_names.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

const QList<ApiName> &apiNames()
{
    static const QList<ApiName> names = {
        {"console", u"Console (/api/v1/console)"_s, "sk_", 64, "/api/v1/console/workflows"},
        {"flownally", u"Flownally (/v1)"_s, "fln_live_", 64, "/v1/chatbots"},
        {"sarufi", u"Sarufi (/api/dev/v1)"_s, "sk-", 64, "/api/dev/v1/chatbots"},
        {"trillet", u"Trillet (/v1/api)"_s, "", 40, "/v1/api/call-flows"},
        {"all", u"Every API"_s, "jf_"},
    };
    return names;
}

const ApiName *findApi(QByteArrayView id)
{
    const auto it = std::ranges::find(apiNames(), id, &ApiName::id);
    return it == apiNames().cend() ? nullptr : &*it;
}

const ApiName &exampleApi()
{
    return *findApi("flownally");
}

KeyRequest keyRequestFor(const ApiName &api)
{
    return {.workspace = {}, .api = api.id, .scopes = {}, .name = {}, .prefix = api.keyPrefix, .digits = api.keyDigits};
}

} // namespace jackfield
