// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"

#include <QFileInfo>

#include <cstdio>
#include <map>
#include <string>

namespace jackfield::testing {

namespace {

std::map<std::string, TestRun> &tests()
{
    static std::map<std::string, TestRun> all;
    return all;
}

} // namespace

bool addTest(const char *file, TestRun run)
{
    return tests().emplace(QFileInfo(QString::fromUtf8(file)).completeBaseName().toStdString(), run).second;
}

int runNamedTest(int argc, char **argv)
{
    const auto test = argc > 1 ? tests().find(argv[1]) : tests().end();
    if (test != tests().end())
        return test->second(argc - 1, argv + 1);
    std::fprintf(stderr, "%s TEST [options of QtTest], where TEST is one of:\n", argv[0]);
    for (const auto &[name, run] : tests())
        std::fprintf(stderr, "  %s\n", name.c_str());
    return 2;
}

} // namespace jackfield::testing
