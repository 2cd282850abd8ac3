// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/file_shapes.h"

#include <span>

namespace jackfield {

// Files that hold a flow as its platform returns it: what the author writes and what the platform knows of the record
// (id, name, times ...) are members of one object. The content is the object without the record's members.

using RecordMembers = std::span<const QByteArrayView>;

/// Surround: {"file": the object with null for every member of the content}; null when there are only such members.
/// The name is that of the member "name"; certainty is left to the caller.
ExtractedFlow takeContent(const Json &file, RecordMembers record);
/// The object again: members of the content where they were, new ones at the end; those that are gone leave no trace.
Json putContent(const Json &surround, const Json &content, RecordMembers record);

} // namespace jackfield
