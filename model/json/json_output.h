// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/json.h"

#include <QByteArray>

#include <cstring>

namespace jackfield {

/// JSON text on its way out: bytes that grow without a check for each of them, for it asks for room once per token. For
/// what consists of very many values that are not in one document; all else is written by writeJson().
class JsonOutput
{
public:
    void add(char c)
    {
        reserve(1);
        *m_at++ = c;
    }
    void add(QByteArrayView bytes)
    {
        reserve(bytes.size());
        if (!bytes.isEmpty())
            std::memcpy(m_at, bytes.data(), static_cast<size_t>(bytes.size()));
        m_at += bytes.size();
    }
    void addRepeated(char c, qsizetype count)
    {
        reserve(count);
        std::memset(m_at, c, static_cast<size_t>(count));
        m_at += count;
    }
    /// What stands between the quotes of a string, with the shortest escapes.
    void addEscaped(QByteArrayView utf8);
    /// One line, no spaces.
    void add(const Json &value);
    /// All of it; nothing may be added afterwards.
    QByteArray take()
    {
        m_bytes.truncate(m_at ? m_at - m_bytes.constData() : 0);
        return std::move(m_bytes);
    }

private:
    void reserve(qsizetype size)
    {
        if (m_end - m_at < size) [[unlikely]]
            grow(size);
    }
    void grow(qsizetype size);

    QByteArray m_bytes;
    char *m_at = nullptr;
    const char *m_end = nullptr;
};

} // namespace jackfield
