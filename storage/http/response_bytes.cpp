// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/http/response_bytes.h"

#include "storage/http/http_chars.h"

#include <algorithm>

namespace jackfield {

namespace {

bool isSafeHeader(const QByteArray &name, const QByteArray &value)
{
    // Response splitting ends here, whatever a service puts into a header.
    return !name.isEmpty() && std::ranges::all_of(name, isTokenChar)
        && std::ranges::none_of(value, [](char c) { return isControlChar(c) && c != '\t'; });
}

/// Headers that describe the message on this connection: the server's own business.
bool isFramingHeader(const QByteArray &name)
{
    constexpr QByteArrayView framing[] = {"content-length", "transfer-encoding", "connection", "keep-alive"};
    return std::ranges::any_of(
        framing, [&](QByteArrayView own) { return name.compare(own, Qt::CaseInsensitive) == 0; });
}

void appendHeader(QByteArray &out, QByteArrayView name, QByteArrayView value)
{
    out.append(name).append(": ").append(value).append("\r\n");
}

} // namespace

QByteArray responseBytes(const HttpResponse &response, const ResponseFraming &framing)
{
    const bool bodiless = response.status < 200 || response.status == 204 || response.status == 304;
    const bool sendsBody = !bodiless && !framing.headOnly && !framing.stream;
    QByteArray out;
    out.reserve(512 + (sendsBody ? response.body.size() : 0));
    out.append("HTTP/1.1 ").append(QByteArray::number(response.status)).append(' ');
    out.append(reasonPhrase(response.status)).append("\r\n");

    for (const auto &[name, value] : response.headers) {
        if (isSafeHeader(name, value) && !isFramingHeader(name))
            appendHeader(out, name, value);
    }
    const auto appendDefault = [&](QByteArrayView name, QByteArrayView value) {
        const auto same = [&](const auto &given) { return name.compare(given.first, Qt::CaseInsensitive) == 0; };
        if (std::ranges::none_of(response.headers, same))
            appendHeader(out, name, value);
    };
    if (!framing.date.isEmpty())
        appendDefault("Date", framing.date);
    if ((!response.body.isEmpty() || framing.stream) && !bodiless && isSafeHeader("Content-Type", response.contentType))
        appendDefault("Content-Type", response.contentType);
    appendDefault("X-Content-Type-Options", "nosniff");
    appendDefault("Cache-Control", "no-store");
    appendDefault("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    if (!framing.requestId.isEmpty())
        appendDefault("X-Request-Id", framing.requestId);

    if (framing.stream && !framing.http10)
        out.append("Transfer-Encoding: chunked\r\n");
    else if (!framing.stream && !bodiless)
        appendHeader(out, "Content-Length", QByteArray::number(response.body.size()));
    if (framing.close)
        out.append("Connection: close\r\n");
    else if (framing.http10)
        out.append("Connection: keep-alive\r\n");
    out.append("\r\n");
    if (sendsBody)
        out.append(response.body);
    return out;
}

QByteArray chunkBytes(QByteArrayView bytes)
{
    Q_ASSERT(!bytes.isEmpty());
    QByteArray out;
    out.reserve(bytes.size() + 24);
    out.append(QByteArray::number(bytes.size(), 16)).append("\r\n").append(bytes).append("\r\n");
    return out;
}

} // namespace jackfield
