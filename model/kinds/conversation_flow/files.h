// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/parts/file_shapes.h"

namespace jackfield::conversationflow {

/// Conversation flows in a file: the flow itself in its three shapes, a stored flow (`flow`), a whole bot of the old
/// API
/// (`flows`), or a list of stored flows. What surrounds a flow is {"at": "<pointer>", "file": <the file>}.
class ConversationFlowFiles final : public FileShapes
{
public:
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
    Json restore(const Json &surround, const Json &content) const override;
};

} // namespace jackfield::conversationflow
