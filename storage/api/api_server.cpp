// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/api_server.h"

#include "storage/api/gates/body_gates.h"
#include "storage/api/gates/idempotency.h"
#include "storage/api/gates/kept_answer_gate.h"
#include "storage/api/gates/key_gates.h"
#include "storage/api/gates/path_gates.h"

#include <QUuid>

#include <algorithm>
#include <ranges>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// For what is made again without anybody who could follow it.
class NoStream final : public HttpStream
{
public:
    void write(const QByteArray &) override { }
    bool isOpen() const override { return false; }
    void close() override { }
};

/// The code of what HTTP itself refuses: the phrase of the status.
QByteArray codeOf(int status)
{
    QByteArray code = reasonPhrase(status).toByteArray().toLower();
    code.replace(' ', '_').replace('-', '_');
    return code;
}

HttpResponse shaped(const GateAnswer &answer, const AskedCall &asked)
{
    if (const auto *response = std::get_if<HttpResponse>(&answer.answer))
        return *response;
    const auto &error = std::get<ApiError>(answer.answer);
    return asked.place.face != nullptr ? asked.place.face->refusal(error, *asked.request)
                                       : plainRefusal(error, *asked.request);
}

QByteArray apiOf(const AskedCall &asked)
{
    return asked.place.face != nullptr ? asked.place.face->name() : QByteArray();
}

} // namespace

ApiServer::ApiServer(
    FlowService &service, RequestLog &log, std::vector<std::unique_ptr<ApiFace>> faces, std::shared_ptr<Clock> clock)
    : m_service(service), m_log(log), m_routes(service, std::move(faces)), m_rates(std::move(clock))
{
    m_gates = {
        [this](AskedCall &asked) { return passApi(m_routes, asked); },
        [this](AskedCall &asked) { return m_rates.pass(asked); },
        [this](AskedCall &asked) { return passRoute(m_routes, asked); },
        passWorkspace,
        passRights,
        [this](AskedCall &asked) { return passKeptAnswer(m_answers, m_service.changeCount(), asked); },
        passMediaType,
        passJson,
        passSchema,
        [this](AskedCall &asked) { return passIdempotencyKey(m_service.answers(), asked); },
    };
}

ApiServer::~ApiServer() = default;

LogEntry ApiServer::entryOf(const AskedCall &asked, const std::optional<GateAnswer> &refused) const
{
    std::optional<ApiError> error;
    if (refused)
        error = std::get<ApiError>(refused->answer);
    return {*asked.request, apiOf(asked), KeptRequest::of(*asked.request, asked.principal, std::move(error))};
}

void ApiServer::noteNearest(LogEntry &entry, const AskedCall &asked, const GateAnswer &answer) const
{
    if (answer.isNearMiss)
        entry.exchange().nearest = m_routes.nearestTo(asked.request->method, asked.place);
}

std::variant<HttpResponse, HttpHandler> ApiServer::admit(const HttpRequest &head)
{
    auto asked = std::make_shared<AskedCall>();
    asked->request = &head;
    locate(m_routes, *asked);
    if (const std::optional<GateAnswer> refused = passKey(m_service.keys(), m_routes, *asked)) {
        LogEntry entry = entryOf(*asked, refused);
        noteNearest(entry, *asked, *refused);
        HttpResponse response = shaped(*refused, *asked);
        entry.close(m_log, response);
        return response;
    }
    return [this, asked,
            changeCount = m_service.changeCount()](const HttpRequest &request, const HttpResponder &responder) {
        asked->request = &request;
        // Much may happen while a body is on its way; that its key is revoked, too.
        const bool hasChanged = m_service.changeCount() != changeCount;
        serve(
            *asked, hasChanged ? passRevocation(m_service.keys(), *asked) : std::nullopt,
            [responder](const HttpResponse &response, qint64) { responder.respond(response); },
            [responder](const HttpResponse &opened) { return responder.stream(opened); });
    };
}

