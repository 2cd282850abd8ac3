// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/text_fields.h"

#include "app/desktop/fields/value_text.h"

#include <QEvent>
#include <QLineEdit>
#include <QPlainTextEdit>

namespace jackfield {

namespace {

constexpr int kPauseMilliseconds = 900; // of not typing, after which long text is taken over
constexpr int kLongTextHeight = 74;

} // namespace

TextField::TextField(const Json &schema, QWidget *parent) : SchemaField(parent)
{
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(placeholder(schema));
    fillWith(m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextField::commit);
}

void TextField::showValue(const Json *value)
{
    const QString text = valueText(value);
    m_present = value;
    if (text == m_shown && (m_edit->hasFocus() || m_edit->text() == text))
        return;
    m_shown = text;
    m_edit->setText(text);
}

void TextField::commit()
{
    if (m_edit->text() == m_shown)
        return;
    m_shown = m_edit->text();
    emit edited({}, m_shown.isEmpty() && m_present ? std::nullopt : std::optional(Json::string(m_shown)));
}

LongTextField::LongTextField(const Json &schema, QWidget *parent) : SchemaField(parent)
{
    m_edit = new QPlainTextEdit(this);
    m_edit->setFixedHeight(kLongTextHeight);
    m_edit->setTabChangesFocus(true);
    m_edit->setPlaceholderText(placeholder(schema));
    m_edit->installEventFilter(this);
    fillWith(m_edit);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &LongTextField::commit);
    connect(m_edit, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void LongTextField::showValue(const Json *value)
{
    const QString text = valueText(value);
    m_present = value;
    if (text == m_shown && (m_edit->hasFocus() || m_edit->toPlainText() == text))
        return;
    m_shown = text;
    m_edit->setPlainText(text);
    m_pause.stop();
}

bool LongTextField::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusOut)
        commit();
    return SchemaField::eventFilter(watched, event);
}

void LongTextField::commit()
{
    m_pause.stop();
    const QString text = m_edit->toPlainText();
    if (text == m_shown)
        return;
    m_shown = text;
    emit edited({}, text.isEmpty() && m_present ? std::nullopt : std::optional(Json::string(text)));
}

} // namespace jackfield
