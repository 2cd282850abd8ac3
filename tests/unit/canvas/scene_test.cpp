// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene.h"

#include "canvas/scene/scene_shapes.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QTest>

namespace jackfield::scene_test {

using namespace fixtures;

namespace {

/// Everything that a scene would draw, sorted, as text.
QStringList drawn(const Scene &scene)
{
    QStringList lines;
    const auto point = [](QPointF p) { return u"%1,%2"_s.arg(p.x()).arg(p.y()); };
    for (const NodeShape &shape : scene.shapes().nodes)
        if (shape.alive)
            lines += u"node %1 at %2 high %3%4"_s.arg(shape.id.toString(), point(shape.rect.topLeft()))
                         .arg(shape.rect.height())
                         .arg(shape.marks.has(MarkLayer::Selected) ? u" selected"_s : QString());
    for (const EdgeShape &shape : scene.shapes().edges)
        if (shape.alive)
            lines += u"edge %1 from %2 to %3 shape %4 lane %5"_s
                         .arg(shape.id.toString(), point(shape.ends.start), point(shape.ends.end))
                         .arg(int(shape.ends.shape))
                         .arg(shape.ends.lane);
    lines.sort();
    return lines;
}

QList<NodeId> ids(std::initializer_list<const char *> names)
{
    QList<NodeId> result;
    for (const char *name : names)
        result.append(NodeId(name));
    return result;
}

} // namespace

class SceneTest : public QObject
{
    Q_OBJECT

private slots:
    void deltaGivesWhatAFreshStartGives_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 10; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void deltaGivesWhatAFreshStartGives()
    {
        QFETCH(quint32, seed);
        QRandomGenerator dice(seed);
        Graph before = random(60, seed);
        Scene followed;
        followed.setGraph(before);
        for (int round = 0; round < 25; ++round) {
            QList<Node> nodes = before.nodes();
            QList<Edge> edges = before.edges();
            for (int change = 0; change < 3; ++change) {
                switch (dice.bounded(5)) {
                case 0:
                    nodes.removeAt(dice.bounded(nodes.size())); // its edges stay and become stubs
                    break;
                case 1:
                    nodes[dice.bounded(nodes.size())].position = QPointF(dice.bounded(3000), dice.bounded(3000));
                    break;
                case 2:
                    edges.removeAt(dice.bounded(edges.size()));
                    break;
                case 3: {
                    Edge &edge = edges[dice.bounded(edges.size())];
                    edge.to = nodes[dice.bounded(nodes.size())].id;
                    break;
                }
                default:
                    nodes.append(node(
                        "r%1n%2"_ba.replace("%1", QByteArray::number(round)).replace("%2", QByteArray::number(change)),
                        QPointF(dice.bounded(3000), dice.bounded(3000))));
                    edges.append(edge(
                        "x" + QByteArray::number(round * 10 + change), nodes.first().id.utf8, nodes.last().id.utf8));
                    break;
                }
            }
            const Graph after = graph(nodes, edges);
            followed.applyDelta(after, compareGraphs(before, after));
            Scene fresh;
            fresh.setGraph(after);
            QCOMPARE(drawn(followed), drawn(fresh));
            QCOMPARE(followed.bounds(), fresh.bounds());
            before = after;
        }
    }

    void damageCoversOldAndNewPlace()
    {
        const Graph before = supportTriage();
        Scene scene;
        scene.setGraph(before);
        QList<Node> nodes = before.nodes();
        nodes[1].position = QPointF(300, 700);
        const Graph after = graph(nodes, before.edges());
        const QRectF old = scene.nodeRect(NodeId("Greet"));
        const SceneDamage damage = scene.applyDelta(after, compareGraphs(before, after));
        QVERIFY(!damage.everything);
        const auto covers = [&](const QRectF &rect) {
            return std::ranges::any_of(damage.areas, [&](const QRectF &area) { return area.contains(rect); });
        };
        QVERIFY(covers(old));
        QVERIFY(covers(scene.nodeRect(NodeId("Greet"))));
        QVERIFY(!covers(scene.nodeRect(NodeId("To a person"))));
    }

