// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/compiler.h"
#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/shared/node_face.h"

#include <QRegularExpression>

#include <algorithm>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

Error refusal(const QByteArray &code, const QString &message, const Node *node = nullptr)
{
    return {.code = code, .message = message, .pointer = node ? node->pointer.text() : QByteArray()};
}

QString portName(const Node &node, QByteArrayView id)
{
    const auto port = std::ranges::find_if(node.outputs, [&](const Port &output) { return output.id == id; });
    const QString name = port == node.outputs.cend() ? QString() : port->name;
    return name.isEmpty() ? QString::fromUtf8(id) : name;
}

QString takenMessage(const Node &source, QByteArrayView port, const Node *next)
{
    const QString name = portName(source, port);
    const QString output
        = name.isEmpty() ? u"\"%1\""_s.arg(source.title) : u"Output \"%2\" of \"%1\""_s.arg(source.title, name);
    return u"%1 already leads to \"%2\": move that edge, or delete it first."_s.arg(
        output, next ? next->title : u"nowhere"_s);
}

/// What becomes of the items of a list when it changes: equal items are the same one, wherever they are now; between
/// lists of one length, an item that is new stands for the one whose index it has.
/// Result: index after the change for each index before it, -1 for those that are gone.
QList<qsizetype> followItems(std::span<const Json> before, std::span<const Json> after)
{
    const auto indexIn = [](std::span<const Json> items, const Json &item) {
        const auto found = std::ranges::find(items, item);
        return found == items.end() ? -1 : found - items.begin();
    };
    const bool sameLength = before.size() == after.size();
    QList<qsizetype> result;
    for (size_t i = 0; i < before.size(); ++i) {
        const bool stays = i < after.size() && before[i] == after[i];
        qsizetype now = stays ? qsizetype(i) : indexIn(after, before[i]);
        if (now < 0 && sameLength && indexIn(before, after[i]) < 0)
            now = qsizetype(i);
        result.append(now);
    }
    return result;
}

} // namespace

Result<void>
checkConnection(const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring)
{
    const Node *source = graph.node(from);
    const Node *target = graph.node(to);
    if (!source || !target) {
        return refusal(
            "node_not_found"_ba, u"There is no node \"%1\" any more."_s.arg((source ? to : from).toString()));
    }
    if (!target->acceptsInput)
        return refusal(
            "takes_no_input"_ba, u"\"%1\" begins the flow: nothing can lead to it."_s.arg(target->title), target);
    if (!graph.port(from, port)) {
        if (source->terminal && source->outputs.isEmpty())
            return refusal(
                "no_output"_ba, u"\"%1\" ends the conversation: nothing can follow it."_s.arg(source->title), source);
        return refusal(
            "port_not_found"_ba,
            u"\"%1\" has no output \"%2\": choose one that it shows."_s.arg(source->title, QString::fromUtf8(port)),
            source);
    }
    const bool several = source->family == Family::Unknown || source->family == Family::Decide;
    for (const Edge *edge : graph.edgesFrom(from)) {
        if (edge->port != port || edge->id == ignoring)
            continue;
        if (edge->to == to)
            return refusal(
                "edge_exists"_ba,
                u"This edge from \"%1\" to \"%2\" is already there."_s.arg(source->title, target->title), source);
        if (!several)
            return refusal("port_taken"_ba, takenMessage(*source, port, graph.node(edge->to)), source);
    }
    return {};
}

Result<Json> Compiler::reference(const NodeId &id) const
{
    const Result<qsizetype> at = indexOf(id);
    if (!at)
        return at.error();
    if (rawId(nodeJson(*at)) == id.utf8)
        return nodeJson(*at)["id"];
    const Node &node = m_graph.nodes().at(*at);
    return refusal(
        "no_own_id"_ba, u"\"%1\" has no id of its own, so edges cannot name it: give it one first."_s.arg(node.title),
        &node);
}

bool Compiler::edgesHaveIds() const
{
    const std::span<const Json> items = edgeItems(m_part.graph);
    return items.empty() || items.back().contains("id");
}

QByteArray Compiler::freeEdgeId(const QSet<QByteArray> &alsoTaken) const
{
    static const QRegularExpression counted(u"^([A-Za-z_-]{1,12}?)(\\d{1,9})$"_s);
    QByteArray stem = "edge_"_ba;
    qsizetype number = m_graph.edges().size();
    if (const std::span<const Json> items = edgeItems(m_part.graph); !items.empty()) {
        const QRegularExpressionMatch match = counted.match(QString::fromUtf8(rawId(items.back())));
        if (match.hasMatch()) {
            stem = match.captured(1).toUtf8();
            number = match.captured(2).toLongLong();
        }
    }
    QByteArray id;
    do {
        id = stem + QByteArray::number(++number);
    } while (m_graph.edge(EdgeId(id)) || alsoTaken.contains(id));
    return id;
}

