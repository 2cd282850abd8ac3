// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/description/schema_acceptor.h"

#include "model/json/json_utf8.h"
#include "model/schema/schema_types.h"

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace jackfield {

namespace {

bool isText(const Json &value)
{
    return value.isString();
}

bool readLimit(const Json &meaning, qint64 &limit)
{
    const std::optional<qint64> integer = meaning.toInteger();
    limit = integer.value_or(-1);
    return limit >= 0;
}

bool isAtMost(QByteArrayView text, qint64 length)
{
    return text.size() <= length || codePointCount(text) <= length;
}

} // namespace

/// What one level of a schema demands.
struct SchemaAcceptor::Rule
{
    Rule() = default; ///< demands nothing
    explicit Rule(const Json &schema);
    bool accepts(const Json &value) const;

private:
    static constexpr qint64 kUnlimited = std::numeric_limits<qint64>::max();
    struct Property;

    /// False when the keyword, or what it says, is not known.
    bool learn(QByteArrayView keyword, const Json &meaning);
    Property &property(QByteArrayView name);
    bool acceptsText(QByteArrayView text) const;
    bool acceptsItems(const Json &array) const;
    bool acceptsMembers(const Json &object) const;

    bool m_isKnown = true;
    SchemaTypes m_types;
    std::optional<double> m_minimum;
    qint64 m_minLength = 0; ///< lengths are in code points
    qint64 m_maxLength = kUnlimited;
    qint64 m_maxNameLength = kUnlimited;
    qint64 m_maxItems = kUnlimited;
    qint64 m_maxProperties = kUnlimited;
    std::vector<Json> m_values; ///< texts; empty when any value will do
    std::vector<Property> m_properties;
    std::shared_ptr<const Rule> m_items; ///< null when any will do
};

struct SchemaAcceptor::Rule::Property
{
    QByteArray name;
    bool isRequired = false;
    Rule rule;
};

SchemaAcceptor::Rule::Rule(const Json &schema) : m_isKnown(schema.isObject())
{
    for (const Json::Member &part : schema.members())
        m_isKnown = learn(part.key(), part.value) && m_isKnown;
}

bool SchemaAcceptor::Rule::learn(QByteArrayView keyword, const Json &meaning)
{
    if (keyword == "type") {
        const std::optional<SchemaTypes> types = SchemaTypes::read(meaning);
        m_types = types.value_or(SchemaTypes());
        return types.has_value() && !meaning.isNull();
    }
    if (keyword == "properties") {
        for (const Json::Member &part : meaning.members())
            property(part.key()).rule = Rule(part.value);
        return meaning.isObject();
    }
    if (keyword == "required") {
        for (const Json &name : meaning.items())
            property(name.utf8()).isRequired = true;
        return meaning.isArray() && std::ranges::all_of(meaning.items(), isText);
    }
    if (keyword == "items") {
        m_items = std::make_shared<Rule>(meaning);
        return true;
    }
    if (keyword == "enum") {
        m_values.assign(meaning.items().begin(), meaning.items().end());
        return !m_values.empty() && std::ranges::all_of(m_values, isText);
    }
    if (keyword == "minimum") {
        m_minimum = meaning.toDouble();
        return meaning.isNumber();
    }
    if (keyword == "propertyNames")
        return meaning.size() == 1 && readLimit(meaning["maxLength"], m_maxNameLength);
    if (keyword == "additionalProperties")
        return meaning.toBool();
    return keyword == "minLength"    ? readLimit(meaning, m_minLength)
        : keyword == "maxLength"     ? readLimit(meaning, m_maxLength)
        : keyword == "maxItems"      ? readLimit(meaning, m_maxItems)
        : keyword == "maxProperties" ? readLimit(meaning, m_maxProperties)
                                     : keyword == "description" || keyword == "x-expected";
}

SchemaAcceptor::Rule::Property &SchemaAcceptor::Rule::property(QByteArrayView name)
{
    const auto known = std::ranges::find(m_properties, name, &Property::name);
    return known != m_properties.end() ? *known : m_properties.emplace_back(Property{name.toByteArray()});
}

bool SchemaAcceptor::Rule::accepts(const Json &value) const
{
    if (!m_isKnown || !m_types.allow(value))
        return false;
    if (!m_values.empty() && std::ranges::find(m_values, value) == m_values.end())
        return false;
    switch (value.type()) {
    case Json::Type::String:
        return acceptsText(value.utf8());
    case Json::Type::Number:
        return !m_minimum || value.toDouble() >= *m_minimum;
    case Json::Type::Array:
        return acceptsItems(value);
    case Json::Type::Object:
        return acceptsMembers(value);
    default:
        return true;
    }
}

bool SchemaAcceptor::Rule::acceptsText(QByteArrayView text) const
{
    if (!isAtMost(text, m_maxLength))
        return false;
    if (m_minLength == 0)
        return true;
    // Four bytes are at least one character. valijson counts up to the first U+0000 only.
    const QByteArrayView start = m_minLength <= text.size() / 4 ? text.first(4 * m_minLength) : text;
    return codePointCount(start) >= m_minLength && std::ranges::find(start, '\0') == start.end();
}

bool SchemaAcceptor::Rule::acceptsItems(const Json &array) const
{
    return array.size() <= m_maxItems && (!m_items || std::ranges::all_of(array.items(), [this](const Json &item) {
               return m_items->accepts(item);
           }));
}

bool SchemaAcceptor::Rule::acceptsMembers(const Json &object) const
{
    const auto fits = [&object](const Property &property) {
        const Json *value = object.find(property.name);
        return value != nullptr ? property.rule.accepts(*value) : !property.isRequired;
    };
    const auto isShort = [this](const Json::Member &member) { return isAtMost(member.key(), m_maxNameLength); };
    return object.size() <= m_maxProperties && std::ranges::all_of(m_properties, fits)
        && (m_maxNameLength == kUnlimited || std::ranges::all_of(object.members(), isShort));
}

SchemaAcceptor::SchemaAcceptor(const Json &schema) : m_rule(std::make_shared<Rule>(schema)) { }

bool SchemaAcceptor::accepts(const Json &value) const
{
    return m_rule->accepts(value);
}

} // namespace jackfield
