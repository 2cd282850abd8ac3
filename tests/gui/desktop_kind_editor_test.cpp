// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/flow/flow_editor.h"
#include "app/desktop/widgets/message_bar.h"
#include "app/desktop/window/main_window.h"
#include "canvas/view/canvas_view.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "tests/support/kinds/plain_kind.h"
#include "tests/support/model_text.h"
#include "tests/support/service/temporary_workbench.h"
#include "tests/support/test_kind/recipe_editor.h"
#include "tests/support/test_kind/recipe_kind.h"
#include "tests/support/test_program.h"

#include <QAction>
#include <QDockWidget>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QTreeView>

namespace jackfield::desktop_kind_editor_test {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The first registration: the kind.
std::unique_ptr<KindRegistry> kinds()
{
    auto all = testing::plainKinds();
    all.insert(all.begin(), testing::recipeKind());
    return std::make_unique<KindRegistry>(std::move(all));
}

struct Fixture
{
    Fixture()
    {
        window.resize(1440, 900);
        window.show();
        (void)QTest::qWaitForWindowExposed(&window);
    }

    FlowEditor *newRecipe()
    {
        QTest::mouseClick(child<QPushButton>("new-recipe"), Qt::LeftButton);
        (void)QTest::qWaitFor([this] { return window.currentEditor() != nullptr; });
        return window.currentEditor();
    }
    /// Clicks a node on the canvas.
    void click(const char *node)
    {
        CanvasView &canvas = window.currentEditor()->canvas();
        canvas.fit();
        const QPointF at = canvas.toView(canvas.scene().nodeRect(NodeId(node)).center());
        QTest::mouseClick(canvas.viewport(), Qt::LeftButton, {}, at.toPoint());
    }
    template <typename T> T *child(const char *name) { return window.findChild<T *>(QString::fromLatin1(name)); }
    QDockWidget *dock() { return child<QDockWidget>("dock.recipe-time"); }
    QByteArray minutes(int step)
    {
        return writeJson(window.currentEditor()->document().content()["steps"].at(step)["minutes"]);
    }

    TemporaryWorkbench workbench{kinds};
    MainWindow window{*workbench, QPalette(), {testing::recipeEditor()}}; ///< the second: what it adds to the window
};

} // namespace

