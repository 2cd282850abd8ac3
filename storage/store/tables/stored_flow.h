// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

namespace jackfield {

/// A flow with what only the store knows about it.
struct StoredFlow
{
    FlowRecord record;
    qint64 number = 0; ///< order of creation within the store
    qint64 snapshotRevision = 0; ///< the journal after this revision is replayed over the snapshot
    qint64 snapshotBytes = 0; ///< of content and sidecar as text, when the snapshot was written
};

} // namespace jackfield
