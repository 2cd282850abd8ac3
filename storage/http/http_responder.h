// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_response.h"

#include <memory>

namespace jackfield {

/// A response that stays open (server-sent events). Lives as long as somebody holds it; writes after the client left do
/// nothing. A client that falls 4 MiB behind is cut off. Requires: used on the server's thread.
class HttpStream
{
public:
    virtual ~HttpStream() = default;
    virtual void write(const QByteArray &bytes) = 0;
    virtual bool isOpen() const = 0;
    virtual void close() = 0;
};

/// Answers one request, once. Copyable; safe to keep after the connection is gone (the answer is then dropped).
/// When the last copy goes without an answer, the client gets a 500.
/// Requires: used on the server's thread.
class HttpResponder
{
public:
    struct Channel;
    explicit HttpResponder(std::shared_ptr<Channel> channel);

    void respond(const HttpResponse &response) const;
    /// Sends status and headers now, the body in pieces.
    std::shared_ptr<HttpStream> stream(const HttpResponse &head) const;

private:
    std::shared_ptr<Channel> m_channel;
};

} // namespace jackfield
