// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/folder_operations.h"

#include "model/json/json_writer.h"
#include "storage/api/answers/conditional.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/folder_json.h"
#include "storage/records/missing.h"

#include <QCryptographicHash>

#include <memory>

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A folder and the flows in it, oldest first.
struct FilledFolder
{
    FlowShelf folder;
    QList<FlowId> flows;
};

bool liesIn(const FlowSummary &flow, const FlowShelf &folder)
{
    return flow.properties["folderId"].utf8() == folder.id;
}

/// Requires: a folder of this API.
Result<QList<FlowId>> flowsIn(FlowService &service, const FlowShelf &folder)
{
    const Result<QList<FlowSummary>> all = everyFlow(service, folder.workspace, resourceOf(folder)->kind);
    if (!all)
        return all.error();
    QList<FlowId> flows;
    for (const FlowSummary &flow : *all) {
        if (liesIn(flow, folder))
            flows.append(flow.id);
    }
    return flows;
}

/// Folders have no revision: their tag is made from what an answer shows.
QByteArray folderTag(const FilledFolder &filled)
{
    const QByteArray shown = writeJson(folderJson(filled.folder, filled.flows));
    return '"' + QCryptographicHash::hash(shown, QCryptographicHash::Sha256).toHex().first(32) + '"';
}

void sendFolder(int status, const FilledFolder &filled, const ApiReply &reply, const QByteArray &location = {})
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"ETag"_ba, folderTag(filled)}};
    if (!location.isEmpty())
        headers.append({"Location"_ba, location});
    reply.sendJson(status, folderJson(filled.folder, filled.flows), headers);
}

Completion<FlowShelf>
sendingFolder(FlowService &service, int status, const ApiReply &reply, const QByteArray &collection = {})
{
    return [&service, status, reply, collection](const Result<FlowShelf> &folder) {
        if (!folder)
            return reply.refuse(folder.error());
        const Result<QList<FlowId>> flows = flowsIn(service, *folder);
        if (!flows)
            return reply.refuse(flows.error());
        sendFolder(
            status, {*folder, *flows}, reply, collection.isEmpty() ? QByteArray() : collection + '/' + folder->id);
    };
}

/// The folder that the path names; refuses with 404 when there is none of this API.
std::optional<FilledFolder> folderOf(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const QByteArray &id = call.parameters.first();
    const Result<FlowShelf> folder = isHexId(id) ? service.shelves().shelf(call.principal.workspace, id)
                                                 : Result<FlowShelf>(missing(u"folder"_s, id));
    if (!folder && !isMissing(folder.error())) {
        reply.refuse(folder.error());
        return std::nullopt;
    }
    if (!folder || resourceOf(*folder) == nullptr) {
        reply.refuse(notFound(u"Folder"_s));
        return std::nullopt;
    }
    const Result<QList<FlowId>> flows = flowsIn(service, *folder);
    if (!flows) {
        reply.refuse(flows.error());
        return std::nullopt;
    }
    return FilledFolder{*folder, *flows};
}

std::optional<FilledFolder> folderToChange(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    std::optional<FilledFolder> filled = folderOf(service, call, reply);
    if (!filled)
        return filled;
    if (const std::optional<ApiError> error = unmetCondition(call.request, folderTag(*filled))) {
        reply.refuse(*error);
        return std::nullopt;
    }
    return filled;
}

/// Puts flows into a folder, or out of it when `folderId` is null. Completes with the write that follows in the same
/// turn, since both share a transaction; what is refused before that is the result.
Result<void> place(FlowService &service, const WorkspaceId &workspace, const QList<FlowId> &flows, const Json &folderId)
{
    const auto refusal = std::make_shared<Result<void>>();
    for (const FlowId &id : flows) {
        const Result<FlowRecord> flow = service.flows().flow(workspace, id);
        if (!flow)
            return flow.error();
        Json properties = flow->summary.properties;
        properties.set("folderId", folderId);
        std::optional<Commit> commit = commitOf(*flow, {.properties = properties}, u"API: move between folders"_s);
        if (!commit)
            continue;
        service.flows().commit(workspace, std::move(*commit), [refusal](const Result<FlowRecord> &placed) {
            if (!placed)
                *refusal = placed.error();
        });
    }
    return *refusal;
}

void list(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<QList<FlowShelf>> folders = service.shelves().all(call.principal.workspace);
    if (!folders)
        return reply.refuse(folders.error());
    QHash<QByteArray, QList<FlowId>> flowsByFolder;
    for (const Resource &resource : resources()) {
        const Result<QList<FlowSummary>> flows = everyFlow(service, call.principal.workspace, resource.kind);
        if (!flows)
            return reply.refuse(flows.error());
        for (const FlowSummary &flow : *flows)
            flowsByFolder[flow.properties["folderId"].toUtf8()].append(flow.id);
    }
    Json items = Json::array();
    for (const FlowShelf &folder : *folders) {
        if (resourceOf(folder) != nullptr)
            items.append(folderJson(folder, flowsByFolder.value(folder.id)));
    }
    reply.sendJson(200, items);
}

