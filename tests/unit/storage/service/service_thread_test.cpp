// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/kind_registry.h"
#include "storage/service/service_thread.h"

#include "storage/store/flow_store.h"
#include "tests/support/kinds/plain_kind.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QAbstractEventDispatcher>
#include <QTemporaryDir>
#include <QTest>

namespace jackfield::service_thread_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

class ServiceThreadTest : public QObject
{
    Q_OBJECT

private slots:
    void workRunsOnItsThread();
    void itsEventLoopIsQtsOwn();
    void writesFinishTheirFuture();
    void failureToOpenIsTold();
    void endMakesEverythingDurable();

private:
    std::unique_ptr<ServiceThread> started(const QString &path);
    KindRegistry m_kinds{plainKinds()};
};

std::unique_ptr<ServiceThread> ServiceThreadTest::started(const QString &path)
{
    return std::make_unique<ServiceThread>([this, path]() -> Result<std::unique_ptr<FlowService>> {
        Result<std::unique_ptr<FlowStore>> store = FlowStore::open(path);
        if (!store)
            return store.error();
        return std::make_unique<FlowService>(m_kinds, *std::move(store));
    });
}

void ServiceThreadTest::workRunsOnItsThread()
{
    const QTemporaryDir dir;
    const std::unique_ptr<ServiceThread> thread = started(dir.filePath(u"jackfield.db"_s));
    VERIFY_OK(thread->ready());
    QThread *const where = thread->call([](FlowService &) { return QThread::currentThread(); }).result();
    QVERIFY(where != QThread::currentThread());
    QCOMPARE(where, thread->context()->thread());
}

void ServiceThreadTest::itsEventLoopIsQtsOwn()
{
    ServiceThread::chooseEventLoop();
    const QTemporaryDir dir;
    const std::unique_ptr<ServiceThread> thread = started(dir.filePath(u"jackfield.db"_s));
    const QByteArray loop
        = thread
              ->call([](FlowService &) {
                  return QByteArray(QThread::currentThread()->eventDispatcher()->metaObject()->className());
              })
              .result();
    QCOMPARE(loop, "QEventDispatcherUNIX"_ba);
}

void ServiceThreadTest::writesFinishTheirFuture()
{
    const QTemporaryDir dir;
    const std::unique_ptr<ServiceThread> thread = started(dir.filePath(u"jackfield.db"_s));
    QList<QFuture<Result<FlowRecord>>> futures;
    for (int at = 0; at < 20; ++at) {
        futures.append(thread->write<FlowRecord>([](FlowService &service, Completion<FlowRecord> done) {
            service.flows().create({.kind = "bot"_ba, .name = u"Flow"_s}, std::move(done));
        }));
    }
    for (const QFuture<Result<FlowRecord>> &future : futures)
        VERIFY_OK(future.result());
    QCOMPARE(thread->call([](FlowService &service) { return service.flows().list({})->total; }).result(), 20);
}

void ServiceThreadTest::failureToOpenIsTold()
{
    const QTemporaryDir dir;
    const std::unique_ptr<ServiceThread> thread = started(dir.filePath(u"missing/jackfield.db"_s));
    QVERIFY(!thread->ready());
    QVERIFY(!thread->ready().error().message.isEmpty());
}

void ServiceThreadTest::endMakesEverythingDurable()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(u"jackfield.db"_s);
    QFuture<Result<FlowRecord>> last;
    {
        const std::unique_ptr<ServiceThread> thread = started(path);
        for (int at = 0; at < 5; ++at) {
            last = thread->write<FlowRecord>([](FlowService &service, Completion<FlowRecord> done) {
                service.flows().create({.kind = "bot"_ba, .name = u"Flow"_s}, std::move(done));
            });
        }
    }
    QVERIFY(last.isFinished() && last.result());
    QCOMPARE(started(path)->call([](FlowService &service) { return service.flows().list({})->total; }).result(), 5);
}

JACKFIELD_TEST(ServiceThreadTest)

} // namespace jackfield::service_thread_test

#include "service_thread_test.moc"
