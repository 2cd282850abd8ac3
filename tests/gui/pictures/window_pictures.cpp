// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// Draws the window in every theme and size, each empty state and each dialog, for the README and for a look at the
// design.
//   window_pictures OUT_DIR

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_files.h"
#include "app/desktop/panels/service/server_panel.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "tests/support/held_workers.h"
#include "tests/support/service/raw_client.h"
#include "tests/support/service/temporary_workbench.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QMenuBar>
#include <QProgressDialog>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QTreeView>
#include <QUrl>

using namespace jackfield;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QSize kSizes[] = {{1024, 700}, {1440, 900}, {2560, 1440}};
constexpr int kSettleMilliseconds = 700;

void chooseTheme(const MainWindow &window, const QString &text)
{
    for (QAction *action : window.menuBar()->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text)
            action->trigger();
    }
}

void save(QWidget &widget, const QDir &folder, const QString &name)
{
    QTest::qWait(kSettleMilliseconds);
    if (!widget.grab().save(folder.filePath(name + u".png"_s)))
        qFatal("cannot write %s", qPrintable(name));
}

void raise(const MainWindow &window, const char *dock)
{
    window.findChild<QDockWidget *>(QString::fromLatin1(dock))->raise();
}

void drawFlows(MainWindow &window, const QDir &folder, const QString &theme)
{
    const struct
    {
        const char *name;
        const char *flow;
        const char *node;
        bool inEverySize;
    } subjects[]
        = {{"chatbot", "Support triage", "topic", true},
           {"conversation", "Salon booking", "greeting", true},
           {"call", "Dental reception", "", false},
           {"journey", "Cart left behind", "", false},
           {"workflow", "Phone repair shop", "", false}};
    for (const auto &subject : subjects) {
        for (FlowEditor *editor : window.findChildren<FlowEditor *>()) {
            if (editor->flowName() != QString::fromLatin1(subject.flow))
                continue;
            window.openFlow(editor->flowId());
            for (const QSize size : kSizes) {
                if (!subject.inEverySize && size != kSizes[1])
                    continue;
                window.resize(size);
                QTest::qWait(kSettleMilliseconds);
                editor->showBeginning();
                if (*subject.node)
                    editor->canvas().setSelection({.nodes = {NodeId(subject.node)}});
                save(
                    window, folder,
                    u"%1-%2-%3x%4"_s.arg(QString::fromLatin1(subject.name), theme)
                        .arg(size.width())
                        .arg(size.height()));
            }
        }
    }
}

/// The dialog that an action opens and waits for.
void saveDialog(MainWindow &window, const char *action, const QDir &folder, const QString &name)
{
    QTimer::singleShot(kSettleMilliseconds, &window, [&] {
        QWidget *dialog = QApplication::activeModalWidget();
        if (!dialog)
            qFatal("%s opens no dialog", action);
        save(*dialog, folder, name);
        dialog->close();
    });
    window.actions()[action]->trigger();
}

/// What an import shows while it waits, and when it fails, with no flow open.
void drawImport(MainWindow &window, QThreadPool &workers, const QDir &folder, const QString &theme)
{
    QTemporaryDir files;
    QFile bad(files.filePath(u"order desk.json"_s));
    if (!bad.open(QIODevice::WriteOnly) || bad.write("{\n  \"nodes\": [1,,2]\n}") < 0)
        qFatal("cannot write %s", qPrintable(bad.fileName()));
    bad.close();
    {
        const HeldWorkers held(workers);
        window.openArguments({bad.fileName()});
        QTest::qWait(1500); // progress is shown after a second
        save(*window.findChild<QProgressDialog *>(), folder, u"dialog-progress-"_s + theme);
    }
    save(window, folder, u"import-error-"_s + theme);
    window.findChild<MessageBar *>()->hide();
}

void ask(TemporaryWorkbench &workbench, const QByteArray &key, const QByteArray &request, const QByteArray &body = {})
{
    const auto port = quint16(QUrl(workbench.address()).port());
    RawClient client(port);
    client.send(
        request + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port) + "\r\nAuthorization: Bearer " + key
        + "\r\nContent-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n"
        + body);
    (void)client.response();
}

