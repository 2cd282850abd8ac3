// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/request_parser.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::request_parser_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Everything that the parser makes of `bytes` when it gets them in pieces of `piece`, as text.
QByteArray outcome(const QByteArray &bytes, qsizetype piece, const HttpLimits &limits = {})
{
    RequestParser parser(limits);
    QByteArray text;
    QByteArray pending;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        pending += bytes.sliced(at, std::min(piece, bytes.size() - at));
        for (bool more = true; more;) {
            const RequestParser::Step step = parser.step(pending);
            pending.remove(0, step.consumed);
            switch (step.event) {
            case RequestParser::Event::NeedMore:
                more = false;
                break;
            case RequestParser::Event::Head:
                break;
            case RequestParser::Event::Refused:
                return text + QByteArray::number(parser.refusal().status);
            case RequestParser::Event::Complete: {
                const bool keep = parser.keepAlive();
                const HttpRequest request = parser.takeRequest();
                text += request.method + ' ' + request.path + ' ' + QByteArray::number(request.headers.size()) + " ["
                    + request.body + "] " + (keep ? "keep; " : "close; ");
                more = !pending.isEmpty();
            }
            }
        }
    }
    return text;
}

} // namespace

class RequestParserTest : public QObject
{
    Q_OBJECT

private slots:
    void readsTheSameHoweverTheBytesAreCut_data();
    void readsTheSameHoweverTheBytesAreCut();
    void keepsWhatTheRequestSays();
    void appliesLimitsToTheByte_data();
    void appliesLimitsToTheByte();
    void takesNoMemoryForADeclaredLength();
};

void RequestParserTest::readsTheSameHoweverTheBytesAreCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray get = "GET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    const auto post = [](const QByteArray &headers, const QByteArray &body) {
        return "POST /b HTTP/1.1\r\n" + headers + "\r\n" + body;
    };
    QTest::newRow("one") << get << "GET /a 1 [] keep; "_ba;
    QTest::newRow("three") << get + post("Content-Length: 2\r\n", "{}") + get
                           << "GET /a 1 [] keep; POST /b 1 [{}] keep; GET /a 1 [] keep; "_ba;
    QTest::newRow("empty lines") << "\r\n\r\n" + get + "\r\n" + get << "GET /a 1 [] keep; GET /a 1 [] keep; "_ba;
    QTest::newRow("chunks") << post("Transfer-Encoding: chunked\r\n", "1\r\n{\r\n01;a=\"b\"\r\n}\r\n0\r\nA: b\r\n\r\n")
            + get << "POST /b 1 [{}] keep; GET /a 1 [] keep; "_ba;
    QTest::newRow("close") << "GET /a HTTP/1.0\r\nA: b\r\n\r\n"_ba
                           << "GET /a 1 [] close; "_ba;
    QTest::newRow("bad after good") << get + "nonsense\r\n"
                                    << "GET /a 1 [] keep; 400"_ba;
    QTest::newRow("bare LF") << "GET /a HTTP/1.1\r\nA: b\nC: d\r\n\r\n"_ba
                             << "400"_ba;
    QTest::newRow("bad chunk") << post("Transfer-Encoding: chunked\r\n", "1\r\n{}\r\n0\r\n\r\n") << "400"_ba;
    QTest::newRow("CL and TE") << post("Content-Length: 1\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n") << "400"_ba;
    QTest::newRow("field behind a bad field") << "GET /a HTTP/1.1\r\nno colon\r\n c: d\r\n\r\n"_ba
                                              << "400"_ba;
    QTest::newRow("no version") << "GET /a\r\n\r\n"_ba
                                << "400"_ba;
    QTest::newRow("version") << "GET /a HTTP/3.0\r\n\r\n"_ba
                             << "505"_ba;
    QTest::newRow("long line") << "GET /" + QByteArray(9000, 'a') << "414"_ba;
    QTest::newRow("long chunk line") << post("Transfer-Encoding: chunked\r\n", "1;" + QByteArray(5000, 'a'))
                                     << "400"_ba;
}

void RequestParserTest::readsTheSameHoweverTheBytesAreCut()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    for (qsizetype piece :
         {bytes.size(), qsizetype(1), qsizetype(2), qsizetype(3), qsizetype(7), qsizetype(64), qsizetype(1000)})
        QCOMPARE(outcome(bytes, piece), expected);
}

