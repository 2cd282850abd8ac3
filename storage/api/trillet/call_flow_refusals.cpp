// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/call_flow_refusals.h"

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kGlobalScope[] = "call-flows:global";

ApiError wrongMember(const QByteArray &pointer, const QString &message)
{
    return apiError({Violation{pointer, message, "invalid"_ba}});
}

/// Making a flow global, or taking that back, needs more than writing call flows.
std::optional<ApiError> forbiddenGlobal(const ApiCall &call, bool isGlobal)
{
    const Json *wanted = call.body.find("isGlobal");
    if (wanted == nullptr || wanted->toBool() == isGlobal)
        return std::nullopt;
    if (call.principal.role == Role::Agent)
        return ApiError{403, "insufficient_role"_ba, u"A key with the role agent may not make a call flow global."_s};
    if (!call.principal.hasScope(kGlobalScope))
        return insufficientScope(kGlobalScope);
    return std::nullopt;
}

} // namespace

std::optional<ApiError> refusalOfNewCallFlow(FlowService &service, const ApiCall &call)
{
    if (std::optional<ApiError> error = forbiddenGlobal(call, false))
        return error;
    if (const Json &folder = call.body["folderId"]; folder.isString()) {
        const Result<FlowShelf> found = service.shelves().shelf(call.principal.workspace, folder.toUtf8());
        if (!found || found->properties["flowType"].utf8() != "call")
            return wrongMember("/folderId"_ba, u"must be null or the id of a folder for call flows"_s);
    }
    return std::nullopt;
}

std::optional<ApiError> refusalOfCallFlowChange(const FlowRecord &record, const ApiCall &call)
{
    if (std::optional<ApiError> error = forbiddenGlobal(call, record.summary.properties["isGlobal"].toBool()))
        return error;
    // Reads can show "flow", and an update has to say something: saying it again is no change.
    const Json &type = call.body["promptType"];
    if (type.utf8() == "flow" && type != record.state.content["promptType"])
        return wrongMember("/promptType"_ba, u"can only be set to 'simple'"_s);
    return std::nullopt;
}

} // namespace jackfield::trillet
