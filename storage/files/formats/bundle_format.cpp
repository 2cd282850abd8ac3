// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/files/formats/bundle_format.h"

#include "model/json/json_writer.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr QByteArrayView kMark = "jackfieldFlow";
constexpr qint64 kVersion = 1;

} // namespace

QByteArray BundleFormat::name() const
{
    return "jackfield"_ba;
}

QString BundleFormat::title() const
{
    return u"Jackfield file with positions"_s;
}

QString BundleFormat::loss() const
{
    return u"Leaves out the versions, the status and what an API keeps beside the flow."_s;
}

bool BundleFormat::isBundle(const Json &file)
{
    return file.contains(kMark);
}

FileFormat::Reading BundleFormat::read(const KindRegistry &kinds, const FileContents &file, QByteArrayView) const
{
    if (!file.json || !isBundle(*file.json))
        return std::nullopt;
    const Json &json = *file.json;
    if (json[kMark].toInteger().value_or(0) > kVersion)
        return Error{"newer_format", u"The file was written by a newer Jackfield: update this one to open it."_s};
    const QByteArray kind = json["kind"].toUtf8();
    if (!kinds.find(kind))
        return Error{
            "unknown_format",
            u"The file holds a flow of the kind \"%1\", which this program does not know."_s.arg(
                QString::fromUtf8(kind)),
            "/kind"};
    FileFlow flow{.kind = kind, .name = json["name"].toString(), .style = file.style};
    flow.state.content = json["content"];
    if (json["sidecar"].isObject())
        flow.state.sidecar = json["sidecar"];
    flow.surround = json["surround"];
    return QList<FileFlow>{flow};
}

QByteArray BundleFormat::write(const Kind &, const FlowRecord &record) const
{
    Json json = Json::object({
        member(kMark, Json::number(kVersion)),
        member("kind", Json::string(record.summary.kind)),
        member("name", Json::string(record.summary.name)),
        member("content", record.state.content),
        member("sidecar", record.state.sidecar),
    });
    if (!record.surround.isNull())
        json.set("surround", record.surround);
    return writeJson(json, JsonStyle{});
}

} // namespace jackfield
