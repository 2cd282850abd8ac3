// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_limits.h"
#include "storage/http/http_refusal.h"
#include "storage/http/http_request.h"

#include <memory>

namespace jackfield {

/// Turns the bytes of one connection into requests, within the limits: Boost.Beast's grammar, and what it leaves open
/// (bounded lines, one Content-Length, no obs-fold, known methods and codings, the target) on top. Knows no socket.
///
/// However the bytes are cut into pieces, the outcome is the same.
class RequestParser
{
public:
    enum class Event : quint8 {
        NeedMore, ///< give the unconsumed bytes again, with more behind them
        Head, ///< head() is there, the body is not; call step() again
        Complete, ///< takeRequest()
        Refused, ///< refusal(); the connection is beyond use
    };
    struct Step
    {
        Event event = Event::NeedMore;
        qsizetype consumed = 0; ///< bytes from the front of the input that are not needed any more
    };

    explicit RequestParser(const HttpLimits &limits);
    ~RequestParser();

    Step step(QByteArrayView input);
    HttpRequest &head();
    QByteArrayView authority() const; ///< of an absolute target, else empty
    HttpRequest takeRequest(); ///< and start over with the next one
    const HttpRefusal &refusal() const;

    bool isIdle() const; ///< between requests
    bool keepAlive() const; ///< what the request asks for
    bool isHttp10() const;
    bool expectsContinue() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

} // namespace jackfield
