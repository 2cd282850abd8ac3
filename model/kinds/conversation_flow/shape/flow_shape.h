// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QByteArray>

namespace jackfield::conversationflow {

/// Where the states of a document live. The platform takes all three; a document keeps the one that it came in.
enum class Shape : quint8 {
    BareMap, ///< {"greeting": {..}, ..}
    StatesObject, ///< {"states": {"greeting": {..}, ..}, ..}
    StatesArray, ///< {"states": [{"name": "greeting", ..}, ..], ..}
};

/// How a state says where it leads.
enum class Spelling : quint8 {
    Unmarked, ///< leads nowhere and does not say how it would
    Current, ///< `transitions` and `actions`
    NextState, ///< old format: `next_state`
    ChoiceMap, ///< old format: input -> state
};

Shape shapeOf(const Json &content);
/// The array or object that holds the states.
JsonPointer containerOf(Shape shape);

/// Whether a member of `container` is a state: everything in a wrapper, objects in a bare map but for `intents`.
bool isState(Shape shape, QByteArrayView key, const Json &value);
/// Whether a value has what only a state has: a text or list of texts `message`, `actions`, `transitions`,
/// `next_state`.
bool looksLikeState(const Json &value);
/// The members that looksLikeState() goes by.
bool isStateMember(QByteArrayView key);
/// The decision is the state's own, whatever stands beside it, so that an edit of one state never changes another.
Spelling spellingOf(Shape shape, QByteArrayView name, const Json &value);
/// Whether a member of a choice map leads to a state when the user says its key.
bool isChoice(Shape shape, QByteArrayView key);
/// How new parts are written: as the first state that says so does.
bool usesOldFormat(const Json &content);

/// A name that means something else at the top of a bare map, or that ends a conversation in the old format.
bool isReservedName(const Json &content, QByteArrayView name);

/// The member of an old state that names its successor: `next_state`, or `next` as some guides spell it.
QByteArray nextStateKey(const Json &state);

/// The target that ends a conversation in the old format without being a state.
inline constexpr char kEndTarget[] = "end";

} // namespace jackfield::conversationflow
