// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTest>

namespace jackfield::flow_access_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<NewKey> makeKey(ServiceFixture &f, const KeyRequest &request)
{
    return f.wait<NewKey>([&](auto done) { f.service->keys().create(request, done); });
}

} // namespace

class FlowAccessTest : public QObject
{
    Q_OBJECT

private slots:
    void defaultWorkspaceIsThereFromTheStart();
    void keyOpensItsApiAlone();
    void keyForAllOpensEveryApi();
    void wrongSecretsOpenNothing_data();
    void wrongSecretsOpenNothing();
    void secretIsNowhereInTheFile();
    void revokedKeyStopsAtOnce();
    void failedRevokeLeavesTheKey();
    void keysSurviveReopening();
    void otherWorkspaceSeesNothing_data();
    void otherWorkspaceSeesNothing();
    void answerIsKeptForADay();
    void answerIsWrittenWithItsChange();
    void failedChangeLeavesNoAnswer();
};

void FlowAccessTest::defaultWorkspaceIsThereFromTheStart()
{
    ServiceFixture f;
    QCOMPARE(f.service->workspaces().all().size(), 1);
    QCOMPARE(f.service->workspaces().all().first().name, u"Default"_s);
    VERIFY_OK(f.wait<Workspace>([&](auto done) { f.service->workspaces().create(u"Team"_s, done); }));
    const WorkspaceId home = f.home();
    f.reopen();
    QCOMPARE(f.home(), home);
    QCOMPARE(f.service->workspaces().all().size(), 2);
    QCOMPARE(f.service->workspaces().all().last().name, u"Team"_s);
}

void FlowAccessTest::keyOpensItsApiAlone()
{
    ServiceFixture f;
    const Result<NewKey> key = makeKey(
        f,
        {.api = "one"_ba, .role = Role::Agent, .scopes = {"read"_ba, "write"_ba}, .name = u"CI"_s, .prefix = "p_"_ba});
    VERIFY_OK(key);
    QVERIFY(key->secret.startsWith("p_"));
    QCOMPARE(key->secret.size(), 2 + 64);
    const std::optional<Principal> principal = f.service->keys().authenticate("one", key->secret);
    QVERIFY(principal);
    QCOMPARE(principal->workspace, f.home());
    QCOMPARE(principal->role, Role::Agent);
    QVERIFY(principal->hasScope("read"));
    QVERIFY(!principal->hasScope("delete"));
    QVERIFY(!f.service->keys().authenticate("two", key->secret));

    const Result<NewKey> bare = makeKey(f, {.api = "two"_ba, .digits = 40});
    VERIFY_OK(bare);
    QCOMPARE(bare->secret.size(), 40);
    QCOMPARE(bare->key.shown, bare->secret.first(6));
    QVERIFY(f.service->keys().authenticate("two", bare->secret));
}

void FlowAccessTest::keyForAllOpensEveryApi()
{
    ServiceFixture f;
    const Result<NewKey> key = makeKey(f, {});
    QVERIFY(f.service->keys().authenticate("one", key->secret));
    QVERIFY(f.service->keys().authenticate("two", key->secret)->hasScope("anything"));
}

void FlowAccessTest::wrongSecretsOpenNothing_data()
{
    QTest::addColumn<QByteArray>("change");
    for (const char *change : {"empty", "prefix", "suffix", "first", "last", "case", "nul"})
        QTest::newRow(change) << QByteArray(change);
}

void FlowAccessTest::wrongSecretsOpenNothing()
{
    QFETCH(QByteArray, change);
    ServiceFixture f;
    QByteArray secret = makeKey(f, {.prefix = "sk_"_ba})->secret;
    if (change == "empty")
        secret.clear();
    else if (change == "prefix")
        secret.chop(1);
    else if (change == "suffix")
        secret += '0';
    else if (change == "first")
        secret[0] = 'x';
    else if (change == "last")
        secret[secret.size() - 1] = secret.endsWith('0') ? '1' : '0';
    else if (change == "case")
        secret = secret.toUpper();
    else
        secret += '\0';
    QVERIFY(!f.service->keys().authenticate("all", secret));
}

