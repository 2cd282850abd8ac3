// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/edit/json_diff.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "storage/files/file_io.h"
#include "tests/support/cpu_timer.h"
#include "tests/support/held_workers.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTabWidget>
#include <QTest>
#include <QToolBar>
#include <QTreeView>

namespace jackfield::desktop_window_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QString visibleText(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts << label->text();
    }
    return texts.join(u'\n');
}

QString writeTemporary(QTemporaryDir &folder, const QString &name, const QByteArray &bytes)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
    return file.fileName();
}

} // namespace

class DesktopWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void actionsExplainThemselves();
    void everyShortcutFiresItsOwnAction();
    void menusHaveUniqueMnemonics();
    void emptyWindowSaysWhatToDo();
    void newFlowOpensInATab();
    void kindsThatAreOnlyShownSayWhereTheyAreDrawn();
    void explorerFollowsTheStore();
    void droppedFileIsImportedWithItsName();
    void largeFlowWithoutPlacesIsArrangedBeforeItIsShown();
    void badFileSaysLineAndColumnAndImportsNothing();
    void cancelledImportBringsNothingIn();
    void exportWritesTheFileOfOrigin();
    void publishMakesAVersionThatCanBePutBack();
    void publishWithErrorsShowsThem();
    void hostileTextStaysText_data();
    void hostileTextStaysText();
    void layoutIsRememberedAndResets();
    void nothingIsClippedAtTheSmallestSize();
    void themesSwitchWithoutRestart();

private:
    FlowEditor *open(MainWindow &window, const FlowId &id);
};

FlowEditor *DesktopWindowTest::open(MainWindow &window, const FlowId &id)
{
    window.openFlow(id);
    (void)QTest::qWaitFor([&] { return window.editor(id) != nullptr; });
    return window.editor(id);
}

void DesktopWindowTest::actionsExplainThemselves()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    QSet<QString> names;
    QSet<QAction *> inMenus;
    for (QMenu *menu : window.menuBar()->findChildren<QMenu *>()) {
        for (QAction *action : menu->actions())
            inMenus << action;
    }
    for (QAction *action : window.actions().all()) {
        QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!names.contains(action->objectName()), qPrintable(action->objectName()));
        names << action->objectName();
        QVERIFY2(!action->statusTip().isEmpty(), qPrintable(action->objectName()));
        QVERIFY2(inMenus.contains(action), qPrintable(action->objectName()));
    }
    QVERIFY(names.size() > 35);
}

void DesktopWindowTest::everyShortcutFiresItsOwnAction()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    MainWindow window(*workbench, QPalette());
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QApplication::setActiveWindow(&window); // without a window manager nobody else does it
    QVERIFY(open(window, flow.summary.id));
    window.currentEditor()->canvas().setFocus();

    QStringList fired;
    for (QAction *action : window.actions().all()) {
        action->disconnect(SIGNAL(triggered(bool)));
        action->setEnabled(true);
        action->setVisible(true);
        action->setMenu(nullptr);
        connect(action, &QAction::triggered, &window, [&fired, action] { fired << action->objectName(); });
    }
    for (QAction *action : window.actions().all()) {
        for (const QKeySequence &keys : action->shortcuts()) {
            fired.clear();
            QTest::keySequence(&window.currentEditor()->canvas(), keys);
            QVERIFY2(
                fired == QStringList{action->objectName()},
                qPrintable(
                    keys.toString() + u" fired "_s + fired.join(u", ") + u" instead of "_s + action->objectName()));
        }
    }
}

void DesktopWindowTest::menusHaveUniqueMnemonics()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    for (const QMenu *menu : window.menuBar()->findChildren<QMenu *>(QRegularExpression(u"^menu\\."_s))) {
        QSet<QChar> used;
        for (const QAction *action : menu->actions()) {
            const qsizetype at = action->text().indexOf(u'&');
            if (action->isSeparator())
                continue;
            QVERIFY2(at >= 0, qPrintable(action->text()));
            const QChar letter = action->text()[at + 1].toLower();
            QVERIFY2(!used.contains(letter), qPrintable(menu->title() + u": "_s + action->text()));
            used << letter;
        }
    }
}

void DesktopWindowTest::emptyWindowSaysWhatToDo()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    QTRY_VERIFY(visibleText(window).contains(u"Drop a flow file here"));
    QTRY_VERIFY(visibleText(window).contains(u"No flows yet"));
    QVERIFY(visibleText(window).contains(u"Open a flow"));
    QVERIFY(!window.actions()["flow.publish"]->isEnabled());
    QCOMPARE(window.actions()["edit.copy"]->statusTip(), u"Open a flow first."_s);
}

