// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

// What one workspace holds does not exist for another: 404 for each id through each route that takes one, and lists
// that do not show it. Everything is made from the descriptions: items by sending the examples of the operations, ids
// by reading the lists, so that an API added later is tested without a line here.

#include "model/json/json_reader.h"
#include "storage/api/description/api_document.h"
#include "tests/support/service/api_description.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

#include <algorithm>

namespace jackfield::two_workspaces_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Who asks.
struct Party
{
    WorkspaceId workspace;
    QByteArray key;
};

bool isParameter(const QByteArray &segment)
{
    return segment.startsWith('{');
}

/// The ids of a list, in whatever envelope it comes.
QList<QByteArray> idsIn(const Json &answer)
{
    QList<QByteArray> ids;
    const auto take = [&ids](const Json &list) {
        for (const Json &item : list.items()) {
            for (const char *name : {"id", "_id"}) {
                if (item[name].isString())
                    ids.append(item[name].toUtf8());
            }
        }
    };
    take(answer);
    for (const Json::Member &member : answer.members())
        take(member.value);
    return ids;
}

/// One API over a store with two workspaces.
class World
{
public:
    explicit World(const QByteArray &api) : m_document(api)
    {
        const QByteArray keyApi = api == "jackfield" ? "all"_ba : api;
        owner = {m_fixture.service().workspaces().defaultId(), m_fixture.key(keyApi)};
        stranger.workspace = m_fixture.newWorkspace(u"Other"_s);
        stranger.key = m_fixture.key(keyApi, {}, Role::Owner, stranger.workspace);
        for (const ApiRoute &route : m_document.routes()) {
            // A stream never ends, so that there is nothing to compare.
            if (!route.isPublic && !streams(m_document, route))
                m_routes.append(&route);
        }
        shared = pages(stranger);
        fill();
    }

    Party owner;
    Party stranger;
    QList<QByteArray> shared; ///< what the stranger's lists showed before anything was made

    const QList<const ApiRoute *> &routes() const { return m_routes; }

    RawResponse send(const ApiRoute &route, const QByteArray &target, const Party &party)
    {
        return m_fixture.send(exampleRequest(m_document, route, target, party.key, party.workspace));
    }

    /// The route with ids of what the owner has; at most a handful.
    QList<QByteArray> targets(const ApiRoute &route)
    {
        constexpr qsizetype kMost = 4;
        QList<QByteArray> found{QByteArray()};
        QByteArray pattern;
        for (const QByteArray &segment : route.path.sliced(1).split('/')) {
            QList<QByteArray> longer;
            for (const QByteArray &begin : std::as_const(found)) {
                if (!isParameter(segment))
                    longer.append(begin + '/' + segment);
                else
                    for (const QByteArray &id : idsAt(pattern, begin))
                        longer.append(begin + '/' + id);
            }
            pattern += '/' + segment;
            found = longer;
        }
        return found.first(std::min(found.size(), kMost));
    }

    /// What every list shows to someone, the log of requests left out: it tells of what is not there.
    QList<QByteArray> pages(const Party &party)
    {
        QList<QByteArray> bodies;
        for (const ApiRoute *route : std::as_const(m_routes)) {
            if (route->method == "GET" && !route->path.contains('{') && !route->isLive)
                bodies.append(send(*route, route->path, party).body);
        }
        return bodies;
    }

    /// Everything that the owner has and others must not see.
    QSet<QByteArray> secrets()
    {
        QSet<QByteArray> ids{owner.workspace.utf8};
        FlowQuery query{
            .workspace = owner.workspace, .kind = {}, .parent = {}, .search = {}, .after = {}, .limit = 200};
        const Result<FlowPage> page = m_fixture.service().flows().list(query);
        for (const FlowSummary &flow : page->flows)
            ids.insert(flow.id.utf8);
        return ids;
    }

private:
    /// Flows of every kind, published where they can be; then what the examples make; then something in the trash.
    void fill()
    {
        FlowService &service = m_fixture.service();
        for (const auto &kind : service.kinds().all()) {
            NewFlow flow{.workspace = owner.workspace, .kind = kind->info().id, .name = kind->info().title};
            const auto parent = m_made.constFind(kind->info().parentKind);
            if (parent != m_made.cend())
                flow.parent = *parent;
            service.flows().create(flow, [this, kind = kind->info().id](const Result<FlowRecord> &made) {
                m_made.insert(kind, made->summary.id);
            });
            (void)service.flush();
            const FlowId id = m_made.value(kind->info().id);
            service.life().publish(owner.workspace, id, "test"_ba, [](const Result<PublishOutcome> &) {});
        }
        for (const qsizetype depth : {0, 1, 2}) {
            for (const ApiRoute *route : std::as_const(m_routes)) {
                const bool known
                    = route->body != ApiRoute::Body::File && (!route->bodyRequired || exampleBody(m_document, *route));
                if (route->method != "POST" || route->path.count('{') != depth || !known)
                    continue;
                for (const QByteArray &target : targets(*route)) {
                    const int status = send(*route, target, owner).status;
                    if (status == 401 || status == 403 || status >= 500)
                        qFatal("POST %s: %d", target.constData(), status);
                }
            }
        }
        NewFlow trash{.workspace = owner.workspace, .kind = "chatbot"_ba, .name = u"Trash"_s};
        FlowId id;
        service.flows().create(trash, [&id](const Result<FlowRecord> &made) { id = made->summary.id; });
        (void)service.flush();
        service.flows().remove(owner.workspace, id, "test"_ba, [](const Result<void> &) {});
        (void)service.flush();
    }

