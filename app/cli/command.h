// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"

namespace jackfield {

/// One command of jackfieldctl. Each has a file of its own and one line in the table of cli_program.cpp.
struct Command
{
    QString name; ///< one or two words: "list", "key create"
    QString arguments; ///< as the usage line shows them: "FILE..."
    QString summary; ///< one line
    QList<Option> options = {}; ///< beside the common ones
    qsizetype fewest = 0; ///< arguments
    qsizetype most = 0; ///< -1 = any number
    QString details = {}; ///< for its own help
    int (*run)(const CommandLine &line) = nullptr; ///< returns the exit code
};

Command serveCommand();
Command keyCreateCommand();
Command keyListCommand();
Command keyRevokeCommand();
Command workspaceListCommand();
Command workspaceCreateCommand();
Command listCommand();
Command showCommand();
Command deleteCommand();
Command validateCommand();
Command importCommand();
Command exportCommand();
Command doctorCommand();

} // namespace jackfield
