// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/fields/schema_field.h"

class QLineEdit;

namespace jackfield {

class ProblemLine;

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
    ProblemLine *m_problem = nullptr;
    QString m_shown;
    bool m_wholeNumbers = false;
    std::optional<double> m_minimum;
    std::optional<double> m_maximum;
};

} // namespace jackfield