    void edgeToNothingIsAStubUntilItsNodeAppears()
    {
        Edge lost = edge("e", "a", "");
        lost.target = "b";
        const Graph before = graph({node("a", {0, 0})}, {lost});
        Scene scene;
        scene.setGraph(before);
        QCOMPARE(scene.shapes().edges.at(0).ends.shape, RouteShape::DeadEnd);
        const Graph after = graph({node("a", {0, 0}), node("b", {400, 0})}, {edge("e", "a", "b")});
        scene.applyDelta(after, compareGraphs(before, after));
        QCOMPARE(scene.shapes().edges.at(size_t(scene.edgeNumber(EdgeId("e")))).ends.shape, RouteShape::Forward);
    }

    void edgeWithoutAnyNodeIsNotDrawn()
    {
        Scene scene;
        scene.setGraph(graph({node("a", {0, 0})}, {edge("e", "gone", "gone too")}));
        QCOMPARE(scene.edgeNumber(EdgeId("e")), -1);
        QCOMPARE(scene.edgeBounds(EdgeId("e")), QRectF());
    }

    void marksSurviveChanges()
    {
        const Graph before = supportTriage();
        Scene scene;
        scene.setGraph(before);
        const Marks selected{.nodes = {NodeId("Greet")}, .edges = {EdgeId("e1")}};
        scene.setMarks(MarkLayer::Selected, selected);
        const Problems problems{
            {Severity::Warning, "w", {}, {}, NodeId("Greet"), {}}, {Severity::Error, "e", {}, {}, NodeId("Greet"), {}}};
        scene.setMarks(MarkLayer::Error, marksOf(problems, Severity::Error));
        scene.setMarks(MarkLayer::Warning, marksOf(problems, Severity::Warning));
        scene.setGraph(before);
        const NodeShape &greet = scene.shapes().nodes.at(size_t(scene.nodeNumber(NodeId("Greet"))));
        QVERIFY(greet.marks.has(MarkLayer::Selected));
        QVERIFY(greet.marks.has(MarkLayer::Error) && greet.marks.has(MarkLayer::Warning));
        QVERIFY(!greet.marks.has(MarkLayer::Hover));
        QVERIFY(scene.setMarks(MarkLayer::Selected, selected).isEmpty());
        QVERIFY(!scene.setMarks(MarkLayer::Selected, {}).isEmpty());
    }

    void ghostsLeaveTheGraphAlone()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        const QRectF place = scene.nodeRect(NodeId("Greet"));
        scene.setGhostOffset({NodeId("Greet")}, {40, 30});
        QVERIFY(scene.hasGhost());
        QCOMPARE(scene.nodeRect(NodeId("Greet")), place);
        QCOMPARE(scene.stretchedEdges().size(), size_t(2));
        QVERIFY(scene.ghostBounds().contains(place.translated(40, 30)));
        scene.clearGhost();
        QVERIFY(!scene.hasGhost());
        QVERIFY(scene.stretchedEdges().empty());
    }

    void raisedNodesAreOnTop()
    {
        Scene scene;
        scene.setGraph(graph({node("under", {0, 0}), node("over", {20, 5})}));
        QCOMPARE(scene.nodesIn({0, 0, 100, 30}, false), ids({"under", "over"}));
        scene.raise(ids({"under"}));
        QCOMPARE(scene.nodesIn({0, 0, 100, 30}, false), ids({"over", "under"}));
    }

    void wildPositionsStayFinite()
    {
        Scene scene;
        scene.setGraph(graph({node("a", {1e308, -1e308}), node("b", {0, 0})}, {edge("e", "a", "b")}));
        QVERIFY(std::isfinite(scene.bounds().width()));
        QVERIFY(std::isfinite(scene.edgeBounds(EdgeId("e")).width()));
    }
};

JACKFIELD_TEST(SceneTest)

} // namespace jackfield::scene_test

#include "scene_test.moc"
