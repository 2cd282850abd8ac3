// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/data_rules.h"

#include "model/schema/schema.h"

#include <algorithm>
#include <array>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isFilled(const Json *value, const Schema &schema)
{
    if (!value || value->isNull())
        return false;
    if (value->isArray())
        return value->size() >= schema.minItems();
    if (!value->isString())
        return true;
    const qint64 least = schema.minLength();
    // A text that begins with a plain letter is no white space: mostly that is all there is to know.
    const QByteArrayView text = value->utf8();
    const bool startsPlain = !text.isEmpty() && text.front() > ' ' && text.front() < '\x7f';
    return least <= 0 || (least == 1 && startsPlain) || value->toString().trimmed().size() >= least;
}

/// The types but null, the simple ones first.
QString inWords(const QList<QByteArray> &types)
{
    static constexpr std::array<QByteArrayView, 6> kOrder{"string", "number", "integer", "boolean", "array", "object"};
    QStringList words;
    for (const QByteArrayView name : kOrder) {
        if (types.contains(name))
            words.append(typeInWords(name));
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

void checkAgainstSchema(const Json &value, const Json &json, const JsonPointer &at, Problems &problems)
{
    const Schema schema(json);
    const auto add = [&](const QByteArray &code, const QString &rest) {
        const QString name = schema.title(at.isRoot() ? u"The flow"_s : QString::fromUtf8(at.lastKey()));
        problems.append(
            {.severity = Severity::Error, .code = code, .message = u"\"%1\" %2"_s.arg(name, rest), .pointer = at});
    };
    if (!schema.allowsType(value))
        return add("wrong-type"_ba, u"has to be %1."_s.arg(inWords(typeNames(json))));
    if (value.isNull())
        return;
    if (const auto choices = schema.choices(); !choices.empty() && std::ranges::find(choices, value) == choices.end()) {
        QStringList words;
        for (const Json &choice : choices)
            words.append(choice.toString());
        add("unknown-value"_ba, u"has to be one of: %1."_s.arg(words.join(u", "_s)));
    }
    if (const std::optional<double> least = schema.minimum(); least && value.isNumber() && value.toDouble() < *least)
        add("too-small"_ba, u"has to be %1 or more."_s.arg(QString::fromUtf8(json["minimum"].numberText())));
    for (const Json::Member &part : value.members()) {
        if (const Json *inner = schema.property(part.key()))
            checkAgainstSchema(part.value, *inner, at.child(part.key()), problems);
    }
    if (const Json *inner = schema.items()) {
        for (qsizetype i = 0; value.isArray() && i < value.size(); ++i)
            checkAgainstSchema(value.at(i), *inner, at.child(i), problems);
    }
}

void checkRequiredData(const Node &node, const NodeType &type, const Json &data, Problems &problems)
{
    const Schema ofType(type.schema);
    for (const Json &required : ofType.required()) {
        const QByteArrayView key = required.utf8();
        const Schema schema(type.schema["properties"][key]);
        if (isFilled(data.find(key), schema))
            continue;
        problems.append(
            {.severity = Severity::Warning,
             .code = "data-missing"_ba,
             .message = u"\"%1\" (%2) needs \"%3\": fill it in."_s.arg(
                 node.title, node.id.toString(), schema.title(QString::fromUtf8(key))),
             .pointer = node.data.child(key),
             .node = node.id});
    }
}

} // namespace jackfield
