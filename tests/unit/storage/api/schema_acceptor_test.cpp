// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/schema_acceptor.h"

#include "model/json/json_writer.h"
#include "storage/api/description/flat_schema.h"
#include "tests/support/flows/plain_json.h"
#include "tests/support/service/api_description.h"
#include "tests/support/test_program.h"

#include <QTest>

namespace jackfield::schema_acceptor_test {

using namespace Qt::Literals::StringLiterals;

class SchemaAcceptorTest : public QObject
{
    Q_OBJECT

private slots:
    void acceptsWhatIsCertainlyValid_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QByteArray>("accepted"); // a list of values
        QTest::addColumn<QByteArray>("uncertain"); // a list of values
        const auto row = [](const char *schema, const char *accepted, const char *uncertain) {
            QTest::newRow(schema) << QByteArray(schema) << QByteArray(accepted) << QByteArray(uncertain);
        };
        row("{}", "[null, true, 1, 'a', [], {}]", "[]");
        row("{'description': 'any', 'x-expected': 'any'}", "[null]", "[]");
        row("{'type': 'string'}", "['', 'a']", "[null, true, 1, [], {}]");
        row("{'type': 'boolean'}", "[true, false]", "[null, 0, 'true']");
        row("{'type': 'null'}", "[null]", "[false, 0, '', [], {}]");
        row("{'type': 'number'}", "[0, -1.5, 1e300]", "[null, '1']");
        row("{'type': 'integer'}", "[0, 1.0, 1e2, -0, 9223372036854775807]", "[1.5, 9223372036854775808, 1e300, '1']");
        row("{'type': ['string', 'integer']}", "['a', 1]", "[null, 1.5, []]");
        row("{'type': []}", "[]", "[null, 'a']");
        row("{'type': 'any'}", "[]", "[null, 'a']");
        row("{'type': ['string', 'any']}", "[]", "[null, 'a']");
        row("{'enum': ['a', 'b']}", "['a', 'b']", "['c', '', 1, null]");
        row("{'enum': ['a', null]}", "[]", "['a', null]");
        row("{'enum': []}", "[]", "['a']");
        row("{'minimum': 2}", "[2, 2.0, 3, 'a', null]", "[1, 1.99, -1e300]");
        row("{'minimum': 2.5}", "[2.5]", "[2]");
        row("{'maxLength': 3}", "['', 'abc', '\xc3\xa9\xc3\xa9\xc3\xa9', 1]",
            "['abcd', '\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9']");
        row("{'minLength': 2}", "['ab', '\xc3\xa9\xc3\xa9', 1]", "['', 'a', '\xc3\xa9', 'a\\u0000bc']");
        row("{'maxLength': -1}", "[]", "['']");
        row("{'maxItems': 2}", "[[], [1, 2], {'a': 1, 'b': 2, 'c': 3}]", "[[1, 2, 3]]");
        row("{'items': {'type': 'string'}}", "[[], ['a', 'b'], {'a': 1}, 'a']", "[['a', 1], [null]]");
        row("{'maxProperties': 1}", "[{}, {'a': 1}, [1, 2]]", "[{'a': 1, 'b': 2}]");
        row("{'propertyNames': {'maxLength': 2}}", "[{}, {'ab': 'abc'}, {'\xc3\xa9\xc3\xa9': 1}]", "[{'abc': 1}]");
        row("{'propertyNames': {'maxLength': 2, 'minLength': 1}}", "[]", "[{}, {'a': 1}]");
        row("{'required': ['a', 'a']}", "[{'a': null}, {'b': 1, 'a': 1}, []]", "[{}, {'b': 1}]");
        row("{'required': 'a'}", "[]", "[{'a': 1}]");
        row("{'properties': {'a': {'type': 'string'}}, 'required': ['a', 'b']}", "[{'a': '', 'b': 1}]",
            "[{'a': ''}, {'b': 1}, {'a': 1, 'b': 1}]");
        row("{'required': ['a'], 'properties': {'a': {'type': 'string'}}}", "[{'a': '', 'b': 1}]", "[{}, {'a': 1}]");
        row("{'additionalProperties': true}", "[{'a': 1}]", "[]");
        row("{'additionalProperties': false}", "[]", "[{}, {'a': 1}]");
        row("{'additionalProperties': {'type': 'string'}}", "[]", "[{}, {'a': ''}]");
    }

    void acceptsWhatIsCertainlyValid()
    {
        QFETCH(QByteArray, schema);
        QFETCH(QByteArray, accepted);
        QFETCH(QByteArray, uncertain);
        const SchemaAcceptor acceptor(plainJson(schema));
        const Json yes = plainJson(accepted);
        const Json no = plainJson(uncertain);
        for (const Json &value : yes.items())
            QVERIFY2(acceptor.accepts(value), writeJson(value).constData());
        for (const Json &value : no.items())
            QVERIFY2(!acceptor.accepts(value), writeJson(value).constData());
    }

    /// Only what is there has to be known.
    void anUnknownKeywordConcernsItsPlaceAlone()
    {
        const SchemaAcceptor acceptor(
            plainJson("{'properties': {'a': {'uniqueItems': true}, 'b': {'type': 'string'}}}"));
        QVERIFY(acceptor.accepts(plainJson("{'b': 'x'}")));
        QVERIFY(!acceptor.accepts(plainJson("{'a': [], 'b': 'x'}")));
        QVERIFY(!SchemaAcceptor(Json::boolean(true)).accepts(Json()));
    }

    /// Or valijson would look at each body of that operation.
    void exampleBodiesAreAccepted()
    {
        QByteArrayList slow;
        int examples = 0;
        for (const QByteArray &api : describedApis()) {
            const ApiDocument document(api);
            for (const ApiRoute &route : document.routes()) {
                const std::optional<Json> example = route.schema ? exampleBody(document, route) : std::nullopt;
                if (!example)
                    continue;
                ++examples;
                const FlatSchema flat = flattened(bodySchema(document, route), document.json());
                if (!SchemaAcceptor(flat.schema).accepts(*example))
                    slow.append(route.operation);
            }
        }
        QCOMPARE(slow.join(", "), ""_ba);
        QVERIFY(examples > 0);
    }
};

JACKFIELD_TEST(SchemaAcceptorTest)

} // namespace jackfield::schema_acceptor_test

#include "schema_acceptor_test.moc"
