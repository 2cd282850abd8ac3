// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/api/answers/answer_cache.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::answer_cache_test {

namespace {

HttpResponse answer(const QByteArray &body)
{
    HttpResponse response;
    response.body = body;
    return response;
}

HttpRequest get(const QByteArray &target, const QByteArray &accept = {})
{
    HttpRequest request;
    request.method = "GET";
    request.target = target;
    if (!accept.isEmpty())
        request.headers.append({"accept", accept});
    return request;
}

} // namespace

class AnswerCacheTest : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhileNothingChanged();
    void forgetsWithTheFirstChange();
    void tellsCallersAndFormsApart();
    void staysWithinItsRoom();
};

void AnswerCacheTest::keepsWhileNothingChanged()
{
    AnswerCache cache;
    QVERIFY(!cache.find("a", 1));
    cache.keep("a", 1, answer("one"));
    QVERIFY(cache.find("a", 1));
    QCOMPARE(cache.find("a", 1)->body, QByteArray("one"));
    QVERIFY(!cache.find("b", 1));
}

void AnswerCacheTest::forgetsWithTheFirstChange()
{
    AnswerCache cache;
    cache.keep("a", 1, answer("one"));
    QVERIFY(!cache.find("a", 2));
    cache.keep("b", 2, answer("two"));
    QVERIFY(!cache.find("a", 2));
    QVERIFY(!cache.find("a", 1));
    QVERIFY(cache.find("b", 2));
}

void AnswerCacheTest::tellsCallersAndFormsApart()
{
    const QByteArray mine = AnswerCache::keyOf("key1", get("/v1/things"));
    QVERIFY(mine != AnswerCache::keyOf("key2", get("/v1/things")));
    QVERIFY(mine != AnswerCache::keyOf("key1", get("/v1/things?pageSize=2")));
    QVERIFY(mine != AnswerCache::keyOf("key1", get("/v1/things", "application/problem+json")));
    QCOMPARE(mine, AnswerCache::keyOf("key1", get("/v1/things")));
}

void AnswerCacheTest::staysWithinItsRoom()
{
    AnswerCache cache;
    const QByteArray large(1024 * 1024, 'x');
    for (int i = 0; i < 20; ++i)
        cache.keep(QByteArray::number(i), 1, answer(large));
    int kept = 0;
    for (int i = 0; i < 20; ++i)
        kept += cache.find(QByteArray::number(i), 1) ? 1 : 0;
    QVERIFY(kept >= 1 && kept <= 4);
    cache.keep("huge", 1, answer(QByteArray(5 * 1024 * 1024, 'x')));
    QVERIFY(!cache.find("huge", 1));
}

JACKFIELD_TEST(AnswerCacheTest)

} // namespace jackfield::answer_cache_test

#include "answer_cache_test.moc"
