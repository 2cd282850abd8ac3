// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/validation/graph_rules.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kFewEdges = 16;

/// The edges at these places that have the same output and end as one before them. Each node has few edges as a rule, and
/// those are told apart by numbers; a node with very many gets a set.
template <typename Visit>
void forEachRepeated(const Graph &graph, std::span<const int> places, Visit visit)
{
    const auto alike = [&](int a, int b) {
        const Edge &one = graph.edges().at(a), &other = graph.edges().at(b);
        return graph.targetOf(a) == graph.targetOf(b) && one.port == other.port && one.to == other.to;
    };
    QSet<std::pair<QByteArray, QByteArray>> seen;
    for (size_t i = 0; i < places.size(); ++i) {
        const Edge &edge = graph.edges().at(places[i]);
        if (edge.to.isEmpty())
            continue;
        bool again = false;
        if (places.size() > kFewEdges) {
            const qsizetype known = seen.size();
            seen.insert({edge.port, edge.to.utf8});
            again = seen.size() == known;
        } else {
            again = std::ranges::any_of(places.first(i), [&](int earlier) { return alike(earlier, places[i]); });
        }
        if (again)
            visit(edge);
    }
}

/// The place of an item, where it is mostly the one found last or little further on: each rule goes through them in order.
template <typename Item, typename Id>
qsizetype placeNear(const Graph &graph, const QList<Item> &items, const Id &id, qsizetype &last)
{
    constexpr qsizetype kNear = 6;
    for (qsizetype i = last; i < std::min(last + kNear, items.size()); ++i) {
        if (items.at(i).id == id)
            return last = i;
    }
    const qsizetype at = graph.indexOf(id);
    last = std::max<qsizetype>(at, 0);
    return at;
}

} // namespace

void checkStart(const Graph &graph, Problems &problems)
{
    const Node *first = nullptr;
    for (const Node &node : graph.nodes()) {
        if (!node.start)
            continue;
        if (first) {
            problems.append(
                {.severity = Severity::Error,
                 .code = "several-starts"_ba,
                 .message = u"\"%1\" (%2) is a second start: a flow begins in one place. Delete one of them."_s.arg(node.title, node.id.toString()),
                 .pointer = node.pointer,
                 .node = node.id});
        } else {
            first = &node;
        }
    }
    if (!first) {
        problems.append(
            {.severity = Severity::Error,
             .code = "missing-start"_ba,
             .message = u"The flow has no start: add a start node and connect it to what comes first."_s});
    }
}

void checkEdgeEnds(const Graph &graph, Problems &problems)
{
    for (qsizetype i = 0; i < graph.edges().size(); ++i) {
        const Edge &edge = graph.edges().at(i);
        const int place = graph.sourceOf(i);
        if (place < 0) {
            problems.append(
                {.severity = Severity::Error,
                 .code = "edge-source-missing"_ba,
                 .message = edge.from.isEmpty() ? u"An edge does not say which node it leaves: delete it or draw it again."_s
                                                : u"An edge leaves \"%1\", which does not exist: delete it or draw it again."_s.arg(edge.from.toString()),
                 .pointer = edge.pointer,
                 .edge = edge.id});
        }
        if (edge.to.isEmpty()) {
            const QString target = QString::fromUtf8(edge.target);
            const QString source = place < 0 ? edge.from.toString() : graph.nodes().at(place).title;
            problems.append(
                {.severity = Severity::Error,
                 .code = "edge-target-missing"_ba,
                 .message = target.isEmpty() ? u"An edge of \"%1\" does not say where it leads: connect or delete it."_s.arg(source)
                                             : u"An edge of \"%1\" leads to \"%2\", which does not exist: connect or delete it."_s.arg(source, target),
                 .pointer = edge.pointer,
                 .node = place < 0 ? NodeId() : edge.from,
                 .edge = edge.id});
        }
    }
}

void checkDuplicateEdges(const Graph &graph, Problems &problems)
{
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        const std::span<const int> outgoing = graph.outgoing(i);
        if (outgoing.size() < 2)
            continue;
        forEachRepeated(graph, outgoing, [&](const Edge &edge) {
            const Node *target = graph.node(edge.to);
            problems.append(
                {.severity = Severity::Warning,
                 .code = "duplicate-edge"_ba,
                 .message = u"\"%1\" leads to \"%2\" twice by the same output: delete one of the edges."_s.arg(
                     graph.nodes().at(i).title, target ? target->title : edge.to.toString()),
                 .pointer = edge.pointer,
                 .edge = edge.id});
        });
    }
}

void checkReachability(const Graph &graph, Problems &problems)
{
    std::vector<bool> reached(size_t(graph.nodes().size()), false);
    std::vector<qsizetype> open;
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        if (graph.nodes().at(i).start) {
            reached[size_t(i)] = true;
            open.push_back(i);
        }
    }
    if (open.empty())
        return;
    while (!open.empty()) {
        const qsizetype at = open.back();
        open.pop_back();
        for (const int edge : graph.outgoing(at)) {
            const int next = graph.targetOf(edge);
            if (next < 0 || reached[size_t(next)])
                continue;
            reached[size_t(next)] = true;
            open.push_back(next);
        }
    }
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        if (reached[size_t(i)])
            continue;
        const Node &node = graph.nodes().at(i);
        problems.append(
            {.severity = Severity::Warning,
             .code = "unreachable-node"_ba,
             .message = u"No conversation reaches \"%1\" (%2): lead an edge to it, or delete it."_s.arg(node.title, node.id.toString()),
             .pointer = node.pointer,
             .node = node.id});
    }
}

void checkDeadEnds(const Graph &graph, Problems &problems)
{
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        const Node &node = graph.nodes().at(i);
        const bool mayEnd = node.terminal || node.outputs.isEmpty() || node.family == Family::HandOver || node.family == Family::Unknown;
        if (mayEnd || !graph.outgoing(i).empty())
            continue;
        problems.append(
            {.severity = Severity::Warning,
             .code = "dead-end"_ba,
             .message = u"\"%1\" (%2) leads nowhere: conversations stop there. Connect it to what comes next, or to an end."_s.arg(
                 node.title, node.id.toString()),
             .pointer = node.pointer,
             .node = node.id});
    }
}

bool isConnected(const Graph &graph, const NodeId &node, QByteArrayView port)
{
    const QList<const Edge *> outgoing = graph.edgesFrom(node);
    return std::ranges::any_of(outgoing, [&](const Edge *edge) { return edge->port == port; });
}

void sortInDocumentOrder(Problems &problems, const Graph &graph)
{
    struct Keyed
    {
        qsizetype place;
        int severity;
        qsizetype index;
        auto operator<=>(const Keyed &) const = default;
    };
    std::vector<Keyed> order;
    order.reserve(size_t(problems.size()));
    qsizetype lastNode = 0;
    qsizetype lastEdge = 0;
    for (const Problem &problem : std::as_const(problems)) {
        qsizetype place = -1;
        if (!problem.edge.isEmpty())
            place = graph.nodes().size() + placeNear(graph, graph.edges(), problem.edge, lastEdge);
        else if (!problem.node.isEmpty())
            place = placeNear(graph, graph.nodes(), problem.node, lastNode);
        order.push_back({.place = place, .severity = int(problem.severity), .index = qsizetype(order.size())});
    }
    std::ranges::sort(order);
    Problems sorted;
    sorted.reserve(problems.size());
    for (const Keyed &keyed : order)
        sorted.append(std::move(problems[keyed.index]));
    problems = std::move(sorted);
}

} // namespace jackfield
