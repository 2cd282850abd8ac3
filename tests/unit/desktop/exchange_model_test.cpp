// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/exchange_model.h"

#include "tests/support/model_text.h"
#include "tests/support/test_program.h"

#include <QDateTime>

namespace jackfield::exchange_model_test {

using namespace Qt::Literals::StringLiterals;

namespace {

Exchange exchange(qint64 number, const char *target, int status)
{
    return {
        .number = number,
        .at = QDateTime(QDate(2026, 3, 1), QTime(12, 30, 1, 5)).toMSecsSinceEpoch(),
        .workspace = WorkspaceId("w"),
        .method = "GET",
        .target = target,
        .api = "things",
        .operation = "listThings",
        .status = status,
        .microseconds = 1500};
}

} // namespace

class ExchangeModelTest : public QObject
{
    Q_OBJECT

private slots:
    void theNewestComeFirstAndTheFilterNarrows()
    {
        ExchangeModel model;
        model.setWorkspaces({{.id = WorkspaceId("w"), .name = u"Shop"_s}});
        model.add({exchange(1, "/a", 200), exchange(2, "/b", 404)});
        QCOMPARE(
            testing::printedModel(model),
            u"12:30:01.005 | GET | /b | 404 | 1.50 ms | listThings | things | Shop\n"
            "12:30:01.005 | GET | /a | 200 | 1.50 ms | listThings | things | Shop\n"_s);
        model.setFilter(u"status:4xx"_s);
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.exchange(model.index(0, 0))->number, 2);
        model.clear();
        QCOMPARE(testing::printedModel(model), u""_s);
        QVERIFY(model.isEmpty());
    }
};

JACKFIELD_TEST(ExchangeModelTest)

} // namespace jackfield::exchange_model_test

#include "exchange_model_test.moc"
