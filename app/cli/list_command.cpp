// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "model/json/json_writer.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int listFlows(const CommandLine &line)
{
    const FolderAnswer answer = answerFor(
        line,
        Json::object(
            {member("command", Json::string("flow.list")), member("kind", Json::string(line.value(u"kind"_s))),
             member("workspace", Json::string(line.value(u"workspace"_s)))}));
    if (!answer.value)
        return answer.exitCode;
    if (line.isSet(u"json"_s)) {
        writeOut(writeJson(*answer.value, {}));
        return Done;
    }
    for (const Json &flow : answer.value->items())
        writeOutLine(QStringList{
            flow["id"].toString(), flow["kind"].toString(), flow["status"].toString(),
            onOneLine(flow["name"].toString())}
                         .join(u'\t'));
    return Done;
}

} // namespace

Command listCommand()
{
    return {
        .name = u"list"_s,
        .arguments = {},
        .summary = u"id, kind, status and name of the stored flows, one a line, between tabs"_s,
        .options
        = {{u"kind"_s, u"KIND"_s, u"only flows of this kind"_s},
           {u"workspace"_s, u"ID"_s, u"those of another workspace than the default one"_s},
           {u"json"_s, {}, u"as JSON"_s}},
        .run = listFlows};
}

} // namespace jackfield
