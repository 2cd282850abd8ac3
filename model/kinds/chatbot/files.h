// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/graph/catalog.h"
#include "model/kinds/node_list/graph_files.h"

namespace jackfield::chatbot {

/// The graphs in a file: bare {nodes, edges}, or one under draft, definition, data, flowData or chatflow, also one of
/// these inside another; and the API's chatbot object, also when it has no draft yet. Also reads the exports of other
/// tools that write graphs so.
class ChatbotFiles final : public nodelist::GraphFiles
{
public:
    /// The catalog outlives this.
    explicit ChatbotFiles(const Catalog &catalog) : m_catalog(catalog) { }
    std::vector<ExtractedFlow> extract(const Json &file) const override;

private:
    const Catalog &m_catalog;
};

} // namespace jackfield::chatbot
