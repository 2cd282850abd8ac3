// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/call_flow/flow_data.h"

#include "model/kinds/call_flow/locations.h"
#include "model/kinds/chatbot/graph_json.h"

namespace jackfield::callflow {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr char kRoot[] = "/flowData";

JsonPointer below(const JsonPointer &at)
{
    return JsonPointer(kRoot + at.text());
}

Json emptyGraph()
{
    return Json::object({member("nodes", Json::array()), member("edges", Json::array())});
}

/// startNodeId follows the node that it names.
void followStart(JsonEdits &edits, const Json &content, const GraphEdit &edit)
{
    const QByteArray start = namedStart(content);
    const JsonPointer at("/startNodeId"_ba);
    if (start.isEmpty())
        return;
    if (const auto *rename = std::get_if<RenameNode>(&edit);
        rename && rename->node.utf8 == start && rename->name != start)
        edits.append(JsonEdit::set(at, Json::string(rename->name)));
    if (const auto *removal = std::get_if<RemoveNodes>(&edit); removal && removal->nodes.contains(NodeId(start)))
        edits.append(JsonEdit::set(at, Json()));
}

} // namespace

FlowState graphPart(const Json &content)
{
    const Json &flowData = content["flowData"];
    return {
        .content = flowData.isNull() ? emptyGraph() : flowData,
        .sidecar = Json::object({member("positions", positionsIn(content["locations"]))})};
}

bool hasGraph(const FlowState &part)
{
    const auto holdsSomething = [&](QByteArrayView key) {
        const Json *list = part.content.find(key);
        return list && (!list->isArray() || !list->isEmpty());
    };
    return !part.content.isObject() || holdsSomething("nodes") || holdsSomething("edges");
}

QByteArray namedStart(const Json &content)
{
    return chatbot::scalarText(content["startNodeId"]).toByteArray();
}

Graph toWhole(Graph graph, const Json &content)
{
    for (qsizetype i = 0; i < graph.nodes().size(); ++i)
        graph.setNodePlace(i, below(chatbot::nodePointer(i)), below(chatbot::nodeDataPointer(i)));
    for (qsizetype i = 0; i < graph.edges().size(); ++i)
        graph.setEdgePointer(i, below(chatbot::edgePointer(i)));

    const NodeId start(namedStart(content));
    if (start.isEmpty() || graph.indexOf(start) < 0)
        return graph;
    for (qsizetype i = 0; i < graph.nodes().size(); ++i) {
        Node node = graph.nodes().at(i);
        const bool isStart = node.id == start;
        if (node.start == isStart)
            continue;
        node.start = isStart;
        graph.replaceNode(std::move(node));
    }
    return graph;
}

Graph toPart(Graph graph)
{
    for (qsizetype i = 0; i < graph.nodes().size(); ++i)
        graph.setNodePlace(i, chatbot::nodePointer(i), chatbot::nodeDataPointer(i));
    for (qsizetype i = 0; i < graph.edges().size(); ++i)
        graph.setEdgePointer(i, chatbot::edgePointer(i));
    return graph;
}

std::optional<FlowEdits> toPart(const JsonEdits &edits)
{
    FlowEdits part;
    for (const JsonEdit &edit : edits) {
        const QList<QByteArray> keys = edit.at.keys();
        const bool renamesMember = keys.size() == 1 && edit.operation == JsonEdit::Operation::Rename;
        if (keys.isEmpty() || renamesMember || keys.first() == "startNodeId")
            return std::nullopt;
        if (keys.first() == "locations") {
            part.sidecar = {JsonEdit::set(JsonPointer("/positions"_ba), Json())};
        } else if (keys.first() == "flowData") {
            if (keys.size() == 1)
                return std::nullopt;
            JsonEdit inner = edit;
            inner.at = JsonPointer(edit.at.text().sliced(qsizetype(sizeof kRoot) - 1));
            part.content.append(std::move(inner));
        }
    }
    return part;
}

Result<FlowEdits> toWhole(const FlowEdits &edits, const FlowState &part, const Json &content, const GraphEdit &edit)
{
    FlowEdits whole;
    whole.content.reserve(edits.content.size() + 2);
    if (!edits.content.isEmpty() && content["flowData"].isNull()) {
        const JsonPointer at(kRoot);
        whole.content.append(
            content.contains("flowData") ? JsonEdit::set(at, part.content) : JsonEdit::insert(at, part.content));
    }
    for (JsonEdit inner : edits.content) {
        inner.at = below(inner.at);
        whole.content.append(std::move(inner));
    }
    followStart(whole.content, content, edit);

    const auto *rename = std::get_if<RenameNode>(&edit);
    const Renaming renaming = rename ? Renaming{.from = rename->node.utf8, .to = rename->name} : Renaming();
    Result<JsonEdits> moved = locationEdits(content, part.sidecar, edits.sidecar, renaming);
    if (!moved)
        return moved.error();
    whole.content.append(*std::move(moved));
    return whole;
}

} // namespace jackfield::callflow
