// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/conversation_flow/shape/platform_path.h"

#include "model/json/json_writer.h"
#include "model/kinds/conversation_flow/shape/flow_shape.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield::conversationflow {

namespace {

bool isPlainWord(const QByteArray &key)
{
    const auto plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-'
            || c < 0;
    };
    return !key.isEmpty() && std::ranges::all_of(key, plain);
}

void appendKey(QByteArray &path, const QByteArray &key)
{
    if (isPlainWord(key))
        path += '.' + key;
    else
        path += "[\"" + escapedJsonString(key) + "\"]";
}

} // namespace

QByteArray platformPath(const Json &content, const JsonPointer &pointer)
{
    const QList<QByteArray> keys = pointer.keys();
    const Shape shape = shapeOf(content);
    const qsizetype depth = shape == Shape::BareMap ? 0 : 1;
    // Members beside the states stay where they are.
    const Json *first = keys.isEmpty() ? nullptr : content.find(keys.first());
    const bool outside
        = !keys.isEmpty() && (depth == 1 ? keys.first() != "states" : first && !isState(shape, keys.first(), *first));
    QByteArray path = outside ? QByteArray() : "states"_ba;
    const Json *at = &content;
    for (qsizetype i = 0; i < keys.size(); ++i) {
        const QByteArray &key = keys[i];
        const bool item = at && at->isArray();
        const qsizetype index = item ? arrayIndex(key) : -1;
        at = !at ? nullptr : item ? (index >= 0 && index < at->size() ? &at->at(index) : nullptr) : at->find(key);
        if (!outside && i < depth)
            continue;
        const QByteArray name
            = at && i == depth && shape == Shape::StatesArray && !outside ? (*at)["name"].toUtf8() : QByteArray();
        if (item && name.isEmpty())
            path += '[' + key + ']';
        else
            appendKey(path, name.isEmpty() ? key : name);
    }
    return path.startsWith('.') ? path.sliced(1) : path;
}

} // namespace jackfield::conversationflow
