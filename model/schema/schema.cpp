// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/schema/schema.h"

#include <algorithm>

namespace jackfield {

bool Schema::allowsType(const Json &value) const
{
    const std::optional<SchemaTypes> types = SchemaTypes::read(m_json["type"]);
    return types && types->allow(value);
}

QByteArray Schema::typeBesideNull() const
{
    const QList<QByteArray> names = typeNames(m_json);
    const auto found = std::ranges::find_if(names, [](const QByteArray &name) { return name != "null"; });
    return found == names.end() ? QByteArray() : *found;
}

QString Schema::title(const QString &otherwise) const
{
    const Json &title = m_json["title"];
    return title.isString() ? title.toString() : otherwise;
}

bool Schema::isRequired(QByteArrayView key) const
{
    return std::ranges::any_of(required(), [&](const Json &name) { return name.utf8() == key; });
}

const Json *Schema::items() const
{
    const Json *items = m_json.find("items");
    return items && items->isObject() ? items : nullptr;
}

const Json *Schema::at(std::span<const QByteArray> keys) const
{
    const Json *at = &m_json;
    for (const QByteArray &key : keys) {
        const Schema outer(*at);
        const Json *inner = outer.property(key);
        at = inner ? inner : outer.items();
        if (!at)
            return nullptr;
    }
    return at;
}

std::optional<double> Schema::bound(QByteArrayView keyword) const
{
    const Json &bound = m_json[keyword];
    return bound.isNumber() ? std::optional(bound.toDouble()) : std::nullopt;
}

Json blankFor(const Json &json)
{
    const Schema schema(json);
    for (const QByteArrayView given : {QByteArrayView("default"), QByteArrayView("const")}) {
        if (const Json *value = json.find(given))
            return *value;
    }
    if (!schema.choices().empty())
        return schema.choices().front();
    const QByteArray type = schema.typeBesideNull();
    if (type == "object") {
        Json object = Json::object();
        for (const Json &key : schema.required()) {
            const Json *property = schema.property(key.utf8());
            object.set(key.utf8(), blankFor(property ? *property : Json()));
        }
        return object;
    }
    if (type == "array")
        return Json::array();
    if (type == "boolean")
        return Json::boolean(false);
    if (type == "integer" || type == "number")
        return Json::number(qint64(0));
    return Json::string("");
}

} // namespace jackfield
