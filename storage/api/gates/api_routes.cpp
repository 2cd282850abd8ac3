// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/api_routes.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool startsWith(const QList<QByteArray> &segments, const QList<QByteArray> &prefix)
{
    return segments.size() >= prefix.size() && std::equal(prefix.cbegin(), prefix.cend(), segments.cbegin());
}

} // namespace

QList<QByteArray> segmentsOf(const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    segments.removeFirst();
    return segments;
}

ApiRoutes::ApiRoutes(FlowService &service, std::vector<std::unique_ptr<ApiFace>> faces) : m_faces(std::move(faces))
{
    std::ranges::sort(m_faces, std::ranges::greater(), [](const std::unique_ptr<ApiFace> &face) {
        return face->document().prefix().count('/');
    });
    for (const std::unique_ptr<ApiFace> &face : m_faces) {
        const QByteArray &prefix = face->document().prefix();
        for (const QByteArray &basePath : {prefix, '/' + face->name() + prefix})
            m_mounts.push_back({face.get(), segmentsOf(basePath), basePath, basePath != prefix});
        ApiHandlers handlers = face->handlers(service);
        for (const ApiRoute &route : face->document().routes()) {
            ApiHandler handler = handlers.take(route.operation);
            if (!handler)
                qFatal("API %s: nothing does '%s'", face->name().constData(), route.operation.constData());
            m_router.add(route.method, route.path, int(m_operations.size()));
            m_operations.push_back({face.get(), &route, std::move(handler)});
        }
        if (!handlers.isEmpty())
            qFatal("API %s: '%s' is not described", face->name().constData(), handlers.constBegin().key().constData());
    }
}

const ApiRoutes::Mount *ApiRoutes::mountOf(const QList<QByteArray> &segments, bool isNamed) const
{
    const auto found = std::ranges::find_if(
        m_mounts, [&](const Mount &mount) { return mount.isNamed == isNamed && startsWith(segments, mount.segments); });
    return found == m_mounts.end() ? nullptr : &*found;
}

ApiPlace ApiRoutes::placeOf(const QList<QByteArray> &segments) const
{
    if (const Mount *mount = mountOf(segments, false))
        return {mount->face, segments, mount->basePath};
    if (const Mount *mount = mountOf(segments, true)) {
        // Behind the name of one API may stand the longer prefix of another: that path leads nowhere, lest the keys of
        // the one open the other.
        const QList<QByteArray> inner = segments.sliced(1);
        const bool isOwn = mountOf(inner, false)->face == mount->face;
        return {mount->face, isOwn ? inner : segments, mount->basePath};
    }
    return {nullptr, segments, {}};
}

Router::Match ApiRoutes::match(const QByteArray &method, const ApiPlace &place) const
{
    return place.face != nullptr ? m_router.match(method, place.segments) : Router::Match();
}

const ServedOperation *ApiRoutes::operation(const Router::Match &match) const
{
    return match.outcome == Router::Match::Outcome::Found ? &m_operations.at(size_t(match.route)) : nullptr;
}

QString ApiRoutes::nearestTo(const QByteArray &method, const ApiPlace &place) const
{
    const Router::NearMiss near = m_router.nearest(method, place.segments);
    if (near.route < 0)
        return {};
    const ApiRoute &route = *m_operations.at(size_t(near.route)).route;
    return QString::fromUtf8(route.method + ' ' + route.path) + u": "_s + near.reason;
}

} // namespace jackfield
