// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/node_geometry.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace jackfield {

using namespace measure;

namespace {

constexpr double kNarrow = 4.2;
constexpr double kUsual = 7.2;
constexpr double kBroad = 8.8;

constexpr bool isOneOf(char16_t c, std::u16string_view signs)
{
    return signs.find(c) != std::u16string_view::npos;
}

/// Most texts are made of these alone, and all of them are measured whenever a flow is opened.
constexpr std::array<double, 128> kAdvances = [] {
    std::array<double, 128> advances{};
    for (size_t i = 0; i < advances.size(); ++i) {
        const auto c = char16_t(i);
        const bool isSpace = c == u' ' || (c >= u'\t' && c <= u'\r');
        const bool isUpper = c >= u'A' && c <= u'Z';
        if (isSpace || isOneOf(c, u"iljtf.,:;'!|()[]I"))
            advances[i] = kNarrow;
        else
            advances[i] = isUpper || isOneOf(c, u"mwMW@%") ? kBroad : kUsual;
    }
    return advances;
}();

double estimatedAdvance(QChar c)
{
    const char16_t code = c.unicode();
    if (code < kAdvances.size())
        return kAdvances[code];
    if (code >= 0x1100 && !c.isSurrogate())
        return 12; // Hangul, kana, ideographs
    if (c.isSurrogate())
        return 7; // two halves make one wide sign
    if (c.isSpace())
        return kNarrow;
    return c.isUpper() ? kBroad : kUsual;
}

} // namespace

double estimatedWidth(QStringView text)
{
    double width = 0;
    for (const QChar c : text)
        width += estimatedAdvance(c);
    return width;
}

NodeGeometry NodeGeometry::of(const Node &node)
{
    NodeGeometry geometry;
    geometry.headerPort = node.outputs.size() == 1 && node.outputs.first().name.isEmpty();
    geometry.rows = geometry.headerPort ? 0 : int(node.outputs.size());
    if (node.summary.size() == 1) {
        // Only the beginning can decide, however long the text is.
        const QStringView text = QStringView(node.summary.first()).left(120);
        const double room = kNodeWidth - kBodyLeft - kTextRight;
        geometry.bodyLines = estimatedWidth(text) > room || text.trimmed().contains(u'\n') ? 2 : 1;
    } else {
        geometry.bodyLines = quint8(std::min<qsizetype>(node.summary.size(), kMaxBodyLines));
    }
    return geometry;
}

double NodeGeometry::rowTop(qsizetype row) const
{
    const double body = bodyLines > 0 ? 2 * kBodyMargin + kBodyLine * bodyLines : kBodyMargin;
    return kHeader + body + kPortRow * double(row);
}

QSizeF NodeGeometry::size() const
{
    if (rows > 0)
        return {kNodeWidth, rowTop(rows) + kRowsEnd};
    return {kNodeWidth, bodyLines > 0 ? rowTop(0) : kHeader};
}

QPointF NodeGeometry::input() const
{
    return {0, kHeader / 2};
}

QPointF NodeGeometry::output(qsizetype index) const
{
    if (headerPort || rows == 0)
        return {kNodeWidth, kHeader / 2};
    return {kNodeWidth, rowTop(std::clamp<qsizetype>(index, 0, rows - 1)) + kPortRow / 2};
}

QPointF cornerOf(const Node &node)
{
    constexpr double kFarthest = 1e7;
    const QPointF p = node.position.value_or(QPointF());
    return {std::clamp(p.x(), -kFarthest, kFarthest), std::clamp(p.y(), -kFarthest, kFarthest)};
}

QRectF rectOf(const Node &node)
{
    return {cornerOf(node), NodeGeometry::of(node).size()};
}

} // namespace jackfield
