// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/desktop/panels/panel_spec.h"

#include <vector>

namespace jackfield {

/// The panels of every kind of flow, in order of their docks. Adding a panel is a class in panels/ and a row here.
std::vector<PanelSpec> panelTable();

} // namespace jackfield