void DesktopWindowTest::newFlowOpensInATab()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    window.findChild<QPushButton *>(u"new-chatbot"_s)->click();
    QTRY_VERIFY(window.currentEditor());
    QCOMPARE(window.currentEditor()->flowName(), u"New chatbot"_s);
    QCOMPARE(workbench.read(window.currentEditor()->flowId()).summary.kind, QByteArray("chatbot"));
}

void DesktopWindowTest::kindsThatAreOnlyShownSayWhereTheyAreDrawn()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    const Kind &workflow = *workbench->kinds().find("workflow");
    FlowEditor *editor = open(window, workbench.create("workflow", u"Repairs"_s, workflow.files().blank()).summary.id);
    QVERIFY(editor);
    auto *palette = window.findChild<QListWidget *>(u"paletteList"_s);
    QCOMPARE(palette->count(), 1);
    QCOMPARE(palette->item(0)->text(), workflow.info().drawnElsewhere);
    QSignalSpy told(&editor->canvas(), &CanvasView::messageShown);
    editor->canvas().openQuickAdd({0, 0});
    QCOMPARE(told.size(), 1);
    QCOMPARE(told.first().first().toString(), workflow.info().drawnElsewhere);

    open(window, workbench.create("chatbot", u"Bot"_s, TemporaryWorkbench::chain(2)).summary.id);
    QTRY_VERIFY(palette->count() > 5);
}

void DesktopWindowTest::explorerFollowsTheStore()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    auto *explorer = window.findChild<ExplorerPanel *>();
    const FlowRecord bot = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(2));
    workbench.create("conversation-flow", u"Onboarding"_s, Json::object(), bot.summary.id);
    QTRY_COMPARE(explorer->flows().size(), 2);
    const QAbstractItemModel *model = explorer->findChild<QTreeView *>(u"explorerTree"_s)->model();
    const QModelIndex group = model->index(0, 0);
    const QModelIndex first = model->index(0, 0, group);
    QCOMPARE(first.data().toString(), u"Support"_s);
    QCOMPARE(model->index(0, 0, first).data().toString(), u"Onboarding"_s);
}

void DesktopWindowTest::droppedFileIsImportedWithItsName()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    QTemporaryDir folder;
    const QByteArray text = writeJson(TemporaryWorkbench::chain(4), JsonStyle{});
    window.openArguments({writeTemporary(folder, u"Order desk.json"_s, text)});
    QTRY_VERIFY(window.currentEditor());
    QCOMPARE(window.currentEditor()->flowName(), u"Order desk"_s);
    QCOMPARE(window.currentEditor()->document().graph().nodes().size(), 4);
    // The explorer may hear of the flow after the window has opened it.
    QTRY_COMPARE(window.findChild<ExplorerPanel *>()->currentFlow(), window.currentEditor()->flowId());
}

void DesktopWindowTest::largeFlowWithoutPlacesIsArrangedBeforeItIsShown()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    const FlowRecord bot = workbench.create("chatbot", u"Long"_s, TemporaryWorkbench::chain(5000));
    FlowEditor *editor = open(window, bot.summary.id);
    QVERIFY(editor);
    QTRY_VERIFY_WITH_TIMEOUT(!editor->canvas().isArranging(), 20'000);
    // It starts where the flow does, at a size that can be read.
    const CanvasView &canvas = editor->canvas();
    QVERIFY(
        QRectF(canvas.viewport()->rect()).contains(canvas.toView(canvas.scene().nodeRect(NodeId("n0"_ba)).center())));
    QVERIFY(canvas.viewportState().zoom >= 0.5);
    // What a client puts in its place is shown, too, wherever the view was.
    editor->canvas().setViewportState({.centre = {90'000, 90'000}, .zoom = 1});
    QVERIFY(!canvas.showsNodes());
    QString text = QString::fromUtf8(writeJson(TemporaryWorkbench::chain(300)));
    text.replace(QRegularExpression(u"\"n(\\d)"_s), u"\"other\\1"_s);
    const Json others = parseJson(text.toUtf8()).value();
    VERIFY_OK(workbench.commitFromOutside(bot.summary.id, diffJson(editor->document().content(), others)));
    QTRY_COMPARE(editor->document().graph().nodes().size(), 300);
    QTRY_VERIFY(!canvas.isArranging() && canvas.showsNodes());
}

