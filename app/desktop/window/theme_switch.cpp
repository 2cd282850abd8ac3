// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/window/theme_switch.h"

#include "app/desktop/window/window_state.h"
#include "app/desktop/window/window_style.h"

#include <QActionGroup>
#include <QApplication>
#include <QMenu>

namespace jackfield {

ThemeSwitch::ThemeSwitch(WindowState &state, const QPalette &systemPalette, QObject *parent)
    : QObject(parent), m_state(state), m_systemPalette(systemPalette)
{
}

void ThemeSwitch::fillMenu(QMenu *menu)
{
    auto *group = new QActionGroup(menu);
    const QList<std::pair<ThemeChoice, QString>> choices
        = {{ThemeChoice::System, tr("As the &system")},
           {ThemeChoice::Light, tr("&Light")},
           {ThemeChoice::Dark, tr("&Dark")},
           {ThemeChoice::HighContrast, tr("&High contrast")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(m_state.theme() == choice);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_state.setTheme(choice);
            apply();
        });
    }
}

void ThemeSwitch::apply()
{
    const Theme theme = themeFor(m_state.theme(), m_systemPalette);
    applyWindowStyle(*qApp, theme);
    emit changed(theme);
}

} // namespace jackfield
