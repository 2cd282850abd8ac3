// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

#include <QTimer>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace jackfield {

/// One line of text. Emptying an optional member removes it.
class TextField : public SchemaField
{
    Q_OBJECT

public:
    TextField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override { commit(); }

private:
    void commit();

    QLineEdit *m_edit = nullptr;
    QString m_shown;
    bool m_present = false;
};

/// Several lines of text; told when the focus leaves or the user pauses.
class LongTextField : public SchemaField
{
    Q_OBJECT

public:
    LongTextField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override { commit(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QPlainTextEdit *m_edit = nullptr;
    QString m_shown;
    bool m_present = false;
    QTimer m_pause;
};

/// A number, kept in the text that the user types.
class NumberField : public SchemaField
{
    Q_OBJECT

public:
    NumberField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override { commit(); }

private:
    void commit();

    QLineEdit *m_edit = nullptr;
    QLabel *m_problem = nullptr;
    QString m_shown;
    bool m_wholeNumbers = false;
    std::optional<double> m_minimum;
    std::optional<double> m_maximum;
};

class SwitchField : public SchemaField
{
    Q_OBJECT

public:
    SwitchField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;

private:
    QCheckBox *m_box = nullptr;
    bool m_default = false;
};

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

/// Any value as JSON text; text that is no JSON is not told, and says why.
class JsonField : public SchemaField
{
    Q_OBJECT

public:
    explicit JsonField(QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override { commit(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QPlainTextEdit *m_edit = nullptr;
    QLabel *m_problem = nullptr;
    QString m_shown;
};

} // namespace jackfield
