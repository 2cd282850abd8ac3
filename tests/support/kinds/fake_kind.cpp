// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/kinds/fake_kind.h"

#include "model/json/json_reader.h"

#include <QSet>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kCatalog[] = R"({"types": [
  {"id": "start", "title": "Start", "description": "", "family": "entry", "icon": "start", "start": true, "acceptsInput": false,
   "ports": [{"id": "next", "name": "Next"}], "blank": {}, "schema": {"type": "object"}},
  {"id": "step", "title": "Step", "description": "", "family": "say", "icon": "message", "titleFrom": ["/text"],
   "ports": [{"id": "next", "name": "Next"}, {"id": "else", "name": "Else", "fallback": true}],
   "blank": {"text": ""}, "schema": {"type": "object"}},
  {"id": "stop", "title": "Stop", "description": "", "family": "end", "icon": "end", "terminal": true, "blank": {}, "schema": {"type": "object"}}
]})";

Json pointOf(QPointF point)
{
    return Json::object({member("x", Json::number(point.x())), member("y", Json::number(point.y()))});
}

qsizetype indexOf(const Json &array, QByteArrayView id)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (array.at(i)["id"].utf8() == id)
            return i;
    }
    return -1;
}

QByteArray freeId(const QSet<QByteArray> &taken, const QByteArray &stem)
{
    for (int i = 1;; ++i) {
        if (const QByteArray id = stem + QByteArray::number(i); !taken.contains(id))
            return id;
    }
}

QSet<QByteArray> idsIn(const Json &array)
{
    QSet<QByteArray> ids;
    for (const Json &item : array.items())
        ids.insert(item["id"].toUtf8());
    return ids;
}

Json edgeJson(const QByteArray &id, const NodeId &from, const QByteArray &port, const NodeId &to)
{
    return Json::object(
        {member("id", Json::string(id)), member("source", Json::string(from.utf8)), member("port", Json::string(port)),
         member("target", Json::string(to.utf8))});
}

JsonPointer at(const char *list)
{
    return JsonPointer().child(list);
}

struct Compiler
{
    const Lens &lens;
    const Catalog &catalog;
    const FlowState &state;
    const Graph &graph;
    FlowEdits edits;

    const Json &nodes() const { return state.content["nodes"]; }
    const Json &edges() const { return state.content["edges"]; }

