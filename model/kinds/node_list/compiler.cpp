// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/compiler.h"

#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/shared/data_edits.h"

#include <algorithm>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

Error problem(const QByteArray &code, const QString &message, const JsonPointer &at = {})
{
    return {.code = code, .message = message, .pointer = at.text()};
}

} // namespace

Result<FlowEdits> Compiler::operator()(const AddNode &edit)
{
    if (const Result<void> lists = needsLists(); !lists)
        return lists.error();
    const NodeType *type = m_catalog.find(edit.type);
    if (!type) {
        return problem(
            "unknown_type"_ba,
            u"There is no node type \"%1\": choose one of the palette."_s.arg(QString::fromUtf8(edit.type)));
    }
    if (!edit.id.isEmpty() && m_graph.node(edit.id))
        return problem("id_taken"_ba, u"There is already a node \"%1\": choose another id."_s.arg(edit.id.toString()));
    const QByteArray id = edit.id.isEmpty() ? freeNodeId(edit.type, {}) : edit.id.utf8;
    Json item = Json::object({member("id", Json::string(id)), member("type", Json::string(type->id))});
    FlowEdits edits;
    QList<MoveNodes::Place> beside;
    if (nodesCarryPositions())
        item.set("position", withPosition({}, edit.position));
    else
        beside.append({.node = NodeId(id), .position = edit.position});
    item.set("data", type->blank);
    append(edits, "nodes", {std::move(item)});
    return placed(std::move(edits), beside);
}

Result<FlowEdits> Compiler::operator()(const RemoveNodes &edit)
{
    QList<qsizetype> nodes;
    QList<qsizetype> edges;
    nodes.reserve(edit.nodes.size());
    for (const NodeId &id : edit.nodes) {
        const Result<qsizetype> at = indexOf(id);
        if (!at)
            return at.error();
        nodes.append(*at);
        for (const std::span<const int> touching : {m_graph.outgoing(*at), m_graph.incoming(*at)})
            for (const int edge : touching)
                edges.append(edge);
    }
    // From the back, so that no removal moves what is removed later.
    std::ranges::sort(nodes, std::ranges::greater());
    nodes.erase(std::ranges::unique(nodes).begin(), nodes.end());
    FlowEdits edits;
    edits.content.reserve(nodes.size() + edges.size());
    removeEdges(edits, std::move(edges));
    for (const qsizetype at : nodes)
        edits.content.append(JsonEdit::remove(m_graph.nodes().at(at).pointer));
    m_part.places->remove(edits, edit.nodes);
    return edits;
}

Result<FlowEdits> Compiler::operator()(const RemoveEdges &edit)
{
    QList<qsizetype> edges;
    for (const EdgeId &id : edit.edges) {
        const Result<qsizetype> at = indexOf(id);
        if (!at)
            return at.error();
        edges.append(*at);
    }
    FlowEdits edits;
    removeEdges(edits, std::move(edges));
    return edits;
}

Result<FlowEdits> Compiler::operator()(const MoveNodes &edit)
{
    FlowEdits edits;
    QList<MoveNodes::Place> beside;
    for (const MoveNodes::Place &place : edit.places) {
        const Result<qsizetype> at = indexOf(place.node);
        if (!at)
            return at.error();
        const Node &node = m_graph.nodes().at(*at);
        const Json *own = nodeJson(*at).find("position");
        if (!own)
            beside.append(place);
        else if (readPosition(*own) != place.position)
            edits.content.append(
                JsonEdit::set(JsonPointer(node.pointer.text() + "/position"), withPosition(*own, place.position)));
    }
    return placed(std::move(edits), beside);
}

Result<FlowEdits> Compiler::operator()(const RenameNode &edit)
{
    const Result<qsizetype> at = indexOf(edit.node);
    if (!at)
        return at.error();
    const Node &node = m_graph.nodes().at(*at);
    const Json &item = nodeJson(*at);
    if (edit.name.isEmpty())
        return problem("name_empty"_ba, u"A node needs an id: write at least one character."_s, node.pointer);
    const QByteArray old = rawId(item);
    if (old == edit.name)
        return FlowEdits();
    if (m_graph.node(NodeId(edit.name))) {
        return problem(
            "id_taken"_ba, u"There is already a node \"%1\": choose another id."_s.arg(QString::fromUtf8(edit.name)),
            node.pointer);
    }
    if (!item.isObject()) {
        return problem(
            "not_an_object"_ba,
            u"\"%1\" is not a node but a bare value: delete it, or make it an object in the JSON pane."_s.arg(
                node.title),
            node.pointer);
    }
    FlowEdits edits;
    const Json name = Json::string(edit.name);
    const JsonPointer idAt(node.pointer.text() + "/id");
    edits.content.append(item.contains("id") ? JsonEdit::set(idAt, name) : JsonEdit::insert(idAt, name, 0));
    // Only the first node of an id is what edges mean by it.
    if (node.id.utf8 == old) {
        for (const Edge *edge : m_graph.edgesFrom(node.id)) {
            const Json &json = edgeJson(edge - m_graph.edges().constData());
            edits.content.append(JsonEdit::set(edge->pointer.child(sourceKey(json)), name));
        }
        for (const Edge *edge : m_graph.edgesTo(node.id)) {
            const Json &json = edgeJson(edge - m_graph.edges().constData());
            edits.content.append(JsonEdit::set(edge->pointer.child(targetKey(json)), name));
        }
    }
    m_part.places->rename(edits, node.id, NodeId(edit.name));
    return edits;
}

