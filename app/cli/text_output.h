// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QByteArray>
#include <QString>

namespace jackfield {

/// The text with control characters and marks that turn the reading direction written as \u{1b}: whatever a flow is
/// called, it stays on its line and does nothing to a terminal.
QString onOneLine(const QString &text);

void writeOut(const QByteArray &bytes); ///< to stdout as they are
void writeOutLine(const QString &line); ///< escaped like onOneLine, but for tabs
void writeErrorLine(const QString &line); ///< to stderr, escaped
/// "jackfieldctl: MESSAGE" on stderr.
void writeProblem(const QString &message);

/// "FILE:LINE:COL: error: message [code]"; the place is left out where it is unknown.
QString placedLine(
    const QString &file, int line, int column, const QString &severity, const QString &message, const QByteArray &code);
QString placedLine(const QString &file, const Error &error);

} // namespace jackfield
