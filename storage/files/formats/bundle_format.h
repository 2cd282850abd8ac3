// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/files/formats/file_format.h"

namespace jackfield {

/// Ours: content, name, kind and what only we know (positions, notes). See resources/formats/bundle.md.
class BundleFormat final : public FileFormat
{
public:
    QByteArray name() const override;
    QString title() const override;
    QString loss() const override;
    Reading read(const KindRegistry &kinds, const FileContents &file, QByteArrayView wanted) const override;
    QByteArray write(const Kind &kind, const FlowRecord &record) const override;

    /// Whether a file is a bundle, of whatever version.
    static bool isBundle(const Json &file);
};

} // namespace jackfield
