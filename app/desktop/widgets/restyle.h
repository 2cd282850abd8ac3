// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStyle>
#include <QWidget>

namespace jackfield {

/// Makes the style sheet look at a widget's properties again after one was set.
inline void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace jackfield
