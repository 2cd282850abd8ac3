// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/chatbot/projection.h"

#include "model/kinds/chatbot/graph_json.h"
#include "model/kinds/node_face.h"

namespace jackfield::chatbot {

namespace {

QList<Naming> nodeNaming(std::span<const Json> items)
{
    QList<Naming> naming;
    naming.reserve(qsizetype(items.size()));
    for (const Json &item : items)
        naming.append({.own = rawId(item), .stem = {}});
    return naming;
}

QList<Naming> edgeNaming(std::span<const Json> items)
{
    QList<Naming> naming;
    naming.reserve(qsizetype(items.size()));
    for (const Json &item : items) {
        QByteArray own = rawId(item);
        QByteArray stem = own.isEmpty() ? edgeStem(item) : QByteArray();
        naming.append({.own = std::move(own), .stem = std::move(stem)});
    }
    return naming;
}

} // namespace

Node nodeOf(const Json &item, qsizetype index, const NodeId &id, const QList<const Json *> &outgoing, const Catalog &catalog)
{
    Node node;
    node.id = id;
    node.type = item["type"].toUtf8();
    node.pointer = nodePointer(index);
    node.data = nodeDataPointer(index);
    const NodeType *type = catalog.find(node.type);
    decorate(node, type, item["data"]);
    if (!type && node.title == id.toString()) {
        if (QString label = labelOf(item); !label.isEmpty())
            node.title = std::move(label);
    }
    Outputs outputs(node.outputs);
    for (const Json *edge : outgoing) {
        QByteArray handle = handleOf(*edge);
        if (outputs.contains(handle))
            continue;
        QString name = handle.isEmpty() ? QString() : handleName(*edge);
        outputs.add({.id = std::move(handle), .name = std::move(name)});
    }
    if (!type && node.outputs.isEmpty())
        node.outputs.append(Port());
    return node;
}

std::optional<QPointF> positionOf(const Json &item, const NodeId &id, const SidecarPositions &sidecar)
{
    const std::optional<QPointF> own = readPosition(item["position"]);
    return own ? own : sidecar.of(id);
}

Edge edgeOf(const Json &item, qsizetype index, const EdgeId &id, bool ends)
{
    QByteArray target = targetOf(item);
    return {
        .id = id,
        .from = NodeId(sourceOf(item)),
        .port = handleOf(item),
        .to = ends ? NodeId(target) : NodeId(),
        .target = ends ? QByteArray() : target,
        .label = labelOf(item),
        .pointer = edgePointer(index)};
}

Graph projectFlow(const FlowState &state, const Catalog &catalog)
{
    const std::span<const Json> nodeJson = nodeItems(state.content);
    const std::span<const Json> edgeJson = edgeItems(state.content);
    Owners owners;
    Owners edgeOwners;
    const QList<QByteArray> nodeNames = uniqueNames(nodeNaming(nodeJson), owners);
    const QList<QByteArray> edgeNames = uniqueNames(edgeNaming(edgeJson), edgeOwners);

    QList<Edge> edges;
    std::vector<QList<const Json *>> outgoing(nodeJson.size());
    edges.reserve(edgeNames.size());
    for (const Json &item : edgeJson) {
        const qsizetype index = edges.size();
        edges.append(edgeOf(item, index, EdgeId(edgeNames.at(index)), owners.ownerOf(targetOf(item)) >= 0));
        if (const qsizetype owner = owners.ownerOf(edges.last().from.utf8); owner >= 0)
            outgoing[size_t(owner)].append(&item);
    }

    const SidecarPositions sidecar(state.sidecar);
    QList<Node> nodes;
    nodes.reserve(nodeNames.size());
    for (const Json &item : nodeJson) {
        const qsizetype index = nodes.size();
        const NodeId id(nodeNames.at(index));
        Node node = nodeOf(item, index, id, outgoing[size_t(index)], catalog);
        node.position = positionOf(item, id, sidecar);
        nodes.append(std::move(node));
    }
    Graph graph;
    graph.assign(std::move(nodes), std::move(edges));
    return graph;
}

} // namespace jackfield::chatbot
