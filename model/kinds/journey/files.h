// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/graph_files.h"

namespace jackfield::journey {

/// Sure of an object with a definition (nodes and edges) that has an entryMode or triggerConfig or an id "jrn_..."; of
/// such an object without a definition too, whose graph is empty then. A bare {nodes, edges} is only taken for a
/// journey by who asks for one: it is less sure than any other reading.
class JourneyFiles final : public nodelist::GraphFiles
{
public:
    std::vector<ExtractedFlow> extract(const Json &file) const override;
};

} // namespace jackfield::journey
