// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_service.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <memory>
#include <type_traits>

namespace jackfield {

/// The thread that owns a FlowService. Other threads hand it work and get futures; values cross, objects do not.
class ServiceThread
{
public:
    /// Opens the data folder on the new thread. `ready` of the result is what opening said.
    /// `makeService` runs on the service thread.
    explicit ServiceThread(std::function<Result<std::unique_ptr<FlowService>>()> makeService);
    ~ServiceThread(); ///< flushes and joins

    /// A program calls it before all else of Qt, for the environment must not change once there are threads. Theirs
    /// then get Qt's own event loop: GLib's wakes itself up, with a system call, whenever a socket waits for something
    /// else.
    static void chooseEventLoop();

    ServiceThread(const ServiceThread &) = delete;
    ServiceThread &operator=(const ServiceThread &) = delete;

    const Result<void> &ready() const { return m_ready; }
    /// Context object of the service thread, for connections and for objects that must live there.
    QObject *context() const { return m_context; }
    /// Requires: on the service thread, ready().
    FlowService &service() const { return *m_service; }

    /// Runs `work(FlowService &)` on the service thread; the future carries what it returns.
    template <typename Work> auto call(Work work) -> QFuture<std::invoke_result_t<Work, FlowService &>>
    {
        using Value = std::invoke_result_t<Work, FlowService &>;
        auto promise = std::make_shared<QPromise<Value>>();
        promise->start();
        QFuture<Value> future = promise->future();
        QMetaObject::invokeMethod(
            m_context,
            [this, work = std::move(work), promise]() mutable {
                if constexpr (std::is_void_v<Value>)
                    work(*m_service);
                else
                    promise->addResult(work(*m_service));
                promise->finish();
            },
            Qt::QueuedConnection);
        return future;
    }

    /// Runs `work(FlowService &, Completion<T>)`; the future is finished when the completion was called.
    template <typename T, typename Work> QFuture<Result<T>> write(Work work)
    {
        auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QFuture<Result<T>> future = promise->future();
        QMetaObject::invokeMethod(
            m_context,
            [this, work = std::move(work), promise]() mutable {
                work(*m_service, [promise](Result<T> result) {
                    promise->addResult(std::move(result));
                    promise->finish();
                });
            },
            Qt::QueuedConnection);
        return future;
    }

private:
    QThread m_thread;
    QObject *m_context = nullptr;
    std::unique_ptr<FlowService> m_service;
    Result<void> m_ready;
};

} // namespace jackfield
