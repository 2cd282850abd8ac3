// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/document.h"

#include "model/json/json_writer.h"
#include "tests/support/kinds/fake_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::document_test {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer p(const char *text)
{
    return JsonPointer(QByteArray(text));
}

FlowEdits setText(int node, const char *text)
{
    return {
        {JsonEdit::set(
            JsonPointer("/nodes/" + QByteArray::number(node) + "/data/text"), Json::string(QByteArray(text)))},
        {}};
}

} // namespace

class DocumentTest : public QObject
{
    Q_OBJECT

private slots:
    void oneGestureIsOneStepAndOneSignal();
    void aGestureOfSeveralEditsIsOneStep();
    void aFailingGestureLeavesNoTrace();
    void whatChangesNothingMakesNoStep();
    void undoAndRedoReportTheEditsTheyApplied();
    void twoGesturesNeverMerge();
    void undoThatNoLongerFitsIsRefusedAsAWhole();
    void slotsOfChangedMayNotChange();
    void provisionalPositionsAreShownAndNeverStored();
    void movingOneProvisionalNodeStoresOnlyIts();
    void provisionalPositionsComeBackAfterUndo();
    void reloadForgetsTheHistory();
    void theGraphIsRightAfterEveryBigStep();
    void applyReturnsWhatChangedTells();

private:
    const Kind m_kind = fakeKind();
};

void DocumentTest::oneGestureIsOneStepAndOneSignal()
{
    Document document(m_kind, fakeChain(2));
    QList<DocumentChange> changes;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) {
        QCOMPARE(document.undoStack()->count(), 1);
        QCOMPARE(document.graph(), m_kind.lens().project(document.state()));
        changes.append(change);
    });
    VERIFY_OK(document.apply(setText(1, "hello"), u"Write"_s));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].source, ChangeSource::Editor);
    QCOMPARE(changes[0].label, u"Write"_s);
    QCOMPARE(changes[0].edits, setText(1, "hello"));
    QCOMPARE(changes[0].graph.changedNodes, QList{NodeId("step1"_ba)});
    QCOMPARE(document.undoStack()->undoText(), u"Write"_s);
}

void DocumentTest::aGestureOfSeveralEditsIsOneStep()
{
    Document document(m_kind, fakeChain(1));
    const QByteArray before = writeJson(document.content());
    const GraphEdits edits{
        AddNode{"step"_ba, {8, 16}, NodeId("new"_ba)}, Connect{NodeId("step1"_ba), "else"_ba, NodeId("new"_ba)}};
    VERIFY_OK(document.apply(edits, u"Add step"_s));
    QCOMPARE(document.graph().nodes().size(), 4);
    QCOMPARE(document.graph().edges().size(), 3);
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(writeJson(document.content()), before);
    QCOMPARE(document.graph(), m_kind.lens().project(document.state()));
}

void DocumentTest::aFailingGestureLeavesNoTrace()
{
    Document document(m_kind, fakeChain(1));
    const FlowState before = document.state();
    bool signalled = false;
    connect(&document, &Document::changed, this, [&] { signalled = true; });
    const GraphEdits edits{
        AddNode{"step"_ba, {}, NodeId("new"_ba)}, Connect{NodeId("new"_ba), "next"_ba, NodeId("start"_ba)}};
    const auto result = document.apply(edits, u"Add step"_s);
    COMPARE_ERROR(result, "no_input"_ba);
    FlowEdits half = setText(1, "x");
    half.sidecar.append(JsonEdit::remove(p("/missing")));
    QVERIFY(!document.apply(half, u"Half"_s));
    QCOMPARE(document.state(), before);
    QCOMPARE(document.undoStack()->count(), 0);
    QVERIFY(!signalled);
}

void DocumentTest::whatChangesNothingMakesNoStep()
{
    Document document(m_kind, fakeChain(1));
    VERIFY_OK(document.apply(setText(1, "step1"), u"Write"_s));
    VERIFY_OK(document.apply(FlowEdits{}, u"Nothing"_s));
    VERIFY_OK(document.apply(GraphEdits{}, u"Nothing"_s));
    QCOMPARE(document.undoStack()->count(), 0);
}

