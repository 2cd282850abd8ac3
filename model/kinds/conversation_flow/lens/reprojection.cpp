// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/projection.h"
#include "model/kinds/conversation_flow/lens/touched_states.h"
#include "model/kinds/shared/sidecar.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace jackfield::conversationflow {

namespace {

// Each change of the order of nodes or edges costs a pass over the indexes of the graph.
constexpr qsizetype kMaxMoves = 48;

struct Arrival
{
    NodeId id;
    qsizetype place; ///< in nodes(), afterwards
};

class Patch
{
public:
    Patch(Graph &graph, const FlowState &state, Touched touched)
        : m_graph(graph), m_state(state), m_touched(std::move(touched)), m_positions(state.sidecar),
          m_shape(shapeOf(state.content)), m_container(containerOf(m_shape).in(state.content))
    {
    }

    /// None when the change is not one that can be patched; the graph is then as it was.
    std::optional<GraphDelta> apply()
    {
        if (m_touched.everything || !m_container || (m_touched.structure && !findStructure()))
            return std::nullopt;
        collectAffected();
        if (m_affected.size() + m_arrivals.size() + m_departures.size() > kMaxMoves)
            return std::nullopt;
        const Graph before = piece();
        depart();
        arrive();
        for (const NodeId &id : std::as_const(m_affected)) {
            if (m_graph.node(id))
                update(id);
        }
        for (const Arrival &arrival : std::as_const(m_arrivals))
            m_affected.insert(arrival.id);
        return compareGraphs(before, piece());
    }

private:
    /// Which states came and went, by walking both orders side by side.
    bool findStructure()
    {
        const std::vector<QByteArrayView> names = namesAfterwards();
        // Few names are looked for, so a pass over all of them is cheaper than an index.
        const auto stays = [&](const QByteArray &name) {
            if (m_shape == Shape::StatesArray)
                return std::ranges::find(names, QByteArrayView(name)) != names.end();
            const Json *value = m_container->find(name);
            return value && isState(m_shape, name, *value);
        };
        const auto isNew = [this](QByteArrayView name) {
            const NodeId id(name.toByteArray());
            return !m_graph.node(id) && std::ranges::find(m_arrivals, id, &Arrival::id) == m_arrivals.end();
        };
        // Names that are repeated, made up or special depend on their neighbours.
        const auto isPlain
            = [](QByteArrayView name) { return !name.isEmpty() && name != kEndTarget && !name.contains('#'); };
        const QList<Node> &nodes = m_graph.nodes();
        qsizetype at = 0;
        size_t place = 0;
        while (at < nodes.size() || place < names.size()) {
            if (at < nodes.size() && place < names.size() && nodes[at].id.utf8 == names[place]) {
                ++at;
                ++place;
                continue;
            }
            m_firstChange = std::min(m_firstChange, qsizetype(place));
            m_lastChange = qsizetype(place);
            if (at < nodes.size() && isPlain(nodes[at].id.utf8) && !stays(nodes[at].id.utf8)) {
                m_departures.append(nodes[at++].id);
            } else if (place < names.size() && isPlain(names[place]) && isNew(names[place])) {
                m_arrivals.append({NodeId(names[place].toByteArray()), qsizetype(place)});
                ++place;
            } else {
                return false;
            }
            if (m_departures.size() + m_arrivals.size() > kMaxMoves)
                return false;
        }
        return true;
    }

    std::vector<QByteArrayView> namesAfterwards() const
    {
        std::vector<QByteArrayView> names;
        names.reserve(size_t(m_container->size()));
        for (const Json::Member &entry : m_container->members()) {
            if (isState(m_shape, entry.key(), entry.value))
                names.push_back(entry.key());
        }
        for (const Json &item : m_container->items())
            names.push_back(item["name"].utf8());
        return names;
    }

