// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"
#include "model/json/result.h"

#include <QList>

namespace jackfield {

/// One change to a document. Value type; edits travel in journals and events as JSON.
struct JsonEdit
{
    enum class Operation : quint8 {
        Set, ///< replace the existing value at `at` (the root included)
        Insert, ///< new array item before index `at`'s last key, or new member named by it at `position`
        Remove, ///< take the item or member away
        Move, ///< within its container: the item or member at `at` goes to index `position`
        Rename, ///< the member at `at` gets the key `value` (a string) and keeps its place
    };

    Operation operation = Operation::Set;
    JsonPointer at;
    Json value; ///< Set, Insert: the new value; Rename: the new key
    /// Insert into an object: index of the new member, -1 or beyond the end = last; Move: index afterwards.
    qsizetype position = -1;

    static JsonEdit set(JsonPointer at, Json value);
    static JsonEdit insert(JsonPointer at, Json value, qsizetype position = -1);
    static JsonEdit remove(JsonPointer at);
    static JsonEdit move(JsonPointer at, qsizetype position);
    static JsonEdit rename(JsonPointer at, Json key);

    friend bool operator==(const JsonEdit &, const JsonEdit &) = default;
};
using JsonEdits = QList<JsonEdit>;

/// Places deeper than this are refused, so that no chain of edits grows a document beyond what recursion bears.
inline constexpr qsizetype kMaxEditDepth = 512;

/// Applies all edits in order, or none. Returns the edits that undo them (already in the order to apply): afterwards
/// the document is written as the same bytes as before. In an array "-" as the last key inserts at the end. Costs what
/// the edits touch; a document that nobody shares is changed in place. Error code edit_does_not_apply, with the pointer
/// of the first edit that does not fit.
Result<JsonEdits> applyEdits(Json &document, const JsonEdits &edits);

/// Edits as JSON, and back: {"op":"set","at":"/a/0","value":..}, {"op":"insert","at":..,"value":..,"position":2}
/// (position only when it is not the last), {"op":"remove","at":..}, {"op":"move","at":..,"to":3},
/// {"op":"rename","at":..,"key":".."}. Error code invalid_edit, with the pointer into `json`.
Json editsToJson(const JsonEdits &edits);
Result<JsonEdits> editsFromJson(const Json &json);

/// RFC 7396. Members keep their order; new ones are appended.
Json mergePatch(const Json &target, const Json &patch);

} // namespace jackfield
