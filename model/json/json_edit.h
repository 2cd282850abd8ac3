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
    qsizetype position = -1; ///< Insert into an object: index of the new member, -1 = last; Move: index afterwards

    static JsonEdit set(JsonPointer at, Json value);
    static JsonEdit insert(JsonPointer at, Json value, qsizetype position = -1);
    static JsonEdit remove(JsonPointer at);
    static JsonEdit move(JsonPointer at, qsizetype position);
    static JsonEdit rename(JsonPointer at, Json key);

    friend bool operator==(const JsonEdit &, const JsonEdit &) = default;
};
using JsonEdits = QList<JsonEdit>;

/// Applies all edits in order, or none. Returns the edits that undo them (already in the order to apply).
/// Error code edit_does_not_apply, with the pointer of the first edit that does not fit.
Result<JsonEdits> applyEdits(Json &document, const JsonEdits &edits);

/// Edits as JSON: [{"op":"set","at":"/a/0","value":..}, {"op":"move","at":..,"to":3}, ...]; and back.
Json editsToJson(const JsonEdits &edits);
Result<JsonEdits> editsFromJson(const Json &json);

/// RFC 7396. Members keep their order; new ones are appended.
Json mergePatch(const Json &target, const Json &patch);

} // namespace jackfield
