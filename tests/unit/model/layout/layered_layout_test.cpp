// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layered_layout.h"

#include "model/layout/layering.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/test_program.h"

#include <QRandomGenerator>
#include <QTest>

#include <thread>

namespace jackfield::layered_layout_test {

using namespace Qt::Literals::StringLiterals;

namespace {

NodeId id(int i)
{
    return NodeId("n" + QByteArray::number(i));
}

Graph makeGraph(int count, const QList<std::pair<int, int>> &links, int start = 0)
{
    QList<Node> nodes;
    for (int i = 0; i < count; ++i) {
        Node node;
        node.id = id(i);
        node.outputs = {{"a"_ba, {}}, {"b"_ba, {}}};
        node.start = i == start;
        nodes.append(node);
    }
    QList<Edge> edges;
    for (const auto &[from, to] : links) {
        Edge edge;
        edge.id = EdgeId("e" + QByteArray::number(edges.size()));
        edge.from = id(from);
        edge.port = edges.size() % 2 ? "b"_ba : "a"_ba;
        edge.to = id(to);
        edges.append(edge);
    }
    Graph graph;
    graph.assign(nodes, edges);
    return graph;
}

// Sizes that differ from node to node and are no multiples of the grid.
QSizeF sizeOf(const Node &node)
{
    const int n = node.id.utf8.mid(1).toInt();
    return {224, 60.0 + 13 * (n % 7)};
}

LayoutOptions options()
{
    LayoutOptions result;
    result.size = sizeOf;
    return result;
}

int countOverlaps(const Graph &graph, const QHash<NodeId, QPointF> &positions)
{
    QList<QRectF> rects;
    for (const Node &node : graph.nodes())
        rects.append(QRectF(positions.value(node.id), sizeOf(node)));
    std::ranges::sort(rects, {}, [](const QRectF &rect) { return rect.left(); });
    int overlaps = 0;
    for (qsizetype i = 0; i < rects.size(); ++i) {
        for (qsizetype j = i + 1; j < rects.size() && rects[j].left() < rects[i].right(); ++j)
            overlaps += rects[i].intersects(rects[j]);
    }
    return overlaps;
}

double forwardShare(const Graph &graph, const QHash<NodeId, QPointF> &positions)
{
    int forward = 0;
    for (const Edge &edge : graph.edges())
        forward += positions[edge.from].x() < positions[edge.to].x();
    return double(forward) / double(graph.edges().size());
}

} // namespace

class LayeredLayoutTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNodeIsPlacedOnceOnTheGrid();
    void chainIsAStraightLine();
    void startIsLeftmostAlsoInALoop();
    void outputsFromTopToBottomStayInOrder();
    void treeHasNoCrossings();
    void partsLieBelowEachOther();
    void loneNodesFormRows();
    void strangeEdgesDoNoHarm();
    void emptyGraphGivesNothing();
    void sameGraphSameLayout();
    void cancelledLayoutReturnsNothing();
    void randomGraphsWithCycles_data();
    void randomGraphsWithCycles();
    void deepChainNeedsNoDeepStack();
    void crossingsAreCounted();
};

void LayeredLayoutTest::everyNodeIsPlacedOnceOnTheGrid()
{
    const Graph graph = makeGraph(6, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 1}, {4, 5}});
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(positions.size(), 6);
    for (const QPointF &point : positions) {
        QCOMPARE(std::fmod(point.x(), 8), 0.0);
        QCOMPARE(std::fmod(point.y(), 8), 0.0);
    }
    QCOMPARE(countOverlaps(graph, positions), 0);
}

void LayeredLayoutTest::chainIsAStraightLine()
{
    const Graph graph = makeGraph(5, {{0, 1}, {1, 2}, {2, 3}, {3, 4}});
    LayoutOptions same = options();
    same.size = [](const Node &) { return QSizeF(224, 96); };
    const auto positions = layeredLayout(graph, same);
    for (int i = 0; i < 5; ++i)
        QCOMPARE(positions[id(i)], QPointF(i * 320.0, 0));
}

void LayeredLayoutTest::startIsLeftmostAlsoInALoop()
{
    const Graph graph = makeGraph(4, {{0, 1}, {1, 2}, {2, 3}, {3, 0}}, 2);
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(positions[id(2)].x(), 0.0);
    QVERIFY(positions[id(3)].x() < positions[id(0)].x());
    QVERIFY(positions[id(0)].x() < positions[id(1)].x());
}

void LayeredLayoutTest::outputsFromTopToBottomStayInOrder()
{
    Graph graph = makeGraph(4, {{0, 3}, {0, 1}, {0, 2}});
    Node node = *graph.node(id(0));
    node.outputs = {{"1"_ba, {}}, {"2"_ba, {}}, {"3"_ba, {}}};
    QList<Edge> edges = graph.edges();
    edges[0].port = "3"_ba;
    edges[1].port = "1"_ba;
    edges[2].port = "2"_ba;
    QList<Node> nodes = graph.nodes();
    nodes[0] = node;
    graph.assign(nodes, edges);
    const auto positions = layeredLayout(graph, options());
    QVERIFY(positions[id(1)].y() < positions[id(2)].y());
    QVERIFY(positions[id(2)].y() < positions[id(3)].y());
}

