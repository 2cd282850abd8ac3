// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/sql_connection.h"

#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTemporaryDir>
#include <QTest>

namespace jackfield::sql_connection_test {

using namespace Qt::Literals::StringLiterals;

class SqlConnectionTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void rowsKeepTheirOrder();
    void firstRowThatCannotBeReadEndsTheList();
    void rowIsTheOneThereIs();
    void numberIsZeroWhereThereIsNone();
    void changesRunOnlyWhereTheyFit();

private:
    SqlConnection &sql() { return **m_connection; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<std::unique_ptr<SqlConnection>> m_connection;
};

void SqlConnectionTest::init()
{
    m_connection.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    Result<std::unique_ptr<SqlConnection>> opened
        = SqlConnection::open(m_folder->filePath(u"a.db"_s), dialect::Access::Write);
    VERIFY_OK(opened);
    m_connection = *std::move(opened);
    VERIFY_OK(sql().execute(u"CREATE TABLE fruit (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE)"_s));
    for (const QString &name : {u"pear"_s, u"fig"_s, u"plum"_s})
        VERIFY_OK(sql().change(u"INSERT INTO fruit (name) VALUES (?)"_s, {name}));
}

void SqlConnectionTest::rowsKeepTheirOrder()
{
    const auto name = [](const SqlRow &row) { return row.text(0); };
    const Result<QStringList> all = sql().rows<QString>(u"SELECT name FROM fruit ORDER BY name"_s, {}, name);
    VERIFY_OK(all);
    QCOMPARE(*all, (QStringList{u"fig"_s, u"pear"_s, u"plum"_s}));
    const Result<QStringList> none = sql().rows<QString>(u"SELECT name FROM fruit WHERE number > ?"_s, {99}, name);
    QVERIFY(none && none->isEmpty());
    QVERIFY(!sql().rows<QString>(u"SELECT name FROM vegetable"_s, {}, name));
}

void SqlConnectionTest::firstRowThatCannotBeReadEndsTheList()
{
    int seen = 0;
    const Result<QStringList> read = sql().rows<QString>(
        u"SELECT name FROM fruit ORDER BY number"_s, {}, [&seen](const SqlRow &row) -> Result<QString> {
            ++seen;
            if (row.text(0) == u"fig"_s)
                return Error{.code = "integrity"_ba, .message = u"No fig is readable."_s};
            return row.text(0);
        });
    COMPARE_ERROR(read, "integrity"_ba);
    QCOMPARE(seen, 2);
}

void SqlConnectionTest::rowIsTheOneThereIs()
{
    const auto name = [](const SqlRow &row) { return row.text(0); };
    const QString statement = u"SELECT name FROM fruit WHERE number = ?"_s;
    const Result<std::optional<QString>> second = sql().row<QString>(statement, {2}, name);
    QVERIFY(second && *second);
    QCOMPARE(**second, u"fig"_s);
    const Result<std::optional<QString>> none = sql().row<QString>(statement, {9}, name);
    QVERIFY(none && !*none);
    QVERIFY(*sql().exists(statement, {3}));
    QVERIFY(!*sql().exists(statement, {4}));
}

void SqlConnectionTest::numberIsZeroWhereThereIsNone()
{
    QCOMPARE(*sql().number(u"SELECT count(*) FROM fruit"_s), 3);
    QCOMPARE(*sql().number(u"SELECT max(number) FROM fruit WHERE number > ?"_s, {99}), 0);
    QCOMPARE(*sql().number(u"SELECT number FROM fruit WHERE number > ?"_s, {99}), 0);
    QVERIFY(!sql().number(u"SELECT number FROM vegetable"_s));
}

void SqlConnectionTest::changesRunOnlyWhereTheyFit()
{
    QCOMPARE(sql().lastInsertedNumber(), 3);
    QVERIFY(!sql().change(u"INSERT INTO fruit (name) VALUES (?)"_s, {u"fig"_s}));
    VERIFY_OK(sql().change(u"DELETE FROM fruit WHERE name = ?"_s, {u"fig"_s}));
    QCOMPARE(*sql().number(u"SELECT count(*) FROM fruit"_s), 2);
}

JACKFIELD_TEST(SqlConnectionTest)

} // namespace jackfield::sql_connection_test

#include "sql_connection_test.moc"
