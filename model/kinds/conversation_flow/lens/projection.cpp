// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/projection.h"

#include "model/kinds/conversation_flow/lens/state_face.h"
#include "model/kinds/conversation_flow/shape/state_links.h"
#include "model/kinds/shared/sidecar.h"

#include <QSet>

#include <algorithm>

namespace jackfield::conversationflow {

namespace {

JsonPointer within(const JsonPointer &state, const JsonPointer &place)
{
    return JsonPointer(state.text() + place.text());
}

/// Keys of a map are ids as they are; `names` is only filled where a name may be empty or repeated.
void nameStates(std::vector<StateEntry> &states, const QSet<QByteArray> &names)
{
    QSet<QByteArray> taken;
    for (qsizetype place = 1; StateEntry & entry : states) {
        QByteArray id = entry.name;
        for (qsizetype number = place; id.isEmpty() || (!names.isEmpty() && taken.contains(id)); ++number) {
            id = entry.name + '#' + QByteArray::number(number);
            if (names.contains(id))
                id.clear();
        }
        if (!names.isEmpty())
            taken.insert(id);
        entry.id = NodeId(std::move(id));
        ++place;
    }
}

} // namespace

std::vector<StateEntry> statesOf(const Json &content)
{
    const Shape shape = shapeOf(content);
    const JsonPointer place = containerOf(shape);
    std::vector<StateEntry> states;
    const Json *container = place.in(content);
    if (!container || container->isArray() != (shape == Shape::StatesArray))
        return states;
    states.reserve(static_cast<size_t>(container->size()));
    QSet<QByteArray> names;
    for (const Json::Member &entry : container->members()) {
        if (!isState(shape, entry.key(), entry.value))
            continue;
        states.push_back({{}, entry.name.toUtf8(), place.child(entry.key()), &entry.value});
        if (entry.key().isEmpty())
            names.insert({});
    }
    for (qsizetype i = 0; const Json &item : container->items())
        states.push_back({{}, item["name"].toUtf8(), place.child(i++), &item});
    if (shape == Shape::StatesArray || !names.isEmpty()) {
        for (const StateEntry &entry : states)
            names.insert(entry.name);
    }
    nameStates(states, names);
    return states;
}

static NodeId startOf(const Json &content, const std::vector<StateEntry> &states)
{
    NodeId wanted(content["initial_state"].toUtf8());
    const bool found = !wanted.isEmpty()
        && std::ranges::any_of(states, [&wanted](const StateEntry &entry) { return entry.id == wanted; });
    if (found)
        return wanted;
    return states.empty() ? NodeId() : states.front().id;
}

ProjectedState
projectState(const StateEntry &entry, Shape shape, bool start, const SidecarPositions &positions, const Exists &exists)
{
    const StateOutline outline = outlineOf(shape, entry.name, *entry.value);
    ProjectedState result;
    for (const Link &link : outline.links) {
        const NodeId to(link.target);
        const bool found = exists(to);
        if (link.mayEnd && !found)
            continue;
        result.edges.append(Edge{
            .id = edgeIdOf(entry.id, link.place),
            .from = entry.id,
            .port = link.port,
            .to = found ? to : NodeId(),
            .target = found ? QByteArray() : link.target,
            .label = link.label,
            .pointer = within(entry.pointer, link.text)});
    }
    StateFace face = faceOf(*entry.value, outline, result.edges.size());
    result.node = Node{
        .id = entry.id,
        .type = "state",
        .family = face.family,
        .icon = std::move(face.icon),
        .typeTitle = std::move(face.typeTitle),
        .title = entry.id.toString(),
        .summary = std::move(face.summary),
        .outputs = outline.ports,
        .pointer = entry.pointer,
        .data = entry.pointer,
        .start = start,
        .terminal = face.terminal,
        .position = positions.of(entry.id)};
    return result;
}

Graph project(const FlowState &state)
{
    const std::vector<StateEntry> states = statesOf(state.content);
    const Shape shape = shapeOf(state.content);
    const NodeId start = startOf(state.content, states);
    QSet<NodeId> ids;
    ids.reserve(static_cast<qsizetype>(states.size()));
    for (const StateEntry &entry : states)
        ids.insert(entry.id);
    const Exists exists = [&ids](const NodeId &id) { return ids.contains(id); };

    const SidecarPositions positions(state.sidecar);
    QList<Node> nodes;
    QList<Edge> edges;
    nodes.reserve(static_cast<qsizetype>(states.size()));
    for (const StateEntry &entry : states) {
        ProjectedState projected = projectState(entry, shape, entry.id == start, positions, exists);
        nodes.append(std::move(projected.node));
        edges.append(std::move(projected.edges));
    }
    Graph graph;
    graph.assign(std::move(nodes), std::move(edges));
    return graph;
}

EdgeId edgeIdOf(const NodeId &state, const JsonPointer &place)
{
    return EdgeId(JsonPointer().child(state.utf8).text().sliced(1) + place.text());
}

JsonPointer placeOf(const EdgeId &edge)
{
    const qsizetype slash = edge.utf8.indexOf('/');
    return JsonPointer(edge.utf8.sliced(slash));
}

} // namespace jackfield::conversationflow
