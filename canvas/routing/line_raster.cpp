// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/routing/line_raster.h"

#include <algorithm>
#include <cmath>

namespace jackfield {

namespace {

constexpr int kShift = 16;

qint64 fixed(double value)
{
    return qint64(std::floor(value * (1 << kShift)));
}

/// Both colours are weighted so that the weights add up to 255.
QRgb interpolated(QRgb over, uint weight, QRgb under)
{
    const uint rest = 255 - weight;
    // Two channels at a time; the sums fit because the weights do.
    const auto half = [&](uint a, uint b) {
        const uint sum = a * weight + b * rest;
        return ((sum + ((sum >> 8) & 0x00ff00ffU) + 0x00800080U) >> 8) & 0x00ff00ffU;
    };
    return half(over & 0x00ff00ffU, under & 0x00ff00ffU)
        | (half((over >> 8) & 0x00ff00ffU, (under >> 8) & 0x00ff00ffU) << 8);
}

int flatSteps(const QPointF *p)
{
    const auto length = [](QPointF d) { return std::abs(d.x()) + std::abs(d.y()); };
    const double bends = length(p[0] - 2 * p[1] + p[2]) + length(p[1] - 2 * p[2] + p[3]);
    // The error of n pieces shrinks with n squared; this keeps it near a tenth of a pixel.
    return std::clamp(int(std::sqrt(bends * 2.5)), 1, 64);
}

} // namespace

LineRaster::LineRaster(QImage &image, const QRect &clip)
    : m_bits(image.bits()), m_bytesPerLine(image.bytesPerLine()), m_clip(clip & image.rect())
{
}

LineRaster::Walk LineRaster::walkOf(const Span &span) const
{
    constexpr qsizetype kPixel = sizeof(QRgb);
    if (span.flat)
        return {m_bits, kPixel, m_bytesPerLine, m_clip.top(), m_clip.bottom()};
    return {m_bits, m_bytesPerLine, kPixel, m_clip.left(), m_clip.right()};
}

bool LineRaster::clipped(QPointF &from, QPointF &to, double margin) const
{
    const QRectF area = QRectF(m_clip).adjusted(-margin, -margin, margin, margin);
    const double dx = to.x() - from.x(), dy = to.y() - from.y();
    double enter = 0, leave = 1;
    const auto cut = [&](double start, double delta, double low, double high) {
        if (delta == 0)
            return start >= low && start <= high;
        double in = (low - start) / delta, out = (high - start) / delta;
        if (in > out)
            std::swap(in, out);
        enter = std::max(enter, in);
        leave = std::min(leave, out);
        return enter <= leave;
    };
    if (!cut(from.x(), dx, area.left(), area.right()) || !cut(from.y(), dy, area.top(), area.bottom()))
        return false;
    const QPointF start = from;
    from = start + QPointF(dx, dy) * enter;
    if (leave < 1)
        to = start + QPointF(dx, dy) * leave;
    return true;
}

LineRaster::Span LineRaster::spanOf(QPointF from, QPointF to) const
{
    Span span;
    span.flat = std::abs(to.x() - from.x()) >= std::abs(to.y() - from.y());
    double low = span.flat ? from.x() : from.y(), high = span.flat ? to.x() : to.y();
    double across = span.flat ? from.y() : from.x(), acrossEnd = span.flat ? to.y() : to.x();
    if (low > high) {
        std::swap(low, high);
        std::swap(across, acrossEnd);
    }
    span.slope = high > low ? (acrossEnd - across) / (high - low) : 0;
    const int least = span.flat ? m_clip.left() : m_clip.top(), most = span.flat ? m_clip.right() : m_clip.bottom();
    span.first = std::max(least, int(std::ceil(low - 0.5)));
    span.last = std::min(most, int(std::ceil(high - 0.5)) - 1);
    span.across = across + (span.first + 0.5 - low) * span.slope;
    return span;
}

void LineRaster::plain(QPointF from, QPointF to, QRgb colour)
{
    if (!clipped(from, to, 2))
        return;
    const Span span = spanOf(from, to);
    const Walk walk = walkOf(span);
    qint64 position = fixed(span.across);
    const qint64 step = fixed(span.slope);
    for (int i = span.first; i <= span.last; ++i, position += step) {
        const int row = int(position >> kShift);
        if (row >= walk.least && row <= walk.most)
            *walk.pixel(i, row) = colour;
    }
}

void LineRaster::hairline(const Span &span, QRgb colour)
{
    // Two pixels share what one of full width would get.
    const Walk walk = walkOf(span);
    qint64 position = fixed(span.across - 0.5);
    const qint64 step = fixed(span.slope);
    for (int i = span.first; i <= span.last; ++i, position += step) {
        const int row = int(position >> kShift);
        const uint lower = uint(position >> (kShift - 8)) & 0xffU;
        if (row >= walk.least && row <= walk.most) {
            QRgb &pixel = *walk.pixel(i, row);
            pixel = interpolated(colour, 255 - lower, pixel);
        }
        if (row + 1 >= walk.least && row + 1 <= walk.most) {
            QRgb &pixel = *walk.pixel(i, row + 1);
            pixel = interpolated(colour, lower, pixel);
        }
    }
}

void LineRaster::smooth(QPointF from, QPointF to, QRgb colour, double width)
{
    if (!clipped(from, to, width + 2))
        return;
    const Span span = spanOf(from, to);
    if (width <= 1) {
        hairline(span, colour);
        return;
    }
    const Walk walk = walkOf(span);
    // Measured along the pixel column, a slanting line is thicker than across itself.
    const double half = width / 2 * std::sqrt(1 + span.slope * span.slope);
    double middle = span.across;
    for (int i = span.first; i <= span.last; ++i, middle += span.slope) {
        const double top = middle - half, bottom = middle + half;
        const int lastRow = std::min(walk.most, int(std::ceil(bottom)) - 1);
        for (int row = std::max(walk.least, int(std::floor(top))); row <= lastRow; ++row) {
            const double cover = std::min(bottom, row + 1.0) - std::max(top, double(row));
            QRgb &pixel = *walk.pixel(i, row);
            pixel = interpolated(colour, uint(std::min(cover, 1.0) * 255), pixel);
        }
    }
}

void LineRaster::route(const EdgeRoute &route, double scale, QPointF origin, QRgb colour, double width)
{
    for (int curve = 0; curve < route.curves; ++curve) {
        QPointF p[4];
        for (size_t i = 0; i < 4; ++i)
            p[i] = route.points[size_t(curve) * 3 + i] * scale - origin;
        const int steps = flatSteps(p);
        QPointF before = p[0];
        for (int step = 1; step <= steps; ++step) {
            const double t = double(step) / steps, u = 1 - t;
            const QPointF next = step == steps
                ? p[3]
                : u * u * u * p[0] + 3 * u * u * t * p[1] + 3 * u * t * t * p[2] + t * t * t * p[3];
            smooth(before, next, colour, width);
            before = next;
        }
    }
}

} // namespace jackfield
