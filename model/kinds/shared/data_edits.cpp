// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/shared/data_edits.h"

#include <algorithm>
#include <ranges>
#include <span>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// `value` inside objects with the given keys.
Json wrapped(std::span<const QByteArray> keys, Json value)
{
    for (const QByteArray &key : keys | std::views::reverse)
        value = Json::object({member(key, std::move(value))});
    return value;
}

const Json *childOf(const Json &value, QByteArrayView key)
{
    if (value.isObject())
        return value.find(key);
    const qsizetype index = value.isArray() ? arrayIndex(key) : -1;
    return index >= 0 && index < value.size() ? &value.at(index) : nullptr;
}

} // namespace

Result<JsonEdits>
dataEdits(const Json &document, const JsonPointer &root, const JsonPointer &inside, const std::optional<Json> &value)
{
    const JsonPointer target(root.text() + inside.text());
    const Json *old = target.in(document);
    if (!value)
        return old ? JsonEdits{JsonEdit::remove(target)} : JsonEdits();
    if (old)
        return *old == *value ? JsonEdits() : JsonEdits{JsonEdit::set(target, *value)};

    const QList<QByteArray> keys = target.keys();
    const Json *container = &document;
    JsonPointer at;
    qsizetype depth = 0;
    for (; depth < keys.size(); ++depth) {
        const Json *child = childOf(*container, keys.at(depth));
        if (!child)
            break;
        container = child;
        at = at.child(keys.at(depth));
    }
    const QByteArray &key = keys.at(depth);
    const std::span<const QByteArray> rest(keys.cbegin() + depth + 1, keys.cend());
    if (container->isObject())
        return JsonEdits{JsonEdit::insert(at.child(key), wrapped(rest, *value))};
    if (container->isArray() && (key == "-" || arrayIndex(key) == container->size()))
        return JsonEdits{JsonEdit::insert(at.child(container->size()), wrapped(rest, *value))};
    if (container->isNull())
        return JsonEdits{JsonEdit::set(at, wrapped({keys.cbegin() + depth, keys.cend()}, *value))};
    return Error{
        .code = "does_not_fit"_ba,
        .message = u"\"%1\" cannot hold \"%2\": remove it first, or change it in the JSON pane."_s.arg(
            QString::fromUtf8(at.text()), QString::fromUtf8(key)),
        .pointer = at.text()};
}

} // namespace jackfield
