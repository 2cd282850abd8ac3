// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/cli/command_line.h"
#include "model/json/json.h"

namespace jackfield {

/// Asks for a control request (control_commands.h) to be run on a data folder: by this process when nobody owns the
/// folder, else by the owner. Waits while an owner is just starting or just leaving. Blocks.
Result<Json> askFolder(const QString &dataFolder, const Json &request);

/// The same for a command: reports an error on stderr. The value, or the exit code.
struct FolderAnswer
{
    std::optional<Json> value;
    int exitCode = Done;
};
FolderAnswer answerFor(const CommandLine &line, const Json &request);

} // namespace jackfield
