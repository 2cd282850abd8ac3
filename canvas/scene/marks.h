// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/theme.h"
#include "model/graph/ids.h"
#include "model/validation/problem.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <algorithm>
#include <array>
#include <bit>
#include <optional>

namespace jackfield {

/// What nodes and edges can be marked as. Where two layers want the same place, the later one is seen.
/// A new one is a line here and its line in kMarkStyles; Scene, painter and view know no layer by name.
enum class MarkLayer : quint8 { Remote, Warning, Error, Hover, Selected };

/// How a layer shows on a node.
enum class NodeMark : quint8 {
    None,
    Ring, ///< instead of the outline; the whole box when seen from afar
    Cross, ///< a badge in the corner
    Exclamation, ///< likewise
    Halo, ///< a second ring around it that may fade; lies above the picture, so its steps repaint no node
};

/// How a layer shows on an edge.
enum class EdgeMark : quint8 {
    None,
    Coloured,
    Thick, ///< coloured, and above the others
    Whole, ///< likewise; its label has a border of that colour, and it is seen from afar
};

struct MarkStyle
{
    MarkLayer layer;
    QColor Theme::*colour;
    NodeMark node = NodeMark::None;
    EdgeMark edge = EdgeMark::None;
    bool growsPorts = false;
};

inline constexpr std::array kMarkStyles{
    MarkStyle{MarkLayer::Remote, &Theme::accent, NodeMark::Halo, EdgeMark::None},
    MarkStyle{MarkLayer::Warning, &Theme::warning, NodeMark::Exclamation, EdgeMark::Coloured},
    MarkStyle{MarkLayer::Error, &Theme::error, NodeMark::Cross, EdgeMark::Coloured},
    MarkStyle{MarkLayer::Hover, &Theme::accent, NodeMark::None, EdgeMark::Thick, true},
    MarkStyle{MarkLayer::Selected, &Theme::accent, NodeMark::Ring, EdgeMark::Whole},
};
static_assert(std::ranges::is_sorted(kMarkStyles, {}, &MarkStyle::layer));
static_assert(size_t(kMarkStyles.back().layer) + 1 == kMarkStyles.size());

constexpr const MarkStyle &styleOf(MarkLayer layer)
{
    return kMarkStyles[size_t(layer)];
}

/// A set of layers: those that something is marked in.
class MarkBits
{
public:
    constexpr bool isEmpty() const { return m_bits == 0; }
    constexpr bool has(MarkLayer layer) const { return (m_bits & bit(layer)) != 0; }
    constexpr void set(MarkLayer layer, bool on) { m_bits = on ? m_bits | bit(layer) : m_bits & ~bit(layer); }
    /// The one that is seen.
    constexpr std::optional<MarkLayer> top() const
    {
        return m_bits == 0 ? std::nullopt : std::optional(MarkLayer(std::bit_width(m_bits) - 1));
    }
    /// Those of kMarkStyles that `matches` holds for.
    template <typename Predicate> static constexpr MarkBits where(Predicate matches)
    {
        MarkBits found;
        for (const MarkStyle &style : kMarkStyles)
            found.set(style.layer, matches(style));
        return found;
    }

    friend constexpr MarkBits operator&(MarkBits a, MarkBits b)
    {
        a.m_bits &= b.m_bits;
        return a;
    }
    friend constexpr bool operator==(MarkBits, MarkBits) = default;

private:
    static constexpr quint32 bit(MarkLayer layer) { return quint32(1) << quint32(layer); }
    quint32 m_bits = 0;
};

/// A port of a node: its input, or one of its outputs.
struct MarkedPort
{
    NodeId node;
    std::optional<QByteArray> output; ///< none = the input

    friend bool operator==(const MarkedPort &, const MarkedPort &) = default;
};

/// All that is marked in one layer; what the graph does not have is ignored until it has it.
struct Marks
{
    QSet<NodeId> nodes;
    QSet<EdgeId> edges;
    QList<MarkedPort> ports; ///< few
    QHash<NodeId, double> strengths; ///< of halos, 0 to 1; 1 where there is none

    bool hasPortOf(const NodeId &node) const
    {
        return std::ranges::any_of(ports, [&](const MarkedPort &port) { return port.node == node; });
    }
    friend bool operator==(const Marks &, const Marks &) = default;
};

/// What problems of one severity mark.
inline Marks marksOf(const Problems &problems, Severity severity)
{
    Marks marks;
    for (const Problem &problem : problems) {
        if (problem.severity != severity)
            continue;
        if (!problem.node.isEmpty())
            marks.nodes.insert(problem.node);
        if (!problem.edge.isEmpty())
            marks.edges.insert(problem.edge);
    }
    return marks;
}

} // namespace jackfield
