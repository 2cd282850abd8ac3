// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layered_layout.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <set>

namespace {

using namespace jackfield;

constexpr int kRuns = 5;

using Pairs = std::vector<std::pair<int, int>>;

Graph graphOf(int count, const Pairs &links)
{
    const auto id = [](int i) { return NodeId("n" + QByteArray::number(i)); };
    QList<Node> nodes;
    for (int i = 0; i < count; ++i) {
        Node node;
        node.id = id(i);
        node.start = i == 0;
        nodes.append(node);
    }
    QList<Edge> edges;
    for (const auto &[from, to] : links) {
        Edge edge;
        edge.id = EdgeId("e" + QByteArray::number(edges.size()));
        edge.from = id(from);
        edge.to = id(to);
        edges.append(edge);
    }
    Graph graph;
    graph.assign(nodes, edges);
    return graph;
}

// The workload of the canvas: a chain with n / 2 short cuts, made by the same generator everywhere. With `reach` beyond
// the number of nodes and loops among them, it is as unlike a flow as a graph can be.
Pairs workload(int count, int reach, bool loops)
{
    quint32 state = 7;
    const auto next = [&state] { return int((state = state * 1664525U + 1013904223U) >> 8); };
    Pairs links;
    std::set<std::pair<int, int>> known;
    for (int i = 0; i + 1 < count; ++i)
        known.insert(links.emplace_back(i, i + 1));
    for (int tries = 0; int(links.size()) < count + count / 2 && tries < 10 * count; ++tries) {
        std::pair<int, int> link;
        link.first = next() % count;
        link.second = std::min(count - 1, link.first + 1 + next() % reach);
        if (loops && tries % 4 == 0)
            std::swap(link.first, link.second);
        if (link.first != link.second && known.insert(link).second)
            links.push_back(link);
    }
    return links;
}

Pairs tree(int count, int width)
{
    Pairs links;
    for (int i = 1; i < count; ++i)
        links.emplace_back((i - 1) / width, i);
    return links;
}

void measure(const char *shape, int count, const Pairs &links)
{
    const Graph graph = graphOf(count, links);
    std::vector<double> wall;
    std::vector<double> cpu;
    for (int run = 0; run < kRuns; ++run) {
        QElapsedTimer timer;
        timer.start();
        const std::clock_t before = std::clock();
        const auto positions = layeredLayout(graph, {});
        wall.push_back(double(timer.nsecsElapsed()) / 1e6);
        cpu.push_back(double(std::clock() - before) * 1000 / CLOCKS_PER_SEC);
        if (positions.size() != count)
            std::fprintf(stderr, "only %d of %d nodes placed\n", int(positions.size()), count);
    }
    std::ranges::sort(wall);
    std::ranges::sort(cpu);
    std::printf(
        "{\"bench\":\"layout\",\"nodes\":%d,\"edges\":%d,\"op\":\"layout\",\"shape\":\"%s\",\"median_ms\":%.2f,"
        "\"p95_ms\":%.2f,\"cpu_ms\":%.2f}\n",
        count, int(links.size()), shape, wall[kRuns / 2], wall.back(), cpu[kRuns / 2]);
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("nodes"), QStringLiteral("How many nodes."), QStringLiteral("count")});
    parser.addHelpOption();
    parser.process(application);
    QList<int> counts{1000, 10'000};
    if (parser.isSet(QStringLiteral("nodes")))
        counts = {std::max(2, parser.value(QStringLiteral("nodes")).toInt())};
    for (const int count : std::as_const(counts)) {
        measure("tree", count, tree(count, 3));
        measure("chain", count, tree(count, 1));
        measure("workload", count, workload(count, 50, false));
        measure("tangle", count, workload(count, count, true));
    }
    return 0;
}