void ApiServer::replay(qint64 number, const std::function<void(Result<qint64>)> &done)
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
    AskedCall asked;
    asked.request = &request;
    asked.principal = kept->principal;
    locate(m_routes, asked);
    std::optional<GateAnswer> refused = passRevocation(m_service.keys(), asked);
    if (!refused && kept->refusal)
        refused = keyRefusal(*kept->refusal, asked);
    serve(
        asked, std::move(refused), [done](const HttpResponse &, qint64 again) { done(again); },
        [](const HttpResponse &) { return std::make_shared<NoStream>(); });
}

void ApiServer::setRateLimited(const QByteArray &api, bool limited)
{
    for (const std::unique_ptr<ApiFace> &face : m_routes.faces()) {
        if (face->name() == api)
            m_rates.setLimited(*face, limited);
    }
}

QList<QByteArray> ApiServer::scopes(const QByteArray &api) const
{
    QList<QByteArray> scopes;
    for (const std::unique_ptr<ApiFace> &face : m_routes.faces() | std::views::reverse) {
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

void ApiServer::serve(
    AskedCall &asked, std::optional<GateAnswer> refused, const Deliver &send, const ApiReply::Open &openStream)
{
    auto entry = std::make_shared<LogEntry>(entryOf(asked, refused));
    std::optional<GateAnswer> answer = std::move(refused);
    for (auto gate = m_gates.cbegin(); !answer && gate != m_gates.cend(); ++gate)
        answer = (*gate)(asked);
    entry->exchange().workspace = asked.principal.workspace;
    if (asked.operation != nullptr)
        entry->exchange().operation = asked.operation->route->operation;
    const ApiReply::Deliver deliver = [this, entry, send, budget = asked.budget](HttpResponse response) {
        const qint64 number = entry->close(m_log, response);
        response.headers += budget;
        send(std::move(response), number);
    };
    if (!answer) {
        run(asked, entry, deliver, openStream);
        return;
    }
    noteNearest(*entry, asked, *answer);
    HttpResponse response = shaped(*answer, asked);
    if (answer->waitsForDisk)
        sendWhenDurable(
            m_service.answers(), ApiReply(*asked.place.face, *asked.request, deliver, openStream), response);
    else
        deliver(std::move(response));
}

void ApiServer::run(
    AskedCall &asked, const std::shared_ptr<LogEntry> &entry, const ApiReply::Deliver &deliver,
    const ApiReply::Open &openStream)
{
    const ServedOperation &operation = *asked.operation;
    const ApiReply::Open open = [this, entry, openStream](HttpResponse head) {
        entry->closeOpen(m_log, head);
        return openStream(std::move(head));
    };
    const quint64 changeCount = m_service.changeCount();
    const ApiReply::Deliver deliverAndKeep
        = [this, deliver, answerKey = asked.answerKey, changeCount](HttpResponse response) {
              if (!answerKey.isEmpty() && response.status == 200 && m_service.changeCount() == changeCount)
                  m_answers.keep(answerKey, changeCount, response);
              deliver(std::move(response));
          };
    const ApiCall call{
        *asked.request,
        operation.route,
        std::move(asked.principal),
        std::move(asked.match.parameters),
        std::move(asked.body),
        std::move(asked.place.basePath)};
    const ApiReply reply(*operation.face, *asked.request, deliverAndKeep, open);
    if (!asked.once) {
        operation.handler(call, reply);
        return;
    }
    runOnce(m_service.answers(), *asked.once, call, *operation.face, reply, [&](const ApiReply &inner) {
        operation.handler(call, inner);
    });
}

HttpResponse ApiServer::refusal(int status, const QString &message, const HttpRequest &head)
{
    AskedCall asked;
    asked.request = &head;
    if (head.path.startsWith('/'))
        asked.place = m_routes.placeOf(segmentsOf(head.path));
    HttpResponse response = shaped(ApiError{status, codeOf(status), message}, asked);
    response.status = status;
    LogEntry(head, apiOf(asked), std::nullopt).close(m_log, response);
    return response;
}

} // namespace jackfield
