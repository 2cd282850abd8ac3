// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

class QPlainTextEdit;

namespace jackfield {

class ProblemLine;

/// Any value as JSON text; text that is no JSON is not told, and says why.
class JsonField : public SchemaField
{
    Q_OBJECT

public:
    JsonField(const Json &schema, QWidget *parent);
    void showValue(const Json *value) override;
    void finish() override { commit(); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void commit();

    QPlainTextEdit *m_edit = nullptr;
    ProblemLine *m_problem = nullptr;
    QString m_shown;
};

} // namespace jackfield