void FlowAccessTest::secretIsNowhereInTheFile()
{
    ServiceFixture f;
    const QByteArray secret = makeKey(f, {.prefix = "sk_"_ba})->secret;
    f.close();
    QFile file(f.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray bytes = file.readAll();
    QVERIFY(!bytes.contains(secret.mid(3)));
    QVERIFY(bytes.contains(QCryptographicHash::hash(secret, QCryptographicHash::Sha256)));
}

void FlowAccessTest::revokedKeyStopsAtOnce()
{
    ServiceFixture f;
    const Result<NewKey> key = makeKey(f, {});
    f.service->keys().revoke(key->key.id, [](const Result<void> &done) { VERIFY_OK(done); });
    QVERIFY(!f.service->keys().authenticate("one", key->secret));
    f.turn();
    f.reopen();
    QVERIFY(!f.service->keys().authenticate("one", key->secret));
    QCOMPARE(
        f.wait<void>([&](auto done) { f.service->keys().revoke(key->key.id, done); }).error().code, "not_found"_ba);
}

void FlowAccessTest::failedRevokeLeavesTheKey()
{
    ServiceFixture f;
    const Result<NewKey> key = makeKey(f, {});
    f.disk->failing = StoreStep::Commit;
    QVERIFY(!f.wait<void>([&](auto done) { f.service->keys().revoke(key->key.id, done); }));
    QVERIFY(f.service->keys().authenticate("one", key->secret));
    f.disk->failing = StoreStep::Begin;
    QVERIFY(!f.wait<void>([&](auto done) { f.service->keys().revoke(key->key.id, done); }));
    QVERIFY(f.service->keys().authenticate("one", key->secret));
    f.disk->failing.reset();
}

void FlowAccessTest::keysSurviveReopening()
{
    ServiceFixture f;
    const Result<NewKey> key
        = makeKey(f, {.api = "one"_ba, .role = Role::Admin, .scopes = {"a"_ba}, .name = u"Name"_s});
    f.reopen();
    QCOMPARE(f.service->keys().all().size(), 1);
    const ApiKey kept = f.service->keys().all().first();
    QCOMPARE(kept.id, key->key.id);
    QCOMPARE(kept.name, u"Name"_s);
    QCOMPARE(kept.role, Role::Admin);
    QCOMPARE(kept.scopes, QList<QByteArray>{"a"_ba});
    QCOMPARE(kept.shown, key->secret.first(6));
    QVERIFY(f.service->keys().authenticate("one", key->secret));
}

void FlowAccessTest::otherWorkspaceSeesNothing_data()
{
    QTest::addColumn<QByteArray>("function");
    for (const char *name :
         {"flow", "commit", "remove", "restore", "validate", "publish", "activate", "pause", "versions", "version",
          "changes", "child"})
        QTest::newRow(name) << QByteArray(name);
}

void FlowAccessTest::otherWorkspaceSeesNothing()
{
    QFETCH(QByteArray, function);
    ServiceFixture f;
    const FlowId id = f.create("bot"_ba).summary.id;
    const QByteArray version = f.publish(id)->version->id;
    const FlowId gone = f.create("bot"_ba).summary.id;
    VERIFY_OK(f.remove(gone));
    const WorkspaceId other
        = f.wait<Workspace>([&](auto done) { f.service->workspaces().create(u"Other"_s, done); })->id;
    FlowService &s = *f.service;
    QByteArray code = "done"_ba;
    const auto note = [&code](const auto &result) { code = result ? "done"_ba : result.error().code; };
    const QHash<QByteArray, std::function<void()>> calls = {
        {"flow"_ba, [&] { note(s.flows().flow(other, id)); }},
        {"commit"_ba, [&] { s.flows().commit(other, {.flow = id, .edits = {.content = setMember("x", {})}}, note); }},
        {"remove"_ba, [&] { s.flows().remove(other, id, {}, note); }},
        {"restore"_ba, [&] { s.flows().restore(other, gone, {}, note); }},
        {"validate"_ba, [&] { note(s.life().validate(other, id)); }},
        {"publish"_ba, [&] { s.life().publish(other, id, {}, note); }},
        {"activate"_ba, [&] { s.life().activate(other, id, {}, note); }},
        {"pause"_ba, [&] { s.life().pause(other, id, {}, note); }},
        {"versions"_ba, [&] { note(s.life().versions(other, id, {}, 10)); }},
        {"version"_ba, [&] { note(s.life().version(other, id, version)); }},
        {"changes"_ba, [&] { note(s.events().changesSince(other, id, 0)); }},
        {"child"_ba, [&] { s.flows().create({.workspace = other, .kind = "part"_ba, .parent = id}, note); }},
    };
    calls.value(function)();
    f.turn();
    QCOMPARE(code, "not_found"_ba);
    QCOMPARE(s.flows().list({.workspace = other})->total, 0);
    QCOMPARE(s.flows().trash(other)->size(), 0);
    QCOMPARE(s.flows().list({})->total, 1);
    QCOMPARE(f.flow(id).revision, 2);
}

void FlowAccessTest::answerIsKeptForADay()
{
    ServiceFixture f;
    f.service->answers().remember(f.home(), "key", {.requestDigest = "d"_ba, .answer = plainJson("{'status': 201}")});
    VERIFY_OK(f.service->flush());
    f.reopen();
    const std::optional<StoredAnswer> kept = f.service->answers().stored(f.home(), "key");
    QVERIFY(kept);
    QCOMPARE(kept->requestDigest, "d"_ba);
    QCOMPARE(writeJson(kept->answer), "{\"status\":201}"_ba);
    QVERIFY(!f.service->answers().stored(f.home(), "other"));
    QVERIFY(!f.service->answers().stored(WorkspaceId("elsewhere"_ba), "key"));
    // A clock that goes back expires nothing.
    f.clock->time -= 86'400'000;
    QVERIFY(f.service->answers().stored(f.home(), "key"));
    f.clock->time += 3 * 86'400'000LL;
    QVERIFY(!f.service->answers().stored(f.home(), "key"));
}

void FlowAccessTest::answerIsWrittenWithItsChange()
{
    ServiceFixture f;
    const int before = f.disk->commits;
    f.service->answers().remember(f.home(), "key", {.requestDigest = "d"_ba});
    QStringList order;
    f.service->answers().answeringEarly([&] {
        f.service->flows().create({.kind = "bot"_ba}, [&](const Result<FlowRecord> &made) {
            VERIFY_OK(made);
            order.append(u"made"_s);
            f.service->answers().remember(
                f.home(), "key", {.requestDigest = "d"_ba, .answer = Json::string(made->summary.id.utf8)});
            f.service->answers().whenDurable([&order](const Result<void> &durable) {
                VERIFY_OK(durable);
                order.append(u"durable"_s);
            });
        });
    });
    order.append(u"returned"_s);
    f.turn();
    QCOMPARE(order, QStringList({u"made"_s, u"returned"_s, u"durable"_s}));
    QCOMPARE(f.disk->commits, before + 1);
    f.reopen();
    const FlowId id(f.service->answers().stored(f.home(), "key")->answer.toUtf8());
    VERIFY_OK(f.service->flows().flow(f.home(), id));
}

void FlowAccessTest::failedChangeLeavesNoAnswer()
{
    ServiceFixture f;
    f.disk->failing = StoreStep::Commit;
    QByteArray code;
    f.service->answers().remember(f.home(), "key", {.requestDigest = "d"_ba});
    f.service->answers().answeringEarly([&] {
        f.service->flows().create({.kind = "bot"_ba}, [&](const Result<FlowRecord> &) {
            f.service->answers().whenDurable(
                [&code](const Result<void> &durable) { code = durable ? "done"_ba : durable.error().code; });
        });
    });
    f.turn();
    QCOMPARE(code, "storage_failed"_ba);
    f.disk->failing.reset();
    QVERIFY(!f.service->answers().stored(f.home(), "key"));
    QCOMPARE(f.service->flows().list({})->total, 0);
}

JACKFIELD_TEST(FlowAccessTest)

} // namespace jackfield::flow_access_test

#include "flow_access_test.moc"
