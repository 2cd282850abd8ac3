// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QColor>
#include <QHash>
#include <QIcon>
#include <QImage>

namespace jackfield {

/// The one-colour drawings of resources/icons, tinted. One object per window or view; keeps what it has drawn.
class IconSource
{
public:
    /// Square picture of `pixels` device pixels. An unknown name gives the drawing "unknown".
    QImage image(const QByteArray &name, const QColor &colour, int pixels);
    /// For actions and buttons, `size` in logical pixels: carries pictures for device pixel ratios 1, 1.25, 1.5, 2
    /// and 3. Without a colour for the disabled state Qt makes one up from the palette of the moment.
    QIcon tinted(const QByteArray &name, const QColor &colour, int size = 16, const QColor &disabled = {});
    static bool exists(const QByteArray &name);

private:
    struct Key
    {
        QByteArray name;
        QRgb colour = 0;
        int pixels = 0;
        friend bool operator==(const Key &, const Key &) = default;
        friend size_t qHash(const Key &key, size_t seed) { return qHashMulti(seed, key.name, key.colour, key.pixels); }
    };
    QHash<Key, QImage> m_images;
};

} // namespace jackfield
