// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/idempotent_answers.h"

namespace jackfield {

std::optional<StoredAnswer> IdempotentAnswers::stored(const WorkspaceId &workspace, QByteArrayView key)
{
    FlowStore &store = m_ledger.store();
    const Result<std::optional<AnswerTable::Answer>> found = store.answers().answer(workspace, key);
    if (!found || !*found || (*found)->at < store.now() - kAnswersKept)
        return std::nullopt;
    return StoredAnswer{.requestDigest = (*found)->digest, .answer = (*found)->answer};
}

void IdempotentAnswers::remember(const WorkspaceId &workspace, QByteArrayView key, const StoredAnswer &answer)
{
    if (const Result<void> entered = m_ledger.enter(); !entered)
        return;
    FlowStore &store = m_ledger.store();
    const Result<void> written = store.answers().put(
        workspace, key, {.digest = answer.requestDigest, .answer = answer.answer, .at = store.now()});
    if (!written)
        m_ledger.fail(written.error());
}

void IdempotentAnswers::forget(const WorkspaceId &workspace, QByteArrayView key)
{
    if (const Result<void> entered = m_ledger.enter(); !entered)
        return;
    if (const Result<void> gone = m_ledger.store().answers().remove(workspace, key); !gone)
        m_ledger.fail(gone.error());
}

} // namespace jackfield
