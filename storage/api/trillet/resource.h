// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/api/trillet/flow_parts.h"
#include "storage/service/flow_service.h"

#include <QList>

namespace jackfield::trillet {

/// What the API serves under one path: call flows, message flows. The operations on them are the same, and differ in
/// this. `blank` is the content of a flow to which nobody said anything, in the order of the page.
struct Resource
{
    using Writer = Json (*)(FlowService &service, const FlowRecord &record, const Json &blank);

    QByteArray kind; ///< of the flows
    QByteArray noun; ///< "CallFlow": in operationIds, and in answers ("callFlowId")
    QString title; ///< "Call flow": in messages
    QByteArray path; ///< "call-flows"
    QByteArray flowType; ///< "call": of the folders that hold them
    QByteArray folderModel; ///< what such a folder calls them

    Writer listed = nullptr; ///< as lists show it
    Writer shown = nullptr; ///< in full
    Writer started = nullptr; ///< in full, with how it begins: for those operations whose pages print that
    FlowParts (*made)(const Json &blank, const Json &body, const IdSource &newId, Timestamp at) = nullptr;
    FlowParts (*changed)(const FlowRecord &record, const Json &body, const IdSource &newId, Timestamp at) = nullptr;
    Json (*toggled)(Json content) = nullptr; ///< with the other autopilot; null where there is none

    /// Why a body that is as described is refused all the same; null where it never is.
    std::optional<ApiError> (*refusalOfNew)(FlowService &service, const ApiCall &call) = nullptr;
    std::optional<ApiError> (*refusalOfChange)(const FlowRecord &record, const ApiCall &call) = nullptr;

    QByteArray idMember() const; ///< "callFlowId", of the answer to delete
};

const QList<Resource> &resources();
const Resource *findFlowType(QByteArrayView flowType); ///< nullptr when there is none
ApiError noSuchFlow(const Resource &resource); ///< 404

} // namespace jackfield::trillet