    Result<void> operator()(const AddNode &add)
    {
        const NodeType *type = catalog.find(add.type);
        if (!type)
            return Error{"unknown_type"_ba, u"There is no such node type."_s, {}, 0, 0};
        const QByteArray id = add.id.isEmpty() ? freeId(idsIn(nodes()), add.type + '-') : add.id.utf8;
        edits.content.append(JsonEdit::insert(
            at("nodes").child(nodes().size()),
            Json::object(
                {member("id", Json::string(id)), member("type", Json::string(add.type)),
                 member("position", pointOf(add.position)), member("data", type->blank)})));
        return {};
    }
    Result<void> operator()(const RemoveNodes &remove)
    {
        QList<EdgeId> touching;
        for (const Edge &edge : graph.edges()) {
            if (remove.nodes.contains(edge.from) || remove.nodes.contains(edge.to))
                touching.append(edge.id);
        }
        const auto done = (*this)(RemoveEdges{touching});
        for (qsizetype i = nodes().size() - 1; i >= 0; --i) {
            if (remove.nodes.contains(NodeId(nodes().at(i)["id"].toUtf8())))
                edits.content.append(JsonEdit::remove(at("nodes").child(i)));
        }
        return done;
    }
    Result<void> operator()(const RemoveEdges &remove)
    {
        for (qsizetype i = edges().size() - 1; i >= 0; --i) {
            if (remove.edges.contains(EdgeId(edges().at(i)["id"].toUtf8())))
                edits.content.append(JsonEdit::remove(at("edges").child(i)));
        }
        return {};
    }
    Result<void> operator()(const MoveNodes &move)
    {
        for (const MoveNodes::Place &place : move.places) {
            const qsizetype index = indexOf(nodes(), place.node.utf8);
            if (index < 0)
                return Error{"node_not_found"_ba, u"There is no such node."_s, {}, 0, 0};
            const JsonPointer where = at("nodes").child(index).child("position");
            edits.content.append(
                nodes().at(index).contains("position") ? JsonEdit::set(where, pointOf(place.position))
                                                       : JsonEdit::insert(where, pointOf(place.position)));
        }
        return {};
    }
    Result<void> operator()(const Connect &connect)
    {
        if (auto allowed = lens.canConnect(graph, connect.from, connect.port, connect.to); !allowed)
            return allowed.error();
        edits.content.append(JsonEdit::insert(
            at("edges").child(edges().size()),
            edgeJson(freeId(idsIn(edges()), "e"_ba), connect.from, connect.port, connect.to)));
        return {};
    }
    Result<void> operator()(const Reconnect &change)
    {
        if (auto allowed = lens.canConnect(graph, change.from, change.port, change.to, change.edge); !allowed)
            return allowed.error();
        const JsonPointer edge = at("edges").child(indexOf(edges(), change.edge.utf8));
        edits.content
            += {JsonEdit::set(edge.child("source"), Json::string(change.from.utf8)),
                JsonEdit::set(edge.child("port"), Json::string(change.port)),
                JsonEdit::set(edge.child("target"), Json::string(change.to.utf8))};
        return {};
    }
    Result<void> operator()(const SetData &data)
    {
        const Node *node = graph.node(data.node);
        if (!node || !data.value)
            return Error{"node_not_found"_ba, u"There is no such node."_s, {}, 0, 0};
        const JsonPointer where(node->data.text() + data.pointer.text());
        edits.content.append(
            where.in(state.content) ? JsonEdit::set(where, *data.value) : JsonEdit::insert(where, *data.value));
        return {};
    }
    Result<void> operator()(const RenameNode &)
    {
        return Error{"unsupported"_ba, u"Nodes of this kind have no name."_s, {}, 0, 0};
    }
    Result<void> operator()(const Paste &paste)
    {
        QSet<QByteArray> nodeIds = idsIn(nodes());
        QSet<QByteArray> edgeIds = idsIn(edges());
        QHash<QByteArray, QByteArray> renamed;
        QPointF corner(1e9, 1e9);
        for (const Json &node : paste.fragment["nodes"].items()) {
            corner.setX(qMin(corner.x(), node["position"]["x"].toDouble()));
            corner.setY(qMin(corner.y(), node["position"]["y"].toDouble()));
        }
        qsizetype index = nodes().size();
        for (Json node : paste.fragment["nodes"].items()) {
            const QByteArray old = node["id"].toUtf8();
            const QByteArray id = nodeIds.contains(old) ? freeId(nodeIds, old + '-') : old;
            nodeIds.insert(id);
            renamed.insert(old, id);
            const QPointF was(node["position"]["x"].toDouble(), node["position"]["y"].toDouble());
            node.set("id", Json::string(id));
            node.set("position", pointOf(was - corner + paste.position));
            edits.content.append(JsonEdit::insert(at("nodes").child(index++), node));
        }
        index = edges().size();
        for (const Json &edge : paste.fragment["edges"].items()) {
            const QByteArray id = freeId(edgeIds, "e"_ba);
            edgeIds.insert(id);
            edits.content.append(JsonEdit::insert(
                at("edges").child(index++),
                edgeJson(
                    id, NodeId(renamed.value(edge["source"].toUtf8())), edge["port"].toUtf8(),
                    NodeId(renamed.value(edge["target"].toUtf8())))));
        }
        return {};
    }
};

class FakeLens final : public Lens
{
public:
    FakeLens(QByteArray kind, const Catalog &catalog) : m_kind(std::move(kind)), m_catalog(catalog) { }

    Graph project(const FlowState &state) const override;
    GraphDelta reproject(Graph &graph, const FlowState &state, const FlowEdits &applied) const override;
    Result<FlowEdits> compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const override;
    Result<void> canConnect(
        const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to,
        const EdgeId &ignoring) const override;
    Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const override;

private:
    QByteArray m_kind;
    const Catalog &m_catalog;
};

class NoRules final : public Rules
{
public:
    Problems check(const FlowState &, const Graph &) const override { return {}; }
};

class FakeFiles final : public FileShapes
{
public:
    Json blank() const override
    {
        return Json::object({member("nodes", Json::array()), member("edges", Json::array())});
    }
    std::vector<ExtractedFlow> extract(const Json &) const override { return {}; }
};

