// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <vector>

namespace jackfield {

/// For each new entry the position of the old one that it continues, or -1 for one that is new.
using SequenceMatch = std::vector<qsizetype>;

/// Flags the entries of a longest rising subsequence. Entries below 0 are never part of it.
std::vector<bool> longestRisingPart(const std::vector<qsizetype> &values);

/// Matches members by key.
SequenceMatch matchMembers(const Json &a, const Json &b);
/// Matches items by the first id-like member that every item of both sides has, else by equal content in order,
/// and what lies between equal items pairwise.
SequenceMatch matchItems(std::span<const Json> a, std::span<const Json> b);

} // namespace jackfield
