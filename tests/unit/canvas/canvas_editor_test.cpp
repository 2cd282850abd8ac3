// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/canvas_editor.h"

#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"
#include "tests/unit/canvas/editor_fixture.h"

#include <QSignalSpy>
#include <QTest>

namespace jackfield::canvas_editor_test {

using namespace Qt::Literals::StringLiterals;

class CanvasEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void selectionIsToldWhenItChanges()
    {
        EditorFixture f;
        QSignalSpy changed(&f.editor, &CanvasEditor::selectionChanged);
        f.select({"step1"});
        f.select({"step1"});
        QCOMPARE(changed.size(), 1);
        f.editor.select({});
        QCOMPARE(changed.size(), 1);
        f.editor.select({NodeId("stop"_ba), NodeId("start"_ba)});
        QCOMPARE(f.selected(), u"start stop"_s);
        QCOMPARE(f.editor.currentNode(), NodeId("stop"_ba));
    }

    void selectedNodesComeInDocumentOrder()
    {
        EditorFixture f;
        QVERIFY(f.editor.selectedNodes().isEmpty());
        f.editor.selectAll();
        QCOMPARE(
            f.editor.selectedNodes(),
            (QList{NodeId("start"_ba), NodeId("step1"_ba), NodeId("step2"_ba), NodeId("stop"_ba)}));
        const QList<NodeBox> boxes = f.editor.selectedBoxes();
        QCOMPARE(boxes.size(), 4);
        QCOMPARE(boxes[1].rect.topLeft(), f.corner("step1"));
        QCOMPARE(boundsOf(boxes).left(), f.corner("start").x());
        QVERIFY(boundsOf({}).isNull());
    }

    void whatIsGoneIsNotSelected()
    {
        EditorFixture f;
        f.editor.setSelection({.nodes = {NodeId("step1"_ba), NodeId("stop"_ba)}, .edges = {EdgeId("e1"_ba)}});
        QSignalSpy changed(&f.editor, &CanvasEditor::selectionChanged);
        QVERIFY(f.editor.perform({RemoveNodes{{NodeId("step1"_ba)}}}, u"Delete"_s));
        QCOMPARE(f.selected(), u"stop"_s);
        QCOMPARE(changed.size(), 1);
    }

    void performTellsWhatItDidAndClearsTheMessage()
    {
        EditorFixture f;
        f.editor.showMessage(u"earlier"_s);
        const auto delta = f.editor.perform({AddNode{"step"_ba, {0, 400}, {}}}, u"Add"_s);
        QVERIFY(delta);
        QCOMPARE(delta->addedNodes, QList{NodeId("step-1"_ba)});
        QCOMPARE(f.messages, (QStringList{u"earlier"_s, u""_s}));
        QCOMPARE(f.steps(), 1);
        QCOMPARE(f.lastLabel(), u"Add"_s);
    }

    void refusedPerformSaysWhyAndChangesNothing()
    {
        EditorFixture f;
        const QByteArray before = f.json();
        QVERIFY(!f.editor.perform({Connect{NodeId("step1"_ba), "else"_ba, NodeId("start"_ba)}}, u"Connect"_s));
        QVERIFY(f.messages.constLast().contains(u"takes no input"));
        QCOMPARE(f.json(), before);
        QCOMPARE(f.steps(), 0);
    }

    void pointsSnapUnlessTheyAreNotTo()
    {
        EditorFixture f;
        QCOMPARE(f.editor.snapped({21.4, 101}), QPointF(24, 104));
        QCOMPARE(f.editor.snapped({21.4, 101}, Qt::AltModifier), QPointF(21, 101));
        f.editor.setSnapsToGrid(false);
        QCOMPARE(f.editor.snapped({21.4, 101}), QPointF(21, 101));
    }

    void namesAreShort()
    {
        EditorFixture f;
        QCOMPARE(f.editor.nameOf(NodeId("step1"_ba)), u"\"step1\""_s);
        const QByteArray text(100, 'x');
        VERIFY_OK(f.document.apply(
            GraphEdits{SetData{NodeId("step1"_ba), JsonPointer("/text"_ba), Json::string(text)}}, u"Set"_s));
        QVERIFY(f.editor.nameOf(NodeId("step1"_ba)).size() <= 42);
        QCOMPARE(f.editor.nameOf(NodeId("gone"_ba)), u"\"gone\""_s);
    }

    void provisionalPositionsAddUp()
    {
        EditorFixture f(fakeChain(1, false));
        f.editor.addProvisionalPositions({{NodeId("start"_ba), {8, 16}}});
        f.editor.addProvisionalPositions({{NodeId("stop"_ba), {80, 16}}});
        QCOMPARE(f.corner("start"), QPointF(8, 16));
        QCOMPARE(f.corner("stop"), QPointF(80, 16));
        QCOMPARE(f.steps(), 0);
    }
};

JACKFIELD_TEST(CanvasEditorTest)

} // namespace jackfield::canvas_editor_test

#include "canvas_editor_test.moc"
