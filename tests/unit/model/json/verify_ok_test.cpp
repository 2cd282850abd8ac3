// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/verify_ok.h"

#include "tests/support/test_program.h"

#include <optional>

namespace jackfield::verify_ok_test {

using namespace Qt::Literals::StringLiterals;
using namespace testing;

static_assert(AnyResult<Result<void>> && AnyResult<Result<int>> && AnyResult<Result<std::optional<int>>>);
static_assert(!AnyResult<bool> && !AnyResult<std::optional<int>> && !AnyResult<Error> && !AnyResult<int *>);

class VerifyOkTest : public QObject
{
    Q_OBJECT

private slots:
    void errorsAreToldWhole_data()
    {
        QTest::addColumn<QByteArray>("pointer");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("text");
        QTest::newRow("nowhere") << QByteArray() << 0 << u"bad_thing: It is bad."_s;
        QTest::newRow("in a document") << "/a/0"_ba << 0 << u"bad_thing: It is bad. (at /a/0)"_s;
        QTest::newRow("in a text") << QByteArray() << 3 << u"bad_thing: It is bad. (line 3, column 4)"_s;
        QTest::newRow("in both") << "/a"_ba << 3 << u"bad_thing: It is bad. (at /a, line 3, column 4)"_s;
    }

    void errorsAreToldWhole()
    {
        QFETCH(QByteArray, pointer);
        QFETCH(int, line);
        const Error error{
            .code = "bad_thing"_ba, .message = u"It is bad."_s, .pointer = pointer, .line = line, .column = 4};
        QTEST(told(error), "text");
    }

    void goodResultsPass()
    {
        int passed = 0;
        const auto check = [&](const auto &result) {
            VERIFY_OK(result);
            ++passed;
        };
        check(Result<void>());
        check(Result<int>(0));
        check(Result<std::optional<int>>(std::nullopt));
        QCOMPARE(passed, 3);
    }

    void theErrorIsComparedByItsCode()
    {
        COMPARE_ERROR(Result<int>(Error{.code = "bad_thing"_ba}), "bad_thing"_ba);
        const Result<void> failed = Error{.code = "bad_thing"_ba};
        COMPARE_ERROR(failed, "bad_thing");
    }

    void aBadResultFails()
    {
        QEXPECT_FAIL("", "made to fail", Continue);
        (void)verifyOk(Result<int>(Error{.code = "bad_thing"_ba}), "result", __FILE__, __LINE__);
    }

    void anotherErrorFails()
    {
        QEXPECT_FAIL("", "made to fail", Continue);
        (void)compareError(Result<int>(5), "bad_thing", "result", __FILE__, __LINE__);
    }
};

JACKFIELD_TEST(VerifyOkTest)

} // namespace jackfield::verify_ok_test

#include "verify_ok_test.moc"
