// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/kinds/shared/sidecar.h"

namespace jackfield::nodelist {

/// Where a flow keeps the positions of nodes that do not carry theirs. Made for one look at one state of the flow, by
/// one thread.
class NodePlaces
{
public:
    NodePlaces() = default;
    virtual ~NodePlaces() = default;
    NodePlaces(const NodePlaces &) = delete;
    NodePlaces &operator=(const NodePlaces &) = delete;

    virtual std::optional<QPointF> of(const NodeId &node) const = 0;

    // What gestures mean there: appended to `edits`.
    virtual Result<void> place(FlowEdits &edits, const QList<MoveNodes::Place> &places) const = 0;
    virtual void remove(FlowEdits &edits, const QList<NodeId> &nodes) const = 0;
    virtual void rename(FlowEdits &edits, const NodeId &from, const NodeId &to) const = 0;

    /// The nodes whose position the edits that led to this state may have changed; nothing = look at all of them.
    virtual std::optional<QList<NodeId>> movedBy(const FlowEdits &applied) const = 0;
};

/// In the sidecar: for platforms that have no place for positions.
class SidecarPlaces : public NodePlaces
{
public:
    explicit SidecarPlaces(const Json &sidecar) : m_sidecar(sidecar), m_positions(sidecar) { }

    std::optional<QPointF> of(const NodeId &node) const override { return m_positions.of(node); }
    Result<void> place(FlowEdits &edits, const QList<MoveNodes::Place> &places) const override
    {
        edits.sidecar += placeInSidecar(m_sidecar, places);
        return {};
    }
    void remove(FlowEdits &edits, const QList<NodeId> &nodes) const override
    {
        edits.sidecar += removeFromSidecar(m_sidecar, nodes);
    }
    void rename(FlowEdits &edits, const NodeId &from, const NodeId &to) const override
    {
        edits.sidecar += renameInSidecar(m_sidecar, from, to);
    }
    std::optional<QList<NodeId>> movedBy(const FlowEdits &applied) const override
    {
        return nodesPlacedBy(applied.sidecar);
    }

private:
    Json m_sidecar;
    SidecarPositions m_positions;
};

} // namespace jackfield::nodelist
