// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/flow/flow_sync.h"
#include "app/desktop/widgets/when_done.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/json_reader.h"
#include "model/json/json_writer.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRandomGenerator>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

namespace jackfield::desktop_sync_test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPromiseMilliseconds = 200; // the test allows five times as much, for busy machines

JsonEdits setText(int node, const QByteArray &text)
{
    return {JsonEdit::set(JsonPointer("/nodes/" + QByteArray::number(node) + "/data/text"), Json::string(text))};
}

QByteArray textOf(const Json &content, int node)
{
    return content["nodes"].at(node)["data"]["text"].toUtf8();
}

} // namespace

class DesktopSyncTest : public QObject
{
    Q_OBJECT

private slots:
    void patchOverHttpIsPaintedAsOneUndoStep();
    void mouseDragIsInTheNextAnswer();
    void editsFromBothSidesLoseNone();
    void changesSurviveTheNextStart();
    void deletedElsewhereIsSaidAndKept();
    void answersForAClosedWindowAreDropped();
    void answersReachOnlyWhoIsStillThere();

private:
    FlowEditor *openFlow(MainWindow &window, const FlowId &id);
    QByteArray
    http(TemporaryWorkbench &workbench, const QByteArray &method, const QByteArray &path, const QByteArray &body = {});

    QNetworkAccessManager m_network;
    QByteArray m_key;
};

FlowEditor *DesktopSyncTest::openFlow(MainWindow &window, const FlowId &id)
{
    window.openFlow(id);
    (void)QTest::qWaitFor([&] { return window.editor(id) != nullptr; });
    return window.editor(id);
}

QByteArray DesktopSyncTest::http(
    TemporaryWorkbench &workbench, const QByteArray &method, const QByteArray &path, const QByteArray &body)
{
    QNetworkRequest request(QUrl(workbench.address() + QString::fromUtf8(path)));
    request.setRawHeader("Authorization", "Bearer " + m_key);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = m_network.sendCustomRequest(request, method, body);
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
    reply->deleteLater();
    return reply->readAll();
}

void DesktopSyncTest::patchOverHttpIsPaintedAsOneUndoStep()
{
    TemporaryWorkbench workbench;
    m_key = workbench.makeKey();
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(5));
    MainWindow window(*workbench, QPalette());
    window.show();
    FlowEditor *editor = openFlow(window, flow.summary.id);
    QVERIFY(editor);
    Json changed = flow.state.content;
    VERIFY_OK(applyEdits(changed, setText(2, "From curl")));

    QElapsedTimer clock;
    clock.start();
    http(workbench, "PATCH", "/v1/chatbots/bot_" + flow.summary.id.utf8, R"({"draft":)" + writeJson(changed) + "}");
    QTRY_COMPARE(textOf(editor->document().content(), 2), QByteArray("From curl"));
    qInfo("request sent to window changed: %lld ms", static_cast<long long>(clock.elapsed()));
    QVERIFY2(clock.elapsed() < kPromiseMilliseconds * 5, qPrintable(QString::number(clock.elapsed())));
    QCOMPARE(editor->document().undoStack()->count(), 1);
    QCOMPARE(editor->sync().state(), FlowSync::State::Saved);

    editor->document().undoStack()->undo();
    QTRY_COMPARE(textOf(workbench.read(flow.summary.id).state.content, 2), QByteArray("Message 2"));
}

void DesktopSyncTest::mouseDragIsInTheNextAnswer()
{
    TemporaryWorkbench workbench;
    m_key = workbench.makeKey();
    Json content = TemporaryWorkbench::chain(2);
    for (int i = 0; i < 2; ++i) {
        const Json place
            = Json::object({member("x", Json::number(qint64(i * 300))), member("y", Json::number(qint64(0)))});
        VERIFY_OK(applyEdits(
            content, {JsonEdit::insert(JsonPointer("/nodes/" + QByteArray::number(i) + "/position"), place)}));
    }
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, content);
    MainWindow window(*workbench, QPalette());
    window.resize(1440, 900);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    FlowEditor *editor = openFlow(window, flow.summary.id);
    QVERIFY(editor);
    CanvasView &canvas = editor->canvas();
    canvas.resetZoom();
    canvas.centreOn(NodeId("n1"));

    const QPoint from = canvas.toView(canvas.scene().nodeRect(NodeId("n1")).center()).toPoint();
    QTest::mousePress(canvas.viewport(), Qt::LeftButton, {}, from);
    QTest::mouseMove(canvas.viewport(), from + QPoint(20, 10));
    QTest::mouseMove(canvas.viewport(), from + QPoint(80, 48));
    QTest::mouseRelease(canvas.viewport(), Qt::LeftButton, {}, from + QPoint(80, 48));
    QCOMPARE(editor->document().undoStack()->count(), 1);
    QElapsedTimer clock;
    clock.start();
    QTRY_COMPARE(editor->sync().state(), FlowSync::State::Saved);

    const Result<Json> answer = parseJson(http(workbench, "GET", "/v1/chatbots/bot_" + flow.summary.id.utf8));
    qInfo("drag released to answer read: %lld ms", static_cast<long long>(clock.elapsed()));
    VERIFY_OK(answer);
    const Json &place = (*answer)["draft"]["nodes"].at(1)["position"];
    QCOMPARE(place["x"].toDouble(), 384.0); // 300 + 80 on the grid of 8
    QCOMPARE(place["y"].toDouble(), 48.0);
}

