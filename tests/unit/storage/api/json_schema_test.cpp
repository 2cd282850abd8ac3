// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/json_schema.h"

#include "tests/support/flows/plain_json.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::json_schema_test {

using namespace Qt::Literals::StringLiterals;

namespace {

const char *const kDocument
    = "{'defs': {"
      "        'Team': {'type': 'string', 'maxLength': 5, 'pattern': '^[a-z]+$', 'x-expected': 'small letters'},"
      "        'Node': {'type': 'object', 'required': ['id'], 'properties': {'id': {'type': 'string', 'minLength': "
      "1}}},"
      "        'Bot': {'type': 'object', 'required': ['name'], 'propertyNames': {'maxLength': 20}, 'properties': {"
      "            'name': {'type': 'string', 'minLength': 1, 'maxLength': 10, 'pattern': '[^\\\\s\\\\p{Z}\\\\p{Cf}]', "
      "'x-expected': 'visible'},"
      "            'kind': {'type': 'string', 'enum': ['a', 'b']},"
      "            'count': {'type': 'integer', 'minimum': 2, 'maximum': 4},"
      "            'note': {'type': ['string', 'null']},"
      "            'zone': {'type': 'string', 'format': 'time-zone'},"
      "            'teams': {'type': 'array', 'maxItems': 3, 'items': {'$ref': '#/defs/Team'}},"
      "            'nodes': {'type': 'array', 'items': {'$ref': '#/defs/Node'}}}}}}";

QByteArray printed(const QList<Violation> &violations)
{
    QByteArray text;
    for (const Violation &violation : violations)
        text += violation.pointer + ' ' + violation.code + ": " + violation.message.toUtf8() + '\n';
    return text;
}

} // namespace

class JsonSchemaTest : public QObject
{
    Q_OBJECT

private slots:
    void namesTheMemberAndWhatIsExpected_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("violations");

        const auto row = [](const char *name, const char *value, const char *violations) {
            QTest::newRow(name) << QByteArray(value) << QByteArray(violations);
        };
        row("valid", "{'name': 'x', 'teams': ['ab'], 'note': null, 'nodes': [{'id': 'n', 'more': [1]}], 'other': 1}",
            "");
        row("missing", "{}", "/name required: is required\n");
        row("type", "{'name': 5}", "/name type: must be text\n");
        row("null", "{'name': null}", "/name type: must be text\n");
        row("one of two types", "{'name': 'x', 'note': 5}", "/note type: must be text or null\n");
        row("root", "[]", " type: must be an object\n");
        row("empty", "{'name': ''}", "/name too_short: must not be empty\n");
        row("too long", "{'name': '12345678901'}", "/name too_long: must have at most 10 characters\n");
        row("characters, not bytes", "{'name': 'ääääääääää'}", "");
        row("unicode blank", "{'name': '\xc2\xa0\xe2\x80\x8b'}", "/name pattern: must be visible\n");
        row("enum", "{'name': 'x', 'kind': 'c'}", "/kind enum: must be one of 'a', 'b'\n");
        row("fraction", "{'name': 'x', 'count': 2.5}", "/count type: must be a whole number\n");
        row("small", "{'name': 'x', 'count': 1}", "/count too_small: must be at least 2\n");
        row("large", "{'name': 'x', 'count': 5}", "/count too_large: must be at most 4\n");
        row("zones", "{'name': 'x', 'zone': 'Africa/Nairobi'}", "");
        row("no zone database", "{'name': 'x', 'zone': 'UTC'}", "");
        for (const char *zone : {"", "Mars/Phobos", "../../etc/passwd", "/etc/passwd", "UTC/", "UTC\\n", "a b", "É"}) {
            QTest::addRow("zone %s", zone)
                << "{'name': 'x', 'zone': '" + QByteArray(zone) + "'}"
                << "/zone format: must be a time zone such as 'UTC' or 'Africa/Nairobi'\n"_ba;
        }
        row("list", "{'name': 'x', 'teams': 'a'}", "/teams type: must be a list\n");
        row("items", "{'name': 'x', 'teams': ['a', 5, 'abcdef']}",
            "/teams/1 type: must be text\n/teams/2 too_long: must have at most 5 characters\n");
        row("too many", "{'name': 'x', 'teams': ['a','b','c','d']}", "/teams too_many: must have at most 3 items\n");
        row("item pattern", "{'name': 'x', 'teams': ['a', 'B']}", "/teams/1 pattern: must be small letters\n");
        row("final line break", "{'name': 'x', 'teams': ['a\\n']}", "/teams/0 pattern: must be small letters\n");
        row("deep", "{'name': 'x', 'nodes': [{'id': 'n'}, {}]}", "/nodes/1/id required: is required\n");
        row("null item", "{'name': 'x', 'nodes': [null]}", "/nodes/0 type: must be an object\n");
        row("long key", "{'name': 'x', 'kkkkkkkkkkkkkkkkkkkkkkkkk': 1}",
            " invalid: has a member with too long a name\n");
        row("slash in a key", "{'name': 'x', 'a/b': 1}", "");
    }

    void namesTheMemberAndWhatIsExpected()
    {
        QFETCH(QByteArray, value);
        QFETCH(QByteArray, violations);
        const JsonSchema schema(plainJson("{'$ref': '#/defs/Bot'}"), plainJson(kDocument));
        QCOMPARE(printed(schema.check(plainJson(value))), violations);
    }

    void saysTheJsonTypeThatIsExpected()
    {
        const JsonSchema schema(plainJson("{'$ref': '#/defs/Bot'}"), plainJson(kDocument));
        QCOMPARE(schema.check(plainJson("{'name': 'x', 'teams': 1}")).first().expected, "array"_ba);
    }

    void stopsAtTheLimit()
    {
        const JsonSchema schema(plainJson("{'type': 'array', 'items': {'type': 'string', 'pattern': '^a$'}}"), Json());
        QByteArray numbers = "1", texts = "\"b\"";
        for (int i = 0; i < 5000; ++i) {
            numbers += ",1";
            texts += ",\"b\"";
        }
        QCOMPARE(schema.check(plainJson('[' + numbers + ']'), 7).size(), 7);
        QCOMPARE(schema.check(plainJson('[' + texts + ']'), 7).size(), 7);
    }

    void longTextsDoNotRecurse()
    {
        const JsonSchema schema(plainJson("{'type': 'string', 'pattern': '^([a-z]|[0-9])*$'}"), Json());
        (void)schema.check(Json::string(QByteArray(900 * 1024, 'a')));
    }
};

JACKFIELD_TEST(JsonSchemaTest)

} // namespace jackfield::json_schema_test

#include "json_schema_test.moc"
