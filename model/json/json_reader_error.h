// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QByteArrayView>

namespace jackfield {

/// The ways in which a text is not JSON, as told to a person.
enum class JsonFault : quint8 {
    NoValue,
    TextAfterValue,
    NoName,
    NoColon,
    NoCommaInObject,
    NoCommaInArray,
    BadHex,
    LoneSurrogate,
    BadCharacterInString,
    OpenString,
    NumberTooLarge,
    NoFraction,
    NoExponent,
};

/// An error with line and column of the byte at `offset`.
Error jsonErrorAt(QByteArrayView source, qsizetype offset, const QByteArray &code, const QString &message);
/// Says what was expected and what stands there instead.
Error jsonGrammarError(QByteArrayView source, qsizetype offset, JsonFault fault);

QString jsonNumberRefusal();
QString jsonSurrogateRefusal();
/// Names the encoding when it looks like a common one.
QString jsonEncodingRefusal(QByteArrayView source);

/// The first \u escape that is the second half of a surrogate pair without the first half before it, nullptr when there
/// is none. Requires: well-formed escapes, each first half followed by a second one.
const char *loneLowSurrogate(QByteArrayView spelling);

} // namespace jackfield
