// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/api/log/request_log.h"
#include "storage/http/http_limits.h"
#include "storage/service/service_thread.h"

#include <QFuture>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QThreadPool>

#include <functional>
#include <memory>

namespace jackfield {

class ControlServer;
class DataFolder;
class LocalServer;

/// Where the API answers, for the server panel and the status bar.
struct ServerStatus
{
    bool wanted = true; ///< the user's switch
    QString address; ///< "http://127.0.0.1:7717"; empty when it does not listen
    QString problem; ///< why it does not although wanted
    QSet<QByteArray> rateLimited; ///< APIs whose keys are held to the limits of their platform

    friend bool operator==(const ServerStatus &, const ServerStatus &) = default;
};

/// Makes the kinds that a workbench knows.
using MakeKinds = std::function<std::unique_ptr<KindRegistry>()>;

struct WorkbenchOptions
{
    QString dataFolder;
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 7717;
    bool api = true; ///< false: nothing listens until setServerWanted(true)
    HttpLimits limits;
    QSet<QByteArray> rateLimited; ///< see ServerStatus
    MakeKinds kinds = [] { return std::make_unique<KindRegistry>(); }; ///< called once the folder is owned
};

/// What a log that is on show takes in at once.
struct ExchangeBatch
{
    QList<Exchange> exchanges; ///< oldest first
    QList<Workspace> workspaces; ///< every one there is, for their names
};

/// One owned data folder with everything that works on it: the kinds, the service on its own thread, the HTTP server,
/// and the control socket through which other processes ask. The window and jackfieldctl both stand on it. Lives in the
/// thread that opened it; never blocks that after open().
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// Takes the data folder and starts the service. Errors: folder_owned when another process has it, folder_unusable,
    /// and those of opening the store. A port that is taken is not an error: server() says so.
    static Result<std::unique_ptr<Workbench>> open(const WorkbenchOptions &options);
    ~Workbench() override; ///< finishes what is under way

    const KindRegistry &kinds() const { return *m_kinds; }
    /// Threads for what takes long and touches no service: reading files, projecting, layout, validation. Never
    /// QThreadPool::globalInstance(): Qt's raster engine fills large areas on that one, so a frame would wait until a
    /// job there is done. The kinds are there until the last job is.
    QThreadPool &workers() { return m_workers; }
    const WorkspaceId &workspace() const { return m_workspace; } ///< the default one
    const QByteArray &author() const { return m_author; } ///< marks this process's own commits
    QString dataFolderPath() const;

    const ServerStatus &server() const { return m_server; }
    void setServerWanted(bool wanted);
    void setRateLimited(const QByteArray &api, bool limited);
    /// What the keys of an API can be limited to; of "all": of every API.
    QFuture<QList<QByteArray>> scopes(const QByteArray &api);
    /// Stops accepting, finishes the answers under way (2 s at most) and makes everything durable. The future is then
    /// done.
    QFuture<void> closeServer();

    template <typename Work> auto call(Work work) { return m_thread->call(std::move(work)); }
    template <typename T, typename Work> QFuture<Result<T>> write(Work work)
    {
        return m_thread->write<T>(std::move(work));
    }
    /// The exchanges behind number `last`, at most those that the log keeps. exchangesArrived() tells, once, when there
    /// are more: who does not ask costs the service nothing.
    QFuture<ExchangeBatch> exchangesAfter(qint64 last);
    QFuture<void> clearExchanges();
    /// Makes a logged request again, see ApiServer::replay(): the number of the new exchange.
    QFuture<Result<qint64>> replay(qint64 number);
    /// Runs one control request (see control_commands.h) as if another process had asked.
    QFuture<Json> control(const Json &request);

signals:
    void flowHappened(const jackfield::FlowEvent &event); ///< on disk; by any author, in order
    void storageTroubled(const QString &message); ///< empty when writing works again
    void serverChanged();
    /// Another process asks a window to open these. Where nobody is connected that process is told that there is no
    /// window.
    void openRequested(const QStringList &files);
    /// The API answered a request. Emitted on the service thread.
    void exchanged(const jackfield::Exchange &exchange);
    void exchangesArrived(); ///< there are some behind those that exchangesAfter() gave last

private:
    explicit Workbench(WorkbenchOptions options);
    Result<void> start();
    Result<void> startControl();
    LocalServer &localServer();
    Json openInWindow(const Json &request);
    void startServer();
    void showServer(const QString &address, const QString &problem);
    void tellOfExchanges();

    const WorkbenchOptions m_options;
    const QByteArray m_author;
    WorkspaceId m_workspace;
    ServerStatus m_server;
    std::unique_ptr<KindRegistry> m_kinds;
    QThreadPool m_workers; ///< goes after the service, whose answers start jobs, and before the kinds, which they read
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<ServiceThread> m_thread;
    // Made, used and destroyed on the service thread.
    std::unique_ptr<LocalServer>
        m_localServer; ///< not before it is wanted: reading the descriptions of the APIs takes time
    std::unique_ptr<ControlServer> m_control;
    QSet<QByteArray> m_rateLimited;
    bool m_tellsOfExchanges = false; ///< somebody asked for those before and waits for the next
};

} // namespace jackfield
