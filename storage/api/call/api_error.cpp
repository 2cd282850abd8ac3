// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/api/call/api_error.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

struct CodeStatus
{
    std::string_view code;
    int status;
};
constexpr std::array kStatuses{
    CodeStatus{"not_found", 404},
    CodeStatus{"revision_moved", 412},
    CodeStatus{"conflict", 409},
    CodeStatus{"validation_failed", 422},
    CodeStatus{"invalid", 422},
    CodeStatus{"not_recognised", 422},
    CodeStatus{"unknown_kind", 422},
    CodeStatus{"unknown_format", 422},
    CodeStatus{"newer_format", 422},
    CodeStatus{"too_many_nodes", 422},
    CodeStatus{"edit_does_not_apply", 422},
    CodeStatus{"invalid_page_size", 400},
    CodeStatus{"invalid_page_token", 400},
    CodeStatus{"invalid_json", 400},
    CodeStatus{"duplicate_key", 400},
    CodeStatus{"too_deep", 400},
    CodeStatus{"too_large", 413},
    CodeStatus{"string_too_long", 400},
    CodeStatus{"invalid_utf8", 400},
    CodeStatus{"lone_surrogate", 400},
    CodeStatus{"number_out_of_range", 400},
};

} // namespace

ApiError apiError(const Error &error)
{
    if (error.code == "storage_full")
        return {507, error.code, u"The disk is full: nothing was stored. Free some space and try again."_s};
    const std::string_view code(error.code.constData(), static_cast<size_t>(error.code.size()));
    const auto *known = std::ranges::find(kStatuses, code, &CodeStatus::code);
    if (error.code == "integrity" || error.code == "store_damaged")
        return {500, error.code, u"What is stored is damaged, so it is not shown: restore it from a backup."_s};
    if (known == kStatuses.end())
        return {
            500, "storage_failed"_ba,
            u"Nothing was changed: the storage does not work. The window or the log of the service says why."_s};
    QString message = error.message;
    if (error.line > 0)
        message = u"Line %1, column %2: %3"_s.arg(
            QString::number(error.line), QString::number(error.column), error.message);
    ApiError answer{known->status, error.code, message};
    if (!error.pointer.isEmpty())
        answer.violations.append({error.pointer, error.message, "invalid"_ba});
    return answer;
}

ApiError apiError(const QList<Violation> &violations)
{
    const Violation &first = violations.first();
    const QString place = first.pointer.isEmpty() ? u"The body"_s : QString::fromUtf8(first.pointer);
    QString message = place + u' ' + first.message + u'.';
    if (violations.size() > 1)
        message += u" %1 more."_s.arg(violations.size() - 1);
    return {422, "validation_failed"_ba, message, violations};
}

ApiError insufficientScope(const QByteArray &scope)
{
    return {
        403,
        "insufficient_scope"_ba,
        u"The key lacks the scope: %1"_s.arg(QString::fromLatin1(scope)),
        {},
        {{"WWW-Authenticate"_ba, "Bearer realm=\"jackfield\", error=\"insufficient_scope\", scope=\"" + scope + '"'}}};
}

ApiError notFound(const QString &thing)
{
    return {404, "not_found"_ba, thing + u" not found."_s};
}

} // namespace jackfield
