// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/gates/gate.h"

namespace jackfield {

/// Looks an Idempotency-Key up, where the description offers it: 400 for one that is no key, 422 for one of another
/// request, 409 while the first request is under way; a repeat gets the first answer. What is new gets AskedCall::once.
std::optional<GateAnswer> passIdempotencyKey(IdempotentAnswers &answers, AskedCall &asked);

/// Runs `work` under a key that passIdempotencyKey() found to be new. Its answer is kept in the transaction of the
/// change, so that a retry after a crash finds either both or neither, and is sent once everything is durable.
void runOnce(
    IdempotentAnswers &answers, const OnceKey &once, const ApiCall &call, const ApiFace &face, const ApiReply &reply,
    const std::function<void(const ApiReply &)> &work);

/// Sends an answer, or refuses when what it tells of did not get to the disk.
void sendWhenDurable(IdempotentAnswers &answers, const ApiReply &reply, const HttpResponse &response);

} // namespace jackfield
