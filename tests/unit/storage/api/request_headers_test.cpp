// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/api_text.h"
#include "storage/api/answers/conditional.h"
#include "storage/api/answers/paging.h"
#include "storage/api/api_table.h"
#include "storage/api/call/api_face.h"
#include "storage/api/gates/media_type.h"
#include "storage/api/log/request_log.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QSignalSpy>
#include <QTest>

namespace jackfield::request_headers_test {

using namespace Qt::Literals::StringLiterals;

namespace {

HttpRequest withHeaders(const QByteArrayList &lines)
{
    HttpRequest request;
    for (const QByteArray &line : lines)
        request.headers.append({line.first(line.indexOf(':')), line.sliced(line.indexOf(':') + 2)});
    return request;
}

const PagingNames kNames{"pageSize"_ba, "pageToken"_ba, 50, 200};

} // namespace

/// What the headers and the query of a request say, before any operation is asked.
class RequestHeadersTest : public QObject
{
    Q_OBJECT

private slots:
    void exactlyOneKeyInOnePlace_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<bool>("apiKeyHeader");
        QTest::addColumn<QByteArray>("secret");
        const auto row = [](const char *name, QByteArrayList headers, bool apiKeyHeader, const char *secret) {
            QTest::newRow(name) << headers << apiKeyHeader << QByteArray(secret);
        };
        row("bearer", {"authorization: Bearer abc"}, false, "abc");
        row("any case", {"authorization: bEARER abc"}, false, "abc");
        row("none", {}, false, "");
        row("empty", {"authorization: Bearer "}, false, "");
        row("scheme alone", {"authorization: Bearer"}, false, "");
        row("no scheme", {"authorization: abc"}, false, "");
        row("basic", {"authorization: Basic abc"}, false, "");
        row("two tokens", {"authorization: Bearer abc def"}, false, "");
        row("a list", {"authorization: Bearer abc,def"}, false, "");
        row("two headers", {"authorization: Bearer abc", "authorization: Bearer abc"}, false, "");
        row("x-api-key where it is not documented", {"x-api-key: abc"}, false, "");
        row("x-api-key", {"x-api-key: abc"}, true, "abc");
        row("x-api-key empty", {"x-api-key: "}, true, "");
        row("both alike", {"authorization: Bearer abc", "x-api-key: abc"}, true, "abc");
        row("both different", {"authorization: Bearer abc", "x-api-key: def"}, true, "");
        row("a different x-api-key that nobody reads", {"authorization: Bearer abc", "x-api-key: def"}, false, "");
        row("cookie", {"cookie: token=abc"}, true, "");
    }