void create(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    FlowShelf folder;
    folder.id = service.newHexId();
    folder.workspace = call.principal.workspace;
    folder.name = call.body["name"].toString();
    folder.properties = folderPropertiesWith(Json::object(), call.body);
    service.shelves().put(std::move(folder), sendingFolder(service, 201, reply, call.basePath + "/flow-folders"));
}

void show(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FilledFolder> filled = folderOf(service, call, reply);
    if (!filled)
        return;
    QList<FlowRecord> flows;
    for (const FlowId &id : filled->flows) {
        const Result<FlowRecord> flow = service.flows().flow(filled->folder.workspace, id);
        if (!flow)
            return reply.refuse(flow.error());
        flows.append(*flow);
    }
    reply.sendJson(200, folderJson(filled->folder, flows), {{"ETag"_ba, folderTag(*filled)}});
}

void update(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FilledFolder> filled = folderToChange(service, call, reply);
    if (!filled)
        return;
    FlowShelf folder = filled->folder;
    if (const Json *name = call.body.find("name"))
        folder.name = name->toString();
    folder.properties = folderPropertiesWith(folder.properties, call.body);
    if (resourceOf(folder) != resourceOf(filled->folder) && !filled->flows.isEmpty()) {
        return reply.refuse(ApiError{
            409, "folder_not_empty"_ba, u"Take the flows out of the folder before it holds flows of another type."_s});
    }
    if (folder.name == filled->folder.name && folder.properties == filled->folder.properties)
        return sendFolder(200, *filled, reply);
    service.shelves().put(std::move(folder), sendingFolder(service, 200, reply));
}

void remove(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FilledFolder> filled = folderToChange(service, call, reply);
    if (!filled)
        return;
    const FlowShelf &folder = filled->folder;
    if (const Result<void> placed = place(service, folder.workspace, filled->flows, Json()); !placed)
        return reply.refuse(placed.error());
    service.shelves().remove(folder.workspace, folder.id, [reply, filled = *filled](const Result<void> &done) {
        if (done)
            reply.sendJson(200, folderJson(filled.folder, filled.flows));
        else
            reply.refuse(done.error());
    });
}

void addFlow(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FilledFolder> filled = folderToChange(service, call, reply);
    if (!filled)
        return;
    const FlowShelf &folder = filled->folder;
    const Resource &resource = *resourceOf(folder);
    if (call.body["pathwayType"] != folder.properties["flowType"]) {
        return reply.refuse(apiError({Violation{
            "/pathwayType"_ba, u"must be '%1', the type of the folder"_s.arg(folder.properties["flowType"].toString()),
            "invalid"_ba}}));
    }
    const FlowId id(call.body["pathwayId"].toUtf8());
    const Result<FlowRecord> flow = service.flows().flow(folder.workspace, id);
    if (!flow && !isMissing(flow.error()))
        return reply.refuse(flow.error());
    if (!flow || flow->summary.kind != resource.kind)
        return reply.refuse(noSuchFlow(resource));
    if (filled->flows.contains(id))
        return sendFolder(200, *filled, reply);
    if (const Result<void> placed = place(service, folder.workspace, {id}, Json::string(folder.id)); !placed)
        return reply.refuse(placed.error());
    service.shelves().put(folder, sendingFolder(service, 200, reply));
}

void removeFlow(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<FilledFolder> filled = folderToChange(service, call, reply);
    if (!filled)
        return;
    const FlowId id(call.parameters.at(1));
    if (!filled->flows.contains(id))
        return reply.refuse(noSuchFlow(*resourceOf(filled->folder)));
    if (const Result<void> placed = place(service, filled->folder.workspace, {id}, Json()); !placed)
        return reply.refuse(placed.error());
    service.shelves().put(filled->folder, sendingFolder(service, 200, reply));
}

} // namespace

ApiHandlers folderHandlers(FlowService &service)
{
    const auto bound = [&service](auto operation) -> ApiHandler {
        return [&service, operation](const ApiCall &call, const ApiReply &reply) { operation(service, call, reply); };
    };
    return {
        {"listFolders"_ba, bound(list)},         {"createFolder"_ba, bound(create)},
        {"getFolder"_ba, bound(show)},           {"updateFolder"_ba, bound(update)},
        {"deleteFolder"_ba, bound(remove)},      {"addFlowToFolder"_ba, bound(addFlow)},
        {"addPathway"_ba, bound(addFlow)},       {"removeFlowFromFolder"_ba, bound(removeFlow)},
        {"removePathway"_ba, bound(removeFlow)},
    };
}

} // namespace jackfield::trillet
