// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "storage/records/flow_record.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace jackfield {

enum class Role : quint8 { Owner, Admin, Agent };
QByteArrayView roleName(Role role);
std::optional<Role> roleFromName(QByteArrayView name);

struct Workspace
{
    WorkspaceId id;
    QString name;
    Timestamp createdAt = 0;
};

/// An API key without its secret: only the SHA-256 of that is stored.
struct ApiKey
{
    QByteArray id; ///< ULID
    WorkspaceId workspace;
    QByteArray api; ///< the API that accepts it, or "all"
    Role role = Role::Owner;
    QList<QByteArray> scopes; ///< empty = every scope
    QString name;
    QByteArray shown; ///< first characters, for lists
    Timestamp createdAt = 0;
};

/// Who is asking, once a key was accepted.
struct Principal
{
    WorkspaceId workspace;
    QByteArray keyId;
    Role role = Role::Owner;
    QList<QByteArray> scopes;

    bool hasScope(QByteArrayView scope) const;
};

struct KeyRequest
{
    WorkspaceId workspace; ///< empty = the default workspace
    QByteArray api = "all";
    Role role = Role::Owner;
    QList<QByteArray> scopes;
    QString name;
    QByteArray prefix; ///< what the platform's keys start with
    int digits = 64; ///< hexadecimal, after the prefix. Requires: even
};

struct NewKey
{
    ApiKey key;
    QByteArray secret; ///< shown once
};

} // namespace jackfield
