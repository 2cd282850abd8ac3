// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/graph.h"
#include "tests/support/lcg.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

namespace jackfield::graph_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Node node(const QByteArray &id)
{
    Node result;
    result.id = NodeId(id);
    result.title = QString::fromUtf8(id);
    result.outputs = {{.id = "out"_ba, .name = u"Out"_s}};
    return result;
}

Edge edge(const QByteArray &id, const QByteArray &from, const QByteArray &to)
{
    Edge result;
    result.id = EdgeId(id);
    result.from = NodeId(from);
    result.to = NodeId(to);
    return result;
}

Graph triangle()
{
    Graph graph;
    graph.assign({node("a"), node("b"), node("c")}, {edge("1", "a", "b"), edge("2", "b", "c"), edge("3", "a", "c")});
    return graph;
}

/// Nodes, edges and every look-up, as one text.
QByteArray lookups(const Graph &graph)
{
    QByteArray text;
    const auto ids = [](const QList<const Edge *> &edges) {
        QByteArray result;
        for (const Edge *item : edges)
            result += item->id.utf8 + ' ';
        return result;
    };
    for (const Node &item : graph.nodes()) {
        text += item.id.utf8 + '@' + QByteArray::number(graph.indexOf(item.id)) + " from "
            + ids(graph.edgesFrom(item.id)) + "to " + ids(graph.edgesTo(item.id)) + '\n';
    }
    for (const Edge &item : graph.edges())
        text += item.id.utf8 + '@' + QByteArray::number(graph.indexOf(item.id)) + '\n';
    if (const NodeId gone("gone"); !graph.node(gone))
        text += "gone from " + ids(graph.edgesFrom(gone)) + "to " + ids(graph.edgesTo(gone)) + '\n';
    return text;
}

} // namespace

class GraphTest : public QObject
{
    Q_OBJECT

private slots:
    void findsByIdAndByEnds()
    {
        const Graph graph = triangle();
        QCOMPARE(
            lookups(graph), "a@0 from 1 3 to \nb@1 from 2 to 1 \nc@2 from to 2 3 \n1@0\n2@1\n3@2\ngone from to \n"_ba);
        QCOMPARE(graph.node(NodeId("x")), nullptr);
        QCOMPARE(graph.edge(EdgeId("x")), nullptr);
        QCOMPARE(graph.indexOf(NodeId("x")), -1);
        QVERIFY(graph.port(NodeId("a"), "out"));
        QVERIFY(!graph.port(NodeId("a"), "other"));
        QVERIFY(!graph.port(NodeId("x"), "out"));
    }

    void smallChangesKeepEveryLookUp()
    {
        for (quint32 seed = 7; seed < 27; ++seed) {
            Lcg random(seed);
            Graph graph = triangle();
            int made = 0;
            for (int step = 0; step < 60; ++step) {
                QByteArray fresh = 'x' + QByteArray::number(++made);
                const auto someNode = [&] {
                    return graph.nodes().isEmpty() || random.below(8) == 0
                        ? "gone"_ba
                        : graph.nodes().at(random.below(graph.nodes().size())).id.utf8;
                };
                switch (random.below(5)) {
                case 0:
                    if (random.below(4) == 0 && !graph.node(NodeId("gone")))
                        fresh = "gone"; // edges may wait for it
                    graph.insertNode(random.below(graph.nodes().size() + 1), node(fresh));
                    break;
                case 1:
                    if (!graph.nodes().isEmpty())
                        graph.removeNode(random.below(graph.nodes().size()));
                    break;
                case 2:
                    graph.insertEdge(random.below(graph.edges().size() + 1), edge(fresh, someNode(), someNode()));
                    break;
                case 3:
                    if (!graph.edges().isEmpty())
                        graph.removeEdge(random.below(graph.edges().size()));
                    break;
                default:
                    if (!graph.edges().isEmpty())
                        graph.replaceEdge(
                            edge(graph.edges().at(random.below(graph.edges().size())).id.utf8, someNode(), someNode()));
                }
                Graph fromScratch;
                fromScratch.assign(graph.nodes(), graph.edges());
                QVERIFY2(lookups(graph) == lookups(fromScratch), qPrintable(u"seed %1, step %2"_s.arg(seed).arg(step)));
            }
        }
    }