    void collectAffected()
    {
        for (const NodeId &id : std::as_const(m_touched.states)) {
            if (m_graph.node(id))
                m_affected.insert(id);
        }
        for (const NodeId &gone : std::as_const(m_departures)) {
            m_affected.insert(gone);
            for (const Edge *edge : m_graph.edgesTo(gone))
                m_affected.insert(edge->from);
        }
        for (const Arrival &arrival : std::as_const(m_arrivals)) {
            for (const Edge &edge : m_graph.edges()) {
                if (edge.to.isEmpty() && edge.target == arrival.id.utf8)
                    m_affected.insert(edge.from);
            }
        }
        if (!m_touched.structure && !m_touched.start)
            return;
        for (const Node &node : m_graph.nodes()) {
            if (node.start)
                m_affected.insert(node.id);
        }
        const NodeId wanted(m_state.content["initial_state"].toUtf8());
        const bool arrives = std::ranges::find(m_arrivals, wanted, &Arrival::id) != m_arrivals.cend();
        const bool stays = m_graph.node(wanted) && !m_departures.contains(wanted);
        m_start = arrives || stays ? wanted : firstAfterwards();
        if (m_graph.node(m_start))
            m_affected.insert(m_start);
    }

    NodeId firstAfterwards() const
    {
        if (!m_arrivals.isEmpty() && m_arrivals.first().place == 0)
            return m_arrivals.first().id;
        for (const Node &node : m_graph.nodes()) {
            if (!m_departures.contains(node.id))
                return node.id;
        }
        return {};
    }

    /// The affected part of the graph, to tell what changed.
    Graph piece() const
    {
        QList<std::pair<qsizetype, NodeId>> order;
        for (const NodeId &id : m_affected) {
            if (const qsizetype at = m_graph.indexOf(id); at >= 0)
                order.append({at, id});
        }
        std::ranges::sort(order, {}, &std::pair<qsizetype, NodeId>::first);
        QList<Node> nodes;
        QList<Edge> edges;
        for (const auto &[at, id] : std::as_const(order)) {
            nodes.append(m_graph.nodes()[at]);
            for (const Edge *edge : m_graph.edgesFrom(id))
                edges.append(*edge);
        }
        Graph graph;
        graph.assign(std::move(nodes), std::move(edges));
        return graph;
    }

    void depart()
    {
        for (const NodeId &id : std::as_const(m_departures)) {
            const QList<const Edge *> edges = m_graph.edgesFrom(id);
            QList<EdgeId> ids;
            for (const Edge *edge : edges)
                ids.prepend(edge->id);
            for (const EdgeId &edge : std::as_const(ids))
                m_graph.removeEdge(m_graph.indexOf(edge));
            m_graph.removeNode(m_graph.indexOf(id));
        }
    }

    void arrive()
    {
        // All nodes first: edges ask whether their targets exist.
        for (const Arrival &arrival : std::as_const(m_arrivals))
            m_graph.insertNode(arrival.place, Node{.id = arrival.id});
        if (m_shape == Shape::StatesArray && m_touched.structure)
            renumber();
        for (const Arrival &arrival : std::as_const(m_arrivals))
            update(arrival.id);
    }

    /// Items behind an inserted or removed one live at another index now. Edges stand in the order of their nodes.
    void renumber()
    {
        const JsonPointer container = containerOf(m_shape);
        const QList<Node> &nodes = m_graph.nodes();
        const QList<Edge> &edges = m_graph.edges();
        if (m_firstChange >= nodes.size())
            return;
        qsizetype edge = firstEdgePlace(nodes[m_firstChange].id);
        for (qsizetype at = m_firstChange; at < nodes.size(); ++at) {
            const JsonPointer pointer = container.child(at);
            const JsonPointer old = nodes[at].pointer;
            for (; edge < edges.size() && edges[edge].from == nodes[at].id; ++edge) {
                if (old != pointer)
                    m_graph.setEdgePointer(
                        edge, JsonPointer(pointer.text() + edges[edge].pointer.text().sliced(old.text().size())));
            }
            if (old != pointer)
                m_graph.setNodePlace(at, pointer, pointer);
            else if (at > m_lastChange)
                return;
        }
    }

