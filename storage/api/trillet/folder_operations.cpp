// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/folder_operations.h"

#include "model/json/json_writer.h"
#include "storage/api/answers/conditional.h"
#include "storage/api/answers/record_answers.h"
#include "storage/api/answers/record_change.h"
#include "storage/api/trillet/flow_access.h"
#include "storage/api/trillet/folder_json.h"

#include <QCryptographicHash>

#include <memory>

namespace jackfield::trillet {

using namespace Qt::Literals::StringLiterals;

namespace {

/// A folder and the flows in it, oldest first.
struct Shelf
{
    FlowFolder folder;
    QList<FlowId> flows;
};

bool liesIn(const FlowSummary &flow, const FlowFolder &folder)
{
    return flow.properties["folderId"].utf8() == folder.id;
}

/// Requires: a folder of this API.
Result<QList<FlowId>> flowsIn(FlowService &service, const FlowFolder &folder)
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
QByteArray folderTag(const Shelf &shelf)
{
    const QByteArray shown = writeJson(folderJson(shelf.folder, shelf.flows));
    return '"' + QCryptographicHash::hash(shown, QCryptographicHash::Sha256).toHex().first(32) + '"';
}

void sendShelf(int status, const Shelf &shelf, const ApiReply &reply, const QByteArray &location = {})
{
    QList<std::pair<QByteArray, QByteArray>> headers{{"ETag"_ba, folderTag(shelf)}};
    if (!location.isEmpty())
        headers.append({"Location"_ba, location});
    reply.sendJson(status, folderJson(shelf.folder, shelf.flows), headers);
}

Completion<FlowFolder>
sendingFolder(FlowService &service, int status, const ApiReply &reply, const QByteArray &collection = {})
{
    return [&service, status, reply, collection](const Result<FlowFolder> &folder) {
        if (!folder)
            return reply.refuse(folder.error());
        const Result<QList<FlowId>> flows = flowsIn(service, *folder);
        if (!flows)
            return reply.refuse(flows.error());
        sendShelf(
            status, {*folder, *flows}, reply, collection.isEmpty() ? QByteArray() : collection + '/' + folder->id);
    };
}

/// The folder that the path names; refuses with 404 when there is none of this API.
std::optional<Shelf> shelfOf(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const QByteArray &id = call.parameters.first();
    const Result<FlowFolder> folder
        = isHexId(id) ? service.folder(call.principal.workspace, id) : Result<FlowFolder>(noSuchId());
    if (!folder && folder.error().code != "not_found") {
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
    return Shelf{*folder, *flows};
}

std::optional<Shelf> shelfToChange(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    std::optional<Shelf> shelf = shelfOf(service, call, reply);
    if (!shelf)
        return shelf;
    if (const std::optional<ApiError> error = unmetCondition(call.request, folderTag(*shelf))) {
        reply.refuse(*error);
        return std::nullopt;
    }
    return shelf;
}

/// Puts flows into a folder, or out of it when `folderId` is null. Completes with the write that follows in the same
/// turn, since both share a transaction; what is refused before that is the result.
Result<void> place(FlowService &service, const WorkspaceId &workspace, const QList<FlowId> &flows, const Json &folderId)
{
    const auto refusal = std::make_shared<Result<void>>();
    for (const FlowId &id : flows) {
        const Result<FlowRecord> flow = service.flow(workspace, id);
        if (!flow)
            return flow.error();
        Json properties = flow->properties;
        properties.set("folderId", folderId);
        std::optional<Commit> commit = commitOf(*flow, {.properties = properties}, u"API: move between folders"_s);
        if (!commit)
            continue;
        service.commit(workspace, std::move(*commit), [refusal](const Result<FlowRecord> &placed) {
            if (!placed)
                *refusal = placed.error();
        });
    }
    return *refusal;
}

void list(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const Result<QList<FlowFolder>> folders = service.folders(call.principal.workspace);
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
    for (const FlowFolder &folder : *folders) {
        if (resourceOf(folder) != nullptr)
            items.append(folderJson(folder, flowsByFolder.value(folder.id)));
    }
    reply.sendJson(200, items);
}

void create(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    FlowFolder folder;
    folder.id = service.newHexId();
    folder.workspace = call.principal.workspace;
    folder.name = call.body["name"].toString();
    folder.properties = folderPropertiesWith(Json::object(), call.body);
    service.putFolder(std::move(folder), sendingFolder(service, 201, reply, call.basePath + "/flow-folders"));
}

void show(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<Shelf> shelf = shelfOf(service, call, reply);
    if (!shelf)
        return;
    QList<FlowRecord> flows;
    for (const FlowId &id : shelf->flows) {
        const Result<FlowRecord> flow = service.flow(shelf->folder.workspace, id);
        if (!flow)
            return reply.refuse(flow.error());
        flows.append(*flow);
    }
    reply.sendJson(200, folderJson(shelf->folder, flows), {{"ETag"_ba, folderTag(*shelf)}});
}

void update(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<Shelf> shelf = shelfToChange(service, call, reply);
    if (!shelf)
        return;
    FlowFolder folder = shelf->folder;
    if (const Json *name = call.body.find("name"))
        folder.name = name->toString();
    folder.properties = folderPropertiesWith(folder.properties, call.body);
    if (resourceOf(folder) != resourceOf(shelf->folder) && !shelf->flows.isEmpty()) {
        return reply.refuse(ApiError{
            409, "folder_not_empty"_ba, u"Take the flows out of the folder before it holds flows of another type."_s});
    }
    if (folder.name == shelf->folder.name && folder.properties == shelf->folder.properties)
        return sendShelf(200, *shelf, reply);
    service.putFolder(std::move(folder), sendingFolder(service, 200, reply));
}

void remove(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<Shelf> shelf = shelfToChange(service, call, reply);
    if (!shelf)
        return;
    const FlowFolder &folder = shelf->folder;
    if (const Result<void> placed = place(service, folder.workspace, shelf->flows, Json()); !placed)
        return reply.refuse(placed.error());
    service.removeFolder(folder.workspace, folder.id, [reply, shelf = *shelf](const Result<void> &done) {
        if (done)
            reply.sendJson(200, folderJson(shelf.folder, shelf.flows));
        else
            reply.refuse(done.error());
    });
}

void addFlow(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<Shelf> shelf = shelfToChange(service, call, reply);
    if (!shelf)
        return;
    const FlowFolder &folder = shelf->folder;
    const Resource &resource = *resourceOf(folder);
    if (call.body["pathwayType"] != folder.properties["flowType"]) {
        return reply.refuse(apiError({Violation{
            "/pathwayType"_ba, u"must be '%1', the type of the folder"_s.arg(folder.properties["flowType"].toString()),
            "invalid"_ba}}));
    }
    const FlowId id(call.body["pathwayId"].toUtf8());
    const Result<FlowRecord> flow = service.flow(folder.workspace, id);
    if (!flow && flow.error().code != "not_found")
        return reply.refuse(flow.error());
    if (!flow || flow->kind != resource.kind)
        return reply.refuse(noSuchFlow(resource));
    if (shelf->flows.contains(id))
        return sendShelf(200, *shelf, reply);
    if (const Result<void> placed = place(service, folder.workspace, {id}, Json::string(folder.id)); !placed)
        return reply.refuse(placed.error());
    service.putFolder(folder, sendingFolder(service, 200, reply));
}

void removeFlow(FlowService &service, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<Shelf> shelf = shelfToChange(service, call, reply);
    if (!shelf)
        return;
    const FlowId id(call.parameters.at(1));
    if (!shelf->flows.contains(id))
        return reply.refuse(noSuchFlow(*resourceOf(shelf->folder)));
    if (const Result<void> placed = place(service, shelf->folder.workspace, {id}, Json()); !placed)
        return reply.refuse(placed.error());
    service.putFolder(shelf->folder, sendingFolder(service, 200, reply));
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
