// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/digraph.h"

#include <algorithm>
#include <numeric>

namespace jackfield {

namespace {

// Of the links that a walk in depth makes go back, this share is normal for a flow with loops.
constexpr double kUsualBackShare = 0.15;

// Position of every vertex when a walk in depth from the starts leaves them, last one first: what leads back to an open
// vertex is the end of a loop, everything else leads forward.
std::vector<int> rankByDepth(int count, const Adjacency &outgoing, std::span<const int> starts)
{
    std::vector<int> rank(size_t(count), -1);
    std::vector<char> seen(size_t(count), 0);
    struct Step
    {
        int vertex;
        size_t next;
    };
    std::vector<Step> path;
    int left = count;
    const auto walk = [&](int root) {
        if (seen[size_t(root)])
            return;
        seen[size_t(root)] = 1;
        path.push_back({root, 0});
        while (!path.empty()) {
            Step &step = path.back();
            const auto ends = outgoing.of(step.vertex);
            if (step.next == ends.size()) {
                rank[size_t(step.vertex)] = --left;
                path.pop_back();
                continue;
            }
            const int child = ends[step.next++].vertex;
            if (!seen[size_t(child)]) {
                seen[size_t(child)] = 1;
                path.push_back({child, 0});
            }
        }
    };
    std::ranges::for_each(starts, walk);
    for (int vertex = 0; vertex < count; ++vertex)
        walk(vertex);
    return rank;
}

// Eades, Lin and Smyth: sinks to the end, sources to the front, else the vertex that gives most more than it takes.
class GreedyRank
{
public:
    GreedyRank(int count, const Adjacency &outgoing, const Adjacency &incoming)
        : m_outgoing(outgoing), m_incoming(incoming), m_out(size_t(count)), m_in(size_t(count)),
          m_rank(size_t(count), -1), m_last(count)
    {
        for (int vertex = 0; vertex < count; ++vertex) {
            m_out[size_t(vertex)] = int(outgoing.of(vertex).size());
            m_in[size_t(vertex)] = int(incoming.of(vertex).size());
            m_reach = std::max({m_reach, m_out[size_t(vertex)], m_in[size_t(vertex)]});
        }
        m_buckets.resize(size_t(2 * m_reach) + 1);
        for (int vertex = count - 1; vertex >= 0; --vertex)
            file(vertex);
    }

    std::vector<int> run(std::span<const int> starts)
    {
        for (const int start : starts)
            take(start, true);
        while (m_first < m_last) {
            if (takeFrom(m_sinks, false) || takeFrom(m_sources, true))
                continue;
            takeBest();
        }
        return std::move(m_rank);
    }

private:
    bool open(int vertex) const { return m_rank[size_t(vertex)] < 0; }
    int surplus(int vertex) const { return m_out[size_t(vertex)] - m_in[size_t(vertex)] + m_reach; }

    void file(int vertex)
    {
        if (m_out[size_t(vertex)] == 0)
            m_sinks.push_back(vertex);
        else if (m_in[size_t(vertex)] == 0)
            m_sources.push_back(vertex);
        m_buckets[size_t(surplus(vertex))].push_back(vertex);
        m_top = std::max(m_top, surplus(vertex));
    }

    bool takeFrom(std::vector<int> &list, bool front)
    {
        while (!list.empty()) {
            const int vertex = list.back();
            list.pop_back();
            if (open(vertex)) {
                take(vertex, front);
                return true;
            }
        }
        return false;
    }

    // Entries go stale when a vertex changes its bucket; they are recognised here and dropped.
    void takeBest()
    {
        for (; m_top >= 0; --m_top) {
            std::vector<int> &bucket = m_buckets[size_t(m_top)];
            while (!bucket.empty()) {
                const int vertex = bucket.back();
                bucket.pop_back();
                if (open(vertex) && surplus(vertex) == m_top) {
                    take(vertex, true);
                    return;
                }
            }
        }
    }

    void take(int vertex, bool front)
    {
        if (!open(vertex))
            return;
        m_rank[size_t(vertex)] = front ? m_first++ : --m_last;
        for (const Adjacency::End &end : m_outgoing.of(vertex)) {
            --m_in[size_t(end.vertex)];
            if (open(end.vertex))
                file(end.vertex);
        }
        for (const Adjacency::End &end : m_incoming.of(vertex)) {
            --m_out[size_t(end.vertex)];
            if (open(end.vertex))
                file(end.vertex);
        }
    }

    const Adjacency &m_outgoing;
    const Adjacency &m_incoming;
    std::vector<int> m_out;
    std::vector<int> m_in;
    std::vector<int> m_rank;
    std::vector<std::vector<int>> m_buckets;
    std::vector<int> m_sinks;
    std::vector<int> m_sources;
    int m_reach = 0;
    int m_top = 0;
    int m_first = 0;
    int m_last = 0;
};

auto countBackward(std::span<const Link> links, const std::vector<int> &rank)
{
    return std::ranges::count_if(
        links, [&](const Link &link) { return rank[size_t(link.from)] > rank[size_t(link.to)]; });
}

} // namespace

std::vector<Link> withoutCycles(int count, std::vector<Link> links, std::span<const int> starts)
{
    const Adjacency outgoing(count, links, Adjacency::Side::Outgoing);
    std::vector<int> rank = rankByDepth(count, outgoing, starts);
    const auto backward = countBackward(links, rank);
    if (double(backward) > kUsualBackShare * double(links.size())) {
        const Adjacency incoming(count, links, Adjacency::Side::Incoming);
        std::vector<int> greedy = GreedyRank(count, outgoing, incoming).run(starts);
        if (countBackward(links, greedy) < backward)
            rank = std::move(greedy);
    }
    for (Link &link : links) {
        if (rank[size_t(link.from)] > rank[size_t(link.to)])
            link = {link.to, link.from, 0.5};
    }
    return links;
}

} // namespace jackfield
