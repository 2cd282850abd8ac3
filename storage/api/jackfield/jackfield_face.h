// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_face.h"

#include <memory>

namespace jackfield {

class RequestLog;

/// Our own namespace: health, descriptions, change feed, request log, import and export, trash.
class JackfieldFace : public ApiFace
{
public:
    /// What a key is for that every API accepts, this one too.
    static ApiName everyApiName();

    /// `others` are the documents of the other APIs; they and `log` outlive this.
    JackfieldFace(const RequestLog &log, QList<const ApiDocument *> others);
    ~JackfieldFace() override;

    ApiHandlers handlers(FlowService &service) override;
    HttpResponse refusal(const ApiError &error, const HttpRequest &request) const override;
    bool readsApiKeyHeader() const override { return true; }

private:
    const RequestLog &m_log;
    QList<const ApiDocument *> m_documents;
};

} // namespace jackfield
