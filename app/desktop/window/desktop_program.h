// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace jackfield {

/// The program `jackfield`: reads its options, opens the data folder or hands its files to the one that has it, shows
/// the window. Returns the exit code of contract.md.
int runDesktop(int argc, char **argv);

} // namespace jackfield
