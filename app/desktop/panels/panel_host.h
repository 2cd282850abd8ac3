// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/records/flow_record.h"

#include <QByteArray>
#include <QString>

#include <optional>

class QAction;

namespace jackfield {

/// What a panel may ask of the window that it stands in.
class PanelHost
{
public:
    virtual ~PanelHost() = default;

    /// Brings a stored flow to the front, opening it when needed.
    virtual void openFlow(const FlowId &id) = 0;
    /// Makes a flow and opens it. `parent`: the flow that it goes into; empty when it stands alone.
    virtual void newFlow(const QByteArray &kind, const FlowId &parent) = 0;
    virtual void deleteFlow(const FlowId &id, const QString &name) = 0; ///< into the trash
    virtual void restoreFlow(const FlowId &id) = 0; ///< out of the trash, and opens it
    virtual void exportFlow(const FlowId &id, const QString &name) = 0; ///< asks for a file
    /// The user has chosen a flow in a list without opening it: what is made next may go into it.
    virtual void flowChosen(const std::optional<FlowSummary> &flow) = 0;
    /// Says a sentence: for a while, or, when it is an error, until it is read.
    virtual void report(const QString &message, bool error) = 0;
    /// An action of the window's table, for menus. Requires: the id is in it.
    virtual QAction *action(const char *id) const = 0;
};

} // namespace jackfield
