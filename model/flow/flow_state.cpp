// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/flow/flow_state.h"

namespace jackfield {

Result<FlowEdits> applyFlowEdits(FlowState &state, const FlowEdits &edits)
{
    FlowEdits inverse;
    if (!edits.content.isEmpty()) {
        Result<JsonEdits> content = applyEdits(state.content, edits.content);
        if (!content)
            return content.error();
        inverse.content = *std::move(content);
    }
    if (!edits.sidecar.isEmpty()) {
        Result<JsonEdits> sidecar = applyEdits(state.sidecar, edits.sidecar);
        if (!sidecar) {
            if (!inverse.content.isEmpty()) {
                [[maybe_unused]] const Result<JsonEdits> undone = applyEdits(state.content, inverse.content);
                Q_ASSERT_X(bool(undone), "applyFlowEdits", "the inverse of what was just applied applies");
            }
            return sidecar.error();
        }
        inverse.sidecar = *std::move(sidecar);
    }
    return inverse;
}

} // namespace jackfield
