// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "model/json/json_writer.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int showFlow(const CommandLine &line)
{
    const FolderAnswer answer = answerFor(
        line,
        Json::object(
            {member("command", Json::string("flow.show")), member("id", Json::string(line.arguments().constFirst()))}));
    if (answer.value)
        writeOut(writeJson(*answer.value, {}));
    return answer.exitCode;
}

} // namespace

Command showCommand()
{
    return {
        .name = u"show"_s,
        .arguments = u"ID"_s,
        .summary = u"print everything that is stored of a flow, as JSON"_s,
        .fewest = 1,
        .most = 1,
        .run = showFlow};
}

} // namespace jackfield
