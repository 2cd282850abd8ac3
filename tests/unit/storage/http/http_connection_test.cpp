// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// How connections behave over time: order, deadlines, pressure, and both ends leaving.
#include "storage/http/http_server.h"
#include "tests/support/service/raw_client.h"
#include "tests/support/service/scripted_http_service.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QElapsedTimer>
#include <QTest>

#include <sys/resource.h>

namespace jackfield::http_connection_test {

using namespace Qt::Literals::StringLiterals;

class HttpConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void answersPipelinedRequestsInOrder();
    void readsNothingWhileAnAnswerWaits();
    void continuesOnlyWhatIsAdmitted();
    void cutsASlowHeader();
    void cutsASlowBody();
    void closesIdleConnections();
    void closesClientsThatDoNotRead();
    void slowsDownClientsThatPipelineWithoutReading();
    void turnsAwayConnectionsOverTheLimit();
    void survivesMoreConnectionsThanItAdmits();
    void survivesRunningOutOfDescriptors();
    void answersHalfClosedClients_data();
    void answersHalfClosedClients();
    void survivesResetsInTheMiddleOfABody();
    void dropsAnswersForClientsThatLeft();
    void answers500WhenTheServiceForgets();
    void answersOnlyOnce();
    void streamsInChunks();
    void streamsToHttp10UntilTheEnd();
    void streamsNothingToHead();
    void noticesThatAStreamingClientLeft();
    void cutsOffStreamsThatAreNotRead();
    void sendsLargeBodiesWhole();
    void refusesOtherAddresses();
    void namesABusyPort();
    void finishesAnswersBeforeItCloses();
    void closesInTimeWhenAnAnswerNeverComes();
    void survivesItsServiceAnsweringAfterIt();

private:
    HttpServer &serve(const HttpLimits &limits = {})
    {
        m_server = std::make_unique<HttpServer>(m_service, limits);
        [[maybe_unused]] const auto listening = m_server->listen(QHostAddress::LocalHost, 0);
        Q_ASSERT(listening);
        return *m_server;
    }
    QByteArray get(const QByteArray &path, const QByteArray &headers = {}) const
    {
        return "GET " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\n" + headers
            + "\r\n";
    }
    QByteArray post(const QByteArray &headers, const QByteArray &body = {}) const
    {
        return "POST /things HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\n" + headers
            + "\r\n" + body;
    }
    bool isAlive()
    {
        RawClient client(m_server->port());
        client.send(get("/alive"));
        const auto response = client.response();
        return response && response->status == 200;
    }

    ScriptedHttpService m_service;
    std::unique_ptr<HttpServer> m_server;
};

void HttpConnectionTest::init()
{
    m_service = {};
}

void HttpConnectionTest::cleanup()
{
    m_service = {};
    m_server.reset();
}

void HttpConnectionTest::answersPipelinedRequestsInOrder()
{
    serve();
    RawClient client(m_server->port());
    QByteArray requests;
    for (int i = 0; i < 200; ++i)
        requests += i % 20 == 0 ? get("/later") : get("/n/" + QByteArray::number(i));
    client.send(requests);
    for (int i = 0; i < 200; ++i) {
        if (i % 20 == 0) {
            QTRY_COMPARE(m_service.waiting.size(), i / 20 + 1);
            QCOMPARE(m_service.handled.size(), i + 1);
            m_service.waiting.last().respond({.body = "later"});
        }
        const auto response = client.response();
        QVERIFY(response);
        QVERIFY(response->body.contains(i % 20 == 0 ? "later"_ba : "n|" + QByteArray::number(i) + "\""));
    }
}

void HttpConnectionTest::readsNothingWhileAnAnswerWaits()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/later"));
    QTRY_COMPARE(m_service.waiting.size(), 1);
    // More than the kernel holds: a server that read on would take it all.
    client.send(post("Content-Length: 15000000\r\n", QByteArray(15'000'000, 'x')));
    QVERIFY(!QTest::qWaitFor([&] { return client.socket().bytesToWrite() == 0; }, 500));
    m_service.waiting.first().respond({});
    for (int answer = 0; answer < 2; ++answer) {
        const auto response = client.response(false, 30'000);
        QVERIFY(response);
        QCOMPARE(response->status, 200);
    }
    QCOMPARE(m_service.handled.last().body.size(), 15'000'000);
}