    void exactlyOneKeyInOnePlace()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(bool, apiKeyHeader);
        QFETCH(QByteArray, secret);
        const Credential credential = credentialIn(withHeaders(headers), apiKeyHeader);
        QCOMPARE(credential.secret, secret);
        QCOMPARE(credential.error.has_value(), secret.isEmpty());
        if (credential.error)
            QCOMPARE(credential.error->headers.first().first, "WWW-Authenticate"_ba);
    }

    void onlyPlainJsonIsABody_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<bool>("good");
        QTest::newRow("plain") << QByteArrayList{"content-type: application/json"} << true;
        QTest::newRow("case and charset") << QByteArrayList{"content-type: Application/JSON; Charset=UTF-8"} << true;
        QTest::newRow("quoted charset") << QByteArrayList{"content-type: application/json;charset=\"utf-8\""} << true;
        QTest::newRow("identity") << QByteArrayList{"content-type: application/json", "content-encoding: identity"}
                                  << true;
        QTest::newRow("none") << QByteArrayList{} << false;
        QTest::newRow("text") << QByteArrayList{"content-type: text/plain"} << false;
        QTest::newRow("utf-16") << QByteArrayList{"content-type: application/json; charset=utf-16"} << false;
        QTest::newRow("a list") << QByteArrayList{"content-type: application/json, text/plain"} << false;
        QTest::newRow("longer") << QByteArrayList{"content-type: application/jsonp"} << false;
        QTest::newRow("twice") << QByteArrayList{"content-type: application/json", "content-type: text/plain"} << false;
        QTest::newRow("gzip") << QByteArrayList{"content-type: application/json", "content-encoding: gzip"} << false;
    }

    void onlyPlainJsonIsABody()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(bool, good);
        QCOMPARE(!unsupportedMediaType(withHeaders(headers)), good);
    }

    void ifMatchComparesStrongly_data()
    {
        QTest::addColumn<QByteArrayList>("headers");
        QTest::addColumn<int>("status");
        QTest::newRow("none") << QByteArrayList{} << 0;
        QTest::newRow("same") << QByteArrayList{"if-match: \"7\""} << 0;
        QTest::newRow("any") << QByteArrayList{"if-match: *"} << 0;
        QTest::newRow("one of several") << QByteArrayList{"if-match: \"1\", \"7\""} << 0;
        QTest::newRow("in two headers") << QByteArrayList{"if-match: \"1\"", "if-match: \"7\""} << 0;
        QTest::newRow("other") << QByteArrayList{"if-match: \"8\""} << 412;
        QTest::newRow("weak") << QByteArrayList{"if-match: W/\"7\""} << 412;
        QTest::newRow("garbage") << QByteArrayList{"if-match: ???"} << 400;
        QTest::newRow("no quotes") << QByteArrayList{"if-match: 7"} << 400;
        QTest::newRow("one quote") << QByteArrayList{"if-match: \"7"} << 400;
        QTest::newRow("empty") << QByteArrayList{"if-match: "} << 400;
        QTest::newRow("glued") << QByteArrayList{"if-match: \"7\"\"8\""} << 400;
    }

    void ifMatchComparesStrongly()
    {
        QFETCH(QByteArrayList, headers);
        QFETCH(int, status);
        const std::optional<ApiError> error = unmetCondition(withHeaders(headers), entityTag(7));
        QCOMPARE(error ? error->status : 0, status);
    }

    void ifNoneMatchComparesWeakly()
    {
        QVERIFY(isUnmodified(withHeaders({"if-none-match: W/\"7\""}), entityTag(7)));
        QVERIFY(isUnmodified(withHeaders({"if-none-match: *"}), entityTag(7)));
        QVERIFY(!isUnmodified(withHeaders({"if-none-match: \"8\""}), entityTag(7)));
        QVERIFY(!isUnmodified(withHeaders({"if-none-match: nonsense"}), entityTag(7)));
        QVERIFY(!isUnmodified(withHeaders({}), entityTag(7)));
    }

    void tokensBelongToOneList()
    {
        const QByteArray id = "01HV8ZG8E3K5N7P9R1T3V5X7Z9"_ba;
        HttpRequest request;
        request.query = {{"pageToken"_ba, pageToken("chatbots", id)}, {"pageSize"_ba, "900"_ba}};
        const Result<PageRequest> page = pageRequest(request, kNames, "chatbots");
        VERIFY_OK(page);
        QCOMPARE(page->after, id);
        QCOMPARE(page->size, 200);
        const Result<PageRequest> wrong = pageRequest(request, kNames, "versions");
        COMPARE_ERROR(wrong, "invalid_page_token"_ba);
    }

    void linkKeepsTheQuery()
    {
        HttpRequest request;
        request.path = "/v1/chatbots";
        request.query = {{"pageSize"_ba, "2"_ba}, {"pageToken"_ba, "old"_ba}, {"q"_ba, "a b&c"_ba}};
        QCOMPARE(
            nextLink(request, kNames, "new"), "</v1/chatbots?pageSize=2&q=a%20b%26c&pageToken=new>; rel=\"next\""_ba);
    }

    void idsAreUlidsWithOrWithoutPrefix()
    {
        const QByteArray ulid = "01HV8ZG8E3K5N7P9R1T3V5X7Z9"_ba;
        QCOMPARE(idFromPath("bot_" + ulid, "bot_"), ulid);
        QCOMPARE(idFromPath(ulid, "bot_"), ulid);
        QVERIFY(!idFromPath("botv_" + ulid, "bot_"));
        QVERIFY(!idFromPath(ulid.toLower()));
        QVERIFY(!idFromPath(ulid.chopped(1) + 'U'));
        QVERIFY(!idFromPath(QByteArray()));
    }

    void secretsAreMasked()
    {
        QCOMPARE(
            maskOfEveryApi().masked("Bearer fln_live_abcdefghij, sk-0123456789!"), "Bearer fln_live_***, sk-***!"_ba);
        QCOMPARE(
            maskOfEveryApi().masked("{\"webhook_secret\":\"whsec_00112233445566\"}"),
            "{\"webhook_secret\":\"whsec_***\"}"_ba);
        const QByteArray bare = "0123456789abcdef0123456789abcdef01234567"_ba;
        QCOMPARE(maskOfEveryApi().masked("?k=" + bare + '&' + bare + "&x=" + bare), "?k=***&***&x=***"_ba);
        QCOMPARE(maskOfEveryApi().masked(bare), "***"_ba);
        for (const QByteArray &other : {bare + '0', bare.chopped(1), "x" + bare, bare.chopped(1) + 'g'})
            QCOMPARE(maskOfEveryApi().masked('"' + other + '"'), '"' + other + '"');
        QCOMPARE(maskOfEveryApi().masked("task-management sk-x"), "task-management sk-x"_ba);
    }

    void logKeepsTheLastExchanges()
    {
        RequestLog log(maskOfEveryApi());
        QSignalSpy recorded(&log, &RequestLog::recorded);
        for (size_t i = 0; i < RequestLog::kExchanges + 5; ++i)
            log.record(
                {.id = QByteArray::number(qulonglong(i)), .request = QByteArray(int(RequestLog::kBodyBytes) * 3, 'x')});
        QCOMPARE(log.exchanges().size(), RequestLog::kExchanges);
        QCOMPARE(log.exchanges().front().id, "5"_ba);
        QCOMPARE(log.exchanges().back().request.size(), RequestLog::kBodyBytes);
        QCOMPARE(recorded.size(), qsizetype(RequestLog::kExchanges + 5));
    }

    void storageTroubleNamesNoFiles()
    {
        const ApiError error
            = apiError(Error{.code = "storage_failed"_ba, .message = u"/home/x/jackfield.db: disk I/O error"_s});
        QCOMPARE(error.status, 500);
        QVERIFY(!error.message.contains(u"/home"_s));
        QCOMPARE(apiError(Error{.code = "storage_full"_ba}).status, 507);
        QCOMPARE(apiError(Error{.code = "something new"_ba, .message = u"/home"_s}).status, 500);
    }
};

JACKFIELD_TEST(RequestHeadersTest)

} // namespace jackfield::request_headers_test

#include "request_headers_test.moc"
