// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::shelves_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class FlowShelfsTest : public QObject
{
    Q_OBJECT

private slots:
    void shelfIsMadeChangedAndRemoved();
    void shelfBelongsToItsWorkspace();
    void failedWriteLeavesNoShelf();
};

namespace {

Result<FlowShelf> put(ServiceFixture &f, const FlowShelf &shelf)
{
    return f.wait<FlowShelf>([&](auto done) { f.service->shelves().put(shelf, done); });
}

} // namespace

void FlowShelfsTest::shelfIsMadeChangedAndRemoved()
{
    ServiceFixture f;
    Result<FlowShelf> made = put(f, {.id = f.service->newHexId(), .name = u"Sales"_s});
    VERIFY_OK(made);
    f.clock->time += 5000;
    FlowShelf changed = *made;
    changed.name = u"Support"_s;
    changed.properties = plainJson("{'colour': 'red'}");
    VERIFY_OK(put(f, changed));
    VERIFY_OK(put(f, {.name = u"Second"_s}));
    f.reopen();
    const Result<FlowShelf> found = f.service->shelves().shelf({}, made->id);
    VERIFY_OK(found);
    QCOMPARE(found->name, u"Support"_s);
    QCOMPARE(writeJson(found->properties), "{\"colour\":\"red\"}"_ba);
    QCOMPARE(found->createdAt, made->createdAt);
    QVERIFY(found->updatedAt > made->updatedAt);
    QCOMPARE(f.service->shelves().all({})->size(), 2);
    VERIFY_OK(f.wait<void>([&](auto done) { f.service->shelves().remove({}, made->id, done); }));
    QCOMPARE(f.service->shelves().all({})->size(), 1);
    QCOMPARE(
        f.wait<void>([&](auto done) { f.service->shelves().remove({}, made->id, done); }).error().code, "not_found"_ba);
}

void FlowShelfsTest::shelfBelongsToItsWorkspace()
{
    ServiceFixture f;
    const QByteArray id = put(f, {.name = u"Mine"_s})->id;
    const WorkspaceId other
        = f.wait<Workspace>([&](auto done) { f.service->workspaces().create(u"Other"_s, done); })->id;
    QCOMPARE(f.service->shelves().all(other)->size(), 0);
    QCOMPARE(f.service->shelves().shelf(other, id).error().code, "not_found"_ba);
    QCOMPARE(
        f.wait<void>([&](auto done) { f.service->shelves().remove(other, id, done); }).error().code, "not_found"_ba);
    QCOMPARE(put(f, {.id = id, .workspace = other, .name = u"Taken"_s}).error().code, "not_found"_ba);
    QCOMPARE(put(f, {.workspace = WorkspaceId("nowhere"_ba), .name = u"Lost"_s}).error().code, "not_found"_ba);
    QCOMPARE(f.service->shelves().shelf({}, id)->name, u"Mine"_s);
}

void FlowShelfsTest::failedWriteLeavesNoShelf()
{
    ServiceFixture f;
    f.disk->failing = StoreStep::Commit;
    QCOMPARE(put(f, {.name = u"Sales"_s}).error().code, "storage_failed"_ba);
    f.disk->failing.reset();
    QCOMPARE(f.service->shelves().all({})->size(), 0);
}

JACKFIELD_TEST(FlowShelfsTest)

} // namespace jackfield::shelves_test

#include "shelves_test.moc"