void HttpConnectionTest::continuesOnlyWhatIsAdmitted()
{
    serve();
    RawClient client(m_server->port());
    client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n"));
    QCOMPARE(client.response()->status, 100);
    QVERIFY(m_service.handled.isEmpty());
    client.send("{}");
    QCOMPARE(client.response()->status, 200);
    QCOMPARE(m_service.handled.last().body, "{}"_ba);

    client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n", "{}"));
    QCOMPARE(client.response()->status, 200); // the body was there: nothing to ask for

    client.send(post("Expect: 100-continue\r\nContent-Length: 2\r\n").replace("/things", "/refused"));
    QCOMPARE(client.response()->status, 401);
    QVERIFY(client.waitForClose());

    RawClient large(m_server->port());
    large.send(post("Expect: 100-continue\r\nContent-Length: 99999999\r\n"));
    QCOMPARE(large.response()->status, 413);
}

void HttpConnectionTest::cutsASlowHeader()
{
    serve({.headerSeconds = 1});
    RawClient client(m_server->port());
    QElapsedTimer timer;
    timer.start();
    client.send("GET / HTTP/1.1\r\nX-A: ");
    std::optional<RawResponse> response;
    while (!response && timer.elapsed() < 5000) {
        client.send("a"); // the deadline is for all of it, a byte now and then does not move it
        response = client.response(false, 50);
    }
    QVERIFY(response);
    QCOMPARE(response->status, 408);
    QVERIFY(timer.elapsed() >= 900);
    QVERIFY(client.waitForClose());
}

void HttpConnectionTest::cutsASlowBody()
{
    serve({.bodySeconds = 1});
    RawClient client(m_server->port());
    client.send(post("Content-Length: 1000\r\n", "{"));
    QElapsedTimer timer;
    timer.start();
    std::optional<RawResponse> response;
    while (!response && timer.elapsed() < 5000) {
        client.send(" ");
        response = client.response(false, 50);
    }
    QVERIFY(response);
    QCOMPARE(response->status, 408);
    QVERIFY(client.waitForClose());
    QVERIFY(m_service.handled.isEmpty());
}

void HttpConnectionTest::closesIdleConnections()
{
    serve({.idleSeconds = 1});
    RawClient fresh(m_server->port());
    RawClient used(m_server->port());
    RawClient waiting(m_server->port());
    used.send(get("/"));
    QVERIFY(used.response());
    waiting.send(get("/later"));
    QVERIFY(fresh.waitForClose());
    QVERIFY(used.waitForClose());
    QCOMPARE(fresh.unread() + used.unread(), QByteArray());
    QVERIFY(waiting.isOpen());
    m_service.waiting.first().respond({});
    QVERIFY(waiting.response());
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void HttpConnectionTest::closesClientsThatDoNotRead()
{
    serve({.writeStallSeconds = 1});
    RawClient client(m_server->port());
    client.stopReading();
    client.send(get("/big/50000000"));
    QTRY_COMPARE(m_server->connectionCount(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(m_server->connectionCount(), 0, 5000);
}

void HttpConnectionTest::slowsDownClientsThatPipelineWithoutReading()
{
    serve();
    RawClient client(m_server->port());
    client.stopReading();
    client.send(get("/big/100000").repeated(1000));
    QVERIFY(!QTest::qWaitFor([&] { return m_service.handled.size() >= 500; }, 500));
    client.socket().setReadBufferSize(0);
    for (int i = 0; i < 1000; ++i) {
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->body.size(), 100'000);
    }
}

void HttpConnectionTest::turnsAwayConnectionsOverTheLimit()
{
    serve({.connections = 2});
    RawClient first(m_server->port());
    RawClient second(m_server->port());
    QTRY_COMPARE(m_server->connectionCount(), 2);
    RawClient third(m_server->port());
    third.send(get("/"));
    const auto response = third.response();
    QVERIFY(response);
    QCOMPARE(response->status, 503);
    QCOMPARE(response->header("retry-after"), "1"_ba);
    QVERIFY(third.waitForClose());
    QVERIFY(m_service.handled.isEmpty());
    first.abort();
    QTRY_COMPARE(m_server->connectionCount(), 1);
    QVERIFY(isAlive());
}

void HttpConnectionTest::survivesMoreConnectionsThanItAdmits()
{
    serve();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 450; ++i)
        clients.push_back(std::make_unique<RawClient>(m_server->port()));
    QTRY_COMPARE(m_server->connectionCount(), 256);
    clients.clear();
    QTRY_COMPARE(m_server->connectionCount(), 0);
    QVERIFY(isAlive());
}

void HttpConnectionTest::survivesRunningOutOfDescriptors()
{
    serve();
    rlimit before{};
    ::getrlimit(RLIMIT_NOFILE, &before);
    {
        std::vector<std::unique_ptr<RawClient>> clients;
        for (int i = 0; i < 25; ++i)
            clients.push_back(std::make_unique<RawClient>(m_server->port()));
        // Room for ten of the 25 that wait in the backlog.
        const auto newest = static_cast<rlim_t>(clients.back()->socket().socketDescriptor());
        const rlimit few{.rlim_cur = newest + 11, .rlim_max = before.rlim_max};
        ::setrlimit(RLIMIT_NOFILE, &few);
        QTRY_COMPARE(m_server->connectionCount(), 10);
    }
    ::setrlimit(RLIMIT_NOFILE, &before);
    QVERIFY(isAlive());
}

void HttpConnectionTest::answersHalfClosedClients_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::newRow("at once") << "/"_ba;
    QTest::newRow("later") << "/later"_ba;
    QTest::newRow("large") << "/big/20000000"_ba;
}

void HttpConnectionTest::answersHalfClosedClients()
{
    QFETCH(QByteArray, path);
    serve();
    RawClient client(m_server->port());
    client.send(get("/first") + get(path));
    client.shutDownWriting();
    QVERIFY(client.response());
    if (path == "/later") {
        QTRY_COMPARE(m_service.waiting.size(), 1);
        QTest::qWait(50);
        m_service.waiting.first().respond({.body = "late"});
    }
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, 200);
    QVERIFY(client.waitForClose());
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void HttpConnectionTest::survivesResetsInTheMiddleOfABody()
{
    serve();
    for (int i = 0; i < 20; ++i) {
        RawClient client(m_server->port());
        client.send(post("Content-Length: 1000\r\n", "{\"na"));
        QTRY_VERIFY(m_server->connectionCount() > 0);
        client.abort();
    }
    QTRY_COMPARE(m_server->connectionCount(), 0);
    QVERIFY(isAlive());
}

void HttpConnectionTest::dropsAnswersForClientsThatLeft()
{
    serve();
    {
        RawClient client(m_server->port());
        client.send(get("/later"));
        QTRY_COMPARE(m_service.waiting.size(), 1);
        client.abort();
    }
    m_service.waiting.first().respond({.body = QByteArray(1'000'000, 'x')});
    QTRY_COMPARE(m_server->connectionCount(), 0);
    RawClient client(m_server->port());
    client.send(get("/stream"));
    QTRY_COMPARE(m_service.streams.size(), 1);
    client.abort();
    QTRY_COMPARE(m_server->connectionCount(), 0);
    QVERIFY(!m_service.streams.first()->isOpen());
    m_service.streams.first()->write("nobody");
    m_service.streams.first()->close();
}

void HttpConnectionTest::answers500WhenTheServiceForgets()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/forget") + get("/"));
    QCOMPARE(client.response()->status, 500);
    QCOMPARE(client.response()->status, 200);
}

