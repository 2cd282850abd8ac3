// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

namespace jackfield::trillet {

/// The prompts that a call flow had: [{_id, name, prompt, metadata, createdAt, updatedAt}], and which of them it has.
struct PromptHistory
{
    Json versions = Json::array(); ///< oldest first
    Json currentId; ///< null while the prompt is empty

    friend bool operator==(const PromptHistory &, const PromptHistory &) = default;
};

/// As it has to be shown: `currentId` is always the version that holds the prompt. Where the prompt was changed without
/// this API (in the window, by an import), that is the newest version with the same text, or one more whose id depends
/// on flow and text alone, so that it stays the same until the API writes it down.
PromptHistory promptHistoryOf(const FlowRecord &record);

/// With `prompt` as the current one: a new version with this id and time when it differs. An empty prompt is no
/// version.
PromptHistory withPrompt(PromptHistory history, const Json &prompt, const QByteArray &id, Timestamp at);

/// "Prompt Version - 1/15/2025, 3:00:00 PM", in UTC.
QString promptVersionName(Timestamp at);
/// For a model that bears no control characters: without them, line breaks and tabs apart, and trimmed.
QString sanitizedPrompt(const QString &prompt);

} // namespace jackfield::trillet
