// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <utility>

namespace jackfield {

/// The request target of RFC 9112 section 3.2, taken apart. Percent escapes are decoded once, segment by segment, so
/// that nothing that was not a slash can become one.
struct RequestTarget
{
    QByteArray authority; ///< of the absolute form, else empty
    QByteArray path; ///< as sent, without the query
    QList<QByteArray> segments; ///< "/a/b" has two, "/" none, "/a/" ends with an empty one
    QList<std::pair<QByteArray, QByteArray>> query; ///< '+' is a space
};

/// Refuses (code bad_target) fragments, characters that a URI may not hold, bad or overlong escapes, control
/// characters, encoded slashes and backslashes, dot segments, and any form but origin and absolute ("http").
Result<RequestTarget> parseTarget(QByteArrayView target);

} // namespace jackfield
