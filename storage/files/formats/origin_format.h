// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/files/formats/file_format.h"

namespace jackfield {

/// The files of the platforms, whatever they have around a flow: written as the file that the flow was imported from;
/// for a flow made here the definition alone. Reads all JSON that is no bundle: the kinds tell
/// what it is.
class OriginFormat final : public FileFormat
{
public:
    QByteArray name() const override;
    QString title() const override;
    QString loss() const override;
    Reading read(const KindRegistry &kinds, const FileContents &file, QByteArrayView wanted) const override;
    QByteArray write(const Kind &kind, const FlowRecord &record) const override;
};

} // namespace jackfield
