// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

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

void FlowService::createWorkspace(const QString &name, Completion<Workspace> done)
{
    if (name.trimmed().isEmpty()) {
        done(Error{.code = "invalid"_ba, .message = u"A workspace needs a name."_s});
        return;
    }
    m_impl->write<Workspace>(std::move(done), [&](Impl::Events &) -> Result<Workspace> {
        const Workspace workspace{
            .id = WorkspaceId(m_impl->store->newUlid()), .name = name.trimmed(), .createdAt = m_impl->store->now()};
        if (const Result<void> inserted = m_impl->store->insertWorkspace(workspace); !inserted)
            return inserted.error();
        m_impl->workspaces.append(workspace);
        return workspace;
    });
}

void FlowService::createKey(const KeyRequest &request, Completion<NewKey> done)
{
    const WorkspaceId workspace = m_impl->orDefault(request.workspace);
    if (std::ranges::none_of(m_impl->workspaces, [&](const Workspace &known) { return known.id == workspace; })) {
        done(Error{.code = "not_found"_ba, .message = u"There is no workspace '%1'."_s.arg(workspace.toString())});
        return;
    }
    const auto hasSpace = [](const QByteArray &scope) { return scope.isEmpty() || scope.contains(' '); };
    if (request.api.isEmpty() || std::ranges::any_of(request.scopes, hasSpace)) {
        done(
            Error{.code = "invalid"_ba, .message = u"A key names its API, and its scopes are words without spaces."_s});
        return;
    }
    Q_ASSERT(request.digits >= kLeastDigits && request.digits % 2 == 0);
    m_impl->write<NewKey>(std::move(done), [&](Impl::Events &) -> Result<NewKey> {
        QByteArray random(request.digits / 2, '\0');
        m_impl->store->random().fill({reinterpret_cast<quint8 *>(random.data()), size_t(random.size())});
        const QByteArray secret = request.prefix + random.toHex();
        const ApiKey key{
            .id = m_impl->store->newUlid(),
            .workspace = workspace,
            .api = request.api,
            .role = request.role,
            .scopes = request.scopes,
            .name = request.name,
            .shown = secret.first(request.prefix.size() + kShownBytes),
            .createdAt = m_impl->store->now()};
        const QByteArray digest = digestOf(secret);
        if (const Result<void> inserted = m_impl->store->insertKey({.key = key, .digest = digest}); !inserted)
            return inserted.error();
        m_impl->keysByDigest.insert(digest, key);
        return NewKey{.key = key, .secret = secret};
    });
}

QList<ApiKey> FlowService::keys() const
{
    QList<ApiKey> keys = m_impl->keysByDigest.values();
    std::ranges::sort(keys, {}, &ApiKey::id);
    return keys;
}

void FlowService::revokeKey(const QByteArray &keyId, Completion<void> done)
{
    const auto found = std::ranges::find_if(m_impl->keysByDigest, [&](const ApiKey &key) { return key.id == keyId; });
    if (keyId.isEmpty() || found == m_impl->keysByDigest.end()) {
        done(Error{.code = "not_found"_ba, .message = u"There is no key '%1'."_s.arg(QString::fromUtf8(keyId))});
        return;
    }
    m_impl->write<void>(std::move(done), [&](Impl::Events &) {
        m_impl->keysByDigest.erase(found);
        return m_impl->store->deleteKey(keyId);
    });
}

std::optional<Principal> FlowService::authenticate(QByteArrayView api, QByteArrayView secret) const
{
    if (secret.isEmpty())
        return std::nullopt;
    // What is looked up is the SHA-256 of the secret: how far a comparison came tells nothing about a secret.
    const auto found = m_impl->keysByDigest.constFind(digestOf(secret));
    if (found == m_impl->keysByDigest.constEnd() || (found->api != api && found->api != "all"))
        return std::nullopt;
    return Principal{.workspace = found->workspace, .keyId = found->id, .role = found->role, .scopes = found->scopes};
}

std::optional<FlowService::StoredAnswer> FlowService::storedAnswer(const WorkspaceId &workspace, QByteArrayView key)
{
    const Result<std::optional<FlowStore::Answer>> stored = m_impl->store->answer(workspace, key);
    if (!stored || !*stored || (*stored)->at < m_impl->store->now() - kAnswersKept)
        return std::nullopt;
    return StoredAnswer{.requestDigest = (*stored)->digest, .answer = (*stored)->answer};
}

void FlowService::rememberAnswer(const WorkspaceId &workspace, QByteArrayView key, const StoredAnswer &answer)
{
    if (const Result<void> entered = m_impl->group->enter(); !entered)
        return;
    const Result<void> put = m_impl->store->putAnswer(
        workspace, key, {.digest = answer.requestDigest, .answer = answer.answer, .at = m_impl->store->now()});
    if (!put)
        m_impl->group->fail(put.error());
}

void FlowService::forgetAnswer(const WorkspaceId &workspace, QByteArrayView key)
{
    if (const Result<void> entered = m_impl->group->enter(); !entered)
        return;
    if (const Result<void> gone = m_impl->store->deleteAnswer(workspace, key); !gone)
        m_impl->group->fail(gone.error());
}

} // namespace jackfield
