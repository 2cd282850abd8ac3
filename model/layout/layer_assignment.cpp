// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/digraph.h"

#include <algorithm>
#include <limits>

namespace jackfield {

namespace {

constexpr int kTightenings = 4;

std::vector<int> topologicalOrder(int count, const Adjacency &outgoing, const Adjacency &incoming)
{
    std::vector<int> waiting(size_t(count), 0);
    std::vector<int> order;
    order.reserve(size_t(count));
    for (int vertex = 0; vertex < count; ++vertex) {
        waiting[size_t(vertex)] = int(incoming.of(vertex).size());
        if (waiting[size_t(vertex)] == 0)
            order.push_back(vertex);
    }
    for (size_t i = 0; i < order.size(); ++i) {
        for (const Adjacency::End &end : outgoing.of(order[i])) {
            if (--waiting[size_t(end.vertex)] == 0)
                order.push_back(end.vertex);
        }
    }
    return order;
}

} // namespace

std::vector<int> assignLayers(int count, std::span<const Link> links, std::span<const int> starts)
{
    const Adjacency outgoing(count, links, Adjacency::Side::Outgoing);
    const Adjacency incoming(count, links, Adjacency::Side::Incoming);
    const std::vector<int> order = topologicalOrder(count, outgoing, incoming);
    std::vector<char> fixed(size_t(count), 0);
    for (const int start : starts)
        fixed[size_t(start)] = incoming.of(start).empty();

    std::vector<int> layer(size_t(count), 0);
    const auto earliest = [&](int vertex) {
        int at = 0;
        for (const Adjacency::End &end : incoming.of(vertex))
            at = std::max(at, layer[size_t(end.vertex)] + 1);
        return at;
    };
    const auto latest = [&](int vertex) {
        int at = std::numeric_limits<int>::max();
        for (const Adjacency::End &end : outgoing.of(vertex))
            at = std::min(at, layer[size_t(end.vertex)] - 1);
        return at;
    };
    for (const int vertex : order)
        layer[size_t(vertex)] = earliest(vertex);

    // Longest paths put everything as early as possible. What gives more links than it takes is better off late:
    // each move to the right shortens more links than it stretches.
    for (int round = 0; round < kTightenings; ++round) {
        bool moved = false;
        for (auto vertex = order.crbegin(); vertex != order.crend(); ++vertex) {
            if (fixed[size_t(*vertex)] || outgoing.of(*vertex).size() <= incoming.of(*vertex).size())
                continue;
            const int at = latest(*vertex);
            moved |= at != layer[size_t(*vertex)];
            layer[size_t(*vertex)] = at;
        }
        for (const int vertex : order) {
            if (outgoing.of(vertex).size() >= incoming.of(vertex).size())
                continue;
            const int at = earliest(vertex);
            moved |= at != layer[size_t(vertex)];
            layer[size_t(vertex)] = at;
        }
        if (!moved)
            break;
    }
    if (const auto first = std::ranges::min_element(layer); first != layer.end() && *first > 0) {
        const int offset = *first;
        for (int &at : layer)
            at -= offset;
    }
    return layer;
}

} // namespace jackfield
