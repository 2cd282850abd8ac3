// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/canvas_fixture.h"

#include "canvas/editing/clipboard.h"
#include "canvas/editing/node_commands.h"
#include "canvas/editing/reach.h"
#include "canvas/scene/node_geometry.h"
#include "canvas/view/quick_add.h"
#include "model/json/json_reader.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/held_workers.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QSignalSpy>

#include <optional>

namespace jackfield::canvas_edit_test {

using namespace Qt::Literals::StringLiterals;

class CanvasEditTest : public QObject
{
    Q_OBJECT

private slots:
    void paletteDropAddsTheNodeUnderThePointer();
    void unknownTypeOrFormatIsRefused();
    void deleteAndUndoGiveBackTheBytes();
    void deleteOfEverythingIsOneStep();
    void deleteOfNothingSaysSo();
    void deleteAndReconnectJoinsBeforeAndAfter();
    void deleteAndReconnectRefusesSeveralWays();
    void reachableNodesAreSelected_data();
    void reachableNodesAreSelected();
    void duplicateKeepsEdgesAmongThem();
    void copyAndPasteBetweenTwoViews();
    void cutIsOneStep();
    void strangeClipboardIsExplained_data();
    void strangeClipboardIsExplained();
    void fragmentMayBeDropped();
    void nodesInARowDoNotHideEachOther();
    void tabOpensQuickAddAndKeysAreEnough();
    void doubleClickOnEmptyOpensQuickAdd();
    void quickAddClosesWithEscapeAndFocusLoss();
    void quickAddFindsWithMissingLetters_data();
    void quickAddFindsWithMissingLetters();
    void latestTypeComesFirst();
    void flowWithoutPositionsIsLaidOutButNotChanged();
    void largeFlowIsLaidOutOffTheGuiThread();
    void nodeAddedElsewhereGetsAPlace();
    void tidyUpIsOneStep();
    void tidyUpOfTheSelectionStaysWhereItIs();
    void waitsForThePlacesOfALargeFlow();
    void placesThatComeWhileItWaitsAreShownAtOnce();
    void framesDoNotWaitForWorkers();
    void placedNodesOfALargeFlowAreNotCovered();
    void viewMayGoWhileALayoutRuns();

private:
    static bool dropOn(CanvasFixture &f, const QString &format, const QByteArray &data, QPointF scenePoint);
};

bool CanvasEditTest::dropOn(CanvasFixture &f, const QString &format, const QByteArray &data, QPointF scenePoint)
{
    QMimeData mime;
    mime.setData(format, data);
    QDragEnterEvent enter(f.at(scenePoint), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(f.view.viewport(), &enter);
    if (!enter.isAccepted())
        return false;
    QDropEvent event(f.at(scenePoint), Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(f.view.viewport(), &event);
    return event.isAccepted();
}

void CanvasEditTest::paletteDropAddsTheNodeUnderThePointer()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    QVERIFY(dropOn(f, kNodeTypeMime, "step"_ba, {500, 300}));
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.document.undoStack()->undoText(), u"Add \"Step\""_s);
    QVERIFY(f.view.scene().nodeRect(NodeId("step-1"_ba)).contains(QPointF(500, 300)));
    QCOMPARE(f.selected(), u"step-1"_s);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasEditTest::unknownTypeOrFormatIsRefused()
{
    CanvasFixture f;
    QVERIFY(!dropOn(f, u"text/uri-list"_s, "file:///tmp/x.json"_ba, {500, 300}));
    QVERIFY(dropOn(f, kNodeTypeMime, "nonsense"_ba, {500, 300}));
    QVERIFY(f.messages.constLast().contains(u"nonsense"));
    QCOMPARE(f.steps(), 0);
}

void CanvasEditTest::deleteAndUndoGiveBackTheBytes()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.click(f.middle("step1"));
    removeSelection(f.view.editor());
    QCOMPARE(f.edges(), u"step2.next>stop"_s);
    QCOMPARE(f.selected(), u""_s);
    QCOMPARE(f.document.undoStack()->undoText(), u"Delete \"step1\""_s);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 1);
}

