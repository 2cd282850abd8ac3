// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "model/json/json_writer.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int listWorkspaces(const CommandLine &line)
{
    const FolderAnswer answer = answerFor(line, Json::object({member("command", Json::string("workspace.list"))}));
    if (!answer.value)
        return answer.exitCode;
    if (line.isSet(u"json"_s)) {
        writeOut(writeJson(*answer.value, {}));
        return Done;
    }
    for (const Json &workspace : answer.value->items())
        writeOutLine(workspace["id"].toString() + u'\t' + onOneLine(workspace["name"].toString()));
    return Done;
}

int createWorkspace(const CommandLine &line)
{
    const FolderAnswer answer = answerFor(
        line,
        Json::object(
            {member("command", Json::string("workspace.create")),
             member("name", Json::string(line.arguments().constFirst()))}));
    if (answer.value)
        writeOutLine((*answer.value)["id"].toString());
    return answer.exitCode;
}

} // namespace

Command workspaceListCommand()
{
    return {
        .name = u"workspace list"_s,
        .arguments = {},
        .summary = u"id and name of every workspace"_s,
        .options = {{u"json"_s, {}, u"as JSON"_s}},
        .run = listWorkspaces};
}

Command workspaceCreateCommand()
{
    return {
        .name = u"workspace create"_s,
        .arguments = u"NAME"_s,
        .summary = u"make a workspace and print its id"_s,
        .fewest = 1,
        .most = 1,
        .run = createWorkspace};
}

} // namespace jackfield
