// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/service/flow_service.h"

#include <optional>

namespace jackfield {

/// What a PATCH of an API comes to, once its own rules are applied. Left out = unchanged.
struct RecordChange
{
    std::optional<QString> name = {};
    std::optional<Json> content = {};
    std::optional<Json> properties = {};
};

/// The commit that turns `record` into what `change` says; nothing when it is so already. The commit is based on the
/// record, so another change in between is refused, never overwritten.
std::optional<Commit> commitOf(const FlowRecord &record, const RecordChange &change, const QString &label);

/// Who changed it, for events and the journal.
constexpr const char kApiAuthor[] = "api";

} // namespace jackfield