void DesktopSyncTest::editsFromBothSidesLoseNone()
{
    constexpr int kNodes = 40;
    constexpr int kEdits = 1000;
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(kNodes));
    MainWindow window(*workbench, QPalette());
    FlowEditor *editor = openFlow(window, flow.summary.id);
    QVERIFY(editor);

    QRandomGenerator random(7);
    QHash<int, QByteArray> expected;
    for (int i = 0; i < kEdits; ++i) {
        const QByteArray text = "edit " + QByteArray::number(i);
        // The window edits even nodes, the outside odd ones: each last edit of a node must be there at the end.
        if (random.bounded(2) == 0) {
            const int node = 2 + 2 * random.bounded((kNodes - 2) / 2);
            VERIFY_OK(editor->document().apply({.content = setText(node, text)}, u"Edit"_s));
            expected[node] = text;
        } else {
            const int node = 1 + 2 * random.bounded(kNodes / 2);
            VERIFY_OK(workbench.commitFromOutside(flow.summary.id, setText(node, text)));
            expected[node] = text;
        }
    }
    QTRY_VERIFY_WITH_TIMEOUT(!editor->sync().hasUnstoredEdits(), 20'000);
    const Json stored = workbench.read(flow.summary.id).state.content;
    for (auto it = expected.cbegin(); it != expected.cend(); ++it)
        QCOMPARE(textOf(stored, it.key()), it.value());
    QTRY_COMPARE(writeJson(editor->document().content()), writeJson(stored));
}

void DesktopSyncTest::changesSurviveTheNextStart()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    {
        MainWindow window(*workbench, QPalette());
        FlowEditor *editor = openFlow(window, flow.summary.id);
        QVERIFY(editor);
        VERIFY_OK(editor->document().apply({.content = setText(1, "kept")}, u"Edit"_s));
        window.close();
    }
    workbench.reopen();
    QCOMPARE(textOf(workbench.read(flow.summary.id).state.content, 1), QByteArray("kept"));
    MainWindow window(*workbench, QPalette());
    window.restoreSession();
    QTRY_VERIFY(window.editor(flow.summary.id));
    QCOMPARE(window.currentEditor(), window.editor(flow.summary.id));
}

void DesktopSyncTest::deletedElsewhereIsSaidAndKept()
{
    TemporaryWorkbench workbench;
    m_key = workbench.makeKey();
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    MainWindow window(*workbench, QPalette());
    window.show();
    FlowEditor *editor = openFlow(window, flow.summary.id);
    QVERIFY(editor);
    http(workbench, "DELETE", "/v1/chatbots/bot_" + flow.summary.id.utf8);
    QTRY_VERIFY(editor->findChild<QWidget *>(u"messageBar"_s)->isVisible());
    QVERIFY(window.editor(flow.summary.id));
    QCOMPARE(editor->document().graph().nodes().size(), 3);
}

void DesktopSyncTest::answersForAClosedWindowAreDropped()
{
    TemporaryWorkbench workbench;
    const FlowRecord flow = workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
    for (int round = 0; round < 3; ++round) {
        QSemaphore served; // what the window asks waits behind this
        const auto held = workbench->call([&served](FlowService &) { served.acquire(); });
        auto window = std::make_unique<MainWindow>(*workbench, QPalette());
        window->openFlow(flow.summary.id);
        window.reset();
        served.release();
        const auto after = workbench->call([](FlowService &service) { return service.workspaces().all().size(); });
        QTRY_VERIFY(after.isFinished());
    }
    QCOMPARE(workbench.read(flow.summary.id).state.content, flow.state.content);
}

void DesktopSyncTest::answersReachOnlyWhoIsStillThere()
{
    QStringList heard;
    QPromise<int> number;
    QPromise<void> nothing;
    QPromise<int> broken;
    number.start();
    nothing.start();
    auto gone = std::make_unique<QObject>();
    QObject here;
    whenDone(number.future(), gone.get(), [&heard](int) { heard << u"gone"_s; });
    whenDone(number.future(), &here, [&heard](int value) { heard << QString::number(value); });
    whenDone(nothing.future(), &here, [&heard] { heard << u"nothing"_s; });
    whenDone(broken.future(), &here, [&heard](int) { heard << u"broken"_s; });
    gone.reset();
    number.addResult(7);
    broken.start();
    broken.finish();
    number.finish();
    nothing.finish();
    QTRY_COMPARE(heard, QStringList({u"7"_s, u"nothing"_s}));
    QCoreApplication::processEvents();
    QCOMPARE(heard.size(), 2);
    QCOMPARE(here.findChildren<QFutureWatcherBase *>().size(), 0); // deferred deletes ran
}

JACKFIELD_TEST(DesktopSyncTest)

} // namespace jackfield::desktop_sync_test

#include "desktop_sync_test.moc"
