// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QRectF>

#include <array>
#include <cmath>
#include <vector>

namespace jackfield {

/// Finds rectangles by area. A stack of grids with cells of 512, 1024, 2048 ... pixels: each item lies in one cell,
/// that of its centre, of the first grid whose cells are no smaller than it. So an entry costs the same however large
/// the item is, and a search looks at every grid with half a cell of margin. Items are numbers; the caller keeps the
/// rectangles.
class SpatialIndex
{
public:
    void clear();
    void insert(int item, const QRectF &rect);
    /// Requires: `rect` is the one it was inserted with.
    void remove(int item, const QRectF &rect);

    /// Calls visit(item) once for every item whose rectangle may meet `area`; the caller compares exactly.
    template <typename Visit> void search(const QRectF &area, Visit visit) const;
    /// How many items search() would visit; looks at no item.
    qsizetype count(const QRectF &area) const;

private:
    static constexpr double kSmallestCell = 512;
    static constexpr size_t kLevels = 12;
    struct Cell
    {
        int x = 0;
        int y = 0;
        friend bool operator==(const Cell &, const Cell &) = default;
        friend size_t qHash(const Cell &cell, size_t seed) { return qHashMulti(seed, cell.x, cell.y); }
    };
    using Grid = QHash<Cell, std::vector<int>>;

    static double cellSize(size_t level) { return kSmallestCell * double(1 << level); }
    static int cellNumber(double value, double size);
    static size_t levelOf(const QRectF &rect);
    static Cell cellOf(const QRectF &rect, size_t level);
    template <typename Visit>
    void
    searchCells(const QRectF &area, Visit visit) const; ///< visit(items) for every cell with items that may meet `area`

    std::array<Grid, kLevels> m_grids;
};

template <typename Visit> void SpatialIndex::searchCells(const QRectF &area, Visit visit) const
{
    for (size_t level = 0; level < kLevels; ++level) {
        const Grid &grid = m_grids[level];
        if (grid.isEmpty())
            continue;
        const double size = cellSize(level);
        // Items of the last grid may be larger than its cells.
        const bool last = level + 1 == kLevels;
        const int left = cellNumber(area.left() - size / 2, size), right = cellNumber(area.right() + size / 2, size);
        const int top = cellNumber(area.top() - size / 2, size), bottom = cellNumber(area.bottom() + size / 2, size);
        const double cells = (double(right) - left + 1) * (double(bottom) - top + 1);
        if (last || cells > double(grid.size())) {
            for (auto it = grid.cbegin(); it != grid.cend(); ++it) {
                const Cell cell = it.key();
                if (last || (cell.x >= left && cell.x <= right && cell.y >= top && cell.y <= bottom))
                    visit(it.value());
            }
            continue;
        }
        for (int y = top; y <= bottom; ++y) {
            for (int x = left; x <= right; ++x) {
                const auto it = grid.constFind({x, y});
                if (it != grid.cend())
                    visit(it.value());
            }
        }
    }
}

template <typename Visit> void SpatialIndex::search(const QRectF &area, Visit visit) const
{
    searchCells(area, [&visit](const std::vector<int> &items) {
        for (const int item : items)
            visit(item);
    });
}

} // namespace jackfield
