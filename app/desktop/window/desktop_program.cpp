// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/desktop_program.h"

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/window/main_window.h"
#include "app/desktop/window/window_state.h"
#include "app/desktop/window/window_style.h"
#include "canvas/view/canvas_view.h"
#include "storage/host/control_commands.h"
#include "storage/host/control_socket.h"
#include "storage/host/listen_address.h"
#include "storage/host/workbench.h"
#include "storage/service/service_thread.h"
#include "storage/store/data_folder.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QMessageBox>
#include <QSocketNotifier>
#include <QTimer>

#include <csignal>
#include <cstdio>

#include <sys/signalfd.h>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr int kSettleMilliseconds = 900; // before a screenshot: layout, validation and icons have come in by then

enum ExitCode { Done = 0, Usage = 2, Refused = 3 };

struct DesktopOptions
{
    WorkbenchOptions workbench;
    QStringList files;
    QString screenshot;
    bool resetLayout = false;
    bool exitAfterFirstPaint = false;
};

// Relative paths mean the folder of the process that got them, not of the one that opens them.
QStringList absolute(const QStringList &files)
{
    QStringList paths;
    for (const QString &file : files)
        paths << (file.startsWith(u"jackfield:") ? file : QFileInfo(file).absoluteFilePath());
    return paths;
}

Result<DesktopOptions> parseOptions(const QCoreApplication &application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral(JACKFIELD_DESCRIPTION "."));
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption data(u"data"_s, u"Folder that holds the flows."_s, u"DIR"_s, DataFolder::defaultPath());
    const QCommandLineOption listen(
        u"listen"_s, u"Where the API answers; port 0 = any free one."_s, u"ADDR:PORT"_s, u"127.0.0.1:7717"_s);
    const QCommandLineOption noApi(u"no-api"_s, u"Start with the API off."_s);
    const QCommandLineOption reset(u"reset-layout"_s, u"Forget the window's layout."_s);
    const QCommandLineOption firstPaint(u"exit-after-first-paint"_s, u"Print the time to the first paint and leave."_s);
    const QCommandLineOption screenshot(u"screenshot"_s, u"Write a picture of the window and leave."_s, u"OUT.png"_s);
    parser.addOptions({data, listen, noApi, reset, firstPaint, screenshot});
    parser.addPositionalArgument(u"FILE"_s, u"Flow files to bring in, or jackfield:FLOW_ID."_s, u"[FILE...]"_s);
    parser.process(application);

    const Result<ListenAddress> address = parseListenAddress(parser.value(listen));
    if (!address)
        return address.error();
    DesktopOptions options{
        .files = absolute(parser.positionalArguments()),
        .screenshot = parser.value(screenshot),
        .resetLayout = parser.isSet(reset),
        .exitAfterFirstPaint = parser.isSet(firstPaint)};
    options.workbench = {parser.value(data), address->host, address->port, !parser.isSet(noApi)};
    return options;
}

// SIGTERM and SIGINT close the window like the user would. Blocked before any thread starts, so that all inherit it.
void closeOnSignals(QWidget *window, const sigset_t &closing)
{
    const int descriptor = ::signalfd(-1, &closing, SFD_CLOEXEC | SFD_NONBLOCK);
    auto *notifier = new QSocketNotifier(descriptor, QSocketNotifier::Read, window);
    QObject::connect(notifier, &QSocketNotifier::activated, window, &QWidget::close);
}

int handOver(const DesktopOptions &options, const Error &owned)
{
    Json files = Json::array();
    for (const QString &file : options.files)
        files.append(Json::string(file));
    const Json request = Json::object({member("command", Json::string("open")), member("files", files)});
    const Result<Json> answer = askOwner(DataFolder::controlSocketPath(options.workbench.dataFolder), request);
    if (answer && controlValue(*answer))
        return Done;
    std::fprintf(stderr, "jackfield: %s\n", qUtf8Printable(owned.message));
    return Refused;
}

void leaveAfterFirstPaint(MainWindow &window, const QElapsedTimer &clock)
{
    QObject::connect(&window, &MainWindow::flowOpened, &window, [&clock](FlowEditor *editor) {
        editor->canvas().viewport()->repaint();
        std::printf(
            "{\"first_paint_ms\":%lld,\"nodes\":%lld}\n", static_cast<long long>(clock.elapsed()),
            static_cast<long long>(editor->document().graph().nodes().size()));
        std::fflush(stdout);
        QTimer::singleShot(0, qApp, &QCoreApplication::quit);
    });
}

void leaveAfterScreenshot(MainWindow &window, const QString &path, bool waitsForFlow)
{
    const auto shoot = [&window, path] {
        QTimer::singleShot(kSettleMilliseconds, &window, [&window, path] {
            QCoreApplication::exit(window.grab().save(path) ? Done : Usage);
        });
    };
    if (waitsForFlow)
        QObject::connect(&window, &MainWindow::flowOpened, &window, shoot);
    else
        shoot();
}

} // namespace

int runDesktop(int argc, char **argv)
{
    QElapsedTimer clock;
    clock.start();
    sigset_t closing;
    sigemptyset(&closing);
    sigaddset(&closing, SIGTERM);
    sigaddset(&closing, SIGINT);
    ::pthread_sigmask(SIG_BLOCK, &closing, nullptr);

    ServiceThread::chooseEventLoop();
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"jackfield"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(JACKFIELD_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Jackfield"_s);
    QGuiApplication::setDesktopFileName(u"jackfield"_s);
    const QPalette systemPalette = QGuiApplication::palette();

    const Result<DesktopOptions> options = parseOptions(application);
    if (!options) {
        std::fprintf(stderr, "jackfield: %s\n", qUtf8Printable(options.error().message));
        return Usage;
    }
    Result<std::unique_ptr<Workbench>> workbench = Workbench::open(options->workbench);
    if (!workbench && workbench.error().code == "folder_owned")
        return handOver(*options, workbench.error());
    if (!workbench) {
        std::fprintf(stderr, "jackfield: %s\n", qUtf8Printable(workbench.error().message));
        if (!options->exitAfterFirstPaint && options->screenshot.isEmpty()) {
            applyWindowStyle(application, themeFor(WindowState(options->workbench.dataFolder).theme(), systemPalette));
            QMessageBox box(QMessageBox::NoIcon, u"Jackfield"_s, workbench.error().message, QMessageBox::Close);
            box.setTextFormat(Qt::PlainText);
            box.exec();
        }
        return Refused;
    }

    MainWindow window(**workbench, systemPalette);
    if (options->resetLayout)
        window.resetLayout();
    closeOnSignals(&window, closing);
    if (options->exitAfterFirstPaint)
        leaveAfterFirstPaint(window, clock);
    window.show();
    if (!options->screenshot.isEmpty())
        leaveAfterScreenshot(window, options->screenshot, !options->files.isEmpty());
    if (options->files.isEmpty())
        window.restoreSession();
    else
        window.openArguments(options->files);
    return QApplication::exec();
}

} // namespace jackfield
