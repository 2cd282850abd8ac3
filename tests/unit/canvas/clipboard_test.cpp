// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/editing/clipboard.h"

#include "tests/support/test_program.h"
#include "tests/unit/canvas/editor_fixture.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineF>
#include <QMimeData>
#include <QTest>

namespace jackfield::clipboard_test {

using namespace Qt::Literals::StringLiterals;

class ClipboardTest : public QObject
{
    Q_OBJECT

private slots:
    void copyIsTextAndFormatAndChangesNothing()
    {
        EditorFixture f;
        QGuiApplication::clipboard()->setText(u"before"_s);
        copySelection(f.editor);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        f.select({"step1"});
        copySelection(f.editor);
        const QMimeData *mime = QGuiApplication::clipboard()->mimeData();
        QCOMPARE(mime->data(kSelectionMime), mime->text().toUtf8());
        QCOMPARE(f.steps(), 0);
    }

    void pastedNodesHaveTheirMiddleAtThePoint()
    {
        EditorFixture from;
        from.select({"step1", "step2"});
        copySelection(from.editor);
        EditorFixture to(fakeChain(0));
        paste(to.editor, {600, 500});
        QCOMPARE(to.edges(), u"start.next>stop step1.next>step2"_s);
        QCOMPARE(to.selected(), u"step1 step2"_s);
        QVERIFY(QLineF(boundsOf(to.editor.selectedBoxes()).center(), QPointF(600, 500)).length() < 12);
        QCOMPARE(to.lastLabel(), u"Paste 2 nodes"_s);
        QCOMPARE(to.steps(), 1);
    }

    void cutIsACopyAndOneStep()
    {
        EditorFixture f;
        const QByteArray before = f.json();
        f.select({"step1"});
        cutSelection(f.editor);
        QCOMPARE(f.document.graph().nodes().size(), 3);
        QCOMPARE(f.lastLabel(), u"Cut \"step1\""_s);
        QCOMPARE(f.selected(), u""_s);
        paste(f.editor, {0, 0});
        QCOMPARE(f.lastLabel(), u"Paste node"_s);
        QCOMPARE(f.selected(), u"step1"_s);
        f.document.undoStack()->undo();
        f.document.undoStack()->undo();
        QCOMPARE(f.json(), before);
    }

    void duplicatesLieBesideAndLeaveTheClipboardAlone()
    {
        EditorFixture f;
        QGuiApplication::clipboard()->setText(u"before"_s);
        f.select({"step1", "step2"});
        duplicateSelection(f.editor);
        QCOMPARE(f.corner("step1-1"), f.corner("step1") + QPointF(24, 24));
        QCOMPARE(f.selected(), u"step1-1 step2-1"_s);
        duplicateSelection(f.editor, {0, 160});
        QCOMPARE(f.editor.selectedBoxes().constFirst().rect.topLeft(), f.corner("step1-1") + QPointF(0, 160));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"before"_s);
        QCOMPARE(f.steps(), 2);
    }

    void nothingSelectedIsSaid()
    {
        EditorFixture f;
        cutSelection(f.editor);
        duplicateSelection(f.editor);
        QCOMPARE(f.messages, QStringList(2, u"Nothing is selected: click a node first."_s));
        QCOMPARE(f.steps(), 0);
    }

    void strangeTextIsExplained_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("message");
        QTest::newRow("prose") << "hello there"_ba << u"text, not nodes"_s;
        QTest::newRow("other JSON") << "{\"nodes\": []}"_ba << u"not a copy of nodes"_s;
        QTest::newRow("an array") << "[1, 2]"_ba << u"not a copy of nodes"_s;
        QTest::newRow("other kind") << "{\"jackfield\": 1, \"kind\": \"letter\", \"nodes\": []}"_ba
                                    << u"\"letter\" and do not fit a \"fake\""_s;
    }

    void strangeTextIsExplained()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, message);
        EditorFixture f;
        const QByteArray before = f.json();
        pasteText(f.editor, text, {0, 0});
        QVERIFY2(f.messages.constLast().contains(message), qPrintable(f.messages.constLast()));
        QCOMPARE(f.json(), before);
        QCOMPARE(f.steps(), 0);
    }

    void emptyClipboardIsExplained()
    {
        EditorFixture f;
        QGuiApplication::clipboard()->setText(u"  \n"_s);
        paste(f.editor, {0, 0});
        QVERIFY(f.messages.constLast().contains(u"holds no nodes"));
    }
};

JACKFIELD_TEST(ClipboardTest)

} // namespace jackfield::clipboard_test

#include "clipboard_test.moc"