Result<FlowEdits> Compiler::operator()(const SetData &edit)
{
    const Result<qsizetype> at = indexOf(edit.node);
    if (!at)
        return at.error();
    const Node &node = m_graph.nodes().at(*at);
    const Json &item = nodeJson(*at);
    if (!item.isObject()) {
        return problem(
            "not_an_object"_ba,
            u"\"%1\" is not a node but a bare value: delete it, or make it an object in the JSON pane."_s.arg(
                node.title),
            node.pointer);
    }
    Result<JsonEdits> data = dataEdits(m_part.content, node.data, edit.pointer, edit.value);
    if (!data)
        return data.error();
    FlowEdits edits;
    edits.content = *std::move(data);
    if (const Result<void> followed = followOutputs(edits, node, item["data"]); !followed)
        return followed.error();
    return edits;
}

const Json &Compiler::nodeJson(qsizetype index) const
{
    return nodeItems(m_part.graph)[size_t(index)];
}

const Json &Compiler::edgeJson(qsizetype index) const
{
    return edgeItems(m_part.graph)[size_t(index)];
}

Result<qsizetype> Compiler::indexOf(const NodeId &id) const
{
    if (const qsizetype at = m_graph.indexOf(id); at >= 0)
        return at;
    return problem("node_not_found"_ba, u"There is no node \"%1\" any more."_s.arg(id.toString()));
}

Result<qsizetype> Compiler::indexOf(const EdgeId &id) const
{
    if (const qsizetype at = m_graph.indexOf(id); at >= 0)
        return at;
    return problem("edge_not_found"_ba, u"There is no edge \"%1\" any more."_s.arg(id.toString()));
}

bool Compiler::nodesCarryPositions() const
{
    for (const Json &item : nodeItems(m_part.graph)) {
        if (item.isObject())
            return item.contains("position");
    }
    return false;
}

QByteArray Compiler::freeNodeId(const QByteArray &type, const QSet<QByteArray> &alsoTaken) const
{
    // One more than there are of the type, so that an id given up a moment ago does not come back as another node.
    qsizetype number = 1 + std::ranges::count(m_graph.nodes(), type, &Node::type);
    const QByteArray stem = type.isEmpty() ? "node_"_ba : type + '_';
    QByteArray id = stem + QByteArray::number(number);
    while (m_graph.node(NodeId(id)) || alsoTaken.contains(id))
        id = stem + QByteArray::number(++number);
    return id;
}

Result<void> Compiler::needsLists() const
{
    if (!m_part.graph.isObject()) {
        return problem(
            "not_a_flow"_ba, u"The flow is not an object with nodes and edges: repair it in the JSON pane."_s,
            m_part.root);
    }
    for (const QByteArrayView key : {QByteArrayView("nodes"), QByteArrayView("edges")}) {
        if (const Json *list = m_part.graph.find(key); list && !list->isArray()) {
            return problem(
                "not_a_list"_ba,
                u"Member \"%1\" of the flow is not a list: repair it in the JSON pane."_s.arg(QString::fromUtf8(key)),
                m_part.root.child(key));
        }
    }
    return {};
}

void Compiler::append(FlowEdits &edits, QByteArrayView list, const std::vector<Json> &items) const
{
    const Json *existing = m_part.graph.find(list);
    const JsonPointer at = m_part.root.child(list);
    if (!existing) {
        edits.content.append(JsonEdit::insert(at, Json::array(items)));
        return;
    }
    qsizetype index = existing->size();
    for (const Json &item : items)
        edits.content.append(JsonEdit::insert(at.child(index++), item));
}

Result<FlowEdits> Compiler::placed(FlowEdits edits, const QList<MoveNodes::Place> &beside) const
{
    if (const Result<void> done = m_part.places->place(edits, beside); !done)
        return done.error();
    return edits;
}

void Compiler::removeEdges(FlowEdits &edits, QList<qsizetype> indexes) const
{
    std::ranges::sort(indexes, std::ranges::greater());
    indexes.erase(std::ranges::unique(indexes).begin(), indexes.end());
    for (const qsizetype at : indexes)
        edits.content.append(JsonEdit::remove(m_graph.edges().at(at).pointer));
}

} // namespace jackfield::nodelist
