// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/graph.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The item of `list` with that id; items rarely move, so that its own index is tried first.
template <typename Item>
const Item *counterpart(const Graph &graph, const QList<Item> &list, const Item &item, qsizetype index)
{
    if (index < list.size() && list.at(index).id == item.id)
        return &list.at(index);
    const qsizetype at = graph.indexOf(item.id);
    return at < 0 ? nullptr : &list.at(at);
}

template <typename Item, typename Id>
void compare(
    const Graph &before, const Graph &after, const QList<Item> &(Graph::*items)() const, QList<Id> &added,
    QList<Id> &changed, QList<Id> &removed)
{
    const QList<Item> &oldItems = (before.*items)();
    const QList<Item> &newItems = (after.*items)();
    for (qsizetype i = 0; i < newItems.size(); ++i) {
        const Item &item = newItems.at(i);
        const Item *old = counterpart(before, oldItems, item, i);
        if (!old)
            added.append(item.id);
        else if (!looksAlike(*old, item))
            changed.append(item.id);
    }
    for (qsizetype i = 0; i < oldItems.size(); ++i) {
        if (!counterpart(after, newItems, oldItems.at(i), i))
            removed.append(oldItems.at(i).id);
    }
}

QString text(QByteArrayView utf8)
{
    return QString::fromUtf8(utf8);
}

QString describePort(const Port &port)
{
    QString result = (port.fallback ? u"else "_s : QString()) + u'"' + text(port.id) + u'"';
    if (text(port.id) != port.name)
        result += u"="_s + port.name;
    return result;
}

QString describeNode(const Node &node)
{
    QString line = u"node %1 (%2) %3 \"%4\""_s.arg(
        text(node.id.utf8), text(node.type), text(familyName(node.family)), node.title);
    for (const QString &body : node.summary)
        line += u" | "_s + body;
    QStringList outputs;
    for (const Port &port : node.outputs)
        outputs.append(describePort(port));
    line += u" -> ["_s + outputs.join(u", "_s) + u']';
    if (node.start)
        line += u" start"_s;
    if (node.terminal)
        line += u" terminal"_s;
    if (!node.acceptsInput)
        line += u" no-input"_s;
    if (node.position)
        line += u" at %1,%2"_s.arg(node.position->x()).arg(node.position->y());
    return line + u' ' + text(node.pointer.text());
}

QString describeEdge(const Edge &edge)
{
    QString line = u"edge "_s + text(edge.id.utf8) + u": "_s + text(edge.from.utf8);
    if (!edge.port.isEmpty())
        line += u'[' + text(edge.port) + u']';
    line += u" -> "_s + (edge.to.isEmpty() ? u"nowhere (%1)"_s.arg(text(edge.target)) : text(edge.to.utf8));
    if (!edge.label.isEmpty())
        line += u" \"%1\""_s.arg(edge.label);
    return line + u' ' + text(edge.pointer.text());
}

} // namespace

bool looksAlike(const Node &a, const Node &b)
{
    return a.type == b.type && a.family == b.family && a.icon == b.icon && a.typeTitle == b.typeTitle
        && a.title == b.title && a.summary == b.summary && a.outputs == b.outputs && a.acceptsInput == b.acceptsInput
        && a.start == b.start && a.terminal == b.terminal && a.position == b.position;
}

bool looksAlike(const Edge &a, const Edge &b)
{
    return a.from == b.from && a.port == b.port && a.to == b.to && a.target == b.target && a.label == b.label;
}

GraphDelta compareGraphs(const Graph &before, const Graph &after)
{
    GraphDelta delta;
    compare(before, after, &Graph::nodes, delta.addedNodes, delta.changedNodes, delta.removedNodes);
    compare(before, after, &Graph::edges, delta.addedEdges, delta.changedEdges, delta.removedEdges);
    return delta;
}

QString describe(const Graph &graph)
{
    QString result;
    for (const Node &node : graph.nodes())
        result += describeNode(node) + u'\n';
    for (const Edge &edge : graph.edges())
        result += describeEdge(edge) + u'\n';
    return result;
}

} // namespace jackfield
