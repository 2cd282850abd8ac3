// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layering.h"

#include <algorithm>

namespace jackfield {

namespace {

constexpr int kRounds = 12;
constexpr double kBendGap = 12; ///< between two links that pass a layer side by side

class Placer
{
public:
    Placer(const Layering &layering, std::span<const double> heights, double gap)
        : m_layering(layering), m_heights(heights), m_gap(gap), m_centre(size_t(layering.count()))
    {
        for (const auto &layer : layering.layers) {
            double at = 0;
            for (size_t i = 0; i < layer.size(); ++i) {
                at += i == 0 ? 0 : distance(layer[i - 1], layer[i]);
                m_centre[size_t(layer[i])] = at;
            }
        }
    }

    std::vector<double> run(const std::atomic_bool *cancelled)
    {
        sweep(true, true, false);
        sweep(false, false, true);
        for (int i = 0; i < kRounds && !(cancelled && *cancelled); ++i)
            sweep(i % 2 == 0, true, true);
        return std::move(m_centre);
    }

private:
    double distance(int upper, int lower) const
    {
        const bool realUpper = m_layering.isReal(upper);
        const bool realLower = m_layering.isReal(lower);
        if (!realUpper && !realLower)
            return kBendGap;
        const double halves = (realUpper ? m_heights[size_t(upper)] : 0) + (realLower ? m_heights[size_t(lower)] : 0);
        return halves / 2 + (realUpper && realLower ? m_gap : m_gap / 2);
    }

    // Long links are pulled straight harder than short ones.
    double pull(int a, int b) const
    {
        return m_layering.isReal(a) && m_layering.isReal(b) ? 1 : m_layering.isReal(a) || m_layering.isReal(b) ? 2 : 6;
    }

    void sweep(bool rightwards, bool lookUp, bool lookDown)
    {
        const size_t count = m_layering.layers.size();
        for (size_t step = 0; step < count; ++step)
            place(m_layering.layers[rightwards ? step : count - 1 - step], lookUp, lookDown);
    }

    // The nearest centres to the wanted ones that keep order and distance: neighbours that would collide form a block,
    // which lies at the mean of what its members want.
    void place(const std::vector<int> &layer, bool lookUp, bool lookDown)
    {
        m_blocks.clear();
        m_offset.resize(layer.size());
        double offset = 0;
        for (size_t i = 0; i < layer.size(); ++i) {
            offset += i == 0 ? 0 : distance(layer[i - 1], layer[i]);
            m_offset[i] = offset;
            double sum = 0;
            double weight = 0;
            const auto add = [&](std::span<const Adjacency::End> ends) {
                for (const Adjacency::End &end : ends) {
                    const double w = pull(layer[i], end.vertex);
                    sum += w * m_centre[size_t(end.vertex)];
                    weight += w;
                }
            };
            if (lookUp)
                add(m_layering.up.of(layer[i]));
            if (lookDown)
                add(m_layering.down.of(layer[i]));
            if (weight == 0) {
                weight = 0.01;
                sum = weight * m_centre[size_t(layer[i])];
            }
            Block block{sum - weight * offset, weight, i + 1};
            while (!m_blocks.empty() && m_blocks.back().at() >= block.at()) {
                block.sum += m_blocks.back().sum;
                block.weight += m_blocks.back().weight;
                m_blocks.pop_back();
            }
            m_blocks.push_back(block);
        }
        size_t i = 0;
        for (const Block &block : m_blocks) {
            for (; i < block.end; ++i)
                m_centre[size_t(layer[i])] = block.at() + m_offset[i];
        }
    }

    struct Block
    {
        double sum = 0;
        double weight = 0;
        size_t end = 0;

        double at() const { return sum / weight; }
    };

    const Layering &m_layering;
    std::span<const double> m_heights;
    double m_gap;
    std::vector<double> m_centre;
    std::vector<double> m_offset;
    std::vector<Block> m_blocks;
};

} // namespace

std::vector<double>
placeRows(const Layering &layering, std::span<const double> heights, double gap, const std::atomic_bool *cancelled)
{
    return Placer(layering, heights, gap).run(cancelled);
}

} // namespace jackfield
