// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/trillet/folder_json.h"

#include "storage/api/answers/api_text.h"

#include <algorithm>
#include <array>

namespace jackfield::trillet {

namespace {

struct Colour
{
    QByteArrayView word;
    const char *number;
};
constexpr std::array kColours{
    Colour{"blue", "#3B82F6"},   Colour{"green", "#10B981"},  Colour{"teal", "#14B8A6"},
    Colour{"purple", "#8B5CF6"}, Colour{"orange", "#F97316"}, Colour{"red", "#EF4444"},
};

Json withPathways(const FlowShelf &folder, Json pathways)
{
    const Resource *resource = resourceOf(folder);
    return Json::object({
        member("_id", Json::string(folder.id)),
        member("workspaceId", Json::string(folder.workspace.utf8)),
        member("name", Json::string(folder.name)),
        member("color", folder.properties["color"]),
        member("icon", folder.properties["icon"]),
        member("flowType", folder.properties["flowType"]),
        member("pathwayModel", resource != nullptr ? Json::string(resource->folderModel) : Json()),
        member("pathways", std::move(pathways)),
        member("createdAt", milliseconds(folder.createdAt)),
        member("updatedAt", milliseconds(folder.updatedAt)),
    });
}

} // namespace

const Resource *resourceOf(const FlowShelf &folder)
{
    return findFlowType(folder.properties["flowType"].utf8());
}

Json folderJson(const FlowShelf &folder, const QList<FlowId> &flows)
{
    Json pathways = Json::array();
    for (const FlowId &flow : flows)
        pathways.append(Json::string(flow.utf8));
    return withPathways(folder, std::move(pathways));
}

Json folderJson(const FlowShelf &folder, const QList<FlowRecord> &flows)
{
    Json pathways = Json::array();
    for (const FlowRecord &flow : flows) {
        const Json &description = flow.state.content["description"];
        pathways.append(Json::object({
            member("_id", Json::string(flow.summary.id.utf8)),
            member("name", Json::string(flow.summary.name)),
            member("description", description.isString() ? description : Json::string("")),
            member("createdAt", milliseconds(flow.summary.createdAt)),
            member("updatedAt", milliseconds(flow.summary.updatedAt)),
        }));
    }
    return withPathways(folder, std::move(pathways));
}

Json folderPropertiesWith(Json properties, const Json &body)
{
    if (const Json *word = body.find("color")) {
        const auto *colour = std::ranges::find(kColours, word->utf8(), &Colour::word);
        if (colour != kColours.end())
            properties.set("color", Json::string(colour->number));
    }
    for (const char *name : {"icon", "flowType"}) {
        if (const Json *value = body.find(name))
            properties.set(name, *value);
    }
    return properties;
}

} // namespace jackfield::trillet
