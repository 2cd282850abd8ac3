// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/compiler.h"

#include "model/kinds/conversation_flow/lens/fragment.h"
#include "model/kinds/conversation_flow/lens/projection.h"
#include "model/kinds/shared/data_edits.h"
#include "model/kinds/shared/sidecar.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

bool asksForNew(QByteArrayView port)
{
    return port.isEmpty() || port == "new";
}

Error unknownState(const NodeId &id)
{
    return {
        .code = "node_not_found"_ba,
        .message = u"There is no state '%1': it may just have been removed."_s.arg(id.toString())};
}

} // namespace

Compiler::Compiler(const Catalog &catalog, const FlowState &state, const Graph &graph)
    : m_catalog(catalog), m_state(state), m_graph(graph), m_shape(shapeOf(state.content)),
      m_oldFormat(usesOldFormat(state.content))
{
}

Result<FlowEdits> Compiler::compile(const GraphEdit &edit) const
{
    const Json *container = containerOf(m_shape).in(m_state.content);
    if (!container || !(m_shape == Shape::StatesArray ? container->isArray() : container->isObject())) {
        return Error{
            .code = "not_a_flow"_ba,
            .message
            = u"This document is not a conversation flow: it must be an object of states. Mend it in the JSON pane."_s};
    }
    return std::visit([this](const auto &gesture) { return apply(gesture); }, edit);
}

Result<const Node *> Compiler::existing(const NodeId &id) const
{
    if (const Node *node = m_graph.node(id))
        return node;
    return unknownState(id);
}

const Json &Compiler::dataOf(const Node &node) const
{
    static const Json none;
    const Json *data = node.data.in(m_state.content);
    return data ? *data : none;
}

Spelling Compiler::spellingOf(const Node &node) const
{
    const Json &data = dataOf(node);
    return conversationflow::spellingOf(
        m_shape, m_shape == Shape::StatesArray ? data["name"].utf8() : node.id.utf8, data);
}

QByteArray Compiler::portFor(const Node &node, QByteArrayView wanted) const
{
    if (!asksForNew(wanted) || m_graph.port(node.id, wanted))
        return wanted.toByteArray();
    const StateOutline outline = outlineOf(m_shape, node.id.utf8, dataOf(node));
    return outline.newTrigger.isEmpty() ? QByteArray(kDefaultPort) : outline.newTrigger;
}

Result<void> Compiler::nameIsFree(const QByteArray &name) const
{
    if (name.isEmpty())
        return Error{.code = "empty_name"_ba, .message = u"A state needs a name: type one."_s};
    const QString shown = QString::fromUtf8(name);
    if (isReservedName(m_state.content, name)) {
        return Error{
            .code = "reserved_name"_ba,
            .message = u"'%1' means something else in this flow: choose another name for the state."_s.arg(shown)};
    }
    const Json *container = containerOf(m_shape).in(m_state.content);
    if (m_graph.node(NodeId(name)) || (container && container->contains(name))) {
        return Error{
            .code = "name_taken"_ba, .message = u"There is already a state '%1': choose another name."_s.arg(shown)};
    }
    return {};
}

QByteArray Compiler::freeName() const
{
    for (qsizetype number = m_graph.nodes().size() + 1;; ++number) {
        if (QByteArray name = "state_" + QByteArray::number(number); nameIsFree(name))
            return name;
    }
}

/// `offset` counts the states that the same list of edits has added before.
JsonEdit Compiler::insertState(const QByteArray &name, Json value, qsizetype offset) const
{
    const JsonPointer place = containerOf(m_shape);
    if (m_shape != Shape::StatesArray)
        return JsonEdit::insert(place.child(name), std::move(value));
    if (!value.contains("name"))
        value.insertMember(0, Json::string("name"), Json::string(name));
    else
        value.set("name", Json::string(name));
    return JsonEdit::insert(place.child(place.in(m_state.content)->size() + offset), std::move(value));
}

