// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/data_rules.h"

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

} // namespace

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
