// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind.h"

namespace jackfield::chatbot {

/// The graphs in a file: bare {nodes, edges}, or one under draft, definition, data, flowData or chatflow, also one of these
/// inside another; and the API's chatbot object, also when it has no draft yet. Content is {nodes, edges} alone.
/// Surround: {"at": pointer to the graph, "file": the file with null for what was taken out}; {"at", "file", "absent": true}
/// when the file has no graph; null when the file is {nodes, edges} and nothing else.
std::vector<ExtractedFlow> extractFlows(const Json &file, const Catalog &catalog);
Json restoreFile(const Json &surround, const Json &content);

} // namespace jackfield::chatbot
