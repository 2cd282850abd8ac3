// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/canvas_fixture.h"
#include "tests/support/test_program.h"

#include <QContextMenuEvent>
#include <QWheelEvent>

namespace jackfield::canvas_select_test {

using namespace Qt::Literals::StringLiterals;

class CanvasSelectTest : public QObject
{
    Q_OBJECT

private slots:
    void marquee_data();
    void marquee();
    void marqueeOverAnEdgeAloneSelectsIt();
    void escapeRestoresTheSelection();
    void clicks();
    void edgesAreSelectable();
    void contextMenuSelectsFirst();
    void contextMenuKeepsASelectionThatIsUnderIt();
    void doubleClickAsksForTheInspector();
    void middleDragPansByTheDistance_data();
    void middleDragPansByTheDistance();
    void spaceAndDragPans();
    void escapeGoesBackToWhereThePanBegan();
    void zoomKeepsThePointUnderThePointer();
    void selectionChangeIsNoStep();
};

void CanvasSelectTest::marquee_data()
{
    QTest::addColumn<QRectF>("area");
    QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
    QTest::addColumn<QString>("selected");
    const QRectF two(250, -50, 400, 300); // all of step1, a part of step2
    QTest::newRow("touched") << two << Qt::KeyboardModifiers() << "step1 step2";
    QTest::newRow("shift adds") << two << Qt::KeyboardModifiers(Qt::ShiftModifier) << "start step1 step2";
    QTest::newRow("ctrl toggles") << QRectF(-20, -50, 600, 300) << Qt::KeyboardModifiers(Qt::ControlModifier)
                                  << "step1";
    QTest::newRow("alt wants all of it") << two << Qt::KeyboardModifiers(Qt::AltModifier) << "step1";
    QTest::newRow("alt and shift") << two << Qt::KeyboardModifiers(Qt::AltModifier | Qt::ShiftModifier)
                                   << "start step1";
    QTest::newRow("nothing") << QRectF(300, 200, 200, 150) << Qt::KeyboardModifiers() << "";
}

void CanvasSelectTest::marquee()
{
    QFETCH(QRectF, area);
    QFETCH(Qt::KeyboardModifiers, modifiers);
    QFETCH(QString, selected);
    for (const bool backwards : {false, true}) {
        CanvasFixture f;
        f.view.setSelection({.nodes = {NodeId("start"_ba)}, .edges = {}});
        const QPointF from = backwards ? area.bottomRight() : area.topLeft();
        const QPointF to = backwards ? area.topLeft() : area.bottomRight();
        f.press(from, Qt::LeftButton, modifiers);
        f.move(to, modifiers);
        QCOMPARE(f.selected(), selected);
        f.view.grab();
        f.release(to, modifiers);
        QCOMPARE(f.selected(), selected);
        QCOMPARE(f.steps(), 0);
    }
}

void CanvasSelectTest::marqueeOverAnEdgeAloneSelectsIt()
{
    CanvasFixture f;
    f.drag({250, -100}, {270, 300});
    QCOMPARE(f.selected(), u"e1"_s);
}

void CanvasSelectTest::escapeRestoresTheSelection()
{
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("stop"_ba)}, .edges = {}});
    f.press({250, -50});
    f.move({650, 200});
    QTest::keyClick(&f.view, Qt::Key_Escape);
    QCOMPARE(f.selected(), u"stop"_s);
    f.release({650, 200});
    QCOMPARE(f.selected(), u"stop"_s);
    QTest::keyClick(&f.view, Qt::Key_Escape);
    QCOMPARE(f.selected(), u""_s);
}

void CanvasSelectTest::clicks()
{
    CanvasFixture f;
    f.click(f.middle("step1"));
    QCOMPARE(f.selected(), u"step1"_s);
    f.click(f.middle("step2"), Qt::ShiftModifier);
    QCOMPARE(f.selected(), u"step1 step2"_s);
    f.click(f.middle("step1"), Qt::ControlModifier);
    QCOMPARE(f.selected(), u"step2"_s);
    f.view.editor().selectAll();
    f.click(f.middle("step2"));
    QCOMPARE(f.selected(), u"step2"_s);
    f.click({400, 400}, Qt::ShiftModifier);
    QCOMPARE(f.selected(), u"step2"_s);
    f.click({400, 400});
    QCOMPARE(f.selected(), u""_s);
}

void CanvasSelectTest::edgesAreSelectable()
{
    CanvasFixture f;
    const QPointF first = f.view.scene().edgeBounds(EdgeId("e1"_ba)).center();
    const QPointF second = f.view.scene().edgeBounds(EdgeId("e2"_ba)).center();
    f.click(first);
    QCOMPARE(f.selected(), u"e1"_s);
    f.click(second, Qt::ControlModifier);
    QCOMPARE(f.selected(), u"e1 e2"_s);
    f.click(first, Qt::ShiftModifier);
    QCOMPARE(f.selected(), u"e2"_s);
}

