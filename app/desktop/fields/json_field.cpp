// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/json_field.h"

#include "app/desktop/fields/problem_line.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QEvent>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace jackfield {

namespace {

constexpr int kJsonHeight = 92;

} // namespace

JsonField::JsonField(const Json &, QWidget *parent) : SchemaField(parent)
{
    m_edit = new QPlainTextEdit(this);
    m_edit->setFixedHeight(kJsonHeight);
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->installEventFilter(this);
    m_problem = new ProblemLine(this);
    fillWith(m_edit)->addWidget(m_problem);
}

void JsonField::showValue(const Json *value)
{
    const QString text = value ? QString::fromUtf8(writeJson(*value, {.finalNewline = false})) : QString();
    if (text == m_shown && (m_edit->hasFocus() || m_edit->toPlainText() == text))
        return;
    m_shown = text;
    m_edit->setPlainText(text);
    m_problem->tell(m_edit, {});
}

bool JsonField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return SchemaField::eventFilter(watched, event);
}

void JsonField::commit()
{
    const QString text = m_edit->toPlainText();
    if (text == m_shown)
        return;
    if (text.trimmed().isEmpty()) {
        m_shown = text;
        m_problem->tell(m_edit, {});
        emit edited({}, std::nullopt);
        return;
    }
    const Result<Json> value = parseJson(text.toUtf8());
    if (!value)
        return m_problem->tell(
            m_edit,
            tr("Line %1, column %2: %3").arg(value.error().line).arg(value.error().column).arg(value.error().message));
    m_shown = text;
    m_problem->tell(m_edit, {});
    emit edited({}, *value);
}

} // namespace jackfield
