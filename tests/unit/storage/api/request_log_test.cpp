// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_table.h"
#include "storage/api/log/request_log.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::request_log_test {

using namespace Qt::Literals::StringLiterals;

namespace {

KeptRequest keptWith(const QByteArray &body)
{
    KeptRequest kept;
    kept.request.body = body;
    return kept;
}

QByteArrayList namesOf(const QList<std::pair<QByteArray, QByteArray>> &headers)
{
    QByteArrayList names;
    for (const auto &[name, value] : headers)
        names << name;
    return names;
}

} // namespace

class RequestLogTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersHaveNoGaps()
    {
        RequestLog log(maskOfEveryApi());
        for (size_t i = 0; i < RequestLog::kExchanges + 5; ++i)
            QCOMPARE(log.record({}), qint64(i + 1));
        QCOMPARE(log.exchanges().front().number, 6);
        QCOMPARE(log.exchanges().back().number, qint64(RequestLog::kExchanges + 5));
    }

    void afterTellsWhatIsNew()
    {
        RequestLog log(maskOfEveryApi());
        QVERIFY(log.after(0).isEmpty());
        for (int i = 0; i < 5; ++i)
            log.record({});
        const QList<Exchange> two = log.after(3);
        QCOMPARE(two.size(), 2);
        QCOMPARE(two.first().number, 4);
        QCOMPARE(log.after(0).size(), 5);
        QVERIFY(log.after(5).isEmpty());
        QVERIFY(log.after(99).isEmpty());
    }

    void clearForgetsAndCountsOn()
    {
        RequestLog log(maskOfEveryApi());
        log.record({}, keptWith("body"));
        log.clear();
        QVERIFY(log.exchanges().empty());
        QCOMPARE(log.kept(1), nullptr);
        QCOMPARE(log.record({}, keptWith("x")), 2);
        QCOMPARE(log.kept(2)->request.body, "x"_ba);
    }

    void keptRequestsHaveNoKey()
    {
        HttpRequest request;
        request.headers = {
            {"host", "127.0.0.1"},  {"authorization", "Bearer secret"}, {"x-api-key", "secret"},
            {"cookie", "a=secret"}, {"accept", "application/json"},
        };
        const KeptRequest kept = KeptRequest::of(request, {}, {});
        QCOMPARE(namesOf(kept.request.headers), (QByteArrayList{"host", "accept"}));

        RequestLog log(maskOfEveryApi());
        log.record({}, kept);
        QCOMPARE(namesOf(log.exchanges().back().headers), QByteArrayList{"accept"});
    }

    void headersAreMasked()
    {
        KeptRequest kept;
        kept.request.headers = {{"x-note", "sk-0123456789"}};
        RequestLog log(maskOfEveryApi());
        log.record({}, kept);
        QCOMPARE(log.exchanges().back().headers.first().second, "sk-***"_ba);
        QCOMPARE(log.kept(1)->request.headers.first().second, "sk-0123456789"_ba);
    }

    void oldBodiesMakeRoom()
    {
        RequestLog log(maskOfEveryApi());
        const QByteArray half(RequestLog::kKeptBytes / 2, 'x');
        log.record({}, keptWith({}));
        log.record({}, keptWith(half));
        log.record({}, keptWith(half));
        QVERIFY(log.kept(2) != nullptr);
        log.record({}, keptWith("one more"));
        QVERIFY2(log.kept(1) != nullptr, "what has no body takes no room");
        QCOMPARE(log.kept(2), nullptr);
        QVERIFY(log.kept(3) != nullptr);
        QVERIFY(log.kept(4) != nullptr);
        QCOMPARE(log.exchanges().size(), size_t(4));
    }

    void aBodyBeyondAllRoomIsNotKept()
    {
        RequestLog log(maskOfEveryApi());
        log.record({}, keptWith(QByteArray(RequestLog::kKeptBytes + 1, 'x')));
        QCOMPARE(log.kept(1), nullptr);
        log.record({}, keptWith("small"));
        QVERIFY(log.kept(2) != nullptr);
    }

    /// The sum of the bodies stays right while the oldest go, whether or not they still have theirs.
    void roomIsGivenBack()
    {
        RequestLog log(maskOfEveryApi());
        const QByteArray part(RequestLog::kKeptBytes / 100, 'x');
        for (size_t i = 0; i < 3 * RequestLog::kExchanges; ++i)
            log.record({}, i % 7 == 0 ? std::optional(keptWith(part)) : std::nullopt);
        int kept = 0;
        for (const Exchange &exchange : log.exchanges())
            kept += log.kept(exchange.number) != nullptr ? 1 : 0;
        QCOMPARE(kept, 100);
    }
};

JACKFIELD_TEST(RequestLogTest)

} // namespace jackfield::request_log_test

#include "request_log_test.moc"
