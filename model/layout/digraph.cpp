// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "model/layout/digraph.h"

namespace jackfield {

Adjacency::Adjacency(int count, std::span<const Link> links, Side side)
    : m_first(size_t(count) + 1), m_ends(links.size())
{
    const auto owner = [side](const Link &link) { return size_t(side == Side::Outgoing ? link.from : link.to); };
    for (const Link &link : links)
        ++m_first[owner(link) + 1];
    for (size_t i = 1; i < m_first.size(); ++i)
        m_first[i] += m_first[i - 1];
    std::vector<size_t> next(m_first.cbegin(), m_first.cend() - 1);
    for (const Link &link : links)
        m_ends[next[owner(link)]++] = {side == Side::Outgoing ? link.to : link.from, link.bias};
}

} // namespace jackfield
