// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layering.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr size_t kMaxBends = 400'000;

// The longest span whose links can all be split within the limit.
int longestSpan(std::span<const Link> links, const std::vector<int> &layerOf)
{
    std::vector<size_t> withSpan;
    for (const Link &link : links) {
        const auto span = size_t(layerOf[size_t(link.to)] - layerOf[size_t(link.from)]);
        if (withSpan.size() <= span)
            withSpan.resize(span + 1);
        ++withSpan[span];
    }
    size_t bends = 0;
    for (size_t span = 1; span < withSpan.size(); ++span) {
        bends += withSpan[span] * (span - 1);
        if (bends > kMaxBends)
            return int(span) - 1;
    }
    return int(withSpan.size());
}

// A walk in depth from the left, outputs from top to bottom: what follows from one node starts out together.
void fillLayers(Layering &layering)
{
    std::vector<char> seen(size_t(layering.count()), 0);
    std::vector<int> open;
    const auto walk = [&](int root) {
        if (seen[size_t(root)])
            return;
        open.push_back(root);
        while (!open.empty()) {
            const int vertex = open.back();
            open.pop_back();
            if (seen[size_t(vertex)])
                continue;
            seen[size_t(vertex)] = 1;
            layering.layers[size_t(layering.layerOf[size_t(vertex)])].push_back(vertex);
            const auto ends = layering.down.of(vertex);
            for (auto end = ends.rbegin(); end != ends.rend(); ++end)
                open.push_back(end->vertex);
        }
    };
    for (int vertex = 0; vertex < layering.count(); ++vertex) {
        if (layering.up.of(vertex).empty())
            walk(vertex);
    }
}

} // namespace

Layering makeLayering(int count, std::span<const Link> links, std::vector<int> layerOf)
{
    Layering layering;
    layering.realCount = count;
    layering.layerOf = std::move(layerOf);
    const int longest = longestSpan(links, layering.layerOf);
    std::vector<Link> pieces;
    pieces.reserve(links.size());
    for (const Link &link : links) {
        const int first = layering.layerOf[size_t(link.from)];
        const int last = layering.layerOf[size_t(link.to)];
        if (last - first > longest)
            continue;
        Link piece = link;
        for (int layer = first + 1; layer < last; ++layer) {
            piece.to = layering.count();
            layering.layerOf.push_back(layer);
            pieces.push_back(piece);
            piece = {piece.to, link.to, 0.5};
        }
        piece.to = link.to;
        pieces.push_back(piece);
    }
    layering.down = Adjacency(layering.count(), pieces, Adjacency::Side::Outgoing);
    layering.up = Adjacency(layering.count(), pieces, Adjacency::Side::Incoming);
    const auto highest = std::ranges::max_element(layering.layerOf);
    layering.layers.resize(highest == layering.layerOf.cend() ? 0 : size_t(*highest) + 1);
    fillLayers(layering);
    return layering;
}

} // namespace jackfield
