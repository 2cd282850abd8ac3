// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int deleteFlow(const CommandLine &line)
{
    return answerFor(
               line,
               Json::object(
                   {member("command", Json::string("flow.delete")),
                    member("id", Json::string(line.arguments().constFirst()))}))
        .exitCode;
}

} // namespace

Command deleteCommand()
{
    return {
        .name = u"delete"_s,
        .arguments = u"ID"_s,
        .summary = u"move a flow to the trash, with the flows inside it"_s,
        .fewest = 1,
        .most = 1,
        .run = deleteFlow};
}

} // namespace jackfield
