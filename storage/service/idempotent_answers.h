// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/ledger/ledger.h"

#include <optional>

namespace jackfield {

/// The answer to a request with an Idempotency-Key as it was given the first time.
struct StoredAnswer
{
    QByteArray requestDigest; ///< of method, path and body: another body under the same key is a conflict
    Json answer; ///< status, headers and body as the API layer wrote them; null while the first request is under way
};

/// Idempotent requests: the stored answer for a key, kept 24 hours, written in the same transaction as the change.
/// The order for a request with a key: stored(); else remember() with a null answer, then the change inside
/// answeringEarly(): its completion makes the answer, passes it to remember() and sends it from whenDurable().
class IdempotentAnswers
{
public:
    explicit IdempotentAnswers(Ledger &ledger) : m_ledger(ledger) { }

    std::optional<StoredAnswer> stored(const WorkspaceId &workspace, QByteArrayView key);
    /// Remembers a key before its change is made; the answer follows through remember() before the same transaction
    /// ends.
    void remember(const WorkspaceId &workspace, QByteArrayView key, const StoredAnswer &answer);
    /// For requests whose answer is not worth keeping (refused before anything changed).
    void forget(const WorkspaceId &workspace, QByteArrayView key);
    /// Runs `work`; what it writes completes at once, before it is durable. Nothing of that may leave the program
    /// before whenDurable() says so.
    void answeringEarly(const std::function<void()> &work) { m_ledger.answeringEarly(work); }
    /// Called when everything written so far is on disk, or with why it is not; at once when nothing is under way.
    void whenDurable(Completion<void> done) { m_ledger.whenDurable(std::move(done)); }

private:
    Ledger &m_ledger;
};

} // namespace jackfield
