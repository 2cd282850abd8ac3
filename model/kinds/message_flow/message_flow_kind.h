// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/shared/shown_kind.h"

namespace jackfield {

/// A message flow: one channel, one agent led by a prompt, working hours. Its JSON has no graph; the canvas shows how
/// every such flow runs, with the words of this one. The content is what an author writes; id, name and times are the
/// record's.
class MessageFlowKind : public ShownKind
{
public:
    explicit MessageFlowKind(Catalog catalog);

    Graph project(const FlowState &state) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    Json blank() const override;
    /// An object with a messageChannel and autopilot or settings: as the platform returns it, or as it is sent to
    /// create one.
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield
