// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLabel>

namespace jackfield {

/// Says below a field why what was typed there is not taken; hidden while there is nothing to say.
class ProblemLine : public QLabel
{
    Q_OBJECT

public:
    explicit ProblemLine(QWidget *parent);

    /// Marks `edit`, too; an empty text clears both.
    void tell(QWidget *edit, const QString &problem);
};

} // namespace jackfield
