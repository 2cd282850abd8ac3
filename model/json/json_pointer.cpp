// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/json/json_pointer.h"

#include <algorithm>
#include <charconv>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QByteArray escaped(QByteArrayView key)
{
    QByteArray text;
    for (const char c : key) {
        if (c == '~')
            text += "~0";
        else if (c == '/')
            text += "~1";
        else
            text += c;
    }
    return text;
}

QByteArray unescaped(QByteArrayView token)
{
    QByteArray key;
    key.reserve(token.size());
    for (qsizetype i = 0; i < token.size(); ++i) {
        if (token[i] == '~' && i + 1 < token.size())
            key += token[++i] == '0' ? '~' : '/';
        else
            key += token[i];
    }
    return key;
}

/// Calls visit(token) for each escaped token from the outside in until it says false.
template <typename Visit> void forEachToken(QByteArrayView text, Visit visit)
{
    while (!text.isEmpty()) {
        text = text.sliced(1);
        const QByteArrayView token = text.first(std::ranges::find(text, '/') - text.begin());
        if (!visit(token))
            return;
        text = text.sliced(token.size());
    }
}

const Json *childOf(const Json &parent, QByteArrayView key)
{
    if (!parent.isArray())
        return parent.find(key);
    const qsizetype index = arrayIndex(key);
    return index >= 0 && index < parent.size() ? &parent.at(index) : nullptr;
}

} // namespace

Result<JsonPointer> JsonPointer::parse(QByteArrayView text)
{
    if (!text.isEmpty() && text.front() != '/')
        return Error{"invalid_pointer"_ba, u"A JSON pointer is empty or starts with '/'."_s, text.toByteArray()};
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == '~' && (i + 1 == text.size() || (text[i + 1] != '0' && text[i + 1] != '1'))) {
            return Error{
                "invalid_pointer"_ba, u"In a JSON pointer '~' is only allowed as '~0' (for '~') and '~1' (for '/')."_s,
                text.toByteArray()};
        }
    }
    if (!text.isValidUtf8())
        return Error{"invalid_pointer"_ba, u"A JSON pointer must be UTF-8."_s};
    return JsonPointer(text.toByteArray());
}

JsonPointer JsonPointer::child(QByteArrayView key) const
{
    if (std::ranges::any_of(key, [](char c) { return c == '~' || c == '/'; }))
        return JsonPointer(m_text + '/' + escaped(key));
    // Mostly there is nothing to escape, and a large flow has a hundred thousand pointers.
    QByteArray text(m_text.size() + 1 + key.size(), Qt::Uninitialized);
    char *end = std::ranges::copy(m_text, text.data()).out;
    *end++ = '/';
    std::ranges::copy(key, end);
    return JsonPointer(std::move(text));
}

JsonPointer JsonPointer::child(qsizetype index) const
{
    char digits[20];
    const auto [end, error] = std::to_chars(std::begin(digits), std::end(digits), index);
    return child(QByteArrayView(digits, end));
}

JsonPointer JsonPointer::parent() const
{
    Q_ASSERT(!isRoot());
    return JsonPointer(m_text.first(m_text.lastIndexOf('/')));
}

QByteArray JsonPointer::lastKey() const
{
    Q_ASSERT(!isRoot());
    return unescaped(QByteArrayView(m_text).sliced(m_text.lastIndexOf('/') + 1));
}

QList<QByteArray> JsonPointer::keys() const
{
    QList<QByteArray> keys;
    forEachToken(m_text, [&keys](QByteArrayView token) {
        keys.append(unescaped(token));
        return true;
    });
    return keys;
}

bool JsonPointer::contains(const JsonPointer &other) const
{
    return other.m_text.startsWith(m_text)
        && (other.m_text.size() == m_text.size() || other.m_text[m_text.size()] == '/');
}

const Json *JsonPointer::in(const Json &document) const
{
    const Json *place = &document;
    forEachToken(m_text, [&place](QByteArrayView token) {
        place = token.contains('~') ? childOf(*place, unescaped(token)) : childOf(*place, token);
        return place != nullptr;
    });
    return place;
}

qsizetype arrayIndex(QByteArrayView key)
{
    if (key.isEmpty() || (key.size() > 1 && key.front() == '0') || key.front() == '-')
        return -1;
    qsizetype index = -1;
    const auto [end, error] = std::from_chars(key.begin(), key.end(), index);
    return error == std::errc() && end == key.end() ? index : -1;
}

} // namespace jackfield
