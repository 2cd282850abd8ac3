// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"

#include <QColor>
#include <QHash>

namespace jackfield {

/// The colours of resources/themes/<name>.json. Value type.
struct Theme
{
    QString name;
    bool dark = false;
    QColor window, panel, line, text, secondaryText;
    QColor canvas, gridDot, nodeCard, nodeOutline, edge;
    QColor accent, accentText, selectedRow;
    QColor error, warning, good;
    QHash<Family, QColor> families;

    QColor family(Family family) const { return families.value(family); }
    /// "light" or "dark", compiled in. Requires: the name exists.
    static Theme load(const QString &name);
};

} // namespace jackfield