void CanvasEditTest::deleteOfEverythingIsOneStep()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.view.editor().selectAll();
    removeSelection(f.view.editor());
    QCOMPARE(f.document.graph().nodes().size(), 0);
    QCOMPARE(f.steps(), 1);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
    f.view.setSelection({.nodes = {}, .edges = {EdgeId("e1"_ba)}});
    removeSelection(f.view.editor());
    QCOMPARE(f.edges(), u"step1.next>step2 step2.next>stop"_s);
    QCOMPARE(f.document.undoStack()->undoText(), u"Delete connection"_s);
}

void CanvasEditTest::deleteOfNothingSaysSo()
{
    CanvasFixture f;
    removeSelection(f.view.editor());
    QVERIFY(f.messages.constLast().startsWith(u"Nothing is selected"));
    QCOMPARE(f.steps(), 0);
}

void CanvasEditTest::deleteAndReconnectJoinsBeforeAndAfter()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.click(f.middle("step1"));
    removeAndReconnect(f.view.editor());
    QCOMPARE(f.edges(), u"start.next>step2 step2.next>stop"_s);
    QCOMPARE(f.document.graph().edges()[0].id, EdgeId("e1"_ba));
    QCOMPARE(f.steps(), 1);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasEditTest::deleteAndReconnectRefusesSeveralWays()
{
    CanvasFixture f;
    QVERIFY(f.view.perform({Connect{NodeId("step1"_ba), "else"_ba, NodeId("stop"_ba)}}, u"Connect"_s));
    f.click(f.middle("step1"));
    removeAndReconnect(f.view.editor());
    QCOMPARE(f.steps(), 1);
    QVERIFY(f.messages.constLast().contains(u"several nodes"));
}

void CanvasEditTest::reachableNodesAreSelected_data()
{
    QTest::addColumn<int>("reach");
    QTest::addColumn<QString>("selected");
    QTest::newRow("upstream") << int(Reach::Upstream) << "start step1 step2";
    QTest::newRow("downstream") << int(Reach::Downstream) << "step2 stop";
    QTest::newRow("both") << int(Reach::Both) << "start step1 step2 stop";
}

void CanvasEditTest::reachableNodesAreSelected()
{
    QFETCH(int, reach);
    QFETCH(QString, selected);
    CanvasFixture f;
    f.click(f.middle("step2"));
    selectReachable(f.view.editor(), Reach(reach));
    QCOMPARE(f.selected(), selected);
}

void CanvasEditTest::duplicateKeepsEdgesAmongThem()
{
    CanvasFixture f;
    f.view.setSelection({.nodes = {NodeId("step1"_ba), NodeId("step2"_ba)}, .edges = {}});
    duplicateSelection(f.view.editor());
    QCOMPARE(f.steps(), 1);
    QVERIFY(f.edges().endsWith(u"step1-1.next>step2-1"));
    QCOMPARE(f.place("step1-1"), f.place("step1") + QPointF(24, 24));
    QCOMPARE(f.selected(), u"step1-1 step2-1"_s);
}

void CanvasEditTest::copyAndPasteBetweenTwoViews()
{
    CanvasFixture from;
    from.view.setSelection({.nodes = {NodeId("step1"_ba), NodeId("step2"_ba)}, .edges = {}});
    copySelection(from.view.editor());
    QCOMPARE(from.steps(), 0);
    const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
    QVERIFY(mime->hasText());
    QVERIFY(mime->hasFormat(kSelectionMime));

    CanvasFixture to(fakeChain(0));
    // As text alone, the way it comes back from an editor or another machine.
    QGuiApplication::clipboard()->setText(mime->text());
    to.moveTo({600, 500});
    paste(to.view.editor(), to.view.placeForNew());
    QCOMPARE(to.steps(), 1);
    QCOMPARE(to.edges(), u"start.next>stop step1.next>step2"_s);
    const QRectF pasted = to.view.scene().nodeRect(NodeId("step1"_ba)) | to.view.scene().nodeRect(NodeId("step2"_ba));
    QVERIFY(QLineF(pasted.center(), to.view.toScene(QPointF(600, 500))).length() < 12);
    QCOMPARE(to.selected(), u"step1 step2"_s);
    to.document.undoStack()->undo();
    QCOMPARE(to.json(), writeJson(fakeChain(0).content));
}

