// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QObject>
#include <QPalette>

class QMenu;

namespace jackfield {

class WindowState;

/// The colours of the program: a menu to choose them, remembered for the next start.
class ThemeSwitch : public QObject
{
    Q_OBJECT

public:
    /// `state` outlives the switch. `systemPalette` is what the desktop gave before we set ours.
    ThemeSwitch(WindowState &state, const QPalette &systemPalette, QObject *parent);

    void fillMenu(QMenu *menu);
    /// Takes what was chosen for the whole program; changed() follows.
    void apply();

signals:
    void changed(const jackfield::Theme &theme);

private:
    WindowState &m_state;
    const QPalette m_systemPalette;
};

} // namespace jackfield
