// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/answers/answer_cache.h"
#include "storage/api/gates/rate_gate.h"
#include "storage/api/log/log_entry.h"
#include "storage/http/http_service.h"

#include <memory>
#include <vector>

namespace jackfield {

/// Every public API over one FlowService: gates, then the handler of the operation.
///
/// Before the body is read: API by longest prefix -> key (401, before anything else is looked at).
/// Then, in this order: path of no API (404) -> rate limit where it is switched on (429) -> route (404, 405) ->
/// workspace that a header names (400, 404) -> role and scope (403) -> answer kept from before -> media type (415) ->
/// strict JSON (400) -> schema of the body (422) -> Idempotency-Key.
/// Operations without security in the description need no key. A prefix may have the name of its API in front.
class ApiServer : public HttpService
{
public:
    /// `service` and `log` outlive the server. An operation without a handler, or the other way round, is a
    /// programmer's error.
    ApiServer(
        FlowService &service, RequestLog &log, std::vector<std::unique_ptr<ApiFace>> faces,
        std::shared_ptr<Clock> clock = systemClock());
    ~ApiServer() override;

    std::variant<HttpResponse, HttpHandler> admit(const HttpRequest &head) override;
    HttpResponse
    refusal(int status, const QString &message, const HttpRequest &head) override; ///< also puts it into the log

    /// Makes a logged request again, with the rights it had as long as its key is not revoked, and logs it anew.
    /// Completes with the number of the new exchange, or with not_found.
    void replay(qint64 number, const std::function<void(Result<qint64>)> &done);

    /// Holds the keys of an API to its ApiFace::ratePolicy(), or no longer. Does nothing where there is none.
    void setRateLimited(const QByteArray &api, bool limited);
    /// What the keys of an API can be limited to, in order of the descriptions; of "all": of every API.
    QList<QByteArray> scopes(const QByteArray &api) const;

private:
    using Deliver = std::function<void(HttpResponse, qint64 number)>; ///< the answer, and its place in the log

    /// `refused` is why its key opens nothing.
    void
    serve(AskedCall &asked, std::optional<GateAnswer> refused, const Deliver &send, const ApiReply::Open &openStream);
    void
    run(AskedCall &asked, const std::shared_ptr<LogEntry> &entry, const ApiReply::Deliver &deliver,
        const ApiReply::Open &openStream);
    LogEntry entryOf(const AskedCall &asked, const std::optional<GateAnswer> &refused) const;
    void noteNearest(LogEntry &entry, const AskedCall &asked, const GateAnswer &answer) const;

    FlowService &m_service;
    RequestLog &m_log;
    ApiRoutes m_routes;
    RateGate m_rates;
    AnswerCache m_answers;
    std::vector<Gate> m_gates; ///< behind the key, in order
};

} // namespace jackfield
