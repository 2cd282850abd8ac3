// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/flows/flow_generator.h"

#include <QSet>

#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kTypes{"message", "question", "condition", "setVariable", "httpRequest", "addTag", "delay"};
constexpr std::array kWords{"Hello", "Sales", "Support", "Refund", "", "Zürich – ok", "{{name}}", "\"quoted\"\nline"};

Json textJson(QByteArrayView text)
{
    return Json::string(text);
}

Json word(Lcg &random)
{
    return textJson(kWords.at(size_t(random.below(kWords.size()))));
}

QByteArray numbered(QByteArrayView stem, qsizetype number)
{
    return stem.toByteArray() + QByteArray::number(number);
}

Json generatedNode(qsizetype i, Lcg &random)
{
    const QByteArrayView type
        = i == 0 ? QByteArrayView("start") : QByteArrayView(kTypes.at(size_t(random.below(kTypes.size()))));
    Json data = Json::object();
    if (type == "message" || type == "question")
        data.set("text", textJson(numbered("What to say ", i)));
    if (type == "question")
        data.set("options", Json::array({textJson("Yes"), textJson("No")}));
    if (type == "condition")
        data.set(
            "rules",
            Json::array({Json::object(
                {member("id", textJson("r1")), member("variable", textJson("topic")),
                 member("operator", textJson("isSet"))})}));
    return Json::object(
        {member("id", textJson(numbered("n", i))), member("type", textJson(type)), member("data", std::move(data))});
}

Json generatedEdge(qsizetype j, qsizetype from, qsizetype to)
{
    return Json::object(
        {member("id", textJson(numbered("e", j))), member("source", textJson(numbered("n", from))),
         member("target", textJson(numbered("n", to)))});
}

Json schemaValue(const Json &schema, Lcg &random)
{
    const QByteArrayView type = schema["type"].utf8();
    if (const Json &choices = schema["enum"]; choices.isArray() && !choices.isEmpty())
        return choices.at(random.below(choices.size()));
    if (type == "integer" || type == "number")
        return Json::number(qint64(random.below(100)));
    if (type == "boolean")
        return Json::boolean(random.oneIn(2));
    if (type == "array") {
        Json list = Json::array();
        for (qsizetype i = random.below(4); i > 0; --i)
            list.append(schemaValue(schema["items"], random));
        return list;
    }
    if (type == "object") {
        Json object = Json::object();
        for (const Json::Member &property : schema["properties"].members()) {
            if (!random.oneIn(3))
                object.set(property.key(), schemaValue(property.value, random));
        }
        return object;
    }
    return word(random);
}

NodeId anyNode(const Graph &graph, Lcg &random)
{
    return graph.nodes().isEmpty() ? NodeId() : graph.nodes().at(random.below(graph.nodes().size())).id;
}

QList<NodeId> someNodes(const Graph &graph, Lcg &random)
{
    QList<NodeId> nodes;
    for (qsizetype i = 1 + random.below(4); i > 0; --i) {
        if (const NodeId id = anyNode(graph, random); !id.isEmpty() && !nodes.contains(id))
            nodes.append(id);
    }
    return nodes;
}

EdgeId anyEdge(const Graph &graph, Lcg &random)
{
    return graph.edges().isEmpty() ? EdgeId() : graph.edges().at(random.below(graph.edges().size())).id;
}

QPointF anyPlace(Lcg &random)
{
    return QPointF(double(random.below(4000)) - 2000, double(random.below(4000)) / 2);
}

QByteArray anyPort(const Graph &graph, const NodeId &id, Lcg &random)
{
    const Node *node = graph.node(id);
    return node && !node->outputs.isEmpty() ? node->outputs.at(random.below(node->outputs.size())).id : QByteArray();
}

