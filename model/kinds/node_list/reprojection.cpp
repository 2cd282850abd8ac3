// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/reprojection.h"

#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/node_list/projection.h"
#include "model/kinds/node_list/touched.h"
#include "model/kinds/shared/replace_graph.h"

#include <algorithm>
#include <limits>
#include <numeric>

namespace jackfield::nodelist {

namespace {

/// Whether a node of that name comes or goes.
bool splicesNode(const QList<Splice> &splices, const NodeId &id)
{
    return std::ranges::any_of(splices, [&](const Splice &splice) { return !splice.isEdge && splice.name == id.utf8; });
}

class Reprojection
{
public:
    Reprojection(Graph &graph, const GraphPart &part, const Catalog &catalog)
        : m_graph(graph), m_part(part), m_catalog(catalog), m_nodeJson(nodeItems(part.graph)),
          m_edgeJson(edgeItems(part.graph)), m_startIsNamed(graph.indexOf(part.start) >= 0)
    {
    }

    /// Whether the lists are as long as the splices say: guards against edits of something that only looks like a list.
    bool fits(const QList<Splice> &splices) const
    {
        qsizetype nodes = m_graph.nodes().size();
        qsizetype edges = m_graph.edges().size();
        for (const Splice &splice : splices)
            (splice.isEdge ? edges : nodes) += splice.inserts ? 1 : -1;
        return nodes == qsizetype(m_nodeJson.size()) && edges == qsizetype(m_edgeJson.size());
    }

    void apply(const QList<Splice> &splices)
    {
        for (const Splice &splice : splices) {
            qsizetype &lowest = splice.isEdge ? m_lowestEdge : m_lowestNode;
            lowest = std::min(lowest, splice.index);
            if (splice.isEdge)
                spliceEdge(splice);
            else
                spliceNode(splice);
        }
        const ItemPointers pointers(m_part.root);
        for (qsizetype i = m_lowestNode; i < m_graph.nodes().size(); ++i)
            m_graph.setNodePlace(i, pointers.node(i), pointers.nodeData(i));
        for (qsizetype i = m_lowestEdge; i < m_graph.edges().size(); ++i)
            m_graph.setEdgePointer(i, pointers.edge(i));
    }

    /// Looks at edges anew; adds the nodes they left and leave now to `nodes`.
    void refreshEdges(const QSet<EdgeId> &edges, QSet<NodeId> &nodes)
    {
        QList<Edge> all;
        for (const qsizetype at : places(edges)) {
            const Edge &old = m_graph.edges().at(at);
            const Json &item = m_edgeJson[size_t(at)];
            Edge fresh = edgeOf(item, old.id, owns(NodeId(targetOf(item))));
            fresh.pointer = old.pointer;
            nodes.insert(old.from);
            nodes.insert(fresh.from);
            if (!m_newEdges.contains(fresh.id) && !looksAlike(old, fresh))
                m_changedEdges.append(at);
            all.append(std::move(fresh));
        }
        m_graph.replaceEdges(std::move(all));
    }

    void refreshNodes(const QSet<NodeId> &nodes)
    {
        for (const qsizetype at : places(nodes)) {
            const Node &old = m_graph.nodes().at(at);
            const Json &item = m_nodeJson[size_t(at)];
            Node fresh = nodeOf(item, old.id, outgoing(old.id), m_catalog);
            fresh.pointer = old.pointer;
            fresh.data = old.data;
            fresh.position = old.position;
            if (m_startIsNamed)
                fresh.start = fresh.id == m_part.start;
            if (!m_newNodes.contains(fresh.id) && !looksAlike(old, fresh))
                m_changedNodes.append(at);
            m_graph.replaceNode(std::move(fresh));
        }
    }

    void refreshPositions(const QList<qsizetype> &nodes)
    {
        for (const qsizetype at : nodes) {
            const NodeId id = m_graph.nodes().at(at).id;
            const std::optional<QPointF> position = positionOf(m_nodeJson[size_t(at)], id, *m_part.places);
            if (position == m_graph.nodes().at(at).position)
                continue;
            m_graph.setNodePosition(at, position);
            if (!m_newNodes.contains(id))
                m_changedNodes.append(at);
        }
    }

