// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/call/api_face.h"

#include "model/json/json.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

ApiError unauthorized(const QString &message, const QByteArray &challenge)
{
    return {
        401, "unauthorized"_ba, message, {}, {{"WWW-Authenticate"_ba, "Bearer realm=\"jackfield\""_ba + challenge}}};
}

/// The token of "Bearer <token>"; empty when the header is anything else.
QByteArray bearerToken(QByteArrayView header)
{
    constexpr QByteArrayView kScheme("bearer ");
    if (header.size() <= kScheme.size() || header.first(kScheme.size()).compare(kScheme, Qt::CaseInsensitive) != 0)
        return {};
    QByteArray token = header.sliced(kScheme.size()).toByteArray();
    return token.contains(' ') || token.contains('\t') || token.contains(',') ? QByteArray() : token;
}

} // namespace

Credential credentialIn(const HttpRequest &request, bool apiKeyHeader)
{
    const int bearers = request.headerCount("authorization");
    const int apiKeys = request.headerCount("x-api-key");
    if (bearers > 1 || apiKeys > 1)
        return {
            {},
            unauthorized(
                u"The request carries more than one key: send exactly one."_s, ", error=\"invalid_request\""_ba)};
    const QByteArray bearer = bearers == 1 ? bearerToken(request.header("authorization")) : QByteArray();
    const QByteArray apiKey = request.header("x-api-key").toByteArray();
    if (bearers == 1 && bearer.isEmpty())
        return {
            {},
            unauthorized(
                u"The Authorization header must be 'Bearer' and one key."_s, ", error=\"invalid_request\""_ba)};
    if (bearers == 1 && apiKeys == 1 && bearer != apiKey)
        return {
            {},
            unauthorized(
                u"Authorization and X-Api-Key name different keys: send exactly one."_s,
                ", error=\"invalid_request\""_ba)};
    if (bearers == 1)
        return {bearer, {}};
    if (apiKeyHeader && !apiKey.isEmpty())
        return {apiKey, {}};
    return {
        {},
        unauthorized(
            apiKeyHeader ? u"A key is needed: send 'Authorization: Bearer <key>' or 'X-Api-Key: <key>'."_s
                         : u"A key is needed: send 'Authorization: Bearer <key>'."_s,
            {})};
}

ApiError unknownKey()
{
    return unauthorized(u"Invalid or expired API key."_s, ", error=\"invalid_token\""_ba);
}

HttpResponse plainRefusal(const ApiError &error, const HttpRequest &request)
{
    Json body = Json::object({
        member("message", Json::string(error.message)),
        member("error", Json::string(reasonPhrase(error.status))),
        member("code", Json::string(error.code)),
        member("statusCode", Json::number(qint64(error.status))),
        member("request_id", Json::string(request.requestId)),
    });
    if (!error.violations.isEmpty()) {
        Json list = Json::array();
        for (const Violation &violation : error.violations) {
            list.append(Json::object({
                member("pointer", Json::string(violation.pointer)),
                member("message", Json::string(violation.message)),
                member("code", Json::string(violation.code)),
            }));
        }
        body.set("errors", list);
    }
    return jsonResponse(error.status, body, error.headers);
}

} // namespace jackfield
