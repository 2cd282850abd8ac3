// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/missing.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView kCode = "not_found";

} // namespace

Error missing(const QString &thing, QByteArrayView id)
{
    return {.code = kCode.toByteArray(), .message = u"There is no %1 '%2' here."_s.arg(thing, QString::fromUtf8(id))};
}

bool isMissing(const Error &error)
{
    return error.code == kCode;
}

} // namespace jackfield
