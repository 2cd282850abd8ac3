// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_server.h"

#include "model/json/json_reader.h"
#include "storage/api/answers/idempotency.h"
#include "storage/api/media_type.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QUuid>

#include <algorithm>
#include <ranges>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QList<QByteArray> segmentsOf(const QByteArray &path)
{
    QList<QByteArray> segments = path.split('/');
    segments.removeFirst(); // a path starts with '/'
    return segments;
}

bool startsWith(const QList<QByteArray> &segments, const QList<QByteArray> &prefix)
{
    return segments.size() >= prefix.size() && std::equal(prefix.cbegin(), prefix.cend(), segments.cbegin());
}

/// Where the key of a request stood; a path that asks for none may bring one all the same.
QByteArray keyHeaderOf(const HttpRequest &request)
{
    for (const QByteArray &name : {"authorization"_ba, "x-api-key"_ba}) {
        if (request.headerCount(name) > 0)
            return name;
    }
    return {};
}

/// What the log gets once there is an answer.
struct Visit
{
    Visit(Exchange asked, KeptRequest request) : exchange(std::move(asked)), kept(std::move(request)) { }

    Exchange exchange;
    KeptRequest kept;
    QList<std::pair<QByteArray, QByteArray>> budget; ///< headers that every answer gets
};

/// For what is made again without anybody who could follow it.
class NoStream final : public HttpStream
{
public:
    void write(const QByteArray &) override { }
    bool isOpen() const override { return false; }
    void close() override { }
};

QByteArray codeOf(int status)
{
    QByteArray code = reasonPhrase(status).toByteArray().toLower();
    code.replace(' ', '_').replace('-', '_');
    return code.isEmpty() ? "error"_ba : code;
}

} // namespace

ApiServer::ApiServer(
    FlowService &service, RequestLog &log, std::vector<std::unique_ptr<ApiFace>> faces, std::shared_ptr<Clock> clock)
    : m_service(service), m_log(log), m_faces(std::move(faces)), m_rates(std::move(clock))
{
    std::ranges::sort(m_faces, std::ranges::greater(), [](const std::unique_ptr<ApiFace> &face) {
        return face->document().prefix().count('/');
    });
    for (const std::unique_ptr<ApiFace> &face : m_faces) {
        const QByteArray &prefix = face->document().prefix();
        for (const QByteArray &basePath : {prefix, '/' + face->name() + prefix})
            m_mounts.push_back({face.get(), segmentsOf(basePath), basePath, basePath != prefix});
        ApiHandlers handlers = face->handlers(service);
        for (const ApiRoute &route : face->document().routes()) {
            ApiHandler handler = handlers.take(route.operation);
            if (!handler)
                qFatal("API %s: nothing does '%s'", face->name().constData(), route.operation.constData());
            m_router.add(route.method, route.path, int(m_operations.size()));
            m_operations.push_back({face.get(), &route, std::move(handler)});
        }
        if (!handlers.isEmpty())
            qFatal("API %s: '%s' is not described", face->name().constData(), handlers.constBegin().key().constData());
    }
}

ApiServer::~ApiServer() = default;

const ApiServer::Mount *ApiServer::mountOf(const QList<QByteArray> &segments, bool isNamed) const
{
    const auto found = std::ranges::find_if(
        m_mounts, [&](const Mount &mount) { return mount.isNamed == isNamed && startsWith(segments, mount.segments); });
    return found == m_mounts.end() ? nullptr : &*found;
}

ApiServer::Place ApiServer::placeOf(const QList<QByteArray> &segments) const
{
    if (const Mount *mount = mountOf(segments, false))
        return {mount->face, segments, mount->basePath};
    if (const Mount *mount = mountOf(segments, true)) {
        // Behind the name of one API may stand the longer prefix of another: that path leads nowhere, lest the keys of
        // the one open the other.
        const QList<QByteArray> inner = segments.sliced(1);
        const bool isOwn = mountOf(inner, false)->face == mount->face;
        return {mount->face, isOwn ? inner : segments, mount->basePath};
    }
    return {nullptr, segments, {}};
}

ApiServer::Admission
ApiServer::authenticate(const Place &place, const Router::Match &match, const HttpRequest &request) const
{
    const ApiRoute *route
        = match.outcome == Router::Match::Outcome::Found ? m_operations.at(size_t(match.route)).route : nullptr;
    if (route != nullptr && route->isPublic)
        return {};
    const Credential credential = credentialIn(request, place.face->readsApiKeyHeader());
    if (credential.error)
        return {{}, credential.error};
    if (std::optional<Principal> principal = m_service.keys().authenticate(place.face->name(), credential.secret))
        return {*principal, {}};
    if (route != nullptr && route->anyKey) {
        for (const std::unique_ptr<ApiFace> &face : m_faces) {
            std::optional<Principal> principal = m_service.keys().authenticate(face->name(), credential.secret);
            if (principal && principal->scopes.isEmpty())
                return {*principal, {}};
        }
    }
    return {{}, unknownKey()};
}

