// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"
#include "model/json/result.h"

#include <QByteArrayView>
#include <QHash>

namespace jackfield {

struct JsonLimits
{
    qsizetype maxBytes = 64 * 1024 * 1024;
    int maxDepth = 64;
    qsizetype maxStringBytes = 1024 * 1024; ///< of one decoded string or key
    bool byteOrderMark = false; ///< files may start with one, API bodies may not

    static JsonLimits forFiles()
    {
        return {.maxDepth = 512, .maxStringBytes = 64 * 1024 * 1024, .byteOrderMark = true};
    }
};

/// A place in source text: 1-based line and column (code points), and the byte range.
struct JsonSpan
{
    int line = 0;
    int column = 0;
    int endLine = 0;
    int endColumn = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
};
using JsonPositions = QHash<JsonPointer, JsonSpan>;

/// How a document was laid out, so that it can be written back alike.
struct JsonStyle
{
    int indent = 2; ///< spaces a level; 0 = compact on one line
    bool tabs = false;
    bool finalNewline = true;

    friend bool operator==(const JsonStyle &, const JsonStyle &) = default;
};

/// Reads one RFC 8259 document: valid UTF-8, no lone surrogates, no duplicate keys, no U+0000 in keys, numbers that a
/// double can hold, nothing after the value. Errors carry line and column and say what was expected.
/// Codes: invalid_json, duplicate_key, too_deep, too_large, string_too_long, invalid_utf8, lone_surrogate,
/// number_out_of_range. `positions`, when given, receives the place of every value.
Result<Json> parseJson(QByteArrayView utf8, const JsonLimits &limits = {}, JsonPositions *positions = nullptr);

/// The layout of a document, guessed from its first lines. Lines are always written with LF alone.
JsonStyle detectStyle(QByteArrayView utf8);

} // namespace jackfield