    template <typename Id> QList<qsizetype> places(const QSet<Id> &ids) const
    {
        QList<qsizetype> result;
        result.reserve(ids.size());
        for (const Id &id : ids) {
            if (const qsizetype at = m_graph.indexOf(id); at >= 0)
                result.append(at);
        }
        std::ranges::sort(result);
        return result;
    }

    GraphDelta takeDelta()
    {
        for (const qsizetype at : places(m_newNodes))
            m_delta.addedNodes.append(m_graph.nodes().at(at).id);
        for (const qsizetype at : places(m_newEdges))
            m_delta.addedEdges.append(m_graph.edges().at(at).id);
        std::ranges::sort(m_changedNodes);
        m_changedNodes.erase(std::ranges::unique(m_changedNodes).begin(), m_changedNodes.end());
        for (const qsizetype at : std::as_const(m_changedNodes))
            m_delta.changedNodes.append(m_graph.nodes().at(at).id);
        for (const qsizetype at : std::as_const(m_changedEdges))
            m_delta.changedEdges.append(m_graph.edges().at(at).id);
        return std::move(m_delta);
    }

private:
    void spliceNode(const Splice &splice)
    {
        const NodeId id(splice.name);
        if (splice.inserts) {
            Node node;
            node.id = id;
            m_graph.insertNode(splice.index, std::move(node));
            m_newNodes.insert(id);
        } else {
            m_graph.removeNode(splice.index);
            m_delta.removedNodes.append(id);
        }
    }

    void spliceEdge(const Splice &splice)
    {
        const EdgeId id(splice.name);
        if (splice.inserts) {
            Edge edge;
            edge.id = id;
            m_graph.insertEdge(splice.index, std::move(edge));
            m_newEdges.insert(id);
        } else {
            m_graph.removeEdge(splice.index);
            m_delta.removedEdges.append(id);
        }
    }

    /// Whether a node is what edges mean by that id: not one that got the id because its own was taken.
    bool owns(const NodeId &id) const
    {
        const qsizetype at = id.isEmpty() ? -1 : m_graph.indexOf(id);
        return at >= 0 && rawId(m_nodeJson[size_t(at)]) == id.utf8;
    }

    QList<const Json *> outgoing(const NodeId &id) const
    {
        QList<const Json *> result;
        if (owns(id)) {
            for (const Edge *edge : m_graph.edgesFrom(id))
                result.append(&m_edgeJson[size_t(edge - m_graph.edges().constData())]);
        }
        return result;
    }

    Graph &m_graph;
    const GraphPart &m_part;
    const Catalog &m_catalog;
    std::span<const Json> m_nodeJson;
    std::span<const Json> m_edgeJson;
    bool m_startIsNamed; ///< by the flow: then the types of nodes do not tell
    qsizetype m_lowestNode = std::numeric_limits<qsizetype>::max();
    qsizetype m_lowestEdge = std::numeric_limits<qsizetype>::max();
    QSet<NodeId> m_newNodes;
    QSet<EdgeId> m_newEdges;
    QList<qsizetype> m_changedNodes; ///< places, in the end state
    QList<qsizetype> m_changedEdges;
    GraphDelta m_delta;
};

} // namespace

GraphDelta reprojectFlow(Graph &graph, const GraphPart &part, const FlowEdits &applied, const Catalog &catalog)
{
    std::optional<Touched> touched = Touched::by(applied.content, graph, part.root);
    Reprojection reprojection(graph, part, catalog);
    // With the node that the flow names comes or goes whether the types of all others tell.
    if (!touched || !reprojection.fits(touched->splices) || splicesNode(touched->splices, part.start))
        return replaceGraph(graph, projectFlow(part, catalog));
    reprojection.apply(touched->splices);
    reprojection.refreshEdges(touched->edges, touched->nodes);
    reprojection.refreshNodes(touched->nodes);
    if (const std::optional<QList<NodeId>> moved = part.places->movedBy(applied)) {
        touched->placed.unite(QSet<NodeId>(moved->begin(), moved->end()));
        reprojection.refreshPositions(reprojection.places(touched->placed));
    } else {
        QList<qsizetype> all(graph.nodes().size());
        std::iota(all.begin(), all.end(), 0);
        reprojection.refreshPositions(all);
    }
    return reprojection.takeDelta();
}

} // namespace jackfield::nodelist
