// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph_edit.h"
#include "model/json/edit/json_edit.h"

#include <QPointF>

#include <optional>

namespace jackfield {

// Positions that the platform has no place for: {"positions": {"<node id>": {"x": 1, "y": 2}}} in a flow's sidecar.

/// {"x": 1, "y": 2} as a point; none when a coordinate is missing or no number.
std::optional<QPointF> readPosition(const Json &value);
/// `place` with the coordinates of `position`; its other members stay. An unfit `place` is replaced.
Json withPosition(const Json &place, QPointF position);

/// Members are found by id in O(1); asks for "positions" once, so that a projection does not.
class SidecarPositions
{
public:
    explicit SidecarPositions(const Json &sidecar) : m_positions(sidecar["positions"]) { }
    std::optional<QPointF> of(const NodeId &id) const;

private:
    Json m_positions;
};

JsonEdits placeInSidecar(const Json &sidecar, const QList<MoveNodes::Place> &places);
JsonEdits removeFromSidecar(const Json &sidecar, const QList<NodeId> &nodes);
JsonEdits renameInSidecar(const Json &sidecar, const NodeId &from, const NodeId &to);

/// The nodes whose position the edits of a sidecar may have changed; nothing = look at all of them.
std::optional<QList<NodeId>> nodesPlacedBy(const JsonEdits &sidecarEdits);

} // namespace jackfield