void HttpConnectionTest::answersOnlyOnce()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/later") + get("/later"));
    QTRY_COMPARE(m_service.waiting.size(), 1);
    m_service.waiting.first().respond({.body = "one"});
    QTRY_COMPARE(m_service.waiting.size(), 2);
    m_service.waiting.first().respond({.body = "again"}); // must not become the answer to the second request
    m_service.waiting.last().respond({.body = "two"});
    QCOMPARE(client.response()->body, "one"_ba);
    QCOMPARE(client.response()->body, "two"_ba);
    QVERIFY(!client.response(false, 100));
}

void HttpConnectionTest::streamsInChunks()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/stream") + get("/after"));
    QTRY_COMPARE(m_service.streams.size(), 1);
    const auto stream = m_service.streams.first();
    stream->write("event: a\n\n");
    QTRY_VERIFY(client.unread().endsWith("a\r\nevent: a\n\n\r\n"));
    stream->write({});
    stream->write("event: b\n\n");
    QVERIFY(stream->isOpen());
    stream->close();
    QVERIFY(!stream->isOpen());
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->header("transfer-encoding"), "chunked"_ba);
    QCOMPARE(response->header("content-type"), "text/event-stream"_ba);
    QCOMPARE(response->body, "event: a\n\nevent: b\n\n"_ba);
    QCOMPARE(client.response()->status, 200); // the request behind it
    stream->write("too late");
    QVERIFY(!client.response(false, 100));
}

void HttpConnectionTest::streamsToHttp10UntilTheEnd()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/stream", "Connection: keep-alive\r\n").replace("HTTP/1.1", "HTTP/1.0"));
    QTRY_COMPARE(m_service.streams.size(), 1);
    m_service.streams.first()->write("event: a\n\n");
    m_service.streams.clear(); // letting go ends it
    QVERIFY(client.waitForClose());
    const auto response = client.response();
    QVERIFY(response);
    QVERIFY(!response->hasHeader("transfer-encoding"));
    QCOMPARE(response->body, "event: a\n\n"_ba);
}