void DocumentTest::undoAndRedoReportTheEditsTheyApplied()
{
    Document document(m_kind, fakeChain(2));
    FlowState mirror = document.state();
    QList<ChangeSource> sources;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) {
        sources.append(change.source);
        VERIFY_OK(applyFlowEdits(mirror, change.edits));
    });
    VERIFY_OK(document.apply(GraphEdits{RemoveNodes{{NodeId("step1"_ba)}}}, u"Delete"_s));
    document.undoStack()->undo();
    QCOMPARE(mirror, document.state());
    document.undoStack()->redo();
    QCOMPARE(mirror, document.state());
    QCOMPARE(document.graph().nodes().size(), 3);
    QCOMPARE(sources, (QList{ChangeSource::Editor, ChangeSource::Undo, ChangeSource::Undo}));
}

void DocumentTest::twoGesturesNeverMerge()
{
    Document document(m_kind, fakeChain(1));
    for (const char *text : {"a", "ab", "abc"})
        VERIFY_OK(document.apply(setText(1, text), u"Write"_s));
    QCOMPARE(document.undoStack()->count(), 3);
    document.undoStack()->undo();
    QCOMPARE(document.graph().node(NodeId("step1"_ba))->title, u"ab"_s);
}

void DocumentTest::undoThatNoLongerFitsIsRefusedAsAWhole()
{
    Document document(m_kind, fakeChain(1));
    VERIFY_OK(document.apply(setText(1, "mine"), u"Write"_s));
    // The history is only ever this wrong when a step below was lost: the second edit of the step has no place.
    FlowEdits two = setText(0, "other");
    two.sidecar.append(JsonEdit::insert(p("/notes"), Json::array()));
    VERIFY_OK(document.apply(two, u"Two places"_s));
    const_cast<FlowState &>(document.state()).sidecar = Json::object();
    const FlowState before = document.state();
    QStringList refusals;
    int changes = 0;
    connect(&document, &Document::undoRefused, this, [&](const QString &message) { refusals.append(message); });
    connect(&document, &Document::changed, this, [&] { ++changes; });
    document.undoStack()->undo();
    QCOMPARE(refusals.size(), 1);
    QVERIFY2(refusals[0].contains(u"Two places"_s), qPrintable(refusals[0]));
    QCOMPARE(document.state(), before);
    QCOMPARE(changes, 0);
    QCOMPARE(document.undoStack()->count(), 1);
    document.undoStack()->undo();
    QCOMPARE(document.graph().node(NodeId("step1"_ba))->title, u"step1"_s);
}

void DocumentTest::slotsOfChangedMayNotChange()
{
    Document document(m_kind, fakeChain(1));
    QByteArray code;
    connect(&document, &Document::changed, this, [&] {
        code = document.apply(setText(0, "again"), u"Again"_s).error().code;
    });
    VERIFY_OK(document.apply(setText(1, "x"), u"Write"_s));
    QCOMPARE(code, "document_busy"_ba);
    QCOMPARE(document.undoStack()->count(), 1);
}

void DocumentTest::provisionalPositionsAreShownAndNeverStored()
{
    Document document(m_kind, fakeChain(1, false));
    const QByteArray before = writeJson(document.content());
    QList<DocumentChange> changes;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) { changes.append(change); });
    document.setProvisionalPositions(
        {{NodeId("start"_ba), {8, 8}}, {NodeId("step1"_ba), {300, 8}}, {NodeId("gone"_ba), {1, 1}}});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].source, ChangeSource::Load);
    QVERIFY(changes[0].edits.isEmpty());
    QCOMPARE(changes[0].graph.changedNodes, (QList{NodeId("start"_ba), NodeId("step1"_ba)}));
    QCOMPARE(document.graph().node(NodeId("step1"_ba))->position, QPointF(300, 8));
    QCOMPARE(writeJson(document.content()), before);
    QCOMPARE(document.state().sidecar, Json::object());
    QCOMPARE(document.undoStack()->count(), 0);
}

void DocumentTest::movingOneProvisionalNodeStoresOnlyIts()
{
    Document document(m_kind, fakeChain(1, false));
    document.setProvisionalPositions({{NodeId("start"_ba), {8, 8}}, {NodeId("step1"_ba), {304, 8}}});
    VERIFY_OK(document.apply(GraphEdits{MoveNodes{{{NodeId("step1"_ba), {400, 80}}}}}, u"Move"_s));
    QCOMPARE(document.graph().node(NodeId("step1"_ba))->position, QPointF(400, 80));
    QCOMPARE(document.graph().node(NodeId("start"_ba))->position, QPointF(8, 8));
    QVERIFY(!document.content()["nodes"].at(0).contains("position"));
    QVERIFY(document.content()["nodes"].at(1).contains("position"));
}

