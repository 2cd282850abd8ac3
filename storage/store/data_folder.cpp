// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/data_folder.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

QString lockPath(const QString &folder)
{
    return folder + u"/lock"_s;
}

/// A lock of the open file, not of the process: it ends with its owner, however that ends, and asking about it takes
/// nothing.
struct flock wholeFile(short type)
{
    struct flock lock = {};
    lock.l_type = type;
    lock.l_whence = SEEK_SET;
    return lock;
}

QByteArray bootId()
{
    QFile file(u"/proc/sys/kernel/random/boot_id"_s);
    return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed() : QByteArray();
}

/// Three lines: process id, boot id, address (empty until announced). Short enough to be written and read in one piece.
bool writeLock(int descriptor, const QString &address)
{
    const QByteArray text = QByteArray::number(qint64(::getpid())) + '\n' + bootId() + '\n' + address.toUtf8() + '\n';
    return ::ftruncate(descriptor, 0) == 0
        && ::pwrite(descriptor, text.constData(), size_t(text.size()), 0) == text.size();
}

Error unusable(const QString &path, const QString &why)
{
    return {
        .code = "folder_unusable"_ba,
        .message = u"The data folder %1 cannot be used: %2. Choose another one with --data."_s.arg(path, why)};
}

Error owned(const QString &path)
{
    const std::optional<DataFolder::Owner> owner = DataFolder::owner(path);
    const QString who = owner ? u"process %1"_s.arg(owner->processId) : u"another process"_s;
    const QString where
        = owner && !owner->address.isEmpty() ? u" and is served at %1"_s.arg(owner->address) : QString();
    return {.code = "folder_owned"_ba, .message = u"The data folder %1 belongs to %2%3."_s.arg(path, who, where)};
}

} // namespace

DataFolder::DataFolder(QString path) : m_path(std::move(path)) { }

Result<std::unique_ptr<DataFolder>> DataFolder::own(const QString &wanted)
{
    const QString path = QDir(wanted).absolutePath();
    const QDir parent(QDir(path).filePath(u".."_s));
    if (!QDir().mkpath(QDir::cleanPath(parent.path())))
        return unusable(path, u"the folder around it cannot be made"_s);
    const QByteArray name = QFile::encodeName(path);
    if (::mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
        return unusable(path, qt_error_string(errno));
    struct stat status = {};
    if (::stat(name.constData(), &status) != 0 || !S_ISDIR(status.st_mode))
        return unusable(path, u"it is not a folder"_s);
    if ((status.st_mode & 0077) != 0 && ::chmod(name.constData(), 0700) != 0)
        return unusable(path, u"others may read it and that cannot be changed"_s);

    std::unique_ptr<DataFolder> folder(new DataFolder(path));
    folder->m_lockDescriptor
        = ::open(QFile::encodeName(lockPath(path)).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (folder->m_lockDescriptor < 0)
        return unusable(path, qt_error_string(errno));
    struct flock lock = wholeFile(F_WRLCK);
    if (::fcntl(folder->m_lockDescriptor, F_OFD_SETLK, &lock) != 0) {
        if (errno == EAGAIN || errno == EACCES)
            return owned(path);
        return unusable(path, qt_error_string(errno));
    }
    if (!writeLock(folder->m_lockDescriptor, {}))
        return unusable(path, qt_error_string(errno));
    return folder;
}

DataFolder::~DataFolder()
{
    // The file stays: removing it would let two processes lock two files of the same name.
    if (m_lockDescriptor >= 0)
        ::close(m_lockDescriptor);
}

QString DataFolder::databasePath() const
{
    return m_path + u"/jackfield.db"_s;
}

QString DataFolder::controlSocketPath(const QString &path)
{
    return QDir(path).absoluteFilePath(u"control"_s);
}

QString DataFolder::defaultPath()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/jackfield"_s;
}

void DataFolder::announceAddress(const QString &address)
{
    writeLock(m_lockDescriptor, address);
}

std::optional<DataFolder::Owner> DataFolder::owner(const QString &path)
{
    const int descriptor
        = ::open(QFile::encodeName(lockPath(QDir(path).absolutePath())).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return std::nullopt;
    struct flock lock = wholeFile(F_RDLCK);
    const bool free = ::fcntl(descriptor, F_OFD_GETLK, &lock) == 0 && lock.l_type == F_UNLCK;
    QByteArray text(4096, '\0');
    const ssize_t size = ::pread(descriptor, text.data(), size_t(text.size()), 0);
    ::close(descriptor);
    if (free || size <= 0)
        return std::nullopt;
    const QList<QByteArray> lines = text.first(size).split('\n');
    // A lock from before the last start of the machine says nothing about the process that has its number now.
    if (lines.size() < 3 || lines[1] != bootId())
        return std::nullopt;
    return Owner{.processId = lines[0].toLongLong(), .address = QString::fromUtf8(lines[2])};
}

} // namespace jackfield
