// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "storage/http/http_response.h"

namespace jackfield {

/// How an answer is put on the wire; decided by the connection, never by the service.
struct ResponseFraming
{
    bool headOnly = false; ///< the request was HEAD
    bool close = false; ///< the connection ends after this answer
    bool http10 = false;
    bool stream = false; ///< the body follows in pieces: chunked, or until the end for HTTP/1.0
    QByteArrayView requestId;
    QByteArrayView date; ///< RFC 9110 form; left out when empty
};

/// Status line, headers and body in one piece, so that one write sends them.
QByteArray responseBytes(const HttpResponse &response, const ResponseFraming &framing);

/// One chunk of a chunked body. Requires: not empty (an empty one would end the body).
QByteArray chunkBytes(QByteArrayView bytes);

} // namespace jackfield
