// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/api/call/api_names.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

const QList<ApiName> &apiNames()
{
    static const QList<ApiName> names = {
        {"console", u"Console (/api/v1/console)"_s, "sk_"},
        {"flownally", u"Flownally (/v1)"_s, "fln_live_"},
        {"sarufi", u"Sarufi (/api/dev/v1)"_s, "sk-"},
        {"trillet", u"Trillet (/v1/api)"_s, "", 40},
        {"all", u"Every API"_s, "jf_"},
    };
    return names;
}

const ApiName *findApi(QByteArrayView id)
{
    const auto it = std::ranges::find(apiNames(), id, &ApiName::id);
    return it == apiNames().cend() ? nullptr : &*it;
}

KeyRequest keyRequestFor(const ApiName &api)
{
    return {.workspace = {}, .api = api.id, .scopes = {}, .name = {}, .prefix = api.keyPrefix, .digits = api.keyDigits};
}

} // namespace jackfield
