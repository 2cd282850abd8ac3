// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_request.h"
#include "storage/http/http_response.h"

#include <QByteArray>
#include <QHash>

namespace jackfield {

/// Answers to reads, kept as bytes for as long as nothing that a read could show has changed
/// (FlowService::changeCount()). Writing the JSON of a flow is most of what a read costs.
class AnswerCache
{
public:
    /// nullptr when there is none for this state of the store.
    const HttpResponse *find(const QByteArray &key, quint64 changeCount) const;
    /// Forgets what was kept for another state, and everything when there is no room.
    void keep(const QByteArray &key, quint64 changeCount, const HttpResponse &response);

    /// What the answer to a read depends on beside the store: who asks, for what, in which form.
    static QByteArray keyOf(const QByteArray &keyId, const HttpRequest &request);

private:
    static constexpr qsizetype kMostBytes = 4 * 1024 * 1024;

    QHash<QByteArray, HttpResponse> m_answers;
    qsizetype m_bytes = 0;
    quint64 m_changeCount = 0;
};

} // namespace jackfield
