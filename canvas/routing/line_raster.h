// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/routing/edge_route.h"

#include <QColor>
#include <QImage>
#include <QRect>

namespace jackfield {

/// Draws thin lines straight into the pixels of an image: for thousands of hairlines several times faster than a path
/// stroker. A piece covers the pixel centres between its ends, its last one left out, so that pieces that follow each
/// other neither leave gaps nor blend twice. Coordinates are device pixels of the image.
class LineRaster
{
public:
    /// Requires: 32 bits a pixel, opaque or premultiplied; `image` outlives this and nothing else holds its data.
    LineRaster(QImage &image, const QRect &clip);

    /// Opaque, not antialiased, one pixel wide.
    void plain(QPointF from, QPointF to, QRgb colour);
    /// Antialiased, `width` pixels wide.
    void smooth(QPointF from, QPointF to, QRgb colour, double width);
    /// Every curve of a route: scene coordinates times `scale`, less `origin`.
    void route(const EdgeRoute &route, double scale, QPointF origin, QRgb colour, double width);

private:
    /// A line along its longer side, one step a pixel: steps first..last, `across` at the first.
    struct Span
    {
        bool flat = true; ///< steps are columns, else rows
        int first = 0;
        int last = -1;
        double across = 0;
        double slope = 0;
    };
    /// Where the pixel of a step is.
    struct Walk
    {
        uchar *bits;
        qsizetype alongBytes;
        qsizetype acrossBytes;
        int least; ///< limits across
        int most;
        QRgb *pixel(int along, int across) const
        {
            return reinterpret_cast<QRgb *>(bits + along * alongBytes + across * acrossBytes);
        }
    };
    bool clipped(QPointF &from, QPointF &to, double margin) const;
    Span spanOf(QPointF from, QPointF to) const;
    Walk walkOf(const Span &span) const;
    void hairline(const Span &span, QRgb colour);

    uchar *m_bits;
    qsizetype m_bytesPerLine;
    QRect m_clip;
};

} // namespace jackfield
