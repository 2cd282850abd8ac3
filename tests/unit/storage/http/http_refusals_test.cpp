// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Raw requests and what becomes of them, over a real socket.
#include "storage/http/http_server.h"
#include "tests/support/service/raw_client.h"
#include "tests/support/service/scripted_http_service.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::http_refusals_test {

using namespace Qt::Literals::StringLiterals;

class HttpRefusalsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void answersRawRequest_data();
    void answersRawRequest();
    void keepsTheConnectionAfterSoundRequests();
    void givesTheSameAnswerForEverySplit_data();
    void givesTheSameAnswerForEverySplit();
    void refusesOtherWebSites_data();
    void refusesOtherWebSites();
    void carriesSafetyHeadersOnEveryAnswer_data();
    void carriesSafetyHeadersOnEveryAnswer();
    void echoesSaneRequestIds_data();
    void echoesSaneRequestIds();
    void servesNothingAfterAmbiguousFraming();
    void letsTheClientReadARefusalWhileItStillSends();

private:
    QByteArray host() const { return "Host: 127.0.0.1:" + QByteArray::number(m_server->port()) + "\r\n"; }
    QByteArray filled(QByteArray raw) const
    {
        return raw.replace("@HOST", host()).replace("@PORT", QByteArray::number(m_server->port()));
    }
    QByteArray post(const QByteArray &headers, const QByteArray &body) const
    {
        return "POST /things HTTP/1.1\r\n@HOST" + headers + "\r\n" + body;
    }

    ScriptedHttpService m_service;
    std::unique_ptr<HttpServer> m_server;
};

