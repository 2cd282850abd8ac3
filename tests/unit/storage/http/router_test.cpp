// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/router.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <map>
#include <random>

namespace jackfield::router_test {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> split(const QByteArray &path)
{
    return path == "/" ? QList<QByteArray>() : path.sliced(1).split('/');
}

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}

bool fits(const QList<QByteArray> &pattern, const QList<QByteArray> &path)
{
    if (pattern.size() != path.size())
        return false;
    for (qsizetype i = 0; i < path.size(); ++i) {
        if (isParameter(pattern[i]) ? path[i].isEmpty() : pattern[i] != path[i])
            return false;
    }
    return true;
}

/// Of the patterns that fit, the one whose first difference to any other is a literal.
int naiveMatch(const std::map<QByteArray, int> &routes, const QList<QByteArray> &path)
{
    QList<QByteArray> best;
    int route = -1;
    for (const auto &[text, number] : routes) {
        const QList<QByteArray> pattern = split(text);
        if (!fits(pattern, path))
            continue;
        bool better = route < 0;
        for (qsizetype i = 0; !better && i < path.size(); ++i) {
            if (isParameter(best[i]) != isParameter(pattern[i])) {
                better = isParameter(best[i]);
                break;
            }
        }
        if (better) {
            best = pattern;
            route = number;
        }
    }
    return route;
}

} // namespace

class RouterTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsRoute_data();
    void findsRoute();
    void listsTheAllowedMethods();
    void answersHeadFromGetOnlyWithoutAnOwnRoute();
    void namesTheNearestRoute_data();
    void namesTheNearestRoute();
    void staysSilentWhenNothingIsNear();
    void agreesWithNaiveMatching();

private:
    Router m_router;
};

void RouterTest::initTestCase()
{
    int route = 0;
    for (const char *line :
         {"GET /", "GET /v1/things", "POST /v1/things", "GET /v1/things/{id}", "PATCH /v1/things/{id}",
          "DELETE /v1/things/{id}", "POST /v1/things/{id}/publish", "GET /v1/things/{id}/versions/{version}",
          "GET /v1/things/recent", "GET /v1/{kind}/recent/all"}) {
        const QList<QByteArray> words = QByteArray(line).split(' ');
        m_router.add(words[0], words[1], route++);
    }
}

void RouterTest::findsRoute_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("route");
    QTest::addColumn<QList<QByteArray>>("parameters");
    const auto row = [](const char *request, int route, const QList<QByteArray> &parameters = {}) {
        QTest::newRow(request) << QByteArray(request) << route << parameters;
    };
    row("GET /", 0);
    row("GET /v1/things", 1);
    row("POST /v1/things", 2);
    row("GET /v1/things/a", 3, {"a"});
    row("PATCH /v1/things/a", 4, {"a"});
    row("GET /v1/things/{id}", 3, {"{id}"});
    row("POST /v1/things/a b/publish", 6, {"a b"});
    row("GET /v1/things/a/versions/7", 7, {"a", "7"});
    row("GET /v1/things/recent", 8);
    row("PATCH /v1/things/recent", 4, {"recent"});
    row("POST /v1/things/recent/publish", 6, {"recent"});
    row("GET /v1/things/recent/all", 9, {"things"});
    row("GET /v1/things/", -1);
    row("GET //v1/things", -1);
    row("GET /v1/Things", -1);
    row("GET /v1", -1);
    row("GET /v1/things//versions/7", -1);
    row("GET /v1/things/a/versions/7/more", -1);
}

void RouterTest::findsRoute()
{
    QFETCH(QByteArray, request);
    QFETCH(int, route);
    QFETCH(QList<QByteArray>, parameters);
    const qsizetype space = request.indexOf(' ');
    const Router::Match match = m_router.match(request.first(space), split(request.sliced(space + 1)));
    QCOMPARE(match.outcome, route < 0 ? Router::Match::Outcome::NotFound : Router::Match::Outcome::Found);
    QCOMPARE(match.route, route);
    QCOMPARE(match.parameters, parameters);
    QCOMPARE(match.allowed, QList<QByteArray>());
}

void RouterTest::listsTheAllowedMethods()
{
    const auto allowed = [&](const QByteArray &method, const QByteArray &path) {
        const Router::Match match = m_router.match(method, split(path));
        return (match.outcome == Router::Match::Outcome::WrongMethod ? "405 "_ba : "other "_ba)
            + match.allowed.join(", ");
    };
    QCOMPARE(allowed("PUT", "/v1/things"), "405 GET, POST, HEAD, OPTIONS"_ba);
    QCOMPARE(allowed("OPTIONS", "/v1/things/a"), "405 GET, PATCH, DELETE, HEAD, OPTIONS"_ba);
    QCOMPARE(allowed("GET", "/v1/things/a/publish"), "405 POST, OPTIONS"_ba);
    QCOMPARE(allowed("PUT", "/v1/things/recent"), "405 GET, PATCH, DELETE, HEAD, OPTIONS"_ba);
    QCOMPARE(allowed("PUT", "/v2"), "other "_ba);
}