    void update(const NodeId &id)
    {
        const qsizetype at = m_graph.indexOf(id);
        const JsonPointer pointer = m_shape == Shape::StatesArray ? containerOf(m_shape).child(at)
            : m_graph.nodes()[at].pointer.isRoot()                ? containerOf(m_shape).child(id.utf8)
                                                                  : m_graph.nodes()[at].pointer;
        const Json *value = pointer.in(m_state.content);
        Q_ASSERT(value);
        const QByteArray name = m_shape == Shape::StatesArray ? (*value)["name"].toUtf8() : pointer.lastKey();
        const bool start = m_touched.structure || m_touched.start ? id == m_start : m_graph.nodes()[at].start;
        ProjectedState after
            = projectState({id, name, pointer, value}, m_shape, start, m_positions, [this](const NodeId &other) {
                  return m_graph.node(other) != nullptr;
              });
        if (after.node != m_graph.nodes()[at])
            m_graph.replaceNode(std::move(after.node));
        updateEdges(id, after.edges);
    }

    void updateEdges(const NodeId &id, const QList<Edge> &after)
    {
        QList<EdgeId> before;
        QSet<EdgeId> kept;
        for (const Edge *edge : m_graph.edgesFrom(id))
            before.append(edge->id);
        const auto stays
            = [&after](const EdgeId &edge) { return std::ranges::find(after, edge, &Edge::id) != after.end(); };
        // Where the common ones changed their order it is simplest to start over.
        QList<EdgeId> common;
        std::ranges::copy_if(before, std::back_inserter(common), stays);
        QList<EdgeId> commonAfter;
        for (const Edge &edge : after) {
            if (before.contains(edge.id))
                commonAfter.append(edge.id);
        }
        if (common == commonAfter)
            kept = QSet<EdgeId>(common.begin(), common.end());
        for (const EdgeId &edge : std::as_const(before)) {
            if (!kept.contains(edge))
                m_graph.removeEdge(m_graph.indexOf(edge));
        }
        qsizetype place = firstEdgePlace(id);
        for (const Edge &edge : after) {
            if (!kept.contains(edge.id))
                m_graph.insertEdge(place, edge);
            else if (m_graph.edges()[place] != edge)
                m_graph.replaceEdge(edge);
            ++place;
        }
    }

    /// Where the edges of a state begin: behind those of the states before it.
    qsizetype firstEdgePlace(const NodeId &id) const
    {
        if (const QList<const Edge *> own = m_graph.edgesFrom(id); !own.isEmpty())
            return m_graph.indexOf(own.first()->id);
        for (qsizetype at = m_graph.indexOf(id) - 1; at >= 0; --at) {
            if (const QList<const Edge *> edges = m_graph.edgesFrom(m_graph.nodes()[at].id); !edges.isEmpty())
                return m_graph.indexOf(edges.last()->id) + 1;
        }
        return 0;
    }

    Graph &m_graph;
    const FlowState &m_state;
    Touched m_touched;
    SidecarPositions m_positions;
    Shape m_shape;
    const Json *m_container;
    QList<NodeId> m_departures;
    QList<Arrival> m_arrivals;
    qsizetype m_firstChange = std::numeric_limits<qsizetype>::max(); ///< places in nodes(), afterwards
    qsizetype m_lastChange = 0;
    QSet<NodeId> m_affected;
    NodeId m_start;
};

} // namespace

GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied)
{
    if (std::optional<GraphDelta> delta = Patch(graph, state, touchedBy(graph, state.content, applied)).apply())
        return *std::move(delta);
    const Graph before = graph;
    graph = project(state);
    return compareGraphs(before, graph);
}

} // namespace jackfield::conversationflow
