// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/document/apply_edits_command.h"

namespace jackfield {

ApplyEditsCommand::ApplyEditsCommand(Document &document, const QString &label, FlowEdits forward, FlowEdits inverse)
    : QUndoCommand(label), m_document(document), m_forward(std::move(forward)), m_inverse(std::move(inverse))
{
}

// A step that no longer fits marks itself obsolete while it is being replayed: the stack then removes it. Marked any
// earlier it would be removed without this call, and the flow would keep a change that the stack has forgotten.
void ApplyEditsCommand::undo()
{
    if (!m_document.replay(m_inverse, m_forward, text()))
        setObsolete(true);
}

void ApplyEditsCommand::redo()
{
    // The stack calls this once when the command is pushed; the edits are applied by then.
    if (!m_pushed) {
        m_pushed = true;
        return;
    }
    if (!m_document.replay(m_forward, m_inverse, text()))
        setObsolete(true);
}

} // namespace jackfield
