// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

namespace jackfield::conversation {

/// Conversation flows in a file: the flow itself in its three shapes, a stored flow (`flow`), a whole bot of the old
/// API
/// (`flows`), or a list of stored flows. What surrounds a flow is {"at": "<pointer>", "file": <the file>}.
std::vector<ExtractedFlow> extract(const Json &file);
Json restore(const Json &surround, const Json &content);

} // namespace jackfield::conversation
