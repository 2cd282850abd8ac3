// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "model/kinds/kind_registry.h"
#include "storage/files/file_io.h"
#include "storage/files/flow_file.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

void reportFile(const QString &file, const Error &error)
{
    writeErrorLine(placedLine(file, error));
}

/// What can be read of a file before anything is stored; the error is reported.
std::optional<QByteArray> readableText(const KindRegistry &kinds, const QString &file, const QByteArray &kind)
{
    Result<QByteArray> text = loadFile(file);
    if (!text) {
        reportFile(file, text.error());
        return std::nullopt;
    }
    if (const Result<QList<FileFlow>> flows = readFlowFile(kinds, *text, file, kind); !flows) {
        reportFile(file, flows.error());
        return std::nullopt;
    }
    return *std::move(text);
}

int importOne(const CommandLine &line, const QString &file, const QByteArray &text)
{
    Json request = Json::object(
        {member("command", Json::string("flow.import")), member("file", Json::string(file)),
         member("kind", Json::string(line.value(u"as"_s))),
         member("workspace", Json::string(line.value(u"workspace"_s))), member("text", Json::string(text))});
    if (line.isSet(u"into"_s))
        request.set("into", Json::string(line.value(u"into"_s)));
    const Result<Json> answer = askFolder(line.dataFolder(), request);
    if (!answer) {
        reportFile(file, answer.error());
        return exitCodeFor(answer.error());
    }
    for (const Json &flow : answer->items())
        writeOutLine(
            flow["id"].toString() + u'\t' + flow["kind"].toString() + u'\t' + onOneLine(flow["name"].toString()));
    return Done;
}

int importFiles(const CommandLine &line)
{
    const KindRegistry kinds;
    QList<QByteArray> texts;
    bool isReadable = true;
    for (const QString &file : line.arguments()) {
        const std::optional<QByteArray> text = readableText(kinds, file, line.value(u"as"_s).toUtf8());
        isReadable = isReadable && text;
        texts << text.value_or(QByteArray());
    }
    if (!isReadable)
        return Usage;
    for (qsizetype i = 0; i < texts.size(); ++i) {
        if (const int exitCode = importOne(line, line.arguments()[i], texts[i]); exitCode != Done)
            return exitCode;
    }
    return Done;
}

} // namespace

Command importCommand()
{
    return {
        .name = u"import"_s,
        .arguments = u"FILE..."_s,
        .summary = u"store the flows of files; prints id, kind and name of each"_s,
        .options
        = {{u"as"_s, u"KIND"_s, u"take the files for this kind"_s},
           {u"into"_s, u"ID"_s, u"the flow that owns the imported ones; a new one when left out"_s},
           {u"workspace"_s, u"ID"_s, u"store them in another workspace than the default one"_s}},
        .fewest = 1,
        .most = -1,
        .details
        = u"Every file is read before the first one is stored: when one cannot be read, nothing is imported."_s,
        .run = importFiles};
}

} // namespace jackfield
