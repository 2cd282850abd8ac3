// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/shown_lens.h"

#include "model/kinds/shared/data_edits.h"
#include "model/kinds/shared/replace_graph.h"
#include "model/kinds/shared/sidecar.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

ShownLens::ShownLens(const KindInfo &info, const Catalog &catalog, Projection projection)
    : m_kind(info.id), m_drawnElsewhere(info.drawnElsewhere), m_catalog(catalog), m_projection(projection)
{
}

Error ShownLens::notSupported() const
{
    return {.code = "not_supported"_ba, .message = m_drawnElsewhere};
}

GraphDelta ShownLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &) const
{
    return replaceGraph(graph, project(state));
}

Result<FlowEdits> ShownLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    if (const auto *move = std::get_if<MoveNodes>(&edit))
        return FlowEdits{.sidecar = placeInSidecar(state.sidecar, move->places)};
    if (const auto *set = std::get_if<SetData>(&edit)) {
        const Node *node = graph.node(set->node);
        if (!node)
            return Error{
                .code = "node_not_found"_ba, .message = u"There is no '%1' in this flow."_s.arg(set->node.toString())};
        Result<JsonEdits> edits = dataEdits(state.content, node->data, set->pointer, set->value);
        if (!edits)
            return edits.error();
        return FlowEdits{.content = *edits};
    }
    return notSupported();
}

Result<void> ShownLens::canConnect(const Graph &, const NodeId &, QByteArrayView, const NodeId &, const EdgeId &) const
{
    return notSupported();
}

Json ShownLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    Json copies = Json::array();
    for (const NodeId &id : nodes) {
        const Node *node = graph.node(id);
        if (const Json *part = node ? node->pointer.in(state.content) : nullptr)
            copies.append(*part);
    }
    return Json::object({
        member("jackfield", Json::number(qint64(1))),
        member("kind", Json::string(m_kind)),
        member("nodes", copies),
        member("edges", Json::array()),
    });
}

} // namespace jackfield