SetData randomData(const Kind &kind, const Graph &graph, Lcg &random)
{
    SetData edit;
    edit.node = anyNode(graph, random);
    const Node *node = graph.node(edit.node);
    const NodeType *type = node ? kind.catalog().find(node->type) : nullptr;
    const std::span<const Json::Member> properties
        = type ? type->schema["properties"].members() : std::span<const Json::Member>();
    if (properties.empty() || random.oneIn(8)) {
        edit.pointer = JsonPointer(random.oneIn(2) ? "/x-own"_ba : "/x-own/deep~1er"_ba);
        edit.value = word(random);
    } else {
        const Json::Member &property = properties[size_t(random.below(qsizetype(properties.size())))];
        edit.pointer = JsonPointer().child(property.key());
        edit.value = schemaValue(property.value, random);
        if (property.value["type"].utf8() == "array" && random.oneIn(2)) {
            edit.pointer = edit.pointer.child(random.below(3));
            edit.value = schemaValue(property.value["items"], random);
        }
    }
    if (random.oneIn(5))
        edit.value.reset();
    return edit;
}

} // namespace

Json generatedChatbot(qsizetype nodes, Lcg &random)
{
    std::vector<Json> nodeJson;
    std::vector<Json> edgeJson;
    for (qsizetype i = 0; i < nodes; ++i)
        nodeJson.push_back(generatedNode(i, random));
    QSet<std::pair<qsizetype, qsizetype>> known;
    const auto connect = [&](qsizetype from, qsizetype to) {
        if (from >= to || known.contains({from, to}))
            return;
        known.insert({from, to});
        edgeJson.push_back(generatedEdge(qsizetype(edgeJson.size()), from, to));
    };
    for (qsizetype i = 0; i + 1 < nodes; ++i)
        connect(i, i + 1);
    const qsizetype wanted = nodes + nodes / 2;
    for (qsizetype tries = 0; qsizetype(edgeJson.size()) < wanted && tries < 4 * nodes; ++tries) {
        const qsizetype from = random.below(nodes);
        connect(from, std::min(nodes - 1, from + 1 + random.below(50)));
    }
    return Json::object(
        {member("nodes", Json::array(std::move(nodeJson))), member("edges", Json::array(std::move(edgeJson)))});
}

Json strangeChatbot(qsizetype nodes, Lcg &random)
{
    Json content = generatedChatbot(nodes, random);
    std::vector<Json> nodeJson;
    for (Json node : content["nodes"].items()) {
        if (random.oneIn(10))
            node.set("id", textJson(numbered("n", random.below(nodes))));
        if (random.oneIn(20))
            node.takeMember(node.indexOf("id"));
        else if (random.oneIn(20))
            node.set("id", Json::number(qint64(random.below(9))));
        if (random.oneIn(8))
            node.set("type", textJson("vendorThing"));
        if (random.oneIn(4))
            node.set(
                "position",
                Json::object(
                    {member("x", Json::number(qint64(random.below(900)))),
                     member("y", random.oneIn(9) ? Json() : Json::number(1.5))}));
        if (random.oneIn(15))
            node.takeMember(node.indexOf("data"));
        nodeJson.push_back(random.oneIn(30) ? word(random) : std::move(node));
    }
    std::vector<Json> edgeJson;
    for (Json edge : content["edges"].items()) {
        if (random.oneIn(3))
            edge.takeMember(edge.indexOf("id"));
        else if (random.oneIn(12))
            edge.set("id", textJson(numbered("e", random.below(nodes))));
        if (random.oneIn(3))
            edge.set("sourceHandle", random.oneIn(4) ? Json() : word(random));
        if (random.oneIn(12))
            edge.set("target", textJson("gone"));
        if (random.oneIn(9))
            edge.set("label", word(random));
        if (random.oneIn(15)) {
            edge.set("from", edge["source"]);
            edge.takeMember(edge.indexOf("source"));
        }
        edgeJson.push_back(random.oneIn(40) ? Json::object() : std::move(edge));
    }
    content.set("nodes", Json::array(std::move(nodeJson)));
    content.set("edges", Json::array(std::move(edgeJson)));
    return content;
}