void CanvasSelectTest::contextMenuSelectsFirst()
{
    CanvasFixture f;
    QList<QPoint> asked;
    connect(&f.view, &CanvasView::contextMenuRequested, this, [&](QPoint place) {
        QCOMPARE(f.selected(), u"step1"_s);
        asked.append(place);
    });
    const QPoint place = f.at(f.middle("step1"));
    f.click(f.middle("step1"), {}, Qt::RightButton);
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, f.view.viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(f.view.viewport(), &event);
    QCOMPARE(asked, QList{f.view.viewport()->mapToGlobal(place)});
}

void CanvasSelectTest::contextMenuKeepsASelectionThatIsUnderIt()
{
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("step1"_ba), NodeId("step2"_ba)}, .edges = {}});
    f.click(f.middle("step1"), {}, Qt::RightButton);
    QCOMPARE(f.selected(), u"step1 step2"_s);
    f.click({400, 400}, {}, Qt::RightButton);
    QCOMPARE(f.selected(), u""_s);
}

void CanvasSelectTest::doubleClickAsksForTheInspector()
{
    CanvasFixture f;
    NodeId edited;
    connect(&f.view, &CanvasView::editRequested, this, [&](const NodeId &node) { edited = node; });
    f.doubleClick(f.middle("step1"));
    QCOMPARE(edited, NodeId("step1"_ba));
    QCOMPARE(f.steps(), 0);
}

void CanvasSelectTest::middleDragPansByTheDistance_data()
{
    QTest::addColumn<double>("zoom");
    QTest::newRow("100 %") << 1.0;
    QTest::newRow("50 %") << 0.5;
    QTest::newRow("200 %") << 2.0;
}

void CanvasSelectTest::middleDragPansByTheDistance()
{
    QFETCH(double, zoom);
    CanvasFixture f;
    f.view.setViewportState({.centre = {500, 200}, .zoom = zoom});
    const QByteArray before = f.json();
    f.press(f.view.toScene(QPointF(300, 300)), Qt::MiddleButton);
    f.moveTo({350, 340});
    f.moveTo({420, 380});
    f.release(f.view.toScene(QPointF(420, 380)));
    const QPointF moved = f.view.viewportState().centre - QPointF(500, 200);
    QVERIFY2(
        QLineF(moved, QPointF(-120, -80) / zoom).length() < 0.01, qPrintable(u"%1 %2"_s.arg(moved.x()).arg(moved.y())));
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
}

void CanvasSelectTest::spaceAndDragPans()
{
    CanvasFixture f;
    QTest::keyPress(&f.view, Qt::Key_Space);
    f.press(f.middle("step1"));
    f.moveTo(f.at(f.middle("step1")) + QPoint(60, 30));
    QCOMPARE(f.view.viewportState().centre, QPointF(440, 170));
    f.release(f.middle("step1"));
    QTest::keyRelease(&f.view, Qt::Key_Space);
    QCOMPARE(f.selected(), u""_s);
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(80, 0));
    QCOMPARE(f.steps(), 1);
}

void CanvasSelectTest::escapeGoesBackToWhereThePanBegan()
{
    CanvasFixture f;
    const Viewport before = f.view.viewportState();
    f.press({400, 300}, Qt::MiddleButton);
    f.moveTo({900, 600});
    QTest::keyClick(&f.view, Qt::Key_Escape);
    QCOMPARE(f.view.viewportState(), before);
}

void CanvasSelectTest::zoomKeepsThePointUnderThePointer()
{
    CanvasFixture f;
    const QPointF place(300, 500);
    const QPointF point = f.view.toScene(place);
    for (int i = 0; i < 20; ++i) {
        QWheelEvent event(
            place, f.view.viewport()->mapToGlobal(place), {}, {0, i < 8 ? 120 : -120}, Qt::NoButton,
            Qt::ControlModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(f.view.viewport(), &event);
        QVERIFY(QLineF(f.view.toView(point), place).length() <= 1);
    }
    QVERIFY(f.view.viewportState().zoom < 1);
    QCOMPARE(f.steps(), 0);
}

void CanvasSelectTest::selectionChangeIsNoStep()
{
    CanvasFixture f;
    int changes = 0;
    connect(&f.view, &CanvasView::selectionChanged, this, [&] { ++changes; });
    f.click(f.middle("step1"));
    f.click(f.middle("step1"));
    QCOMPARE(changes, 1);
    QCOMPARE(f.steps(), 0);
}

JACKFIELD_TEST(CanvasSelectTest)

} // namespace jackfield::canvas_select_test

#include "canvas_select_test.moc"
