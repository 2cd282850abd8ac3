// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/validation/checked_items.h"
#include "model/validation/validator.h"

namespace jackfield::nodelist {

/// The rules of {nodes, edges}. Errors refuse publishing: no or several start nodes, node ids missing or repeated,
/// edges that lead from or to no node, items that are no objects. All else warns. The first check is linear in the
/// flow; after an edit what is written anew is what the edit touched, and the rest is a pass over numbers.
class GraphValidator : public Validator
{
public:
    /// `root`: where in the content {nodes, edges} live. The catalog outlives this.
    explicit GraphValidator(const Catalog &catalog, const JsonPointer &root = {});
    Problems check(const FlowState &state, const Graph &graph) override;

private:
    // The title, type and outputs of a node, and the ends of an edge, come from their JSON and their ids.
    struct NodeInputs
    {
        Json item;
        const NodeType *type = nullptr; ///< null when it is not known
        QList<QByteArray> connected; ///< outputs that edges leave by, when its data decides which it has
        quint8 facts = 0;
    };
    struct EdgeInputs
    {
        Json item;
        Json source; ///< node that it leaves, null for none
        Json target; ///< node that it leads to, where that is named
        quint8 facts = 0;
    };
    class Look;

    const Catalog &m_catalog;
    JsonPointer m_root;
    CheckedItems<Node, NodeInputs> m_nodes;
    CheckedItems<Edge, EdgeInputs> m_edges;
    Problems m_ofFlow;
    Problems m_problems;
};

} // namespace jackfield::nodelist