void CanvasEditTest::cutIsOneStep()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.click(f.middle("step1"));
    cutSelection(f.view.editor());
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.document.graph().nodes().size(), 3);
    paste(f.view.editor(), f.view.placeForNew());
    QCOMPARE(f.steps(), 2);
    QVERIFY(f.document.graph().node(NodeId("step1"_ba)));
    f.document.undoStack()->undo();
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasEditTest::strangeClipboardIsExplained_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("message");
    QTest::newRow("empty") << u""_s << u"holds no nodes"_s;
    QTest::newRow("prose") << u"hello there"_s << u"text, not nodes"_s;
    QTest::newRow("other JSON") << u"{\"nodes\": []}"_s << u"not a copy of nodes"_s;
    QTest::newRow("an array") << u"[1, 2]"_s << u"not a copy of nodes"_s;
    QTest::newRow("other kind") << u"{\"jackfield\": 1, \"kind\": \"letter\", \"nodes\": []}"_s << u"\"letter\""_s;
}

void CanvasEditTest::strangeClipboardIsExplained()
{
    QFETCH(QString, text);
    QFETCH(QString, message);
    CanvasFixture f;
    const QByteArray before = f.json();
    QGuiApplication::clipboard()->setText(text);
    paste(f.view.editor(), f.view.placeForNew());
    QVERIFY2(f.messages.constLast().contains(message), qPrintable(f.messages.constLast()));
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
}

void CanvasEditTest::fragmentMayBeDropped()
{
    CanvasFixture f;
    const Json fragment = f.kind.lens().copyFragment(f.document.state(), f.document.graph(), {NodeId("step1"_ba)});
    QVERIFY(dropOn(f, kJsonMime, writeJson(fragment), {500, 400}));
    QCOMPARE(f.steps(), 1);
    QVERIFY(f.view.scene().nodeRect(NodeId("step1-1"_ba)).contains(QPointF(500, 400)));
}

void CanvasEditTest::nodesInARowDoNotHideEachOther()
{
    CanvasFixture f;
    addNode(f.view.editor(), "step"_ba, f.view.middle());
    addNode(f.view.editor(), "step"_ba, f.view.middle());
    addNode(f.view.editor(), "step"_ba, f.view.middle());
    QCOMPARE(f.place("step-2"), f.place("step-1") + QPointF(24, 24));
    QCOMPARE(f.place("step-3"), f.place("step-2") + QPointF(24, 24));
    QCOMPARE(f.steps(), 3);
}

void CanvasEditTest::tabOpensQuickAddAndKeysAreEnough()
{
    CanvasFixture f;
    const CpuTimer timer;
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QVERIFY(timer.milliseconds() < 500);
    auto *field = f.view.findChild<QLineEdit *>();
    QVERIFY(field);
    QTRY_VERIFY(field->hasFocus());
    QTest::keyClick(field, Qt::Key_Down); // start, step
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.steps(), 1);
    QCOMPARE(f.selected(), u"step-1"_s);
    QTRY_VERIFY(f.view.hasFocus());
    QTRY_VERIFY(!f.view.findChild<QLineEdit *>());
}

void CanvasEditTest::doubleClickOnEmptyOpensQuickAdd()
{
    CanvasFixture f;
    f.doubleClick({500, 300});
    auto *field = f.view.findChild<QLineEdit *>();
    QVERIFY(field);
    QTest::keyClicks(field, u"stp"_s); // Step before Stop, as the catalog has them
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(f.steps(), 1);
    QVERIFY(f.view.scene().nodeRect(NodeId("step-1"_ba)).contains(QPointF(500, 300)));
}

void CanvasEditTest::quickAddClosesWithEscapeAndFocusLoss()
{
    CanvasFixture f;
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTest::keyClick(f.view.findChild<QLineEdit *>(), Qt::Key_Escape);
    QTRY_VERIFY(!f.view.findChild<QLineEdit *>());
    QTest::keyClick(&f.view, Qt::Key_Tab);
    QTRY_VERIFY(f.view.findChild<QLineEdit *>()->hasFocus());
    f.click({500, 400});
    QTRY_VERIFY(!f.view.findChild<QLineEdit *>());
    QCOMPARE(f.steps(), 0);
}