void HttpRefusalsTest::initTestCase()
{
    m_server = std::make_unique<HttpServer>(m_service, HttpLimits{.bodyBytes = 100'000});
    VERIFY_OK(m_server->listen(QHostAddress::LocalHost, 0));
}

void HttpRefusalsTest::answersRawRequest_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("stays");
    const auto row = [](const char *name, const QByteArray &raw, int status, bool stays = false) {
        QTest::newRow(name) << raw << status << stays;
    };
    const auto get = [](const QByteArray &target, const QByteArray &headers = {}) {
        return "GET " + target + " HTTP/1.1\r\n@HOST" + headers + "\r\n";
    };
    // Sound ones.
    row("GET", get("/"), 200, true);
    row("HTTP/1.0", "GET / HTTP/1.0\r\n@HOST\r\n", 200);
    row("HTTP/1.0 keep-alive", "GET / HTTP/1.0\r\n@HOSTConnection: keep-alive\r\n\r\n", 200, true);
    row("Connection: close", get("/", "Connection: close\r\n"), 200);
    row("Connection: Close in a list", get("/", "Connection: foo, Close\r\n"), 200);
    row("one empty line before", "\r\n" + get("/"), 200, true);
    row("localhost", "GET / HTTP/1.1\r\nHost: LocalHost:@PORT\r\n\r\n", 200, true);
    row("[::1]", "GET / HTTP/1.1\r\nHost: [::1]:@PORT\r\n\r\n", 200, true);
    row("absolute form", "GET http://127.0.0.1:@PORT/a HTTP/1.1\r\n@HOST\r\n", 200, true);
    row("POST", post("Content-Length: 2\r\n", "{}"), 200, true);
    row("PUT", "PUT /a HTTP/1.1\r\n@HOSTContent-Length: 0\r\n\r\n", 200, true);
    row("PATCH", "PATCH /a HTTP/1.1\r\n@HOSTContent-Length: 1\r\n\r\n1", 200, true);
    row("DELETE", "DELETE /a HTTP/1.1\r\n@HOST\r\n", 200, true);
    row("OPTIONS", "OPTIONS /a HTTP/1.1\r\n@HOST\r\n", 200, true);
    row("chunked", post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\n\r\n"), 200, true);
    row("CHUNKED", post("Transfer-Encoding: CHUNKED\r\n", "2\r\n{}\r\n0\r\n\r\n"), 200, true);
    row("chunk extension", post("Transfer-Encoding: chunked\r\n", "2;a=b\r\n{}\r\n0\r\n\r\n"), 200, true);
    row("trailer", post("Transfer-Encoding: chunked\r\n", "2\r\n{}\r\n0\r\nX-Sum: 1\r\n\r\n"), 200, true);
    row("escape", get("/a%20b/%C3%A9?q=a+b%26c&x"), 200, true);
    row("latin-1 in a header value", get("/", "X-Name: caf\xe9\r\n"), 200, true);
    row("tab in a header value", get("/", "X-Name: a\tb\r\n"), 200, true);
    row("100 header fields", get("/", QByteArray("X: 1\r\n").repeated(99)), 200, true);
    row("long id", get("/things/" + QByteArray(5000, 'i')), 200, true);
    // The request line.
    row("TLS hello", QByteArray("\x16\x03\x01\x02\x00\x01garbage\r\n\r\n", 17), 400);
    row("garbage without an end", "{\"a\":", 400);
    row("many empty lines", QByteArray("\r\n").repeated(2000), 400);
    row("HTTP/0.9", "GET /\r\n", 400);
    row("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 505);
    row("version 9.9", "GET / HTTP/9.9\r\n@HOST\r\n", 505);
    row("version 1.2", "GET / HTTP/1.2\r\n@HOST\r\n", 505);
    row("version http/1.1", "GET / http/1.1\r\n@HOST\r\n", 400);
    row("version HTTP/11", "GET / HTTP/11\r\n@HOST\r\n", 400);
    row("two spaces", "GET  / HTTP/1.1\r\n@HOST\r\n", 400);
    row("tab for a space", "GET\t/ HTTP/1.1\r\n@HOST\r\n", 400);
    row("space at the end", "GET / HTTP/1.1 \r\n@HOST\r\n", 400);
    row("bare LF", "GET / HTTP/1.1\n@HOST\r\n", 400);
    row("unknown method", "BREW / HTTP/1.1\r\n@HOST\r\n", 501);
    row("lower-case method", "get / HTTP/1.1\r\n@HOST\r\n", 501);
    row("TRACE", "TRACE / HTTP/1.1\r\n@HOSTX-Probe: echo-me\r\n\r\n", 501);
    row("CONNECT", "CONNECT 127.0.0.1:22 HTTP/1.1\r\n@HOST\r\n", 501);
    row("method of 9000", QByteArray(9000, 'A') + " / HTTP/1.1\r\n@HOST\r\n", 414);
    row("target of 100 kB", get("/?q=" + QByteArray(100'000, 'a')), 414);
    row("target without an end", "GET /" + QByteArray(9000, 'a'), 414);
    // Header lines.
    row("header of 1 MB", get("/", "X-Big: " + QByteArray(1 << 20, 'a') + "\r\n"), 431);
    row("header without an end", "GET / HTTP/1.1\r\n@HOSTX-Big: " + QByteArray(40'000, 'a'), 431);
    row("101 header fields", get("/", QByteArray("X: 1\r\n").repeated(100)), 431);
    row("no Host", "GET / HTTP/1.1\r\n\r\n", 400);
    row("no Host in 1.0", "GET / HTTP/1.0\r\n\r\n", 400);
    row("two Hosts", get("/", "Host: evil.example\r\n"), 400);
    row("bare CR in a value", get("/", "X-A: b\rc\r\n"), 400);
    row("bare LF after a header", get("/", "X-A: b\nX-B: c\r\n"), 400);
    row("obs-fold", get("/", "X-A: b\r\n c\r\n"), 400);
    row("NUL in a value", get("/", QByteArray("X-A: b\0c\r\n", 10)), 400);
    row("control in a value",
        get("/",
            "X-A: b\x01"
            "c\r\n"),
        400);
    row("DEL in a value", get("/", "X-A: b\x7f\r\n"), 400);
    row("space in a name", get("/", "X A: b\r\n"), 400);
    row("space before the colon", get("/", "X-A : b\r\n"), 400);
    row("empty name", get("/", ": b\r\n"), 400);
    row("no colon", get("/", "nocolon\r\n"), 400);
    row("space before the first header", "GET / HTTP/1.1\r\n X: y\r\n@HOST\r\n", 400);
    row("bytes above 127 in a name", get("/", "X-\xc3\xa9: b\r\n"), 400);
    // The length of the body.
    row("CL and TE", post("Content-Length: 2\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n{}"), 400);
    row("TE and CL", post("Transfer-Encoding: chunked\r\nContent-Length: 2\r\n", "0\r\n\r\n{}"), 400);
    row("two different CL", post("Content-Length: 2\r\nContent-Length: 3\r\n", "{}"), 400);
    row("two equal CL", post("Content-Length: 2\r\nContent-Length: 2\r\n", "{}"), 400);
    row("CL list", post("Content-Length: 2, 3\r\n", "{}"), 400);
    row("CL list of equals", post("Content-Length: 2, 2\r\n", "{}"), 400);
    row("CL negative", post("Content-Length: -1\r\n", "{}"), 400);
    row("CL plus", post("Content-Length: +2\r\n", "{}"), 400);
    row("CL hex", post("Content-Length: 0x2\r\n", "{}"), 400);
    row("CL empty", post("Content-Length: \r\n", "{}"), 400);
    row("CL letters", post("Content-Length: 2a\r\n", "{}"), 400);
    row("CL beyond 64 bits", post("Content-Length: 18446744073709551634\r\n", "{}"), 400);
    row("CL of 10 GB", post("Content-Length: 10737418240\r\n", "{"), 413);
    row("CL one over the limit", post("Content-Length: 100001\r\n", {}), 413);
    row("TE unknown", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), 501);
    row("TE identity", post("Transfer-Encoding: identity\r\n", "{}"), 501);
    row("TE gzip, chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), 501);
    row("TE twice", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"), 400);
    row("TE chunked, chunked", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), 501);
    row("TE space before the colon", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), 400);
    row("TE vertical tab",
        post(
            "Transfer-Encoding: \x0b"
            "chunked\r\n",
            "0\r\n\r\n"),
        400);
    row("TE in HTTP/1.0", "POST / HTTP/1.0\r\n@HOSTTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 400);
    row("chunk size junk", post("Transfer-Encoding: chunked\r\n", "zz\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size overflow", post("Transfer-Encoding: chunked\r\n", "FFFFFFFFFFFFFFFF1\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size negative", post("Transfer-Encoding: chunked\r\n", "-2\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size 0x", post("Transfer-Encoding: chunked\r\n", "0x2\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk size empty", post("Transfer-Encoding: chunked\r\n", "\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk without CR LF", post("Transfer-Encoding: chunked\r\n", "2\r\n{}XX0\r\n\r\n"), 400);
    row("chunk line with bare LF", post("Transfer-Encoding: chunked\r\n", "2\n{}\r\n0\r\n\r\n"), 400);
    row("chunk extension of 100 kB",
        post("Transfer-Encoding: chunked\r\n", "2;" + QByteArray(100'000, 'a') + "\r\n{}\r\n0\r\n\r\n"), 400);
    row("chunk line without an end", post("Transfer-Encoding: chunked\r\n", "2;" + QByteArray(6000, 'a')), 400);
    row("chunk over the limit", post("Transfer-Encoding: chunked\r\n", "186A1\r\n"), 413);
    row("chunks over the limit",
        post("Transfer-Encoding: chunked\r\n", "186A0\r\n" + QByteArray(100'000, ' ') + "\r\n1\r\n"), 413);
    row("trailer too long", post("Transfer-Encoding: chunked\r\n", "0\r\nX-Sum: " + QByteArray(3000, 'a') + "\r\n\r\n"),
        431);
    row("trailer with a length", post("Transfer-Encoding: chunked\r\n", "0\r\nContent-Length: 5\r\n\r\n"), 400);
    row("Expect something else", post("Expect: 200-ok\r\nContent-Length: 2\r\n", "{}"), 417);
    // The target.
    for (const char *target :
         {"*",
          "things",
          "/%00",
          "/%2e%2e/%2e%2e/etc/passwd",
          "/a/../b",
          "/.",
          "/%c0%ae%c0%ae/",
          "/%zz",
          "/%f",
          "/..\\..\\x",
          "/a%2fb",
          "/a%5Cb",
          "/%ff",
          "/x%0d%0aSet-Cookie:%20a=b",
          "/%7f",
          "/%c2%85",
          "/\xc3\xa9",
          "/#x",
          "/?q=%00",
          "/?q=%zz",
          "/?q=%ed%a0%80",
          "/{id}",
          "/<b>",
          "https://127.0.0.1/",
          "http://",
          "//..",
          "/%E2%82"})
        row(target, get(target), 400);
    row("raw space", get("/a b"), 400);
    row("absolute form of another host", get("http://evil.example/"), 421);
    row("absolute form with a user", get("http://127.0.0.1:@PORT@evil.example/"), 421);
}

void HttpRefusalsTest::answersRawRequest()
{
    QFETCH(QByteArray, raw);
    QFETCH(int, status);
    QFETCH(bool, stays);
    RawClient client(m_server->port());
    m_service.handled.clear();
    client.send(filled(raw));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, status);
    QCOMPARE(m_service.handled.size(), status == 200 ? 1 : 0);
    QVERIFY(!response->body.contains("echo-me"));
    if (stays) {
        client.send(filled("GET /again HTTP/1.1\r\n@HOST\r\n"));
        const auto second = client.response();
        QVERIFY(second);
        QCOMPARE(second->status, 200);
    } else {
        QCOMPARE(response->header("connection"), "close"_ba);
        QVERIFY(client.waitForClose());
        QCOMPARE(client.unread(), QByteArray());
    }
}

void HttpRefusalsTest::keepsTheConnectionAfterSoundRequests()
{
    RawClient client(m_server->port());
    for (int i = 0; i < 5; ++i) {
        client.send(filled("GET /refused HTTP/1.1\r\n@HOST\r\n"));
        const auto refused = client.response();
        QVERIFY(refused);
        QCOMPARE(refused->status, 401);
        client.send(filled("HEAD /things HTTP/1.1\r\n@HOST\r\n"));
        const auto head = client.response(true);
        QVERIFY(head);
        QCOMPARE(head->status, 200);
        QVERIFY(head->header("content-length").toInt() > 0);
        client.send(filled("GET /empty HTTP/1.1\r\n@HOST\r\n"));
        const auto empty = client.response();
        QVERIFY(empty);
        QCOMPARE(empty->status, 204);
        QVERIFY(!empty->hasHeader("content-length"));
        QVERIFY(!empty->hasHeader("content-type"));
    }
    // A body that nobody will read ends the connection.
    client.send(filled("POST /refused HTTP/1.1\r\n@HOSTContent-Length: 2\r\n\r\n"));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, 401);
    QCOMPARE(response->header("connection"), "close"_ba);
    QVERIFY(client.waitForClose());
}

void HttpRefusalsTest::givesTheSameAnswerForEverySplit_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("length") << post("Content-Length: 4\r\n", "abcd") << "abcd"_ba;
    QTest::newRow("chunked") << post("Transfer-Encoding: chunked\r\n", "2;x\r\nab\r\n2\r\ncd\r\n0\r\nX: y\r\n\r\n")
                             << "abcd"_ba;
    QTest::newRow("none") << "\r\nGET /things?a=b HTTP/1.1\r\n@HOST\r\n"_ba
                          << ""_ba;
}

void HttpRefusalsTest::givesTheSameAnswerForEverySplit()
{
    QFETCH(QByteArray, raw);
    QFETCH(QByteArray, body);
    const QByteArray bytes = filled(raw);
    RawClient client(m_server->port());
    for (qsizetype at = 1; at < bytes.size(); ++at) {
        client.send(bytes.first(at));
        QCoreApplication::processEvents();
        client.send(bytes.sliced(at));
        const auto response = client.response();
        QVERIFY2(response, QByteArray::number(at).constData());
        QCOMPARE(response->status, 200);
        QCOMPARE(m_service.handled.last().body, body);
        QCOMPARE(m_service.handled.last().path, "/things"_ba);
    }
}

void HttpRefusalsTest::refusesOtherWebSites_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<int>("status");
    for (const char *host :
         {"evil.example", "evil.example:@PORT", "127.0.0.1.evil.example:@PORT", "localhost.evil.example:@PORT",
          "0.0.0.0:@PORT", "169.254.169.254:@PORT", "127.0.0.1", "127.0.0.1:1", "127.0.0.1@evil.example",
          "evil.example#127.0.0.1:@PORT", "2130706433:@PORT", "localhost.:@PORT", "127.0.0.1:@PORT,evil.example"})
        QTest::newRow(host) << "Host: " + QByteArray(host) + "\r\n" << 421;
    QTest::newRow("empty Host") << "Host: \r\n"_ba << 400;
    for (const char *origin :
         {"https://evil.example", "null", "http://localhost.evil.example", "http://127.0.0.1:1", "file://",
          "http://evil.example:@PORT", "http://127.0.0.1:@PORT.evil.example", "chrome-extension://abc",
          "http://localhost:@PORT", "https://127.0.0.1:@PORT", "http://127.0.0.1:@PORT/",
          "http://127.0.0.1:@PORT http://evil.example"})
        QTest::newRow(origin) << "@HOSTOrigin: " + QByteArray(origin) + "\r\n" << 403;
    QTest::newRow("own origin and another")
        << "@HOSTOrigin: http://127.0.0.1:@PORT\r\nOrigin: https://evil.example\r\n"_ba << 403;
    QTest::newRow("own origin") << "@HOSTOrigin: http://127.0.0.1:@PORT\r\n"_ba << 200;
    for (const char *site : {"cross-site", "same-site", "CROSS-SITE", "unheard-of"})
        QTest::newRow(site) << "@HOSTSec-Fetch-Site: " + QByteArray(site) + "\r\n" << 403;
    QTest::newRow("none") << "@HOSTSec-Fetch-Site: none\r\n"_ba << 200;
    QTest::newRow("same-origin") << "@HOSTSec-Fetch-Site: same-origin\r\n"_ba << 200;
}

void HttpRefusalsTest::refusesOtherWebSites()
{
    QFETCH(QByteArray, headers);
    QFETCH(int, status);
    for (const QByteArray &method : {"GET"_ba, "POST"_ba, "OPTIONS"_ba}) {
        RawClient client(m_server->port());
        m_service.handled.clear();
        client.send(filled(method + " /things HTTP/1.1\r\n" + headers + "\r\n"));
        const auto response = client.response();
        QVERIFY(response);
        QCOMPARE(response->status, status);
        QCOMPARE(m_service.handled.size(), status == 200 ? 1 : 0);
        for (const auto &[name, value] : response->headers)
            QVERIFY2(!name.startsWith("access-control"), name.constData());
    }
}

void HttpRefusalsTest::carriesSafetyHeadersOnEveryAnswer_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("200") << "GET / HTTP/1.1\r\n@HOST\r\n"_ba;
    QTest::newRow("204") << "GET /empty HTTP/1.1\r\n@HOST\r\n"_ba;
    QTest::newRow("401") << "GET /refused HTTP/1.1\r\n@HOST\r\n"_ba;
    QTest::newRow("400") << "GET\r\n"_ba;
    QTest::newRow("421") << "GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n"_ba;
}

void HttpRefusalsTest::carriesSafetyHeadersOnEveryAnswer()
{
    QFETCH(QByteArray, raw);
    RawClient client(m_server->port());
    client.send(filled(raw));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->header("x-content-type-options"), "nosniff"_ba);
    QCOMPARE(response->header("cache-control"), "no-store"_ba);
    QCOMPARE(response->header("content-security-policy"), "default-src 'none'; frame-ancestors 'none'"_ba);
    QVERIFY(response->header("date").endsWith(" GMT"));
    QCOMPARE(response->header("x-request-id").size(), 36);
    QVERIFY(!response->hasHeader("set-cookie"));
    QVERIFY(!response->hasHeader("server"));
}

void HttpRefusalsTest::echoesSaneRequestIds_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<bool>("echoed");
    QTest::newRow("word") << "abc-123~"_ba << true;
    QTest::newRow("200 bytes") << QByteArray(200, 'i') << true;
    QTest::newRow("201 bytes") << QByteArray(201, 'i') << false;
    QTest::newRow("space") << "a b"_ba << false;
    QTest::newRow("latin-1") << "caf\xe9"_ba << false;
    QTest::newRow("empty") << ""_ba << false;
}

void HttpRefusalsTest::echoesSaneRequestIds()
{
    QFETCH(QByteArray, id);
    QFETCH(bool, echoed);
    RawClient client(m_server->port());
    client.send(filled("GET / HTTP/1.1\r\n@HOSTX-Request-Id: " + id + "\r\n\r\n"));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->header("x-request-id") == id, echoed);
    QCOMPARE(m_service.handled.last().requestId, response->header("x-request-id"));
}

void HttpRefusalsTest::servesNothingAfterAmbiguousFraming()
{
    RawClient client(m_server->port());
    m_service.handled.clear();
    client.send(
        filled(post("Content-Length: 4\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"))
        + filled("DELETE /smuggled HTTP/1.1\r\n@HOST\r\n"));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, 400);
    QVERIFY(client.waitForClose());
    QCOMPARE(client.unread(), QByteArray());
    QVERIFY(m_service.handled.isEmpty());
}

void HttpRefusalsTest::letsTheClientReadARefusalWhileItStillSends()
{
    RawClient client(m_server->port());
    client.send(filled(post("Content-Length: 20000000\r\n", QByteArray(20'000'000, ' '))));
    const auto response = client.response();
    QVERIFY(response);
    QCOMPARE(response->status, 413);
    QVERIFY(client.waitForClose());
    QCOMPARE(client.socket().error(), QAbstractSocket::RemoteHostClosedError);
}

JACKFIELD_TEST(HttpRefusalsTest)

} // namespace jackfield::http_refusals_test

#include "http_refusals_test.moc"
