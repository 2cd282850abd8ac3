// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <memory>

namespace jackfield {

/// Tells at once that a document is certainly valid, so that valijson, which is the truth, need not look: for a draft
/// of 50 nodes that takes it half of all the work of a save. What is refused, and why, is for valijson to say.
///
/// Knows the keywords of our own descriptions; where a schema says more than that, nothing is certain. Immutable; safe
/// from several threads.
class SchemaAcceptor
{
public:
    /// Requires: no references, as in a FlatSchema.
    explicit SchemaAcceptor(const Json &schema);

    /// False: not certain.
    bool accepts(const Json &value) const;

private:
    struct Rule;
    std::shared_ptr<const Rule> m_rule;
};

} // namespace jackfield
