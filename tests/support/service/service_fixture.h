// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/service/flow_service.h"
#include "storage/store/flow_store.h"
#include "tests/support/flows/plain_json.h"

#include <QTemporaryDir>

#include <algorithm>
#include <optional>

namespace jackfield::testing {

/// A clock that stands still until it is told otherwise.
class HandClock final : public Clock
{
public:
    qint64 now() override { return time; }
    qint64 time = 1'700'000'000'000;
};

/// Random bytes that count upwards from a seed.
class CountingRandom final : public RandomSource
{
public:
    void fill(std::span<quint8> bytes) override
    {
        for (quint8 &byte : bytes)
            byte = next++;
    }
    quint8 next = 1;
};

/// Fails at a step on demand and counts transactions.
class FaultyDisk final : public StoreProbe
{
public:
    void opened(QSqlDatabase &database) override { connection = database; }
    Result<void> before(StoreStep step) override;

    std::optional<StoreStep> failing;
    Error error{.code = "storage_failed", .message = QStringLiteral("The disk broke.")};
    int commits = 0;
    QSqlDatabase connection; ///< the one opened last
};

/// A store in a folder of its own with plain kinds, which can be closed and opened again.
class ServiceFixture
{
public:
    ServiceFixture();
    ~ServiceFixture();

    void open(); ///< ends the test program when that fails
    void close();
    void reopen();
    QString path(const QString &name = QStringLiteral("jackfield.db")) const { return folder.filePath(name); }

    /// Calls `work(completion)`, runs the event loop until the transaction has ended, and returns what it completed
    /// with.
    template <typename T, typename Work> Result<T> wait(Work work)
    {
        std::optional<Result<T>> outcome;
        work(Completion<T>([&outcome](Result<T> result) { outcome = std::move(result); }));
        turn();
        Q_ASSERT(outcome);
        return *outcome;
    }
    void turn(); ///< one turn of the event loop: whatever is posted

    FlowRecord create(
        const QByteArray &kind, const QString &name = QStringLiteral("Flow"), const FlowId &parent = {},
        Json content = {});
    Result<FlowRecord> commit(const FlowId &id, const JsonEdits &edits, std::optional<qint64> base = {});
    Result<PublishOutcome> publish(const FlowId &id);
    Result<FlowRecord> activate(const FlowId &id);
    Result<FlowRecord> pause(const FlowId &id);
    Result<void> remove(const FlowId &id);
    Result<FlowRecord> restore(const FlowId &id);
    FlowRecord flow(const FlowId &id);
    WorkspaceId home() const { return service->workspaces().defaultId(); }

    QTemporaryDir folder;
    std::shared_ptr<HandClock> clock = std::make_shared<HandClock>();
    std::shared_ptr<FaultyDisk> disk = std::make_shared<FaultyDisk>();
    KindRegistry kinds;
    std::unique_ptr<FlowService> service;
};

JsonEdits setMember(QByteArrayView key, Json value);

} // namespace jackfield::testing