/// A kind that the program does not know works in the window by two registrations.
class DesktopKindEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void itsFlowsAreListedDrawnAndChecked()
    {
        Fixture fixture;
        FlowEditor *editor = fixture.newRecipe();
        QVERIFY(editor);
        QCOMPARE(editor->flowName(), u"New recipe"_s);
        QTRY_COMPARE(
            testing::printedModel(*fixture.child<QTreeView>("explorerTree")->model()),
            u"Recipes | 1\n  New recipe | live\n"_s);
        QCOMPARE(editor->document().graph().nodes().size(), 3);
        QTRY_VERIFY(!editor->canvas().scene().nodeRect(NodeId("wait")).isEmpty());
        QTRY_COMPARE(
            testing::printedModel(*fixture.child<QTreeView>("problemsList")->model()),
            u"\"Wait\" takes over an hour: cut it into steps. | too-long\n"_s);
        QTRY_COMPARE(fixture.child<QListWidget>("paletteList")->count(), 1);
    }

    void itsSectionEditsAndUndoTakesBack()
    {
        Fixture fixture;
        FlowEditor *editor = fixture.newRecipe();
        QVERIFY(editor);
        QVERIFY(!fixture.child<QPushButton>("halveMinutes"));
        QTRY_VERIFY(!editor->canvas().isArranging());
        fixture.click("wait");
        QTRY_VERIFY(fixture.child<QPushButton>("halveMinutes"));
        QCOMPARE(fixture.child<QPushButton>("halveMinutes")->text(), u"Halve 90 minutes"_s);
        QTest::mouseClick(fixture.child<QPushButton>("halveMinutes"), Qt::LeftButton);
        QCOMPARE(fixture.minutes(1), "45"_ba);
        QTRY_COMPARE(fixture.child<QPushButton>("halveMinutes")->text(), u"Halve 45 minutes"_s);
        QTRY_COMPARE(fixture.child<QTreeView>("problemsList")->model()->rowCount(), 0);
        fixture.window.actions()["edit.undo"]->trigger();
        QCOMPARE(fixture.minutes(1), "90"_ba);
        QTRY_COMPARE(fixture.child<QPushButton>("halveMinutes")->text(), u"Halve 90 minutes"_s);
        QTRY_COMPARE(fixture.workbench.read(editor->flowId()).state.content, testing::recipe());
    }

    void itsFieldComesBeforeTheOthers()
    {
        Fixture fixture;
        FlowEditor *editor = fixture.newRecipe();
        QVERIFY(editor);
        QTRY_VERIFY(!editor->canvas().isArranging());
        fixture.click("boil");
        QTRY_VERIFY(fixture.child<QWidget>("field.minutes"));
        auto *field = qobject_cast<QSpinBox *>(fixture.child<QWidget>("field.minutes")->focusProxy());
        QVERIFY(field);
        field->setFocus();
        field->selectAll();
        QTest::keyClicks(field, u"12"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_COMPARE(fixture.minutes(0), "12"_ba);
    }

    void itsTabStandsBesideTheForm()
    {
        Fixture fixture;
        FlowEditor *editor = fixture.newRecipe();
        QVERIFY(editor);
        QTRY_VERIFY(!editor->canvas().isArranging());
        auto *tabs = fixture.child<QTabBar>("inspectorTabs");
        QVERIFY(tabs);
        QTRY_VERIFY2(tabs->isVisible(), "the panel of the kind must not cover the inspector");
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(1).center());
        QTRY_VERIFY(fixture.child<QLabel>("recipeSteps"));
        QCOMPARE(fixture.child<QLabel>("recipeSteps")->text(), u"Boil, Wait, Serve"_s);
        QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(0).center());
        QTRY_VERIFY(!fixture.child<QLabel>("recipeSteps"));
    }

    /// Its dock is there while one of its flows is in front, unless the user has closed it.
    void itsPanelComesAndGoesWithItsFlows()
    {
        Fixture fixture;
        QVERIFY(fixture.dock());
        QVERIFY(fixture.dock()->isHidden());
        const FlowRecord other
            = fixture.workbench.create("live", u"Other"_s, Json::object({member("blank", Json::boolean(true))}));
        FlowEditor *editor = fixture.newRecipe();
        QVERIFY(editor);
        QVERIFY(!fixture.dock()->isHidden());
        QTRY_VERIFY(!fixture.child<QDockWidget>("dock.inspector")->visibleRegion().isEmpty());
        QCOMPARE(fixture.child<QLabel>("recipeTime")->text(), u"105 minutes"_s);

        fixture.window.openFlow(other.summary.id);
        QTRY_VERIFY(fixture.dock()->isHidden());
        QVERIFY(!fixture.dock()->toggleViewAction()->isVisible());
        QVERIFY(!fixture.child<QTabBar>("inspectorTabs"));
        fixture.window.openFlow(editor->flowId());
        QTRY_VERIFY(!fixture.dock()->isHidden());
        fixture.dock()->toggleViewAction()->trigger();
        QVERIFY(fixture.dock()->isHidden());
        fixture.window.openFlow(other.summary.id);
        fixture.window.openFlow(editor->flowId());
        QVERIFY(fixture.dock()->isHidden());
        fixture.window.actions()["window.resetLayout"]->trigger();
        QVERIFY(!fixture.child<QDockWidget>("dock.inspector")->isHidden());
    }
};

JACKFIELD_TEST(DesktopKindEditorTest)

} // namespace jackfield::desktop_kind_editor_test

#include "desktop_kind_editor_test.moc"