    void edgesThatNameNothingWaitForTheirNode()
    {
        Graph graph = triangle();
        graph.insertEdge(1, edge("4", "gone", "a"));
        graph.insertEdge(0, edge("5", "c", "gone"));
        QCOMPARE(graph.sourceOf(2), -1);
        QCOMPARE(graph.targetOf(0), -1);
        QCOMPARE(graph.edgesFrom(NodeId("gone")).size(), 1);
        graph.insertNode(0, node("gone"));
        QCOMPARE(graph.sourceOf(2), 0);
        QCOMPARE(graph.targetOf(0), 0);
        QCOMPARE(graph.edgesTo(NodeId("gone")).first()->id, EdgeId("5"));
        QVERIFY(std::ranges::equal(graph.outgoing(1), std::vector{1, 4}));
        graph.removeNode(1);
        QCOMPARE(graph.sourceOf(1), -1);
        QCOMPARE(graph.edgesFrom(NodeId("a")).size(), 2);
        QVERIFY(std::ranges::equal(graph.incoming(0), std::vector{0}));
    }

    void manyEdgesAreReplacedAtOnce()
    {
        Graph graph = triangle();
        graph.replaceEdges({edge("3", "c", "a"), edge("1", "gone", "b"), edge("2", "b", "")});
        Graph fromScratch;
        fromScratch.assign(graph.nodes(), {edge("1", "gone", "b"), edge("2", "b", ""), edge("3", "c", "a")});
        QCOMPARE(graph, fromScratch);
        QCOMPARE(lookups(graph), lookups(fromScratch));
    }

    void copiesDoNotFollow()
    {
        Graph graph = triangle();
        const Graph copy = graph;
        graph.removeEdge(0);
        graph.removeNode(0);
        QCOMPARE(lookups(copy), lookups(triangle()));
        QVERIFY(!(copy == graph));
    }

    void deltaNamesWhatCanBeSeen()
    {
        const Graph before = triangle();
        Graph after = before;
        QVERIFY(compareGraphs(before, after).isEmpty());
        Node moved = node("b");
        moved.pointer = JsonPointer("/nodes/9");
        moved.data = JsonPointer("/nodes/9/data");
        after.replaceNode(moved);
        QVERIFY2(compareGraphs(before, after).isEmpty(), "where a node stands in the document cannot be seen");
        moved.position = QPointF(1, 2);
        after.replaceNode(moved);
        after.removeNode(0);
        after.insertNode(2, node("d"));
        after.replaceEdge(edge("2", "b", "b"));
        after.removeEdge(0);
        after.insertEdge(0, edge("4", "d", "b"));
        GraphDelta expected;
        expected.addedNodes = {NodeId("d")};
        expected.changedNodes = {NodeId("b")};
        expected.removedNodes = {NodeId("a")};
        expected.addedEdges = {EdgeId("4")};
        expected.changedEdges = {EdgeId("2")};
        expected.removedEdges = {EdgeId("1")};
        QCOMPARE(compareGraphs(before, after), expected);
    }

    void namesOfOneLengthRarelyShareAHash()
    {
        QSet<size_t> seen;
        int doubles = 0;
        for (int i = 0; i < 20'000; ++i) {
            const size_t hash = qHash(NodeId("node_" + QByteArray::number(10'000'000 + i)), 42) & 0xffffff;
            doubles += seen.contains(hash) ? 1 : 0;
            seen.insert(hash);
        }
        QVERIFY2(doubles < 60, qPrintable(QString::number(doubles)));
        QVERIFY(qHash(NodeId("a"), 1) != qHash(NodeId("a"), 2));
        QVERIFY(qHash(NodeId("a"), 1) != qHash(NodeId(QByteArray("a\0", 2)), 1));
    }
};

JACKFIELD_TEST(GraphTest)

} // namespace jackfield::graph_test

#include "graph_test.moc"
