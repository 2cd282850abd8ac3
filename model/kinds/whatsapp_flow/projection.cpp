// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/whatsapp_flow/projection.h"

#include "model/kinds/shared/node_face.h"
#include "model/kinds/shared/sidecar.h"

namespace jackfield::whatsappflow {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A `navigate` action of a screen.
struct Navigation
{
    JsonPointer pointer;
    QByteArray target;
};

/// Components nest, and a hostile file nests deeply: no recursion.
QList<Navigation> navigationsIn(const Json &layout, const JsonPointer &at)
{
    struct Place
    {
        const Json *value;
        JsonPointer pointer;
    };
    QList<Navigation> found;
    QList<Place> open{{&layout, at}};
    while (!open.isEmpty()) {
        const Place place = open.takeLast();
        const Json &value = *place.value;
        if (value.isObject() && value["name"].utf8() == "navigate" && value["next"].isObject())
            found.append({place.pointer, value["next"]["name"].toUtf8()});
        // Backwards, so that what is taken from the end comes in the order of the document.
        for (qsizetype i = value.size() - 1; i >= 0; --i) {
            if (value.isArray())
                open.append({&value.at(i), place.pointer.child(i)});
            else if (value.isObject())
                open.append({&value.members()[size_t(i)].value, place.pointer.child(value.members()[size_t(i)].key())});
        }
    }
    return found;
}

QByteArray freeId(const QByteArray &wanted, const QSet<QByteArray> &taken)
{
    QByteArray id = wanted;
    for (int number = 2; taken.contains(id); ++number)
        id = wanted + '#' + QByteArray::number(number);
    return id;
}

Node nodeOf(const Json &screen, const QByteArray &id, const JsonPointer &pointer, const Catalog &catalog)
{
    Node node;
    node.id = NodeId(id);
    node.type = "screen"_ba;
    node.pointer = pointer;
    node.data = pointer;
    decorate(node, catalog.find(node.type), screen);
    node.summary = {QString::fromUtf8(id)};
    node.terminal = screen["terminal"].toBool();
    return node;
}

} // namespace

Graph project(const FlowState &state, const Catalog &catalog)
{
    const SidecarPositions positions(state.sidecar);
    const Json &screens = state.content["screens"];
    const JsonPointer list = JsonPointer().child("screens");
    QList<Node> nodes;
    QList<Edge> edges;
    QSet<QByteArray> ids;
    QSet<QByteArray> entered;
    for (qsizetype i = 0; screens.isArray() && i < screens.size(); ++i) {
        const Json &screen = screens.at(i);
        const QByteArray own = screen["id"].toUtf8();
        const QByteArray id = freeId(own.isEmpty() ? "screen " + QByteArray::number(i + 1) : own, ids);
        ids.insert(id);
        Node node = nodeOf(screen, id, list.child(i), catalog);
        node.position = positions.of(node.id);
        Outputs outputs(node.outputs);
        for (const Navigation &navigation : navigationsIn(screen["layout"], list.child(i).child("layout"))) {
            if (!outputs.contains(navigation.target))
                outputs.add({navigation.target, QString::fromUtf8(navigation.target)});
            Edge edge;
            edge.id = EdgeId(navigation.pointer.text());
            edge.from = node.id;
            edge.port = navigation.target;
            edge.to = NodeId(navigation.target);
            edge.pointer = navigation.pointer;
            entered.insert(navigation.target);
            edges.append(edge);
        }
        nodes.append(node);
    }
    for (Edge &edge : edges) {
        if (!ids.contains(edge.to.utf8)) {
            edge.target = edge.to.utf8;
            edge.to = {};
        }
    }
    for (Node &node : nodes)
        node.start = !entered.contains(node.id.utf8);
    Graph graph;
    graph.assign(std::move(nodes), std::move(edges));
    return graph;
}

} // namespace jackfield::whatsappflow