void DesktopWindowTest::badFileSaysLineAndColumnAndImportsNothing()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    QTemporaryDir folder;
    QSignalSpy reported(window.findChild<FlowFiles *>(), &FlowFiles::reported);
    window.openArguments({writeTemporary(folder, u"bad.json"_s, "{\n  \"nodes\": [1,,2]\n}")});
    QTRY_COMPARE(reported.size(), 1);
    const QString message = reported.first().first().toString();
    QVERIFY2(message.startsWith(u"\"bad.json\", line 2, column"), qPrintable(message));
    QCOMPARE(window.findChild<MessageBar *>()->message(), message); // until it is read, not for a moment
    QVERIFY(window.findChild<ExplorerPanel *>()->flows().isEmpty());
    QVERIFY(!window.currentEditor());
}

void DesktopWindowTest::cancelledImportBringsNothingIn()
{
    TemporaryWorkbench workbench;
    QTemporaryDir folder;
    QWidget window;
    auto *files = new FlowFiles(*workbench, &window);
    QSignalSpy imported(files, &FlowFiles::imported);
    QSignalSpy reported(files, &FlowFiles::reported);
    {
        const HeldWorkers held(workbench->workers());
        files->import({writeTemporary(folder, u"bot.json"_s, writeJson(TemporaryWorkbench::chain(3)))});
        auto *progress = window.findChild<QProgressDialog *>();
        QTRY_VERIFY(progress && progress->isVisible());
        progress->findChild<QPushButton *>()->click();
    }
    QTest::qWait(50);
    QCOMPARE(imported.size(), 0);
    QCOMPARE(reported.size(), 1);
    QCOMPARE(reported.first().first().toString(), u"Nothing was imported from \"bot.json\"."_s);

    files->import({writeTemporary(folder, u"second.json"_s, writeJson(TemporaryWorkbench::chain(3)))});
    QTRY_COMPARE(imported.size(), 1);
}

void DesktopWindowTest::exportWritesTheFileOfOrigin()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    QTemporaryDir folder;
    const QByteArray text
        = "{\n    \"name\": \"A\",\n    \"data\": " + writeJson(TemporaryWorkbench::chain(3)) + ",\n    \"x\": 1\n}\n";
    window.openArguments({writeTemporary(folder, u"a.json"_s, text)});
    QTRY_VERIFY(window.currentEditor());
    auto *files = window.findChild<FlowFiles *>();
    QSignalSpy reported(files, &FlowFiles::reported);
    files->exportTo(window.currentEditor()->flowId(), folder.filePath(u"b.json"_s), formatOfOrigin());
    QTRY_COMPARE(reported.size(), 1);
    const Result<QByteArray> written = loadFile(folder.filePath(u"b.json"_s));
    VERIFY_OK(written);
    const Result<Json> before = parseJson(text);
    const Result<Json> after = parseJson(*written);
    QVERIFY(before && after);
    QCOMPARE(writeJson(*after), writeJson(*before));
}

void DesktopWindowTest::publishMakesAVersionThatCanBePutBack()
{
    TemporaryWorkbench workbench;
    Json content = TemporaryWorkbench::chain(2);
    VERIFY_OK(applyEdits(content, {JsonEdit::set(JsonPointer("/nodes/1/type"), Json::string("end"))}));
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, content);
    MainWindow window(*workbench, QPalette());
    window.show();
    FlowEditor *editor = open(window, flow.summary.id);
    QVERIFY(editor);
    window.actions()["flow.publish"]->trigger();
    auto *versions = window.findChild<QTreeView *>(u"versionsList"_s);
    QTRY_COMPARE(versions->model()->rowCount(), 1);

    VERIFY_OK(editor->document().apply({.content = {JsonEdit::remove(JsonPointer("/edges/0"))}}, u"Edit"_s));
    QVERIFY(editor->document().content()["edges"].isEmpty());
    versions->setCurrentIndex(versions->model()->index(0, 0));
    window.findChild<QPushButton *>(u"restoreVersion"_s)->click();
    QCOMPARE(writeJson(editor->document().content()), writeJson(content));
    QCOMPARE(editor->document().undoStack()->count(), 2);

    QTRY_VERIFY(window.actions()["flow.activate"]->isEnabled());
    window.actions()["flow.activate"]->trigger();
    QTRY_COMPARE(workbench.read(flow.summary.id).summary.status, FlowStatus::Active);
    QTRY_VERIFY(window.actions()["flow.pause"]->isVisible());
}

void DesktopWindowTest::publishWithErrorsShowsThem()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Empty"_s, TemporaryWorkbench::chain(0));
    MainWindow window(*workbench, QPalette());
    window.show();
    FlowEditor *editor = open(window, flow.summary.id);
    QVERIFY(editor);
    window.actions()["flow.publish"]->trigger();
    QTRY_VERIFY(editor->messageBar().message().startsWith(u"Not published"));
    QTRY_VERIFY(window.findChild<QTreeView *>(u"problemsList"_s)->model()->rowCount() > 0);
    QCOMPARE(workbench.read(flow.summary.id).summary.latestVersionNumber, 0);
}

