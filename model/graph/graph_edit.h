// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/ids.h"
#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QList>
#include <QPointF>

#include <optional>
#include <variant>

namespace jackfield {

// What a gesture means, before a kind turns it into JSON edits.

struct AddNode
{
    QByteArray type; ///< of the kind's catalog
    QPointF position; ///< top left
    NodeId id; ///< wanted id; empty = the kind makes one
};
/// Takes nodes away with every edge that touches them.
struct RemoveNodes
{
    QList<NodeId> nodes;
};
struct RemoveEdges
{
    QList<EdgeId> edges;
};
struct MoveNodes
{
    struct Place
    {
        NodeId node;
        QPointF position;
    };
    QList<Place> places;
};
struct Connect
{
    NodeId from;
    QByteArray port;
    NodeId to;
};
/// Gives an edge other ends; its other members stay.
struct Reconnect
{
    EdgeId edge;
    NodeId from;
    QByteArray port;
    NodeId to;
};
/// Sets, or without a value removes, one member of a node's data.
struct SetData
{
    NodeId node;
    JsonPointer pointer; ///< inside the node's data
    std::optional<Json> value;
};
/// Gives a node the name that the platform refers to it by, and rewrites every reference.
struct RenameNode
{
    NodeId node;
    QByteArray name;
};
/// Adds what Kind::copyFragment() returned, with new ids where the old ones are taken.
struct Paste
{
    Json fragment;
    QPointF position; ///< of the top left corner of the pasted nodes
};

using GraphEdit
    = std::variant<AddNode, RemoveNodes, RemoveEdges, MoveNodes, Connect, Reconnect, SetData, RenameNode, Paste>;
using GraphEdits = QList<GraphEdit>;

} // namespace jackfield
