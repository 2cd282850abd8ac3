// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/host/workbench.h"

#include "model/kinds/kind_registry.h"
#include "storage/api/local_server.h"
#include "storage/host/control_commands.h"
#include "storage/host/control_socket.h"
#include "storage/store/data_folder.h"
#include "storage/store/flow_store.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QMetaMethod>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

Workbench::Workbench(WorkbenchOptions options)
    : m_options(std::move(options)), m_author("session:" + QUuid::createUuid().toByteArray(QUuid::Id128).left(12))
{
    qRegisterMetaType<FlowEvent>();
}

Workbench::~Workbench()
{
    if (!m_thread || !m_thread->ready())
        return;
    m_thread
        ->call([this](FlowService &) {
            m_control.reset();
            m_localServer.reset();
        })
        .waitForFinished();
    m_thread.reset();
}

Result<std::unique_ptr<Workbench>> Workbench::open(const WorkbenchOptions &options)
{
    std::unique_ptr<Workbench> workbench(new Workbench(options));
    if (const Result<void> started = workbench->start(); !started)
        return started.error();
    return workbench;
}

QString Workbench::dataFolderPath() const
{
    return m_folder->path();
}

Result<void> Workbench::start()
{
    Result<std::unique_ptr<DataFolder>> folder = DataFolder::own(m_options.dataFolder);
    if (!folder)
        return folder.error();
    m_folder = std::move(*folder);
    m_kinds = m_options.kinds();
    m_thread = std::make_unique<ServiceThread>(
        [&kinds = *m_kinds, path = m_folder->databasePath()]() -> Result<std::unique_ptr<FlowService>> {
            Result<std::unique_ptr<FlowStore>> store = FlowStore::open(path);
            if (!store)
                return store.error();
            return std::make_unique<FlowService>(kinds, std::move(*store));
        });
    if (!m_thread->ready())
        return m_thread->ready().error();

    Result<void> control;
    m_rateLimited = m_options.rateLimited;
    m_thread
        ->call([this, &control](FlowService &service) {
            m_workspace = service.workspaces().defaultId();
            connect(&service, &FlowService::happened, this, &Workbench::flowHappened);
            connect(&service, &FlowService::storageTroubled, this, &Workbench::storageTroubled);
            control = startControl();
            if (m_options.api)
                startServer();
        })
        .waitForFinished();
    m_server.wanted = m_options.api;
    m_server.rateLimited = m_options.rateLimited;
    return control;
}

Result<void> Workbench::startControl()
{
    m_control = std::make_unique<ControlServer>([this](const Json &request, const ControlServer::Answer &answer) {
        if (request["command"].utf8() == "open")
            answer(openInWindow(request));
        else
            runControlCommand(m_thread->service(), request, answer);
    });
    return m_control->listen(DataFolder::controlSocketPath(m_folder->path()));
}

Json Workbench::openInWindow(const Json &request)
{
    static const QMetaMethod wanted = QMetaMethod::fromSignal(&Workbench::openRequested);
    if (!isSignalConnected(wanted))
        return controlError({"no_window", u"The process that owns the data folder has no window."_s});
    QStringList files;
    for (const Json &file : request["files"].items())
        files << file.toString();
    QMetaObject::invokeMethod(
        this, [this, files] { emit openRequested(files); }, Qt::QueuedConnection);
    return Json::object({member("value", Json::boolean(true))});
}

LocalServer &Workbench::localServer()
{
    if (!m_localServer) {
        m_localServer = std::make_unique<LocalServer>(m_thread->service(), m_options.limits);
        // Direct, so that a log costs the service one call and this object's thread nothing.
        connect(m_localServer.get(), &LocalServer::exchanged, this, &Workbench::exchanged, Qt::DirectConnection);
        connect(m_localServer.get(), &LocalServer::exchanged, this, &Workbench::tellOfExchanges, Qt::DirectConnection);
        for (const QByteArray &api : std::as_const(m_rateLimited))
            m_localServer->setRateLimited(api, true);
    }
    return *m_localServer;
}

QFuture<void> Workbench::closeServer()
{
    auto promise = std::make_shared<QPromise<void>>();
    promise->start();
    QFuture<void> future = promise->future();
    m_thread->call([this, promise](FlowService &service) {
        const auto finish = [&service, promise] {
            static_cast<void>(service.flush());
            promise->finish();
        };
        if (m_localServer)
            m_localServer->close(finish);
        else
            finish();
    });
    return future;
}

void Workbench::startServer()
{
    const Result<void> listening = localServer().listen(QHostAddress(m_options.listenAddress), m_options.port);
    const QString address = localServer().address();
    m_folder->announceAddress(address);
    const QString problem = listening ? QString() : listening.error().message;
    QMetaObject::invokeMethod(
        this, [this, address, problem] { showServer(address, problem); }, Qt::QueuedConnection);
}

void Workbench::showServer(const QString &address, const QString &problem)
{
    m_server.address = address;
    m_server.problem = problem;
    emit serverChanged();
}

void Workbench::setServerWanted(bool wanted)
{
    if (m_server.wanted == wanted)
        return;
    m_server.wanted = wanted;
    emit serverChanged();
    m_thread->call([this, wanted](FlowService &) {
        const Result<void> done = localServer().setEnabled(wanted);
        if (wanted && (!done || localServer().address().isEmpty())) {
            startServer();
            return;
        }
        const QString address = localServer().address();
        m_folder->announceAddress(address);
        QMetaObject::invokeMethod(
            this, [this, address] { showServer(address, {}); }, Qt::QueuedConnection);
    });
}

void Workbench::setRateLimited(const QByteArray &api, bool limited)
{
    if (m_server.rateLimited.contains(api) == limited)
        return;
    const auto change = [api, limited](QSet<QByteArray> &apis) {
        if (limited)
            apis.insert(api);
        else
            apis.remove(api);
    };
    change(m_server.rateLimited);
    m_thread->call([this, api, limited, change](FlowService &) {
        change(m_rateLimited);
        if (m_localServer)
            m_localServer->setRateLimited(api, limited);
    });
    emit serverChanged();
}

QFuture<QList<QByteArray>> Workbench::scopes(const QByteArray &api)
{
    return m_thread->call([this, api](FlowService &) { return localServer().scopes(api); });
}

void Workbench::tellOfExchanges()
{
    // On the service thread. One queued call for any number of exchanges.
    if (std::exchange(m_tellsOfExchanges, false))
        QMetaObject::invokeMethod(this, &Workbench::exchangesArrived, Qt::QueuedConnection);
}

QFuture<ExchangeBatch> Workbench::exchangesAfter(qint64 last)
{
    return m_thread->call([this, last](FlowService &service) {
        m_tellsOfExchanges = true;
        return ExchangeBatch{
            m_localServer ? m_localServer->log().after(last) : QList<Exchange>(), service.workspaces().all()};
    });
}

QFuture<void> Workbench::clearExchanges()
{
    return m_thread->call([this](FlowService &) {
        if (m_localServer)
            m_localServer->log().clear();
    });
}

QFuture<Result<qint64>> Workbench::replay(qint64 number)
{
    return m_thread->write<qint64>(
        [this, number](FlowService &, const Completion<qint64> &done) { localServer().replay(number, done); });
}

QFuture<Json> Workbench::control(const Json &request)
{
    auto promise = std::make_shared<QPromise<Json>>();
    promise->start();
    QFuture<Json> future = promise->future();
    m_thread->call([request, promise](FlowService &service) {
        runControlCommand(service, request, [promise](const Json &answer) {
            promise->addResult(answer);
            promise->finish();
        });
    });
    return future;
}

} // namespace jackfield
