// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/kept_answer_gate.h"

namespace jackfield {

std::optional<GateAnswer> passKeptAnswer(const AnswerCache &answers, quint64 changeCount, AskedCall &asked)
{
    if (asked.request->method != "GET" || asked.operation->route->isLive || asked.principal.keyId.isEmpty())
        return std::nullopt;
    asked.answerKey = AnswerCache::keyOf(asked.principal.keyId, *asked.request);
    if (const HttpResponse *kept = answers.find(asked.answerKey, changeCount))
        return *kept;
    return std::nullopt;
}

} // namespace jackfield
