// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/access.h"

#include <array>

namespace jackfield {

namespace {

constexpr std::array kRoles{Role::Owner, Role::Admin, Role::Agent};

} // namespace

QByteArrayView roleName(Role role)
{
    switch (role) {
    case Role::Owner:
        return "owner";
    case Role::Admin:
        return "admin";
    case Role::Agent:
        return "agent";
    }
    Q_UNREACHABLE();
}

std::optional<Role> roleFromName(QByteArrayView name)
{
    for (const Role role : kRoles) {
        if (roleName(role) == name)
            return role;
    }
    return std::nullopt;
}

bool Principal::hasScope(QByteArrayView scope) const
{
    return scopes.isEmpty() || scopes.contains(scope);
}

} // namespace jackfield
