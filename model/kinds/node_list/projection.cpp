// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/node_list/projection.h"

#include "model/kinds/node_list/graph_json.h"
#include "model/kinds/shared/node_face.h"

#include <numeric>

namespace jackfield::nodelist {

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

/// What an edge names at one end: the bytes of the node that owns the name, so that graphs share them and look-ups end
/// early.
struct EdgeEnd
{
    QByteArray name;
    qsizetype owner = -1; ///< place of the node, -1 when there is none
};

EdgeEnd endOf(
    const Json &edge, QByteArrayView key, QByteArrayView otherKey, const QList<QByteArray> &names, const Owners &owners)
{
    const Json *value = edge.find(key);
    const QByteArrayView text = scalarText(value ? *value : edge[otherKey]);
    const qsizetype owner = text.isEmpty() ? -1 : owners.ownerOf(QByteArray::fromRawData(text.data(), text.size()));
    return {.name = owner < 0 ? text.toByteArray() : names.at(owner), .owner = owner};
}

/// The edges that leave each node, side by side and in order.
class Outgoing
{
public:
    /// `owners`: for each edge the place of the node that it leaves, -1 for none.
    Outgoing(std::span<const Json> edges, const std::vector<qsizetype> &owners, size_t nodes) : m_ends(nodes)
    {
        for (const qsizetype owner : owners)
            if (owner >= 0)
                ++m_ends[size_t(owner)];
        std::exclusive_scan(m_ends.cbegin(), m_ends.cend(), m_ends.begin(), size_t(0));
        m_edges.resize(edges.size());
        for (size_t i = 0; i < edges.size(); ++i)
            if (owners[i] >= 0)
                m_edges[m_ends[size_t(owners[i])]++] = &edges[i];
    }

    std::span<const Json *const> of(size_t node) const
    {
        const size_t begin = node == 0 ? 0 : m_ends[node - 1];
        return std::span(m_edges).subspan(begin, m_ends[node] - begin);
    }

private:
    std::vector<size_t> m_ends; ///< by node: where its edges end, and those of the next begin
    std::vector<const Json *> m_edges;
};

} // namespace

Node nodeOf(const Json &item, const NodeId &id, std::span<const Json *const> outgoing, const Catalog &catalog)
{
    Node node;
    node.id = id;
    const Json &ownType = item["type"];
    const NodeType *type = catalog.find(ownType.utf8());
    node.type = type ? type->id : ownType.toUtf8();
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

std::optional<QPointF> positionOf(const Json &item, const NodeId &id, const NodePlaces &places)
{
    const std::optional<QPointF> own = readPosition(item["position"]);
    return own ? own : places.of(id);
}

Edge edgeOf(const Json &item, const EdgeId &id, bool ends)
{
    QByteArray target = targetOf(item);
    return {
        .id = id,
        .from = NodeId(sourceOf(item)),
        .port = handleOf(item),
        .to = ends ? NodeId(target) : NodeId(),
        .target = ends ? QByteArray() : target,
        .label = labelOf(item),
        .pointer = {}};
}

Graph projectFlow(const GraphPart &part, const Catalog &catalog)
{
    const ItemPointers pointers(part.root);
    const std::span<const Json> nodeJson = nodeItems(part.graph);
    const std::span<const Json> edgeJson = edgeItems(part.graph);
    Owners owners;
    Owners edgeOwners;
    const QList<QByteArray> nodeNames = uniqueNames(nodeNaming(nodeJson), owners);
    const QList<QByteArray> edgeNames = uniqueNames(edgeNaming(edgeJson), edgeOwners);

    QList<Edge> edges;
    std::vector<qsizetype> sources;
    sources.reserve(edgeJson.size());
    edges.reserve(edgeNames.size());
    for (const Json &item : edgeJson) {
        const qsizetype index = edges.size();
        EdgeEnd from = endOf(item, "source", "from", nodeNames, owners);
        EdgeEnd to = endOf(item, "target", "to", nodeNames, owners);
        const bool ends = to.owner >= 0;
        edges.append(
            {.id = EdgeId(edgeNames.at(index)),
             .from = NodeId(std::move(from.name)),
             .port = handleOf(item),
             .to = ends ? NodeId(to.name) : NodeId(),
             .target = ends ? QByteArray() : to.name,
             .label = labelOf(item),
             .pointer = pointers.edge(index)});
        sources.push_back(from.owner);
    }
    const Outgoing outgoing(edgeJson, sources, nodeJson.size());

    const bool startIsNamed = owners.contains(part.start.utf8);
    QList<Node> nodes;
    nodes.reserve(nodeNames.size());
    for (const Json &item : nodeJson) {
        const qsizetype index = nodes.size();
        const NodeId id(nodeNames.at(index));
        Node node = nodeOf(item, id, outgoing.of(size_t(index)), catalog);
        node.pointer = pointers.node(index);
        node.data = pointers.nodeData(index);
        node.position = positionOf(item, id, *part.places);
        if (startIsNamed)
            node.start = id == part.start;
        nodes.append(std::move(node));
    }
    Graph graph;
    graph.assign(std::move(nodes), std::move(edges));
    return graph;
}

} // namespace jackfield::nodelist
