// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"

#include <QTest>

namespace jackfield::testing {

template <typename T> inline constexpr bool isResult = false;
template <typename T> inline constexpr bool isResult<Result<T>> = true;

/// A Result of anything, and nothing that only can be asked whether it is there.
template <typename T>
concept AnyResult = isResult<T>;

/// All that an error says, on one line: "invalid_json: A comma is missing. (line 2, column 7)".
QString told(const Error &error);

/// Fails the running test with all that the error says.
template <AnyResult R> bool verifyOk(const R &result, const char *expression, const char *file, int line)
{
    return QTest::qVerify(bool(result), expression, result ? "" : qPrintable(told(result.error())), file, line);
}

/// Fails the running test unless the result is an error with this code.
template <AnyResult R>
bool compareError(const R &result, const QByteArray &code, const char *expression, const char *file, int line)
{
    const bool isIt = !result && result.error().code == code;
    const QString found = result ? QStringLiteral("no error") : told(result.error());
    return QTest::qVerify(
        isIt, expression, qPrintable(QStringLiteral("expected %1, found %2").arg(QString::fromUtf8(code), found)), file,
        line);
}

} // namespace jackfield::testing

/// QVERIFY of a Result, which prints the error.
#define VERIFY_OK(...)                                                                                                 \
    do {                                                                                                               \
        if (!::jackfield::testing::verifyOk((__VA_ARGS__), #__VA_ARGS__, __FILE__, __LINE__))                          \
            return;                                                                                                    \
    } while (false)

/// QVERIFY that a Result is the error with this code; prints the one that it is.
#define COMPARE_ERROR(result, code)                                                                                    \
    do {                                                                                                               \
        if (!::jackfield::testing::compareError((result), (code), #result, __FILE__, __LINE__))                        \
            return;                                                                                                    \
    } while (false)
