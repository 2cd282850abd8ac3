// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Message flows: one channel, one agent led by a prompt, working hours. Their JSON has no graph; the canvas shows how
/// every such flow runs, with the words of this one. The content is what an author writes; id, name and times are the
/// record's.
Kind messageFlowKind(Catalog catalog);

} // namespace jackfield
