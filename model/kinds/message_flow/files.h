// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/file_shapes.h"

namespace jackfield::messageflow {

/// An object with a messageChannel and autopilot or settings: as the platform returns it, or as it is sent to create
/// one.
class MessageFlowFiles final : public FileShapes
{
public:
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield::messageflow
