// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/paging.h"

#include "storage/api/answers/api_text.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

Result<int> pageSize(const QByteArray &text, const PagingNames &names)
{
    const bool digits = !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
    // What does not fit an integer is more than the most, too.
    bool fits = false;
    const int size = text.toInt(&fits);
    if (!digits || (fits && size < 1)) {
        return Error{
            .code = "invalid_page_size"_ba,
            .message = u"%1 must be a whole number from 1 to %2."_s.arg(
                QString::fromLatin1(names.size), QString::number(names.maxSize))};
    }
    return fits ? std::min(size, names.maxSize) : names.maxSize;
}

Result<QByteArray> lastId(const QByteArray &token, const PagingNames &names, QByteArrayView list)
{
    const QByteArray::FromBase64Result decoded
        = QByteArray::fromBase64Encoding(token, kEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (decoded && decoded.decoded.startsWith(list) && decoded.decoded.sliced(list.size()).startsWith(':')) {
        const QByteArray id = decoded.decoded.sliced(list.size() + 1);
        if (isUlid(id))
            return id;
    }
    return Error{
        .code = "invalid_page_token"_ba,
        .message
        = u"%1 is not one that this list gave out: start again without it."_s.arg(QString::fromLatin1(names.token))};
}

} // namespace

Result<PageRequest> pageRequest(const HttpRequest &request, const PagingNames &names, QByteArrayView list)
{
    PageRequest page{names.defaultSize, {}};
    if (const std::optional<QByteArray> text = request.queryValue(names.size)) {
        Result<int> size = pageSize(*text, names);
        if (!size)
            return size.error();
        page.size = *size;
    }
    if (const std::optional<QByteArray> text = request.queryValue(names.token); text && !text->isEmpty()) {
        Result<QByteArray> after = lastId(*text, names, list);
        if (!after)
            return after.error();
        page.after = *after;
    }
    return page;
}

QByteArray pageToken(QByteArrayView list, QByteArrayView after)
{
    return (list.toByteArray() + ':' + after.toByteArray()).toBase64(kEncoding);
}

QByteArray nextLink(const HttpRequest &request, const PagingNames &names, const QByteArray &token)
{
    QByteArray query;
    for (const auto &[name, value] : request.query) {
        if (name != names.token)
            query += name.toPercentEncoding() + '=' + value.toPercentEncoding() + '&';
    }
    return '<' + request.path + '?' + query + names.token + '=' + token + ">; rel=\"next\"";
}

} // namespace jackfield
