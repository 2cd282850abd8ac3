// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"

#include <QColor>
#include <QHash>
#include <QStringList>

namespace jackfield {

/// The colours of resources/themes/<name>.json. Value type.
struct Theme
{
    QString name;
    QString title; ///< for people
    bool dark = false;
    QColor window, panel, line, text, secondaryText;
    QColor canvas, gridDot, nodeCard, nodeOutline, edge;
    QColor accent, accentText, selectedRow;
    QColor error, warning, good;
    QHash<Family, QColor> families;

    QColor family(Family family) const { return families.value(family); }
    /// "light", "dark" or "contrast", compiled in. Requires: the name exists.
    static Theme load(const QString &name);
    static QStringList names();

    friend bool operator==(const Theme &, const Theme &) = default;
};

/// Contrast ratio of WCAG 2.1: 1 (the same) to 21 (black on white). Alpha is ignored.
double contrastRatio(const QColor &a, const QColor &b);

} // namespace jackfield