std::optional<ApiError>
ApiServer::outOfWorkspace(const ApiRoute &route, const Principal &principal, const HttpRequest &request) const
{
    if (route.workspaceHeader.isEmpty())
        return std::nullopt;
    const QByteArrayView named = request.header(route.workspaceHeader);
    if (named.isEmpty() || request.headerCount(route.workspaceHeader) > 1) {
        return ApiError{
            400, "missing_workspace"_ba,
            u"The header %1 must name the workspace of the key, once."_s.arg(
                QString::fromLatin1(route.workspaceHeader))};
    }
    if (named != principal.workspace.utf8)
        return notFound(u"Workspace"_s);
    return std::nullopt;
}

std::optional<ApiError> ApiServer::forbidden(const ApiRoute &route, const Principal &principal) const
{
    if (!route.roles.contains(principal.role)) {
        return ApiError{
            403, "insufficient_role"_ba,
            u"A key with the role %1 may not do this."_s.arg(QString::fromLatin1(roleName(principal.role)))};
    }
    for (const QByteArray &scope : route.scopes) {
        if (!principal.hasScope(scope))
            return insufficientScope(scope);
    }
    return std::nullopt;
}

std::optional<ApiError> ApiServer::readBody(const ApiRoute &route, const HttpRequest &request, Json &body) const
{
    if (request.hasBody) {
        if (const std::optional<ApiError> error = unsupportedMediaType(request))
            return error;
    }
    if (route.body == ApiRoute::Body::None)
        return std::nullopt;
    if (!request.hasBody) {
        if (!route.bodyRequired)
            return std::nullopt;
        return ApiError{400, "body_required"_ba, u"A JSON body is required."_s};
    }
    if (route.body == ApiRoute::Body::File)
        return std::nullopt;
    Result<Json> json = parseJson(request.body);
    if (!json)
        return apiError(json.error());
    if (const QList<Violation> violations = route.schema->check(*json); !violations.isEmpty())
        return apiError(violations);
    body = std::move(*json);
    return std::nullopt;
}

HttpResponse ApiServer::shaped(const Place &place, const ApiError &error, const HttpRequest &request) const
{
    return place.face != nullptr ? place.face->refusal(error, request) : plainRefusal(error, request);
}

Exchange ApiServer::exchangeOf(const HttpRequest &request, const Place &place) const
{
    Exchange exchange{
        .id = request.requestId,
        .at = QDateTime::currentMSecsSinceEpoch(),
        .method = request.method,
        .target = request.target,
        .keyHeader = keyHeaderOf(request),
        .request = request.body};
    if (place.face != nullptr)
        exchange.api = place.face->name();
    return exchange;
}

QString ApiServer::nearestTo(const QByteArray &method, const QList<QByteArray> &segments) const
{
    const Router::NearMiss near = m_router.nearest(method, segments);
    if (near.route < 0)
        return {};
    const ApiRoute &route = *m_operations.at(size_t(near.route)).route;
    return QString::fromUtf8(route.method + ' ' + route.path) + u": "_s + near.reason;
}

HttpResponse ApiServer::welcome(const HttpRequest &request) const
{
    if (request.method != "GET" && request.method != "HEAD") {
        return plainRefusal(
            {405, "method_not_allowed"_ba, u"There is only GET here."_s, {}, {{"Allow"_ba, "GET, HEAD"_ba}}}, request);
    }
    Json apis = Json::array();
    for (const std::unique_ptr<ApiFace> &face : m_faces | std::views::reverse) {
        apis.append(Json::object({
            member("name", Json::string(face->name())),
            member("title", face->document().json()["info"]["title"]),
            member("base", Json::string(face->document().prefix())),
            member("description", Json::string("/api/jackfield/v1/openapi/" + face->name() + ".json")),
        }));
    }
    return jsonResponse(
        200,
        Json::object({
            member("name", Json::string("Jackfield")),
            member("apis", apis),
            member("description", Json::string("/api/jackfield/v1/openapi.json")),
            member("health", Json::string("/api/jackfield/v1/health")),
        }));
}

