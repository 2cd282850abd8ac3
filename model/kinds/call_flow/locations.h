// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/node_list/node_places.h"

#include <QHash>

namespace jackfield::callflow {

// The platform's own place for positions: "locations": [{"nodeId": "greet", "x": 40, "y": 80}]. Items of another form
// are somebody else's and stay as they are; of several for one node the first counts.

struct Location
{
    qsizetype index = 0; ///< in the list
    QByteArrayView node; ///< that it is for; valid while the list lives
};
/// The items of this form, in order. None when it is not a list.
QList<Location> locationsIn(const Json &locations);
JsonPointer locationPointer(qsizetype index); ///< in the content

/// The places in a call flow's content. Errors of place(): not_a_list when "locations" is something else.
class Locations : public nodelist::NodePlaces
{
public:
    explicit Locations(const Json &content) : m_isThere(content.contains("locations")), m_list(content["locations"]) { }

    std::optional<QPointF> of(const NodeId &node) const override;
    Result<void> place(FlowEdits &edits, const QList<MoveNodes::Place> &places) const override;
    void remove(FlowEdits &edits, const QList<NodeId> &nodes) const override;
    void rename(FlowEdits &edits, const NodeId &from, const NodeId &to) const override;
    std::optional<QList<NodeId>> movedBy(const FlowEdits &applied) const override;

private:
    /// Index of the item that counts for the node, -1 for none.
    qsizetype indexOf(const NodeId &node) const;

    bool m_isThere;
    Json m_list;
    // A gesture asks for a node or two, and reading the list for them is cheaper than an index of it.
    mutable int m_looks = 0;
    mutable QHash<NodeId, qsizetype> m_index;
};

} // namespace jackfield::callflow
