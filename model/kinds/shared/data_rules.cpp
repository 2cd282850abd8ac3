// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/data_rules.h"

#include <algorithm>
#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isFilled(const Json *value, const Json &schema)
{
    if (!value || value->isNull())
        return false;
    if (value->isArray())
        return value->size() >= schema["minItems"].toInteger().value_or(0);
    if (!value->isString())
        return true;
    const qint64 least = schema["minLength"].toInteger().value_or(0);
    // A text that begins with a plain letter is no white space: mostly that is all there is to know.
    const QByteArrayView text = value->utf8();
    const bool startsPlain = !text.isEmpty() && text.front() > ' ' && text.front() < '\x7f';
    return least <= 0 || (least == 1 && startsPlain) || value->toString().trimmed().size() >= least;
}

struct TypeName
{
    QByteArrayView type;
    QString words;
};

bool isOfType(const Json &value, QByteArrayView type)
{
    switch (value.type()) {
    case Json::Type::Null:
        return type == "null";
    case Json::Type::Bool:
        return type == "boolean";
    case Json::Type::Number:
        return type == "number" || (type == "integer" && value.toInteger());
    case Json::Type::String:
        return type == "string";
    case Json::Type::Array:
        return type == "array";
    case Json::Type::Object:
        return type == "object";
    }
    return false;
}

/// The types that a schema allows; none = any.
QList<QByteArray> allowedTypes(const Json &schema)
{
    const Json &type = schema["type"];
    QList<QByteArray> types;
    if (type.isString())
        types.append(type.toUtf8());
    for (const Json &one : type.items())
        types.append(one.toUtf8());
    return types;
}

QString inWords(const QList<QByteArray> &types)
{
    static const std::array names{TypeName{"string", u"a text"_s},          TypeName{"number", u"a number"_s},
                                  TypeName{"integer", u"a whole number"_s}, TypeName{"boolean", u"true or false"_s},
                                  TypeName{"array", u"a list"_s},           TypeName{"object", u"an object"_s}};
    QStringList words;
    for (const TypeName &name : names) {
        if (types.contains(name.type))
            words.append(name.words);
    }
    return words.join(u" or "_s);
}

} // namespace

bool isBlank(const Json &value)
{
    return value.isNull() || (value.isString() && !hasText(value));
}

bool hasText(const Json &value)
{
    return value.isString() && !value.toString().trimmed().isEmpty();
}

void checkAgainstSchema(const Json &value, const Json &schema, const JsonPointer &at, Problems &problems)
{
    const auto add = [&](const QByteArray &code, const QString &rest) {
        const QString name = schema["title"].isString() ? schema["title"].toString()
            : at.isRoot()                               ? u"The flow"_s
                                                        : QString::fromUtf8(at.lastKey());
        problems.append(
            {.severity = Severity::Error, .code = code, .message = u"\"%1\" %2"_s.arg(name, rest), .pointer = at});
    };
    const QList<QByteArray> types = allowedTypes(schema);
    if (!types.isEmpty() && std::ranges::none_of(types, [&](const QByteArray &type) { return isOfType(value, type); }))
        return add("wrong-type"_ba, u"has to be %1."_s.arg(inWords(types)));
    if (value.isNull())
        return;
    if (const Json &choices = schema["enum"];
        choices.isArray() && std::ranges::find(choices.items(), value) == choices.items().end()) {
        QStringList words;
        for (const Json &choice : choices.items())
            words.append(choice.toString());
        add("unknown-value"_ba, u"has to be one of: %1."_s.arg(words.join(u", "_s)));
    }
    if (const Json &least = schema["minimum"];
        value.isNumber() && least.isNumber() && value.toDouble() < least.toDouble())
        add("too-small"_ba, u"has to be %1 or more."_s.arg(QString::fromUtf8(least.numberText())));
    for (const Json::Member &part : value.members()) {
        if (const Json *inner = schema["properties"].find(part.key()))
            checkAgainstSchema(part.value, *inner, at.child(part.key()), problems);
    }
    if (const Json &inner = schema["items"]; inner.isObject()) {
        for (qsizetype i = 0; value.isArray() && i < value.size(); ++i)
            checkAgainstSchema(value.at(i), inner, at.child(i), problems);
    }
}

void checkRequiredData(const Node &node, const NodeType &type, const Json &data, Problems &problems)
{
    for (const Json &required : type.schema["required"].items()) {
        const QByteArrayView key = required.utf8();
        const Json &schema = type.schema["properties"][key];
        if (isFilled(data.find(key), schema))
            continue;
        const QString title = schema["title"].isString() ? schema["title"].toString() : QString::fromUtf8(key);
        problems.append(
            {.severity = Severity::Warning,
             .code = "data-missing"_ba,
             .message = u"\"%1\" (%2) needs \"%3\": fill it in."_s.arg(node.title, node.id.toString(), title),
             .pointer = node.data.child(key),
             .node = node.id});
    }
}

} // namespace jackfield
