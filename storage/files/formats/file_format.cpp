// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/files/formats/file_format.h"

#include "storage/files/formats/bundle_format.h"
#include "storage/files/formats/definition_format.h"
#include "storage/files/formats/origin_format.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

FileFormat::Reading FileFormat::read(const KindRegistry &, const FileContents &, QByteArrayView) const
{
    return std::nullopt;
}

const QList<const FileFormat *> &fileFormats()
{
    static const BundleFormat bundle;
    static const OriginFormat origin;
    static const DefinitionFormat definition;
    static const QList<const FileFormat *> formats = {
        &origin,
        &definition,
        &bundle,
    };
    return formats;
}

const FileFormat *fileFormat(QByteArrayView name)
{
    const QList<const FileFormat *> &formats = fileFormats();
    const auto found = std::ranges::find(formats, name, &FileFormat::name);
    return found == formats.cend() ? nullptr : *found;
}

QString fileFormatNames()
{
    QStringList names;
    for (const FileFormat *format : fileFormats())
        names << QString::fromUtf8(format->name());
    return names.join(u", "_s);
}

const FileFormat &formatOfOrigin()
{
    return *fileFormats().constFirst();
}

} // namespace jackfield
