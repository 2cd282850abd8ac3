// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/graph_validator.h"

#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/shared/data_rules.h"
#include "model/kinds/shared/node_face.h"
#include "model/validation/graph_rules.h"

#include <QVarLengthArray>

#include <algorithm>
#include <utility>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A set of names. Nodes have few outputs as a rule, and those are compared; only very many are worth hashing.
class Names
{
public:
    bool contains(const QByteArray &name) const
    {
        return m_few.contains(name) || (!m_rest.isEmpty() && m_rest.contains(name));
    }
    void insert(const QByteArray &name)
    {
        if (m_few.size() < kFew)
            m_few.append(name);
        else
            m_rest.insert(name);
    }
    bool isEmpty() const { return m_few.isEmpty(); }

private:
    static constexpr qsizetype kFew = 12;
    QVarLengthArray<QByteArray, kFew> m_few;
    QSet<QByteArray> m_rest;
};

enum NodeFact : quint8 { SecondStart = 1, Unreachable = 2, DeadEnd = 4 };
enum EdgeFact : quint8 { LeadsNowhere = 1, Repeated = 2 };

/// The same item as before, or one that is equal to it without a look inside.
bool isSame(const Json &before, const Json &now)
{
    return before.sharesWith(now) || (before.isNull() && now.isNull());
}

} // namespace

/// One look at a flow: what the whole of it says about each item, and the rules of single items.
class GraphValidator::Look
{
public:
    /// `lists`: {nodes, edges}, which live at `root`.
    Look(const Json &lists, const JsonPointer &root, const Graph &graph, const Catalog &catalog)
        : m_graph(graph), m_catalog(catalog), m_root(root), m_lists(lists), m_nodes(nodeItems(lists)),
          m_edges(edgeItems(lists)), m_starts(startNodes(graph)), m_reached(reachedNodes(graph, m_starts)),
          m_repeated(repeatedEdges(graph))
    {
    }

    Problems ofFlow()
    {
        Problems problems;
        m_problems = &problems;
        checkShape();
        if (m_starts.empty())
            problems.append(missingStart(m_root));
        return problems;
    }

    bool isSameNode(const NodeInputs &inputs, qsizetype index) const
    {
        const Json &item = m_nodes[size_t(index)];
        return item.isObject() && item.sharesWith(inputs.item) && inputs.facts == nodeFacts(index)
            && (!hasListedOutputs(inputs.type) || hasPorts(inputs.connected, m_graph.outgoing(index)));
    }

    NodeInputs node(qsizetype index, Problems &problems)
    {
        m_problems = &problems;
        const Node &node = m_graph.nodes().at(index);
        const Json &item = m_nodes[size_t(index)];
        NodeInputs inputs{.item = item, .type = m_catalog.find(node.type), .connected = {}, .facts = nodeFacts(index)};
        if (hasListedOutputs(inputs.type)) {
            for (const int edge : m_graph.outgoing(index))
                inputs.connected.append(m_graph.edges().at(edge).port);
        }
        if (inputs.facts & SecondStart)
            problems.append(secondStart(node));
        checkNode(node, item, inputs);
        if (inputs.facts & Unreachable)
            problems.append(unreachableNode(node));
        if (inputs.facts & DeadEnd)
            problems.append(deadEnd(node));
        return inputs;
    }

    bool isSameEdge(const EdgeInputs &inputs, qsizetype index) const
    {
        const Json &item = m_edges[size_t(index)];
        return item.isObject() && item.sharesWith(inputs.item) && inputs.facts == edgeFacts(index)
            && isSame(inputs.source, sourceItem(index)) && isSame(inputs.target, namedTarget(index));
    }

