// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/trial.h"

namespace jackfield {

Trial::Trial(const Document &document)
    : m_kind(document.kind()), m_state(document.state()), m_graph(document.storedGraph())
{
}

Result<GraphDelta> Trial::add(const GraphEdit &edit)
{
    auto compiled = m_kind.lens().compile(m_state, m_graph, edit);
    if (!compiled)
        return compiled.error();
    if (auto applied = applyFlowEdits(m_state, *compiled); !applied)
        return applied.error();
    m_edits.content += compiled->content;
    m_edits.sidecar += compiled->sidecar;
    return m_kind.lens().reproject(m_graph, m_state, *compiled);
}

} // namespace jackfield
