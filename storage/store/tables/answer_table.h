// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"
#include "storage/store/sql/store_file.h"

#include <optional>

namespace jackfield {

/// How long the answer to an Idempotency-Key is kept, in milliseconds.
inline constexpr Timestamp kAnswersKept = 24LL * 60 * 60 * 1000;

/// Answers to requests that may come again, by workspace and the key of the request.
class AnswerTable
{
public:
    explicit AnswerTable(StoreFile &file) : m_file(file) { }

    struct Answer
    {
        QByteArray digest;
        Json answer;
        Timestamp at = 0;
    };
    Result<std::optional<Answer>> answer(const WorkspaceId &workspace, QByteArrayView key);
    Result<void> put(const WorkspaceId &workspace, QByteArrayView key, const Answer &answer);
    Result<void> remove(const WorkspaceId &workspace, QByteArrayView key);
    Result<void> forgetBefore(Timestamp at);

private:
    StoreFile &m_file;
};

} // namespace jackfield
