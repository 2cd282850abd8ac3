// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/chatbot/chatbot_kind.h"

namespace jackfield {

/// Journeys: what contacts go through who enter an audience. Written as chatbots are, {nodes, edges}, with other node
/// types; the platform keeps the graph under "definition", beside "entryMode" and "triggerConfig".
class JourneyKind : public ChatbotKind
{
public:
    explicit JourneyKind(Catalog catalog);

    /// Sure of an object with a definition (nodes and edges) that has an entryMode or triggerConfig or an id "jrn_...";
    /// of such an object without a definition too, whose graph is empty then. A bare {nodes, edges} is only taken for a
    /// journey by who asks for one: it is less sure than any other reading.
    std::vector<ExtractedFlow> extract(const Json &file) const override;
};

} // namespace jackfield
