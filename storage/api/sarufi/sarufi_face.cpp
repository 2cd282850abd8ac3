// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/sarufi/sarufi_face.h"

#include "model/json/json_pointer.h"
#include "storage/api/sarufi/chatbot_operations.h"
#include "storage/api/sarufi/flow_operations.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

Json location(const QByteArray &pointer)
{
    Json place = Json::array({Json::string("body")});
    for (const QByteArray &key : JsonPointer(pointer).keys()) {
        const qsizetype index = arrayIndex(key);
        place.append(index >= 0 ? Json::number(qint64(index)) : Json::string(key));
    }
    return place;
}

/// The words that FastAPI has for what our schemas check.
QByteArray typeOf(const Violation &violation)
{
    if (violation.code == "required")
        return "missing"_ba;
    if (violation.code == "type") {
        return violation.expected == "object" ? "dict_type"_ba
            : violation.expected == "array"   ? "list_type"_ba
            : violation.expected.isEmpty()    ? "value_error"_ba
                                              : violation.expected + "_type";
    }
    if (violation.code == "enum")
        return "literal_error"_ba;
    if (violation.code == "too_long" || violation.code == "too_short")
        return "string_" + violation.code;
    if (violation.code == "too_many")
        return "too_long"_ba;
    return violation.code == "pattern" ? "string_pattern_mismatch"_ba : "value_error"_ba;
}

Json violationList(const QList<Violation> &violations)
{
    Json list = Json::array();
    for (const Violation &violation : violations) {
        list.append(Json::object({
            member("loc", location(violation.pointer)),
            member(
                "msg",
                Json::string(violation.code == "required" ? u"Field required"_s : u"Input "_s + violation.message)),
            member("type", Json::string(typeOf(violation))),
        }));
    }
    return list;
}

} // namespace

ApiName SarufiFace::apiName()
{
    return {
        .id = "sarufi"_ba,
        .title = u"Sarufi (/api/dev/v1)"_s,
        .key = {.prefix = "sk-"_ba},
        .secretPrefixes = {sarufi::kWebhookSecretPrefix}};
}

ApiHandlers SarufiFace::handlers(FlowService &service)
{
    ApiHandlers handlers = sarufi::chatbotHandlers(service);
    handlers.insert(sarufi::flowHandlers(service));
    return handlers;
}

HttpResponse SarufiFace::refusal(const ApiError &error, const HttpRequest &) const
{
    const bool fields = error.status == 422 && !error.violations.isEmpty();
    return jsonResponse(
        error.status,
        Json::object({member("detail", fields ? violationList(error.violations) : Json::string(error.message))}),
        error.headers);
}

} // namespace jackfield
