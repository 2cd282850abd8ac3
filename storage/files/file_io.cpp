// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/files/file_io.h"

#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

// QSaveFile makes the bytes durable but not the renamed entry of the folder.
bool syncFolder(const QString &folder)
{
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    const bool synced = ::fsync(descriptor) == 0;
    ::close(descriptor);
    return synced;
}

Error fileError(const QString &verb, const QString &path, const QString &cause)
{
    return Error{"file_error", u"Could not %1 \"%2\": %3."_s.arg(verb, path, cause)};
}

} // namespace

Result<void> saveFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return fileError(u"write"_s, path, file.errorString());
    if (!syncFolder(QFileInfo(path).absolutePath()))
        return fileError(u"make safe on disk"_s, path, u"its folder could not be synced"_s);
    return {};
}

Result<QByteArray> loadFile(const QString &path, qsizetype maxBytes)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fileError(u"read"_s, path, file.errorString());
    QByteArray bytes = file.read(maxBytes + 1);
    if (file.error() != QFileDevice::NoError)
        return fileError(u"read"_s, path, file.errorString());
    if (bytes.size() > maxBytes)
        return Error{"too_large", u"\"%1\" is larger than %2 MiB."_s.arg(path).arg(maxBytes / (1024 * 1024))};
    return bytes;
}

} // namespace jackfield
