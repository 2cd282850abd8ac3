// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"
#include "model/json/json_pointer.h"

#include <QByteArray>

namespace jackfield::conversationflow {

/// A place as the platform's validate answer writes it: "states.greeting.transitions", "states.fetch.actions[0].url";
/// always below `states`, whatever the shape of the document. The place need not exist. A key that is no plain word is
/// quoted: `states.menu.transitions["Book a table"]`. The whole document is "states".
QByteArray platformPath(const Json &content, const JsonPointer &pointer);

} // namespace jackfield::conversationflow