std::optional<HttpResponse> ApiServer::admit(const HttpRequest &head)
{
    const Place place = placeOf(head.segments);
    if (place.face == nullptr)
        return std::nullopt;
    const Router::Match match = m_router.match(head.method, place.segments);
    const Admission admission = authenticate(place, match, head);
    if (!admission.error)
        return std::nullopt;
    HttpResponse response = shaped(place, *admission.error, head);
    Exchange exchange = exchangeOf(head, place);
    if (match.outcome != Router::Match::Outcome::Found)
        exchange.nearest = nearestTo(head.method, place.segments);
    exchange.status = response.status;
    exchange.response = response.body;
    m_log.record(std::move(exchange), KeptRequest::of(head, {}, admission.error));
    return response;
}

void ApiServer::handle(const HttpRequest &request, HttpResponder responder)
{
    Asked asked{request, placeOf(request.segments)};
    if (asked.place.face != nullptr) {
        asked.match = m_router.match(request.method, asked.place.segments);
        asked.admission = authenticate(asked.place, asked.match, request);
    }
    serve(
        asked, [responder](HttpResponse response, qint64) { responder.respond(std::move(response)); },
        [responder](HttpResponse head) { return responder.stream(std::move(head)); });
}

void ApiServer::replay(qint64 number, std::function<void(Result<qint64>)> done)
{
    const KeptRequest *kept = m_log.kept(number);
    if (kept == nullptr) {
        done(Error{
            .code = "not_found"_ba,
            .message
            = u"This request cannot be sent again: it is too old, its body is too big, HTTP itself refused it, or its "
              "answer is a feed that stays open."_s});
        return;
    }
    HttpRequest request = kept->request;
    request.requestId = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    Asked asked{request, placeOf(request.segments), {}, {kept->principal, kept->refusal}};
    if (asked.place.face != nullptr)
        asked.match = m_router.match(request.method, asked.place.segments);
    const auto isItsKey = [&](const ApiKey &key) { return key.id == asked.admission.principal.keyId; };
    if (!asked.admission.principal.keyId.isEmpty() && std::ranges::none_of(m_service.keys().all(), isItsKey))
        asked.admission = {{}, unknownKey()};
    serve(
        asked, [done](const HttpResponse &, qint64 again) { done(again); },
        [](const HttpResponse &) { return std::make_shared<NoStream>(); });
}

void ApiServer::setRateLimited(const QByteArray &api, bool limited)
{
    for (const std::unique_ptr<ApiFace> &face : m_faces) {
        if (face->name() != api)
            continue;
        const std::optional<RatePolicy> policy = face->ratePolicy();
        if (limited && policy)
            m_ratePolicies.insert(face.get(), *policy);
        else
            m_ratePolicies.remove(face.get());
    }
}

std::optional<ApiError> ApiServer::beyondRate(const Asked &asked, QList<std::pair<QByteArray, QByteArray>> &budget)
{
    const auto policy = m_ratePolicies.constFind(asked.place.face);
    if (policy == m_ratePolicies.cend() || asked.admission.principal.keyId.isEmpty())
        return std::nullopt;
    const bool isWrite = policy->writes && asked.request.method != "GET" && asked.request.method != "HEAD";
    const RateLimit &limit = isWrite ? *policy->writes : policy->reads;
    const QByteArray who = asked.place.face->name() + (isWrite ? "/w/" : "/r/") + asked.admission.principal.keyId;
    const RateLimiter::Verdict verdict = m_rates.take(who, limit);
    if (policy->tellsBudget) {
        budget = {
            {"X-RateLimit-Limit"_ba, QByteArray::number(verdict.limit)},
            {"X-RateLimit-Remaining"_ba, QByteArray::number(verdict.remaining)},
            {"X-RateLimit-Reset"_ba, QByteArray::number(verdict.resetSecond())},
        };
    }
    if (verdict.allowed)
        return std::nullopt;
    const qint64 seconds = m_rates.secondsUntil(verdict);
    ApiError error{
        429,
        policy->code,
        u"Too many requests: this key may make %1 in %2 s. Try again in %3 s."_s.arg(limit.requests)
            .arg(limit.seconds)
            .arg(seconds),
        {},
        {{"Retry-After"_ba, QByteArray::number(seconds)}}};
    error.resetAt = verdict.resetAt;
    return error;
}

QList<QByteArray> ApiServer::scopes(const QByteArray &api) const
{
    QList<QByteArray> scopes;
    for (const std::unique_ptr<ApiFace> &face : m_faces | std::views::reverse) {
        if (face->name() != api && api != "all")
            continue;
        for (const ApiRoute &route : face->document().routes()) {
            for (const QByteArray &scope : route.scopes) {
                if (!scopes.contains(scope))
                    scopes.append(scope);
            }
        }
    }
    return scopes;
}

