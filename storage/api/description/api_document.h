// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "storage/api/description/json_schema.h"
#include "storage/records/access.h"

#include <QByteArray>
#include <QList>

#include <memory>
#include <vector>

namespace jackfield {

/// One operation as its OpenAPI document describes it.
struct ApiRoute
{
    enum class Body : quint8 { None, Json, File };

    QByteArray method; ///< "GET"
    QByteArray path; ///< with the prefix of the API: "/v1/things/{id}"
    QByteArray operation; ///< operationId
    QString summary;
    QList<QByteArray> scopes; ///< every one of them is needed
    QList<Role> roles; ///< any one of them will do
    /// `x-workspace` of a header parameter: the request must name the workspace of its key there; in lower case. Empty
    /// when the API has no such header.
    QByteArray workspaceHeader;
    bool isPublic = false; ///< needs no key
    bool isLive = false; ///< `x-live`: tells more than what is stored, so its answers are never kept
    bool anyKey = false; ///< keys of other APIs will do, unless they are limited to some scopes
    bool takesIdempotencyKey = false; ///< repeats under the same Idempotency-Key get the first answer
    Body body = Body::None; ///< File: the handler reads the bytes itself
    bool bodyRequired = false;
    std::shared_ptr<const JsonSchema> schema; ///< of the body; null when it has none
};

/// The OpenAPI document of one API: the one place that says which operations there are and who may call them.
class ApiDocument
{
public:
    /// Reads ":/openapi/<name>.json". A document that cannot be read is a programmer's error: aborts with its message.
    explicit ApiDocument(const QByteArray &name);

    const QByteArray &name() const { return m_name; }
    const QByteArray &prefix() const { return m_prefix; } ///< "/v1"
    const Json &json() const { return m_json; }
    const std::vector<ApiRoute> &routes() const { return m_routes; }

private:
    QByteArray m_name;
    QByteArray m_prefix;
    Json m_json;
    std::vector<ApiRoute> m_routes;
};

/// One document of all: paths with their prefixes, operations, tags and components named "<api>.<name>".
/// Requires: there is one.
Json mergedDocument(const QList<const ApiDocument *> &documents);

} // namespace jackfield
