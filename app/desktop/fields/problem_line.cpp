// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/fields/problem_line.h"

#include "app/desktop/widgets/restyle.h"

namespace jackfield {

ProblemLine::ProblemLine(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    setProperty("problem", true);
    hide();
}

void ProblemLine::tell(QWidget *edit, const QString &problem)
{
    setText(problem);
    setVisible(!problem.isEmpty());
    edit->setProperty("invalid", !problem.isEmpty());
    restyle(edit);
}

} // namespace jackfield