    /// Ids of the owner's items in the list at `path`, whose route is `pattern`; where there is no such list, those of
    /// all flows will do.
    QList<QByteArray> idsAt(const QByteArray &pattern, const QByteArray &path)
    {
        QList<QByteArray> ids;
        const auto list = std::ranges::find_if(
            m_routes, [&](const ApiRoute *route) { return route->method == "GET" && route->path == pattern; });
        if (list == m_routes.cend()) {
            const QSet<QByteArray> all = secrets();
            ids = {all.cbegin(), all.cend()};
            ids.removeOne(owner.workspace.utf8);
        } else if (const Result<Json> body = parseJson(send(**list, path, owner).body)) {
            ids = idsIn(*body);
        }
        // What belongs to everybody is not the owner's.
        ids.removeIf([this](const QByteArray &id) {
            return std::ranges::any_of(shared, [&](const QByteArray &page) { return page.contains(id); });
        });
        return ids;
    }

    ApiFixture m_fixture;
    ApiDocument m_document;
    QList<const ApiRoute *> m_routes;
    QHash<QByteArray, FlowId> m_made; ///< by kind
};

} // namespace

class TwoWorkspacesTest : public QObject
{
    Q_OBJECT

private slots:
    void listsDoNotShowTheOther_data()
    {
        QTest::addColumn<QByteArray>("api");
        for (const QByteArray &api : describedApis())
            QTest::newRow(api.constData()) << api;
    }

    void listsDoNotShowTheOther()
    {
        QFETCH(QByteArray, api);
        World world(api);
        QVERIFY(world.pages(world.owner) != world.shared); // there is something to see
        QCOMPARE(world.pages(world.stranger), world.shared);
        const QSet<QByteArray> secrets = world.secrets();
        QVERIFY(secrets.size() > 2);
        for (const ApiRoute *route : world.routes()) {
            if (route->method != "GET" || route->path.contains('{'))
                continue;
            const QByteArray body = world.send(*route, route->path, world.stranger).body;
            for (const QByteArray &id : secrets)
                QVERIFY2(!body.contains(id), (route->path + " shows " + id).constData());
        }
    }

    void noIdOfTheOtherExists_data() { listsDoNotShowTheOther_data(); }

    void noIdOfTheOtherExists()
    {
        QFETCH(QByteArray, api);
        World world(api);
        const QList<QByteArray> before = world.pages(world.owner);
        for (const ApiRoute *route : world.routes()) {
            if (!route->path.contains('{'))
                continue;
            const QList<QByteArray> targets = world.targets(*route);
            QVERIFY2(!targets.isEmpty(), (route->operation + ": nothing was made to try it on").constData());
            for (const QByteArray &target : targets) {
                const QByteArray cell = route->method + ' ' + target;
                // It is there for its owner, or 404 would say nothing.
                if (route->method == "GET")
                    QVERIFY2(world.send(*route, target, world.owner).status == 200, cell.constData());
                const RawResponse answer = world.send(*route, target, world.stranger);
                QVERIFY2(answer.status == 404, (cell + ": " + answer.body).constData());
                // Naming the other workspace does not help who has no key of it.
                const Party pretender{world.owner.workspace, world.stranger.key};
                QVERIFY2(world.send(*route, target, pretender).status == 404, cell.constData());
            }
        }
        QCOMPARE(world.pages(world.owner), before); // and nothing of it had an effect
    }
};

JACKFIELD_TEST(TwoWorkspacesTest)

} // namespace jackfield::two_workspaces_test

#include "two_workspaces_test.moc"
