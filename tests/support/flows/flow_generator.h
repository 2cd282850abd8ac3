// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/kind.h"
#include "tests/support/lcg.h"

namespace jackfield {

/// A chatbot's {nodes, edges} of `nodes` nodes and about one and a half times as many edges: a chain, and steps ahead.
/// Node i is called n<i>, edge j e<j>.
Json generatedChatbot(qsizetype nodes, Lcg &random);

/// The same, with what files of other tools and tired authors contain: repeated, absent and numeric ids, edges without
/// ids, edges to nowhere, unknown types, items that are no objects, positions on some nodes.
Json strangeChatbot(qsizetype nodes, Lcg &random);

/// A flow of any kind, grown from its blank one by additions and connections that the kind allows.
FlowState grownFlow(const Kind &kind, qsizetype nodes, Lcg &random);

/// A gesture on some nodes and edges of the flow; the kind may refuse it.
GraphEdit randomEdit(const Kind &kind, const FlowState &state, const Graph &graph, Lcg &random);
/// What it is, for messages.
QString describeEdit(const GraphEdit &edit);

} // namespace jackfield
