// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"

namespace jackfield {

/// A connection of which one end is attached and the other is being looked for.
struct OpenWire
{
    NodeId node; ///< the attached one
    QByteArray port; ///< its output; only when `forward`
    bool forward = true; ///< leaves `node` and looks for an input; else arrives at `node` and looks for an output
    EdgeId edge; ///< the edge that gets another end; empty for a new one
};

} // namespace jackfield
