// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::flow_folders_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class FlowFoldersTest : public QObject
{
    Q_OBJECT

private slots:
    void folderIsMadeChangedAndRemoved();
    void folderBelongsToItsWorkspace();
    void failedWriteLeavesNoFolder();
};

namespace {

Result<FlowFolder> put(ServiceFixture &f, const FlowFolder &folder)
{
    return f.wait<FlowFolder>([&](auto done) { f.service->putFolder(folder, done); });
}

} // namespace

void FlowFoldersTest::folderIsMadeChangedAndRemoved()
{
    ServiceFixture f;
    Result<FlowFolder> made = put(f, {.id = f.service->newHexId(), .name = u"Sales"_s});
    QVERIFY(made);
    f.clock->time += 5000;
    FlowFolder changed = *made;
    changed.name = u"Support"_s;
    changed.properties = plainJson("{'colour': 'red'}");
    QVERIFY(put(f, changed));
    QVERIFY(put(f, {.name = u"Second"_s}));
    f.reopen();
    const Result<FlowFolder> found = f.service->folder({}, made->id);
    QVERIFY(found);
    QCOMPARE(found->name, u"Support"_s);
    QCOMPARE(writeJson(found->properties), "{\"colour\":\"red\"}"_ba);
    QCOMPARE(found->createdAt, made->createdAt);
    QVERIFY(found->updatedAt > made->updatedAt);
    QCOMPARE(f.service->folders({})->size(), 2);
    QVERIFY(f.wait<void>([&](auto done) { f.service->removeFolder({}, made->id, done); }));
    QCOMPARE(f.service->folders({})->size(), 1);
    QCOMPARE(
        f.wait<void>([&](auto done) { f.service->removeFolder({}, made->id, done); }).error().code, "not_found"_ba);
}

void FlowFoldersTest::folderBelongsToItsWorkspace()
{
    ServiceFixture f;
    const QByteArray id = put(f, {.name = u"Mine"_s})->id;
    const WorkspaceId other = f.wait<Workspace>([&](auto done) { f.service->createWorkspace(u"Other"_s, done); })->id;
    QCOMPARE(f.service->folders(other)->size(), 0);
    QCOMPARE(f.service->folder(other, id).error().code, "not_found"_ba);
    QCOMPARE(f.wait<void>([&](auto done) { f.service->removeFolder(other, id, done); }).error().code, "not_found"_ba);
    QCOMPARE(put(f, {.id = id, .workspace = other, .name = u"Taken"_s}).error().code, "not_found"_ba);
    QCOMPARE(put(f, {.workspace = WorkspaceId("nowhere"_ba), .name = u"Lost"_s}).error().code, "not_found"_ba);
    QCOMPARE(f.service->folder({}, id)->name, u"Mine"_s);
}

void FlowFoldersTest::failedWriteLeavesNoFolder()
{
    ServiceFixture f;
    f.disk->failing = StoreStep::Commit;
    QCOMPARE(put(f, {.name = u"Sales"_s}).error().code, "storage_failed"_ba);
    f.disk->failing.reset();
    QCOMPARE(f.service->folders({})->size(), 0);
}

JACKFIELD_TEST(FlowFoldersTest)

} // namespace jackfield::flow_folders_test

#include "flow_folders_test.moc"
