// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

#include <QList>

class QComboBox;

namespace jackfield {

/// One of the schema's `enum`; a value outside it is shown and kept until another one is chosen.
class ChoiceField : public SchemaField
{
    Q_OBJECT

public:
    ChoiceField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;

private:
    QComboBox *m_box = nullptr;
    QList<Json> m_values;
    Json m_default;
};

} // namespace jackfield
