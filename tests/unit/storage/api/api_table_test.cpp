// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// Every API says its own name, keys and secrets; what stands on that is made from the table.
#include "storage/api/api_table.h"

#include "storage/api/call/api_face.h"
#include "storage/api/log/log_entry.h"
#include "tests/support/test_program.h"

#include <QSet>
#include <QTest>

namespace jackfield::api_table_test {

using namespace Qt::Literals::StringLiterals;

class ApiTableTest : public QObject
{
    Q_OBJECT

private slots:
    void everyNameIsThatOfItsDescription()
    {
        QSet<QByteArray> ids;
        for (const ServedApi &api : servedApis()) {
            QCOMPARE(api.makeFace()->name(), api.name.id);
            QVERIFY(!api.name.title.isEmpty());
            ids.insert(api.name.id);
        }
        QCOMPARE(ids.size(), servedApis().size());
    }

    void keysCanBeForEachOrForAll()
    {
        QCOMPARE(apiNames().size(), servedApis().size() + 1);
        QCOMPARE(apiNames().last().id, "all"_ba);
        QCOMPARE(findApi("all"), &apiNames().last());
        QCOMPARE(findApi("nobody"), nullptr);
    }

    void aKeyLooksLikeThoseOfItsPlatform()
    {
        for (const ApiName &api : apiNames()) {
            const KeyRequest request = keyRequestFor(api);
            QCOMPARE(request.api, api.id);
            QCOMPARE(request.prefix, api.key.prefix);
            QCOMPARE(request.digits, api.key.digits);
            QVERIFY2(request.digits % 2 == 0, api.id.constData());
            QVERIFY2(api.key.prefix.size() != 1, "the mask looks at the last two characters");
        }
    }

    void theMaskKnowsEveryKey()
    {
        const SecretMask mask = maskOfEveryApi();
        for (const ApiName &api : apiNames()) {
            const QByteArray key = api.key.prefix + QByteArray(api.key.digits, 'a');
            QCOMPARE(mask.masked("(" + key + ")"), "(" + api.key.prefix + "***)");
            for (const QByteArray &prefix : api.secretPrefixes)
                QCOMPARE(mask.masked(prefix + "0123456789"), prefix + "***");
        }
    }

    void anEntryHoldsTheRequestAndItsAnswer()
    {
        RequestLog log(maskOfEveryApi());
        HttpRequest request;
        request.method = "POST";
        request.target = "/x?y=1";
        request.requestId = "id";
        request.headers = {{"x-api-key", "sk_0123456789"}, {"accept", "*/*"}};
        request.body = "body";
        LogEntry entry(request, "flownally", KeptRequest::of(request, {}, {}));
        entry.exchange().operation = "createThing";
        QCOMPARE(entry.close(log, {.status = 201, .body = "answer"}), 1);
        const Exchange &kept = log.exchanges().back();
        QCOMPARE(kept.method + ' ' + kept.target + ' ' + kept.id, "POST /x?y=1 id"_ba);
        QCOMPARE(kept.api + ' ' + kept.operation + ' ' + kept.keyHeader, "flownally createThing x-api-key"_ba);
        QCOMPARE(kept.request + ' ' + kept.response, "body answer"_ba);
        QCOMPARE(kept.status, 201);
        QCOMPARE(kept.headers.size(), 1);
        QVERIFY(log.kept(1) != nullptr);
    }

    void whatStaysOpenCannotBeMadeAgain()
    {
        RequestLog log(maskOfEveryApi());
        LogEntry entry({}, {}, KeptRequest());
        entry.closeOpen(log, {.status = 200});
        QCOMPARE(log.exchanges().back().status, 200);
        QCOMPARE(log.kept(1), nullptr);
    }
};

JACKFIELD_TEST(ApiTableTest)

} // namespace jackfield::api_table_test

#include "api_table_test.moc"
