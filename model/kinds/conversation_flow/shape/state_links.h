// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"
#include "model/json/json.h"
#include "model/kinds/conversation_flow/shape/flow_shape.h"

namespace jackfield::conversationflow {

/// One place of a state that names another.
struct Link
{
    JsonPointer place; ///< in the state: the entry, "/transitions/yes"
    JsonPointer text; ///< in the state: the string, "/transitions/yes/target"; the same as `place` mostly
    QByteArray port;
    QByteArray target;
    QString label;
    bool mayEnd = false; ///< says "end" the old way: not an edge unless there is a state of that name
};

/// Where a state can lead and where it does.
///
/// Port ids: a trigger is its own port; "default" is the fallback; a member of an action is its pointer without the
/// first slash, "actions/0/success_transition". A trigger that could be taken for one of these, or for the request for
/// a new trigger ("" and "new"), is written "transitions/<trigger>".
struct StateOutline
{
    Spelling spelling = Spelling::Unmarked;
    QList<Port> ports;
    QList<Link> links;
    QByteArray newTrigger; ///< the port that adds a trigger: a free trigger name; empty where none can be added
};

StateOutline outlineOf(Shape shape, QByteArrayView name, const Json &state);

QByteArray portOfTrigger(QByteArrayView trigger);
QByteArray triggerOfPort(QByteArrayView port);
bool isActionPort(QByteArrayView port);

/// Where a port of `state` is written. `oldFormat` decides for a state that does not say.
JsonPointer placeOfPort(const Json &state, Spelling spelling, QByteArrayView port, bool oldFormat);

inline constexpr char kDefaultPort[] = "default";
inline constexpr char kNextStatePort[] = "next_state";

} // namespace jackfield::conversationflow
