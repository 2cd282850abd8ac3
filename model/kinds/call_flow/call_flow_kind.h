// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/chatbot/chatbot_kind.h"

namespace jackfield {

/// Call flows: a prompt, a voice agent and its settings, and in "flowData" a graph written as chatbots are. The content
/// is what an author writes; id, folder, name, times and prompt versions are the record's. Places of nodes live in
/// "locations". A flow that is led by its prompt alone (promptType "simple") needs no graph.
class CallFlowKind : public ChatbotKind
{
public:
    explicit CallFlowKind(Catalog catalog);

    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    std::unique_ptr<Validator> validator() const override; ///< looks at everything: the graph is not the whole flow
    Json blank() const override;
    /// An object with a promptType, or with flowData and another member that only call flows have: as the platform
    /// returns it, or as it is sent to create or change one.
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;

protected:
    nodelist::GraphPart part(const FlowState &state) const override;
};

} // namespace jackfield