void fillLog(TemporaryWorkbench &workbench, const QByteArray &key)
{
    ask(workbench, key, "GET /v1/chatbots?pageSize=20");
    ask(workbench, key, "GET /api/dev/v1/chatbots");
    ask(workbench, "nobody", "GET /v1/chatbots");
    ask(workbench, key, "GET /v1/chatbot");
    ask(workbench, key, "POST /v1/chatbots", R"({"name":""})");
    ask(workbench, key, "GET /api/jackfield/v1/health");
    ask(workbench, key, "POST /v1/chatbots",
        R"({"name":"Order desk","teamIds":["team_01"],"note":"sk-0123456789abcdef"})");
}

/// The panels of the service, in both sizes that matter, with what they say when they are empty.
void drawService(MainWindow &window, TemporaryWorkbench &workbench, const QDir &folder)
{
    const QByteArray key = workbench.makeKey();
    auto *list = window.findChild<QTreeView *>(u"logList"_s);
    auto *tree = window.findChild<QTreeView *>(u"explorerTree"_s);
    auto *server = window.findChild<ServerPanel *>();
    const auto drawAll = [&](const QString &what) {
        for (const QString &theme : {u"Light"_s, u"Dark"_s}) {
            chooseTheme(window, theme);
            for (const QSize size : {kSizes[0], kSizes[1]}) {
                window.resize(size);
                QTest::qWait(kSettleMilliseconds);
                if (window.currentEditor())
                    window.currentEditor()->showBeginning();
                save(window, folder, u"%1-%2-%3"_s.arg(what, theme.toLower()).arg(size.width()));
            }
        }
    };
    raise(window, "dock.log");
    drawAll(u"log-empty"_s);
    fillLog(workbench, key);
    QTest::qWait(kSettleMilliseconds);
    list->setCurrentIndex(list->model()->index(0, 0));
    drawAll(u"log-filled"_s);
    raise(window, "dock.server");
    drawAll(u"server-keys"_s);
    server->findChild<QPushButton *>(u"newKey"_s)->click();
    drawAll(u"server-form"_s);
    server->findChild<QPushButton *>(u"createKey"_s)->click();
    drawAll(u"server-new-key"_s);
    window.actions()["flow.delete"]->trigger();
    QTest::qWait(kSettleMilliseconds);
    const QModelIndex trash = tree->model()->index(tree->model()->rowCount() - 1, 0);
    tree->expand(trash);
    tree->setCurrentIndex(trash.model()->index(0, 0, trash));
    drawAll(u"trash"_s);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationVersion(u"0.1.0"_s);
    const QDir folder(argc > 1 ? QString::fromLocal8Bit(argv[1]) : u"."_s);
    folder.mkpath(u"."_s);
    TemporaryWorkbench workbench;
    MainWindow window(*workbench, QPalette());
    window.resize(1440, 900);
    window.show();
    for (const QString &theme : {u"Light"_s, u"Dark"_s}) {
        chooseTheme(window, theme);
        save(window, folder, u"empty-"_s + theme.toLower());
        drawImport(window, workbench->workers(), folder, theme.toLower());
    }
    window.findChild<FlowFiles *>()->importSamples();
    if (!QTest::qWaitFor([&] { return window.findChildren<FlowEditor *>().size() >= 4; }, 10'000))
        qFatal("the samples were not imported");
    workbench.makeKey();
    const QList<FlowEditor *> editors = window.findChildren<FlowEditor *>();
    for (FlowEditor *editor : editors) {
        const bool seed = editor->document().graph().nodes().size() < 10;
        if (seed) {
            window.openFlow(editor->flowId());
            window.actions()["file.closeTab"]->trigger();
        }
    }
    QTest::qWait(kSettleMilliseconds);
    for (const QString &theme : {u"Light"_s, u"Dark"_s, u"High contrast"_s}) {
        chooseTheme(window, theme);
        drawFlows(window, folder, theme.toLower().replace(u' ', u'-'));
    }
    chooseTheme(window, u"Light"_s);
    window.resize(1440, 900);
    for (const char *dock : {"dock.outline", "dock.versions"})
        raise(window, dock);
    save(window, folder, u"outline-versions"_s);
    for (const char *dock : {"dock.json", "dock.server"})
        raise(window, dock);
    save(window, folder, u"json-server"_s);
    drawService(window, workbench, folder);
    for (const QString &theme : {u"Light"_s, u"Dark"_s}) {
        chooseTheme(window, theme);
        for (const char *action : {"help.shortcuts", "edit.rename", "help.about", "file.import", "file.export"})
            saveDialog(
                window, action, folder,
                u"dialog-%1-%2"_s.arg(QString::fromLatin1(action).section(u'.', 1), theme.toLower()));
    }
    return 0;
}
