// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/panels/service/server_panel.h"
#include "app/desktop/widgets/row_roles.h"
#include "app/desktop/window/main_window.h"
#include "tests/support/service/raw_client.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>
#include <QUrl>

namespace jackfield::desktop_server_test {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture
{
    Fixture() : window(std::make_unique<MainWindow>(*workbench, QPalette()))
    {
        window->resize(1440, 900);
        window->show();
        window->actions()["server.keys"]->trigger();
        (void)QTest::qWaitFor([this] { return panel().isVisible(); }, 2000);
        port = quint16(QUrl(workbench.address()).port());
    }

    int ask(const QByteArray &key, const QByteArray &target, const QByteArray &method = "GET")
    {
        RawClient client(port);
        client.send(
            method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(port)
            + "\r\nAuthorization: Bearer " + key + "\r\n\r\n");
        return client.response().value_or(RawResponse()).status;
    }

    ServerPanel &panel() { return *window->findChild<ServerPanel *>(); }
    template <typename T> T *child(const QString &name) { return panel().findChild<T *>(name); }
    void click(const QString &name) { QTest::mouseClick(child<QPushButton>(name), Qt::LeftButton); }
    void choose(const QString &name, const QString &text)
    {
        auto *choice = child<QComboBox>(name);
        choice->setCurrentIndex(choice->findText(text));
    }
    QTreeWidget &keys() { return *child<QTreeWidget>(u"keysList"_s); }
    QString secret() { return child<QLineEdit>(u"newSecret"_s)->text(); }
    QString detail(int row) ///< empty until the list has that row
    {
        const QTreeWidgetItem *item = keys().topLevelItem(row);
        return item ? item->data(0, kDetailRole).toString() : QString();
    }

    TemporaryWorkbench workbench;
    std::unique_ptr<MainWindow> window;
    quint16 port = 0;
};

} // namespace

/// Keys, workspaces and switches of the server panel.
class DesktopServerTest : public QObject
{
    Q_OBJECT

private slots:
    void aKeyIsMadeShownOnceAndRevoked()
    {
        Fixture fixture;
        QTRY_VERIFY(fixture.child<QLabel>(u"keysMessage"_s)->isVisible());
        fixture.click(u"newKey"_s);
        fixture.choose(u"keyApi"_s, u"Flownally (/v1)"_s);
        QTest::keyClicks(fixture.child<QLineEdit>(u"keyName"_s), u"Website"_s);
        fixture.click(u"createKey"_s);
        QTRY_VERIFY(fixture.secret().startsWith(u"fln_live_"));
        QTRY_COMPARE(fixture.keys().topLevelItemCount(), 1);
        QVERIFY(fixture.keys().topLevelItem(0)->text(0).startsWith(u"Website  (fln_live_"));
        QVERIFY2(fixture.detail(0).startsWith(u"flownally, owner, made "), qPrintable(fixture.detail(0)));
        fixture.click(u"copyKey"_s);
        const QByteArray key = QApplication::clipboard()->text().toUtf8();
        QCOMPARE(QString::fromUtf8(key), fixture.secret());
        QCOMPARE(fixture.ask(key, "/v1/chatbots"), 200);
        fixture.click(u"forgetKey"_s);
        QVERIFY(fixture.secret().isEmpty());

        QVERIFY(!fixture.child<QPushButton>(u"revokeKey"_s)->isEnabled());
        fixture.keys().setCurrentItem(fixture.keys().topLevelItem(0));
        fixture.click(u"revokeKey"_s);
        QTRY_COMPARE(fixture.keys().topLevelItemCount(), 0);
        QCOMPARE(fixture.ask(key, "/v1/chatbots"), 401);
    }

    void roleAndScopesBindTheKey()
    {
        Fixture fixture;
        fixture.click(u"newKey"_s);
        fixture.choose(u"keyApi"_s, u"Every API"_s);
        fixture.choose(u"keyRole"_s, u"Agent"_s);
        QTRY_VERIFY(fixture.child<QCheckBox>(u"scope.chatbots:read"_s));
        QVERIFY(fixture.child<QCheckBox>(u"scope.requests:read"_s));
        fixture.child<QCheckBox>(u"scope.journey:list"_s)->setChecked(true);
        fixture.click(u"createKey"_s);
        QTRY_VERIFY(!fixture.secret().isEmpty());
        const QByteArray key = fixture.secret().toUtf8();
        QCOMPARE(fixture.ask(key, "/v1/chatbots"), 200);
        QCOMPARE(fixture.ask(key, "/api/dev/v1/chatbots"), 403);
        QTRY_VERIFY2(fixture.detail(0).startsWith(u"all, agent, journey:list, "), qPrintable(fixture.detail(0)));
    }

