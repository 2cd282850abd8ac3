// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/api_keys.h"

#include "storage/records/missing.h"

#include <QCryptographicHash>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLeastDigits = 40; ///< 160 bits: none can be guessed
constexpr qsizetype kShownBytes = 6; ///< of the secret, after its prefix

QByteArray digestOf(QByteArrayView secret)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(secret);
    return hash.result();
}

} // namespace

ApiKeys::ApiKeys(Ledger &ledger, const Workspaces &workspaces) : m_ledger(ledger), m_workspaces(workspaces)
{
    QObject::connect(&ledger, &Ledger::takenBack, &ledger, [this] { read(); });
    read();
}

void ApiKeys::read()
{
    const Result<QList<StoredKey>> stored = m_ledger.store().keys().keys();
    if (!stored)
        return;
    m_keysByDigest.clear();
    for (const StoredKey &key : *stored)
        m_keysByDigest.insert(key.digest, key.key);
}

QList<ApiKey> ApiKeys::all() const
{
    QList<ApiKey> keys = m_keysByDigest.values();
    std::ranges::sort(keys, {}, &ApiKey::id);
    return keys;
}

void ApiKeys::create(const KeyRequest &request, Completion<NewKey> done)
{
    const Result<WorkspaceId> workspace = m_workspaces.known(request.workspace);
    if (!workspace) {
        done(workspace.error());
        return;
    }
    const auto hasSpace = [](const QByteArray &scope) { return scope.isEmpty() || scope.contains(' '); };
    if (request.api.isEmpty() || std::ranges::any_of(request.scopes, hasSpace)) {
        done(
            Error{.code = "invalid"_ba, .message = u"A key names its API, and its scopes are words without spaces."_s});
        return;
    }
    Q_ASSERT(request.digits >= kLeastDigits && request.digits % 2 == 0);
    m_ledger.write<NewKey>(std::move(done), [&](Ledger::Events &) -> Result<NewKey> {
        FlowStore &store = m_ledger.store();
        QByteArray random(request.digits / 2, '\0');
        store.random().fill({reinterpret_cast<quint8 *>(random.data()), size_t(random.size())});
        const QByteArray secret = request.prefix + random.toHex();
        const ApiKey key{
            .id = store.newUlid(),
            .workspace = *workspace,
            .api = request.api,
            .role = request.role,
            .scopes = request.scopes,
            .name = request.name,
            .shown = secret.first(request.prefix.size() + kShownBytes),
            .createdAt = store.now()};
        const QByteArray digest = digestOf(secret);
        if (const Result<void> inserted = store.keys().insert({.key = key, .digest = digest}); !inserted)
            return inserted.error();
        m_keysByDigest.insert(digest, key);
        return NewKey{.key = key, .secret = secret};
    });
}

void ApiKeys::revoke(const QByteArray &keyId, Completion<void> done)
{
    const auto found = std::ranges::find(m_keysByDigest, keyId, &ApiKey::id);
    if (keyId.isEmpty() || found == m_keysByDigest.end()) {
        done(missing(u"key"_s, keyId));
        return;
    }
    m_ledger.write<void>(std::move(done), [&](Ledger::Events &) {
        m_keysByDigest.erase(found);
        return m_ledger.store().keys().remove(keyId);
    });
}

std::optional<Principal> ApiKeys::authenticate(QByteArrayView api, QByteArrayView secret) const
{
    if (secret.isEmpty())
        return std::nullopt;
    // What is looked up is the SHA-256 of the secret: how far a comparison came tells nothing about a secret.
    const auto found = m_keysByDigest.constFind(digestOf(secret));
    if (found == m_keysByDigest.constEnd() || (found->api != api && found->api != "all"))
        return std::nullopt;
    return Principal{.workspace = found->workspace, .keyId = found->id, .role = found->role, .scopes = found->scopes};
}

} // namespace jackfield
