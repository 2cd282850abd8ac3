// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/file_shapes.h"

namespace jackfield::workflow {

/// Workflows as the console API shows them, alone, in the envelope of an answer or in a list, and bodies of requests.
/// The content is everything but what belongs to the record: id, name, visibility, is_owner, created_at, updated_at.
class WorkflowFiles final : public FileShapes
{
public:
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    /// Members in their places, new ones behind them.
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield::workflow
