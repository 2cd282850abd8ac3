// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/scene.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QTest>

namespace jackfield::scene_hit_test {

using namespace fixtures;
using Part = SceneHit::Part;

class SceneHitTest : public QObject
{
    Q_OBJECT

private slots:
    void labelOfEachParallelEdgeAndLoopFindsItsEdge()
    {
        QList<Edge> edges{edge("one", "a", "b"),  edge("two", "a", "b"),         edge("three", "a", "b"),
                          edge("loop", "a", "a"), edge("second loop", "a", "a"), edge("back", "b", "a")};
        for (Edge &each : edges)
            each.label = each.id.toString();
        Scene scene;
        scene.setGraph(graph({node("a", {0, 0}), node("b", {500, 0})}, edges));
        for (const Edge &each : std::as_const(edges)) {
            const QPointF label = scene.labelPoint(each.id);
            QCOMPARE(scene.hit(label, 6).edge, each.id);
            QCOMPARE(scene.hit(label + QPointF(8, 4), 6).edge, each.id);
        }
    }

    void portsWinOverNodesAndNodesOverEdges()
    {
        Scene scene;
        scene.setGraph(
            graph({node("a", {0, 0}), node("b", {600, 0}), node("between", {300, -10})}, {edge("e", "a", "b")}));
        QCOMPARE(scene.hit({224, 17}, 6), (SceneHit{Part::Output, NodeId("a"), "", {}}));
        QCOMPARE(scene.hit({215, 17}, 6).part, Part::Output);
        QCOMPARE(scene.hit({600, 17}, 6), (SceneHit{Part::Input, NodeId("b"), {}, {}}));
        QCOMPARE(scene.hit({100, 17}, 6), (SceneHit{Part::Node, NodeId("a"), {}, {}}));
        QCOMPARE(scene.hit({400, 17}, 6), (SceneHit{Part::Node, NodeId("between"), {}, {}}));
        QCOMPARE(scene.hit({100, 300}, 6), SceneHit());
    }

    void hitAreaOfAPortIsTwentyFour()
    {
        Scene scene;
        scene.setGraph(graph({node("a", {0, 0})}));
        QCOMPARE(scene.hit({224 + 11.5, 17}, 2).part, Part::Output);
        QCOMPARE(scene.hit({224 + 12.5, 17}, 2).part, Part::Nothing);
    }

    void portsDoNotCoverNodesSeenFromAfar()
    {
        Scene scene;
        scene.setGraph(graph({node("a", {0, 0})}));
        QCOMPARE(scene.hit({112, 17}, 6 / 0.05).part, Part::Node);
    }

    void upperNodeHidesTheLower()
    {
        Scene scene;
        scene.setGraph(graph({node("under", {0, 0}), node("over", {150, -5})}));
        QCOMPARE(scene.hit({200, 15}, 6).node, NodeId("over"));
        QCOMPARE(scene.hit({224, 17}, 6), (SceneHit{Part::Node, NodeId("over"), {}, {}}));
        scene.raise({NodeId("under")});
        QCOMPARE(scene.hit({224, 17}, 6), (SceneHit{Part::Output, NodeId("under"), "", {}}));
    }

    void nodeWithoutInputHasNoInputToHit()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        const QRectF start = scene.nodeRect(NodeId("Start"));
        QCOMPARE(scene.hit(start.topLeft() + QPointF(2, 17), 6).part, Part::Node);
    }

    void endsOfAnEdgeCanBeTakenHold()
    {
        Scene scene;
        scene.setGraph(graph({node("a", {0, 0}), node("b", {500, 0})}, {edge("e", "a", "b")}));
        QCOMPARE(scene.hit({224 + 16, 17}, 3).part, Part::EdgeStart);
        QCOMPARE(scene.hit({500 - 20, 17}, 3).part, Part::EdgeEnd);
        QCOMPARE(scene.hit({360, 17}, 3).part, Part::Edge);
    }

    void areaFindsNodesAndEdges()
    {
        Scene scene;
        scene.setGraph(supportTriage());
        QCOMPARE(scene.nodesIn({20, 150, 300, 200}, false).size(), 2);
        QCOMPARE(scene.nodesIn({20, 150, 300, 200}, true), QList<NodeId>{NodeId("Start")});
        QCOMPARE(scene.edgesIn({250, 200, 30, 60}), QList<EdgeId>{EdgeId("e1")});
    }

    void sameAnswerAsALookAtEveryNode()
    {
        Scene scene;
        const Graph large = random(400, 3);
        scene.setGraph(large);
        QRandomGenerator dice(3);
        for (int i = 0; i < 500; ++i) {
            const QPointF point(dice.bounded(6200) - 100, dice.bounded(3400) - 100);
            const SceneHit hit = scene.hit(point, 6);
            bool inside = false;
            for (const Node &each : large.nodes())
                inside = inside || scene.nodeRect(each.id).contains(point);
            if (inside)
                QVERIFY(hit.part == Part::Node || hit.part == Part::Input || hit.part == Part::Output);
            else
                QVERIFY(hit.part != Part::Node);
        }
    }
};

JACKFIELD_TEST(SceneHitTest)

} // namespace jackfield::scene_hit_test

#include "scene_hit_test.moc"
