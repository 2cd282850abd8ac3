// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/api/answers/answer_cache.h"

namespace jackfield {

const HttpResponse *AnswerCache::find(const QByteArray &key, quint64 changeCount) const
{
    if (changeCount != m_changeCount)
        return nullptr;
    const auto it = m_answers.constFind(key);
    return it == m_answers.cend() ? nullptr : &*it;
}

void AnswerCache::keep(const QByteArray &key, quint64 changeCount, const HttpResponse &response)
{
    const qsizetype bytes = key.size() + response.body.size();
    if (changeCount != m_changeCount || m_bytes + bytes > kMostBytes) {
        m_answers.clear();
        m_bytes = 0;
        m_changeCount = changeCount;
    }
    if (bytes > kMostBytes || m_answers.contains(key))
        return;
    m_answers.insert(key, response);
    m_bytes += bytes;
}

QByteArray AnswerCache::keyOf(const QByteArray &keyId, const HttpRequest &request)
{
    // None of the parts can hold a line feed.
    return keyId + '\n' + request.target + '\n' + request.header("accept").toByteArray() + '\n'
        + request.header("if-none-match").toByteArray();
}

} // namespace jackfield
