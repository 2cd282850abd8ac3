// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/exchange_model.h"
#include "app/desktop/panels/service/request_log_panel.h"
#include "app/desktop/window/main_window.h"
#include "tests/support/service/raw_client.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>
#include <QUrl>

namespace jackfield::desktop_log_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A window with its log in front, and a client with a key.
struct Fixture
{
    Fixture() : window(*workbench, QPalette())
    {
        window.resize(1440, 900);
        window.show();
        port = quint16(QUrl(workbench.address()).port());
        key = workbench.makeKey();
        window.actions()["server.log"]->trigger();
        (void)QTest::qWaitFor([this] { return panel().isOnShow(); }, 2000);
    }

    int ask(const QByteArray &method, const QByteArray &target, const QByteArray &body = {})
    {
        RawClient client(port);
        client.send(
            method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
            + "\r\nAuthorization: Bearer " + key
            + (body.isEmpty() ? "\r\n"_ba
                              : "\r\nContent-Type: application/json\r\nContent-Length: "
                       + QByteArray::number(body.size()) + "\r\n")
            + "\r\n" + body);
        return client.response().value_or(RawResponse()).status;
    }

    RequestLogPanel &panel() { return *window.findChild<RequestLogPanel *>(); }
    template <typename T> T *child(const QString &name) { return panel().findChild<T *>(name); }
    QTreeView &list() { return *child<QTreeView>(u"logList"_s); }
    int rows() { return list().model()->rowCount(); }
    QString cell(int row, int column) { return list().model()->index(row, column).data().toString(); }
    QString details() { return child<QPlainTextEdit>(u"logDetails"_s)->toPlainText(); }
    void clickRow(int row)
    {
        const QPoint at = list().visualRect(list().model()->index(row, ExchangeModel::Method)).center();
        QTest::mouseClick(list().viewport(), Qt::LeftButton, {}, at);
    }
    void click(const QString &name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    qint64 flows()
    {
        QFuture<qint64> total = workbench->call([workspace = workbench->workspace()](FlowService &service) {
            return service.flows().list({.workspace = workspace})->total;
        });
        (void)QTest::qWaitFor([&] { return total.isFinished(); }, 5000);
        return total.result();
    }

    TemporaryWorkbench workbench;
    MainWindow window;
    quint16 port = 0;
    QByteArray key;
};

} // namespace

class DesktopLogTest : public QObject
{
    Q_OBJECT

private slots:
    void anEmptyLogSaysWhatToTry()
    {
        Fixture fixture;
        QVERIFY(fixture.child<QLabel>(u"logEmpty"_s)->text().contains(u"No requests yet"));
        const QString example = fixture.child<QLabel>(u"logExample"_s)->text();
        QVERIFY2(example.contains(fixture.workbench.address() + u"/v1/chatbots"_s), qPrintable(example));
        QVERIFY2(example.contains(u"$KEY"), qPrintable(example));
        fixture.workbench->setServerWanted(false);
        QTRY_VERIFY(fixture.child<QLabel>(u"logEmpty"_s)->text().contains(u"the local API is off"));
        QVERIFY(!fixture.child<QLabel>(u"logExample"_s)->isVisible());
    }

    void requestsComeInNewestFirst()
    {
        Fixture fixture;
        QCOMPARE(fixture.ask("POST", "/v1/chatbots", "{\"name\":\"A\"}"), 201);
        QCOMPARE(fixture.ask("GET", "/v1/chatbot"), 404);
        QTRY_COMPARE(fixture.rows(), 2);
        QCOMPARE(fixture.cell(0, ExchangeModel::Path), u"/v1/chatbot"_s);
        QCOMPARE(fixture.cell(0, ExchangeModel::Status), u"404"_s);
        QVERIFY(fixture.cell(0, ExchangeModel::Operation).startsWith(u"GET /v1/chatbots: "));
        QCOMPARE(fixture.cell(1, ExchangeModel::Method), u"POST"_s);
        QCOMPARE(fixture.cell(1, ExchangeModel::Operation), u"createChatbot"_s);
        QCOMPARE(fixture.cell(1, ExchangeModel::Api), u"flownally"_s);
        QCOMPARE(fixture.cell(1, ExchangeModel::Workspace), u"Default"_s);
        QVERIFY(fixture.cell(1, ExchangeModel::Duration).endsWith(u" ms"));
    }

    void theSelectedRowShowsItsBodies()
    {
        Fixture fixture;
        QCOMPARE(fixture.ask("POST", "/v1/chatbots", "{\"name\":\"<b>sk-0123456789abc</b>\"}"), 201);
        QTRY_COMPARE(fixture.rows(), 1);
        fixture.clickRow(0);
        const QString details = fixture.details();
        QVERIFY2(details.contains(u"{\n  \"name\": \"<b>sk-***</b>\"\n}"), qPrintable(details));
        QVERIFY2(details.contains(u"201 Created"), qPrintable(details));
        QVERIFY2(details.contains(u"\"id\": \"bot_"), qPrintable(details));
        QVERIFY2(!details.contains(u"0123456789abc"), qPrintable(details));
        QVERIFY2(!details.contains(QString::fromUtf8(fixture.key)), qPrintable(details));
    }

