// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/call/api_call.h"
#include "storage/api/call/api_name.h"
#include "storage/api/call/rate_limiter.h"
#include "storage/api/description/api_document.h"
#include "storage/service/flow_service.h"

namespace jackfield {

/// One public API: its operations, where it looks for a key, and the shape of its errors.
class ApiFace
{
public:
    /// `name` is that of the OpenAPI document, and of the keys that this API accepts.
    explicit ApiFace(const QByteArray &name) : m_document(name) { }
    virtual ~ApiFace() = default;
    ApiFace(const ApiFace &) = delete;
    ApiFace &operator=(const ApiFace &) = delete;

    const ApiDocument &document() const { return m_document; }
    const QByteArray &name() const { return m_document.name(); }

    /// What does each operation of the document. `service` outlives the handlers.
    virtual ApiHandlers handlers(FlowService &service) = 0;
    /// An error in the words of this API.
    virtual HttpResponse refusal(const ApiError &error, const HttpRequest &request) const = 0;
    /// True when the API documents X-Api-Key beside the bearer scheme.
    virtual bool readsApiKeyHeader() const { return false; }
    /// How often its platform lets one key ask; nothing when that cannot be switched on. The 429 is a refusal() with
    /// the code of the policy and ApiError::resetAt.
    virtual std::optional<RatePolicy> ratePolicy() const { return std::nullopt; }

private:
    ApiDocument m_document;
};

/// The secret in the documented headers of a request: exactly one key, in one place. 401 otherwise.
struct Credential
{
    QByteArray secret;
    std::optional<ApiError> error;
};
Credential credentialIn(const HttpRequest &request, bool apiKeyHeader);
/// 401 for a secret that nobody has.
ApiError unknownKey();

/// {message, error, code, statusCode, request_id}: for paths that belong to no API, and for our own namespace.
HttpResponse plainRefusal(const ApiError &error, const HttpRequest &request);

} // namespace jackfield
