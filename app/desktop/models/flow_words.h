// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/kind_info.h"
#include "storage/records/flow_record.h"

#include <QString>

namespace jackfield {

/// What the window says of what storage/records/publication.h knows of a flow's life. Pure; `life` is that of the
/// flow's kind.

/// For the status bar: "Draft, 3 changes since v1", "Active, same as v1", "Live".
QString lifeText(const FlowSummary &flow, const Lifecycle &life);
/// The same for a row with little room: "3 changes since v1", "active, same as v1", "draft".
QString shortLifeText(const FlowSummary &flow, const Lifecycle &life);
/// "Publish v2": the number that publishing now makes.
QString publishText(const FlowSummary &flow);
/// "Activate v2": the version that activating now makes live.
QString activateText(const FlowSummary &flow);

} // namespace jackfield
