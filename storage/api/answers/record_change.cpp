// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/record_change.h"

#include "model/json/edit/json_diff.h"

namespace jackfield {

std::optional<Commit> commitOf(const FlowRecord &record, const RecordChange &change, const QString &label)
{
    Commit commit;
    commit.flow = record.summary.id;
    commit.baseRevision = record.revision;
    commit.author = kApiAuthor;
    commit.label = label;
    if (change.content)
        commit.edits.content = diffJson(record.state.content, *change.content);
    if (change.properties)
        commit.properties = diffJson(record.summary.properties, *change.properties);
    if (change.name && *change.name != record.summary.name)
        commit.name = change.name;
    if (commit.edits.isEmpty() && commit.properties.isEmpty() && !commit.name)
        return std::nullopt;
    return commit;
}

} // namespace jackfield
