// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/test_program.h"

#ifdef JACKFIELD_TEST_OF_WIDGETS
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

int main(int argc, char **argv)
{
    Application::setAttribute(Qt::AA_Use96Dpi);
    const Application application(argc, argv);
    return jackfield::testing::runNamedTest(argc, argv);
}
