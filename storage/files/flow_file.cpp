// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/files/flow_file.h"

#include "model/json/json_writer.h"
#include "model/kinds/kind_registry.h"

#include <QFileInfo>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr QByteArrayView kBundleMark = "jackfieldFlow";
constexpr qint64 kBundleVersion = 1;

constexpr std::array kFormats = {
    std::pair<QByteArrayView, FileFormat>{"origin", FileFormat::Origin},
    std::pair<QByteArrayView, FileFormat>{"definition", FileFormat::Definition},
    std::pair<QByteArrayView, FileFormat>{"jackfield", FileFormat::Bundle},
};

QString nameFromFile(const QString &fileName)
{
    const QString base = QFileInfo(fileName).completeBaseName().trimmed();
    return base.isEmpty() ? u"Imported flow"_s : base;
}

// A file that says it was written by a program newer than this one.
bool isFromTheFuture(const Json &file)
{
    return file["formatVersion"].toInteger().value_or(0) > kBundleVersion
        || file[kBundleMark].toInteger().value_or(0) > kBundleVersion;
}

Result<QList<FileFlow>> readBundle(const KindRegistry &kinds, const Json &file, const JsonStyle &style)
{
    const QByteArray kind = file["kind"].toUtf8();
    if (!kinds.find(kind))
        return Error{
            "unknown_format",
            u"The file holds a flow of the kind \"%1\", which this program does not know."_s.arg(
                QString::fromUtf8(kind)),
            "/kind"};
    FileFlow flow{.kind = kind, .name = file["name"].toString(), .style = style};
    flow.state.content = file["content"];
    if (file["sidecar"].isObject())
        flow.state.sidecar = file["sidecar"];
    flow.surround = file["surround"];
    return QList<FileFlow>{flow};
}

Json bundle(const FlowRecord &record)
{
    Json json = Json::object({
        member(kBundleMark, Json::number(kBundleVersion)),
        member("kind", Json::string(record.kind)),
        member("name", Json::string(record.name)),
        member("content", record.state.content),
        member("sidecar", record.state.sidecar),
    });
    if (!record.surround.isNull())
        json.set("surround", record.surround);
    return json;
}

} // namespace

std::optional<FileFormat> fileFormatFromName(QByteArrayView name)
{
    const auto it = std::ranges::find(kFormats, name, [](const auto &entry) { return entry.first; });
    return it == kFormats.end() ? std::nullopt : std::optional(it->second);
}

QList<QByteArray> fileFormatNames()
{
    QList<QByteArray> names;
    for (const auto &[name, format] : kFormats)
        names << name.toByteArray();
    return names;
}

Result<QList<FileFlow>>
readFlowFile(const KindRegistry &kinds, QByteArrayView bytes, const QString &fileName, QByteArrayView wanted)
{
    const Result<Json> file = parseJson(bytes, JsonLimits::forFiles());
    if (!file)
        return file.error();
    return flowsInFile(kinds, *file, detectStyle(bytes), fileName, wanted);
}

Result<QList<FileFlow>> flowsInFile(
    const KindRegistry &kinds, const Json &file, const JsonStyle &style, const QString &fileName, QByteArrayView wanted)
{
    if (isFromTheFuture(file))
        return Error{
            "newer_format", u"The file was written by a newer version of its program: update Jackfield to open it."_s};
    QList<FileFlow> flows;
    if (file.contains(kBundleMark)) {
        Result<QList<FileFlow>> read = readBundle(kinds, file, style);
        if (!read)
            return read.error();
        flows = *read;
    } else {
        const auto recognised = kinds.recognise(file, wanted);
        if (!recognised)
            return recognised.error();
        for (const ExtractedFlow &extracted : recognised->flows) {
            FileFlow flow{.kind = recognised->kind->info().id, .name = extracted.name, .style = style};
            flow.state.content = extracted.content;
            flow.surround = extracted.surround;
            flows << flow;
        }
    }
    for (qsizetype i = 0; i < flows.size(); ++i) {
        if (flows[i].name.trimmed().isEmpty())
            flows[i].name
                = flows.size() == 1 ? nameFromFile(fileName) : u"%1 %2"_s.arg(nameFromFile(fileName)).arg(i + 1);
        flows[i].name.truncate(255);
        flows[i].file = nameFromFile(fileName).left(255);
        const qsizetype nodes = kinds.find(flows[i].kind)->lens().project(flows[i].state).nodes().size();
        if (nodes > kMaxFileNodes)
            return Error{
                "too_many_nodes",
                u"\"%1\" has %2 nodes; a file may bring %3."_s.arg(flows[i].name).arg(nodes).arg(kMaxFileNodes)};
    }
    return flows;
}

QByteArray writeFlowFile(const Kind &kind, const FlowRecord &record, FileFormat format)
{
    switch (format) {
    case FileFormat::Origin:
        return writeJson(
            record.surround.isNull() ? record.state.content
                                     : kind.files().restore(record.surround, record.state.content),
            record.style);
    case FileFormat::Definition:
        return writeJson(record.state.content, record.style);
    case FileFormat::Bundle:
        return writeJson(bundle(record), JsonStyle{});
    }
    Q_UNREACHABLE();
}

QString fileNameFor(const QString &flowName)
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
    return (name.isEmpty() ? u"flow"_s : name) + u".json"_s;
}

} // namespace jackfield
