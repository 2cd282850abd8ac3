// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "canvas/scene/icon_source.h"

namespace jackfield {

/// An icon of resources/icons in one colour. Draws it anew: who asks often keeps an IconSource.
inline QIcon tintedIcon(const QByteArray &name, const QColor &colour)
{
    return IconSource().tinted(name, colour);
}

} // namespace jackfield
