// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/fields/value_fields.h"

#include "app/desktop/widgets/plain_label.h"
#include "app/desktop/widgets/restyle.h"

#include "model/json/json_reader.h"
#include "model/json/json_writer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QFontDatabase>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kPauseMilliseconds = 900; // of not typing, after which long text is taken over
constexpr int kLongTextHeight = 74;
constexpr int kJsonHeight = 92;

QVBoxLayout *fillWith(QWidget *field, QWidget *editor)
{
    auto *column = new QVBoxLayout(field);
    column->setContentsMargins({});
    column->setSpacing(2);
    column->addWidget(editor);
    field->setFocusProxy(editor);
    return column;
}

QLabel *problemLabel(QWidget *parent)
{
    QLabel *label = plainLabel(parent);
    label->setWordWrap(true);
    label->setProperty("problem", true);
    label->hide();
    return label;
}

void showProblem(QLabel *label, QWidget *editor, const QString &problem)
{
    label->setText(problem);
    label->setVisible(!problem.isEmpty());
    editor->setProperty("invalid", !problem.isEmpty());
    restyle(editor);
}

QString textOf(const Json *value)
{
    if (!value || value->isNull())
        return {};
    return value->isString() ? value->toString() : QString::fromUtf8(writeJson(*value));
}

QString placeholder(const Json &schema)
{
    return schema["default"].isNull() ? QString() : textOf(&schema["default"]);
}

} // namespace

TextField::TextField(const Json &schema, QWidget *parent) : SchemaField(parent)
{
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(placeholder(schema));
    fillWith(this, m_edit);
    connect(m_edit, &QLineEdit::editingFinished, this, &TextField::commit);
}

void TextField::showValue(const Json *value)
{
    const QString text = textOf(value);
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
    fillWith(this, m_edit);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMilliseconds);
    connect(&m_pause, &QTimer::timeout, this, &LongTextField::commit);
    connect(m_edit, &QPlainTextEdit::textChanged, &m_pause, qOverload<>(&QTimer::start));
}

void LongTextField::showValue(const Json *value)
{
    const QString text = textOf(value);
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

NumberField::NumberField(const Json &schema, QWidget *parent)
    : SchemaField(parent), m_wholeNumbers(schema["type"].utf8() == "integer")
{
    m_edit = new QLineEdit(this);
    m_edit->setPlaceholderText(placeholder(schema));
    m_problem = problemLabel(this);
    fillWith(this, m_edit)->addWidget(m_problem);
    if (schema["minimum"].isNumber())
        m_minimum = schema["minimum"].toDouble();
    if (schema["maximum"].isNumber())
        m_maximum = schema["maximum"].toDouble();
    connect(m_edit, &QLineEdit::editingFinished, this, &NumberField::commit);
}

void NumberField::showValue(const Json *value)
{
    const QString text = textOf(value);
    if (text == m_shown && (m_edit->hasFocus() || m_edit->text() == text))
        return;
    m_shown = text;
    m_edit->setText(text);
    showProblem(m_problem, m_edit, {});
}

void NumberField::commit()
{
    const QString text = m_edit->text().trimmed();
    if (text == m_shown)
        return;
    if (text.isEmpty()) {
        m_shown = text;
        showProblem(m_problem, m_edit, {});
        emit edited({}, std::nullopt);
        return;
    }
    const Result<Json> number = parseJson(text.toUtf8());
    if (!number || !number->isNumber() || (m_wholeNumbers && !number->toInteger()))
        return showProblem(
            m_problem, m_edit,
            m_wholeNumbers ? tr("Write a whole number, such as 3.") : tr("Write a number, such as 2.5."));
    if (m_minimum && number->toDouble() < *m_minimum)
        return showProblem(m_problem, m_edit, tr("At least %1.").arg(*m_minimum));
    if (m_maximum && number->toDouble() > *m_maximum)
        return showProblem(m_problem, m_edit, tr("At most %1.").arg(*m_maximum));
    m_shown = text;
    showProblem(m_problem, m_edit, {});
    emit edited({}, *number);
}

SwitchField::SwitchField(const Json &schema, QWidget *parent)
    : SchemaField(parent), m_default(schema["default"].toBool())
{
    m_box = new QCheckBox(schema["title"].toString().replace(u'&', u"&&"_s), this);
    fillWith(this, m_box);
    connect(m_box, &QCheckBox::clicked, this, [this](bool on) { emit edited({}, Json::boolean(on)); });
}

void SwitchField::showValue(const Json *value)
{
    m_box->setChecked(value ? value->toBool() : m_default);
}

ChoiceField::ChoiceField(const Json &schema, QWidget *parent) : SchemaField(parent), m_default(schema["default"])
{
    m_box = new QComboBox(this);
    for (const Json &value : schema["enum"].items()) {
        m_values << value;
        m_box->addItem(textOf(&value));
    }
    fillWith(this, m_box);
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
        m_box->addItem(tr("%1 (not one of the choices)").arg(textOf(&shown)));
    m_box->setCurrentIndex(index >= 0 ? int(index) : shown.isNull() ? -1 : m_box->count() - 1);
}

JsonField::JsonField(QWidget *parent) : SchemaField(parent)
{
    m_edit = new QPlainTextEdit(this);
    m_edit->setFixedHeight(kJsonHeight);
    m_edit->setTabChangesFocus(true);
    m_edit->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->installEventFilter(this);
    m_problem = problemLabel(this);
    fillWith(this, m_edit)->addWidget(m_problem);
}

void JsonField::showValue(const Json *value)
{
    const QString text = value ? QString::fromUtf8(writeJson(*value, {.finalNewline = false})) : QString();
    if (text == m_shown && (m_edit->hasFocus() || m_edit->toPlainText() == text))
        return;
    m_shown = text;
    m_edit->setPlainText(text);
    showProblem(m_problem, m_edit, {});
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
        showProblem(m_problem, m_edit, {});
        emit edited({}, std::nullopt);
        return;
    }
    const Result<Json> value = parseJson(text.toUtf8());
    if (!value)
        return showProblem(
            m_problem, m_edit,
            tr("Line %1, column %2: %3").arg(value.error().line).arg(value.error().column).arg(value.error().message));
    m_shown = text;
    showProblem(m_problem, m_edit, {});
    emit edited({}, *value);
}

} // namespace jackfield
