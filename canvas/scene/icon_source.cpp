// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "canvas/scene/icon_source.h"

#include <QFile>
#include <QPainter>
#include <QSvgRenderer>

#include <cmath>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QByteArray &name)
{
    return u":/icons/"_s + QString::fromUtf8(name) + u".svg"_s;
}

} // namespace

bool IconSource::exists(const QByteArray &name)
{
    // Names come from files: only a plain word can be one of ours.
    return !name.isEmpty() && !name.contains('/') && !name.contains('.') && QFile::exists(pathOf(name));
}

QImage IconSource::image(const QByteArray &name, const QColor &colour, int pixels)
{
    Key key{name, colour.rgba(), pixels};
    if (const auto known = m_images.constFind(key); known != m_images.cend())
        return *known;
    if (!exists(name)) {
        key.name = "unknown"_ba; // also keeps names from files from filling the table
        if (const auto known = m_images.constFind(key); known != m_images.cend())
            return *known;
    }
    QImage image(pixels, pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    QSvgRenderer renderer(pathOf(key.name));
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    renderer.render(&painter, QRectF(0, 0, pixels, pixels));
    painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
    painter.fillRect(image.rect(), colour);
    painter.end();
    m_images.insert(key, image);
    return image;
}

QIcon IconSource::tinted(const QByteArray &name, const QColor &colour, int size, const QColor &disabled)
{
    QIcon icon;
    const auto add = [&](const QColor &one, QIcon::Mode mode) {
        for (const double ratio : {1.0, 1.25, 1.5, 2.0, 3.0}) {
            QPixmap pixmap = QPixmap::fromImage(image(name, one, int(std::ceil(size * ratio))));
            pixmap.setDevicePixelRatio(ratio);
            icon.addPixmap(pixmap, mode);
        }
    };
    add(colour, QIcon::Normal);
    if (disabled.isValid())
        add(disabled, QIcon::Disabled);
    return icon;
}

} // namespace jackfield
