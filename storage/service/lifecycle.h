// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/kind_info.h"
#include "storage/records/flow_record.h"

namespace jackfield {

/// The rules of a flow's life, told by the Lifecycle of its kind alone. Pure: each function changes the record it is
/// given, or says why it may not (conflict). Editing never changes the live version.
namespace lifecycle {

/// Notes one more revision. A visible one is a new ETag; one of the content takes the draft a change away from the
/// newest version.
enum class Touch : quint8 { Hidden, Visible, Content };
void touch(FlowRecord &record, Touch what, Timestamp at);

/// The content was changed: a published flow of a kind that says so is a draft again.
void edited(const KindInfo &kind, FlowRecord &record);

Result<void> mayPublish(const KindInfo &kind, const FlowRecord &record);
/// `version` was made from the record as it is.
void published(const KindInfo &kind, FlowRecord &record, const FlowVersion &version);
/// Another flow took this one's place as the published one of its parent.
void displaced(FlowRecord &record, Timestamp at);

/// False when the flow runs the newest version already.
Result<bool> activate(const KindInfo &kind, FlowRecord &record, Timestamp at);
Result<void> pause(const KindInfo &kind, FlowRecord &record, Timestamp at);
Result<void> mayRemove(const FlowSummary &flow);

} // namespace lifecycle

} // namespace jackfield
