// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/host/workbench.h"

#include <QTemporaryDir>

namespace jackfield {

/// A workbench on a data folder of its own that goes away with it; settings are kept apart, too.
class TemporaryWorkbench
{
public:
    /// Fails the running test when the workbench cannot be opened. The API listens on a free port.
    TemporaryWorkbench();
    /// With other kinds than those of the program. The API, which serves kinds by their names, stays off.
    explicit TemporaryWorkbench(MakeKinds kinds);

    Workbench &operator*() { return *m_workbench; }
    Workbench *operator->() { return m_workbench.get(); }
    /// Ends and opens the same folder again, as the next start of a program would.
    void reopen();

    /// Stores a flow and returns it. Blocks.
    FlowRecord create(const QByteArray &kind, const QString &name, const Json &content, const FlowId &parent = {});
    FlowRecord read(const FlowId &id);
    /// Commits content edits as somebody else would. Blocks.
    Result<FlowRecord> commitFromOutside(const FlowId &id, const JsonEdits &edits);
    QByteArray makeKey();
    QString address(); ///< waits until the API listens

    /// {"nodes": [start, message ...], "edges": [...]} as a chain.
    static Json chain(int nodes);

private:
    QTemporaryDir m_folder;
    MakeKinds m_kinds;
    bool m_api = true;
    std::unique_ptr<Workbench> m_workbench;
};

} // namespace jackfield
