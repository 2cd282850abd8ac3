// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/lens/fragment.h"

#include "model/kinds/conversation_flow/shape/state_links.h"
#include "model/kinds/shared/sidecar.h"

#include <QSet>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

constexpr double kCascade = 32; // pixels between pasted states that had no place

/// The data without its name and without the links that leave the copied states.
Json copiedData(Shape shape, const NodeId &id, Json data, const QSet<QByteArray> &copied)
{
    JsonEdits edits;
    for (const Link &link : outlineOf(shape, id.utf8, data).links) {
        if (link.mayEnd || copied.contains(link.target))
            continue;
        const bool next = link.port == kDefaultPort && link.place.parent().isRoot();
        edits.append(next ? JsonEdit::set(link.place, Json::string(kEndTarget)) : JsonEdit::remove(link.place));
    }
    if (shape == Shape::StatesArray && data.contains("name"))
        edits.append(JsonEdit::remove(JsonPointer().child("name")));
    const Result<JsonEdits> applied = applyEdits(data, edits);
    Q_ASSERT(applied);
    return data;
}

QByteArray
freshName(const QByteArray &wanted, const QSet<QByteArray> &used, const std::function<bool(const QByteArray &)> &isFree)
{
    QByteArray name = wanted;
    for (int number = 2; used.contains(name) || !isFree(name); ++number)
        name = wanted + '_' + QByteArray::number(number);
    return name;
}

Error notAFragment()
{
    return {
        .code = "invalid_fragment"_ba,
        .message = u"What was copied are not states of a conversation flow: copy states of such a flow."_s};
}

} // namespace

Json copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes)
{
    const Shape shape = shapeOf(state.content);
    const QSet<NodeId> wanted(nodes.begin(), nodes.end());
    QSet<QByteArray> names;
    for (const NodeId &id : wanted)
        names.insert(id.utf8);
    std::vector<Json> copies;
    std::vector<Json> edges;
    for (const Node &node : graph.nodes()) {
        const Json *data = wanted.contains(node.id) ? node.data.in(state.content) : nullptr;
        if (!data)
            continue;
        Json copy = Json::object({member("id", Json::string(node.id.utf8))});
        if (node.position)
            copy.set("position", withPosition({}, *node.position));
        copy.set("data", copiedData(shape, node.id, *data, names));
        copies.push_back(std::move(copy));
        for (const Edge *edge : graph.edgesFrom(node.id)) {
            if (!wanted.contains(edge->to))
                continue;
            edges.push_back(Json::object(
                {member("from", Json::string(edge->from.utf8)), member("port", Json::string(edge->port)),
                 member("to", Json::string(edge->to.utf8))}));
        }
    }
    return Json::object(
        {member("jackfield", Json::number(qint64(1))), member("kind", Json::string("conversation-flow")),
         member("nodes", Json::array(std::move(copies))), member("edges", Json::array(std::move(edges)))});
}

Result<QList<PastedState>>
readFragment(const Json &fragment, QPointF position, const std::function<bool(const QByteArray &)> &isFree)
{
    const Json &nodes = fragment["nodes"];
    if (fragment["kind"].utf8() != "conversation-flow" || !nodes.isArray())
        return notAFragment();
    QHash<QByteArray, QByteArray> renamed;
    QSet<QByteArray> used;
    std::optional<QPointF> corner;
    for (const Json &node : nodes.items()) {
        const QByteArray id = node["id"].toUtf8();
        if (id.isEmpty() || !node["data"].isObject() || renamed.contains(id))
            return notAFragment();
        renamed.insert(id, freshName(id, used, isFree));
        used.insert(renamed[id]);
        if (const std::optional<QPointF> at = readPosition(node["position"]))
            corner = corner ? QPointF(std::min(corner->x(), at->x()), std::min(corner->y(), at->y())) : *at;
    }
    QList<PastedState> states;
    for (const Json &node : nodes.items()) {
        const QByteArray id = node["id"].toUtf8();
        PastedState state{.name = renamed[id], .data = node["data"], .position = position};
        JsonEdits edits;
        for (const Link &link : outlineOf(Shape::BareMap, id, state.data).links) {
            if (const auto name = renamed.constFind(link.target); name != renamed.cend() && *name != link.target)
                edits.append(JsonEdit::set(link.text, Json::string(*name)));
        }
        if (const Result<JsonEdits> applied = applyEdits(state.data, edits); !applied)
            return applied.error();
        const std::optional<QPointF> at = readPosition(node["position"]);
        const double step = kCascade * double(states.size());
        state.position += at ? *at - *corner : QPointF(step, step);
        states.append(std::move(state));
    }
    return states;
}

} // namespace jackfield::conversationflow
