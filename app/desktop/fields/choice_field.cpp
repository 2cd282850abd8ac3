// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/choice_field.h"

#include "app/desktop/fields/value_text.h"

#include <QComboBox>

namespace jackfield {

ChoiceField::ChoiceField(const Json &schema, QWidget *parent) : SchemaField(parent), m_default(schema["default"])
{
    m_box = new QComboBox(this);
    for (const Json &value : schema["enum"].items()) {
        m_values << value;
        m_box->addItem(valueText(&value));
    }
    fillWith(m_box);
    connect(m_box, &QComboBox::activated, this, [this](int index) {
        if (index >= 0 && index < m_values.size())
            emit edited({}, m_values[index]);
    });
}

void ChoiceField::showValue(const Json *value)
{
    const Json shown = value ? *value : m_default;
    while (m_box->count() > m_values.size())
        m_box->removeItem(m_box->count() - 1);
    const qsizetype index = m_values.indexOf(shown);
    if (index < 0 && !shown.isNull())
        m_box->addItem(tr("%1 (not one of the choices)").arg(valueText(&shown)));
    m_box->setCurrentIndex(index >= 0 ? int(index) : shown.isNull() ? -1 : m_box->count() - 1);
}

} // namespace jackfield