    EdgeInputs edge(qsizetype index, Problems &problems)
    {
        m_problems = &problems;
        const Edge &edge = m_graph.edges().at(index);
        const int place = m_graph.sourceOf(index);
        const Node *source = place < 0 ? nullptr : &m_graph.nodes().at(place);
        EdgeInputs inputs{
            .item = m_edges[size_t(index)],
            .source = sourceItem(index),
            .target = namedTarget(index),
            .facts = edgeFacts(index)};
        checkEdge(edge, inputs.item, source, place);
        checkEnds(edge, source, problems);
        if ((inputs.facts & Repeated) && source)
            problems.append(repeatedEdge(edge, *source, m_graph.node(edge.to)));
        return inputs;
    }

private:
    static bool hasListedOutputs(const NodeType *type) { return type && !type->portList.isEmpty(); }
    bool hasPorts(const QList<QByteArray> &ports, std::span<const int> edges) const
    {
        return std::ranges::equal(
            ports, edges, [this](const QByteArray &port, int edge) { return port == m_graph.edges().at(edge).port; });
    }
    quint8 nodeFacts(qsizetype index) const
    {
        const bool again
            = m_starts.size() > 1 && index != m_starts.front() && std::ranges::binary_search(m_starts, index);
        return quint8(
            (again ? SecondStart : 0) | (m_reached[size_t(index)] ? 0 : Unreachable)
            | (isDeadEnd(m_graph, index) ? DeadEnd : 0));
    }
    quint8 edgeFacts(qsizetype index) const
    {
        return quint8(
            (m_graph.edges().at(index).to.isEmpty() ? LeadsNowhere : 0) | (m_repeated[size_t(index)] ? Repeated : 0));
    }
    const Json &itemAt(int node) const { return node < 0 ? m_none : m_nodes[size_t(node)]; }
    const Json &sourceItem(qsizetype edge) const { return itemAt(m_graph.sourceOf(edge)); }
    /// Only a repeated edge names where it leads.
    const Json &namedTarget(qsizetype edge) const
    {
        return m_repeated[size_t(edge)] ? itemAt(m_graph.targetOf(edge)) : m_none;
    }

    void
    add(Severity severity, const QByteArray &code, const QString &message, const JsonPointer &at, const Node *node,
        const Edge *edge = nullptr)
    {
        m_problems->append(
            {.severity = severity,
             .code = code,
             .message = message,
             .pointer = at,
             .node = node ? node->id : NodeId(),
             .edge = edge ? edge->id : EdgeId()});
    }

    void checkShape()
    {
        if (!m_lists.isObject())
            return add(
                Severity::Error, "not-a-flow"_ba,
                u"The flow is not an object: it needs the lists \"nodes\" and \"edges\"."_s, m_root, nullptr);
        for (const QByteArrayView key : {QByteArrayView("nodes"), QByteArrayView("edges")}) {
            const Json *list = m_lists.find(key);
            if (list && !list->isArray())
                add(Severity::Error, "not-a-list"_ba, u"Member \"%1\" has to be a list."_s.arg(QString::fromUtf8(key)),
                    m_root.child(key), nullptr);
        }
    }

    void checkNode(const Node &node, const Json &item, const NodeInputs &inputs)
    {
        if (!item.isObject())
            return add(
                Severity::Error, "node-not-an-object"_ba,
                u"Item %1 of \"nodes\" is not a node: delete it, or make it an object with id and type."_s.arg(
                    node.pointer.lastKey().toInt() + 1),
                node.pointer, &node);
        checkId(node, scalarText(item["id"]));
        if (!inputs.type) {
            return add(
                Severity::Warning, "unknown-type"_ba,
                node.type.isEmpty()
                    ? u"\"%1\" (%2) has no type: give it one that the platform knows."_s.arg(
                        node.title, node.id.toString())
                    : u"\"%1\" (%2) is of type \"%3\", which is not known here: it is kept as it is."_s.arg(
                        node.title, node.id.toString(), QString::fromUtf8(node.type)),
                node.pointer, &node);
        }
        checkRequiredData(node, *inputs.type, item["data"], *m_problems);
        if (hasListedOutputs(inputs.type))
            checkListedOutputs(node, inputs, item["data"]);
    }

    void checkId(const Node &node, QByteArrayView own)
    {
        if (own.isEmpty())
            add(Severity::Error, "node-id-missing"_ba,
                u"\"%1\" has no id, so no edge can lead to it: give it one."_s.arg(node.title), node.pointer, &node);
        else if (own != node.id.utf8)
            add(Severity::Error, "duplicate-node-id"_ba,
                u"\"%1\" has the id \"%2\" of another node: give it one of its own."_s.arg(
                    node.title, QString::fromUtf8(own)),
                JsonPointer(node.pointer.text() + "/id"), &node);
    }

    void checkListedOutputs(const Node &node, const NodeInputs &inputs, const Json &data)
    {
        Names connected;
        for (const QByteArray &port : inputs.connected)
            connected.insert(port);
        // The outputs of the lists come first and in order, each id once.
        Names seen;
        auto output = node.outputs.cbegin();
        for (const PortList &list : inputs.type->portList) {
            const QList<QByteArray> ids = listedPortIds(list, data);
            for (qsizetype i = 0; i < ids.size(); ++i) {
                const QByteArray &id = ids.at(i);
                const auto at = [&] { return JsonPointer(node.data.text() + list.items.text()).child(i); };
                if (seen.contains(id)) {
                    add(Severity::Warning, "duplicate-option"_ba,
                        u"\"%1\" has \"%2\" twice, so the second is never taken: change or delete it."_s.arg(
                            node.title, QString::fromUtf8(id)),
                        at(), &node);
                    continue;
                }
                seen.insert(id);
                const QString name = (output++)->name;
                if (connected.contains(id))
                    continue;
                add(Severity::Warning, "option-without-edge"_ba,
                    u"\"%1\" has no edge for \"%2\": conversations stop there. Connect it to what comes next."_s.arg(
                        node.title, name),
                    at(), &node);
            }
        }
        if (node.family == Family::Decide && !connected.isEmpty() && !connected.contains(QByteArray())) {
            add(Severity::Warning, "missing-fallback"_ba,
                u"\"%1\" does not say what happens when no rule is true: connect its last output."_s.arg(node.title),
                node.pointer, &node);
        }
    }