Result<FlowEdits> Compiler::apply(const AddNode &edit) const
{
    const NodeType *type = m_catalog.find(edit.type);
    if (!type) {
        return Error{
            .code = "unknown_type"_ba,
            .message = u"A conversation flow has states only, no '%1'."_s.arg(QString::fromUtf8(edit.type))};
    }
    const QByteArray name = edit.id.isEmpty() ? freeName() : edit.id.utf8;
    if (Result<void> free = nameIsFree(name); !free)
        return free.error();
    Json value = type->blank.isObject() ? type->blank : Json::object();
    if (m_oldFormat) {
        value = Json::object(
            {member("message", Json::array({type->blank["message"]})), member("next_state", Json::string(kEndTarget))});
    }
    return FlowEdits{
        .content = {insertState(name, std::move(value), 0)},
        .sidecar = placeInSidecar(m_state.sidecar, {{NodeId(name), edit.position}})};
}

/// An edge is its entry, so taking it away takes the trigger too. An old state keeps its member and says that it ends.
JsonEdit Compiler::unlink(const Edge &edge) const
{
    const Node &node = *m_graph.node(edge.from);
    const JsonPointer place(node.data.text() + placeOf(edge.id).text());
    const bool next = edge.port == kDefaultPort && spellingOf(node) == Spelling::NextState;
    // A condition of an action keeps its test, and a condition's target has no object form: its place is the string.
    return next && place.parent() == node.data ? JsonEdit::set(place, Json::string(kEndTarget))
                                               : JsonEdit::remove(place);
}

Result<FlowEdits> Compiler::apply(const RemoveEdges &edit) const
{
    FlowEdits edits;
    QSet<EdgeId> seen;
    for (const EdgeId &id : edit.edges) {
        const Edge *edge = m_graph.edge(id);
        if (!edge) {
            return Error{
                .code = "edge_not_found"_ba, .message = u"There is no transition '%1' any more."_s.arg(id.toString())};
        }
        if (!seen.contains(id))
            edits.content.append(unlink(*edge));
        seen.insert(id);
    }
    return edits;
}

Result<FlowEdits> Compiler::apply(const RemoveNodes &edit) const
{
    const QSet<NodeId> gone(edit.nodes.begin(), edit.nodes.end());
    FlowEdits edits;
    QList<qsizetype> places;
    const NodeId initial(m_state.content["initial_state"].toUtf8());
    for (const NodeId &id : gone) {
        if (!m_graph.node(id))
            return unknownState(id);
        places.append(m_graph.indexOf(id));
    }
    // From the back, so that no removal moves what is removed later.
    std::ranges::sort(places, std::greater());
    for (const qsizetype place : std::as_const(places)) {
        for (const Edge *edge : m_graph.edgesTo(m_graph.nodes()[place].id)) {
            if (!gone.contains(edge->from))
                edits.content.append(unlink(*edge));
        }
    }
    if (!initial.isEmpty() && gone.contains(initial))
        edits.content.append(JsonEdit::remove(JsonPointer().child("initial_state")));
    for (const qsizetype place : std::as_const(places))
        edits.content.append(JsonEdit::remove(m_graph.nodes()[place].pointer));
    edits.sidecar = removeFromSidecar(m_state.sidecar, gone.values());
    return edits;
}

Result<FlowEdits> Compiler::apply(const MoveNodes &edit) const
{
    for (const MoveNodes::Place &place : edit.places) {
        if (!m_graph.node(place.node))
            return unknownState(place.node);
    }
    return FlowEdits{.content = {}, .sidecar = placeInSidecar(m_state.sidecar, edit.places)};
}

