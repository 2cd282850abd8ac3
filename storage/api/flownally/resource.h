// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QList>

namespace jackfield::flownally {

/// A member of a resource beside its id, name, status, graph and times; kept in FlowRecord::properties.
struct OwnMember
{
    QByteArray name;
    Json fallback; ///< shown until one is given; null = left out until then, and from lists always
};

/// What the API serves under one path: chatbots, journeys. The ten operations are the same for each, and differ in
/// this.
struct Resource
{
    QByteArray kind; ///< of the flows
    QByteArray noun; ///< "Chatbot": in operationIds and messages
    QByteArray idPrefix; ///< "bot_"
    QByteArray versionPrefix; ///< "botv_"
    QByteArray graphMember; ///< where the graph is, in bodies and answers
    bool showsTenant = false; ///< answers name the workspace, as `tenantId`
    QList<OwnMember> ownMembers;

    QByteArray name() const; ///< "chatbot"
    QByteArray plural() const; ///< "chatbots": the path, the member of lists, and what page tokens are for
    QByteArray ownerMember() const; ///< "chatbotId", of a version
    QByteArray versionsMember() const; ///< "chatbotVersions", of a list of them
};

const QList<Resource> &resources();

} // namespace jackfield::flownally
