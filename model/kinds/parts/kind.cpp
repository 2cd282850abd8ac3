// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/kinds/parts/kind.h"

#include <utility>

namespace jackfield {

Kind::Kind(KindParts parts) : m_parts(std::move(parts))
{
    Q_ASSERT(m_parts.catalog && m_parts.lens && m_parts.rules && m_parts.files);
}

} // namespace jackfield
