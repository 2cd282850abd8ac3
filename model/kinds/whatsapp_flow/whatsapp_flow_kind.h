// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/kinds/shared/shown_kind.h"

namespace jackfield {

/// A WhatsApp flow: screens and the `navigate` actions among them.
class WhatsappFlowKind : public ShownKind
{
public:
    explicit WhatsappFlowKind(Catalog catalog);

    Graph project(const FlowState &state) const override;
    Problems check(const FlowState &state, const Graph &graph) const override;
    Json blank() const override;
    std::vector<ExtractedFlow> extract(const Json &file) const override;
};

} // namespace jackfield
