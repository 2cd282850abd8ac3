// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// What a lens and its rules cost: once over a whole flow, and after one edit of it.
#include "model/kinds/kind_registry.h"
#include "tests/bench/support/timing.h"
#include "tests/support/flows/flow_generator.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>

using namespace jackfield;

namespace {

constexpr int kRounds = 15;

/// Prints the processor's time beside the clock's: on a busy machine only the first says what the work costs.
/// `prepare` comes before each round and is not counted.
void report(
    const char *operation, qsizetype nodes, const std::function<void()> &body,
    const std::function<void()> &prepare = [] {})
{
    std::clock_t spent = 0;
    const bench::Timing timing = bench::measure(
        kRounds,
        [&] {
            const std::clock_t before = std::clock();
            body();
            spent += std::clock() - before;
        },
        prepare);
    const double cpu = double(spent) * 1000 / CLOCKS_PER_SEC / (kRounds + 1);
    std::printf(
        "{\"bench\":\"lens\",\"nodes\":%lld,\"op\":\"%s\",\"median_ms\":%.3f,\"p95_ms\":%.3f,\"cpu_ms\":%.3f}\n",
        static_cast<long long>(nodes), operation, timing.medianMs, timing.p95Ms, cpu);
    std::fflush(stdout);
}

FlowEdits compiled(const Kind &kind, const FlowState &state, const Graph &graph, const GraphEdit &edit)
{
    const Result<FlowEdits> edits = kind.lens().compile(state, graph, edit);
    if (!edits) {
        std::fprintf(stderr, "%s\n", qPrintable(edits.error().message));
        std::exit(1);
    }
    return *edits;
}

FlowEdits applied(FlowState &state, const FlowEdits &edits)
{
    const Result<FlowEdits> inverse = applyFlowEdits(state, edits);
    if (!inverse) {
        std::fprintf(stderr, "%s\n", qPrintable(inverse.error().message));
        std::exit(1);
    }
    return *inverse;
}

/// The graph as a flow of the kind, chatbot or call-flow; what the kind does not know becomes a conversation.
Json flowOf(const Kind &kind, Json graph)
{
    if (kind.info().id == "chatbot")
        return graph;
    std::vector<Json> nodes;
    for (Json node : graph["nodes"].items()) {
        if (!kind.catalog().find(node["type"].utf8()))
            node.set("type", Json::string("conversation"));
        nodes.push_back(std::move(node));
    }
    graph.set("nodes", Json::array(std::move(nodes)));
    Json content = kind.files().blank();
    content.set("flowData", std::move(graph));
    content.set("startNodeId", content["flowData"]["nodes"].at(0)["id"]);
    return content;
}

} // namespace

int main(int argc, char **argv)
{
    const qsizetype nodes = bench::optionValue(argc, argv, "--nodes", 10'000);
    const KindRegistry kinds;
    const Kind &kind = *kinds.find(bench::optionText(argc, argv, "--kind", "chatbot"));
    Lcg random;
    FlowState state{.content = flowOf(kind, generatedChatbot(nodes, random))};
    Graph graph = kind.lens().project(state);
    MoveNodes drag;
    for (const Node &node : graph.nodes())
        drag.places.append({.node = node.id, .position = QPointF(1, 2)});
    applied(state, compiled(kind, state, graph, drag));

    report("project", nodes, [&] { graph = kind.lens().project(state); });
    qsizetype problems = 0;
    report("validate", nodes, [&] { problems += kind.rules().check(state, graph).size(); });

    // As the window does: the newest list is held by who shows it. Setting and taking back are apart, so one edit is
    // one round.
    const std::unique_ptr<Validator> validator = kind.rules().validator();
    const auto afterEdit = [&](const char *name, const std::function<GraphEdit()> &edit) {
        Problems shown = validator->check(state, graph);
        report(
            name, nodes, [&] { shown = validator->check(state, graph); },
            [&] {
                const FlowEdits edits = compiled(kind, state, graph, edit());
                applied(state, edits);
                kind.lens().reproject(graph, state, edits);
            });
        if (shown != kind.rules().check(state, graph))
            std::exit(1);
    };
    int turn = 0;
    afterEdit("validate_nothing_new", [&] {
        return MoveNodes{{{.node = graph.nodes().at(1).id, .position = QPointF(++turn, 1)}}};
    });
    afterEdit("validate_one_edit", [&] {
        return SetData{
            .node = graph.nodes().at(nodes / 2).id,
            .pointer = JsonPointer("/label"),
            .value = Json::number(qint64(++turn))};
    });
    afterEdit("validate_edge_removed", [&] { return RemoveEdges{{graph.edges().at(nodes / 2).id}}; });
    afterEdit("validate_second_removed", [&] { return RemoveNodes{{graph.nodes().at(1).id}}; });

    // Each gesture: compile, apply, reproject, and the same for taking it back.
    const auto gesture = [&](const char *name, const std::function<GraphEdit()> &edit) {
        report(name, nodes, [&] {
            const FlowEdits edits = compiled(kind, state, graph, edit());
            const FlowEdits inverse = applied(state, edits);
            kind.lens().reproject(graph, state, edits);
            applied(state, inverse);
            kind.lens().reproject(graph, state, inverse);
        });
    };
    const NodeId middle = graph.nodes().at(nodes / 2).id;
    int counter = 0;
    gesture("set_data_and_undo", [&] {
        return SetData{.node = middle, .pointer = JsonPointer("/label"), .value = Json::number(qint64(++counter))};
    });
    gesture("move_one_and_undo", [&] { return MoveNodes{{{.node = middle, .position = QPointF(++counter, 1)}}}; });
    gesture("add_and_undo", [&] { return AddNode{.type = kind.catalog().types().at(1).id, .position = {}, .id = {}}; });
    gesture("remove_second_and_undo", [&] { return RemoveNodes{{graph.nodes().at(1).id}}; });
    gesture("remove_edge_and_undo", [&] { return RemoveEdges{{graph.edges().at(1).id}}; });

    RemoveNodes everything;
    drag.places.clear();
    for (const Node &node : graph.nodes()) {
        everything.nodes.append(node.id);
        drag.places.append({.node = node.id, .position = QPointF(1, 2)});
    }
    gesture("drag_all_and_undo", [&] {
        for (MoveNodes::Place &place : drag.places)
            place.position += QPointF(8, 0);
        return drag;
    });
    report("delete_all_edits", nodes, [&] {
        FlowState copy = state;
        applied(copy, compiled(kind, state, graph, everything));
    });
    gesture("delete_all_and_undo", [&] { return everything; });
    return problems >= 0 ? 0 : 1;
}
