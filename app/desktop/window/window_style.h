// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"

#include <QPalette>
#include <QString>

class QApplication;

namespace jackfield {

/// What the user chose in View > Theme.
enum class ThemeChoice : quint8 { System, Light, Dark, HighContrast };

/// The theme for a choice; System follows the colours that the desktop gave the program at its start.
Theme themeFor(ThemeChoice choice, const QPalette &systemPalette);

/// Fusion with the colours and measures of a theme, for the whole program.
void applyWindowStyle(QApplication &application, const Theme &theme);

} // namespace jackfield
