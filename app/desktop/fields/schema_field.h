// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QString>
#include <QWidget>

#include <optional>

namespace jackfield {

/// Edits one JSON value as its JSON Schema says. Shows what it is given, tells what the user wants; keeps no state of
/// its own. A field that the user is typing in is not overwritten unless its value really changed.
class SchemaField : public QWidget
{
    Q_OBJECT

public:
    explicit SchemaField(QWidget *parent);

    /// nullptr: the member is absent.
    virtual void showValue(const Json *value) = 0;
    /// Tells now what was typed and not told yet: the field is about to go.
    virtual void finish() { }

    /// A field for a schema: text, long text, number, switch, choice, list, group; any other value as JSON text.
    static SchemaField *make(const Json &schema, QWidget *parent);

signals:
    /// `at` is relative to the value of this field; no value: the member is to be removed.
    void edited(const jackfield::JsonPointer &at, const std::optional<jackfield::Json> &value);
};

/// An object: a labelled field for each property of its schema, in the schema's order, and below them the members
/// that the schema does not know, as JSON.
class GroupField : public SchemaField
{
    Q_OBJECT

public:
    GroupField(const Json &schema, QWidget *parent);

    void showValue(const Json *value) override;
    void finish() override;
    void focusFirst();

private:
    struct Row
    {
        QByteArray key;
        SchemaField *field = nullptr;
    };
    QList<Row> m_rows;
    SchemaField *m_others = nullptr;
    QWidget *m_othersCaption = nullptr;
    const bool
        m_showsOthers; ///< not when the schema says "additionalProperties": false, because another place shows them
    Json m_value;
    bool m_present = false;
};

/// The title of a property: its schema's `title`, else its key; a star when `required` holds it.
QString propertyTitle(const Json &schema, QByteArrayView key, const Json &property);

} // namespace jackfield
