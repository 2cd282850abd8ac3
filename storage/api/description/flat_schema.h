// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <functional>

namespace jackfield {

/// A text that has to be of some form: where (path of keys, "*" = every item), and what the form means.
struct TextSite
{
    QList<QByteArray> path;
    std::function<bool(const QString &)> fits;
    QString expected;
    QByteArray code; ///< of a Violation: pattern, format
};

/// A schema without references, examples, patterns and formats; the last two stand beside it.
struct FlatSchema
{
    Json schema;
    QList<TextSite> texts;
};

/// `document` resolves local references. A reference to nowhere, to itself, or a pattern that does not compile is a
/// programmer's error: aborts with its message.
FlatSchema flattened(const Json &schema, const Json &document);

} // namespace jackfield
