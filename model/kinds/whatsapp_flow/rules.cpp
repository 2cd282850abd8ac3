// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/whatsapp_flow/rules.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace jackfield::whatsappflow {

using namespace Qt::Literals::StringLiterals;

namespace {

Problem error(const QByteArray &code, const QString &message, const JsonPointer &pointer, const NodeId &node = {})
{
    return {Severity::Error, code, message, pointer, node, {}};
}

using Routes = QHash<QByteArray, QList<QByteArray>>;

/// Where each screen may lead: its navigate actions and what routing_model says.
Routes routesOf(const Json &content, const Graph &graph)
{
    Routes routes;
    for (const Edge &edge : graph.edges())
        routes[edge.from.utf8].append(edge.to.utf8);
    for (const Json::Member &route : content["routing_model"].members()) {
        for (const Json &target : route.value.items())
            routes[route.key().toByteArray()].append(target.toUtf8());
    }
    return routes;
}

/// A screen from which the routes lead back to itself; empty when there is none. Takes away screens that nothing leads
/// to until none is left; what stays is on a circle or behind one.
QByteArray screenOnCircle(const Graph &graph, const Routes &routes)
{
    QHash<QByteArray, qsizetype> incoming;
    for (const Node &node : graph.nodes())
        incoming[node.id.utf8];
    for (const QList<QByteArray> &targets : routes) {
        for (const QByteArray &target : targets) {
            if (auto known = incoming.find(target); known != incoming.end())
                ++*known;
        }
    }
    QList<QByteArray> open;
    for (const Node &node : graph.nodes()) {
        if (incoming.value(node.id.utf8) == 0)
            open.append(node.id.utf8);
    }
    qsizetype left = graph.nodes().size();
    while (!open.isEmpty()) {
        const QByteArray id = open.takeLast();
        incoming[id] = -1;
        --left;
        for (const QByteArray &target : routes.value(id)) {
            if (auto known = incoming.find(target); known != incoming.end() && --*known == 0)
                open.append(target);
        }
    }
    if (left == 0)
        return {};
    const auto found
        = std::ranges::find_if(graph.nodes(), [&](const Node &node) { return incoming.value(node.id.utf8) > 0; });
    return found != graph.nodes().cend() ? found->id.utf8 : QByteArray();
}

void checkRoutingModel(const Json &content, const Graph &graph, Problems &problems)
{
    const JsonPointer model = JsonPointer().child("routing_model");
    for (const Json::Member &route : content["routing_model"].members()) {
        for (qsizetype i = 0; route.value.isArray() && i < route.value.size(); ++i) {
            const QByteArray target = route.value.at(i).toUtf8();
            if (graph.node(NodeId(target)) == nullptr) {
                problems.append(error(
                    "routing-target-missing"_ba,
                    u"The routing model leads to '%1', and there is no such screen."_s.arg(QString::fromUtf8(target)),
                    model.child(route.key()).child(i)));
            }
        }
    }
}

} // namespace

Problems WhatsappFlowRules::check(const FlowState &state, const Graph &graph) const
{
    Problems problems;
    const Json &content = state.content;
    if (!content["version"].isString())
        problems.append(
            error("missing-version"_ba, u"The flow has no version: add \"version\", for instance \"7.1\"."_s, {}));
    if (graph.nodes().isEmpty()) {
        problems.append(error("no-screens"_ba, u"The flow has no screens: add at least one."_s, {}));
        return problems;
    }
    checkRoutingModel(content, graph, problems);
    QSet<QByteArray> seen;
    for (const Node &node : graph.nodes()) {
        const Json *screen = node.pointer.in(content);
        const QByteArray id = screen != nullptr ? (*screen)["id"].toUtf8() : QByteArray();
        if (id.isEmpty())
            problems.append(error("missing-id"_ba, u"A screen has no id: give it one."_s, node.pointer, node.id));
        else if (seen.contains(id))
            problems.append(error(
                "duplicate-screen"_ba, u"Two screens have the id '%1': rename one."_s.arg(QString::fromUtf8(id)),
                node.pointer.child("id"), node.id));
        seen.insert(id);
    }
    for (const Edge &edge : graph.edges()) {
        if (edge.to.isEmpty()) {
            Problem problem = error(
                "navigation-target-missing"_ba,
                u"An action leads to '%1', and there is no such screen."_s.arg(QString::fromUtf8(edge.target)),
                edge.pointer, edge.from);
            problem.edge = edge.id;
            problems.append(problem);
        }
    }
    if (std::ranges::none_of(graph.nodes(), &Node::terminal))
        problems.append(error(
            "no-terminal-screen"_ba, u"No screen ends the flow: set \"terminal\" to true on the last one."_s,
            JsonPointer().child("screens")));
    if (const QByteArray id = screenOnCircle(graph, routesOf(content, graph)); !id.isEmpty())
        problems.append(error(
            "routing-cycle"_ba,
            u"The routes lead from '%1' in a circle: a flow only goes forward, going back is built in."_s.arg(
                QString::fromUtf8(id)),
            JsonPointer().child(content.contains("routing_model") ? "routing_model" : "screens"), NodeId(id)));
    return problems;
}

} // namespace jackfield::whatsappflow