/// `value` is what the place gets: the name of a state, or an object with a `target` and a condition.
Result<JsonEdits> Compiler::link(const Node &node, const QByteArray &port, const Json &value) const
{
    const Json &data = dataOf(node);
    JsonPointer place = placeOfPort(data, spellingOf(node), port, m_oldFormat);
    if (const Json *old = place.in(data); old && old->isObject() && value.isString())
        place = place.child("target");
    Result<JsonEdits> edits = dataEdits(m_state.content, node.data, place, value);
    // The first match counts, so new triggers stand before the fallback, which is usually last.
    const qsizetype fallback = data["transitions"].indexOf(kDefaultPort);
    if (edits && edits->size() == 1 && fallback >= 0 && place.parent() == JsonPointer().child("transitions")
        && edits->first().operation == JsonEdit::Operation::Insert)
        edits->first().position = fallback;
    return edits;
}

Result<FlowEdits> Compiler::apply(const Connect &edit) const
{
    if (Result<void> allowed = canConnect(m_graph, edit.from, edit.port, edit.to, {}); !allowed)
        return allowed.error();
    const Node &node = *m_graph.node(edit.from);
    Result<JsonEdits> edits = link(node, portFor(node, edit.port), Json::string(edit.to.utf8));
    if (!edits)
        return edits.error();
    return FlowEdits{.content = *std::move(edits), .sidecar = {}};
}

Result<FlowEdits> Compiler::apply(const Reconnect &edit) const
{
    const Edge *edge = m_graph.edge(edit.edge);
    if (!edge) {
        return Error{
            .code = "edge_not_found"_ba,
            .message = u"There is no transition '%1' any more."_s.arg(edit.edge.toString())};
    }
    QByteArray port = edit.port;
    // Dropped on a state rather than on a port: the trigger goes along where the other state can have it.
    if (asksForNew(port) && !m_graph.port(edit.from, port) && !isActionPort(edge->port)) {
        if (canConnect(m_graph, edit.from, edge->port, edit.to, edge->id))
            port = edge->port;
    }
    if (Result<void> allowed = canConnect(m_graph, edit.from, port, edit.to, edge->id); !allowed)
        return allowed.error();
    const Node &node = *m_graph.node(edit.from);
    port = portFor(node, port);
    const Json target = Json::string(edit.to.utf8);

    FlowEdits edits;
    if (edit.from == edge->from && port == edge->port) {
        if (edge->to != edit.to)
            edits.content = {JsonEdit::set(edge->pointer, target)};
        return edits;
    }
    const JsonPointer oldPlace(m_graph.node(edge->from)->data.text() + placeOf(edge->id).text());
    const JsonPointer inside = placeOfPort(dataOf(node), spellingOf(node), port, m_oldFormat);
    const JsonPointer newPlace(node.data.text() + inside.text());
    if (oldPlace.parent() == newPlace.parent() && !newPlace.in(m_state.content)) {
        edits.content = {JsonEdit::rename(oldPlace, Json::string(newPlace.lastKey()))};
        if (edge->to != edit.to) {
            const QByteArray rest = edge->pointer.text().sliced(oldPlace.text().size());
            edits.content.append(JsonEdit::set(JsonPointer(newPlace.text() + rest), target));
        }
        return edits;
    }
    Json value = target;
    if (const Json *old = oldPlace.in(m_state.content);
        old->isObject() && inside.parent() == JsonPointer().child("transitions")) {
        value = *old;
        value.set("target", target);
    }
    Result<JsonEdits> linked = link(node, port, value);
    if (!linked)
        return linked.error();
    edits.content = *std::move(linked);
    // After the new entry: its index was counted before anything went.
    edits.content.append(unlink(*edge));
    return edits;
}

