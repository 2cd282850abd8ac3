// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QRandomGenerator>

namespace jackfield::fixtures {

using namespace Qt::Literals::StringLiterals;

inline Node node(const QByteArray &id, QPointF at, Family family = Family::Say, const QStringList &ports = {QString()})
{
    Node node;
    node.id = NodeId(id);
    node.type = "message";
    node.typeTitle = u"Message"_s;
    node.icon = "message";
    node.family = family;
    node.title = QString::fromUtf8(id);
    node.position = at;
    for (const QString &name : ports)
        node.outputs.append({.id = name.toUtf8(), .name = name, .fallback = false});
    return node;
}

inline Edge edge(const QByteArray &id, const QByteArray &from, const QByteArray &to, const QByteArray &port = {})
{
    Edge edge;
    edge.id = EdgeId(id);
    edge.from = NodeId(from);
    edge.to = NodeId(to);
    edge.port = port;
    return edge;
}

inline Graph graph(QList<Node> nodes, QList<Edge> edges = {})
{
    Graph graph;
    graph.assign(std::move(nodes), std::move(edges));
    return graph;
}

/// The flow of the drawings in the specification.
inline Graph supportTriage()
{
    QList<Node> nodes{
        node("Start", {24, 216}, Family::Entry),
        node("Greet", {284, 204}, Family::Say),
        node("What is it about?", {544, 176}, Family::Ask, {u"Order"_s, u"Refund"_s, u"Something else"_s}),
        node("Look up order", {848, 66}, Family::Act, {u"Found"_s, u"Failed"_s}),
        node("Older than 30 days?", {848, 246}, Family::Decide, {u"Yes"_s, u"Otherwise"_s}),
        node("To a person", {848, 426}, Family::HandOver, {})};
    const QStringList types{u"Start"_s, u"Message"_s, u"Question"_s, u"HTTP request"_s, u"Condition"_s, u"Hand over"_s};
    const QStringList bodies{
        u"When a conversation opens"_s,
        u"Hi {{name}}! This is Lena from the support desk."_s,
        u"Saved as topic"_s,
        u"GET /orders/{{order_id}}"_s,
        u"order.age_days > 30"_s,
        u"Team: Support, first line"_s};
    const QList<QByteArray> icons{"start", "message", "question", "http", "condition", "handover"};
    for (qsizetype i = 0; i < nodes.size(); ++i) {
        nodes[i].typeTitle = types[i];
        nodes[i].summary = {bodies[i]};
        nodes[i].icon = icons[i];
    }
    nodes[0].acceptsInput = false;
    nodes[0].start = true;
    nodes[5].terminal = true;
    return graph(
        nodes,
        {edge("e1", "Start", "Greet"), edge("e2", "Greet", "What is it about?"),
         edge("e3", "What is it about?", "Look up order", "Order"),
         edge("e4", "What is it about?", "Older than 30 days?", "Refund"),
         edge("e5", "What is it about?", "To a person", "Something else")});
}

/// `count` nodes on a grid with one and a half times as many edges.
inline Graph random(int count, quint32 seed)
{
    QRandomGenerator dice(seed);
    QList<Node> nodes;
    QList<Edge> edges;
    const int columns = std::max(1, int(std::sqrt(count)));
    for (int i = 0; i < count; ++i)
        nodes.append(node("n" + QByteArray::number(i), {i % columns * 300.0, i / columns * 160.0}, Family(i % 8)));
    for (int i = 0; i < count * 3 / 2; ++i) {
        const QByteArray from = "n" + QByteArray::number(dice.bounded(count));
        const QByteArray to = "n" + QByteArray::number(dice.bounded(count));
        edges.append(edge("e" + QByteArray::number(i), from, to));
    }
    return graph(nodes, edges);
}

} // namespace jackfield::fixtures