Graph FakeLens::project(const FlowState &state) const
{
    QList<Node> nodes;
    const Json &list = state.content["nodes"];
    for (qsizetype i = 0; i < list.size(); ++i) {
        const Json &item = list.at(i);
        Node node;
        node.id = NodeId(item["id"].toUtf8());
        node.type = item["type"].toUtf8();
        node.pointer = at("nodes").child(i);
        node.data = node.pointer.child("data");
        node.title = item["data"]["text"].toString();
        if (const NodeType *type = m_catalog.find(node.type)) {
            node.family = type->family;
            node.icon = type->icon;
            node.typeTitle = type->title;
            node.acceptsInput = type->acceptsInput;
            node.start = type->start;
            node.terminal = type->terminal;
            for (const PortSpec &port : type->ports)
                node.outputs.append({port.id, port.name, port.fallback});
        }
        if (const Json *position = item.find("position"))
            node.position = QPointF((*position)["x"].toDouble(), (*position)["y"].toDouble());
        nodes.append(node);
    }
    QList<Edge> edges;
    const Json &lines = state.content["edges"];
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const Json &item = lines.at(i);
        edges.append(
            {EdgeId(item["id"].toUtf8()),
             NodeId(item["source"].toUtf8()),
             item["port"].toUtf8(),
             NodeId(item["target"].toUtf8()),
             {},
             {},
             at("edges").child(i)});
    }
    Graph graph;
    graph.assign(nodes, edges);
    return graph;
}

GraphDelta FakeLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &) const
{
    Graph after = project(state);
    GraphDelta delta = compareGraphs(graph, after);
    graph = std::move(after);
    return delta;
}

Result<FlowEdits> FakeLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    Compiler compiler{*this, m_catalog, state, graph, {}};
    if (auto done = std::visit(compiler, edit); !done)
        return done.error();
    return compiler.edits;
}

Result<void> FakeLens::canConnect(
    const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring) const
{
    const Node *target = graph.node(to);
    if (!target || !graph.port(from, port))
        return Error{"node_not_found"_ba, u"There is no such node or output."_s, {}, 0, 0};
    if (!target->acceptsInput)
        return Error{"no_input"_ba, u"\"Start\" takes no input: connect to another node."_s, {}, 0, 0};
    if (from == to)
        return Error{"self_loop"_ba, u"A step cannot follow itself: connect to another node."_s, {}, 0, 0};
    for (const Edge *edge : graph.edgesFrom(from)) {
        if (edge->id != ignoring && edge->port == port && edge->to == to)
            return Error{"exists"_ba, u"These are connected already."_s, {}, 0, 0};
    }
    return {};
}

Json FakeLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    std::vector<Json> copied;
    std::vector<Json> lines;
    for (const Node &node : graph.nodes()) {
        if (!nodes.contains(node.id))
            continue;
        Json item = *node.pointer.in(state.content);
        item.set("position", pointOf(node.position.value_or(QPointF())));
        copied.push_back(item);
    }
    for (const Edge &edge : graph.edges()) {
        if (nodes.contains(edge.from) && nodes.contains(edge.to))
            lines.push_back(*edge.pointer.in(state.content));
    }
    return Json::object(
        {member("jackfield", Json::number(qint64(1))), member("kind", Json::string(m_kind)),
         member("nodes", Json::array(copied)), member("edges", Json::array(lines))});
}

} // namespace

Kind fakeKind(QByteArray id)
{
    const auto json = parseJson(kCatalog);
    Q_ASSERT(json);
    auto read = Catalog::fromJson(*json);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    auto catalog = std::make_unique<const Catalog>(*std::move(read));
    auto lens = std::make_unique<FakeLens>(id, *catalog);
    KindInfo info{.id = id, .title = QString::fromUtf8(id)};
    return Kind(
        {.info = std::move(info),
         .catalog = std::move(catalog),
         .lens = std::move(lens),
         .rules = std::make_unique<NoRules>(),
         .files = std::make_unique<FakeFiles>()});
}

FlowState fakeChain(int steps, bool placed)
{
    std::vector<Json> nodes;
    std::vector<Json> edges;
    const auto add = [&](const QByteArray &id, const QByteArray &type) {
        Json node = Json::object({member("id", Json::string(id)), member("type", Json::string(type))});
        if (placed)
            node.set("position", pointOf(QPointF(304.0 * double(nodes.size()), 0)));
        node.set("data", Json::object({member("text", Json::string(id))}));
        if (!nodes.empty()) {
            edges.push_back(edgeJson(
                "e" + QByteArray::number(edges.size() + 1), NodeId(nodes.back()["id"].toUtf8()), "next"_ba,
                NodeId(id)));
        }
        nodes.push_back(node);
    };
    add("start"_ba, "start"_ba);
    for (int i = 1; i <= steps; ++i)
        add("step" + QByteArray::number(i), "step"_ba);
    add("stop"_ba, "stop"_ba);
    return {Json::object({member("nodes", Json::array(nodes)), member("edges", Json::array(edges))}), Json::object()};
}

} // namespace jackfield
