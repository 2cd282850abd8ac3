// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/api/answers/api_text.h"
#include "storage/api/api_table.h"
#include "storage/api/log/request_log.h"
#include "tests/support/test_program.h"

#include <QDateTime>
#include <QTest>

namespace jackfield::api_text_test {

using namespace Qt::Literals::StringLiterals;

class ApiTextTest : public QObject
{
    Q_OBJECT

private slots:
    void timesAreIsoInUtc_data();
    void timesAreIsoInUtc();
    void timesAreThoseOfQt();
    void secretsAreMasked_data();
    void secretsAreMasked();
};

void ApiTextTest::timesAreIsoInUtc_data()
{
    QTest::addColumn<Timestamp>("at");
    QTest::addColumn<QByteArray>("seconds");
    QTest::addColumn<QByteArray>("millis");
    QTest::newRow("epoch") << Timestamp(0) << "1970-01-01T00:00:00Z"_ba
                           << "1970-01-01T00:00:00.000Z"_ba;
    QTest::newRow("leap day") << Timestamp(1709251199999) << "2024-02-29T23:59:59Z"_ba
                              << "2024-02-29T23:59:59.999Z"_ba;
    QTest::newRow("small parts") << Timestamp(1767322985007) << "2026-01-02T03:03:05Z"_ba
                                 << "2026-01-02T03:03:05.007Z"_ba;
}

void ApiTextTest::timesAreIsoInUtc()
{
    QFETCH(Timestamp, at);
    QFETCH(QByteArray, seconds);
    QFETCH(QByteArray, millis);
    QCOMPARE(wholeSeconds(at).toUtf8(), seconds);
    QCOMPARE(milliseconds(at).toUtf8(), millis);
}

void ApiTextTest::timesAreThoseOfQt()
{
    for (Timestamp at = 0; at < Timestamp(4102444800000); at += Timestamp(86'399'123) * 37) {
        const QDateTime time = QDateTime::fromMSecsSinceEpoch(at, Qt::UTC);
        QCOMPARE(wholeSeconds(at).toString(), time.toString(Qt::ISODate));
        QCOMPARE(milliseconds(at).toString(), time.toString(Qt::ISODateWithMs));
    }
}

void ApiTextTest::secretsAreMasked_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("none") << "a plain-text with_some marks"_ba
                          << "a plain-text with_some marks"_ba;
    QTest::newRow("empty") << ""_ba
                           << ""_ba;
    QTest::newRow("one") << "{\"k\":\"whsec_abcdefgh12\"}"_ba
                         << "{\"k\":\"whsec_***\"}"_ba;
    QTest::newRow("at both ends") << "whsec_abcdefgh and fln_live_abcdefgh"_ba
                                  << "whsec_*** and fln_live_***"_ba;
    QTest::newRow("too short for a secret") << "whsec_abcdefg"_ba
                                            << "whsec_abcdefg"_ba;
    QTest::newRow("inside a word") << "desk-abcdefghijk"_ba
                                   << "desk-abcdefghijk"_ba;
    QTest::newRow("marks inside") << "x sk-ab-cd_efghij-k."_ba
                                  << "x sk-***."_ba;
    QTest::newRow("underscore") << "X-Api-Key: sk_abcdefgh, ask_abcdefgh"_ba
                                << "X-Api-Key: sk_***, ask_abcdefgh"_ba;
    QTest::newRow("two alike") << "sk-aaaaaaaa,sk-bbbbbbbb"_ba
                               << "sk-***,sk-***"_ba;
    QTest::newRow("prefix at the end") << "whsec_"_ba
                                       << "whsec_"_ba;
}

void ApiTextTest::secretsAreMasked()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, expected);
    QCOMPARE(maskOfEveryApi().masked(text), expected);
}

JACKFIELD_TEST(ApiTextTest)

} // namespace jackfield::api_text_test

#include "api_text_test.moc"
