// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/validation/graph_rules.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr size_t kFewEdges = 16;

/// The edges at these indexes that have the same output and end as one before them. Each node has few edges as a rule,
/// and those are told apart by numbers; a node with very many gets a set.
template <typename Visit> void forEachRepeated(const Graph &graph, std::span<const int> indexes, Visit visit)
{
    const auto alike = [&](int a, int b) {
        const Edge &one = graph.edges().at(a), &other = graph.edges().at(b);
        return graph.targetOf(a) == graph.targetOf(b) && one.port == other.port && one.to == other.to;
    };
    QSet<std::pair<QByteArray, QByteArray>> seen;
    for (size_t i = 0; i < indexes.size(); ++i) {
        const Edge &edge = graph.edges().at(indexes[i]);
        if (edge.to.isEmpty())
            continue;
        bool again = false;
        if (indexes.size() > kFewEdges) {
            const qsizetype known = seen.size();
            seen.insert({edge.port, edge.to.utf8});
            again = seen.size() == known;
        } else {
            again = std::ranges::any_of(indexes.first(i), [&](int earlier) { return alike(earlier, indexes[i]); });
        }
        if (again)
            visit(indexes[i]);
    }
}

} // namespace

std::vector<qsizetype> startNodes(const Graph &graph)
{
    std::vector<qsizetype> starts;
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        if (graph.nodes().at(i).start)
            starts.push_back(i);
    }
    return starts;
}

std::vector<bool> reachedNodes(const Graph &graph, std::vector<qsizetype> starts)
{
    std::vector<bool> reached(size_t(graph.nodes().size()), starts.empty());
    for (const qsizetype start : starts)
        reached[size_t(start)] = true;
    while (!starts.empty()) { // from here on: what was reached and not gone on from
        const qsizetype at = starts.back();
        starts.pop_back();
        for (const int edge : graph.outgoing(at)) {
            const int next = graph.targetOf(edge);
            if (next < 0 || reached[size_t(next)])
                continue;
            reached[size_t(next)] = true;
            starts.push_back(next);
        }
    }
    return reached;
}

std::vector<bool> repeatedEdges(const Graph &graph)
{
    std::vector<bool> repeated(size_t(graph.edges().size()), false);
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        if (const std::span<const int> outgoing = graph.outgoing(i); outgoing.size() > 1)
            forEachRepeated(graph, outgoing, [&](int edge) { repeated[size_t(edge)] = true; });
    }
    return repeated;
}

bool isDeadEnd(const Graph &graph, qsizetype index)
{
    if (!graph.outgoing(index).empty())
        return false;
    const Node &node = graph.nodes().at(index);
    const bool mayEnd
        = node.terminal || node.outputs.isEmpty() || node.family == Family::HandOver || node.family == Family::Unknown;
    return !mayEnd;
}

Problem missingStart(const JsonPointer &at)
{
    return {
        .severity = Severity::Error,
        .code = "missing-start"_ba,
        .message = u"The flow has no start: add a start node and connect it to what comes first."_s,
        .pointer = at};
}

Problem secondStart(const Node &node)
{
    return {
        .severity = Severity::Error,
        .code = "several-starts"_ba,
        .message = u"\"%1\" (%2) is a second start: a flow begins in one place. Delete one of them."_s.arg(
            node.title, node.id.toString()),
        .pointer = node.pointer,
        .node = node.id};
}

Problem unreachableNode(const Node &node)
{
    return {
        .severity = Severity::Warning,
        .code = "unreachable-node"_ba,
        .message = u"No conversation reaches \"%1\" (%2): lead an edge to it, or delete it."_s.arg(
            node.title, node.id.toString()),
        .pointer = node.pointer,
        .node = node.id};
}

Problem deadEnd(const Node &node)
{
    return {
        .severity = Severity::Warning,
        .code = "dead-end"_ba,
        .message
        = u"\"%1\" (%2) leads nowhere: conversations stop there. Connect it to what comes next, or to an end."_s.arg(
            node.title, node.id.toString()),
        .pointer = node.pointer,
        .node = node.id};
}

void checkEnds(const Edge &edge, const Node *source, Problems &problems)
{
    if (!source) {
        problems.append(
            {.severity = Severity::Error,
             .code = "edge-source-missing"_ba,
             .message = edge.from.isEmpty()
                 ? u"An edge does not say which node it leaves: delete it or draw it again."_s
                 : u"An edge leaves \"%1\", which does not exist: delete it or draw it again."_s.arg(
                     edge.from.toString()),
             .pointer = edge.pointer,
             .edge = edge.id});
    }
    if (edge.to.isEmpty()) {
        const QString target = QString::fromUtf8(edge.target);
        const QString from = source ? source->title : edge.from.toString();
        problems.append(
            {.severity = Severity::Error,
             .code = "edge-target-missing"_ba,
             .message = target.isEmpty()
                 ? u"An edge of \"%1\" does not say where it leads: connect or delete it."_s.arg(from)
                 : u"An edge of \"%1\" leads to \"%2\", which does not exist: connect or delete it."_s.arg(
                     from, target),
             .pointer = edge.pointer,
             .node = source ? edge.from : NodeId(),
             .edge = edge.id});
    }
}

Problem repeatedEdge(const Edge &edge, const Node &source, const Node *target)
{
    return {
        .severity = Severity::Warning,
        .code = "duplicate-edge"_ba,
        .message = u"\"%1\" leads to \"%2\" twice by the same output: delete one of the edges."_s.arg(
            source.title, target ? target->title : edge.to.toString()),
        .pointer = edge.pointer,
        .edge = edge.id};
}

void sortInDocumentOrder(Problems &problems, const Graph &graph)
{
    const auto keyOf = [&graph](const Problem &problem) {
        qsizetype index = -1;
        if (!problem.edge.isEmpty())
            index = graph.nodes().size() + graph.indexOf(problem.edge);
        else if (!problem.node.isEmpty())
            index = graph.indexOf(problem.node);
        return std::pair(index, problem.severity);
    };
    std::ranges::stable_sort(problems, {}, keyOf);
}

} // namespace jackfield
