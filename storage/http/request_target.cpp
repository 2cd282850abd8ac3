// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/request_target.h"

#include "storage/http/http_chars.h"

#include <QStringDecoder>

#include <algorithm>
#include <optional>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

Error badTarget(const QString &message)
{
    return {.code = "bad_target"_ba, .message = message};
}

int hexValue(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

bool isUtf8WithoutControls(QByteArrayView bytes)
{
    if (std::ranges::any_of(bytes, isControlChar))
        return false;
    if (std::ranges::all_of(bytes, [](char c) { return static_cast<signed char>(c) >= 0; }))
        return true;
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString text = decoder(bytes);
    return !decoder.hasError()
        && std::ranges::none_of(text, [](QChar c) { return c.unicode() >= 0x80 && c.unicode() < 0xa0; });
}

/// Nothing when an escape is broken or the result is not text.
std::optional<QByteArray> decoded(QByteArrayView text, bool plusIsSpace)
{
    QByteArray out;
    if (!text.contains('%') && !(plusIsSpace && text.contains('+'))) {
        out = text.toByteArray();
    } else {
        out.reserve(text.size());
        for (qsizetype i = 0; i < text.size(); ++i) {
            if (text[i] == '+' && plusIsSpace) {
                out.append(' ');
            } else if (text[i] != '%') {
                out.append(text[i]);
            } else {
                const int high = i + 2 < text.size() ? hexValue(text[i + 1]) : -1;
                const int low = i + 2 < text.size() ? hexValue(text[i + 2]) : -1;
                if (high < 0 || low < 0)
                    return std::nullopt;
                out.append(static_cast<char>(high * 16 + low));
                i += 2;
            }
        }
    }
    if (!isUtf8WithoutControls(out))
        return std::nullopt;
    return out;
}

/// Splits at `separator`, calls `take` with each part; stops and answers false when it does.
template <typename Take> bool splitInto(QByteArrayView text, char separator, Take take)
{
    while (true) {
        const qsizetype end = text.indexOf(separator);
        if (!take(end < 0 ? text : text.first(end)))
            return false;
        if (end < 0)
            return true;
        text = text.sliced(end + 1);
    }
}

bool readSegments(QByteArrayView path, QList<QByteArray> &segments)
{
    if (path == "/")
        return true;
    return splitInto(path.sliced(1), '/', [&](QByteArrayView part) {
        const auto segment = decoded(part, false);
        if (!segment || segment->contains('/') || segment->contains('\\') || *segment == "." || *segment == "..")
            return false;
        segments.append(*segment);
        return true;
    });
}

bool readQuery(QByteArrayView text, QList<std::pair<QByteArray, QByteArray>> &query)
{
    return splitInto(text, '&', [&](QByteArrayView part) {
        if (part.isEmpty())
            return true;
        const qsizetype equals = part.indexOf('=');
        const auto name = decoded(equals < 0 ? part : part.first(equals), true);
        const auto value = decoded(equals < 0 ? QByteArrayView() : part.sliced(equals + 1), true);
        if (!name || !value)
            return false;
        query.emplaceBack(*name, *value);
        return true;
    });
}

} // namespace

Result<RequestTarget> parseTarget(QByteArrayView target)
{
    RequestTarget out;
    const auto allowed = [](char c) { return c > ' ' && c < 0x7f && !QByteArrayView("#\"<>\\^`").contains(c); };
    if (!std::ranges::all_of(target, allowed))
        return badTarget(u"The request target holds a character that must be percent-encoded."_s);

    if (!target.startsWith('/')) {
        constexpr QByteArrayView scheme = "http://";
        if (target.size() <= scheme.size() || target.first(scheme.size()).compare(scheme, Qt::CaseInsensitive) != 0)
            return badTarget(u"The request target must be a path that starts with a slash."_s);
        target = target.sliced(scheme.size());
        const qsizetype end
            = std::ranges::find_if(target, [](char c) { return c == '/' || c == '?'; }) - target.begin();
        out.authority = target.first(end).toByteArray();
        target = target.sliced(end);
        if (out.authority.isEmpty())
            return badTarget(u"The request target names no host."_s);
        if (target.isEmpty())
            target = "/";
        if (!target.startsWith('/'))
            return badTarget(u"The request target must have a path that starts with a slash."_s);
    }

    const qsizetype mark = target.indexOf('?');
    const QByteArrayView path = mark < 0 ? target : target.first(mark);
    if (std::ranges::any_of(path, [](char c) { return QByteArrayView("{|}").contains(c); }))
        return badTarget(u"The path holds a character that must be percent-encoded."_s);
    out.path = path.toByteArray();
    if (!readSegments(path, out.segments))
        return badTarget(
            u"The path must be valid percent-encoded UTF-8 without control characters, encoded slashes and "
            u"dot segments."_s);
    if (mark >= 0 && !readQuery(target.sliced(mark + 1), out.query))
        return badTarget(u"The query must be valid percent-encoded UTF-8 without control characters."_s);
    return out;
}

} // namespace jackfield
