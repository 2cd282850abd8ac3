// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/icon_source.h"
#include "canvas/scene/scene.h"
#include "canvas/scene/scene_shapes.h"
#include "canvas/scene/text_cache.h"
#include "canvas/scene/theme.h"

#include <QFont>

class QPainter;

namespace jackfield {

/// How much is drawn at a scale.
enum class Detail : quint8 {
    Full, ///< texts, icons, ports
    Simple, ///< boxes with bars and lines instead of text
    Tiny, ///< filled boxes, straight edges
};
Detail detailAt(double zoom);

/// Draws a Scene in device pixels: a place of the scene is at its coordinates times zoom() * ratio().
/// Every box is snapped to device pixels, so that outlines are crisp at any scale and ratio.
class ScenePainter
{
public:
    explicit ScenePainter(const Scene &scene);

    void setTheme(const Theme &theme);
    const Theme &theme() const { return m_theme; }
    void setFont(const QFont &font); ///< the family is used; sizes are those of the drawings
    void setScale(double zoom, double ratio); ///< with the detail of that scale
    /// Draws less detail when this area, in device pixels, holds more than a frame has time for.
    void limitDetail(const QRect &area);
    Detail detail() const { return m_detail; }
    double scale() const { return m_zoom * m_ratio; }

    // The first two need a painter on a QImage of 32 bits a pixel that is translated, not scaled.
    /// Ground, grid, and everything that is not a ghost.
    void paintBase(QPainter &painter, const QRect &area);
    /// The ghosts and the edges among them, not displaced.
    void paintGhosts(QPainter &painter, const QRect &area);
    /// Edges between a ghost, displaced, and a node that stays.
    void paintStretched(QPainter &painter, const QRect &area);
    /// Whether a layer is painted by paintHalos() alone, so that its changes leave the picture as it is.
    static bool isHalo(MarkLayer layer) { return styleOf(layer).node == NodeMark::Halo; }
    /// The layers that are rings around nodes and may fade; above everything else.
    void paintHalos(QPainter &painter) const;
    static double haloReach() { return 8; } ///< how far one reaches beyond its node, logical pixels of the view

private:
    enum class Layer : quint8 { Base, Ghosts };
    struct Found
    {
        std::vector<int> nodes; ///< lower first
        std::vector<int> edges;
    };
    QRectF sceneArea(const QRect &area) const;
    Found find(const QRect &area, Layer layer) const;
    void paintGrid(QPainter &painter, const QRect &area) const;
    void paintLayer(QPainter &painter, const QRect &area, Layer layer);

    void paintEdges(QPainter &painter, const QRect &area, const std::vector<int> &numbers);
    void paintEdgeLines(QPainter &painter, const QRect &area, const std::vector<int> &numbers) const;
    /// Of the uppermost layer of `among` that something is marked in.
    QColor markColour(MarkBits among, const QColor &otherwise) const;
    QColor edgeColour(const EdgeShape &shape) const;
    void paintLabel(QPainter &painter, const EdgeShape &shape, int number, const QPointF &middle);
    void paintEndMark(QPainter &painter, const EdgeShape &shape, const EdgeRoute &route) const;

    QRect deviceRect(const QRectF &rect) const;
    void paintTinyNodes(QPainter &painter, const std::vector<int> &numbers) const;
    void paintSimpleNode(QPainter &painter, const NodeShape &shape) const;
    int frameMargin() const; ///< of a frame's picture around the card
    QImage nodeFrame(const NodeShape &shape, QSize size);
    void paintFullNode(QPainter &painter, const NodeShape &shape, int number);
    void paintTexts(QPainter &painter, const NodeShape &shape, const Node &node, int number);
    void paintPorts(QPainter &painter, const NodeShape &shape, const Node &node) const;
    void paintBadge(QPainter &painter, const QRectF &device, const MarkStyle &style) const;

    const Scene &m_scene;
    Theme m_theme;
    TextCache m_texts;
    IconSource m_icons;
    /// Cards as they look at this scale: a copy is many times faster than round corners.
    struct FrameKey
    {
        QSize size;
        Family family = Family::Unknown;
        std::optional<MarkLayer> ring;
        friend bool operator==(const FrameKey &, const FrameKey &) = default;
        friend size_t qHash(const FrameKey &key, size_t seed)
        {
            return qHashMulti(
                seed, key.size.width(), key.size.height(), int(key.family), key.ring ? int(*key.ring) : -1);
        }
    };
    QHash<FrameKey, QImage> m_frames;
    double m_zoom = 1;
    double m_ratio = 1;
    Detail m_detail = Detail::Full;
};

} // namespace jackfield
