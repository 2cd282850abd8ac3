// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desktop/window/desktop_program.h"

int main(int argc, char **argv)
{
    return jackfield::runDesktop(argc, argv);
}