Json Compiler::newEdge(const Json &source, const QByteArray &port, const Json &target) const
{
    const std::span<const Json> items = edgeItems(m_part.graph);
    const Json model = items.empty() || !items.back().isObject() ? Json::object() : items.back();
    const QByteArrayView sourceName = sourceKey(model);
    const QByteArrayView targetName = targetKey(model);
    Json edge = Json::object();
    if (edgesHaveIds())
        edge.set("id", Json::string(freeEdgeId({})));
    edge.set(sourceName, source);
    if (!port.isEmpty())
        edge.set("sourceHandle", Json::string(port));
    edge.set(targetName, target);
    // Editors of other tools draw an edge by its type and would show a nameless one differently.
    if (const Json *type = model.find("type"); type && type->isString())
        edge.set("type", *type);
    return edge;
}

Result<FlowEdits> Compiler::operator()(const Connect &edit)
{
    if (const Result<void> lists = needsLists(); !lists)
        return lists.error();
    if (const Result<void> allowed = checkConnection(m_graph, edit.from, edit.port, edit.to, {}); !allowed)
        return allowed.error();
    const Result<Json> source = reference(edit.from);
    if (!source)
        return source.error();
    const Result<Json> target = reference(edit.to);
    if (!target)
        return target.error();
    FlowEdits edits;
    append(edits, "edges", {newEdge(*source, edit.port, *target)});
    return edits;
}

Result<FlowEdits> Compiler::operator()(const Reconnect &edit)
{
    const Result<qsizetype> at = indexOf(edit.edge);
    if (!at)
        return at.error();
    if (const Result<void> allowed = checkConnection(m_graph, edit.from, edit.port, edit.to, edit.edge); !allowed)
        return allowed.error();
    const Edge &edge = m_graph.edges().at(*at);
    const Json &item = edgeJson(*at);
    if (!item.isObject())
        return Error{
            .code = "not_an_object"_ba,
            .message = u"This edge is not an object: delete it and draw a new one."_s,
            .pointer = edge.pointer.text()};
    FlowEdits edits;
    const auto setEnd = [&](QByteArrayView key, const Json &value) {
        const Json *old = item.find(key);
        if (!old)
            edits.content.append(JsonEdit::insert(edge.pointer.child(key), value));
        else if (scalarText(*old) != scalarText(value))
            edits.content.append(JsonEdit::set(edge.pointer.child(key), value));
    };
    if (edge.from != edit.from) {
        const Result<Json> source = reference(edit.from);
        if (!source)
            return source.error();
        setEnd(sourceKey(item), *source);
    }
    if (edge.port != edit.port) {
        if (!edit.port.isEmpty())
            setEnd("sourceHandle", Json::string(edit.port));
        else
            edits.content.append(JsonEdit::remove(edge.pointer.child("sourceHandle")));
    }
    if (edge.to != edit.to) {
        const Result<Json> target = reference(edit.to);
        if (!target)
            return target.error();
        setEnd(targetKey(item), *target);
    }
    return edits;
}

Result<void> Compiler::followOutputs(FlowEdits &edits, const Node &node, const Json &before) const
{
    const NodeType *type = m_catalog.find(node.type);
    const QList<const Edge *> outgoing = m_graph.edgesFrom(node.id);
    if (!type || type->portList.isEmpty() || outgoing.isEmpty())
        return {};
    Json content = m_part.content;
    if (const Result<JsonEdits> applied = applyEdits(content, edits.content); !applied)
        return applied.error();
    const Json *after = node.data.in(content);
    QList<qsizetype> gone;
    for (const PortList &list : type->portList) {
        const Json *oldItems = list.items.in(before);
        const Json *newItems = after ? list.items.in(*after) : nullptr;
        if (!oldItems || !oldItems->isArray()
            || (newItems && (newItems->sharesWith(*oldItems) || !newItems->isArray())))
            continue;
        const QList<QByteArray> oldIds = listedPortIds(list, before);
        const QList<QByteArray> newIds = after ? listedPortIds(list, *after) : QList<QByteArray>();
        const QList<qsizetype> moves
            = followItems(oldItems->items(), newItems ? newItems->items() : std::span<const Json>());
        for (const Edge *edge : outgoing) {
            const qsizetype old = oldIds.indexOf(edge->port);
            if (old < 0)
                continue;
            if (const qsizetype now = moves.at(old); now < 0) {
                gone.append(edge - m_graph.edges().constData());
            } else if (const QByteArray &id = newIds.at(now); id != edge->port && newIds.count(id) == 1) {
                edits.content.append(JsonEdit::set(edge->pointer.child("sourceHandle"), Json::string(id)));
            }
        }
    }
    removeEdges(edits, std::move(gone));
    return {};
}

} // namespace jackfield::nodelist
