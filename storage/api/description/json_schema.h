// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <memory>

namespace jackfield {

/// One place where a document is not what its schema describes.
struct Violation
{
    QByteArray pointer; ///< RFC 6901, into the document
    QString message; ///< what was expected there; starts in lower case, so that "/name: must be text" reads well
    /// required, type, enum, too_short, too_long, too_few, too_many, too_small, too_large, pattern, format, invalid
    QByteArray code;
    QByteArray expected = {}; ///< for `type`: the JSON Schema name of the type

    friend bool operator==(const Violation &, const Violation &) = default;
};

/// A compiled JSON Schema (draft 7 keywords, as OpenAPI 3.1 documents use them). Immutable; safe from several threads.
///
/// `pattern` follows Unicode, and a schema may say in `x-expected` what its pattern means to a person. Of the formats
/// `time-zone` (a name of the IANA database) is checked, the others tell people only.
class JsonSchema
{
public:
    /// `document` resolves local references ("#/components/schemas/X"). A schema that is broken or refers to itself is
    /// a programmer's error: aborts with its message.
    JsonSchema(const Json &schema, const Json &document);
    ~JsonSchema();
    JsonSchema(const JsonSchema &) = delete;
    JsonSchema &operator=(const JsonSchema &) = delete;

    /// What is wrong, at most `limit` places, outermost first where one explains the other. Empty when valid.
    QList<Violation> check(const Json &value, int limit = 20) const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
