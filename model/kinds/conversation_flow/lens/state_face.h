// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/json/json.h"
#include "model/kinds/conversation_flow/shape/state_links.h"

#include <QStringList>

namespace jackfield::conversationflow {

/// What a state looks like. There is one node type; what the state does chooses the rest.
struct StateFace
{
    Family family = Family::Unknown;
    QByteArray icon;
    QString typeTitle;
    QStringList summary;
    bool terminal = false;
};

/// `edges` is how many of its links are drawn.
StateFace faceOf(const Json &state, const StateOutline &outline, qsizetype edges);

/// Whether the state says anything: a text, or a list with a text in it.
bool saysSomething(const Json &message);
/// "API_CALL GET /orders/1"
QString actionText(const Json &action);

} // namespace jackfield::conversationflow
