// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/json_schema.h"

#include "model/json/json_pointer.h"
#include "model/schema/schema.h"
#include "storage/api/description/flat_schema.h"
#include "storage/api/description/schema_acceptor.h"
#include "storage/api/description/valijson_adapter.h"

#include <exception>
#include <string_view>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QString typeWords(const Json &schema)
{
    QStringList words;
    for (const QByteArray &name : typeNames(schema))
        words.append(name == "string" ? u"text"_s : typeInWords(name));
    return words.join(u" or "_s);
}

/// valijson tells every level of nesting that its child failed; only the child matters.
bool isEcho(std::string_view text)
{
    return text.starts_with("Failed to validate item #")
        || text.starts_with("Failed to validate against schema associated");
}

Violation violationOf(const valijson::ValidationResults::Error &error, const Json &schema)
{
    QList<QByteArray> keys;
    for (size_t i = 1; i < error.context.size(); ++i) {
        const std::string &step = error.context[i];
        keys.append(QByteArray(step.data() + 1, static_cast<qsizetype>(step.size()) - 2));
    }
    JsonPointer pointer;
    for (const QByteArray &key : std::as_const(keys))
        pointer = pointer.child(key);
    const Json *described = Schema(schema).at(keys);
    const Json at = described ? *described : Json();
    const QByteArray text = QByteArray::fromStdString(error.description);
    const auto bound = [&at](QByteArrayView keyword) { return QString::fromLatin1(at[keyword].numberText()); };

    if (text.startsWith("Missing required property '")) {
        const QByteArray name = text.sliced(27, text.lastIndexOf('\'') - 27);
        return {pointer.child(name).text(), u"is required"_s, "required"_ba};
    }
    if (text.contains("'type' constraint")) {
        return {pointer.text(), u"must be "_s + typeWords(at), "type"_ba, typeNames(at).value(0)};
    }
    if (text.contains("enum values")) {
        QStringList values;
        for (const Json &value : at["enum"].items())
            values.append(u'\'' + value.toString() + u'\'');
        return {pointer.text(), u"must be one of "_s + values.join(u", "_s), "enum"_ba};
    }
    if (text.startsWith("String should be no more than"))
        return {pointer.text(), u"must have at most %1 characters"_s.arg(bound("maxLength")), "too_long"_ba};
    if (text.startsWith("String should be no fewer than"))
        return {
            pointer.text(),
            bound("minLength") == u"1"_s ? u"must not be empty"_s
                                         : u"must have at least %1 characters"_s.arg(bound("minLength")),
            "too_short"_ba};
    if (text.startsWith("Array should contain no more than"))
        return {pointer.text(), u"must have at most %1 items"_s.arg(bound("maxItems")), "too_many"_ba};
    if (text.startsWith("Array should contain no fewer than"))
        return {pointer.text(), u"must have at least %1 items"_s.arg(bound("minItems")), "too_few"_ba};
    if (text.startsWith("Object should have no more than"))
        return {pointer.text(), u"must have at most %1 members"_s.arg(bound("maxProperties")), "too_many"_ba};
    if (text.startsWith("Expected number less"))
        return {pointer.text(), u"must be at most %1"_s.arg(bound("maximum")), "too_large"_ba};
    if (text.startsWith("Expected number greater"))
        return {pointer.text(), u"must be at least %1"_s.arg(bound("minimum")), "too_small"_ba};
    return {pointer.text(), u"is not as the description of this operation says"_s, "invalid"_ba};
}

void checkText(const TextSite &site, qsizetype step, const Json &value, const JsonPointer &at, QList<Violation> &found)
{
    if (step == site.path.size()) {
        if (value.isString() && !site.fits(value.toString()))
            found.append({at.text(), u"must be "_s + site.expected, site.code});
        return;
    }
    const QByteArray &key = site.path.at(step);
    if (key == "*") {
        for (qsizetype i = 0; value.isArray() && i < value.size(); ++i)
            checkText(site, step + 1, value.at(i), at.child(i), found);
    } else if (const Json *child = value.find(key)) {
        checkText(site, step + 1, *child, at.child(key), found);
    }
}

} // namespace

struct JsonSchema::Impl
{
    explicit Impl(FlatSchema from) : flat(std::move(from)), acceptor(flat.schema) { }
    QList<Violation> violations(const Json &value, int limit) const;

    FlatSchema flat;
    SchemaAcceptor acceptor;
    valijson::Schema schema;
};

JsonSchema::JsonSchema(const Json &schema, const Json &document)
    : m_impl(std::make_unique<Impl>(flattened(schema, document)))
{
    try {
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson_json::Adapter(m_impl->flat.schema), m_impl->schema);
    } catch (const std::exception &problem) {
        qFatal("JSON Schema: %s", problem.what());
    }
}

JsonSchema::~JsonSchema() = default;

QList<Violation> JsonSchema::Impl::violations(const Json &value, int limit) const
{
    // A validator of its own each time: it caches, and checks may run on several threads.
    valijson::Validator validator;
    const valijson_json::Adapter target(value);
    if (validator.validate(schema, target, nullptr))
        return {};
    valijson::ValidationResults results;
    validator.validate(schema, target, &results);
    QList<Violation> found;
    for (const valijson::ValidationResults::Error &error : results) {
        if (found.size() >= limit)
            break;
        if (!isEcho(error.description)) {
            if (const Violation violation = violationOf(error, flat.schema); !found.contains(violation))
                found.append(violation);
        }
    }
    if (found.isEmpty()) {
        found.append(
            {QByteArray(),
             flat.schema.contains("propertyNames") ? u"has a member with too long a name"_s
                                                   : u"is not as the description of this operation says"_s,
             "invalid"_ba});
    }
    return found;
}

QList<Violation> JsonSchema::check(const Json &value, int limit) const
{
    QList<Violation> found;
    if (!m_impl->acceptor.accepts(value))
        found = m_impl->violations(value, limit);
    if (!found.isEmpty())
        return found;
    for (const TextSite &site : m_impl->flat.texts)
        checkText(site, 0, value, {}, found);
    if (found.size() > limit)
        found.resize(limit);
    return found;
}

} // namespace jackfield
