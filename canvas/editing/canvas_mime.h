// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace jackfield {

/// The id of a node type of the catalog, UTF-8: what the palette drags.
inline const QString kNodeTypeMime = QStringLiteral("application/x-jackfield-node-type");
/// What Kind::copyFragment() returns, as JSON text. The clipboard has it as plain text, too.
inline const QString kSelectionMime = QStringLiteral("application/x-jackfield-selection+json");
inline const QString kJsonMime = QStringLiteral("application/json");

} // namespace jackfield
