// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/jackfield/service_operations.h"

#include "storage/api/api_text.h"
#include "storage/api/request_log.h"

#include <QObject>

#include <algorithm>
#include <ranges>

namespace jackfield::own {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDefaultExchanges = 100;

Json exchangeJson(const Exchange &exchange)
{
    const auto text = [](const QByteArray &bytes) { return Json::string(QString::fromUtf8(bytes).toUtf8()); };
    return Json::object({
        member("id", text(exchange.id)),
        member("at", milliseconds(exchange.at)),
        member("method", text(exchange.method)),
        member("target", text(exchange.target)),
        member("api", Json::string(exchange.api)),
        member("operation", Json::string(exchange.operation)),
        member("status", Json::number(qint64(exchange.status))),
        member("milliseconds", Json::number(double(exchange.microseconds) / 1000)),
        member("request", text(exchange.request)),
        member("response", text(exchange.response)),
        member("nearest", Json::string(exchange.nearest)),
    });
}

/// "404" or "4xx"
bool isStatus(const QByteArray &wanted, int status)
{
    if (wanted.isEmpty())
        return true;
    return wanted.endsWith("xx") ? wanted == QByteArray::number(status / 100) + "xx"
                                 : wanted == QByteArray::number(status);
}

void sendExchanges(const RequestLog &log, const ApiCall &call, const ApiReply &reply)
{
    qint64 limit = kDefaultExchanges;
    if (const std::optional<QByteArray> text = call.request.queryValue("limit")) {
        bool fits = false;
        limit = text->toLongLong(&fits);
        if (!fits || limit < 1 || limit > qint64(RequestLog::kExchanges))
            return reply.refuse(ApiError{
                400, "invalid_limit"_ba, u"limit must be a whole number from 1 to %1."_s.arg(RequestLog::kExchanges)});
    }
    const QByteArray status = call.request.queryValue("status").value_or(QByteArray());
    Json list = Json::array();
    qint64 total = 0;
    for (const Exchange &exchange : log.exchanges() | std::views::reverse) {
        const bool own = exchange.workspace.isEmpty() || exchange.workspace == call.principal.workspace;
        if (!own || !isStatus(status, exchange.status))
            continue;
        if (++total <= limit)
            list.append(exchangeJson(exchange));
    }
    reply.sendJson(200, Json::object({member("requests", list), member("total", Json::number(total))}));
}

} // namespace

ApiHandlers serviceHandlers(FlowService &service, const RequestLog &log, const QList<const ApiDocument *> &documents)
{
    // Its context object dies with the handler, and with it the connection.
    struct Health
    {
        QObject context;
        bool troubled = false;
    };
    auto health = std::make_shared<Health>();
    QObject::connect(
        &service, &FlowService::storageTroubled, &health->context,
        [state = health.get()](const QString &message) { state->troubled = !message.isEmpty(); });

    return {
        {"health"_ba,
         [health](const ApiCall &, const ApiReply &reply) {
             // What exactly is wrong may name files, and this needs no key.
             reply.sendJson(
                 200,
                 health->troubled ? Json::object(
                     {member("status", Json::string("degraded")),
                      member("message", Json::string("The storage does not work."))})
                                  : Json::object({member("status", Json::string("ok"))}));
         }},
        {"describeAll"_ba,
         [merged = mergedDocument(documents)](const ApiCall &, const ApiReply &reply) { reply.sendJson(200, merged); }},
        {"describeOne"_ba,
         [documents](const ApiCall &call, const ApiReply &reply) {
             const auto found = std::ranges::find(documents, call.parameters.first(), [](const ApiDocument *document) {
                 return document->name() + ".json";
             });
             if (found == documents.cend())
                 reply.refuse(notFound(u"Description"_s));
             else
                 reply.sendJson(200, (*found)->json());
         }},
        {"listRequests"_ba, [&log](const ApiCall &call, const ApiReply &reply) { sendExchanges(log, call, reply); }},
    };
}

} // namespace jackfield::own