FlowState grownFlow(const Kind &kind, qsizetype nodes, Lcg &random)
{
    FlowState state{.content = kind.files().blank()};
    Graph graph = kind.lens().project(state);
    const QList<NodeType> &types = kind.catalog().types();
    const auto apply = [&](const GraphEdit &edit) {
        const Result<FlowEdits> edits = kind.lens().compile(state, graph, edit);
        if (edits && applyFlowEdits(state, *edits))
            kind.lens().reproject(graph, state, *edits);
    };
    for (qsizetype tries = 0; graph.nodes().size() < nodes && tries < 2 * nodes; ++tries) {
        apply(AddNode{.type = types.at(random.below(types.size())).id, .position = anyPlace(random), .id = {}});
        for (int i = 0; i < 2; ++i) {
            const NodeId from = anyNode(graph, random);
            apply(Connect{.from = from, .port = anyPort(graph, from, random), .to = anyNode(graph, random)});
        }
    }
    return state;
}

GraphEdit randomEdit(const Kind &kind, const FlowState &state, const Graph &graph, Lcg &random)
{
    const QList<NodeType> &types = kind.catalog().types();
    switch (random.below(10)) {
    case 0:
        return AddNode{
            .type = types.at(random.below(types.size())).id,
            .position = anyPlace(random),
            .id = random.oneIn(3) ? NodeId(numbered("own_", random.below(50))) : NodeId()};
    case 1:
        return RemoveNodes{someNodes(graph, random)};
    case 2:
        return RemoveEdges{{anyEdge(graph, random)}};
    case 3: {
        MoveNodes move;
        for (const NodeId &id : someNodes(graph, random))
            move.places.append({.node = id, .position = anyPlace(random)});
        return move;
    }
    case 4:
    case 5: {
        const NodeId from = anyNode(graph, random);
        return Connect{.from = from, .port = anyPort(graph, from, random), .to = anyNode(graph, random)};
    }
    case 6: {
        const NodeId from = anyNode(graph, random);
        return Reconnect{
            .edge = anyEdge(graph, random),
            .from = from,
            .port = anyPort(graph, from, random),
            .to = anyNode(graph, random)};
    }
    case 7:
        return RenameNode{.node = anyNode(graph, random), .name = numbered("renamed_", random.below(60))};
    case 8:
        return Paste{
            .fragment = kind.lens().copyFragment(state, graph, someNodes(graph, random)), .position = anyPlace(random)};
    default:
        return randomData(kind, graph, random);
    }
}

namespace {

struct EditWords
{
    static QString names(const QList<NodeId> &ids)
    {
        QStringList words;
        for (const NodeId &id : ids)
            words.append(id.toString());
        return words.join(u' ');
    }
    QString operator()(const AddNode &edit) const
    {
        return u"add %1 %2"_s.arg(QString::fromUtf8(edit.type), edit.id.toString());
    }
    QString operator()(const RemoveNodes &edit) const { return u"remove nodes "_s + names(edit.nodes); }
    QString operator()(const RemoveEdges &edit) const { return u"remove edge "_s + edit.edges.value(0).toString(); }
    QString operator()(const MoveNodes &edit) const { return u"move %1 nodes"_s.arg(edit.places.size()); }
    QString operator()(const Connect &edit) const
    {
        return u"connect %1[%2] to %3"_s.arg(edit.from.toString(), QString::fromUtf8(edit.port), edit.to.toString());
    }
    QString operator()(const Reconnect &edit) const
    {
        return u"reconnect %1: %2[%3] to %4"_s.arg(
            edit.edge.toString(), edit.from.toString(), QString::fromUtf8(edit.port), edit.to.toString());
    }
    QString operator()(const SetData &edit) const
    {
        return u"set %1 of %2"_s.arg(QString::fromUtf8(edit.pointer.text()), edit.node.toString());
    }
    QString operator()(const RenameNode &edit) const
    {
        return u"rename %1 to %2"_s.arg(edit.node.toString(), QString::fromUtf8(edit.name));
    }
    QString operator()(const Paste &edit) const { return u"paste %1 nodes"_s.arg(edit.fragment["nodes"].size()); }
};

} // namespace

QString describeEdit(const GraphEdit &edit)
{
    return std::visit(EditWords(), edit);
}

} // namespace jackfield
