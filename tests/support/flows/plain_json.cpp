// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/plain_json.h"

#include "model/json/json_reader.h"

namespace jackfield {

Json plainJson(QByteArrayView text)
{
    const QByteArray quoted = text.toByteArray().replace('\'', '"');
    const Result<Json> value = parseJson(quoted, JsonLimits::forFiles());
    if (!value)
        qFatal("%s in %s", qPrintable(value.error().message), quoted.constData());
    return *value;
}

} // namespace jackfield
