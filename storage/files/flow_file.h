// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/files/formats/file_format.h"

namespace jackfield {

/// Most nodes that a file may bring.
constexpr qsizetype kMaxFileNodes = 200'000;

/// The flows in a file of any format. Pure: safe on any thread. `wanted` narrows to one kind.
/// Errors carry line and column when the text is at fault. Codes: those of parseJson, not_recognised (no kind knows
/// it), unknown_format (our own file with a kind that is not known), newer_format, too_many_nodes.
Result<QList<FileFlow>>
readFlowFile(const KindRegistry &kinds, QByteArrayView bytes, const QString &fileName, QByteArrayView wanted = {});

/// The same for JSON that was read already; the contents share with it. The error has no line and column.
Result<QList<FileFlow>> flowsInFile(
    const KindRegistry &kinds, const Json &file, const JsonStyle &style, const QString &fileName,
    QByteArrayView wanted = {});

/// A name for the file of a flow: no path separators, no control characters, no leading dot or dash, at most 200 bytes.
QString fileNameFor(const QString &flowName, const FileFormat &format = formatOfOrigin());

} // namespace jackfield
