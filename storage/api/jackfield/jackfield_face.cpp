// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/jackfield/jackfield_face.h"

#include "storage/api/jackfield/event_feed.h"
#include "storage/api/jackfield/flow_operations.h"
#include "storage/api/jackfield/service_operations.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

JackfieldFace::JackfieldFace(const RequestLog &log, QList<const ApiDocument *> others)
    : ApiFace("jackfield"), m_log(log), m_documents(std::move(others))
{
    m_documents.append(&document());
}

ApiName JackfieldFace::everyApiName()
{
    return {.id = "all"_ba, .title = u"Every API"_s, .key = {.prefix = "jf_"_ba}};
}

JackfieldFace::~JackfieldFace() = default;

ApiHandlers JackfieldFace::handlers(FlowService &service)
{
    ApiHandlers handlers = own::serviceHandlers(service, m_log, m_documents);
    handlers.insert(own::flowHandlers(service));
    handlers.insert(
        "followEvents", [feed = std::make_shared<EventFeed>(service)](const ApiCall &call, const ApiReply &reply) {
            feed->follow(call, reply);
        });
    return handlers;
}

HttpResponse JackfieldFace::refusal(const ApiError &error, const HttpRequest &request) const
{
    return plainRefusal(error, request);
}

} // namespace jackfield
