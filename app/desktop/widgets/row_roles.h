// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <Qt>

namespace jackfield {

/// What a row of a list carries beside its text: drawn by RowDelegate, made by models, which know no widget.
inline constexpr int kDetailRole = Qt::UserRole + 20; ///< QString: quieter, at the right
inline constexpr int kGoodRole = Qt::UserRole + 21; ///< bool: the detail is good news

} // namespace jackfield
