// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QTest>

namespace jackfield::testing {

/// Runs a test over the options that are left of the command line; returns the exit code.
using TestRun = int (*)(int argc, char **argv);

/// Makes a test known to its program by the name of its file, "catalog_test" for ".../catalog_test.cpp". Returns true.
bool addTest(const char *file, TestRun run);

/// Runs the test that the first argument names; without such a name it tells the names and returns 2. The options of
/// QtTest follow, or `--piece 2/5` for every fifth function and data row from the second on: a long test runs as
/// several processes, and what is added to it goes into one of them by itself.
int runNamedTest(int argc, char **argv);

/// The items of a piece of `--piece`, in order. Requires: 1 <= piece <= pieces.
QStringList shareOf(const QStringList &items, int piece, int pieces);
/// What QtTest's option `-datatags` printed, as it takes it back: "function" or "function:tag".
QStringList functionsAndRows(const QString &printed);

} // namespace jackfield::testing

/// Once in each *_test.cpp, in the file's own namespace: the files of a folder are one program, compiled in batches.
#define JACKFIELD_TEST(Class)                                                                                          \
    JACKFIELD_TEST_RUN([](int argc, char **argv) {                                                                     \
        Class test;                                                                                                    \
        return QTest::qExec(&test, argc, argv);                                                                        \
    })

/// The same for a test that starts its program again in another role: "run" looks at the arguments itself.
#define JACKFIELD_TEST_RUN(...)                                                                                        \
    [[maybe_unused]] static const bool isAdded = ::jackfield::testing::addTest(__FILE__, __VA_ARGS__);
