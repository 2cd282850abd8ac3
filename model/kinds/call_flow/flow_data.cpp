// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/flow_data.h"

#include "model/kinds/call_flow/locations.h"
#include "model/kinds/node_list/graph_json.h"

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer startAt()
{
    return JsonPointer("/startNodeId"_ba);
}

void followStart(JsonEdits &edits, const Json &content, const GraphEdit &edit)
{
    const QByteArray start = namedStart(content);
    if (start.isEmpty())
        return;
    if (const auto *rename = std::get_if<RenameNode>(&edit);
        rename && rename->node.utf8 == start && rename->name != start)
        edits.append(JsonEdit::set(startAt(), Json::string(rename->name)));
    if (const auto *removal = std::get_if<RemoveNodes>(&edit); removal && removal->nodes.contains(NodeId(start)))
        edits.append(JsonEdit::set(startAt(), Json()));
}

} // namespace

nodelist::GraphPart graphPart(const FlowState &state)
{
    const Json &content = state.content;
    return {
        .content = content,
        .root = graphRoot(),
        .graph = content["flowData"],
        .places = std::make_unique<Locations>(content),
        .start = NodeId(namedStart(content))};
}

bool hasGraph(const Json &content)
{
    const Json &graph = content["flowData"];
    const auto holdsSomething = [&](QByteArrayView key) {
        const Json *list = graph.find(key);
        return list && (!list->isArray() || !list->isEmpty());
    };
    return !graph.isNull() && (!graph.isObject() || holdsSomething("nodes") || holdsSomething("edges"));
}

Json withGraph(Json content)
{
    if (content["flowData"].isNull())
        content.set("flowData", Json::object({member("nodes", Json::array()), member("edges", Json::array())}));
    return content;
}

JsonPointer graphRoot()
{
    return JsonPointer("/flowData"_ba);
}

QByteArray namedStart(const Json &content)
{
    return nodelist::scalarText(content["startNodeId"]).toByteArray();
}

bool changesStart(const JsonEdit &edit)
{
    return startAt().contains(edit.at);
}

void completeEdits(JsonEdits &edits, const Json &content, const GraphEdit &edit)
{
    if (!edits.isEmpty() && content["flowData"].isNull()) {
        const Json graph = withGraph(content)["flowData"];
        edits.prepend(
            content.contains("flowData") ? JsonEdit::set(graphRoot(), graph) : JsonEdit::insert(graphRoot(), graph));
    }
    followStart(edits, content, edit);
}

} // namespace jackfield::callflow
