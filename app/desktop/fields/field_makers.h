// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QByteArray>
#include <QList>

#include <functional>

class QWidget;

namespace jackfield {

class FieldMakers;
class SchemaField;

/// Makes the field for one form of schema. What is empty fits every schema.
struct FieldMaker
{
    QByteArray shape; ///< as schemaShape() says
    QByteArray format; ///< the schema's `format`
    /// `makers` makes the fields inside it; it may be kept as a copy.
    std::function<SchemaField *(const Json &schema, const FieldMakers &makers, QWidget *parent)> make;
};

/// What a schema asks for: "choice" (it has an `enum`), "list" (an array that says what its items are), "group" (an
/// object that says what its members are), else the type that it allows beside null; empty when it does not say.
QByteArray schemaShape(const Json &schema);

/// Makes a field for a schema by the first maker that fits. Value type; copies share.
class FieldMakers
{
public:
    /// The fields of every kind, `first` before them: text, long text, number, switch, choice, list, group; any other
    /// value as JSON text. The table is in field_makers.cpp.
    explicit FieldMakers(const QList<FieldMaker> &first = {});

    SchemaField *make(const Json &schema, QWidget *parent) const;

private:
    QList<FieldMaker> m_makers;
};

} // namespace jackfield