void RouterTest::answersHeadFromGetOnlyWithoutAnOwnRoute()
{
    Router router;
    router.add("GET", "/a", 1);
    router.add("GET", "/b", 2);
    router.add("HEAD", "/b", 3);
    router.add("POST", "/c", 4);
    QCOMPARE(router.match("HEAD", {"a"}).route, 1);
    QCOMPARE(router.match("HEAD", {"b"}).route, 3);
    QCOMPARE(router.match("HEAD", {"c"}).outcome, Router::Match::Outcome::WrongMethod);
}

void RouterTest::namesTheNearestRoute_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("route");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *request, int route, const QString &reason) {
        QTest::newRow(request) << QByteArray(request) << route << reason;
    };
    row("GET /v1/thing", 1, u"The path has 'thing' where 'things' is expected."_s);
    row("POST /v1/thing", 2, u"The path has 'thing' where 'things' is expected."_s);
    row("GET /v1/things/", 1, u"The path ends with a slash."_s);
    row("POST /v1/things/a/publsh", 6, u"The path has 'publsh' where 'publish' is expected."_s);
    row("GET /v1/things/a/versions", 7, u"The path ends before '/v1/things/{id}/versions/{version}' does."_s);
    row("GET /v1/things/a/versions/7/x", 7, u"The path goes on after '/v1/things/{id}/versions/{version}'."_s);
    row("GET /v2/things/a", 3, u"The path has 'v2' where 'v1' is expected."_s);
    row("PUT /v1/things", 1, u"The path is served with GET, POST, not with PUT."_s);
    row("PUT /v1/things/a", 4, u"The path is served with GET, PATCH, DELETE, not with PUT."_s);
    row("GET /v1/things/a/publish", 6, u"The path is served with POST, not with GET."_s);
    row("GET /things", 1, u"The path lacks '/v1' before '/things'."_s);
    row("POST /things/a/publish", 6, u"The path lacks '/v1' before '/things'."_s);
    row("GET /v1/THINGS", 1, u"The path has 'THINGS' where 'things' is expected: upper and lower case count."_s);
    row("GET //v1/things", 1, u"The path has two slashes in a row."_s);
    row("GET /v1/things/a/", 3, u"The path ends with a slash."_s);
    row("POST /v1/things/publish", 6, u"The path lacks '/{id}' before '/publish'."_s);
    row("POST /v1/things//publish", 6, u"The path has nothing where '{id}' is expected."_s);
    row("GET /api/v1/things", 1, u"The path has '/api' before '/v1', where nothing belongs."_s);
    row("GET /v1/things/versions/7", 7, u"The path lacks '/{id}' before '/versions'."_s);
}

void RouterTest::namesTheNearestRoute()
{
    QFETCH(QByteArray, request);
    QFETCH(int, route);
    QFETCH(QString, reason);
    const qsizetype space = request.indexOf(' ');
    const Router::NearMiss miss = m_router.nearest(request.first(space), split(request.sliced(space + 1)));
    QCOMPARE(miss.reason, reason);
    QCOMPARE(miss.route, route);
}

void RouterTest::staysSilentWhenNothingIsNear()
{
    QCOMPARE(Router().nearest("GET", {"a"}).route, -1);
    const Router::NearMiss miss
        = m_router.nearest("GET", {"completely", "other", "and", "far", "too", "long", "a", "path"});
    QCOMPARE(miss.route, -1);
    QCOMPARE(miss.reason, QString());
    // One word that is like none of ours.
    QCOMPARE(m_router.nearest("GET", {"favicon.ico"}).route, -1);
    // Longer than any path that is meant: not worth the time.
    QCOMPARE(m_router.nearest("GET", QList<QByteArray>(4000, "things")).route, -1);
}

void RouterTest::agreesWithNaiveMatching()
{
    const quint32 seed = std::random_device{}();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    const auto pick = [&](int n) { return static_cast<int>(random() % static_cast<quint32>(n)); };
    for (int round = 0; round < 200; ++round) {
        Router router;
        std::map<QByteArray, int> routes;
        for (int i = 0; i < 12; ++i) {
            QByteArray pattern;
            for (int length = 1 + pick(4); length > 0; --length)
                pattern += pick(3) == 0 ? "/{x}"_ba : "/"_ba + static_cast<char>('a' + pick(3));
            if (routes.emplace(pattern, i).second)
                router.add("GET", pattern, i);
        }
        for (int i = 0; i < 50; ++i) {
            QList<QByteArray> path;
            for (int length = pick(5); length > 0; --length)
                path.append(pick(10) == 0 ? QByteArray() : QByteArray(1, static_cast<char>('a' + pick(4))));
            QVERIFY2(router.match("GET", path).route == naiveMatch(routes, path), path.join('/').constData());
        }
    }
}

JACKFIELD_TEST(RouterTest)

} // namespace jackfield::router_test

#include "router_test.moc"
