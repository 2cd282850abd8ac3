// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/records/flow_record.h"

#include <QList>

namespace jackfield::console {

/// The workflows that come with the program: everybody may read and clone them, nobody may change them. They are in no
/// store and belong to no workspace.
class PublicWorkflows
{
public:
    /// Reads ":/templates/console/*.json" with the lens of workflows. A file that cannot be read is a programmer's
    /// error: aborts with its name.
    explicit PublicWorkflows(const Kind &kind);

    const QList<FlowRecord> &all() const { return m_workflows; } ///< in order of creation
    const FlowRecord *find(const FlowId &id) const; ///< nullptr when there is none

private:
    QList<FlowRecord> m_workflows;
};

} // namespace jackfield::console
