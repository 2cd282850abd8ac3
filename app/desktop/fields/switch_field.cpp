// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/switch_field.h"

#include <QCheckBox>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

SwitchField::SwitchField(const Json &schema, QWidget *parent)
    : SchemaField(parent), m_default(schema["default"].toBool())
{
    m_box = new QCheckBox(schema["title"].toString().replace(u'&', u"&&"_s), this);
    fillWith(m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { emit edited({}, Json::boolean(on)); });
}

void SwitchField::showValue(const Json *value)
{
    m_box->setChecked(value ? value->toBool() : m_default);
}

} // namespace jackfield
