// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/field_makers.h"
#include "app/desktop/fields/schema_field.h"

class QPushButton;
class QVBoxLayout;

namespace jackfield {

/// An array: one row an item with buttons to move and remove it, and one to add another. Rows whose schema is `oneOf`
/// by the constant `type` show the fields of their own alternative.
class ListField : public SchemaField
{
    Q_OBJECT

public:
    ListField(const Json &schema, const FieldMakers &makers, QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override;

private:
    struct Row
    {
        QWidget *frame = nullptr;
        SchemaField *field = nullptr;
        Json schema;
    };
    Json schemaFor(const Json &item) const;
    Row makeRow(qsizetype index, const Json &schema);
    void discard(const Row &row);
    void addItem(const Json &item);
    void removeItem(qsizetype index);
    void moveItem(qsizetype from, qsizetype to);

    const Json m_schema;
    const FieldMakers m_makers;
    Json m_value;
    QList<Row> m_rows;
    QVBoxLayout *m_column = nullptr;
    QPushButton *m_add = nullptr;
};

} // namespace jackfield
