// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <span>
#include <vector>

namespace jackfield {

/// A link between two vertices that are numbered from 0. `bias` says where it leaves its source, 0 = at the top, 1 =
/// below.
struct Link
{
    int from = 0;
    int to = 0;
    double bias = 0.5;
};

/// The links of every vertex, one after the other in memory.
class Adjacency
{
public:
    enum class Side { Outgoing, Incoming };
    struct End
    {
        int vertex = 0; ///< at the other end
        double bias = 0.5;
    };

    Adjacency() = default;
    /// Keeps the order of `links` among those of one vertex.
    Adjacency(int count, std::span<const Link> links, Side side);

    std::span<const End> of(int vertex) const
    {
        return std::span(m_ends).subspan(
            m_first[size_t(vertex)], m_first[size_t(vertex) + 1] - m_first[size_t(vertex)]);
    }

private:
    std::vector<size_t> m_first;
    std::vector<End> m_ends;
};

/// Turns links around so that no cycle is left; few of them, and those that lead back as seen from `starts`.
std::vector<Link> withoutCycles(int count, std::vector<Link> links, std::span<const int> starts);

/// A layer for every vertex: each link leads to a higher one, and links are short. Requires: no cycles.
/// Vertices of `starts` without incoming links are in layer 0.
std::vector<int> assignLayers(int count, std::span<const Link> links, std::span<const int> starts);

} // namespace jackfield
