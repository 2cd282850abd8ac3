// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/answers/idempotency.h"

#include "storage/api/call/api_face.h"

#include <QCryptographicHash>

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMaxKeyBytes = 255;

QByteArray digestOf(const HttpRequest &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.method + '\n' + request.target + '\n');
    hash.addData(request.body);
    return hash.result();
}

Json answerOf(const HttpResponse &response)
{
    Json headers = Json::array();
    for (const auto &[name, value] : response.headers)
        headers.append(Json::array({Json::string(name), Json::string(value)}));
    return Json::object({
        member("status", Json::number(qint64(response.status))),
        member("type", Json::string(response.contentType)),
        member("headers", headers),
        member("body", Json::string(response.body)),
    });
}

HttpResponse responseOf(const Json &answer)
{
    HttpResponse response;
    response.status = int(answer["status"].toInteger().value_or(500));
    response.contentType = answer["type"].toUtf8();
    response.body = answer["body"].toUtf8();
    for (const Json &header : answer["headers"].items())
        response.headers.append({header.at(0).toUtf8(), header.at(1).toUtf8()});
    return response;
}

bool isSaneKey(QByteArrayView key)
{
    return !key.isEmpty() && key.size() <= kMaxKeyBytes
        && std::ranges::all_of(key, [](char c) { return c >= 0x20 && c < 0x7f; });
}

/// Also a repeated answer may be about a change that is still on its way to the disk.
void sendWhenDurable(FlowService &service, const ApiReply &reply, const HttpResponse &response)
{
    service.answers().whenDurable([reply, response](const Result<void> &durable) {
        if (durable)
            reply.send(response);
        else
            reply.refuse(durable.error());
    });
}

} // namespace

void runOnce(
    FlowService &service, const ApiCall &call, const ApiFace &face, const ApiReply &reply,
    const std::function<void(const ApiReply &)> &work)
{
    if (!call.route->takesIdempotencyKey || call.request.headerCount("idempotency-key") == 0) {
        work(reply);
        return;
    }
    const QByteArrayView given = call.request.header("idempotency-key");
    if (!isSaneKey(given) || call.request.headerCount("idempotency-key") > 1) {
        reply.refuse(ApiError{
            400, "invalid_idempotency_key"_ba,
            u"Idempotency-Key must be one text of 1 to %1 printable characters."_s.arg(kMaxKeyBytes)});
        return;
    }
    // Two programs with keys of their own may well count from one, each.
    const QByteArray key = call.principal.keyId + '/' + given.toByteArray();
    const WorkspaceId workspace = call.principal.workspace;
    const QByteArray digest = digestOf(call.request);
    if (const std::optional<StoredAnswer> stored = service.answers().stored(workspace, key)) {
        if (stored->requestDigest != digest)
            reply.refuse(ApiError{
                422, "idempotency_key_reused"_ba,
                u"This Idempotency-Key was used for another request: use a new one."_s});
        else if (stored->answer.isNull())
            reply.refuse(ApiError{
                409,
                "request_in_progress"_ba,
                u"The first request with this Idempotency-Key is still under way: try again."_s,
                {},
                {{"Retry-After"_ba, "1"_ba}}});
        else
            sendWhenDurable(service, reply, responseOf(stored->answer));
        return;
    }
    service.answers().remember(workspace, key, {digest, {}});
    service.answers().answeringEarly([&] {
        work(ApiReply(
            face, call.request,
            [&service, workspace, key, digest, reply](const HttpResponse &response) {
                if (response.status >= 400)
                    service.answers().forget(workspace, key);
                else
                    service.answers().remember(workspace, key, {digest, answerOf(response)});
                sendWhenDurable(service, reply, response);
            },
            [reply](HttpResponse head) { return reply.stream(std::move(head)); }));
    });
}

} // namespace jackfield
