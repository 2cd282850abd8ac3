// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/explorer_model.h"

#include "model/kinds/kind_registry.h"
#include "tests/support/kinds/plain_kind.h"
#include "tests/support/model_text.h"
#include "tests/support/test_program.h"

#include <QDateTime>
#include <QLocale>

namespace jackfield::explorer_model_test {

using namespace Qt::Literals::StringLiterals;

namespace {

FlowSummary flow(const char *id, const char *kind, const char *name, const char *parent = "")
{
    return {.id = FlowId(id), .kind = kind, .name = QString::fromUtf8(name), .parent = FlowId(parent)};
}

/// "bot" keeps versions and activates, "part" belongs to a bot, "live" does not publish, "page" keeps no versions.
struct Fixture
{
    QString printed(const FlowListing &listing, const QString &search = {})
    {
        model.show(listing, search);
        return u'\n' + testing::printedModel(model);
    }

    KindRegistry kinds{testing::plainKinds()};
    ExplorerModel model{kinds};
};

} // namespace

class ExplorerModelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void flowsStandBelowTheirKindAndTheirOwner()
    {
        Fixture fixture;
        QCOMPARE(
            fixture.printed(
                {.flows
                 = {flow("1", "live", "Answers"), flow("2", "bot", "Support"), flow("3", "part", "Greeting", "2"),
                    flow("4", "part", "Lost", "gone"), flow("5", "bot", "<b>Shop</b>")},
                 .total = 5}),
            uR"(
bots | 2
  Support | draft
    Greeting | draft
  <b>Shop</b> | draft
parts | 1
  Lost | draft
lives | 1
  Answers | live
)"_s);
        QCOMPARE(fixture.model.flow(FlowId("3"))->name, u"Greeting"_s);
        QVERIFY(!fixture.model.flow(FlowId("9")));
        QCOMPARE(fixture.model.find(ExplorerModel::kFlowRole, FlowId("3")).data().toString(), u"Greeting"_s);
        QVERIFY(!fixture.model.find(ExplorerModel::kTrashedRole, FlowId("3")).isValid());
    }

    /// The number comes with each row of the list, whatever is open.
    void everyRowTellsItsLife()
    {
        FlowSummary published = flow("1", "bot", "Published");
        published.latestVersion = "v1";
        published.latestVersionNumber = 1;
        FlowSummary changed = published;
        changed.id = FlowId("2");
        changed.name = u"Changed"_s;
        changed.changesSinceVersion = 3;
        FlowSummary active = published;
        active.id = FlowId("3");
        active.name = u"Active"_s;
        active.status = FlowStatus::Active;
        active.activeVersion = "v1";
        FlowSummary page = flow("4", "page", "Form");
        page.status = FlowStatus::Published;
        Fixture fixture;
        QCOMPARE(fixture.printed({.flows = {published, changed, active, page}, .total = 4}), uR"(
bots | 3
  Published | same as v1
  Changed | 3 changes since v1
  Active | active, same as v1 *
pages | 1
  Form | published *
)"_s);
        const QModelIndex row = fixture.model.find(ExplorerModel::kFlowRole, FlowId("2"));
        QCOMPARE(row.data(Qt::AccessibleTextRole).toString(), u"Changed, Draft, 3 changes since v1"_s);
    }

    void longListsSayThatThereIsMore()
    {
        Fixture fixture;
        QCOMPARE(fixture.printed({.flows = {flow("1", "bot", "A")}, .total = 2001}), uR"(
bots | 1
  A | draft
2000 more: type above to find them
)"_s);
    }

    void theTrashComesLastAndIsSearched()
    {
        FlowSummary bot = flow("1", "bot", "Shop");
        bot.updatedAt = QDateTime(QDate(2026, 3, 1), QTime(12, 30)).toMSecsSinceEpoch();
        FlowSummary part = flow("2", "part", "Shop hours", "1");
        part.updatedAt = bot.updatedAt;
        FlowSummary other = flow("3", "unknown-kind", "Other");
        other.updatedAt = bot.updatedAt;
        const FlowListing listing{.flows = {flow("4", "bot", "Kept")}, .total = 1, .trash = {part, bot, other}};
        const QString when = QLocale().toString(QDateTime::fromMSecsSinceEpoch(bot.updatedAt), QLocale::ShortFormat);
        Fixture fixture;
        QCOMPARE(fixture.printed(listing), uR"(
bots | 1
  Kept | draft
Trash | 3
  Shop | %1, bot
    Shop hours | %1, part
  Other | %1, unknown-kind
)"_s.arg(when));
        QCOMPARE(fixture.printed(listing, u"oth"_s), uR"(
bots | 1
  Kept | draft
Trash | 1
  Other | %1, unknown-kind
)"_s.arg(when));
        QCOMPARE(fixture.printed({}), u"\n"_s);
    }
};

JACKFIELD_TEST(ExplorerModelTest)

} // namespace jackfield::explorer_model_test

#include "explorer_model_test.moc"