    void theFilterNarrowsTheList()
    {
        Fixture fixture;
        fixture.ask("POST", "/v1/chatbots", "{\"name\":\"A\"}");
        fixture.ask("GET", "/v1/chatbots");
        fixture.ask("GET", "/nowhere");
        QTRY_COMPARE(fixture.rows(), 3);
        auto *filter = fixture.child<QLineEdit>(u"logFilter"_s);
        QTest::keyClicks(filter, u"status:2xx -post"_s);
        QTRY_COMPARE(fixture.rows(), 1);
        QCOMPARE(fixture.cell(0, ExchangeModel::Method), u"GET"_s);
        fixture.ask("GET", "/nowhere");
        fixture.ask("GET", "/v1/chatbots?pageSize=1");
        QTRY_COMPARE(fixture.rows(), 2);
        QCOMPARE(fixture.cell(0, ExchangeModel::Path), u"/v1/chatbots?pageSize=1"_s);
        QTest::keyClicks(filter, u" pizza"_s);
        QTRY_COMPARE(fixture.rows(), 0);
        QTRY_VERIFY(fixture.child<QLabel>(u"logEmpty"_s)->text().contains(u"No request fits the filter"));
        filter->clear();
        QTRY_COMPARE(fixture.rows(), 5);
    }

    void copiedCommandsNameTheKeyOnly()
    {
        Fixture fixture;
        fixture.ask("POST", "/v1/chatbots", "{\"name\":\"It's\"}");
        QTRY_COMPARE(fixture.rows(), 1);
        QVERIFY(!fixture.child<QPushButton>(u"logCopy"_s)->isEnabled());
        fixture.clickRow(0);
        fixture.click(u"logCopy"_s);
        const QString command = QApplication::clipboard()->text();
        QVERIFY2(command.contains(u"\"Authorization: Bearer $KEY\""), qPrintable(command));
        QVERIFY2(command.contains(u"--data-raw '{\"name\":\"It'\\''s\"}'"), qPrintable(command));
        QVERIFY2(command.contains(fixture.workbench.address()), qPrintable(command));
        QVERIFY2(!command.contains(QString::fromUtf8(fixture.key)), qPrintable(command));
    }

    void replayMakesTheRequestAgain()
    {
        Fixture fixture;
        QCOMPARE(fixture.ask("POST", "/v1/chatbots", "{\"name\":\"sk-0123456789abc\"}"), 201);
        QTRY_COMPARE(fixture.rows(), 1);
        fixture.clickRow(0);
        fixture.click(u"logReplay"_s);
        QTRY_COMPARE(fixture.rows(), 2);
        QCOMPARE(fixture.cell(0, ExchangeModel::Status), u"201"_s);
        QTRY_COMPARE(fixture.list().currentIndex().row(), 0);
        QCOMPARE(fixture.flows(), 2);
    }

    void clearForgetsHereAndInTheService()
    {
        Fixture fixture;
        fixture.ask("GET", "/v1/chatbots");
        QTRY_COMPARE(fixture.rows(), 1);
        fixture.click(u"logClear"_s);
        QTRY_COMPARE(fixture.rows(), 0);
        fixture.ask("GET", "/v1/chatbots?pageSize=1");
        QTRY_COMPARE(fixture.rows(), 1);
        QCOMPARE(fixture.cell(0, ExchangeModel::Path), u"/v1/chatbots?pageSize=1"_s);
    }

    /// Behind another tab it asks for nothing; in front again it catches up.
    void aHiddenLogRests()
    {
        Fixture fixture;
        fixture.window.actions()["server.keys"]->trigger();
        QTRY_VERIFY(!fixture.panel().isOnShow());
        QSignalSpy arrived(&*fixture.workbench, &Workbench::exchangesArrived);
        for (int i = 0; i < 20; ++i)
            fixture.ask("GET", "/v1/chatbots");
        QCOMPARE(fixture.rows(), 0);
        QVERIFY2(arrived.size() <= 1, qPrintable(QString::number(arrived.size())));
        fixture.window.actions()["server.log"]->trigger();
        QTRY_COMPARE(fixture.rows(), 20);
    }

    void itHoldsTheLastThousand()
    {
        ExchangeModel model;
        model.setFilter(u"-odd"_s);
        qint64 number = 0;
        for (int batch = 0; batch < 7; ++batch) {
            QList<Exchange> exchanges;
            for (int i = 0; i < 300; ++i, ++number)
                exchanges << Exchange{.number = number + 1, .target = number % 2 ? "/odd" : "/even"};
            QCOMPARE(model.add(exchanges), 150);
        }
        QCOMPARE(model.rowCount(), 500);
        QCOMPARE(model.exchange(model.index(0, 0))->number, 2099);
        QCOMPARE(model.exchange(model.index(499, 0))->number, 1101);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 1000);
        QCOMPARE(model.indexOf(1101).row(), 999);
        QVERIFY(!model.indexOf(1100).isValid());
    }

    void theListKeepsItsPlaceWhileMoreComeIn()
    {
        Fixture fixture;
        for (int i = 0; i < 40; ++i)
            fixture.ask("GET", "/v1/chatbots?pageSize=" + QByteArray::number(i + 1));
        QTRY_COMPARE(fixture.rows(), 40);
        fixture.list().scrollTo(fixture.list().model()->index(30, 0), QAbstractItemView::PositionAtTop);
        fixture.list().setCurrentIndex(fixture.list().model()->index(31, 0));
        const QString path = fixture.cell(31, ExchangeModel::Path);
        const int y = fixture.list().visualRect(fixture.list().currentIndex()).y();
        for (int i = 0; i < 5; ++i)
            fixture.ask("GET", "/nowhere");
        QTRY_COMPARE(fixture.rows(), 45);
        QCOMPARE(fixture.cell(fixture.list().currentIndex().row(), ExchangeModel::Path), path);
        QCOMPARE(fixture.list().visualRect(fixture.list().currentIndex()).y(), y);
    }
};

JACKFIELD_TEST(DesktopLogTest)

} // namespace jackfield::desktop_log_test

#include "desktop_log_test.moc"
