// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/service_thread.h"

namespace jackfield {

ServiceThread::ServiceThread(std::function<Result<std::unique_ptr<FlowService>>()> makeService) : m_context(new QObject)
{
    m_thread.setObjectName(QStringLiteral("service"));
    m_context->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_context, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_context,
        [this, &makeService] {
            Result<std::unique_ptr<FlowService>> made = makeService();
            if (made)
                m_service = *std::move(made);
            else
                m_ready = made.error();
        },
        Qt::BlockingQueuedConnection);
}

void ServiceThread::chooseEventLoop()
{
    qputenv("QT_NO_THREADED_GLIB", "1");
}

ServiceThread::~ServiceThread()
{
    // What was handed over before runs first: the queue of a thread keeps its order.
    QMetaObject::invokeMethod(
        m_context,
        [this] {
            if (m_service)
                static_cast<void>(m_service->flush());
            m_service.reset();
        },
        Qt::BlockingQueuedConnection);
    m_thread.quit();
    m_thread.wait();
}

} // namespace jackfield
