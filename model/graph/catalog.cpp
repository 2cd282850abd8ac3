// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/graph/catalog.h"

#include <algorithm>
#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array kFamilyNames{"entry", "say", "ask", "decide", "act", "handOver", "end", "unknown"};

Error invalid(const QString &message, const JsonPointer &at)
{
    return {.code = "invalid_catalog"_ba, .message = message, .pointer = at.text()};
}

/// Reads one JSON object of the catalog; remembers the first thing that is wrong with it.
class Reader
{
public:
    Reader(const Json &object, JsonPointer at) : m_object(object), m_at(std::move(at))
    {
        if (!object.isObject())
            m_error = invalid(u"Expected an object."_s, m_at);
    }

    const std::optional<Error> &error() const { return m_error; }

    QByteArray text(QByteArrayView key, bool required)
    {
        const Json *value = take(key, required);
        if (value && !value->isString())
            refuse(key, u"a text"_s);
        return value ? value->toUtf8() : QByteArray();
    }

    bool flag(QByteArrayView key, bool fallback)
    {
        const Json *value = take(key, false);
        if (value && !value->isBool())
            refuse(key, u"true or false"_s);
        return value ? value->toBool() : fallback;
    }

    Json object(QByteArrayView key)
    {
        const Json *value = take(key, true);
        if (value && !value->isObject())
            refuse(key, u"an object"_s);
        return value ? *value : Json();
    }

    JsonPointer pointer(QByteArrayView key) { return asPointer(text(key, true), m_at.child(key)); }

    QList<JsonPointer> pointers(QByteArrayView key)
    {
        QList<JsonPointer> result;
        eachItem(key, [&](const Json &item, const JsonPointer &at) { result.append(asPointer(item.toUtf8(), at)); });
        return result;
    }

    template <typename Visit> void eachItem(QByteArrayView key, Visit visit)
    {
        const Json *list = take(key, false);
        if (!list)
            return;
        if (!list->isArray())
            return refuse(key, u"a list"_s);
        for (qsizetype i = 0; i < list->size(); ++i)
            visit(list->at(i), m_at.child(key).child(i));
    }

    void adopt(const std::optional<Error> &error)
    {
        if (!m_error)
            m_error = error;
    }

    /// Call last: a member that nobody asked for is a misspelt one.
    void finish()
    {
        for (const Json::Member &member : m_object.members()) {
            if (!m_known.contains(member.key()))
                adopt(invalid(
                    u"Unknown member \"%1\"."_s.arg(QString::fromUtf8(member.key())), m_at.child(member.key())));
        }
    }

private:
    const Json *take(QByteArrayView key, bool required)
    {
        m_known.append(key.toByteArray());
        const Json *value = m_object.find(key);
        if (!value && required)
            adopt(invalid(u"Member \"%1\" is missing."_s.arg(QString::fromUtf8(key)), m_at));
        return value;
    }

    void refuse(QByteArrayView key, const QString &expected)
    {
        adopt(invalid(u"Member \"%1\" has to be %2."_s.arg(QString::fromUtf8(key), expected), m_at.child(key)));
    }

    JsonPointer asPointer(const QByteArray &text, const JsonPointer &at)
    {
        Result<JsonPointer> parsed = JsonPointer::parse(text);
        if (parsed && !parsed->isRoot())
            return *std::move(parsed);
        adopt(invalid(u"Expected a JSON pointer into the data, like \"/text\"."_s, at));
        return {};
    }

    const Json &m_object;
    JsonPointer m_at;
    QList<QByteArray> m_known;
    std::optional<Error> m_error;
};

Result<NodeType> readType(const Json &json, const JsonPointer &at)
{
    Reader reader(json, at);
    NodeType type;
    type.id = reader.text("id", true);
    type.title = QString::fromUtf8(reader.text("title", true));
    type.description = QString::fromUtf8(reader.text("description", true));
    type.icon = reader.text("icon", true);
    const QByteArray family = reader.text("family", true);
    if (const auto known = familyFromName(family))
        type.family = *known;
    else
        reader.adopt(invalid(u"Unknown family \"%1\"."_s.arg(QString::fromUtf8(family)), at.child("family")));
    type.titleFrom = reader.pointers("titleFrom");
    type.summaryFrom = reader.pointers("summaryFrom");
    reader.eachItem("ports", [&](const Json &item, const JsonPointer &itemAt) {
        Reader port(item, itemAt);
        type.ports.append(
            {.id = port.text("id", true),
             .name = QString::fromUtf8(port.text("name", false)),
             .fallback = port.flag("fallback", false)});
        port.finish();
        reader.adopt(port.error());
    });
    reader.eachItem("portList", [&](const Json &item, const JsonPointer &itemAt) {
        Reader list(item, itemAt);
        type.portList.append(
            {.items = list.pointer("items"), .idKey = list.text("id", false), .labelKey = list.text("label", false)});
        list.finish();
        reader.adopt(list.error());
    });
    type.start = reader.flag("start", false);
    type.terminal = reader.flag("terminal", false);
    type.acceptsInput = reader.flag("acceptsInput", true);
    type.schema = reader.object("schema");
    type.blank = reader.object("blank");
    reader.finish();
    if (reader.error())
        return *reader.error();
    return type;
}

} // namespace

Result<Catalog> Catalog::fromJson(const Json &json)
{
    Catalog catalog;
    Reader reader(json, {});
    reader.text("description", false);
    if (json.contains("flow"))
        catalog.m_flowSchema = reader.object("flow");
    if (!json.contains("types"))
        reader.adopt(invalid(u"Member \"types\" is missing."_s, {}));
    reader.eachItem("types", [&](const Json &item, const JsonPointer &at) {
        Result<NodeType> type = readType(item, at);
        if (!type)
            return reader.adopt(type.error());
        if (catalog.m_index.contains(Id<NodeType>(type->id)))
            return reader.adopt(
                invalid(u"Type \"%1\" is listed twice."_s.arg(QString::fromUtf8(type->id)), at.child("id")));
        catalog.m_index.insert(Id<NodeType>(type->id), catalog.m_types.size());
        catalog.m_types.append(*std::move(type));
    });
    reader.finish();
    if (reader.error())
        return *reader.error();
    return catalog;
}

const NodeType *Catalog::find(QByteArrayView id) const
{
    const qsizetype at = m_index.value(Id<NodeType>(QByteArray::fromRawData(id.data(), id.size())), -1);
    return at < 0 ? nullptr : &m_types[at];
}

QByteArrayView familyName(Family family)
{
    return kFamilyNames.at(static_cast<size_t>(family));
}

std::optional<Family> familyFromName(QByteArrayView name)
{
    const auto found
        = std::ranges::find_if(kFamilyNames, [&](const char *known) { return name == QByteArrayView(known); });
    if (found == kFamilyNames.end())
        return std::nullopt;
    return static_cast<Family>(found - kFamilyNames.begin());
}

} // namespace jackfield
