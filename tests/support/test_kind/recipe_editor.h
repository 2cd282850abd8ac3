// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/kinds/kind_editor.h"

namespace jackfield::testing {

/// What recipes add to the window: a section of the inspector that halves the minutes of a step, a tab with all
/// steps, a field for the format "minutes", and a panel with the time that the recipe takes.
KindEditor recipeEditor();

} // namespace jackfield::testing