void CanvasEditTest::quickAddFindsWithMissingLetters_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("rank");
    QTest::newRow("nothing yet") << u""_s << 0;
    QTest::newRow("beginning") << u"cond"_s << 0;
    QTest::newRow("word") << u"by"_s << 1;
    QTest::newRow("inside") << u"dit"_s << 2;
    QTest::newRow("letters") << u"cndtn"_s << 3;
    QTest::newRow("wrong order") << u"tdn"_s << -1;
}

void CanvasEditTest::quickAddFindsWithMissingLetters()
{
    QFETCH(QString, typed);
    QFETCH(int, rank);
    QCOMPARE(matchRank(typed, u"Condition by rule"), rank);
}

void CanvasEditTest::latestTypeComesFirst()
{
    CanvasFixture f;
    for (const int downs : {2, 0}) { // "stop" by hand, then what is on top
        QTest::keyClick(&f.view, Qt::Key_Tab);
        auto *field = f.view.findChild<QLineEdit *>();
        for (int i = 0; i < downs; ++i)
            QTest::keyClick(field, Qt::Key_Down);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(!f.view.findChild<QLineEdit *>());
    }
    QVERIFY(f.document.graph().node(NodeId("stop-2"_ba)));
}

void CanvasEditTest::flowWithoutPositionsIsLaidOutButNotChanged()
{
    CanvasFixture f(fakeChain(20, false));
    const QByteArray before = f.json();
    for (const Node &node : f.document.graph().nodes())
        QVERIFY(node.position);
    QVERIFY(f.place("start").x() < f.place("step1").x());
    QCOMPARE(f.json(), before);
    QCOMPARE(f.steps(), 0);
    f.view.centreOn(NodeId("step1"_ba));
    const QPointF others = f.place("step2");
    f.drag(f.middle("step1"), f.middle("step1") + QPointF(0, 160));
    QCOMPARE(f.json().count("\"position\""), 1);
    QCoreApplication::processEvents();
    QCOMPARE(f.place("step2"), others);
}

void CanvasEditTest::largeFlowIsLaidOutOffTheGuiThread()
{
    CanvasFixture f(fakeChain(400, false));
    QTRY_VERIFY(f.document.graph().node(NodeId("step400"_ba))->position);
    QVERIFY(f.place("step399").x() < f.place("step400").x());
    QCOMPARE(f.steps(), 0);
}

void CanvasEditTest::nodeAddedElsewhereGetsAPlace()
{
    CanvasFixture f;
    const Json node = Json::object(
        {member("id", Json::string("remote"_ba)), member("type", Json::string("step"_ba)),
         member("data", Json::object({member("text", Json::string("remote"_ba))}))});
    const Json edge = Json::object(
        {member("id", Json::string("r"_ba)), member("source", Json::string("step1"_ba)),
         member("port", Json::string("else"_ba)), member("target", Json::string("remote"_ba))});
    VERIFY_OK(f.document.adopt(
        {{JsonEdit::insert(JsonPointer("/nodes/4"_ba), node), JsonEdit::insert(JsonPointer("/edges/3"_ba), edge)}, {}},
        u"API"_s));
    QTRY_VERIFY(f.document.graph().node(NodeId("remote"_ba))->position);
    const QRectF rect = f.view.scene().nodeRect(NodeId("remote"_ba));
    for (const Node &other : f.document.graph().nodes())
        QVERIFY(other.id == NodeId("remote"_ba) || !rect.intersects(f.view.scene().nodeRect(other.id)));
    QCOMPARE(f.steps(), 1);
    QVERIFY(!f.document.content()["nodes"].at(4).contains("position"));
}

void CanvasEditTest::tidyUpIsOneStep()
{
    CanvasFixture f;
    const QByteArray before = f.json();
    f.drag(f.middle("step2"), f.middle("step2") + QPointF(-400, 160));
    const QByteArray untidy = f.json();
    f.view.setSelection({});
    f.view.tidyUp();
    QCOMPARE(f.steps(), 2);
    QVERIFY(f.place("step1").x() < f.place("step2").x());
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), untidy);
    f.document.undoStack()->undo();
    QCOMPARE(f.json(), before);
}

