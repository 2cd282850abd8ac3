// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layering.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr int kSweeps = 24;
constexpr int kSweepsWhenLarge = 8;
constexpr int kLarge = 40'000;
constexpr int kPatience = 5;
constexpr int kTranspositions = 3;

class Orderer
{
public:
    explicit Orderer(Layering &layering)
        : m_layering(layering), m_position(size_t(layering.count())), m_key(size_t(layering.count()))
    {
        for (const auto &layer : m_layering.layers)
            number(layer);
    }

    void run(const std::atomic_bool *cancelled)
    {
        auto best = m_layering.layers;
        qint64 fewest = countCrossings(m_layering);
        const int sweeps = m_layering.count() > kLarge ? kSweepsWhenLarge : kSweeps;
        int patience = kPatience;
        for (int i = 0; i < sweeps && fewest > 0 && patience > 0; ++i) {
            if (cancelled && *cancelled)
                break;
            sweep(i % 2 == 0);
            for (int round = 0; round < kTranspositions && transpose(); ++round) { }
            const qint64 crossings = countCrossings(m_layering);
            --patience;
            if (crossings < fewest) {
                fewest = crossings;
                best = m_layering.layers;
                patience = kPatience;
            }
        }
        m_layering.layers = std::move(best);
    }

private:
    void number(const std::vector<int> &layer)
    {
        for (size_t i = 0; i < layer.size(); ++i)
            m_position[size_t(layer[i])] = int(i);
    }

    // Sorts each layer by the mean position of its neighbours in the layer just sorted.
    void sweep(bool rightwards)
    {
        auto &layers = m_layering.layers;
        for (size_t step = 1; step < layers.size(); ++step) {
            auto &layer = layers[rightwards ? step : layers.size() - 1 - step];
            if (layer.size() < 2)
                continue;
            for (const int vertex : layer) {
                const auto ends = rightwards ? m_layering.up.of(vertex) : m_layering.down.of(vertex);
                double sum = 0;
                for (const Adjacency::End &end : ends)
                    sum += m_position[size_t(end.vertex)] + (rightwards ? 0.8 * (end.bias - 0.5) : 0);
                m_key[size_t(vertex)] = ends.empty() ? m_position[size_t(vertex)] : sum / double(ends.size());
            }
            std::ranges::stable_sort(layer, {}, [this](int vertex) { return m_key[size_t(vertex)]; });
            number(layer);
        }
    }

    // Crossings of the links of `upper` with those of `lower` when they lie in this order, minus those in the other
    // one.
    qint64 gainOfSwap(std::span<const Adjacency::End> upper, std::span<const Adjacency::End> lower) const
    {
        qint64 gain = 0;
        for (const Adjacency::End &a : upper) {
            for (const Adjacency::End &b : lower) {
                const int difference = m_position[size_t(a.vertex)] - m_position[size_t(b.vertex)];
                gain += difference > 0 ? 1 : difference < 0 ? -1 : 0;
            }
        }
        return gain;
    }

    bool transpose()
    {
        constexpr size_t kFew = 64; // links; more would make the pairs expensive and the swap pointless
        bool swapped = false;
        for (auto &layer : m_layering.layers) {
            for (size_t i = 1; i < layer.size(); ++i) {
                const int upper = layer[i - 1];
                const int lower = layer[i];
                const auto upA = m_layering.up.of(upper);
                const auto upB = m_layering.up.of(lower);
                const auto downA = m_layering.down.of(upper);
                const auto downB = m_layering.down.of(lower);
                if (std::max({upA.size(), upB.size(), downA.size(), downB.size()}) > kFew)
                    continue;
                if (gainOfSwap(upA, upB) + gainOfSwap(downA, downB) <= 0)
                    continue;
                std::swap(layer[i - 1], layer[i]);
                std::swap(m_position[size_t(upper)], m_position[size_t(lower)]);
                swapped = true;
            }
        }
        return swapped;
    }

    Layering &m_layering;
    std::vector<int> m_position;
    std::vector<double> m_key;
};

} // namespace

void orderLayers(Layering &layering, const std::atomic_bool *cancelled)
{
    Orderer(layering).run(cancelled);
}

qint64 countCrossings(const Layering &layering)
{
    std::vector<int> position(size_t(layering.count()), 0);
    std::vector<int> seen; // a tree of counts: how many links end at or above a position so far
    std::vector<int> ends;
    qint64 crossings = 0;
    for (size_t l = 0; l + 1 < layering.layers.size(); ++l) {
        const auto &next = layering.layers[l + 1];
        for (size_t i = 0; i < next.size(); ++i)
            position[size_t(next[i])] = int(i);
        seen.assign(next.size() + 1, 0);
        int total = 0;
        for (const int vertex : layering.layers[l]) {
            ends.clear();
            for (const Adjacency::End &end : layering.down.of(vertex))
                ends.push_back(position[size_t(end.vertex)]);
            for (const int end : ends) {
                int notBelow = 0;
                for (int i = end + 1; i > 0; i -= i & -i)
                    notBelow += seen[size_t(i)];
                crossings += total - notBelow;
            }
            for (const int end : ends) {
                for (int i = end + 1; i < int(seen.size()); i += i & -i)
                    ++seen[size_t(i)];
            }
            total += int(ends.size());
        }
    }
    return crossings;
}

} // namespace jackfield
