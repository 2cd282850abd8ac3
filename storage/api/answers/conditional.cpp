// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/conditional.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// The tags of a header: nothing when it is not a list of them. "*" stands for itself; a weak tag keeps its W/.
std::optional<QList<QByteArray>> tagsIn(const HttpRequest &request, QByteArrayView header)
{
    QByteArray text;
    for (const auto &[name, value] : request.headers) {
        if (name == header)
            text += (text.isEmpty() ? "" : ",") + value;
    }
    text = text.trimmed();
    if (text == "*")
        return QList{"*"_ba};
    QList<QByteArray> tags;
    qsizetype at = 0;
    const auto skip = [&](QByteArrayView characters) {
        while (at < text.size() && characters.contains(text.at(at)))
            ++at;
    };
    for (skip(", \t"); at < text.size(); skip(", \t")) {
        const qsizetype begin = at;
        if (text.sliced(at).startsWith("W/"))
            at += 2;
        const qsizetype end = at < text.size() && text.at(at) == '"' ? text.indexOf('"', at + 1) : -1;
        if (end < 0)
            return std::nullopt;
        at = end + 1;
        tags.append(text.sliced(begin, at - begin));
        if (at < text.size() && !QByteArrayView(", \t").contains(text.at(at)))
            return std::nullopt;
    }
    return tags.isEmpty() ? std::nullopt : std::optional(tags);
}

} // namespace

QByteArray entityTag(qint64 revision)
{
    return '"' + QByteArray::number(revision) + '"';
}

std::optional<ApiError> unmetCondition(const HttpRequest &request, const QByteArray &tag)
{
    if (request.headerCount("if-match") == 0)
        return std::nullopt;
    const std::optional<QList<QByteArray>> tags = tagsIn(request, "if-match");
    if (!tags)
        return ApiError{
            400, "invalid_if_match"_ba, u"If-Match must be \"*\" or a list of entity tags in double quotes."_s};
    if (tags->contains("*") || tags->contains(tag))
        return std::nullopt;
    return ApiError{
        412, "precondition_failed"_ba,
        u"The record has changed since it was read (its ETag is now %1): read it again and repeat the change."_s.arg(
            QString::fromLatin1(tag))};
}

bool isUnmodified(const HttpRequest &request, const QByteArray &tag)
{
    const std::optional<QList<QByteArray>> tags = tagsIn(request, "if-none-match");
    return tags && (tags->contains("*") || tags->contains(tag) || tags->contains("W/" + tag));
}

} // namespace jackfield