void RequestParserTest::keepsWhatTheRequestSays()
{
    RequestParser parser({});
    const QByteArray bytes = "PATCH /a%20b/c;d/?q=1&q=%32+&e HTTP/1.1\r\nHOST: h\r\nX-A:  1 \r\nx-a: 2\r\nExpect: "
                             "100-Continue\r\nContent-Length: 3\r\n\r\n";
    QCOMPARE(parser.step(bytes).event, RequestParser::Event::Head);
    QVERIFY(parser.expectsContinue());
    QCOMPARE(parser.step("{ }").event, RequestParser::Event::Complete);
    const HttpRequest request = parser.takeRequest();
    QCOMPARE(request.method, "PATCH"_ba);
    QCOMPARE(request.target, "/a%20b/c;d/?q=1&q=%32+&e"_ba);
    QCOMPARE(request.path, "/a%20b/c;d/"_ba);
    QCOMPARE(request.segments, (QList<QByteArray>{"a b", "c;d", ""}));
    QCOMPARE(request.query, (QList<std::pair<QByteArray, QByteArray>>{{"q", "1"}, {"q", "2 "}, {"e", ""}}));
    QCOMPARE(request.queryValue("q"), "2 "_ba);
    QVERIFY(!request.queryValue("z"));
    QCOMPARE(request.header("x-a").toByteArray(), "1"_ba);
    QCOMPARE(request.headerCount("x-a"), 2);
    QCOMPARE(request.header("host").toByteArray(), "h"_ba);
    QVERIFY(request.hasBody);
    QCOMPARE(request.body, "{ }"_ba);
    QVERIFY(parser.isIdle());
}

void RequestParserTest::appliesLimitsToTheByte_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("expected");
    const auto line = [](qsizetype length) { return "GET /" + QByteArray(length - 14, 'a') + " HTTP/1.1\r\n"; };
    QTest::newRow("line fits") << line(100) + "\r\n"
                               << "GET /"_ba;
    QTest::newRow("line too long") << line(101) + "\r\n"
                                   << "414"_ba;
    // The header block counts with its line ends and the empty line.
    const auto block
        = [](qsizetype length) { return "GET / HTTP/1.1\r\nA: " + QByteArray(length - 7, 'b') + "\r\n\r\n"; };
    QTest::newRow("header fits") << block(200) << "GET /"_ba;
    QTest::newRow("header too long") << block(201) << "431"_ba;
    QTest::newRow("fields fit") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(5) + "\r\n"
                                << "GET /"_ba;
    QTest::newRow("a field too many") << "GET / HTTP/1.1\r\n" + QByteArray("A: b\r\n").repeated(6) + "\r\n"
                                      << "431"_ba;
    QTest::newRow("body fits") << "PUT / HTTP/1.1\r\nContent-Length: 10\r\n\r\n0123456789"_ba
                               << "PUT /"_ba;
    QTest::newRow("body too long") << "PUT / HTTP/1.1\r\nContent-Length: 11\r\n\r\n"_ba
                                   << "413"_ba;
    const QByteArray chunked = "PUT / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n";
    QTest::newRow("chunks fit") << chunked + "5\r\n01234\r\n5\r\n56789\r\n0\r\n\r\n"
                                << "PUT /"_ba;
    QTest::newRow("chunks too long") << chunked + "5\r\n01234\r\n6\r\n"
                                     << "413"_ba;
}

void RequestParserTest::appliesLimitsToTheByte()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, expected);
    const HttpLimits limits{.requestLineBytes = 100, .headerBytes = 200, .headerFields = 5, .bodyBytes = 10};
    for (qsizetype piece : {bytes.size(), qsizetype(1), qsizetype(3)})
        QVERIFY2(outcome(bytes, piece, limits).startsWith(expected), outcome(bytes, piece, limits).constData());
}

void RequestParserTest::takesNoMemoryForADeclaredLength()
{
    RequestParser parser({});
    QCOMPARE(parser.step("PUT / HTTP/1.1\r\nContent-Length: 16000000\r\n\r\n").event, RequestParser::Event::Head);
    QCOMPARE(parser.step("a").event, RequestParser::Event::NeedMore);
    QVERIFY(parser.head().body.capacity() < 100'000);
}

JACKFIELD_TEST(RequestParserTest)

} // namespace jackfield::request_parser_test

#include "request_parser_test.moc"
