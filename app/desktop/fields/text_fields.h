// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

#include <QTimer>

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

} // namespace jackfield
