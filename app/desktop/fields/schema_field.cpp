// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/schema_field.h"

#include <QVBoxLayout>

namespace jackfield {

SchemaField::SchemaField(QWidget *parent) : QWidget(parent) { }

QVBoxLayout *SchemaField::fillWith(QWidget *edit)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(edit);
    setFocusProxy(edit);
    return column;
}

} // namespace jackfield