void DocumentTest::provisionalPositionsComeBackAfterUndo()
{
    Document document(m_kind, fakeChain(1, false));
    document.setProvisionalPositions({{NodeId("start"_ba), {8, 8}}, {NodeId("step1"_ba), {304, 8}}});
    const Graph before = document.graph();
    VERIFY_OK(document.apply(GraphEdits{MoveNodes{{{NodeId("step1"_ba), {400, 80}}}}}, u"Move"_s));
    VERIFY_OK(document.apply(GraphEdits{RemoveNodes{{NodeId("start"_ba)}}}, u"Delete"_s));
    document.undoStack()->undo();
    document.undoStack()->undo();
    QCOMPARE(document.graph(), before);
    document.setProvisionalPositions({});
    QCOMPARE(document.graph(), m_kind.lens().project(document.state()));
}

void DocumentTest::reloadForgetsTheHistory()
{
    Document document(m_kind, fakeChain(1));
    VERIFY_OK(document.apply(setText(1, "x"), u"Write"_s));
    QList<DocumentChange> changes;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) { changes.append(change); });
    document.reload(fakeChain(3));
    QCOMPARE(changes.size(), 1);
    QCOMPARE(changes[0].source, ChangeSource::Load);
    QVERIFY(changes[0].graph.reset);
    QCOMPARE(document.undoStack()->count(), 0);
    QCOMPARE(document.graph().nodes().size(), 5);
}

// The graph of before is kept for taking a big change back: it must not come back after anything else.
void DocumentTest::theGraphIsRightAfterEveryBigStep()
{
    constexpr int kNodes = 1500;
    Document document(m_kind, fakeChain(kNodes));
    const auto isRight = [&] { return document.graph() == m_kind.lens().project(document.state()); };
    const auto writeAll = [&](const char *text) {
        FlowEdits all;
        for (int i = 0; i < kNodes; ++i)
            all.content += setText(i, text).content;
        return document.apply(all, u"Write"_s);
    };
    QUndoStack &stack = *document.undoStack();
    VERIFY_OK(document.apply(setText(1, "small"), u"Write"_s));
    VERIFY_OK(writeAll("first"));
    const Graph first = document.graph();
    stack.undo();
    QVERIFY(isRight());
    QCOMPARE(document.graph().node(NodeId("step1"_ba))->title, u"small"_s);
    stack.redo();
    QVERIFY(document.graph() == first && isRight());
    stack.undo();
    stack.undo(); // the small one
    QVERIFY(isRight());
    stack.redo();
    stack.redo();
    QVERIFY(document.graph() == first && isRight());

    VERIFY_OK(writeAll("second"));
    VERIFY_OK(document.adopt(setText(2, "theirs"), u"Theirs"_s));
    QVERIFY(isRight());
    stack.undo(); // theirs
    QVERIFY(isRight());
    stack.undo();
    QVERIFY(document.graph() == first && isRight());
    stack.redo();
    document.setProvisionalPositions({{NodeId("step1"_ba), {1, 2}}});
    stack.undo();
    document.setProvisionalPositions({});
    QVERIFY(document.graph() == first && isRight());
}

void DocumentTest::applyReturnsWhatChangedTells()
{
    Document document(m_kind, fakeChain(2));
    QList<GraphDelta> told;
    connect(&document, &Document::changed, this, [&](const DocumentChange &change) { told.append(change.graph); });
    const Result<GraphDelta> one = document.apply(setText(1, "new"), u"Write"_s);
    VERIFY_OK(one);
    QCOMPARE(told, QList{*one});
    QCOMPARE(one->changedNodes, QList{NodeId("step1"_ba)});
    const Result<GraphDelta> nothing = document.apply(setText(1, "new"), u"Write"_s);
    QVERIFY(nothing && nothing->isEmpty());
    // The second edit connects what the first one adds.
    const Result<GraphDelta> two = document.apply(
        GraphEdits{
            AddNode{"step"_ba, {}, NodeId("extra"_ba)}, Connect{NodeId("step2"_ba), "else"_ba, NodeId("extra"_ba)}},
        u"Add"_s);
    VERIFY_OK(two);
    QCOMPARE(two->addedNodes, QList{NodeId("extra"_ba)});
    QCOMPARE(two->addedEdges.size(), 1);
    QCOMPARE(told.size(), 2);
}

JACKFIELD_TEST(DocumentTest)

} // namespace jackfield::document_test

#include "document_test.moc"
