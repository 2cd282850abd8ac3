// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// bench_window [--nodes N] [--places own|none|one]: how long the window does not answer while it opens a large flow.
// `own`: each node has its place, `none`: no node has one, `one`: all lie in the same.
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/json_reader.h"
#include "tests/bench/support/canvas_workload.h"
#include "tests/bench/support/timing.h"
#include "tests/support/service/temporary_workbench.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace jackfield;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLookMilliseconds = 20;
constexpr int kSettleMilliseconds = 500; // for the frames after the last answer

Json flow(int nodes, const QByteArray &places)
{
    static const QRegularExpression place(u"\"position\":{[^}]*},"_s);
    QString text = QString::fromUtf8(bench::chatbotFile(nodes));
    if (places != "own")
        text.replace(place, places == "none" ? u""_s : u"\"position\":{\"x\":0,\"y\":0},"_s);
    return parseJson(text.toUtf8(), JsonLimits::forFiles()).value();
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    const int nodes = int(bench::optionValue(argc, argv, "--nodes", 10'000));
    const QByteArray places = bench::optionText(argc, argv, "--places", "own");
    TemporaryWorkbench workbench;
    const FlowId id = workbench.create("chatbot", u"Large"_s, flow(nodes, places)).summary.id;
    MainWindow window(*workbench, QPalette());
    window.resize(1440, 900);
    window.show();

    // A timer that wants to be called every millisecond tells when the window could not.
    QElapsedTimer sinceBeat;
    qint64 longest = 0;
    QTimer beat;
    QObject::connect(&beat, &QTimer::timeout, &window, [&] { longest = std::max(longest, sinceBeat.restart()); });

    QElapsedTimer opening;
    qint64 shown = 0;
    QTimer look;
    QObject::connect(&look, &QTimer::timeout, &window, [&] {
        const FlowEditor *editor = window.editor(id);
        if (!editor || window.currentEditor()->canvas().isArranging() || !editor->isChecked())
            return;
        look.stop();
        shown = opening.elapsed();
        QTimer::singleShot(kSettleMilliseconds, &application, &QCoreApplication::quit);
    });
    QTimer::singleShot(kSettleMilliseconds, &window, [&] {
        sinceBeat.start();
        beat.start(1);
        opening.start();
        window.openFlow(id);
        look.start(kLookMilliseconds);
    });
    QApplication::exec();
    std::printf(
        R"({"bench":"window","nodes":%d,"places":"%s","op":"open","shown_ms":%lld,"longest_stop_ms":%lld})"
        "\n",
        nodes, places.constData(), static_cast<long long>(shown), static_cast<long long>(longest));
    return 0;
}
