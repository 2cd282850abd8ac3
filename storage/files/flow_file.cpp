// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/files/flow_file.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

QString nameFromFile(const QString &fileName)
{
    const QString base = QFileInfo(fileName).completeBaseName().trimmed();
    return base.isEmpty() ? u"Imported flow"_s : base;
}

/// What the first format that reads the file finds in it. None when no format does.
FileFormat::Reading readByAnyFormat(const KindRegistry &kinds, const FileContents &file, QByteArrayView wanted)
{
    for (const FileFormat *format : fileFormats()) {
        if (FileFormat::Reading reading = format->read(kinds, file, wanted))
            return reading;
    }
    return std::nullopt;
}

/// Gives each flow a name, and refuses what is too much.
Result<QList<FileFlow>> completed(const KindRegistry &kinds, QList<FileFlow> flows, const QString &fileName)
{
    const QString base = nameFromFile(fileName);
    for (qsizetype i = 0; i < flows.size(); ++i) {
        FileFlow &flow = flows[i];
        if (flow.name.trimmed().isEmpty())
            flow.name = flows.size() == 1 ? base : u"%1 %2"_s.arg(base).arg(i + 1);
        flow.name.truncate(255);
        flow.file = base.left(255);
        const qsizetype nodes = kinds.find(flow.kind)->lens().project(flow.state).nodes().size();
        if (nodes > kMaxFileNodes)
            return Error{
                "too_many_nodes",
                u"\"%1\" has %2 nodes; a file may bring %3."_s.arg(flow.name).arg(nodes).arg(kMaxFileNodes)};
    }
    return flows;
}

} // namespace

Result<QList<FileFlow>>
readFlowFile(const KindRegistry &kinds, QByteArrayView bytes, const QString &fileName, QByteArrayView wanted)
{
    const Result<Json> json = parseJson(bytes, JsonLimits::forFiles());
    const FileContents file{.bytes = bytes, .json = json ? &*json : nullptr, .style = detectStyle(bytes)};
    const FileFormat::Reading reading = readByAnyFormat(kinds, file, wanted);
    if (!reading) // JSON is read by the format of origin at the latest
        return json.error();
    if (!*reading)
        return reading->error();
    return completed(kinds, **reading, fileName);
}

Result<QList<FileFlow>> flowsInFile(
    const KindRegistry &kinds, const Json &file, const JsonStyle &style, const QString &fileName, QByteArrayView wanted)
{
    const FileFormat::Reading reading = readByAnyFormat(kinds, {.bytes = {}, .json = &file, .style = style}, wanted);
    if (!*reading)
        return reading->error();
    return completed(kinds, **reading, fileName);
}

QString fileNameFor(const QString &flowName, const FileFormat &format)
{
    QString name;
    for (const QChar c : flowName.normalized(QString::NormalizationForm_C)) {
        const bool unusable = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format
            || u"/\\:*?\"<>|"_s.contains(c);
        name += unusable ? u'_' : c;
    }
    name = name.trimmed();
    while (name.startsWith(u'.') || name.startsWith(u'-') || name.startsWith(u' '))
        name.remove(0, 1);
    while (name.toUtf8().size() > 195)
        name.chop(name.size() > 1 && name.back().isLowSurrogate() ? 2 : 1);
    return (name.isEmpty() ? u"flow"_s : name) + u'.' + format.suffix();
}

} // namespace jackfield
