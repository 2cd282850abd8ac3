// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/document/document.h"

#include <QUndoCommand>

namespace jackfield {

/// The only undo command: edits that are already applied, and the edits that take them back.
class ApplyEditsCommand : public QUndoCommand
{
public:
    ApplyEditsCommand(Document &document, const QString &label, FlowEdits forward, FlowEdits inverse);

    void undo() override;
    void redo() override;

private:
    Document &m_document;
    FlowEdits m_forward;
    FlowEdits m_inverse;
    bool m_pushed = false;
};

} // namespace jackfield
