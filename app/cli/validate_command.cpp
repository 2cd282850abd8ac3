// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/source_places.h"
#include "app/cli/text_output.h"
#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"
#include "storage/files/file_io.h"
#include "storage/files/flow_file.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

struct Finding
{
    Severity severity = Severity::Error;
    QString file;
    QString message;
    QByteArray code;
    QByteArray pointer; ///< in the file
    int line = 0;
    int column = 0;
};

struct Findings
{
    QList<Finding> all;
    bool isUnreadable = false;

    bool haveErrors() const
    {
        return std::ranges::any_of(all, [](const Finding &finding) { return finding.severity == Severity::Error; });
    }
};

void addUnreadable(Findings &findings, const QString &file, const Error &error)
{
    findings.isUnreadable = true;
    findings.all << Finding{Severity::Error, file, error.message, error.code, error.pointer, error.line, error.column};
}

void checkFile(Findings &findings, const KindRegistry &kinds, const QString &path, const QByteArray &kind)
{
    const Result<QByteArray> text = loadFile(path);
    if (!text)
        return addUnreadable(findings, path, text.error());
    JsonPositions positions;
    const Result<Json> file = parseJson(*text, JsonLimits::forFiles(), &positions);
    if (!file)
        return addUnreadable(findings, path, file.error());
    const Result<QList<FileFlow>> flows = flowsInFile(kinds, *file, detectStyle(*text), path, kind);
    if (!flows)
        return addUnreadable(findings, path, flows.error());

    const SourcePlaces places(*file, std::move(positions));
    for (const FileFlow &flow : *flows) {
        const Kind &its = *kinds.find(flow.kind);
        for (const Problem &problem : its.rules().check(flow.state, its.lens().project(flow.state))) {
            const SourcePlaces::Place place = places.placeOf(flow.state.content, problem.pointer);
            findings.all << Finding{problem.severity,     path,       problem.message, problem.code,
                                    place.pointer.text(), place.line, place.column};
        }
    }
}

Json asJson(const Findings &findings, Severity severity)
{
    Json list = Json::array();
    for (const Finding &finding : findings.all) {
        if (finding.severity != severity)
            continue;
        list.append(Json::object({
            member("path", Json::string(finding.file)),
            member("message", Json::string(finding.message)),
            member("code", Json::string(finding.code)),
            member("pointer", Json::string(finding.pointer)),
            member("line", finding.line > 0 ? Json::number(qint64(finding.line)) : Json()),
            member("column", finding.line > 0 ? Json::number(qint64(finding.column)) : Json()),
        }));
    }
    return list;
}

int validate(const CommandLine &line)
{
    const KindRegistry kinds;
    const QByteArray kind = line.value(u"kind"_s).toUtf8();
    if (!kind.isEmpty() && !kinds.find(kind)) {
        writeProblem(u"There is no kind \"%1\"."_s.arg(QString::fromUtf8(kind)));
        return Usage;
    }
    Findings findings;
    for (const QString &file : line.arguments())
        checkFile(findings, kinds, file, kind);

    if (line.isSet(u"json"_s)) {
        writeOut(writeJson(
            Json::object(
                {member("valid", Json::boolean(!findings.haveErrors())),
                 member("errors", asJson(findings, Severity::Error)),
                 member("warnings", asJson(findings, Severity::Warning))}),
            {}));
    } else {
        for (const Finding &finding : findings.all)
            writeOutLine(placedLine(
                finding.file, finding.line, finding.column,
                finding.severity == Severity::Error ? u"error"_s : u"warning"_s, finding.message, finding.code));
    }
    if (findings.isUnreadable)
        return Usage;
    return findings.haveErrors() ? NotSo : Done;
}

} // namespace

Command validateCommand()
{
    return {
        .name = u"validate"_s,
        .arguments = u"FILE..."_s,
        .summary = u"check flow files; exit code 0 valid (warnings allowed), 1 errors, 2 unreadable"_s,
        .options = {{u"kind"_s, u"KIND"_s, u"take the files for this kind"_s}, {u"json"_s, {}, u"as JSON"_s}},
        .fewest = 1,
        .most = -1,
        .details = u"Each problem is a line FILE:LINE:COL: error: message [code]."_s,
        .run = validate};
}

} // namespace jackfield
