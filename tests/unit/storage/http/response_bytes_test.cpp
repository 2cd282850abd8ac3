// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/response_bytes.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::response_bytes_test {

using namespace Qt::Literals::StringLiterals;

class ResponseBytesTest : public QObject
{
    Q_OBJECT

private slots:
    void writesOnePiece();
    void framesByStatusAndRequest_data();
    void framesByStatusAndRequest();
    void leavesOutHeadersThatWouldSplitTheAnswer_data();
    void leavesOutHeadersThatWouldSplitTheAnswer();
    void letsTheServiceReplaceDefaults();
    void keepsFramingToItself();
    void replacesHeadersWithoutRegardToCase();
    void writesChunks();
};

void ResponseBytesTest::writesOnePiece()
{
    const HttpResponse response{.status = 201, .body = "{}", .headers = {{"Location", "/a"}}};
    QCOMPARE(
        responseBytes(response, {.requestId = "id", .date = "today"}),
        "HTTP/1.1 201 Created\r\nLocation: /a\r\nDate: today\r\nContent-Type: application/json\r\n"
        "X-Content-Type-Options: nosniff\r\nCache-Control: no-store\r\n"
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\nX-Request-Id: id\r\n"
        "Content-Length: 2\r\n\r\n{}"_ba);
}

void ResponseBytesTest::framesByStatusAndRequest_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("head");
    QTest::addColumn<bool>("stream");
    QTest::addColumn<bool>("http10");
    QTest::addColumn<bool>("close");
    QTest::addColumn<QByteArray>("expected"); // the lines that frame, and the body
    QTest::newRow("body") << 200 << false << false << false << false << "Content-Length: 4||body"_ba;
    QTest::newRow("HEAD") << 200 << true << false << false << false << "Content-Length: 4||"_ba;
    QTest::newRow("204") << 204 << false << false << false << false << "||"_ba;
    QTest::newRow("304") << 304 << false << false << false << false << "||"_ba;
    QTest::newRow("close") << 400 << false << false << false << true << "Content-Length: 4|Connection: close||body"_ba;
    QTest::newRow("1.0 stays") << 200 << false << false << true << false
                               << "Content-Length: 4|Connection: keep-alive||body"_ba;
    QTest::newRow("stream") << 200 << false << true << false << false << "Transfer-Encoding: chunked||"_ba;
    QTest::newRow("stream to 1.0") << 200 << false << true << true << true << "Connection: close||"_ba;
}

void ResponseBytesTest::framesByStatusAndRequest()
{
    QFETCH(int, status);
    QFETCH(bool, head);
    QFETCH(bool, stream);
    QFETCH(bool, http10);
    QFETCH(bool, close);
    QFETCH(QByteArray, expected);
    const QByteArray bytes = responseBytes(
        {.status = status, .body = "body"},
        {.headOnly = head, .close = close, .http10 = http10, .stream = stream, .requestId = "id"});
    const qsizetype at = bytes.indexOf("id\r\n") + 4;
    QCOMPARE(bytes.sliced(at).replace("\r\n", "|").replace("|||", "||"), expected == "||"_ba ? "|"_ba : expected);
}

void ResponseBytesTest::leavesOutHeadersThatWouldSplitTheAnswer_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::newRow("CR LF") << "Location"_ba
                           << "/a\r\nSet-Cookie: a=b"_ba;
    QTest::newRow("LF") << "Location"_ba
                        << "/a\nSet-Cookie: a=b"_ba;
    QTest::newRow("NUL") << "Location"_ba << QByteArray("/a\0Set-Cookie", 13);
    QTest::newRow("name") << "A: b\r\nSet-Cookie"_ba
                          << "a=b"_ba;
    QTest::newRow("no name") << ""_ba
                             << "Set-Cookie"_ba;
}

void ResponseBytesTest::leavesOutHeadersThatWouldSplitTheAnswer()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    const QByteArray bytes = responseBytes({.body = "{}", .headers = {{name, value}}}, {});
    QVERIFY2(!bytes.contains("Cookie"), bytes.constData());
    QVERIFY(!responseBytes({.contentType = "a\r\nSet-Cookie: b", .body = "{}"}, {}).contains("Cookie"));
}

void ResponseBytesTest::letsTheServiceReplaceDefaults()
{
    const QByteArray bytes = responseBytes(
        {.body = "{}", .headers = {{"cache-control", "max-age=1"}, {"x-request-id", "own"}}}, {.requestId = "id"});
    QVERIFY(bytes.contains("cache-control: max-age=1\r\n"));
    QVERIFY(bytes.contains("x-request-id: own\r\n"));
    QVERIFY(!bytes.contains("no-store"));
    QVERIFY(!bytes.contains("X-Request-Id"));
}

void ResponseBytesTest::keepsFramingToItself()
{
    const QByteArray bytes = responseBytes(
        {.body = "{}",
         .headers = {{"content-length", "7"}, {"Transfer-Encoding", "chunked"}, {"Connection", "upgrade"}}},
        {});
    QVERIFY(bytes.contains("Content-Length: 2\r\n"));
    QVERIFY(!bytes.contains("content-length") && !bytes.contains("chunked") && !bytes.contains("upgrade"));
}

void ResponseBytesTest::replacesHeadersWithoutRegardToCase()
{
    HttpResponse response{.headers = {{"ETag", "1"}, {"A", "b"}, {"etag", "2"}}};
    response.setHeader("Etag", "3");
    response.setHeader("C", "d");
    QCOMPARE(response.headers, (QList<std::pair<QByteArray, QByteArray>>{{"ETag", "3"}, {"A", "b"}, {"C", "d"}}));
}

void ResponseBytesTest::writesChunks()
{
    QCOMPARE(chunkBytes("a"), "1\r\na\r\n"_ba);
    QVERIFY(chunkBytes(QByteArray(1000, 'x')).startsWith("3e8\r\nxx"));
}

JACKFIELD_TEST(ResponseBytesTest)

} // namespace jackfield::response_bytes_test

#include "response_bytes_test.moc"
