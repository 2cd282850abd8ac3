// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/api/local_server.h"
#include "tests/support/service/raw_client.h"

#include <QTemporaryDir>

#include <memory>

namespace jackfield {

/// One request of a test, and nothing that it does not say beside Host and Content-Length.
struct TestRequest
{
    QByteArray method;
    QByteArray target;
    QByteArray key = {}; ///< empty = none
    QList<std::pair<QByteArray, QByteArray>> headers = {};
    std::optional<QByteArray> body = {}; ///< with Content-Type application/json unless `headers` say otherwise
};

/// The names of the descriptions that are served: every public API, and our own.
QList<QByteArray> describedApis();

/// Every API over a fresh store, on a free port, on the thread of the test.
class ApiFixture
{
public:
    /// `clock` is what rate limits go by.
    explicit ApiFixture(std::shared_ptr<Clock> clock = systemClock());
    ~ApiFixture();

    FlowService &service() { return *m_service; }
    LocalServer &server() { return *m_server; }
    quint16 port() const;

    /// A new key; fails the test when it cannot be made.
    QByteArray
    key(const QByteArray &api, const QList<QByteArray> &scopes = {}, Role role = Role::Owner,
        const WorkspaceId &workspace = {});
    WorkspaceId newWorkspace(const QString &name);
    RawResponse send(const TestRequest &request);
    /// The head and what came of the body so far; for answers that stay open.
    QByteArray head(const TestRequest &request);

    /// Closes the store and opens it again, as a restart does.
    void restart();

private:
    void open();
    void close();
    QByteArray bytes(const TestRequest &request) const;

    std::shared_ptr<Clock> m_clock;
    KindRegistry m_kinds;
    QTemporaryDir m_folder;
    std::unique_ptr<FlowService> m_service;
    std::unique_ptr<LocalServer> m_server;
};

} // namespace jackfield
