// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/canvas_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QLineEdit>

namespace jackfield::canvas_connect_test {

using namespace Qt::Literals::StringLiterals;

class CanvasConnectTest : public QObject
{
    Q_OBJECT

private slots:
    void dragFromPortToPortConnects();
    void anywhereOnTheTargetWillDo();
    void dragFromAnInputConnectsBackwards();
    void refusedConnectionAddsNothingAndSaysWhy_data();
    void refusedConnectionAddsNothingAndSaysWhy();
    void reasonGoesWhenThePointerLeaves();
    void escapeLeavesNoTrace();
    void endOfAnEdgeMovesAndKeepsItsId();
    void startOfAnEdgeMoves();
    void endDroppedOnEmptyStays();
    void endDroppedWhereItWasIsNoStep();
    void droppedOnEmptyOffersNodesAndWiresTheChosenOne();
    void backwardsOffersOnlyNodesWithOutputs();
};

void CanvasConnectTest::dragFromPortToPortConnects()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.drag(f.output("step1", "else"), f.input("stop"));
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>step2 step2.next>stop step1.else>stop"_s);
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.document.undoStack()->undoText(), u"Connect \"step1\" to \"stop\""_s);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasConnectTest::anywhereOnTheTargetWillDo()
{
    CanvasFixture f;
    f.drag(f.output("step1", "else"), f.middle("stop"));
    QVERIFY(f.edges().endsWith(u"step1.else>stop"));
}

void CanvasConnectTest::dragFromAnInputConnectsBackwards()
{
    FlowState state = fakeChain(2);
    VERIFY_OK(applyFlowEdits(state, {{JsonEdit::remove(JsonPointer("/edges/2"_ba))}, {}}));
    CanvasFixture f(state);
    f.drag(f.input("stop"), f.output("step1", "else"));
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>step2 step1.else>stop"_s);
    QCOMPARE(f.steps(), 1);
}

void CanvasConnectTest::refusedConnectionAddsNothingAndSaysWhy_data()
{
    QTest::addColumn<QByteArray>("target");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no input") << "start"_ba << u"\"Start\" takes no input: connect to another node."_s;
    QTest::newRow("itself") << "step2"_ba << u"A step cannot follow itself: connect to another node."_s;
}

void CanvasConnectTest::refusedConnectionAddsNothingAndSaysWhy()
{
    QFETCH(QByteArray, target);
    QFETCH(QString, reason);
    CanvasFixture f;
    const QByteArray before = f.json();
    const QPointF from = f.output("step2", "else");
    f.press(from);
    f.move(f.middle(target.constData()));
    QCOMPARE(f.messages.value(f.messages.size() - 1), reason);
    f.view.grab(); // the feedback paints
    f.release(f.middle(target.constData()));
    QCOMPARE(f.messages.constLast(), reason);
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
}

void CanvasConnectTest::reasonGoesWhenThePointerLeaves()
{
    CanvasFixture f;
    f.press(f.output("step2", "else"));
    f.move(f.middle("start"));
    QVERIFY(!f.messages.constLast().isEmpty());
    f.move({500, 300});
    QCOMPARE(f.messages.constLast(), QString());
    QTest::keyClick(&f.view, Qt::Key_Escape);
}

void CanvasConnectTest::escapeLeavesNoTrace()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.press(f.output("step1", "else"));
    f.move(f.input("stop"));
    QTest::keyClick(&f.view, Qt::Key_Escape);
    f.release(f.input("stop"));
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
}

void CanvasConnectTest::endOfAnEdgeMovesAndKeepsItsId()
{
    CanvasFixture f;
    f.drag(f.input("step2"), f.input("stop"));
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>stop step2.next>stop"_s);
    QCOMPARE(f.document.graph().edges()[1].id, EdgeId("e2"_ba));
    QCOMPARE(f.steps(), 1);
    f.document.undoStack()->undo();
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>step2 step2.next>stop"_s);
}

void CanvasConnectTest::startOfAnEdgeMoves()
{
    CanvasFixture f;
    const QPointF start = f.output("step2", "next");
    f.drag(start + QPointF(15, 0), f.output("step1", "else"));
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>step2 step1.else>stop"_s);
    QCOMPARE(f.document.graph().edges()[2].id, EdgeId("e3"_ba));
}

void CanvasConnectTest::endDroppedOnEmptyStays()
{
    CanvasFixture f;
    f.drag(f.input("step2"), {500, 400});
    QCOMPARE(f.steps(), 0);
    QVERIFY(f.messages.constLast().contains(u"stays"));
    QVERIFY(!f.view.findChild<QLineEdit *>());
}

void CanvasConnectTest::endDroppedWhereItWasIsNoStep()
{
    CanvasFixture f;
    const QPointF end = f.input("step2");
    f.press(end);
    f.move(end + QPointF(0, 200));
    f.move(end);
    f.release(end);
    QCOMPARE(f.steps(), 0);
}

void CanvasConnectTest::droppedOnEmptyOffersNodesAndWiresTheChosenOne()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.drag(f.output("step1", "else"), {500, 300});
    auto *field = f.view.findChild<QLineEdit *>();
    QVERIFY(field);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClicks(field, u"ste"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.edges(), u"start.next>step1 step1.next>step2 step2.next>stop step1.else>step-1"_s);
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.selected(), u"step-1"_s);
    QVERIFY(QLineF(f.input("step-1"), QPointF(500, 300)).length() <= 12);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasConnectTest::backwardsOffersOnlyNodesWithOutputs()
{
    FlowState state = fakeChain(1);
    VERIFY_OK(applyFlowEdits(state, {{JsonEdit::remove(JsonPointer("/edges/1"_ba))}, {}}));
    CanvasFixture f(state);
    f.drag(f.input("stop"), {500, 300});
    auto *field = f.view.findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, u"stop"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.steps(), 0);
    field->clear();
    QTest::keyClicks(field, u"step"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.edges(), u"start.next>step1 step-1.next>stop"_s);
    QCOMPARE(f.steps(), 1);
}

JACKFIELD_TEST(CanvasConnectTest)

} // namespace jackfield::canvas_connect_test

#include "canvas_connect_test.moc"
