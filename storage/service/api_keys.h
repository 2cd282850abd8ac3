// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/workspaces.h"

#include <optional>

namespace jackfield {

/// Who may use the APIs. Of a secret only its SHA-256 is kept.
class ApiKeys
{
public:
    ApiKeys(Ledger &ledger, const Workspaces &workspaces);

    QList<ApiKey> all() const; ///< in order of creation
    void create(const KeyRequest &request, Completion<NewKey> done);
    void revoke(const QByteArray &keyId, Completion<void> done);
    /// The owner of a key that `api` accepts; constant time in the secret. Revoked keys stop at once.
    std::optional<Principal> authenticate(QByteArrayView api, QByteArrayView secret) const;

private:
    void read();

    Ledger &m_ledger;
    const Workspaces &m_workspaces;
    QHash<QByteArray, ApiKey> m_keysByDigest;
};

} // namespace jackfield
