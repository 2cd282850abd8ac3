// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// What the acceptor accepts, valijson accepts: for every body schema of every API, over bodies that are grown from the
// schema and then damaged.
#include "model/json/edit/json_edit.h"
#include "model/json/json_writer.h"
#include "storage/api/description/flat_schema.h"
#include "storage/api/description/schema_acceptor.h"
#include "tests/support/flows/json_generator.h"
#include "tests/support/service/api_description.h"
#include "tests/support/test_program.h"

#include <QTest>

#include <algorithm>

namespace jackfield::schema_acceptor_law_test {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kBodies = 1500; ///< for each schema
constexpr const char *kCharacters[] = {"a", "\xc3\xa9", "\xf0\x9f\x98\x80"};
constexpr const char *kNumbers[] = {
    "0",  "-0",        "0.0", "-1", "1.0", "1e2", "2.5", "1e-400", "1e300", "9223372036854775808", "9007199254740993.0",
    "60", "60.0000001"};

/// A keyword that limits a length or a count, wherever in the schema; they are what bodies go wrong by one at.
void findBounds(const Json &schema, QList<qint64> &bounds)
{
    constexpr qint64 kLongest = 5000;
    for (const Json::Member &part : schema.members()) {
        if (const auto bound = part.value.toInteger(); bound && *bound <= kLongest)
            bounds.append(*bound);
        findBounds(part.value, bounds);
    }
}

class Grower
{
public:
    Grower(const Json &schema, quint64 seed) : m_schema(schema), m_random(seed) { findBounds(schema, m_bounds); }

    /// A body that the schema means to allow, and up to three changes to it.
    Json body()
    {
        Json grown = fitting(m_schema);
        for (qsizetype changes = m_random.below(4); changes > 0 && !grown.isEmpty(); --changes)
            (void)applyEdits(grown, {change(grown)});
        return grown;
    }

private:
    Json text(qint64 length)
    {
        QByteArray text;
        const char *character = kCharacters[m_random.below(std::size(kCharacters))];
        for (qint64 i = 0; i < length; ++i)
            text += character;
        if (m_random.chance(4))
            text.insert(text.size() / 2 / qsizetype(qstrlen(character)) * qsizetype(qstrlen(character)), '\0');
        return Json::string(text);
    }

    qint64 aroundABound()
    {
        return m_bounds.isEmpty() ? 3 : m_bounds.at(m_random.below(m_bounds.size())) + m_random.below(3) - 1;
    }

    Json fitting(const Json &schema)
    {
        if (const Json &values = schema["enum"]; !values.isEmpty())
            return values.at(m_random.below(values.size()));
        const Json &types = schema["type"];
        const Json &type = types.isArray() ? types.at(m_random.below(types.size())) : types;
        if (type.utf8() == "object")
            return fittingObject(schema);
        if (type.utf8() == "array") {
            Json list = Json::array();
            for (qsizetype count = m_random.below(4); count > 0; --count)
                list.append(fitting(schema["items"]));
            return list;
        }
        if (type.utf8() == "string")
            return text(schema["minLength"].toInteger().value_or(0) + m_random.below(3));
        if (type.utf8() == "integer" || type.utf8() == "number")
            return Json::number(schema["minimum"].toInteger().value_or(0) + qint64(m_random.below(3)));
        return type.utf8() == "boolean" ? Json::boolean(m_random.chance(50)) : Json();
    }

    Json fittingObject(const Json &schema)
    {
        Json object = Json::object();
        for (const Json::Member &property : schema["properties"].members()) {
            const auto isIt = [&property](const Json &name) { return name == property.name; };
            if (std::ranges::any_of(schema["required"].items(), isIt) || m_random.chance(60))
                object.set(property.key(), fitting(property.value));
        }
        return object;
    }

    JsonEdit change(const Json &body)
    {
        JsonEdit edit = m_random.edit(body);
        if (edit.operation != JsonEdit::Operation::Set)
            return edit;
        switch (m_random.below(4)) {
        case 0:
            edit.value = text(std::max<qint64>(0, aroundABound()));
            break;
        case 1:
            edit.value = Json::array(std::vector<Json>(size_t(std::max<qint64>(0, aroundABound())), Json::object()));
            break;
        case 2:
            edit.value = Json::numberText(kNumbers[m_random.below(std::size(kNumbers))]);
            break;
        default: // what it is
            break;
        }
        return edit;
    }

    Json m_schema;
    JsonGenerator m_random;
    QList<qint64> m_bounds;
};

/// The schema in a keyword that the acceptor does not know, so that valijson decides.
Json decidedByValijson(const Json &schema)
{
    return Json::object({member("allOf", Json::array({schema}))});
}

/// Patterns and formats are checked elsewhere, whoever accepts.
bool isOfTheSchema(const Violation &violation)
{
    return violation.code != "pattern" && violation.code != "format";
}

} // namespace

class SchemaAcceptorLawTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsAcceptedIsValid()
    {
        quint64 seed = propertySeed(20261126);
        int accepted = 0, leftToValijson = 0, refused = 0;
        for (const QByteArray &api : describedApis()) {
            const ApiDocument document(api);
            for (const ApiRoute &route : document.routes()) {
                if (!route.schema)
                    continue;
                const Json &schema = bodySchema(document, route);
                const FlatSchema flat = flattened(schema, document.json());
                const SchemaAcceptor acceptor(flat.schema);
                const JsonSchema truth(decidedByValijson(schema), document.json());
                Grower grower(flat.schema, ++seed);
                for (int i = 0; i < kBodies; ++i) {
                    const Json body = grower.body();
                    const QList<Violation> violations = truth.check(body);
                    const bool isValid = std::ranges::none_of(violations, isOfTheSchema);
                    const bool isAccepted = acceptor.accepts(body);
                    QVERIFY2(isValid || !isAccepted, (route.operation + ": " + writeJson(body)).constData());
                    QCOMPARE(route.schema->check(body).isEmpty(), violations.isEmpty());
                    ++(isAccepted ? accepted : isValid ? leftToValijson : refused);
                }
            }
        }
        qInfo() << accepted << "accepted," << leftToValijson << "valid but left to valijson," << refused << "refused";
        QVERIFY(accepted > refused && refused > kBodies && leftToValijson < accepted / 10);
    }
};

JACKFIELD_TEST(SchemaAcceptorLawTest)

} // namespace jackfield::schema_acceptor_law_test

#include "schema_acceptor_law_test.moc"
