// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "model/json/json_writer.h"
#include "storage/api/api_table.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int createKey(const CommandLine &line)
{
    if (!line.isSet(u"api"_s)) {
        writeProblem(
            u"Which API is the key for? Say --api all, or --api with one of them (jackfieldctl key create --help)."_s);
        return Usage;
    }
    Json scopes = Json::array();
    for (const QString &scope : line.value(u"scopes"_s).split(u',', Qt::SkipEmptyParts))
        scopes.append(Json::string(scope.trimmed()));
    Json request = Json::object(
        {member("command", Json::string("key.create")), member("api", Json::string(line.value(u"api"_s))),
         member("scopes", scopes), member("name", Json::string(line.value(u"name"_s)))});
    if (line.isSet(u"role"_s))
        request.set("role", Json::string(line.value(u"role"_s)));
    if (line.isSet(u"workspace"_s))
        request.set("workspace", Json::string(line.value(u"workspace"_s)));
    const FolderAnswer answer = answerFor(line, request);
    if (answer.value)
        writeOut((*answer.value)["secret"].toUtf8() + '\n');
    return answer.exitCode;
}

int listKeys(const CommandLine &line)
{
    const FolderAnswer answer = answerFor(line, Json::object({member("command", Json::string("key.list"))}));
    if (!answer.value)
        return answer.exitCode;
    if (line.isSet(u"json"_s)) {
        writeOut(writeJson(*answer.value, {}));
        return Done;
    }
    for (const Json &key : answer.value->items()) {
        QStringList scopes;
        for (const Json &scope : key["scopes"].items())
            scopes << scope.toString();
        writeOutLine(QStringList{
            key["id"].toString(), key["api"].toString(), key["role"].toString(),
            scopes.isEmpty() ? u"*"_s : scopes.join(u','), key["workspace"].toString(), key["shown"].toString(),
            onOneLine(key["name"].toString())}
                         .join(u'\t'));
    }
    return Done;
}

int revokeKey(const CommandLine &line)
{
    return answerFor(
               line,
               Json::object(
                   {member("command", Json::string("key.revoke")),
                    member("id", Json::string(line.arguments().constFirst()))}))
        .exitCode;
}

QString apiChoices()
{
    QStringList ids;
    for (const ApiName &api : apiNames())
        ids << QString::fromUtf8(api.id);
    return ids.join(u", "_s);
}

} // namespace

Command keyCreateCommand()
{
    return {
        .name = u"key create"_s,
        .arguments = {},
        .summary = u"make a key and print it, alone; only its SHA-256 is kept"_s,
        .options
        = {{u"api"_s, u"API"_s, u"which API accepts it: "_s + apiChoices()},
           {u"role"_s, u"ROLE"_s, u"owner (the default), admin or agent"_s},
           {u"scopes"_s, u"A,B"_s, u"what it may do, such as journey:read; all when left out"_s},
           {u"workspace"_s, u"ID"_s, u"the workspace that it opens (the default one)"_s},
           {u"name"_s, u"NAME"_s, u"what lists call it"_s}},
        .run = createKey};
}

Command keyListCommand()
{
    return {
        .name = u"key list"_s,
        .arguments = {},
        .summary = u"id, API, role, scopes, workspace, first characters and name of every key"_s,
        .options = {{u"json"_s, {}, u"as JSON"_s}},
        .run = listKeys};
}

Command keyRevokeCommand()
{
    return {
        .name = u"key revoke"_s,
        .arguments = u"ID"_s,
        .summary = u"end a key at once"_s,
        .fewest = 1,
        .most = 1,
        .run = revokeKey};
}

} // namespace jackfield
