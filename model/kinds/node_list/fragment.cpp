// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/compiler.h"
#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/shared/sidecar.h"

#include <algorithm>
#include <limits>

namespace jackfield::nodelist {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Step between pasted nodes that bring no place with them.
constexpr double kCascade = 32;

Error unusable(const QString &message)
{
    return {.code = "invalid_fragment"_ba, .message = message};
}

Result<void> checkFragment(const Json &fragment, QByteArrayView kind)
{
    if (!fragment.contains("jackfield") || !fragment["nodes"].isArray())
        return unusable(u"The clipboard holds no nodes: copy some on a canvas first."_s);
    if (const QByteArrayView theirs = fragment["kind"].utf8(); theirs != kind) {
        return unusable(
            u"The clipboard holds nodes of another kind of flow (%1): paste them into one of that kind."_s.arg(
                QString::fromUtf8(theirs)));
    }
    for (const Json &item : fragment["nodes"].items()) {
        if (!item.isObject())
            return unusable(u"The clipboard holds something that is no node: copy the nodes again."_s);
    }
    return {};
}

/// Places of the fragment's nodes, moved so that their top left corner is at `corner`.
QList<QPointF> placesOf(const Json &fragment, QPointF corner)
{
    const SidecarPositions beside(fragment);
    QList<std::optional<QPointF>> known;
    QPointF least(std::numeric_limits<double>::max(), std::numeric_limits<double>::max());
    for (const Json &item : fragment["nodes"].items()) {
        std::optional<QPointF> place = beside.of(NodeId(rawId(item)));
        if (!place)
            place = readPosition(item["position"]);
        if (place)
            least = {std::min(least.x(), place->x()), std::min(least.y(), place->y())};
        known.append(place);
    }
    QList<QPointF> places;
    double step = 0;
    for (const std::optional<QPointF> &place : known) {
        places.append(place ? *place - least + corner : corner + QPointF(step, step));
        step += place ? 0 : kCascade;
    }
    return places;
}

} // namespace

Result<FlowEdits> Compiler::operator()(const Paste &edit)
{
    if (const Result<void> lists = needsLists(); !lists)
        return lists.error();
    if (const Result<void> usable = checkFragment(edit.fragment, m_kind); !usable)
        return usable.error();

    const QList<QPointF> places = placesOf(edit.fragment, edit.position);
    const bool carried = nodesCarryPositions();
    QHash<QByteArray, QByteArray> renamed;
    QSet<QByteArray> taken;
    QList<MoveNodes::Place> beside;
    std::vector<Json> nodes;
    for (Json item : edit.fragment["nodes"].items()) {
        const QPointF place = places.at(qsizetype(nodes.size()));
        const QByteArray old = rawId(item);
        const bool free = !old.isEmpty() && !m_graph.node(NodeId(old)) && !taken.contains(old);
        const QByteArray id = free ? old : freeNodeId(item["type"].toUtf8(), taken);
        taken.insert(id);
        if (!old.isEmpty() && !renamed.contains(old))
            renamed.insert(old, id);
        if (!free) {
            if (item.contains("id"))
                item.set("id", Json::string(id));
            else
                item.insertMember(0, Json::string("id"), Json::string(id));
        }
        if (carried)
            item.set("position", withPosition(item["position"], place));
        else if (const qsizetype at = item.indexOf("position"); at >= 0)
            item.takeMember(at);
        if (!carried)
            beside.append({.node = NodeId(id), .position = place});
        nodes.push_back(std::move(item));
    }

    QSet<QByteArray> takenEdges;
    std::vector<Json> edges;
    for (Json item : edit.fragment["edges"].items()) {
        const QByteArray source = sourceOf(item);
        const QByteArray target = targetOf(item);
        if (!item.isObject() || !renamed.contains(source) || !renamed.contains(target))
            continue;
        if (renamed.value(source) != source)
            item.set(sourceKey(item), Json::string(renamed.value(source)));
        if (renamed.value(target) != target)
            item.set(targetKey(item), Json::string(renamed.value(target)));
        if (QByteArray id = rawId(item); !id.isEmpty()) {
            if (m_graph.edge(EdgeId(id)) || takenEdges.contains(id)) {
                id = freeEdgeId(takenEdges);
                item.set("id", Json::string(id));
            }
            takenEdges.insert(id);
        }
        edges.push_back(std::move(item));
    }

    FlowEdits edits;
    append(edits, "nodes", nodes);
    if (!edges.empty())
        append(edits, "edges", edges);
    return placed(std::move(edits), beside);
}

Json copyNodes(const GraphPart &part, const Graph &graph, const QList<NodeId> &nodes, QByteArrayView kind)
{
    QSet<qsizetype> wanted;
    for (const NodeId &id : nodes) {
        if (const qsizetype at = graph.indexOf(id); at >= 0)
            wanted.insert(at);
    }
    Json items = Json::array();
    Json positions = Json::object();
    const std::span<const Json> nodeJson = nodeItems(part.graph);
    for (qsizetype at = 0; at < qsizetype(nodeJson.size()); ++at) {
        if (!wanted.contains(at))
            continue;
        items.append(nodeJson[size_t(at)]);
        const Node &node = graph.nodes().at(at);
        if (const QByteArray own = rawId(nodeJson[size_t(at)]);
            node.position && !own.isEmpty() && !positions.contains(own))
            positions.set(own, withPosition({}, *node.position));
    }
    Json edges = Json::array();
    for (const Edge &edge : graph.edges()) {
        if (wanted.contains(graph.indexOf(edge.from)) && wanted.contains(graph.indexOf(edge.to)))
            edges.append(edgeItems(part.graph)[size_t(&edge - graph.edges().constData())]);
    }
    return Json::object(
        {member("jackfield", Json::number(qint64(1))), member("kind", Json::string(kind)),
         member("nodes", std::move(items)), member("edges", std::move(edges)),
         member("positions", std::move(positions))});
}

} // namespace jackfield::nodelist