void DesktopWindowTest::hostileTextStaysText_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("image") << u"<img src=\"file:///etc/passwd\" width=300>"_s;
    QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(300);
    QTest::newRow("arguments") << u"%1 %2 %n &amp; &x"_s;
    QTest::newRow("right to left") << u"\u202eabc\u0000def"_s;
}

void DesktopWindowTest::hostileTextStaysText()
{
    QFETCH(QString, text);
    TemporaryWorkbench workbench;
    Json content = TemporaryWorkbench::chain(3);
    VERIFY_OK(applyEdits(
        content,
        {JsonEdit::set(JsonPointer("/nodes/1/data/text"), Json::string(text)),
         JsonEdit::insert(JsonPointer("/nodes/1/data/label"), Json::string(text))}));
    const FlowRecord flow = workbench.create("chatbot", text.left(200), content);
    MainWindow window(*workbench, QPalette());
    window.show();
    FlowEditor *editor = open(window, flow.summary.id);
    QVERIFY(editor);
    editor->canvas().setSelection({.nodes = {NodeId("n1")}});
    const CpuTimer clock;
    window.grab();
    QVERIFY2(clock.milliseconds() < 2000, qPrintable(QString::number(clock.milliseconds())));
    for (const QLabel *label : window.findChildren<QLabel *>())
        QVERIFY2(label->textFormat() == Qt::PlainText || !label->text().contains(u'<'), qPrintable(label->text()));
}

void DesktopWindowTest::layoutIsRememberedAndResets()
{
    TemporaryWorkbench workbench;
    {
        MainWindow window(*workbench, QPalette());
        window.show();
        window.findChild<QDockWidget *>(u"dock.palette"_s)->close();
        window.close();
    }
    MainWindow window(*workbench, QPalette());
    window.show();
    QVERIFY(!window.findChild<QDockWidget *>(u"dock.palette"_s)->isVisible());
    window.resetLayout();
    QVERIFY(window.findChild<QDockWidget *>(u"dock.palette"_s)->isVisible());
}

void DesktopWindowTest::nothingIsClippedAtTheSmallestSize()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    MainWindow window(*workbench, QPalette());
    window.resize(1024, 700);
    window.show();
    QVERIFY(open(window, flow.summary.id));
    QCoreApplication::processEvents();
    QVERIFY2(
        window.width() <= 1024 && window.height() <= 700,
        qPrintable(u"%1 x %2"_s.arg(window.width()).arg(window.height())));
    for (const QPushButton *button : window.findChildren<QPushButton *>()) {
        if (button->isVisible())
            QVERIFY2(button->width() >= button->minimumSizeHint().width(), qPrintable(button->text()));
    }
    for (const QLabel *label : window.findChildren<QLabel *>()) {
        if (label->isVisible() && !label->wordWrap())
            QVERIFY2(label->width() >= label->minimumSizeHint().width(), qPrintable(label->text()));
    }

    // And with all that takes height at the same time.
    window.findChild<QDockWidget *>(u"dock.server"_s)->raise();
    window.findChild<QPushButton *>(u"newKey"_s)->click();
    window.findChild<QPushButton *>(u"createKey"_s)->click();
    for (MessageBar *bar : window.findChildren<MessageBar *>())
        bar->showMessage(MessageBar::Tone::Information, u"Something happened."_s, u"Undo"_s, [] {});
    QTRY_VERIFY(window.findChild<QWidget *>(u"newSecret"_s)->isVisible());
    QCoreApplication::processEvents();
    QVERIFY2(window.minimumSizeHint().height() <= 700, qPrintable(QString::number(window.minimumSizeHint().height())));
    QCOMPARE(window.height(), 700);
}

void DesktopWindowTest::themesSwitchWithoutRestart()
{
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.show();
    const auto choose = [&window](const QString &text) {
        for (QAction *action : window.menuBar()->findChildren<QAction *>()) {
            if (action->text() == text)
                action->trigger();
        }
    };
    choose(u"&Dark"_s);
    QVERIFY(window.palette().color(QPalette::Window).lightness() < 80);
    choose(u"&Light"_s);
    QVERIFY(window.palette().color(QPalette::Window).lightness() > 180);
}

JACKFIELD_TEST(DesktopWindowTest)

} // namespace jackfield::desktop_window_test

#include "desktop_window_test.moc"
