// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jackfield {

/// The program `jackfieldctl`: finds the command, checks its options, runs it. Returns the exit code of contract.md.
/// Text in and out is UTF-8 whatever the locale says.
int runCommandLine(int argc, char **argv);

} // namespace jackfield
