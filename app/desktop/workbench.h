// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/service_thread.h"

#include <QFuture>
#include <QObject>
#include <QString>

#include <memory>

namespace jackfield {

class DataFolder;
class LocalServer;

/// Where the API answers, for the server panel and the status bar.
struct ServerStatus
{
    bool wanted = true; ///< the user's switch
    QString address; ///< "http://127.0.0.1:7717"; empty when it does not listen
    QString problem; ///< why it does not although wanted

    friend bool operator==(const ServerStatus &, const ServerStatus &) = default;
};

struct WorkbenchOptions
{
    QString dataFolder;
    QString listenAddress = QStringLiteral("127.0.0.1");
    quint16 port = 7717;
    bool api = true;
};

/// What every part of the window works with: the kinds, the service on its thread, the API server, the events.
/// Lives in the GUI thread; never blocks after it was opened.
class Workbench : public QObject
{
    Q_OBJECT

public:
    /// Takes the data folder and starts service and server. Error folder_owned when another process has it.
    static Result<std::unique_ptr<Workbench>> open(const WorkbenchOptions &options);
    ~Workbench() override;

    const KindRegistry &kinds() const { return *m_kinds; }
    WorkspaceId workspace() const { return m_workspace; }
    QByteArray origin() const { return m_origin; } ///< what marks this window's own commits
    QString dataFolderPath() const;

    const ServerStatus &server() const { return m_server; }
    void setServerWanted(bool wanted);

    template <typename Work>
    auto call(Work work)
    {
        return m_thread->call(std::move(work));
    }
    template <typename T, typename Work>
    QFuture<Result<T>> write(Work work)
    {
        return m_thread->write<T>(std::move(work));
    }

signals:
    void flowHappened(const jackfield::FlowEvent &event); ///< on disk; from any origin, in order
    void storageTroubled(const QString &message); ///< empty when writing works again
    void serverChanged();
    void openRequested(const QStringList &files); ///< a second start handed these over

private:
    explicit Workbench(WorkbenchOptions options);
    Result<void> start();
    void startServer();

    WorkbenchOptions m_options;
    QByteArray m_origin;
    WorkspaceId m_workspace;
    ServerStatus m_server;
    std::unique_ptr<KindRegistry> m_kinds;
    std::unique_ptr<DataFolder> m_folder;
    std::unique_ptr<ServiceThread> m_thread;
    std::unique_ptr<LocalServer> m_localServer; ///< lives on the service thread
};

} // namespace jackfield