    void scopesFollowTheApi()
    {
        Fixture fixture;
        fixture.click(u"newKey"_s);
        fixture.choose(u"keyApi"_s, u"Flownally (/v1)"_s);
        QTRY_VERIFY(fixture.child<QCheckBox>(u"scope.journey:list"_s));
        QVERIFY(!fixture.child<QCheckBox>(u"scope.chatbots:read"_s));
        fixture.choose(u"keyApi"_s, u"Sarufi (/api/dev/v1)"_s);
        QTRY_VERIFY(fixture.child<QCheckBox>(u"scope.chatbots:read"_s));
        QVERIFY(!fixture.child<QCheckBox>(u"scope.journey:list"_s));
    }

    void aWorkspaceIsMadeWithItsFirstKey()
    {
        Fixture fixture;
        const QByteArray own = fixture.workbench.makeKey();
        fixture.click(u"newKey"_s);
        fixture.choose(u"keyApi"_s, u"Flownally (/v1)"_s);
        fixture.choose(u"keyWorkspace"_s, u"New workspace..."_s);
        QVERIFY(!fixture.child<QPushButton>(u"createKey"_s)->isEnabled());
        QTest::keyClicks(fixture.child<QLineEdit>(u"keyNewWorkspace"_s), u"Shop"_s);
        QVERIFY(fixture.child<QPushButton>(u"createKey"_s)->isEnabled());
        fixture.click(u"createKey"_s);
        QTRY_VERIFY(!fixture.secret().isEmpty());
        QTRY_COMPARE(fixture.keys().topLevelItemCount(), 2);
        QVERIFY2(fixture.detail(1).contains(u", Shop, "), qPrintable(fixture.detail(1)));

        auto *shown = fixture.child<QComboBox>(u"keysWorkspace"_s);
        QVERIFY(shown->isVisible());
        shown->setCurrentIndex(shown->findText(u"Shop"_s));
        emit shown->activated(shown->currentIndex());
        QCOMPARE(fixture.keys().topLevelItemCount(), 1);
        const FlowRecord mine = fixture.workbench.create("chatbot", u"Mine"_s, TemporaryWorkbench::chain(1));
        QCOMPARE(fixture.ask(own, "/v1/chatbots/bot_" + mine.summary.id.utf8), 200);
        QCOMPARE(fixture.ask(fixture.secret().toUtf8(), "/v1/chatbots/bot_" + mine.summary.id.utf8), 404);
    }

    void cancelMakesNothing()
    {
        Fixture fixture;
        fixture.click(u"newKey"_s);
        QVERIFY(!fixture.child<QPushButton>(u"newKey"_s)->isVisible());
        fixture.click(u"cancelKey"_s);
        QVERIFY(fixture.child<QPushButton>(u"newKey"_s)->isVisible());
        QVERIFY(!fixture.child<QPushButton>(u"createKey"_s)->isVisible());
        QCOMPARE(fixture.keys().topLevelItemCount(), 0);
    }

    void rateLimitsAreSwitchedAndRemembered()
    {
        Fixture fixture;
        const QByteArray key = fixture.workbench.makeKey();
        auto *button = fixture.child<QPushButton>(u"rateLimits"_s);
        QCOMPARE(button->text(), u"Rate limits: off"_s);
        button->menu()->findChild<QAction *>(u"rateLimit.sarufi"_s)->trigger();
        QCOMPARE(button->text(), u"Rate limits: 1 on"_s);
        QList<int> answers;
        while (!answers.contains(429) && answers.size() < 20)
            answers << fixture.ask(key, "/api/dev/v1/me");
        QCOMPARE(answers.last(), 429);

        fixture.window.reset();
        fixture.workbench.reopen();
        QVERIFY(fixture.workbench->server().rateLimited.isEmpty());
        fixture.window = std::make_unique<MainWindow>(*fixture.workbench, QPalette());
        QCOMPARE(fixture.workbench->server().rateLimited, QSet<QByteArray>{"sarufi"});
    }
};

JACKFIELD_TEST(DesktopServerTest)

} // namespace jackfield::desktop_server_test

#include "desktop_server_test.moc"
