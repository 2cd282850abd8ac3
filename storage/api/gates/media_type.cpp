// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/gates/media_type.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isJson(const QByteArray &contentType)
{
    const QList<QByteArray> parts = contentType.toLower().split(';');
    if (parts.first().trimmed() != "application/json")
        return false;
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray parameter = parts.at(i).trimmed();
        if (parameter != "charset=utf-8" && parameter != "charset=\"utf-8\"")
            return false;
    }
    return true;
}

} // namespace

std::optional<ApiError> unsupportedMediaType(const HttpRequest &request)
{
    const QByteArray encoding = request.header("content-encoding").toByteArray().toLower();
    if (!encoding.isEmpty() && encoding != "identity")
        return ApiError{
            415, "unsupported_media_type"_ba, u"The body must not be compressed: send it without Content-Encoding."_s};
    if (request.headerCount("content-type") != 1 || !isJson(request.header("content-type").toByteArray()))
        return ApiError{
            415, "unsupported_media_type"_ba, u"The body must be JSON: send 'Content-Type: application/json'."_s};
    return std::nullopt;
}

} // namespace jackfield
