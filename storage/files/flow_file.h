// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json_reader.h"
#include "model/kinds/kind_registry.h"
#include "storage/service/flow_service.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

namespace jackfield {

/// A flow as a file holds it.
struct FileFlow
{
    QByteArray kind;
    QString name; ///< what the file says, else the file's name without its suffix
    QString file; ///< the file's name without its suffix; names the parent when the flow needs one
    FlowState state;
    Json surround; ///< ExtractedFlow::surround
    JsonStyle style;
};

/// How a flow is written to a file.
enum class FileFormat : quint8 {
    Origin, ///< as the file that it was imported from; for a flow made here the definition
    Definition, ///< the content alone
    Bundle, ///< ours: content, name, kind and what only we know (positions); imports again without loss
};
std::optional<FileFormat> fileFormatFromName(QByteArrayView name); ///< "origin", "definition", "jackfield"
QList<QByteArray> fileFormatNames();

/// Most nodes that a file may bring.
constexpr qsizetype kMaxFileNodes = 200'000;

/// The flows in a file. Pure: safe on any thread. `wanted` narrows to one kind.
/// Errors carry line and column when the text is at fault. Codes: those of parseJson, not_recognised (no kind knows
/// it), unknown_format (our own file with a kind that is not known), newer_format, too_many_nodes.
Result<QList<FileFlow>>
readFlowFile(const KindRegistry &kinds, QByteArrayView bytes, const QString &fileName, QByteArrayView wanted = {});

/// The same for text that was read already; the contents share with `file`. The error has no line and column.
Result<QList<FileFlow>> flowsInFile(
    const KindRegistry &kinds, const Json &file, const JsonStyle &style, const QString &fileName,
    QByteArrayView wanted = {});

/// The bytes of a file. Pure.
QByteArray writeFlowFile(const Kind &kind, const FlowRecord &record, FileFormat format);

/// A name for the file of a flow: no path separators, no control characters, no leading dot or dash, at most 200 bytes.
QString fileNameFor(const QString &flowName);

/// Writes a file so that after a power cut either the old or the new one is there: temporary file, fsync, rename, fsync
/// of the folder. Blocks. Errors name the file and the cause.
Result<void> saveFile(const QString &path, const QByteArray &bytes);
/// Reads a file of at most `maxBytes`. Blocks.
Result<QByteArray> loadFile(const QString &path, qsizetype maxBytes = JsonLimits::forFiles().maxBytes);

/// Stores flows that were read from files, one after the other, all or none of a file: what was created before a
/// failure is removed again. A flow whose kind needs a parent goes into the parent that the list has before it, else
/// into `parent`, else into a new one named after the file.
void storeFlows(
    FlowService &service, const WorkspaceId &workspace, QList<FileFlow> flows, const FlowId &parent,
    const QByteArray &author, Completion<QList<FlowRecord>> done);

} // namespace jackfield
