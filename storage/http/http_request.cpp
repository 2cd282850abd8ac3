// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/http_request.h"

#include <algorithm>

namespace jackfield {

QByteArrayView HttpRequest::header(QByteArrayView lowerCaseName) const
{
    for (const auto &[name, value] : headers) {
        if (name == lowerCaseName)
            return value;
    }
    return {};
}

int HttpRequest::headerCount(QByteArrayView lowerCaseName) const
{
    return static_cast<int>(
        std::ranges::count_if(headers, [&](const auto &header) { return header.first == lowerCaseName; }));
}

std::optional<QByteArray> HttpRequest::queryValue(QByteArrayView name) const
{
    for (auto it = query.crbegin(); it != query.crend(); ++it) {
        if (it->first == name)
            return it->second;
    }
    return std::nullopt;
}

} // namespace jackfield
