// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/edit/json_edit.h"

#include <optional>

namespace jackfield {

/// An edit taken apart, with what its pointer alone does not say: whether its container is an array.
struct PlacedEdit
{
    JsonEdit edit; ///< `edit.at` is that of the start; `keys` is the place now
    QList<QByteArray> keys;
    bool inArray = false;
};
using PlacedEdits = QList<PlacedEdit>;

/// Looks the containers up while applying `edits` to a copy of `document`. An edit that does not apply ends the list.
PlacedEdits placeEdits(Json document, const JsonEdits &edits);

/// `edits`, meant for the state before `others`, so that they mean the same after them: indexes shift with inserted,
/// removed and moved items, keys follow renames. None when what an edit addresses was removed or replaced as a whole;
/// removing what is already removed is done and falls away.
/// Of two inserts at one index that of `others` comes first when `othersFirst`; of two moves of one item the one that
/// is not first counts.
std::optional<PlacedEdits> rebased(const PlacedEdits &edits, const PlacedEdits &others, bool othersFirst);

/// The same, without the edits whose place is gone.
PlacedEdits rebasedWhatRemains(const PlacedEdits &edits, const PlacedEdits &others, bool othersFirst);

/// Back to plain edits, with positions that fit `document` as it is when the turn of each comes.
JsonEdits plainEdits(Json document, const PlacedEdits &edits);

} // namespace jackfield
