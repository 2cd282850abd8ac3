// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/layered_layout.h"

#include "model/layout/layering.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace jackfield {

namespace {

constexpr QSizeF kUsualSize(224, 96);
constexpr int kSinglesPerRow = 6;

/// A connected part: its nodes by their index in the graph, its links by their index in `nodes`.
struct Part
{
    std::vector<int> nodes;
    std::vector<Link> links;
    std::vector<int> starts;
};

class PartFinder
{
public:
    explicit PartFinder(const Graph &graph) : m_graph(graph), m_root(size_t(graph.nodes().size()))
    {
        std::iota(m_root.begin(), m_root.end(), 0);
    }

    std::vector<Part> run()
    {
        const QList<Node> &nodes = m_graph.nodes();
        QHash<NodeId, int> index;
        index.reserve(nodes.size());
        for (int i = 0; i < int(nodes.size()); ++i)
            index.insert(nodes[i].id, i);
        std::vector<Link> links;
        for (const Edge &edge : m_graph.edges()) {
            const int from = index.value(edge.from, -1);
            const int to = index.value(edge.to, -1);
            if (from < 0 || to < 0 || from == to)
                continue;
            links.push_back({from, to, bias(nodes[from], edge.port)});
            m_root[size_t(root(from))] = root(to);
        }
        // Outputs from top to bottom, and one link for several between the same two nodes.
        std::ranges::stable_sort(
            links, [](const Link &a, const Link &b) { return a.from != b.from ? a.from < b.from : a.bias < b.bias; });
        dropDoubles(links);
        return split(links);
    }

private:
    static double bias(const Node &node, const QByteArray &port)
    {
        for (qsizetype i = 0; i < node.outputs.size(); ++i) {
            if (node.outputs[i].id == port)
                return (double(i) + 0.5) / double(node.outputs.size());
        }
        return 0.5;
    }

    int root(int vertex)
    {
        while (m_root[size_t(vertex)] != vertex) {
            m_root[size_t(vertex)] = m_root[size_t(m_root[size_t(vertex)])];
            vertex = m_root[size_t(vertex)];
        }
        return vertex;
    }

    void dropDoubles(std::vector<Link> &links) const
    {
        std::vector<int> lastFrom(m_root.size(), -1); // the latest source that linked to a vertex
        std::erase_if(
            links, [&](const Link &link) { return std::exchange(lastFrom[size_t(link.to)], link.from) == link.from; });
    }

    std::vector<Part> split(const std::vector<Link> &links)
    {
        std::vector<Part> parts;
        std::vector<int> partOf(m_root.size(), -1);
        std::vector<int> indexInPart(m_root.size());
        for (int i = 0; i < int(m_root.size()); ++i) {
            int &part = partOf[size_t(root(i))];
            if (part < 0) {
                part = int(parts.size());
                parts.emplace_back();
            }
            Part &owner = parts[size_t(part)];
            indexInPart[size_t(i)] = int(owner.nodes.size());
            if (m_graph.nodes()[i].start)
                owner.starts.push_back(indexInPart[size_t(i)]);
            owner.nodes.push_back(i);
        }
        for (const Link &link : links) {
            parts[size_t(partOf[size_t(root(link.from))])].links.push_back(
                {indexInPart[size_t(link.from)], indexInPart[size_t(link.to)], link.bias});
        }
        // Where the conversation starts comes first, then what has more than one node.
        std::ranges::stable_sort(
            parts, {}, [](const Part &part) { return part.starts.empty() ? part.nodes.size() == 1 ? 2 : 1 : 0; });
        return parts;
    }

    const Graph &m_graph;
    std::vector<int> m_root;
};

class Layout
{
public:
    Layout(const Graph &graph, const LayoutOptions &options)
        : m_graph(graph), m_options(options), m_snap(std::max(1.0, options.snap)), m_rowGap(up(options.rowGap)),
          m_columnGap(up(options.columnGap))
    {
    }

    QHash<NodeId, QPointF> run()
    {
        m_positions.reserve(m_graph.nodes().size());
        int column = 0;
        double x = 0;
        double rowHeight = 0;
        for (const Part &part : PartFinder(m_graph).run()) {
            if (cancelled())
                return {};
            if (part.nodes.size() > 1) {
                place(part);
                continue;
            }
            const QSizeF size = sizeOf(part.nodes[0]);
            put(part.nodes[0], {x, m_top});
            x += size.width() + m_columnGap;
            rowHeight = std::max(rowHeight, size.height());
            if (++column == kSinglesPerRow) {
                m_top += rowHeight + m_rowGap;
                column = 0;
                x = rowHeight = 0;
            }
        }
        return cancelled() ? QHash<NodeId, QPointF>() : m_positions;
    }

private:
    bool cancelled() const { return m_options.cancelled && *m_options.cancelled; }
    double up(double length) const { return std::ceil(length / m_snap) * m_snap; }
    void put(int node, QPointF position) { m_positions.insert(m_graph.nodes()[node].id, position); }

    // Rounded up to the grid, so that rounding positions to it afterwards cannot make nodes overlap.
    QSizeF sizeOf(int node) const
    {
        const QSizeF size = m_options.size ? m_options.size(m_graph.nodes()[node]) : kUsualSize;
        return {up(size.width()), up(size.height())};
    }

    void place(const Part &part)
    {
        const int count = int(part.nodes.size());
        std::vector<QSizeF> sizes;
        std::vector<double> heights;
        for (const int node : part.nodes) {
            sizes.push_back(sizeOf(node));
            heights.push_back(sizes.back().height());
        }
        const std::vector<Link> links = withoutCycles(count, part.links, part.starts);
        Layering layering = makeLayering(count, links, assignLayers(count, links, part.starts));
        orderLayers(layering, m_options.cancelled);
        const std::vector<double> centres = placeRows(layering, heights, m_rowGap, m_options.cancelled);

        std::vector<double> tops(part.nodes.size());
        for (size_t i = 0; i < tops.size(); ++i)
            tops[i] = std::round((centres[i] - heights[i] / 2) / m_snap) * m_snap;
        const double shift = m_top - *std::ranges::min_element(tops);
        double x = 0;
        double bottom = m_top;
        for (const auto &layer : layering.layers) {
            double width = 0;
            for (const int vertex : layer) {
                if (!layering.isReal(vertex))
                    continue;
                const auto i = size_t(vertex);
                put(part.nodes[i], {x, tops[i] + shift});
                width = std::max(width, sizes[i].width());
                bottom = std::max(bottom, tops[i] + shift + heights[i]);
            }
            x += width > 0 ? width + m_columnGap : 0;
        }
        m_top = bottom + 2 * m_rowGap;
    }

    const Graph &m_graph;
    const LayoutOptions &m_options;
    double m_snap;
    double m_rowGap;
    double m_columnGap;
    double m_top = 0;
    QHash<NodeId, QPointF> m_positions;
};

} // namespace

QHash<NodeId, QPointF> layeredLayout(const Graph &graph, const LayoutOptions &options)
{
    return Layout(graph, options).run();
}

} // namespace jackfield