void ApiServer::serve(const Asked &asked, const Deliver &send, const ApiReply::Open &openStream)
{
    const auto &[request, place, match, admission] = asked;
    QElapsedTimer timer;
    timer.start();
    auto visit = std::make_shared<Visit>(
        exchangeOf(request, place), KeptRequest::of(request, admission.principal, admission.error));
    Exchange &exchange = visit->exchange;
    exchange.workspace = admission.principal.workspace;
    const ApiReply::Deliver deliver = [this, visit, timer, send](HttpResponse response) {
        visit->exchange.status = response.status;
        visit->exchange.microseconds = timer.nsecsElapsed() / 1000;
        visit->exchange.response = response.body;
        response.headers += visit->budget;
        const qint64 number = m_log.record(std::move(visit->exchange), std::move(visit->kept));
        send(std::move(response), number);
    };
    const auto refuse = [&](const ApiError &error) { deliver(shaped(place, error, request)); };

    if (place.face == nullptr) {
        const bool isRoot = request.path == "/";
        if (isRoot) {
            deliver(welcome(request));
        } else {
            exchange.nearest = nearestTo(request.method, place.segments);
            refuse({404, "not_found"_ba, u"There is no API under this path: GET / lists them."_s});
        }
        return;
    }
    if (admission.error) {
        refuse(*admission.error);
        return;
    }
    if (!m_ratePolicies.isEmpty()) {
        if (const std::optional<ApiError> error = beyondRate(asked, visit->budget)) {
            refuse(*error);
            return;
        }
    }
    if (match.outcome == Router::Match::Outcome::NotFound) {
        exchange.nearest = nearestTo(request.method, place.segments);
        refuse({404, "not_found"_ba, u"Not Found"_s});
        return;
    }
    if (match.outcome == Router::Match::Outcome::WrongMethod) {
        const QByteArray allow = match.allowed.join(", ");
        if (request.method == "OPTIONS") {
            HttpResponse response;
            response.status = 204;
            response.setHeader("Allow"_ba, allow);
            deliver(std::move(response));
        } else {
            exchange.nearest = nearestTo(request.method, place.segments);
            refuse({405, "method_not_allowed"_ba, u"Method Not Allowed"_s, {}, {{"Allow"_ba, allow}}});
        }
        return;
    }
    const Operation &operation = m_operations.at(size_t(match.route));
    exchange.operation = operation.route->operation;
    ApiCall call{request, operation.route, admission.principal, match.parameters, {}, place.basePath};
    if (!operation.route->isPublic) {
        std::optional<ApiError> error = outOfWorkspace(*operation.route, call.principal, request);
        if (!error)
            error = forbidden(*operation.route, call.principal);
        if (error) {
            refuse(*error);
            return;
        }
    }
    const bool isKept = request.method == "GET" && !operation.route->isLive && !call.principal.keyId.isEmpty();
    const QByteArray answerKey = isKept ? AnswerCache::keyOf(call.principal.keyId, request) : QByteArray();
    const quint64 changeCount = m_service.changeCount();
    if (isKept) {
        if (const HttpResponse *kept = m_answers.find(answerKey, changeCount)) {
            deliver(*kept);
            return;
        }
    }
    if (const std::optional<ApiError> error = readBody(*operation.route, request, call.body)) {
        refuse(*error);
        return;
    }
    const ApiReply::Open open = [this, visit, openStream](HttpResponse head) {
        visit->exchange.status = head.status;
        m_log.record(std::move(visit->exchange));
        return openStream(std::move(head));
    };
    const ApiReply::Deliver deliverAndKeep = [this, deliver, answerKey, changeCount](HttpResponse response) {
        if (!answerKey.isEmpty() && response.status == 200 && m_service.changeCount() == changeCount)
            m_answers.keep(answerKey, changeCount, response);
        deliver(std::move(response));
    };
    run(operation, call, ApiReply(*operation.face, request, deliverAndKeep, open));
}

void ApiServer::run(const Operation &operation, const ApiCall &call, const ApiReply &reply)
{
    runOnce(m_service, call, *operation.face, reply, [&](const ApiReply &inner) { operation.handler(call, inner); });
}

HttpResponse ApiServer::refusal(int status, const QString &message, const HttpRequest &head)
{
    const Place place = head.path.startsWith('/') ? placeOf(segmentsOf(head.path)) : Place{};
    HttpResponse response = shaped(place, {status, codeOf(status), message}, head);
    Exchange exchange = exchangeOf(head, place);
    exchange.status = status;
    exchange.response = response.body;
    m_log.record(std::move(exchange));
    return response;
}

} // namespace jackfield
