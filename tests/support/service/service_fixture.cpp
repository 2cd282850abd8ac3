// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/service/service_fixture.h"

#include "tests/support/kinds/plain_kind.h"

#include <QCoreApplication>

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

Result<void> FaultyDisk::before(StoreStep step)
{
    if (failing == step)
        return error;
    if (step == StoreStep::Commit)
        ++commits;
    return {};
}

ServiceFixture::ServiceFixture() : kinds(plainKinds())
{
    open();
}

ServiceFixture::~ServiceFixture()
{
    close();
}

void ServiceFixture::open()
{
    Result<std::unique_ptr<FlowStore>> store = FlowStore::open(path(), {.clock = clock, .probe = disk});
    if (!store)
        qFatal("%s", qPrintable(store.error().message));
    service = std::make_unique<FlowService>(kinds, *std::move(store));
}

void ServiceFixture::close()
{
    disk->connection = {};
    service.reset();
}

void ServiceFixture::reopen()
{
    close();
    open();
}

void ServiceFixture::turn()
{
    QCoreApplication::sendPostedEvents();
}

FlowRecord ServiceFixture::create(const QByteArray &kind, const QString &name, const FlowId &parent, Json content)
{
    const Result<FlowRecord> made = wait<FlowRecord>([&](Completion<FlowRecord> done) {
        service->flows().create(
            {.kind = kind,
             .name = name,
             .parent = parent,
             .state = {.content = std::move(content)},
             .author = "test"_ba},
            std::move(done));
    });
    if (!made)
        qFatal("%s", qPrintable(made.error().message));
    return *made;
}

Result<FlowRecord> ServiceFixture::commit(const FlowId &id, const JsonEdits &edits, std::optional<qint64> base)
{
    return wait<FlowRecord>([&](Completion<FlowRecord> done) {
        service->flows().commit(
            home(), {.flow = id, .baseRevision = base, .edits = {.content = edits}, .author = "test"_ba},
            std::move(done));
    });
}

Result<PublishOutcome> ServiceFixture::publish(const FlowId &id)
{
    return wait<PublishOutcome>([&](auto done) { service->life().publish(home(), id, "test"_ba, done); });
}

Result<FlowRecord> ServiceFixture::activate(const FlowId &id)
{
    return wait<FlowRecord>([&](auto done) { service->life().activate(home(), id, "test"_ba, done); });
}

Result<FlowRecord> ServiceFixture::pause(const FlowId &id)
{
    return wait<FlowRecord>([&](auto done) { service->life().pause(home(), id, "test"_ba, done); });
}

Result<void> ServiceFixture::remove(const FlowId &id)
{
    return wait<void>([&](auto done) { service->flows().remove(home(), id, "test"_ba, done); });
}

Result<FlowRecord> ServiceFixture::restore(const FlowId &id)
{
    return wait<FlowRecord>([&](auto done) { service->flows().restore(home(), id, "test"_ba, done); });
}

FlowRecord ServiceFixture::flow(const FlowId &id)
{
    const Result<FlowRecord> found = service->flows().flow(home(), id);
    if (!found)
        qFatal("%s", qPrintable(found.error().message));
    return *found;
}

JsonEdits setMember(QByteArrayView key, Json value)
{
    return {JsonEdit::insert(JsonPointer().child(key), std::move(value))};
}

} // namespace jackfield::testing
