// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/idempotency.h"

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

/// Two programs with keys of their own may well count from one, each.
QByteArray keyOfCaller(const Principal &principal, QByteArrayView given)
{
    return principal.keyId + '/' + given.toByteArray();
}

} // namespace

void sendWhenDurable(IdempotentAnswers &answers, const ApiReply &reply, const HttpResponse &response)
{
    answers.whenDurable([reply, response](const Result<void> &durable) {
        if (durable)
            reply.send(response);
        else
            reply.refuse(durable.error());
    });
}

std::optional<GateAnswer> passIdempotencyKey(IdempotentAnswers &answers, AskedCall &asked)
{
    const int given = asked.request->headerCount("idempotency-key");
    if (!asked.operation->route->takesIdempotencyKey || given == 0)
        return std::nullopt;
    const QByteArrayView text = asked.request->header("idempotency-key");
    if (!isSaneKey(text) || given > 1) {
        return ApiError{
            400, "invalid_idempotency_key"_ba,
            u"Idempotency-Key must be one text of 1 to %1 printable characters."_s.arg(kMaxKeyBytes)};
    }
    OnceKey once{keyOfCaller(asked.principal, text), digestOf(*asked.request)};
    const std::optional<StoredAnswer> stored = answers.stored(asked.principal.workspace, once.key);
    if (!stored) {
        asked.once = std::move(once);
        return std::nullopt;
    }
    if (stored->requestDigest != once.requestDigest) {
        return ApiError{
            422, "idempotency_key_reused"_ba, u"This Idempotency-Key was used for another request: use a new one."_s};
    }
    if (stored->answer.isNull()) {
        return ApiError{
            409,
            "request_in_progress"_ba,
            u"The first request with this Idempotency-Key is still under way: try again."_s,
            {},
            {{"Retry-After"_ba, "1"_ba}}};
    }
    GateAnswer repeated = responseOf(stored->answer);
    repeated.waitsForDisk = true;
    return repeated;
}

void runOnce(
    IdempotentAnswers &answers, const OnceKey &once, const ApiCall &call, const ApiFace &face, const ApiReply &reply,
    const std::function<void(const ApiReply &)> &work)
{
    const WorkspaceId workspace = call.principal.workspace;
    answers.remember(workspace, once.key, {once.requestDigest, {}});
    answers.answeringEarly([&] {
        work(ApiReply(
            face, call.request,
            [&answers, workspace, once, reply](const HttpResponse &response) {
                if (response.status >= 400)
                    answers.forget(workspace, once.key);
                else
                    answers.remember(workspace, once.key, {once.requestDigest, answerOf(response)});
                sendWhenDurable(answers, reply, response);
            },
            [reply](HttpResponse head) { return reply.stream(std::move(head)); }));
    });
}

} // namespace jackfield
