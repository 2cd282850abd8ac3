// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "model/json/json_writer.h"
#include "model/schema/schema.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::schema_test {

using namespace Qt::Literals::StringLiterals;

class SchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void typesAllowValues_data();
    void typesAllowValues();
    void aTypeThatIsNoneIsToldApart();
    void typesAreSaidInWords();
    void aLevelTellsWhatItDemands();
    void whatIsNotSaidDemandsNothing();
    void findsTheSchemaOfAnInnerValue();
    void blankIsTheEmptiestValue_data();
    void blankIsTheEmptiestValue();
};

void SchemaTest::typesAllowValues_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<bool>("allowed");
    const auto row = [](const char *type, const char *value, bool allowed) {
        QTest::addRow("%s of %s", value, type) << QByteArray(type) << QByteArray(value) << allowed;
    };
    row("'string'", "'x'", true);
    row("'string'", "1", false);
    row("'string'", "null", false);
    row("['string', 'null']", "null", true);
    row("['string', 'array']", "[]", true);
    row("['string', 'array']", "{}", false);
    row("'integer'", "3", true);
    row("'integer'", "3.5", false);
    row("'number'", "3.5", true);
    row("'number'", "3", true);
    row("'boolean'", "true", true);
    row("'object'", "{}", true);
    row("null", "{}", true);
}

void SchemaTest::typesAllowValues()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, value);
    const Json meaning = plainJson(type);
    const std::optional<SchemaTypes> types = SchemaTypes::read(meaning);
    QVERIFY(types);
    QTEST(types->allow(plainJson(value)), "allowed");
    const Json schema = Json::object({member("type", meaning)});
    QTEST(Schema(schema).allowsType(plainJson(value)), "allowed");
}

void SchemaTest::aTypeThatIsNoneIsToldApart()
{
    QVERIFY(!SchemaTypes::read(plainJson("'text'")));
    QVERIFY(!SchemaTypes::read(plainJson("['string', 'text']")));
    QVERIFY(!SchemaTypes::read(plainJson("[]")));
    QVERIFY(SchemaTypes::read(Json())->isAny());
    QVERIFY(!SchemaTypes::read(plainJson("'string'"))->isAny());
}

void SchemaTest::typesAreSaidInWords()
{
    QCOMPARE(typeNames(plainJson("{'type': ['array', 'null']}")), (QList<QByteArray>{"array", "null"}));
    QCOMPARE(typeNames(plainJson("{'type': 'string'}")), QList<QByteArray>{"string"});
    QCOMPARE(typeInWords("integer"), u"a whole number"_s);
    QCOMPARE(typeInWords("odd"), u"odd"_s);
}

void SchemaTest::aLevelTellsWhatItDemands()
{
    const Json json = plainJson("{'type': ['null', 'object'], 'title': 'Hours', 'format': 'hours', 'minLength': 2, "
                                "'minItems': 3, 'minimum': 0.5, 'maximum': 7, 'enum': [1, 2], 'required': ['from'], "
                                "'properties': {'from': {'type': 'string'}}, 'additionalProperties': false}");
    const Schema schema(json);
    QCOMPARE(schema.typeBesideNull(), "object"_ba);
    QCOMPARE(schema.title(u"other"_s), u"Hours"_s);
    QCOMPARE(schema.format().toByteArray(), "hours"_ba);
    QCOMPARE(schema.minLength(), 2);
    QCOMPARE(schema.minItems(), 3);
    QCOMPARE(schema.minimum(), std::optional(0.5));
    QCOMPARE(schema.maximum(), std::optional(7.0));
    QCOMPARE(schema.choices().size(), 2u);
    QVERIFY(schema.isRequired("from"));
    QVERIFY(!schema.isRequired("to"));
    QVERIFY(schema.property("from"));
    QVERIFY(!schema.property("to"));
    QVERIFY(!schema.allowsOtherMembers());
}

void SchemaTest::whatIsNotSaidDemandsNothing()
{
    const Json json = Json::object();
    const Schema schema(json);
    QVERIFY(schema.allowsType(Json()));
    QVERIFY(schema.typeBesideNull().isEmpty());
    QCOMPARE(schema.title(u"other"_s), u"other"_s);
    QVERIFY(schema.choices().empty());
    QVERIFY(!schema.minimum());
    QCOMPARE(schema.minItems(), 0);
    QVERIFY(schema.properties().empty());
    QVERIFY(!schema.items());
    QVERIFY(schema.allowsOtherMembers());
}

void SchemaTest::findsTheSchemaOfAnInnerValue()
{
    const Json json
        = plainJson("{'properties': {'rules': {'items': {'properties': {'when': {'title': 'When'}}}}, 'any': {}}}");
    const Schema schema(json);
    const auto titleAt = [&](const QList<QByteArray> &keys) {
        const Json *found = schema.at(keys);
        return found ? Schema(*found).title(u"untitled"_s) : u"nothing"_s;
    };
    QCOMPARE(titleAt({"rules", "4", "when"}), u"When"_s);
    QCOMPARE(titleAt({}), u"untitled"_s);
    QCOMPARE(titleAt({"any", "more"}), u"nothing"_s);
    QCOMPARE(titleAt({"gone"}), u"nothing"_s);
}

void SchemaTest::blankIsTheEmptiestValue_data()
{
    QTest::addColumn<QByteArray>("schema");
    QTest::addColumn<QByteArray>("blank");
    const auto row = [](const char *schema, const char *blank) {
        QTest::newRow(schema) << QByteArray(schema) << QByteArray(blank);
    };
    row("{'type': 'string', 'default': 'x'}", "'x'");
    row("{'const': 'reply'}", "'reply'");
    row("{'enum': ['a', 'b']}", "'a'");
    row("{'type': 'integer'}", "0");
    row("{'type': 'boolean'}", "false");
    row("{'type': 'array'}", "[]");
    row("{'type': ['array', 'null']}", "[]");
    row("{}", "''");
    row("{'type': 'object', 'properties': {'a': {'type': 'number'}, 'b': {}}, 'required': ['a', 'c']}",
        "{'a': 0, 'c': ''}");
}

void SchemaTest::blankIsTheEmptiestValue()
{
    QFETCH(QByteArray, schema);
    QFETCH(QByteArray, blank);
    QCOMPARE(writeJson(blankFor(plainJson(schema))), writeJson(plainJson(blank)));
}

JACKFIELD_TEST(SchemaTest)

} // namespace jackfield::schema_test

#include "schema_test.moc"
