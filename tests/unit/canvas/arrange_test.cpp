// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/arrange.h"

#include "canvas/editing/reach.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/editor_fixture.h"

#include <QTest>

namespace jackfield::arrange_test {

using namespace Qt::Literals::StringLiterals;

/// What moves the selection, and what moves nodes.
class ArrangeTest : public QObject
{
    Q_OBJECT

private slots:
    void nudgeMovesTheSelectionAlone()
    {
        EditorFixture f;
        nudge(f.editor, {8, 0});
        QCOMPARE(f.steps(), 0);
        f.select({"step1"});
        nudge(f.editor, {8, -24});
        QCOMPARE(f.corner("step1"), QPointF(312, -24));
        QCOMPARE(f.lastLabel(), u"Move \"step1\""_s);
        f.select({"step1", "stop"});
        nudge(f.editor, {-8, 24});
        QCOMPARE(f.corner("step1"), QPointF(304, 0));
        QCOMPARE(f.corner("stop"), QPointF(904, 24));
        QCOMPARE(f.lastLabel(), u"Move 2 nodes"_s);
        QCOMPARE(f.steps(), 2);
    }

    void alignAndDistributeAreOneStepEach()
    {
        EditorFixture f;
        f.select({"step1"});
        nudge(f.editor, {80, 160});
        f.editor.selectAll();
        align(f.editor, Alignment::Top);
        QCOMPARE(f.corner("step1"), QPointF(384, 0));
        distribute(f.editor, Qt::Horizontal);
        QCOMPARE(f.corner("step1"), QPointF(304, 0));
        QCOMPARE(f.steps(), 3);
        align(f.editor, Alignment::Top); // nothing has to move
        QCOMPARE(f.steps(), 3);
    }

    void tooFewNodesAreSaid()
    {
        EditorFixture f;
        f.select({"step1"});
        align(f.editor, Alignment::Left);
        QCOMPARE(f.messages.constLast(), u"Select two or more nodes to align them."_s);
        f.select({"step1", "step2"});
        distribute(f.editor, Qt::Vertical);
        QCOMPARE(f.messages.constLast(), u"Select three or more nodes to distribute them."_s);
        QCOMPARE(f.steps(), 0);
    }

    void reachFollowsEdgesEitherWay()
    {
        EditorFixture f;
        const auto from = [&f](const char *node, Reach reach) {
            f.select({node});
            selectReachable(f.editor, reach);
            return f.selected();
        };
        QCOMPARE(from("step2", Reach::Upstream), u"start step1 step2"_s);
        QCOMPARE(from("step2", Reach::Downstream), u"step2 stop"_s);
        QCOMPARE(from("step2", Reach::Both), u"start step1 step2 stop"_s);
        QVERIFY(reachable(f.document.graph(), {}, Reach::Both).isEmpty());
        // A loop ends.
        QVERIFY(f.editor.perform({Connect{NodeId("step2"_ba), "else"_ba, NodeId("step1"_ba)}}, u"Connect"_s));
        QCOMPARE(from("step1", Reach::Downstream), u"step1 step2 stop"_s);
    }

    void neighbourIsTheNearestAhead()
    {
        EditorFixture f;
        Scene scene;
        scene.setGraph(f.document.graph());
        const auto towards = [&](const char *from, QPoint direction) {
            return nodeTowards(scene, NodeId(QByteArray(from)), {2000, 0}, direction).toString();
        };
        QCOMPARE(towards("start", {1, 0}), u"step1"_s);
        QCOMPARE(towards("stop", {-1, 0}), u"step2"_s);
        QCOMPARE(towards("start", {-1, 0}), u""_s);
        QCOMPARE(towards("start", {0, 1}), u""_s);
        QCOMPARE(towards("gone", {1, 0}), u"stop"_s); // from the point
        Scene empty;
        QVERIFY(nodeTowards(empty, {}, {}, {1, 0}).isEmpty());
    }
};

JACKFIELD_TEST(ArrangeTest)

} // namespace jackfield::arrange_test

#include "arrange_test.moc"