void LayeredLayoutTest::treeHasNoCrossings()
{
    QList<std::pair<int, int>> links;
    std::vector<Link> plain;
    for (int i = 1; i < 300; ++i) {
        links.append({(i - 1) / 3, i});
        plain.push_back({(i - 1) / 3, i});
    }
    const int root = 0;
    Layering layering = makeLayering(300, plain, assignLayers(300, plain, std::span(&root, 1)));
    orderLayers(layering, nullptr);
    QCOMPARE(countCrossings(layering), 0);
    const Graph graph = makeGraph(300, links);
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(countOverlaps(graph, positions), 0);
    QCOMPARE(forwardShare(graph, positions), 1.0);
}

void LayeredLayoutTest::partsLieBelowEachOther()
{
    const Graph graph = makeGraph(4, {{0, 1}, {2, 3}}, 2);
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(positions[id(2)].x(), positions[id(0)].x());
    QVERIFY(positions[id(2)].y() < positions[id(0)].y());
}

void LayeredLayoutTest::loneNodesFormRows()
{
    const Graph graph = makeGraph(100, {});
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(countOverlaps(graph, positions), 0);
    QCOMPARE(positions[id(99)].y(), positions[id(98)].y());
}

void LayeredLayoutTest::strangeEdgesDoNoHarm()
{
    Graph graph = makeGraph(3, {{0, 0}, {0, 1}, {0, 1}, {1, 2}, {1, 77}});
    const auto positions = layeredLayout(graph, options());
    QCOMPARE(positions.size(), 3);
    QVERIFY(positions[id(0)].x() < positions[id(1)].x());
    QVERIFY(positions[id(1)].x() < positions[id(2)].x());
}

void LayeredLayoutTest::emptyGraphGivesNothing()
{
    QVERIFY(layeredLayout(Graph(), options()).isEmpty());
    QVERIFY(layeredLayout(Graph(), LayoutOptions()).isEmpty());
}

void LayeredLayoutTest::sameGraphSameLayout()
{
    QRandomGenerator random(7);
    QList<std::pair<int, int>> links;
    for (int i = 0; i < 300; ++i)
        links.append({random.bounded(200), random.bounded(200)});
    const Graph graph = makeGraph(200, links);
    QHash<NodeId, QPointF> other;
    std::thread thread([&] { other = layeredLayout(graph, options()); });
    const auto positions = layeredLayout(graph, options());
    thread.join();
    QCOMPARE(positions, other);
}

void LayeredLayoutTest::cancelledLayoutReturnsNothing()
{
    const std::atomic_bool cancelled = true;
    LayoutOptions stopped = options();
    stopped.cancelled = &cancelled;
    QVERIFY(layeredLayout(makeGraph(3, {{0, 1}, {1, 2}}), stopped).isEmpty());
}

void LayeredLayoutTest::randomGraphsWithCycles_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {10, 30, 100, 300, 1000, 2000})
        QTest::addRow("%d nodes", count) << count;
}

void LayeredLayoutTest::randomGraphsWithCycles()
{
    QFETCH(int, count);
    for (quint32 seed = 1; seed <= 5; ++seed) {
        QRandomGenerator random(seed);
        QList<std::pair<int, int>> links;
        for (int i = 0; i + 1 < count; ++i)
            links.append({i, i + 1});
        // One edge in eight leads back, as loops and retries of a flow do.
        for (int i = 0; i < count / 2; ++i) {
            const int a = random.bounded(count);
            const int b = (a + 1 + random.bounded(count - 1)) % count;
            links.append(i % 4 == 0 ? std::pair(qMax(a, b), qMin(a, b)) : std::pair(qMin(a, b), qMax(a, b)));
        }
        const Graph graph = makeGraph(count, links);
        const CpuTimer timer;
        const auto positions = layeredLayout(graph, options());
        const qint64 milliseconds = timer.milliseconds();
        QCOMPARE(positions.size(), count);
        QCOMPARE(countOverlaps(graph, positions), 0);
        QVERIFY2(forwardShare(graph, positions) >= 0.8, qPrintable(QString::number(forwardShare(graph, positions))));
        QVERIFY2(milliseconds < 5000, qPrintable(QString::number(milliseconds)));
    }
}

void LayeredLayoutTest::deepChainNeedsNoDeepStack()
{
    QList<std::pair<int, int>> links;
    for (int i = 0; i + 1 < 100'000; ++i)
        links.append({i, i + 1});
    QHash<NodeId, QPointF> positions;
    const Graph graph = makeGraph(100'000, links);
    positions = layeredLayout(graph, options());
    QCOMPARE(positions.size(), 100'000);
    QCOMPARE(forwardShare(graph, positions), 1.0);
}

void LayeredLayoutTest::crossingsAreCounted()
{
    const std::vector<Link> links{{0, 4}, {0, 5}, {1, 3}, {1, 4}, {2, 3}};
    Layering layering = makeLayering(6, links, {0, 0, 0, 1, 1, 1});
    layering.layers = {{0, 1, 2}, {3, 4, 5}};
    QCOMPARE(countCrossings(layering), 6);
    orderLayers(layering, nullptr);
    QCOMPARE(countCrossings(layering), 0);
}

JACKFIELD_TEST(LayeredLayoutTest)

} // namespace jackfield::layered_layout_test

#include "layered_layout_test.moc"
