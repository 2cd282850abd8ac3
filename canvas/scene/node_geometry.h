// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/graph.h"

#include <QPointF>
#include <QRectF>
#include <QSizeF>

namespace jackfield {

/// Measures of the drawings, logical pixels.
namespace measure {
inline constexpr double kGrid = 24;
inline constexpr double kSnap = 8;
inline constexpr double kNodeWidth = 224;
inline constexpr double kCorner = 8;
inline constexpr double kBar = 5;
inline constexpr double kHeader = 34;
inline constexpr double kIcon = 16;
inline constexpr double kIconLeft = 14;
inline constexpr double kTitleLeft = 38;
inline constexpr double kBodyLeft = 16;
inline constexpr double kTextRight = 11;
inline constexpr double kBodyLine = 18;
inline constexpr double kBodyMargin = 5; ///< above and below the body lines
inline constexpr double kPortRow = 22;
inline constexpr double kRowsEnd = 6; ///< below the last row
inline constexpr double kPort = 11;
inline constexpr double kPortHovered = 15;
inline constexpr double kPortHit = 24;
inline constexpr double kPortRing = 2.4;
inline constexpr double kBadge = 19;
inline constexpr double kTitleFont = 13.5;
inline constexpr double kTypeFont = 11;
inline constexpr double kBodyFont = 12;
inline constexpr double kLabelFont = 11;
inline constexpr int kMaxBodyLines = 2;
} // namespace measure

/// Where the parts of one node are, relative to its top left corner. Depends on the node alone, not on fonts, so that a
/// layout comes out the same on every machine and opening a large flow measures no text.
struct NodeGeometry
{
    int rows = 0; ///< output rows
    quint8 bodyLines = 0;
    bool headerPort = false; ///< its only output has no name and sits on the header line

    static NodeGeometry of(const Node &node);
    QSizeF size() const;
    double rowTop(qsizetype row) const;
    QPointF input() const;
    QPointF output(qsizetype index) const;
};

/// Where a node lies. Positions come from files: what is too far away for doubles to resolve is drawn nearer.
QRectF rectOf(const Node &node);
QPointF cornerOf(const Node &node); ///< its top left

/// Width of a text at 12 px in an average sans-serif font, without asking a font.
double estimatedWidth(QStringView text);

} // namespace jackfield