void CanvasEditTest::tidyUpOfTheSelectionStaysWhereItIs()
{
    CanvasFixture f;
    f.drag(f.middle("step2"), f.middle("step2") + QPointF(-400, 160));
    const QPointF start = f.place("start");
    const QPointF corner(f.place("step2").x(), f.place("step1").y());
    f.view.setSelection({.nodes = {NodeId("step1"_ba), NodeId("step2"_ba)}, .edges = {}});
    f.view.tidyUp();
    QCOMPARE(f.steps(), 2);
    QCOMPARE(f.place("start"), start);
    QCOMPARE(f.place("step1"), corner);
    f.view.tidyUp();
    QCOMPARE(f.steps(), 2);
    QVERIFY(f.messages.constLast().contains(u"tidy already"));
}

void CanvasEditTest::waitsForThePlacesOfALargeFlow()
{
    QThreadPool workers;
    std::optional<HeldWorkers> held(std::in_place, workers);
    CanvasFixture f(fakeChain(3000, false), workers);
    QSignalSpy arranged(&f.view, &CanvasView::arranged);
    QVERIFY(f.view.isArranging());
    f.click({20, 20}); // every node is there and none is shown
    QVERIFY(f.view.selection().isEmpty());
    held.reset();
    QVERIFY(arranged.wait(20'000));
    QVERIFY(f.place("step1") != f.place("step2"));
    f.click(f.middle("step1"));
    QVERIFY(f.view.selection().nodes.contains(NodeId("step1"_ba)));
}

void CanvasEditTest::placesThatComeWhileItWaitsAreShownAtOnce()
{
    QThreadPool workers;
    const HeldWorkers held(workers);
    CanvasFixture f(fakeChain(3000, false), workers);
    QVERIFY(f.view.isArranging());
    f.document.reload(fakeChain(3));
    QTRY_VERIFY(!f.view.isArranging());
    QCOMPARE(f.place("step1"), QPointF(304, 0));
}

void CanvasEditTest::framesDoNotWaitForWorkers()
{
    QThreadPool workers;
    const HeldWorkers held(workers);
    CanvasFixture f(fakeChain(300), workers);
    QVERIFY(!f.view.grab().isNull());
    QProgressBar bar; // Qt fills its gradient with the threads of the global pool
    bar.resize(600, 400);
    bar.setValue(50);
    QVERIFY(!bar.grab().isNull());
}

void CanvasEditTest::placedNodesOfALargeFlowAreNotCovered()
{
    CanvasFixture free(fakeChain(3000, false));
    QTRY_VERIFY(!free.view.isArranging());
    const QPointF place = free.place("step1");
    const QByteArray position
        = R"("position":{"x":)" + QByteArray::number(place.x()) + R"(,"y":)" + QByteArray::number(place.y()) + "},";
    FlowState state;
    state.content = parseJson(free.json().replace(R"({"id":"stop",)", R"({"id":"stop",)" + position)).value();
    CanvasFixture f(std::move(state));
    QTRY_VERIFY(!f.view.isArranging());
    QCOMPARE(f.place("stop"), place);
    const QRectF stop = f.view.scene().nodeRect(NodeId("stop"_ba));
    QCOMPARE(f.view.scene().nodesIn(stop, false), QList<NodeId>{NodeId("stop"_ba)});
    QCOMPARE(f.place("step1"), QPointF(place.x(), stop.bottom() + measure::kGrid));
}

void CanvasEditTest::viewMayGoWhileALayoutRuns()
{
    const Kind kind = fakeKind();
    Document document(kind, fakeChain(3000, false));
    QThreadPool workers;
    {
        CanvasView view(document, workers);
        view.tidyUp();
    }
    QTest::qWait(50);
    QCOMPARE(document.undoStack()->count(), 0);
}

JACKFIELD_TEST(CanvasEditTest)

} // namespace jackfield::canvas_edit_test

#include "canvas_edit_test.moc"
