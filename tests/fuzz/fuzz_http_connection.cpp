// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
// The first byte says how the rest is cut into pieces: the outcome must not depend on it, and whatever the parser lets
// through must keep its promises.
#include "storage/http/http_chars.h"
#include "storage/http/request_guard.h"
#include "storage/http/request_parser.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace jackfield;

namespace {

constexpr HttpLimits kLimits{.requestLineBytes = 120, .headerBytes = 300, .headerFields = 8, .bodyBytes = 200};

void require(bool holds, const char *rule)
{
    if (holds)
        return;
    std::fprintf(stderr, "broken: %s\n", rule);
    std::abort();
}

void checkPromises(const HttpRequest &request)
{
    require(request.body.size() <= kLimits.bodyBytes, "the body is within its limit");
    require(request.headers.size() <= kLimits.headerFields, "the fields are within their limit");
    require(request.headerCount("content-length") + request.headerCount("transfer-encoding") <= 1, "one length");
    require(request.path.startsWith('/'), "the path starts with a slash");
    require(request.hasBody || request.body.isEmpty(), "no body without a length");
    for (const auto &[name, value] : request.headers) {
        require(!name.isEmpty() && std::ranges::all_of(name, isTokenChar), "a header name is a token");
        require(name == asciiLower(name), "a header name is lower case");
        require(!value.contains('\r') && !value.contains('\n') && !value.contains('\0'), "a header value is one line");
    }
    for (const QByteArray &segment : request.segments) {
        require(std::ranges::none_of(segment, isControlChar), "a segment has no control characters");
        require(!segment.contains('/') && segment != "..", "a segment cannot climb");
        require(QString::fromUtf8(segment).toUtf8() == segment, "a segment is UTF-8");
    }
    (void)RequestGuard(QHostAddress::LocalHost, 80).check(request, {});
}

QByteArray outcome(QByteArrayView bytes, qsizetype piece)
{
    RequestParser parser(kLimits);
    QByteArray text;
    QByteArray pending;
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        pending += bytes.sliced(at, std::min(piece, bytes.size() - at));
        for (bool more = true; more;) {
            const RequestParser::Step step = parser.step(pending);
            require(step.consumed >= 0 && step.consumed <= pending.size(), "consumes what is there");
            pending.remove(0, step.consumed);
            switch (step.event) {
            case RequestParser::Event::NeedMore:
                more = false;
                break;
            case RequestParser::Event::Head:
                break;
            case RequestParser::Event::Refused:
                return text + QByteArray::number(parser.refusal().status);
            case RequestParser::Event::Complete: {
                const HttpRequest request = parser.takeRequest();
                checkPromises(request);
                text += request.method + request.target + '[' + request.body + ']';
                more = !pending.isEmpty();
            }
            }
        }
    }
    return text;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (size < 2)
        return 0;
    const QByteArrayView bytes(data + 1, static_cast<qsizetype>(size) - 1);
    const QByteArray whole = outcome(bytes, bytes.size());
    require(outcome(bytes, 1 + data[0] % 40) == whole, "the pieces make no difference");
    return 0;
}
