// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"
#include "storage/http/router.h"

#include <memory>
#include <vector>

namespace jackfield {

/// An operation that is served, and what does it.
struct ServedOperation
{
    const ApiFace *face = nullptr;
    const ApiRoute *route = nullptr;
    ApiHandler handler;
};

/// Where a path leads.
struct ApiPlace
{
    const ApiFace *face = nullptr; ///< null when the path belongs to no API
    QList<QByteArray> segments; ///< without the name in front
    QByteArray basePath; ///< as the client wrote it: "/v1", or with the name of the API in front
};

/// Every operation of every API, by path. The longest prefix decides which API a path belongs to; the name of the API
/// may stand in front of it.
class ApiRoutes
{
public:
    /// `service` outlives the handlers. An operation without a handler, or the other way round, is a programmer's
    /// error.
    ApiRoutes(FlowService &service, std::vector<std::unique_ptr<ApiFace>> faces);

    const std::vector<std::unique_ptr<ApiFace>> &faces() const { return m_faces; } ///< longest prefix first

    ApiPlace placeOf(const QList<QByteArray> &segments) const;
    /// NotFound for a place that is in no API.
    Router::Match match(const QByteArray &method, const ApiPlace &place) const;
    /// nullptr when nothing matched.
    const ServedOperation *operation(const Router::Match &match) const;
    /// "GET /v1/things: why it was missed", for what matched nothing; empty when nothing is near.
    QString nearestTo(const QByteArray &method, const ApiPlace &place) const;

private:
    /// A prefix that leads to an API.
    struct Mount
    {
        const ApiFace *face = nullptr;
        QList<QByteArray> segments;
        QByteArray basePath;
        bool isNamed = false; ///< the name of the API stands in front
    };

    const Mount *mountOf(const QList<QByteArray> &segments, bool isNamed) const;

    std::vector<std::unique_ptr<ApiFace>> m_faces;
    std::vector<Mount> m_mounts; ///< longest first
    std::vector<ServedOperation> m_operations;
    Router m_router;
};

/// "/a/b" has two. Requires: starts with a slash.
QList<QByteArray> segmentsOf(const QByteArray &path);

} // namespace jackfield
