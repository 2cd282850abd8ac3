// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_text.h"

#include <QDateTime>

#include <algorithm>

namespace jackfield {

Json wholeSeconds(Timestamp at)
{
    return Json::string(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate));
}

Json milliseconds(Timestamp at)
{
    return Json::string(QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODateWithMs));
}

bool isUlid(QByteArrayView text)
{
    constexpr QByteArrayView kDigits("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
    return text.size() == 26 && std::ranges::all_of(text, [&](char c) { return kDigits.contains(c); });
}

std::optional<QByteArray> idFromPath(QByteArrayView text, QByteArrayView prefix)
{
    if (text.startsWith(prefix))
        text = text.sliced(prefix.size());
    if (!isUlid(text))
        return std::nullopt;
    return text.toByteArray();
}

} // namespace jackfield
