// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QByteArray>
#include <QList>

namespace jackfield::conversationflow {

/// A place that reads a variable: the first name in `{{variables.order.status}}` is "order".
struct VariableUse
{
    QByteArray name;
    JsonPointer place; ///< in the state: the text that holds it
};

/// Each variable that a state reads, once, at its first place in document order. Iterative, linear in the state.
QList<VariableUse> variablesReadBy(const Json &state);

} // namespace jackfield::conversationflow
