// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/number_field.h"

#include "app/desktop/fields/problem_line.h"
#include "app/desktop/fields/value_text.h"
#include "model/json/json_reader.h"
#include "model/schema/schema.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace jackfield {

NumberField::NumberField(const Json &schema, QWidget *parent)
    : SchemaField(parent), m_wholeNumbers(schema["type"].utf8() == "integer")
{
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(placeholder(schema));
    m_problem = new ProblemLine(this);
    fillWith(m_edit)->addWidget(m_problem);
    m_minimum = Schema(schema).minimum();
    m_maximum = Schema(schema).maximum();
    connect(m_edit, &QLineEdit::editingFinished, this, &NumberField::commit);
}

void NumberField::showValue(const Json *value)
{
    const QString text = valueText(value);
    if (text == m_shown && (m_edit->hasFocus() || m_edit->text() == text))
        return;
    m_shown = text;
    m_edit->setText(text);
    m_problem->tell(m_edit, {});
}

void NumberField::commit()
{
    const QString text = m_edit->text().trimmed();
    if (text == m_shown)
        return;
    if (text.isEmpty()) {
        m_shown = text;
        m_problem->tell(m_edit, {});
        emit edited({}, std::nullopt);
        return;
    }
    const Result<Json> number = parseJson(text.toUtf8());
    if (!number || !number->isNumber() || (m_wholeNumbers && !number->toInteger()))
        return m_problem->tell(
            m_edit, m_wholeNumbers ? tr("Write a whole number, such as 3.") : tr("Write a number, such as 2.5."));
    if (m_minimum && number->toDouble() < *m_minimum)
        return m_problem->tell(m_edit, tr("At least %1.").arg(*m_minimum));
    if (m_maximum && number->toDouble() > *m_maximum)
        return m_problem->tell(m_edit, tr("At most %1.").arg(*m_maximum));
    m_shown = text;
    m_problem->tell(m_edit, {});
    emit edited({}, *number);
}

} // namespace jackfield
