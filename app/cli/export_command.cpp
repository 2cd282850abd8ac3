// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "storage/files/file_io.h"
#include "storage/files/formats/file_format.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

int exportFlow(const CommandLine &line)
{
    Json request = Json::object(
        {member("command", Json::string("flow.export")), member("id", Json::string(line.arguments().constFirst()))});
    if (line.isSet(u"format"_s))
        request.set("format", Json::string(line.value(u"format"_s)));
    const FolderAnswer answer = answerFor(line, request);
    if (!answer.value)
        return answer.exitCode;
    if (!line.isSet(u"output"_s)) {
        writeOut(answer.value->toUtf8());
        return Done;
    }
    const Result<void> saved = saveFile(line.value(u"output"_s), answer.value->toUtf8());
    if (!saved) {
        writeProblem(saved.error().message);
        return Usage;
    }
    return Done;
}

} // namespace

Command exportCommand()
{
    QStringList formats;
    for (const FileFormat *format : fileFormats())
        formats << u"%1: %2. %3"_s.arg(QString::fromUtf8(format->name()), format->title(), format->loss());
    return {
        .name = u"export"_s,
        .arguments = u"ID"_s,
        .summary = u"write a flow as a file, in its format of origin unless said"_s,
        .options
        = {{u"output"_s, u"FILE"_s, u"where to; stdout when left out"_s, u'o'},
           {u"format"_s, u"F"_s, u"one of "_s + fileFormatNames()}},
        .fewest = 1,
        .most = 1,
        .details = formats.join(u'\n'),
        .run = exportFlow};
}

} // namespace jackfield
