// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/view/canvas_view.h"

#include "canvas/editing/canvas_editor.h"
#include "model/kinds/kind_registry.h"

#include "canvas/view/minimap.h"
#include "canvas/view/zoom_bar.h"
#include "model/document/document.h"
#include "model/json/json_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"
#include "tests/unit/canvas/canvas_fixtures.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QWheelEvent>

namespace jackfield::canvas_view_test {

using namespace Qt::Literals::StringLiterals;

namespace {

FlowState flow(int nodes)
{
    QByteArray text = R"({"nodes":[)";
    for (int i = 0; i < nodes; ++i) {
        const QByteArray id = "\"n" + QByteArray::number(i) + '"';
        text += (i > 0 ? ","_ba : ""_ba) + R"({"id":)" + id + R"(,"type":"message","position":{"x":)"
            + QByteArray::number(i % 10 * 300) + R"(,"y":)" + QByteArray::number(i / 10 * 120)
            + R"(},"data":{"text":"Hi"}})";
    }
    FlowState state;
    state.content = parseJson(text + R"(],"edges":[]})").value();
    return state;
}

void wheel(CanvasView &view, QPointF at, QPoint notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, view.mapToGlobal(at), {}, notches, Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace

/// A document with a view of 1000 x 700 that has been shown.
struct Shown
{
    KindRegistry kinds;
    Document document;
    QThreadPool workers;
    CanvasView view;

    explicit Shown(int nodes) : document(*kinds.find("chatbot"), flow(nodes)), view(document, workers)
    {
        view.resize(1000, 700);
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
    }
    QRectF sceneShown() const { return {view.toScene({0, 0}), view.toScene(QPointF(1000, 700))}; }
};

class CanvasViewTest : public QObject
{
    Q_OBJECT

private slots:
    void fitLeavesFivePercent_data()
    {
        QTest::addColumn<int>("nodes");
        for (const int nodes : {1, 2, 40, 5000})
            QTest::addRow("%d", nodes) << nodes;
    }

    void fitLeavesFivePercent()
    {
        QFETCH(int, nodes);
        Shown shown(nodes);
        shown.view.zoomBy(3, {0, 0});
        shown.view.fit();
        const QRectF bounds = shown.view.scene().bounds(), seen = shown.sceneShown();
        const double marginX = seen.width() * 0.049, marginY = seen.height() * 0.049;
        QVERIFY(seen.adjusted(marginX, marginY, -marginX, -marginY).contains(bounds));
        QVERIFY(shown.view.viewportState().zoom <= 1);
    }

    void zoomKeepsThePointUnderThePointer()
    {
        Shown shown(40);
        const QPointF pointer(313, 207);
        const QPointF before = shown.view.toScene(pointer);
        for (int i = 0; i < 20; ++i)
            wheel(shown.view, pointer, {0, i < 10 ? 120 : -120}, Qt::ControlModifier);
        const QPointF moved = shown.view.toView(before) - pointer;
        QVERIFY(qAbs(moved.x()) <= 1 && qAbs(moved.y()) <= 1);
    }

    void zoomStaysInItsRange()
    {
        Shown shown(40);
        for (int i = 0; i < 60; ++i)
            wheel(shown.view, {500, 300}, {0, 120}, Qt::ControlModifier);
        QCOMPARE(shown.view.viewportState().zoom, kMaxZoom);
        for (int i = 0; i < 90; ++i)
            wheel(shown.view, {500, 300}, {0, -120}, Qt::ControlModifier);
        QCOMPARE(shown.view.viewportState().zoom, kMinZoom);
        shown.view.resetZoom();
        QCOMPARE(shown.view.viewportState().zoom, 1.0);
    }

    void wheelScrollsAndShiftTurnsIt()
    {
        Shown shown(40);
        shown.view.setViewportState({.centre = {500, 300}, .zoom = 2});
        wheel(shown.view, {10, 10}, {0, -120}, Qt::NoModifier);
        QCOMPARE(shown.view.viewportState().centre, QPointF(500, 330));
        wheel(shown.view, {10, 10}, {0, -120}, Qt::ShiftModifier);
        QCOMPARE(shown.view.viewportState().centre, QPointF(530, 330));
        QCOMPARE(shown.document.undoStack()->count(), 0);
    }

    void coordinatesGoThereAndBack()
    {
        Shown shown(5);
        for (const double zoom : {0.05, 0.37, 1.0, 3.3}) {
            shown.view.setViewportState({.centre = {-120.5, 77.25}, .zoom = zoom});
            const QPointF there = shown.view.toView({12, 34});
            const QPointF back = shown.view.toScene(there);
            QVERIFY(qAbs(back.x() - 12) < 1e-6 && qAbs(back.y() - 34) < 1e-6);
        }
    }

    void resizeKeepsWhatIsAtTheTopLeft()
    {
        Shown shown(40);
        shown.view.setViewportState({.centre = {400, 300}, .zoom = 1});
        const QPointF corner = shown.view.toScene({0, 0});
        shown.view.resize(820, 560);
        QCOMPARE(shown.view.toScene({0, 0}), corner);
    }

    void changesOfTheDocumentShow()
    {
        Shown shown(3);
        shown.view.setSelection({.nodes = {NodeId("n1"), NodeId("n2")}, .edges = {}});
        QSignalSpy selection(&shown.view, &CanvasView::selectionChanged);
        VERIFY_OK(shown.document.apply(GraphEdits{RemoveNodes{{NodeId("n1")}}}, u"Delete"_s));
        QCOMPARE(shown.view.scene().nodeRect(NodeId("n1")), QRectF());
        QCOMPARE(shown.view.selection().nodes, QSet<NodeId>{NodeId("n2")});
        QCOMPARE(selection.count(), 1);
        shown.document.undoStack()->undo();
        QCOMPARE(shown.view.scene().nodeRect(NodeId("n1")).topLeft(), QPointF(300, 0));
        QCOMPARE(shown.view.viewportState().zoom, Viewport(shown.view.viewportState()).zoom);
    }

    void editPaintsOnlyWhereItChanged()
    {
        Shown shown(40);
        shown.view.resetZoom();
        shown.view.centreOn(NodeId("n13"));
        QCoreApplication::processEvents();
        const QImage before = shown.view.viewport()->grab().toImage();
        VERIFY_OK(
            shown.document.apply(GraphEdits{MoveNodes{{{.node = NodeId("n13"), .position = {940, 140}}}}}, u"Move"_s));
        QCoreApplication::processEvents();
        const QImage moved = shown.view.viewport()->grab().toImage();
        QVERIFY(moved != before);
        shown.document.undoStack()->undo();
        QTRY_COMPARE(shown.view.viewport()->grab().toImage(), before);
    }

    void dragShowsAGhostAndLeavesNoTrace()
    {
        Shown shown(12);
        QCoreApplication::processEvents();
        const QImage before = shown.view.viewport()->grab().toImage();
        const QSet<NodeId> dragged{NodeId("n2")};
        shown.view.setGhost(dragged, {30, 60});
        QVERIFY(shown.view.viewport()->grab().toImage() != before);
        shown.view.setGhost(dragged, {60, 90});
        shown.view.clearGhost();
        QCOMPARE(shown.view.viewport()->grab().toImage(), before);
        QCOMPARE(shown.document.undoStack()->count(), 0);
    }

    void whatOthersChangeIsMarkedForAMoment()
    {
        Shown shown(3);
        shown.view.setAnimated(true);
        const FlowEdits edits{
            {JsonEdit::set(JsonPointer("/nodes/1/data/text"_ba), Json::string("Other words"_ba))}, {}};
        VERIFY_OK(shown.document.adopt(edits, u"API"_s));
        const Scene &scene = shown.view.scene();
        QCOMPARE(scene.marks(MarkLayer::Remote).nodes, QSet<NodeId>{NodeId("n1")});
        const QImage marked = shown.view.viewport()->grab().toImage();
        QTRY_VERIFY(scene.marks(MarkLayer::Remote).strengths.value(NodeId("n1"), 1) < 1);
        QTRY_VERIFY(scene.marks(MarkLayer::Remote).nodes.isEmpty());
        QVERIFY(shown.view.viewport()->grab().toImage() != marked);
    }

    void emptyCanvasSaysWhatToDo()
    {
        Shown empty(0);
        const QImage hint = empty.view.viewport()->grab().toImage();
        QVERIFY(hint.pixelColor(500, 350) != QColor()); // grabbed at all
        int written = 0;
        for (int y = 300; y < 400; ++y)
            for (int x = 200; x < 800; ++x)
                written += qGray(hint.pixel(x, y)) < 160;
        QVERIFY2(written > 100, "no text in the middle");
        QVERIFY(empty.view.findChild<Minimap *>()->isHidden());
    }

    void themeChangesEveryPixelOfTheGround()
    {
        Shown shown(1);
        shown.view.setTheme(Theme::load(u"dark"_s));
        QCOMPARE(shown.view.viewport()->grab().toImage().pixelColor(700, 150), Theme::load(u"dark"_s).canvas);
    }

    void selectAllTakesEveryNode()
    {
        Shown shown(7);
        shown.view.editor().selectAll();
        QCOMPARE(shown.view.selection().nodes.size(), 7);
    }
};

JACKFIELD_TEST(CanvasViewTest)

} // namespace jackfield::canvas_view_test

#include "canvas_view_test.moc"
