// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/key_gates.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

GateAnswer keyRefusal(ApiError error, const AskedCall &asked)
{
    GateAnswer answer = std::move(error);
    answer.isNearMiss = asked.match.outcome != Router::Match::Outcome::Found;
    return answer;
}

std::optional<GateAnswer> passKey(const ApiKeys &keys, const ApiRoutes &routes, AskedCall &asked)
{
    if (asked.place.face == nullptr)
        return std::nullopt;
    const ServedOperation *operation = routes.operation(asked.match);
    if (operation != nullptr && operation->route->isPublic)
        return std::nullopt;
    const Credential credential = credentialIn(*asked.request, asked.place.face->readsApiKeyHeader());
    if (credential.error)
        return keyRefusal(*credential.error, asked);
    if (std::optional<Principal> principal = keys.authenticate(asked.place.face->name(), credential.secret)) {
        asked.principal = std::move(*principal);
        return std::nullopt;
    }
    if (operation != nullptr && operation->route->anyKey) {
        for (const std::unique_ptr<ApiFace> &face : routes.faces()) {
            std::optional<Principal> principal = keys.authenticate(face->name(), credential.secret);
            if (principal && principal->scopes.isEmpty()) {
                asked.principal = std::move(*principal);
                return std::nullopt;
            }
        }
    }
    return keyRefusal(unknownKey(), asked);
}

std::optional<GateAnswer> passRevocation(const ApiKeys &keys, AskedCall &asked)
{
    if (asked.principal.keyId.isEmpty())
        return std::nullopt;
    const auto isItsKey = [&](const ApiKey &key) { return key.id == asked.principal.keyId; };
    if (std::ranges::any_of(keys.all(), isItsKey))
        return std::nullopt;
    asked.principal = {};
    return keyRefusal(unknownKey(), asked);
}

std::optional<GateAnswer> passWorkspace(AskedCall &asked)
{
    const ApiRoute &route = *asked.operation->route;
    if (route.isPublic || route.workspaceHeader.isEmpty())
        return std::nullopt;
    const QByteArrayView named = asked.request->header(route.workspaceHeader);
    if (named.isEmpty() || asked.request->headerCount(route.workspaceHeader) > 1) {
        return ApiError{
            400, "missing_workspace"_ba,
            u"The header %1 must name the workspace of the key, once."_s.arg(
                QString::fromLatin1(route.workspaceHeader))};
    }
    if (named != asked.principal.workspace.utf8)
        return notFound(u"Workspace"_s);
    return std::nullopt;
}

std::optional<GateAnswer> passRights(AskedCall &asked)
{
    const ApiRoute &route = *asked.operation->route;
    if (route.isPublic)
        return std::nullopt;
    if (!route.roles.contains(asked.principal.role)) {
        return ApiError{
            403, "insufficient_role"_ba,
            u"A key with the role %1 may not do this."_s.arg(QString::fromLatin1(roleName(asked.principal.role)))};
    }
    for (const QByteArray &scope : route.scopes) {
        if (!asked.principal.hasScope(scope))
            return insufficientScope(scope);
    }
    return std::nullopt;
}

} // namespace jackfield
