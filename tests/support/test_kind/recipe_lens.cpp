// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_kind/recipe_lens.h"

#include "model/kinds/shared/replace_graph.h"

namespace jackfield::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

JsonPointer stepAt(qsizetype index)
{
    return JsonPointer("/steps").child(index);
}

Json placeJson(QPointF place)
{
    return Json::object({member("x", Json::number(place.x())), member("y", Json::number(place.y()))});
}

Error byOrder()
{
    return {.code = "not_connectable"_ba, .message = u"What follows a step is the step below it: move the step."_s};
}

/// What each gesture means in the list of steps.
struct RecipeCompiler
{
    const Catalog &catalog;
    const Json &steps;
    const Graph &graph;

    Result<FlowEdits> operator()(const AddNode &add) const
    {
        const NodeType *type = catalog.find(add.type);
        if (!type)
            return Error{.code = "unknown_type"_ba, .message = u"A recipe has steps only."_s};
        QByteArray id = add.id.utf8;
        for (qsizetype number = steps.size() + 1; id.isEmpty() || graph.node(NodeId(id)); ++number)
            id = "step" + QByteArray::number(number);
        Json step = Json::object({member("id", Json::string(id)), member("at", placeJson(add.position))});
        for (const Json::Member &blank : type->blank.members())
            step.set(blank.key(), blank.value);
        return one(JsonEdit::insert(stepAt(steps.size()), step));
    }
    Result<FlowEdits> operator()(const RemoveNodes &remove) const
    {
        FlowEdits edits;
        for (qsizetype i = steps.size() - 1; i >= 0; --i) {
            if (remove.nodes.contains(NodeId(steps.at(i)["id"].toUtf8())))
                edits.content << JsonEdit::remove(stepAt(i));
        }
        return edits;
    }
    Result<FlowEdits> operator()(const MoveNodes &move) const
    {
        FlowEdits edits;
        for (const MoveNodes::Place &place : move.places) {
            if (const Node *node = graph.node(place.node))
                edits.content << put(*node, node->pointer.child("at"), placeJson(place.position));
        }
        return edits;
    }
    Result<FlowEdits> operator()(const SetData &data) const
    {
        const Node *node = graph.node(data.node);
        if (!node)
            return Error{.code = "unknown_node"_ba, .message = u"There is no such step."_s};
        const JsonPointer at(node->data.text() + data.pointer.text());
        return one(data.value ? put(*node, at, *data.value) : JsonEdit::remove(at));
    }
    Result<FlowEdits> operator()(const RenameNode &rename) const
    {
        const Node *node = graph.node(rename.node);
        if (!node)
            return Error{.code = "unknown_node"_ba, .message = u"There is no such step."_s};
        return one(JsonEdit::set(node->pointer.child("id"), Json::string(rename.name)));
    }
    Result<FlowEdits> operator()(const Paste &paste) const
    {
        FlowEdits edits;
        for (const Json &step : paste.fragment["nodes"].items())
            edits.content << JsonEdit::insert(stepAt(steps.size() + edits.content.size()), step);
        return edits;
    }
    template <typename EdgeGesture> Result<FlowEdits> operator()(const EdgeGesture &) const { return byOrder(); }

    static Result<FlowEdits> one(const JsonEdit &edit) { return FlowEdits{.content = {edit}}; }
    JsonEdit put(const Node &node, const JsonPointer &at, const Json &value) const
    {
        const Json &step = steps.at(node.pointer.text().mid(qstrlen("/steps/")).toLongLong());
        const bool there = JsonPointer(at.text().mid(node.pointer.text().size())).in(step);
        return there ? JsonEdit::set(at, value) : JsonEdit::insert(at, value);
    }
};

} // namespace

Graph RecipeLens::project(const FlowState &state) const
{
    QList<Node> nodes;
    QList<Edge> edges;
    const Json &steps = state.content["steps"];
    for (qsizetype i = 0; i < steps.size(); ++i) {
        const Json &step = steps.at(i);
        Node node;
        node.id = NodeId(step["id"].toUtf8());
        node.type = "step";
        node.family = Family::Act;
        node.icon = "message";
        node.typeTitle = m_catalog.find("step")->title;
        node.title = step["do"].toString();
        node.summary = {u"%1 minutes"_s.arg(step["minutes"].toInteger().value_or(0))};
        node.outputs = {{.id = {}, .name = u"Then"_s}};
        node.pointer = node.data = stepAt(i);
        node.start = i == 0;
        if (step["at"].isObject())
            node.position = QPointF(step["at"]["x"].toDouble(), step["at"]["y"].toDouble());
        if (!nodes.isEmpty())
            edges << Edge{
                .id = EdgeId(nodes.last().id.utf8 + '>' + node.id.utf8),
                .from = nodes.last().id,
                .port = {},
                .to = node.id,
                .target = {},
                .label = {},
                .pointer = node.pointer};
        nodes << node;
    }
    Graph graph;
    graph.assign(nodes, edges);
    return graph;
}

GraphDelta RecipeLens::reproject(Graph &graph, const FlowState &state, const FlowEdits &) const
{
    return replaceGraph(graph, project(state));
}

Result<FlowEdits> RecipeLens::compile(const FlowState &state, const Graph &graph, const GraphEdit &edit) const
{
    return std::visit(RecipeCompiler{m_catalog, state.content["steps"], graph}, edit);
}

Result<void> RecipeLens::canConnect(const Graph &, const NodeId &, QByteArrayView, const NodeId &, const EdgeId &) const
{
    return byOrder();
}

Json RecipeLens::copyFragment(const FlowState &state, const Graph &graph, const QList<NodeId> &nodes) const
{
    Json copied = Json::array();
    for (const Node &node : graph.nodes()) {
        if (nodes.contains(node.id))
            copied.append(*node.pointer.in(state.content));
    }
    return Json::object(
        {member("jackfield", Json::number(qint64(1))), member("kind", Json::string("recipe")), member("nodes", copied),
         member("edges", Json::array())});
}

} // namespace jackfield::testing
