// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/kind_registry.h"
#include "storage/records/flow_record.h"

#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

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

/// A file that is being read.
struct FileContents
{
    QByteArrayView bytes; ///< empty when `json` was read elsewhere
    const Json *json = nullptr; ///< null when the bytes are none; the flows share with it
    JsonStyle style;
};

/// One way in which a flow stands in a file. An object without state, made once: see the table beside it.
class FileFormat
{
public:
    virtual ~FileFormat() = default;

    virtual QByteArray name() const = 0; ///< for programs: "origin"
    virtual QString title() const = 0; ///< for people: "As it was imported"
    virtual QString suffix() const { return QStringLiteral("json"); } ///< of its files
    /// What of a flow is not in such a file, as a sentence.
    virtual QString loss() const = 0;

    /// The flows in a file, names as far as it tells them, or what is wrong with it. None when the file is not for this
    /// format to read; a format that is only written reads none. `wanted` narrows to one kind.
    using Reading = std::optional<Result<QList<FileFlow>>>;
    virtual Reading read(const KindRegistry &kinds, const FileContents &file, QByteArrayView wanted) const;
    /// The bytes of a file.
    virtual QByteArray write(const Kind &kind, const FlowRecord &record) const = 0;
};

/// Every format. Who reads a file asks them in this order.
const QList<const FileFormat *> &fileFormats();
/// The one with that name; null when there is none.
const FileFormat *fileFormat(QByteArrayView name);
QString fileFormatNames(); ///< "jackfield, origin, ..."
/// What is written when nobody says otherwise: a flow that came from a file goes back as it came.
const FileFormat &formatOfOrigin();

} // namespace jackfield
