// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

#include <QList>

namespace jackfield {

class FieldMakers;

/// An object: a labelled field for each property of its schema, in the schema's order, and below them the members
/// that the schema does not know, as JSON.
class GroupField : public SchemaField
{
    Q_OBJECT

public:
    GroupField(const Json &schema, const FieldMakers &makers, QWidget *parent);

    void showValue(const Json *value) override;
    void finish() override;
    void focusFirst() override;

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

} // namespace jackfield
