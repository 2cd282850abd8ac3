// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/records/flow_record.h"

namespace jackfield {

/// The kind of a stored flow. Error conflict when this program does not know it: a newer one, with kinds of its own,
/// may have written the store.
Result<const Kind *> kindOf(const KindRegistry &kinds, const FlowSummary &flow);

} // namespace jackfield
