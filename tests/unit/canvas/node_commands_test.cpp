// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/node_commands.h"

#include "canvas/scene/node_geometry.h"
#include "tests/support/test_program.h"
#include "tests/unit/canvas/editor_fixture.h"

#include <QTest>

namespace jackfield::node_commands_test {

using namespace Qt::Literals::StringLiterals;

namespace {

FlowState withoutEdge(FlowState state, const QByteArray &pointer)
{
    if (!applyFlowEdits(state, {{JsonEdit::remove(JsonPointer(pointer))}, {}}))
        qFatal("there is no %s", pointer.constData());
    return state;
}

QString titles(const QList<const NodeType *> &types)
{
    QStringList names;
    for (const NodeType *type : types)
        names.append(type->title);
    return names.join(u' ');
}

} // namespace

class NodeCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void addedNodeHasThePointInItsHeaderAndIsSelected()
    {
        EditorFixture f;
        addNode(f.editor, "step"_ba, {500, 300});
        QVERIFY(rectOf(*f.document.graph().node(NodeId("step-1"_ba))).contains(QPointF(500, 300)));
        QCOMPARE(f.lastLabel(), u"Add \"Step\""_s);
        QCOMPARE(f.selected(), u"step-1"_s);
        QCOMPARE(f.editor.currentNode(), NodeId("step-1"_ba));
    }

    void nodesAtOnePointDoNotHideEachOther()
    {
        EditorFixture f;
        for (int i = 0; i < 3; ++i)
            addNode(f.editor, "step"_ba, {500, 300});
        QCOMPARE(f.corner("step-2"), f.corner("step-1") + QPointF(24, 24));
        QCOMPARE(f.corner("step-3"), f.corner("step-2") + QPointF(24, 24));
        QCOMPARE(f.steps(), 3);
    }

    void unknownTypeIsRefused()
    {
        EditorFixture f;
        addNode(f.editor, "nonsense"_ba, {0, 0});
        QVERIFY(f.messages.constLast().contains(u"nonsense"));
        addWired(f.editor, "nonsense"_ba, {0, 0}, {NodeId("step1"_ba), "else"_ba, true, {}});
        QVERIFY(f.messages.constLast().contains(u"nonsense"));
        QCOMPARE(f.steps(), 0);
    }

    void wiredNodeHasItsInputAtThePoint()
    {
        EditorFixture f;
        const QByteArray before = f.json();
        addWired(f.editor, "step"_ba, {504, 305}, {NodeId("step1"_ba), "else"_ba, true, {}});
        QVERIFY(f.edges().endsWith(u"step1.else>step-1"));
        QCOMPARE(f.corner("step-1"), QPointF(504, 288));
        QCOMPARE(f.selected(), u"step-1"_s);
        QCOMPARE(f.steps(), 1);
        f.document.undoStack()->undo();
        QCOMPARE(f.json(), before);
    }

    void backwardWireTakesTheFirstOutput()
    {
        EditorFixture f(withoutEdge(fakeChain(1), "/edges/1"));
        addWired(f.editor, "step"_ba, {504, 305}, {NodeId("stop"_ba), {}, false, {}});
        QCOMPARE(f.edges(), u"start.next>step1 step-1.next>stop"_s);
    }

    void wireThatFitsNothingIsExplained()
    {
        EditorFixture f;
        const QByteArray before = f.json();
        addWired(f.editor, "start"_ba, {500, 300}, {NodeId("step1"_ba), "else"_ba, true, {}});
        QVERIFY(f.messages.constLast().contains(u"takes no input"));
        addWired(f.editor, "stop"_ba, {500, 300}, {NodeId("step1"_ba), {}, false, {}});
        QCOMPARE(f.messages.constLast(), u"A \"Stop\" cannot be connected here."_s);
        QCOMPARE(f.json(), before);
    }

    void typesFitTheOpenEnd()
    {
        EditorFixture f;
        const Catalog &catalog = f.document.kind().catalog();
        QCOMPARE(titles(typesThatFit(catalog, {})), u"Start Step Stop"_s);
        QCOMPARE(titles(typesThatFit(catalog, OpenWire{NodeId("step1"_ba), "else"_ba, true, {}})), u"Step Stop"_s);
        QCOMPARE(titles(typesThatFit(catalog, OpenWire{NodeId("stop"_ba), {}, false, {}})), u"Start Step"_s);
    }

    void removalTakesEdgesAlongAndIsOneStep()
    {
        EditorFixture f;
        const QByteArray before = f.json();
        f.editor.setSelection({.nodes = {NodeId("step1"_ba)}, .edges = {EdgeId("e1"_ba), EdgeId("e3"_ba)}});
        removeSelection(f.editor);
        QCOMPARE(f.edges(), u""_s);
        QCOMPARE(f.lastLabel(), u"Delete \"step1\""_s);
        QCOMPARE(f.selected(), u""_s);
        f.document.undoStack()->undo();
        QCOMPARE(f.json(), before);
    }

    void edgesAloneAreRemoved()
    {
        EditorFixture f;
        f.editor.setSelection({.nodes = {}, .edges = {EdgeId("e1"_ba)}});
        removeSelection(f.editor);
        QCOMPARE(f.lastLabel(), u"Delete connection"_s);
        QCOMPARE(f.edges(), u"step1.next>step2 step2.next>stop"_s);
        removeSelection(f.editor);
        QVERIFY(f.messages.constLast().startsWith(u"Nothing is selected"));
        QCOMPARE(f.steps(), 1);
    }

    void removeAndReconnectKeepsTheEdge()
    {
        EditorFixture f;
        f.select({"step1"});
        removeAndReconnect(f.editor);
        QCOMPARE(f.edges(), u"start.next>step2 step2.next>stop"_s);
        QCOMPARE(f.document.graph().edges().constFirst().id, EdgeId("e1"_ba));
        QCOMPARE(f.steps(), 1);
    }

    void removeAndReconnectWantsOneNodeAndOneWay()
    {
        EditorFixture f;
        f.select({"step1", "step2"});
        removeAndReconnect(f.editor);
        QVERIFY(f.messages.constLast().startsWith(u"Select one node"));
        QVERIFY(f.editor.perform({Connect{NodeId("step1"_ba), "else"_ba, NodeId("stop"_ba)}}, u"Connect"_s));
        f.select({"step1"});
        removeAndReconnect(f.editor);
        QVERIFY(f.messages.constLast().contains(u"several nodes"));
        QCOMPARE(f.steps(), 1);
    }
};

JACKFIELD_TEST(NodeCommandsTest)

} // namespace jackfield::node_commands_test

#include "node_commands_test.moc"
