// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/panels/explorer_panel.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/widgets/row_roles.h"
#include "app/desktop/window/main_window.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QPushButton>
#include <QStandardItemModel>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

namespace jackfield::desktop_trash_test {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Fixture
{
    Fixture() : window(*workbench, QPalette())
    {
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    }

    FlowEditor *open(const FlowId &id)
    {
        window.openFlow(id);
        (void)QTest::qWaitFor([&] { return window.editor(id) != nullptr; });
        return window.editor(id);
    }
    QTreeView &tree() { return *window.findChild<QTreeView *>(u"explorerTree"_s); }
    QPushButton &restore() { return *window.findChild<QPushButton *>(u"restoreFlow"_s); }
    /// The bar of the window, not that of a flow.
    MessageBar &bar()
    {
        const QList<MessageBar *> bars = window.findChildren<MessageBar *>();
        for (MessageBar *bar : bars) {
            if (!qobject_cast<FlowEditor *>(bar->parentWidget()))
                return *bar;
        }
        qFatal("the window has no bar");
    }
    QModelIndex row(const QString &text, const QModelIndex &parent = {})
    {
        QAbstractItemModel *model = tree().model();
        for (int i = 0; i < model->rowCount(parent); ++i) {
            if (model->index(i, 0, parent).data().toString() == text)
                return model->index(i, 0, parent);
        }
        return {};
    }
    void deleteOpenFlow() { window.actions()["flow.delete"]->trigger(); }

    TemporaryWorkbench workbench;
    MainWindow window;
};

} // namespace

class DesktopTrashTest : public QObject
{
    Q_OBJECT

private slots:
    void deletingAsksNothingAndCanBeUndone()
    {
        Fixture fixture;
        const FlowRecord flow = fixture.workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
        QVERIFY(fixture.open(flow.summary.id));
        fixture.deleteOpenFlow();
        QTRY_COMPARE(fixture.bar().message(), u"Deleted \"Support\". It is in the trash."_s);
        QTRY_VERIFY(!fixture.window.editor(flow.summary.id));
        QTest::mouseClick(fixture.bar().findChild<QToolButton *>(u"messageAction"_s), Qt::LeftButton);
        QTRY_VERIFY(fixture.window.editor(flow.summary.id));
        QCOMPARE(fixture.workbench.read(flow.summary.id).summary.name, u"Support"_s);
        QTRY_VERIFY(fixture.bar().message().isEmpty());
    }

    void theTrashListsWhatWasDeleted()
    {
        Fixture fixture;
        const FlowRecord flow = fixture.workbench.create("chatbot", u"<b>Bold</b>"_s, TemporaryWorkbench::chain(3));
        QTRY_VERIFY(fixture.row(u"Chatbots"_s).isValid());
        QVERIFY(!fixture.row(u"Trash"_s).isValid());
        QVERIFY(fixture.open(flow.summary.id));
        fixture.deleteOpenFlow();
        QTRY_VERIFY(fixture.row(u"Trash"_s).isValid());
        const QModelIndex trash = fixture.row(u"Trash"_s);
        QCOMPARE(trash.data(kDetailRole).toString(), u"1"_s);
        QVERIFY2(!fixture.tree().isExpanded(trash), "the trash is closed at first");
        const QModelIndex item = fixture.row(u"<b>Bold</b>"_s, trash);
        QVERIFY(item.isValid());
        QVERIFY(item.data(kDetailRole).toString().endsWith(u", Chatbot"));
        QVERIFY(!fixture.restore().isVisible());
    }

    void whatIsSelectedThereComesBackWithItsId()
    {
        Fixture fixture;
        const FlowRecord flow = fixture.workbench.create("chatbot", u"Support"_s, TemporaryWorkbench::chain(3));
        QVERIFY(fixture.open(flow.summary.id));
        fixture.deleteOpenFlow();
        QTRY_VERIFY(fixture.row(u"Trash"_s).isValid());
        fixture.tree().expand(fixture.row(u"Trash"_s));
        const QModelIndex item = fixture.row(u"Support"_s, fixture.row(u"Trash"_s));
        QTest::mouseClick(fixture.tree().viewport(), Qt::LeftButton, {}, fixture.tree().visualRect(item).center());
        QTRY_VERIFY(fixture.restore().isVisible());
        QTest::mouseClick(&fixture.restore(), Qt::LeftButton);
        QTRY_VERIFY(fixture.window.editor(flow.summary.id));
        QTRY_VERIFY(!fixture.row(u"Trash"_s).isValid());
        QVERIFY(fixture.row(u"Support"_s, fixture.row(u"Chatbots"_s)).isValid());
        QVERIFY(!fixture.restore().isVisible());
    }

    /// A chatbot takes its flows along, and brings them back.
    void childrenLieWithTheirParent()
    {
        Fixture fixture;
        const FlowRecord bot = fixture.workbench.create("chatbot", u"Shop"_s, TemporaryWorkbench::chain(2));
        const FlowRecord child = fixture.workbench.create("conversation-flow", u"Greeting"_s, Json(), bot.summary.id);
        QVERIFY(fixture.open(bot.summary.id));
        fixture.deleteOpenFlow();
        QTRY_VERIFY(fixture.row(u"Trash"_s).isValid());
        const QModelIndex parent = fixture.row(u"Shop"_s, fixture.row(u"Trash"_s));
        QVERIFY(parent.isValid());
        QVERIFY(fixture.row(u"Greeting"_s, parent).isValid());
        QTRY_VERIFY(!fixture.bar().message().isEmpty());
        QTest::mouseClick(fixture.bar().findChild<QToolButton *>(u"messageAction"_s), Qt::LeftButton);
        QTRY_VERIFY(!fixture.row(u"Trash"_s).isValid());
        QCOMPARE(fixture.workbench.read(child.summary.id).summary.parent, bot.summary.id);
    }

    void whatMayNotBeDeletedSaysWhy()
    {
        Fixture fixture;
        const FlowRecord flow = fixture.workbench.create("chatbot", u"Live"_s, TemporaryWorkbench::chain(2));
        FlowEditor *editor = fixture.open(flow.summary.id);
        QVERIFY(editor);
        fixture.window.actions()["flow.publish"]->trigger();
        QTRY_VERIFY(fixture.window.actions()["flow.activate"]->isEnabled());
        fixture.window.actions()["flow.activate"]->trigger();
        QTRY_COMPARE(fixture.workbench.read(flow.summary.id).summary.status, FlowStatus::Active);
        fixture.deleteOpenFlow();
        QTRY_VERIFY(editor->messageBar().message().contains(u"Live"));
        QVERIFY(fixture.bar().message().isEmpty());
        QCOMPARE(fixture.window.editor(flow.summary.id), editor);
    }
};

JACKFIELD_TEST(DesktopTrashTest)

} // namespace jackfield::desktop_trash_test

#include "desktop_trash_test.moc"