void HttpConnectionTest::streamsNothingToHead()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/stream").replace("GET", "HEAD") + get("/"));
    QCOMPARE(client.response(true)->status, 200);
    QCOMPARE(client.response()->status, 200);
    QVERIFY(!m_service.streams.first()->isOpen());
}

void HttpConnectionTest::noticesThatAStreamingClientLeft()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/stream"));
    QTRY_COMPARE(m_service.streams.size(), 1);
    QVERIFY(m_service.streams.first()->isOpen());
    client.socket().disconnectFromHost();
    QTRY_VERIFY(!m_service.streams.first()->isOpen());
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void HttpConnectionTest::cutsOffStreamsThatAreNotRead()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/stream"));
    QTRY_COMPARE(m_service.streams.size(), 1);
    client.stopReading();
    const auto stream = m_service.streams.first();
    qint64 written = 0;
    for (; stream->isOpen() && written < 100'000'000; written += 1'000'000) {
        stream->write(QByteArray(1'000'000, 'x'));
        QCoreApplication::processEvents();
    }
    QVERIFY(written < 40'000'000);
    QTRY_COMPARE(m_server->connectionCount(), 0);
}

void HttpConnectionTest::sendsLargeBodiesWhole()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/big/60000000") + get("/big/3"));
    const auto response = client.response(false, 20'000);
    QVERIFY(response);
    QCOMPARE(response->body.size(), 60'000'000);
    QCOMPARE(client.response()->body, "xxx"_ba);
}

void HttpConnectionTest::refusesOtherAddresses()
{
    HttpServer server(m_service);
    const auto result = server.listen(QHostAddress::Any, 0);
    COMPARE_ERROR(result, "not_loopback"_ba);
    QCOMPARE(server.address(), QString());
    QVERIFY(!server.listen(QHostAddress(u"192.0.2.1"_s), 0));
}

void HttpConnectionTest::namesABusyPort()
{
    serve();
    QCOMPARE(m_server->address(), u"http://127.0.0.1:%1"_s.arg(m_server->port()));
    HttpServer other(m_service);
    const auto result = other.listen(QHostAddress::LocalHost, m_server->port());
    COMPARE_ERROR(result, "port_in_use"_ba);
    QVERIFY(result.error().message.contains(QString::number(m_server->port())));
}

void HttpConnectionTest::finishesAnswersBeforeItCloses()
{
    serve();
    RawClient idle(m_server->port());
    RawClient waiting(m_server->port());
    RawClient streaming(m_server->port());
    RawClient late(m_server->port());
    waiting.send(get("/later"));
    streaming.send(get("/stream"));
    QTRY_VERIFY(m_service.waiting.size() == 1 && m_service.streams.size() == 1 && m_server->connectionCount() == 4);
    bool done = false;
    m_server->close([&] { done = true; });
    QVERIFY(!done);
    QVERIFY(idle.waitForClose());
    QCOMPARE(streaming.response()->body, QByteArray());
    m_service.waiting.first().respond({.body = "finished"});
    const auto response = waiting.response();
    QVERIFY(response);
    QCOMPARE(response->body, "finished"_ba);
    QCOMPARE(response->header("connection"), "close"_ba);
    QTRY_VERIFY(done);
    QCOMPARE(m_server->connectionCount(), 0);
    RawClient refused(m_server->port());
    QVERIFY(!refused.isOpen());
}

void HttpConnectionTest::closesInTimeWhenAnAnswerNeverComes()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/later"));
    QTRY_COMPARE(m_service.waiting.size(), 1);
    QElapsedTimer timer;
    timer.start();
    bool done = false;
    m_server->close([&] { done = true; });
    QTRY_VERIFY_WITH_TIMEOUT(done, 4000);
    QVERIFY(timer.elapsed() < 2900);

    serve();
    done = false;
    m_server->close([&] { done = true; });
    QTRY_VERIFY(done);
}

void HttpConnectionTest::survivesItsServiceAnsweringAfterIt()
{
    serve();
    RawClient client(m_server->port());
    client.send(get("/later"));
    RawClient streaming(m_server->port());
    streaming.send(get("/stream"));
    QTRY_VERIFY(m_service.waiting.size() == 1 && m_service.streams.size() == 1);
    m_server.reset();
    m_service.waiting.first().respond({});
    m_service.streams.first()->write("x");
    QVERIFY(!m_service.streams.first()->isOpen());
    QVERIFY(client.waitForClose());
}

JACKFIELD_TEST(HttpConnectionTest)

} // namespace jackfield::http_connection_test

#include "http_connection_test.moc"
