// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/files/formats/origin_format.h"

#include "model/json/json_writer.h"
#include "storage/files/formats/bundle_format.h"

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr qint64 kNewestVersion = 1; ///< of the "formatVersion" that exports of a platform carry

} // namespace

QByteArray OriginFormat::name() const
{
    return "origin"_ba;
}

QString OriginFormat::title() const
{
    return u"As it was imported"_s;
}

QString OriginFormat::loss() const
{
    return u"Leaves out positions and notes that the platform has no member for."_s;
}

FileFormat::Reading OriginFormat::read(const KindRegistry &kinds, const FileContents &file, QByteArrayView wanted) const
{
    if (!file.json || BundleFormat::isBundle(*file.json))
        return std::nullopt;
    if ((*file.json)["formatVersion"].toInteger().value_or(0) > kNewestVersion)
        return Error{
            "newer_format", u"The file was written by a newer version of its program: update Jackfield to open it."_s};
    const auto recognised = kinds.recognise(*file.json, wanted);
    if (!recognised)
        return recognised.error();
    QList<FileFlow> flows;
    for (const ExtractedFlow &extracted : recognised->flows) {
        FileFlow flow{.kind = recognised->kind->info().id, .name = extracted.name, .style = file.style};
        flow.state.content = extracted.content;
        flow.surround = extracted.surround;
        flows << flow;
    }
    return flows;
}

QByteArray OriginFormat::write(const Kind &kind, const FlowRecord &record) const
{
    return writeJson(
        record.surround.isNull() ? record.state.content : kind.files().restore(record.surround, record.state.content),
        record.style);
}

} // namespace jackfield
