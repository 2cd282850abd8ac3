// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield {

/// Workflows of the console API: a system prompt, rules, and flows that keywords lead to, each a list of steps. The
/// content is what an author writes; id, name, visibility, owner and times belong to the record.
Kind workflowKind(Catalog catalog);

} // namespace jackfield
