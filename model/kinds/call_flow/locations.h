// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_edit.h"

namespace jackfield::callflow {

// The platform's own place for positions: "locations": [{"nodeId": "greet", "x": 40, "y": 80}]. Items of another form
// are somebody else's and stay as they are; of several for one node the first counts.

/// {"greet": {"nodeId": "greet", "x": 40, "y": 80}}: the items by node, shared with the list.
Json positionsIn(const Json &locations);

struct Location
{
    JsonPointer at; ///< in the content
    QByteArray node; ///< that it is for
};
/// The items of this form, in order.
QList<Location> locationsIn(const Json &locations);

/// A node that gets another id; both empty when none does.
struct Renaming
{
    QByteArray from;
    QByteArray to;
};
/// The edits of the content's "locations" that do what `edits` do to `sidecar`, {"positions": positionsIn(locations)}.
/// Error not_a_list when something has to be written and "locations" is something else.
Result<JsonEdits>
locationEdits(const Json &content, const Json &sidecar, const JsonEdits &edits, const Renaming &renaming);

} // namespace jackfield::callflow
