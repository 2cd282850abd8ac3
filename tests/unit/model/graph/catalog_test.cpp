// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/catalog.h"
#include "model/json/json_reader.h"
#include "tests/support/test_program.h"
#include "tests/support/verify_ok.h"

#include <QTest>

namespace jackfield::catalog_test {

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kType
    = R"({"id":"ask","title":"Ask","description":"d","family":"ask","icon":"i","titleFrom":["/label"],"summaryFrom":["/text"],
    "ports":[{"id":"","name":"Else","fallback":true}],"portList":[{"items":"/options","id":"value","label":"label"}],
    "acceptsInput":false,"start":true,"schema":{"type":"object"},"blank":{"text":""}})"_ba;

Result<Catalog> read(const QByteArray &text)
{
    const Result<Json> json = parseJson(text);
    if (!json)
        return json.error();
    return Catalog::fromJson(*json);
}

} // namespace

class CatalogTest : public QObject
{
    Q_OBJECT

private slots:
    void readsATypeWhole()
    {
        const Result<Catalog> catalog = read(R"({"flow":{"type":"object"},"types":[)" + kType + "]}");
        VERIFY_OK(catalog);
        const NodeType *type = catalog->find("ask");
        QVERIFY(type);
        QCOMPARE(type->title, u"Ask"_s);
        QCOMPARE(type->family, Family::Ask);
        QCOMPARE(type->titleFrom, QList<JsonPointer>{JsonPointer("/label")});
        QCOMPARE(type->ports.size(), 1);
        QVERIFY(type->ports.first().fallback);
        QCOMPARE(type->portList.first().idKey, "value"_ba);
        QVERIFY(type->start);
        QVERIFY(!type->acceptsInput);
        QVERIFY(!type->terminal);
        QVERIFY(type->blank.contains("text"));
        QVERIFY(catalog->flowSchema().isObject());
        QVERIFY(!catalog->find("other"));
    }

    void refusesWhatIsWrongAndNamesThePlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<QString>("message");
        const auto type = [](const char *before, const char *after) {
            return R"({"types":[)" + QByteArray(kType).replace(before, after) + "]}";
        };
        QTest::newRow("no types") << "{}"_ba
                                  << ""_ba << u"Member \"types\" is missing."_s;
        QTest::newRow("not an object") << "[]"_ba
                                       << ""_ba << u"Expected an object."_s;
        QTest::newRow("missing title") << type(R"("title":"Ask",)", "") << "/types/0"_ba
                                       << u"Member \"title\" is missing."_s;
        QTest::newRow("missing blank") << type(R"(,"blank":{"text":""})", "") << "/types/0"_ba
                                       << u"Member \"blank\" is missing."_s;
        QTest::newRow("unknown family") << type(R"("family":"ask")", R"("family":"query")") << "/types/0/family"_ba
                                        << u"Unknown family \"query\"."_s;
        QTest::newRow("misspelt member") << type(R"("start":true)", R"("strat":true)") << "/types/0/strat"_ba
                                         << u"Unknown member \"strat\"."_s;
        QTest::newRow("wrong type") << type(R"("start":true)", R"("start":1)") << "/types/0/start"_ba
                                    << u"Member \"start\" has to be true or false."_s;
        QTest::newRow("bad pointer") << type(R"(["/text"])", R"(["text"])") << "/types/0/summaryFrom/0"_ba
                                     << u"Expected a JSON pointer into the data, like \"/text\"."_s;
        QTest::newRow("twice") << R"({"types":[)" + kType + "," + kType + "]}"
                               << "/types/1/id"_ba << u"Type \"ask\" is listed twice."_s;
    }
    void refusesWhatIsWrongAndNamesThePlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QByteArray, pointer);
        QFETCH(const QString, message);
        const Result<Catalog> catalog = read(text);
        QVERIFY(!catalog);
        QCOMPARE(catalog.error().message, message);
        QCOMPARE(catalog.error().pointer, pointer);
        QCOMPARE(catalog.error().code, "invalid_catalog"_ba);
    }

    void familiesHaveOneNameEach()
    {
        for (const Family family :
             {Family::Entry, Family::Say, Family::Ask, Family::Decide, Family::Act, Family::HandOver, Family::End,
              Family::Unknown})
            QCOMPARE(familyFromName(familyName(family)), std::optional(family));
        QVERIFY(!familyFromName("Entry"));
        QVERIFY(!familyFromName(""));
    }
};

JACKFIELD_TEST(CatalogTest)

} // namespace jackfield::catalog_test

#include "catalog_test.moc"
