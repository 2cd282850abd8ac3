// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/edit/json_edit.h"
#include "tests/support/model_text.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_program.h"

#include <QLabel>
#include <QLineEdit>
#include <QRegularExpression>
#include <QTest>
#include <QToolBar>
#include <QToolButton>
#include <QTreeView>

#include <memory>

namespace jackfield::desktop_life_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A chatbot without errors, its nodes placed, in a window.
struct Fixture
{
    Fixture()
    {
        Json content = TemporaryWorkbench::chain(2);
        (void)applyEdits(content, {JsonEdit::set(JsonPointer("/nodes/1/type"), Json::string("end"))});
        for (const auto &[node, x] : {std::pair("/nodes/0/position", 0), std::pair("/nodes/1/position", 300)}) {
            const Json place
                = Json::object({member("x", Json::number(qint64(x))), member("y", Json::number(qint64(0)))});
            (void)applyEdits(content, {JsonEdit::insert(JsonPointer(node), place)});
        }
        flow = workbench.create("chatbot", u"Support"_s, content).summary.id;
        show();
    }

    void show()
    {
        window = std::make_unique<MainWindow>(*workbench, QPalette());
        window->resize(1440, 900);
        window->show();
        (void)QTest::qWaitForWindowExposed(window.get());
        window->openFlow(flow);
        (void)QTest::qWaitFor([this] { return window->editor(flow) != nullptr; });
    }

    void restart()
    {
        window.reset();
        workbench.reopen();
        show();
    }

    QToolButton *button(const char *action)
    {
        auto *bar = window->findChild<QToolBar *>(u"toolbar"_s);
        return qobject_cast<QToolButton *>(bar->widgetForAction(window->actions()[action]));
    }
    bool offers(const char *action) { return button(action)->isVisible() && button(action)->isEnabled(); }
    void click(const char *action) { QTest::mouseClick(button(action), Qt::LeftButton); }
    QString status() { return window->findChild<QLabel *>(u"status.flow"_s)->text(); }
    QString printed(const char *list)
    {
        return testing::printedModel(*window->findChild<QTreeView *>(QString::fromLatin1(list))->model());
    }
    /// The versions without their times.
    QString versions() { return printed("versionsList").replace(QRegularExpression(u"published [^\n*]*"_s), u""_s); }

    /// Moves a node by the keyboard, so many times; its place is in the content.
    void change(int times)
    {
        CanvasView &canvas = window->currentEditor()->canvas();
        canvas.setFocus();
        canvas.setSelection({.nodes = {NodeId("n0")}});
        for (int i = 0; i < times; ++i)
            QTest::keyClick(&canvas, Qt::Key_Right, Qt::ControlModifier);
    }

    TemporaryWorkbench workbench;
    FlowId flow;
    std::unique_ptr<MainWindow> window;
};

} // namespace

/// What the window says of a flow's life while it is published, changed, activated and paused, by clicks.
class DesktopLifeTest : public QObject
{
    Q_OBJECT

private slots:
    void theNextNumberIsOnTheButton()
    {
        Fixture fixture;
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v1"_s);
        QCOMPARE(fixture.status(), u"Draft"_s);
        QVERIFY(!fixture.offers("flow.activate"));
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
        QCOMPARE(fixture.status(), u"Draft, same as v1"_s);
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | same as v1\n"_s);
        QCOMPARE(fixture.button("flow.activate")->text(), u"Activate v1"_s);
        QTRY_VERIFY(fixture.offers("flow.activate"));
    }

    void changesAreCounted()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.status(), u"Draft, same as v1"_s);
        fixture.change(3);
        QTRY_COMPARE(fixture.status(), u"Draft, 3 changes since v1"_s);
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | 3 changes since v1\n"_s);
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
    }

    void allOfItIsTrueAfterARestart()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.status(), u"Draft, same as v1"_s);
        fixture.restart();
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | same as v1\n"_s);
        QCOMPARE(fixture.status(), u"Draft, same as v1"_s);
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
        fixture.change(2);
        QTRY_COMPARE(fixture.status(), u"Draft, 2 changes since v1"_s);
        fixture.restart();
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | 2 changes since v1\n"_s);
        QCOMPARE(fixture.status(), u"Draft, 2 changes since v1"_s);
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
    }

    void aNewerVersionIsActivatedWithoutAPause()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_VERIFY(fixture.offers("flow.activate"));
        fixture.click("flow.activate");
        QTRY_COMPARE(fixture.status(), u"Active, same as v1"_s);
        QTRY_VERIFY(!fixture.button("flow.activate")->isVisible());
        QTRY_VERIFY(fixture.offers("flow.pause"));
        QTRY_COMPARE(fixture.versions(), u"Version 1 | live, newest, *\n"_s);

        fixture.change(1);
        QTRY_COMPARE(fixture.status(), u"Active, 1 change since v1"_s);
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.status(), u"Active with an older version, same as v2"_s);
        QCOMPARE(fixture.button("flow.activate")->text(), u"Activate v2"_s);
        QTRY_VERIFY(fixture.offers("flow.activate"));
        QTRY_VERIFY(fixture.offers("flow.pause"));
        QTRY_COMPARE(fixture.versions(), u"Version 2 | newest, \nVersion 1 | live, *\n"_s);
        fixture.click("flow.activate");
        QTRY_COMPARE(fixture.status(), u"Active, same as v2"_s);
        QTRY_COMPARE(fixture.versions(), u"Version 2 | live, newest, *\nVersion 1 | \n"_s);
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | active, same as v2 *\n"_s);
    }

    void aPausedFlowHasNoLiveVersion()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_VERIFY(fixture.offers("flow.activate"));
        fixture.click("flow.activate");
        QTRY_VERIFY(fixture.offers("flow.pause"));
        fixture.click("flow.pause");
        QTRY_COMPARE(fixture.status(), u"Paused, same as v1"_s);
        QTRY_COMPARE(fixture.versions(), u"Version 1 | newest, \n"_s);
        QTRY_COMPARE(fixture.printed("explorerTree"), u"Chatbots | 1\n  Support | paused, same as v1\n"_s);
        QTRY_VERIFY(fixture.offers("flow.activate"));
        QTRY_VERIFY(!fixture.button("flow.pause")->isVisible());
    }

    /// The open flow keeps its words while the explorer lists others.
    void aFilterInTheExplorerChangesNothingElse()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.status(), u"Draft, same as v1"_s);
        QTest::keyClicks(fixture.window->findChild<QLineEdit *>(u"explorerFilter"_s), u"nothing"_s);
        QTRY_COMPARE(fixture.printed("explorerTree"), u""_s);
        QCOMPARE(fixture.status(), u"Draft, same as v1"_s);
        fixture.change(1);
        QTRY_COMPARE(fixture.status(), u"Draft, 1 change since v1"_s);
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
    }

    /// The button keeps its number when its icon is drawn anew.
    void aThemeChangesNoWords()
    {
        Fixture fixture;
        fixture.click("flow.publish");
        QTRY_COMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
        for (QAction *action : fixture.window->findChildren<QAction *>()) {
            if (action->text() == u"&Dark"_s)
                action->trigger();
        }
        QCOMPARE(fixture.button("flow.publish")->text(), u"Publish v2"_s);
    }
};

JACKFIELD_TEST(DesktopLifeTest)

} // namespace jackfield::desktop_life_test

#include "desktop_life_test.moc"
