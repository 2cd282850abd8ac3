// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/files/formats/file_format.h"

namespace jackfield {

/// The content alone, as the platform's API takes it. Read again it is a file like any other of the platform.
class DefinitionFormat final : public FileFormat
{
public:
    QByteArray name() const override;
    QString title() const override;
    QString loss() const override;
    QByteArray write(const Kind &kind, const FlowRecord &record) const override;
};

} // namespace jackfield