Result<FlowEdits> Compiler::apply(const SetData &edit) const
{
    const Result<const Node *> node = existing(edit.node);
    if (!node)
        return node.error();
    if (m_shape == Shape::StatesArray && edit.pointer == JsonPointer().child("name") && edit.value
        && edit.value->isString())
        return apply(RenameNode{edit.node, edit.value->toUtf8()});
    std::optional<Json> value = edit.value;
    if (edit.pointer.isRoot() && (!value || !value->isObject())) {
        return Error{
            .code = "not_an_object"_ba,
            .message = u"State '%1' must stay an object: remove the state if it is no longer wanted."_s.arg(
                edit.node.toString())};
    }
    if (const Json *name = dataOf(**node).find("name");
        edit.pointer.isRoot() && m_shape == Shape::StatesArray && name) {
        if (!value->contains("name")) {
            value->insertMember(0, Json::string("name"), *name);
        } else if ((*value)["name"] != *name) {
            return Error{
                .code = "rename_instead"_ba,
                .message
                = u"Rename state '%1' by its title, so that what leads to it follows."_s.arg(edit.node.toString())};
        }
    }
    Result<JsonEdits> edits = dataEdits(m_state.content, (*node)->data, edit.pointer, value);
    if (!edits)
        return edits.error();
    return FlowEdits{.content = *std::move(edits), .sidecar = {}};
}

Result<FlowEdits> Compiler::apply(const RenameNode &edit) const
{
    const Result<const Node *> found = existing(edit.node);
    if (!found)
        return found.error();
    if (edit.name == edit.node.utf8)
        return FlowEdits();
    if (Result<void> free = nameIsFree(edit.name); !free)
        return free.error();
    const Node &node = **found;
    const Json name = Json::string(edit.name);
    FlowEdits edits;
    for (const Edge *edge : m_graph.edgesTo(node.id))
        edits.content.append(JsonEdit::set(edge->pointer, name));
    if (const Json *initial = m_state.content.find("initial_state"); initial && initial->utf8() == node.id.utf8)
        edits.content.append(JsonEdit::set(JsonPointer().child("initial_state"), name));
    // The state itself last: the references inside it are found by its old name.
    if (m_shape != Shape::StatesArray)
        edits.content.append(JsonEdit::rename(node.pointer, name));
    else if (dataOf(node).contains("name"))
        edits.content.append(JsonEdit::set(node.pointer.child("name"), name));
    else
        edits.content.append(JsonEdit::insert(node.pointer.child("name"), name, 0));
    edits.sidecar = renameInSidecar(m_state.sidecar, node.id, NodeId(edit.name));
    return edits;
}

Result<FlowEdits> Compiler::apply(const Paste &edit) const
{
    const auto isFree = [this](const QByteArray &name) { return bool(nameIsFree(name)); };
    const Result<QList<PastedState>> states = readFragment(edit.fragment, edit.position, isFree);
    if (!states)
        return states.error();
    FlowEdits edits;
    QList<MoveNodes::Place> places;
    for (const PastedState &state : *states) {
        edits.content.append(insertState(state.name, state.data, places.size()));
        places.append({NodeId(state.name), state.position});
    }
    edits.sidecar = placeInSidecar(m_state.sidecar, places);
    return edits;
}

Result<void>
canConnect(const Graph &graph, const NodeId &from, QByteArrayView port, const NodeId &to, const EdgeId &ignoring)
{
    const Node *source = graph.node(from);
    if (!source)
        return unknownState(from);
    if (!graph.node(to))
        return unknownState(to);
    const Port *output = graph.port(from, port);
    if (!output && !asksForNew(port)) {
        return Error{
            .code = "port_not_found"_ba,
            .message = u"State '%1' has no way out called '%2': add that trigger first."_s.arg(
                source->title, QString::fromUtf8(port))};
    }
    // An old state without triggers has one way out, so asking for a new one means that.
    const bool onlyDefault = !output && source->outputs.size() == 1 && source->outputs.first().id == kDefaultPort;
    const QByteArrayView asked = onlyDefault ? QByteArrayView(kDefaultPort) : port;
    for (const Edge *edge : graph.edgesFrom(from)) {
        if (edge->port != asked || edge->id == ignoring)
            continue;
        const QString target = edge->to.isEmpty() ? QString::fromUtf8(edge->target) : edge->to.toString();
        return Error{
            .code = "port_taken"_ba,
            .message = u"'%1' already goes to '%2' for '%3': drag the end of that edge instead"_s.arg(
                source->title, target, QString::fromUtf8(triggerOfPort(asked)))};
    }
    return {};
}

} // namespace jackfield::conversationflow
