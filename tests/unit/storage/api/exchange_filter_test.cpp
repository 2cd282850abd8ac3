// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/log/exchange_filter.h"

#include "storage/api/log/request_log.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::exchange_filter_test {

using namespace Qt::Literals::StringLiterals;

class ExchangeFilterTest : public QObject
{
    Q_OBJECT

private slots:
    void termsNarrowTheList_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<bool>("accepted");
        QTest::newRow("nothing") << u""_s << true;
        QTest::newRow("spaces") << u"   "_s << true;
        QTest::newRow("part of the path") << u"chatb"_s << true;
        QTest::newRow("any case") << u"CHATBOTS create"_s << true;
        QTest::newRow("both words") << u"chatbots pizza"_s << false;
        QTest::newRow("unwanted") << u"chatbots -create"_s << false;
        QTest::newRow("unwanted and absent") << u"chatbots -pizza"_s << true;
        QTest::newRow("minus alone") << u"-"_s << true;
        QTest::newRow("status") << u"status:422"_s << true;
        QTest::newRow("class") << u"status:4xx"_s << true;
        QTest::newRow("class in capitals") << u"Status:4XX"_s << true;
        QTest::newRow("other class") << u"status:2xx"_s << false;
        QTest::newRow("part of a status") << u"status:4"_s << false;
        QTest::newRow("not that class") << u"-status:4xx"_s << false;
        QTest::newRow("method") << u"method:post"_s << true;
        QTest::newRow("part of a method") << u"method:po"_s << false;
        QTest::newRow("api") << u"api:flownally status:4xx"_s << true;
        QTest::newRow("other api") << u"api:sarufi"_s << false;
        QTest::newRow("not other api") << u"-api:sarufi"_s << true;
        QTest::newRow("workspace") << u"workspace:01ABC"_s << true;
        QTest::newRow("other workspace") << u"workspace:01ABD"_s << false;
        QTest::newRow("member without a value") << u"api:"_s << true;
        QTest::newRow("no such member") << u"http://x"_s << false;
        QTest::newRow("nearest") << u"one?segment"_s << false;
        QTest::newRow("id") << u"req-17"_s << true;
    }

    void termsNarrowTheList()
    {
        QFETCH(QString, filter);
        QFETCH(bool, accepted);
        const Exchange exchange{
            .id = "req-17",
            .workspace = WorkspaceId("01ABC"_ba),
            .method = "POST",
            .target = "/v1/chatbots",
            .api = "flownally",
            .operation = "createChatbot",
            .status = 422,
        };
        QCOMPARE(ExchangeFilter(filter).accepts(exchange), accepted);
    }

    void whatIsEmptyLetsAllThrough()
    {
        QVERIFY(ExchangeFilter(u" - api: "_s).isEmpty());
        QVERIFY(!ExchangeFilter(u"a"_s).isEmpty());
    }
};

JACKFIELD_TEST(ExchangeFilterTest)

} // namespace jackfield::exchange_filter_test

#include "exchange_filter_test.moc"
