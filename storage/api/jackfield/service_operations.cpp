// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/jackfield/service_operations.h"

#include "storage/api/answers/api_text.h"
#include "storage/api/answers/paging.h"
#include "storage/api/log/exchange_filter.h"
#include "storage/api/log/request_log.h"

#include <QObject>

#include <algorithm>
#include <limits>
#include <ranges>

namespace jackfield::own {

using namespace Qt::Literals::StringLiterals;

namespace {

const PagingNames kNames{"limit"_ba, "before"_ba, 100, int(RequestLog::kExchanges)};

Json exchangeJson(const Exchange &exchange)
{
    const auto text = [](const QByteArray &bytes) { return Json::string(QString::fromUtf8(bytes).toUtf8()); };
    return Json::object({
        member("id", text(exchange.id)),
        member("number", Json::number(exchange.number)),
        member("workspace", exchange.workspace.isEmpty() ? Json() : Json::string(exchange.workspace.utf8)),
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

/// A whole number from 1 to `most` out of the query; `standard` when it is left out, nothing when it is something else.
std::optional<qint64> numberIn(const HttpRequest &request, const QByteArray &name, qint64 standard, qint64 most)
{
    const std::optional<QByteArray> text = request.queryValue(name);
    if (!text)
        return standard;
    bool fits = false;
    const qint64 number = text->toLongLong(&fits);
    return fits && number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

void sendExchanges(const RequestLog &log, const ApiCall &call, const ApiReply &reply)
{
    const std::optional<qint64> limit
        = numberIn(call.request, kNames.size, kNames.defaultSize, qint64(RequestLog::kExchanges));
    if (!limit)
        return reply.refuse(ApiError{
            400, "invalid_limit"_ba, u"limit must be a whole number from 1 to %1."_s.arg(RequestLog::kExchanges)});
    constexpr qint64 kNewest = std::numeric_limits<qint64>::max();
    const std::optional<qint64> before = numberIn(call.request, kNames.token, kNewest, kNewest);
    if (!before)
        return reply.refuse(ApiError{
            400, "invalid_before"_ba, u"before must be the number of an exchange: nextBefore of the page before."_s});
    QString text = QString::fromUtf8(call.request.queryValue("filter").value_or(QByteArray()));
    if (const std::optional<QByteArray> status = call.request.queryValue("status"); status && !status->isEmpty())
        text += u" status:"_s + QString::fromUtf8(*status);
    const ExchangeFilter filter(text);

    Json list = Json::array();
    qint64 total = 0;
    qint64 last = 0;
    bool isMore = false;
    for (const Exchange &exchange : log.exchanges() | std::views::reverse) {
        const bool own = exchange.workspace.isEmpty() || exchange.workspace == call.principal.workspace;
        if (!own || !filter.accepts(exchange))
            continue;
        ++total;
        if (exchange.number >= *before)
            continue;
        isMore = list.size() >= *limit;
        if (isMore)
            continue;
        list.append(exchangeJson(exchange));
        last = exchange.number;
    }
    const QByteArray token = QByteArray::number(last);
    reply.sendJson(
        200,
        Json::object({
            member("requests", list),
            member("nextBefore", isMore ? Json::number(last) : Json()),
            member("total", Json::number(total)),
        }),
        isMore ? QList<std::pair<QByteArray, QByteArray>>{{"Link"_ba, nextLink(call.request, kNames, token)}}
               : QList<std::pair<QByteArray, QByteArray>>{});
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