    void checkEdge(const Edge &edge, const Json &item, const Node *source, int place)
    {
        if (!item.isObject())
            return add(
                Severity::Error, "edge-not-an-object"_ba,
                u"Item %1 of \"edges\" is not an edge: delete it."_s.arg(edge.pointer.lastKey().toInt() + 1),
                edge.pointer, nullptr, &edge);
        if (const QByteArrayView own = scalarText(item["id"]); !own.isEmpty() && own != edge.id.utf8)
            add(Severity::Warning, "duplicate-edge-id"_ba,
                u"An edge of \"%1\" has the id \"%2\" of another edge: give it one of its own."_s.arg(
                    source ? source->title : edge.from.toString(), QString::fromUtf8(own)),
                JsonPointer(edge.pointer.text() + "/id"), source, &edge);
        if (source && !isOutputOfType(place, edge.port))
            add(Severity::Warning, "unknown-output"_ba,
                edge.port.isEmpty()
                    ? u"An edge of \"%1\" does not say which output it leaves by: draw it again from one."_s.arg(
                        source->title)
                    : u"An edge leaves \"%1\" by \"%2\", which its data does not have: draw it again from another output."_s
                          .arg(source->title, QString::fromUtf8(edge.port)),
                edge.pointer, source, &edge);
    }

    /// Whether the output comes from the catalog and the data, and not from the edge alone.
    bool isOutputOfType(int place, const QByteArray &port)
    {
        const NodeType *type = m_catalog.find(m_graph.nodes().at(place).type);
        if (!type)
            return true;
        for (const PortSpec &spec : type->ports) {
            if (spec.id == port)
                return true;
        }
        if (type->portList.isEmpty())
            return false;
        if (m_outputsOf != place) {
            const Json &data = m_nodes[size_t(place)]["data"];
            m_outputsOf = place;
            m_outputs.clear();
            for (const PortList &list : type->portList) {
                for (const QByteArray &id : listedPortIds(list, data))
                    m_outputs.insert(id);
            }
        }
        return m_outputs.contains(port);
    }

    const Graph &m_graph;
    const Catalog &m_catalog;
    const JsonPointer &m_root;
    const Json &m_lists;
    std::span<const Json> m_nodes;
    std::span<const Json> m_edges;
    std::vector<qsizetype> m_starts;
    std::vector<bool> m_reached;
    std::vector<bool> m_repeated;
    const Json m_none;
    Problems *m_problems = nullptr; ///< where add() adds
    int m_outputsOf = -1; ///< node whose outputs were looked up last; edges of one node stand together as a rule
    QSet<QByteArray> m_outputs;
};

GraphValidator::GraphValidator(const Catalog &catalog, const JsonPointer &root) : m_catalog(catalog), m_root(root) { }

Problems GraphValidator::check(const FlowState &state, const Graph &graph)
{
    const Json *lists = m_root.in(state.content);
    const Json none;
    Look look(lists ? *lists : none, m_root, graph, m_catalog);
    Problems ofFlow = look.ofFlow();
    const bool nodesChanged = m_nodes.compare(
        graph.nodes(), [&](const NodeInputs &inputs, qsizetype at) { return look.isSameNode(inputs, at); });
    const bool edgesChanged = m_edges.compare(
        graph.edges(), [&](const EdgeInputs &inputs, qsizetype at) { return look.isSameEdge(inputs, at); });
    if (!nodesChanged && !edgesChanged && ofFlow == m_ofFlow)
        return m_problems;
    const Problems before = std::exchange(m_problems, ofFlow);
    m_ofFlow = std::move(ofFlow);
    m_problems.reserve(before.size());
    m_nodes.collect(
        graph.nodes(), before, m_problems, [&](qsizetype at, Problems &problems) { return look.node(at, problems); });
    m_edges.collect(
        graph.edges(), before, m_problems, [&](qsizetype at, Problems &problems) { return look.edge(at, problems); });
    return m_problems;
}

} // namespace jackfield::nodelist
