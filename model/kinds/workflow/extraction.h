// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"

#include <vector>

namespace jackfield::workflow {

/// Workflows as the console API shows them, alone, in the envelope of an answer or in a list, and bodies of requests.
/// The content is everything but what belongs to the record: id, name, visibility, is_owner, created_at, updated_at.
std::vector<ExtractedFlow> extract(const Json &file);
/// The file again: members in their places, new ones behind them.
Json restore(const Json &surround, const Json &content);

} // namespace jackfield::workflow
