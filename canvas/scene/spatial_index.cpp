// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/spatial_index.h"

#include <algorithm>

namespace jackfield {

void SpatialIndex::clear()
{
    for (Grid &grid : m_grids)
        grid.clear();
}

int SpatialIndex::cellNumber(double value, double size)
{
    // Positions come from files: keep far-off ones within what an int holds, also after a step to either side.
    constexpr double kLimit = 1e9;
    return int(std::clamp(std::floor(value / size), -kLimit, kLimit));
}

size_t SpatialIndex::levelOf(const QRectF &rect)
{
    const double extent = std::max(rect.width(), rect.height());
    size_t level = 0;
    while (level + 1 < kLevels && cellSize(level) < extent)
        ++level;
    return level;
}

SpatialIndex::Cell SpatialIndex::cellOf(const QRectF &rect, size_t level)
{
    const double size = cellSize(level);
    return {cellNumber(rect.center().x(), size), cellNumber(rect.center().y(), size)};
}

void SpatialIndex::insert(int item, const QRectF &rect)
{
    const size_t level = levelOf(rect);
    m_grids[level][cellOf(rect, level)].push_back(item);
}

qsizetype SpatialIndex::count(const QRectF &area) const
{
    size_t items = 0;
    searchCells(area, [&items](const std::vector<int> &cell) { items += cell.size(); });
    return qsizetype(items);
}

void SpatialIndex::remove(int item, const QRectF &rect)
{
    const size_t level = levelOf(rect);
    const auto cell = m_grids[level].find(cellOf(rect, level));
    Q_ASSERT(cell != m_grids[level].end());
    std::vector<int> &items = cell.value();
    const auto place = std::find(items.begin(), items.end(), item);
    Q_ASSERT(place != items.end());
    *place = items.back();
    items.pop_back();
    if (items.empty())
        m_grids[level].erase(cell);
}

} // namespace jackfield
