// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/api/answers/answer_cache.h"
#include "storage/api/call/api_face.h"
#include "storage/api/log/request_log.h"
#include "storage/http/http_server.h"
#include "storage/http/router.h"

#include <memory>
#include <vector>

namespace jackfield {

/// Every public API over one FlowService.
///
/// A request goes: API by longest prefix -> key (401, before anything else is looked at) -> rate limit where it is
/// switched on (429) -> route (404, 405) -> workspace that a header names (400, 404) -> role and scope (403) ->
/// media type (415) -> strict JSON (400) -> schema of the body (422) -> Idempotency-Key -> handler.
/// Operations without security in the description need no key. A prefix may have the name of its API in front
/// ("/flownally/v1/chatbots").
class ApiServer : public HttpService
{
public:
    /// `service` and `log` outlive the server. An operation without a handler, or the other way round, is a
    /// programmer's error.
    ApiServer(
        FlowService &service, RequestLog &log, std::vector<std::unique_ptr<ApiFace>> faces,
        std::shared_ptr<Clock> clock = systemClock());
    ~ApiServer() override;

    std::optional<HttpResponse> admit(const HttpRequest &head) override;
    void handle(const HttpRequest &request, HttpResponder responder) override;
    HttpResponse
    refusal(int status, const QString &message, const HttpRequest &head) override; ///< also puts it into the log

    /// Makes a logged request again, with the rights it had as long as its key is not revoked, and logs it anew.
    /// Completes with the number of the new exchange, or with not_found.
    void replay(qint64 number, std::function<void(Result<qint64>)> done);

    /// Holds the keys of an API to its ApiFace::ratePolicy(), or no longer. Does nothing where there is none.
    void setRateLimited(const QByteArray &api, bool limited);
    /// What the keys of an API can be limited to, in order of the descriptions; of "all": of every API.
    QList<QByteArray> scopes(const QByteArray &api) const;

private:
    struct Operation
    {
        ApiFace *face = nullptr;
        const ApiRoute *route = nullptr;
        ApiHandler handler;
    };
    /// A prefix that leads to an API.
    struct Mount
    {
        ApiFace *face = nullptr;
        QList<QByteArray> segments;
        QByteArray basePath;
        bool isNamed = false; ///< the name of the API stands in front
    };
    /// Where a path leads.
    struct Place
    {
        ApiFace *face = nullptr; ///< null when the path belongs to no API
        QList<QByteArray> segments; ///< without the name in front
        QByteArray basePath;
    };
    struct Admission
    {
        Principal principal;
        std::optional<ApiError> error;
    };

    const Mount *mountOf(const QList<QByteArray> &segments, bool isNamed) const;
    /// A request and what was found out about it before it is served.
    struct Asked
    {
        const HttpRequest &request;
        Place place;
        Router::Match match;
        Admission admission;
    };
    using Deliver = std::function<void(HttpResponse, qint64 number)>; ///< the answer, and its place in the log

    Place placeOf(const QList<QByteArray> &segments) const;
    Admission authenticate(const Place &place, const Router::Match &match, const HttpRequest &request) const;
    std::optional<ApiError>
    outOfWorkspace(const ApiRoute &route, const Principal &principal, const HttpRequest &request) const;
    std::optional<ApiError> forbidden(const ApiRoute &route, const Principal &principal) const;
    std::optional<ApiError> readBody(const ApiRoute &route, const HttpRequest &request, Json &body) const;
    std::optional<ApiError> beyondRate(const Asked &asked, QList<std::pair<QByteArray, QByteArray>> &budget);
    void serve(const Asked &asked, const Deliver &send, const ApiReply::Open &openStream);
    void run(const Operation &operation, const ApiCall &call, const ApiReply &reply);
    /// "GET /v1/chatbots: why it was missed", for a path that matched nothing; empty when nothing is near.
    QString nearestTo(const QByteArray &method, const QList<QByteArray> &segments) const;
    HttpResponse welcome(const HttpRequest &request) const;
    HttpResponse shaped(const Place &place, const ApiError &error, const HttpRequest &request) const;
    Exchange exchangeOf(const HttpRequest &request, const Place &place) const;

    FlowService &m_service;
    RequestLog &m_log;
    std::vector<std::unique_ptr<ApiFace>> m_faces; ///< longest prefix first
    std::vector<Mount> m_mounts; ///< longest first
    std::vector<Operation> m_operations;
    Router m_router;
    AnswerCache m_answers;
    QHash<const ApiFace *, RatePolicy> m_ratePolicies; ///< of those switched on
    RateLimiter m_rates;
};

} // namespace jackfield
