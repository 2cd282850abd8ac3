// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/file_shapes.h"

namespace jackfield::callflow {

/// An object with a promptType, or with flowData and another member that only call flows have: as the platform returns
/// it, or as it is sent to create or change one.
class CallFlowFiles final : public FileShapes
{
public:
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield::callflow
