// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/http/http_request.h"

namespace jackfield {

/// How one API spells paging.
struct PagingNames
{
    QByteArray size; ///< "pageSize"
    QByteArray token; ///< "pageToken"
    int defaultSize = 50;
    int maxSize = 200;
};

struct PageRequest
{
    int size = 0;
    QByteArray after; ///< id of the last item of the page before; empty on the first page
};

/// The page that a query asks for. More than the most counts as the most; below 1 or not a whole number is
/// invalid_page_size. A token of another list, or none of ours, is invalid_page_token.
Result<PageRequest> pageRequest(const HttpRequest &request, const PagingNames &names, QByteArrayView list);
/// The token of the page behind item `after` of `list`.
QByteArray pageToken(QByteArrayView list, QByteArrayView after);
/// RFC 8288: the same request for the next page.
QByteArray nextLink(const HttpRequest &request, const PagingNames &names, const QByteArray &token);

} // namespace jackfield
