// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_reader.h"

namespace jackfield {

/// Writes a file so that after a power cut either the old or the new one is there: temporary file, fsync, rename, fsync
/// of the folder. Blocks. Errors name the file and the cause.
Result<void> saveFile(const QString &path, const QByteArray &bytes);
/// Reads a file of at most `maxBytes`. Blocks.
Result<QByteArray> loadFile(const QString &path, qsizetype maxBytes = JsonLimits::forFiles().maxBytes);

} // namespace jackfield
