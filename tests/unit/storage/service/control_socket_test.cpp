// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/host/control_socket.h"

#include "model/json/json_writer.h"
#include "tests/support/service/service_fixture.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QFile>
#include <QLocalSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

namespace jackfield::control_socket_test {

using namespace testing;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A server on a thread of its own, so that the asking side may block.
class ServerThread
{
public:
    explicit ServerThread(const QString &path, ControlServer::Handler handler)
    {
        m_context.moveToThread(&m_thread);
        m_thread.start();
        QMetaObject::invokeMethod(
            &m_context,
            [this, path, handler] {
                m_server = new ControlServer(handler);
                listening = bool(m_server->listen(path));
            },
            Qt::BlockingQueuedConnection);
    }
    ~ServerThread()
    {
        QMetaObject::invokeMethod(
            &m_context, [this] { delete m_server; }, Qt::BlockingQueuedConnection);
        m_thread.quit();
        m_thread.wait();
    }
    bool listening = false;

private:
    QThread m_thread;
    QObject m_context;
    ControlServer *m_server = nullptr;
};

void echo(const Json &request, const ControlServer::Answer &answer)
{
    answer(Json::array({request, request}));
}

} // namespace

class ControlSocketTest : public QObject
{
    Q_OBJECT

private slots:
    void answersWhatItIsAsked();
    void largeFramesComeThrough();
    void socketIsForItsOwnerAlone();
    void nobodyThereIsAbsent();
    void silenceEndsWithTheTimeout();
    void nonsenseIsCutOff_data();
    void nonsenseIsCutOff();
    void leftSocketIsReplaced();
};

void ControlSocketTest::answersWhatItIsAsked()
{
    const QTemporaryDir dir;
    const ServerThread server(dir.filePath(u"control"_s), echo);
    QVERIFY(server.listening);
    for (int round = 0; round < 3; ++round) {
        const Result<Json> answer = askOwner(dir.filePath(u"control"_s), plainJson("{'n': 1.10}"));
        VERIFY_OK(answer);
        QCOMPARE(writeJson(*answer), "[{\"n\":1.10},{\"n\":1.10}]"_ba);
    }
}

void ControlSocketTest::largeFramesComeThrough()
{
    const QTemporaryDir dir;
    const ServerThread server(dir.filePath(u"control"_s), echo);
    const Json large = Json::string(QByteArray(5'000'000, 'x'));
    const Result<Json> answer = askOwner(dir.filePath(u"control"_s), large);
    VERIFY_OK(answer);
    QCOMPARE(answer->at(1), large);
}

void ControlSocketTest::socketIsForItsOwnerAlone()
{
    const QTemporaryDir dir;
    const ServerThread server(dir.filePath(u"control"_s), echo);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(dir.filePath(u"control"_s)) & others));
}

void ControlSocketTest::nobodyThereIsAbsent()
{
    const QTemporaryDir dir;
    QCOMPARE(askOwner(dir.filePath(u"control"_s), Json()).error().code, "control_absent"_ba);
}

void ControlSocketTest::silenceEndsWithTheTimeout()
{
    const QTemporaryDir dir;
    const ServerThread server(dir.filePath(u"control"_s), [](const Json &, const ControlServer::Answer &) {});
    QCOMPARE(askOwner(dir.filePath(u"control"_s), Json(), 200).error().code, "control_failed"_ba);
}

void ControlSocketTest::nonsenseIsCutOff_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("far too long") << QByteArray("\xff\xff\xff\xff", 4);
    QTest::newRow("no JSON") << QByteArray("\0\0\0\3abc", 7);
}

void ControlSocketTest::nonsenseIsCutOff()
{
    QFETCH(QByteArray, bytes);
    const QTemporaryDir dir;
    const ServerThread server(dir.filePath(u"control"_s), echo);
    QLocalSocket socket;
    socket.connectToServer(dir.filePath(u"control"_s));
    QVERIFY(socket.waitForConnected(2000));
    socket.write(bytes);
    QVERIFY(socket.waitForDisconnected(2000));
    VERIFY_OK(askOwner(dir.filePath(u"control"_s), Json()));
}

void ControlSocketTest::leftSocketIsReplaced()
{
    const QTemporaryDir dir;
    QFile left(dir.filePath(u"control"_s));
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    const ServerThread server(dir.filePath(u"control"_s), echo);
    QVERIFY(server.listening);
    VERIFY_OK(askOwner(dir.filePath(u"control"_s), Json()));
}

JACKFIELD_TEST(ControlSocketTest)

} // namespace jackfield::control_socket_test

#include "control_socket_test.moc"
