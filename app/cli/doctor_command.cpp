// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "app/cli/command.h"
#include "app/cli/folder_request.h"
#include "app/cli/text_output.h"
#include "storage/host/control_socket.h"
#include "storage/host/listen_address.h"
#include "storage/store/data_folder.h"
#include "storage/store/sql/schema.h"
#include "storage/store/sql/store_guard.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

constexpr qint64 kLittleSpaceBytes = 64 * 1024 * 1024;
constexpr int kConnectMilliseconds = 2000;

/// Prints what it finds and remembers whether anything needs to be done.
class Examination
{
public:
    void fine(const QString &thing, const QString &state)
    {
        writeOutLine(u"ok     %1: %2"_s.arg(thing, onOneLine(state)));
    }
    void wrong(const QString &thing, const QString &state)
    {
        writeOutLine(u"wrong  %1: %2"_s.arg(thing, onOneLine(state)));
        m_exitCode = Refused;
    }
    int exitCode() const { return m_exitCode; }

private:
    int m_exitCode = Done;
};

/// False when there is no folder to look into.
bool examineFolder(Examination &examination, const QString &path)
{
    struct stat status = {};
    if (::stat(QFile::encodeName(path).constData(), &status) != 0) {
        if (errno == ENOENT)
            examination.fine(
                u"folder"_s, u"%1 is not there yet; the first command that needs it makes it."_s.arg(path));
        else
            examination.wrong(
                u"folder"_s,
                u"%1 cannot be looked at: %2. Choose another one with --data."_s.arg(path, qt_error_string(errno)));
        return false;
    }
    if (!S_ISDIR(status.st_mode)) {
        examination.wrong(
            u"folder"_s, u"%1 is not a folder. Move it away, or choose another one with --data."_s.arg(path));
        return false;
    }
    if (status.st_uid != ::geteuid())
        examination.wrong(
            u"folder"_s, u"%1 belongs to another user: chown it, or choose another one with --data."_s.arg(path));
    else if ((status.st_mode & 0777) != 0700)
        examination.wrong(
            u"folder"_s,
            u"%1 has the permissions %2 in place of 700: chmod 700 \"%1\"."_s.arg(
                path, QString::number(status.st_mode & 0777, 8)));
    else if (::access(QFile::encodeName(path).constData(), R_OK | W_OK | X_OK) != 0)
        examination.wrong(u"folder"_s, u"%1 cannot be written: %2."_s.arg(path, qt_error_string(errno)));
    else
        examination.fine(u"folder"_s, path);
    const QStorageInfo storage(path);
    if (storage.isValid() && storage.bytesAvailable() < kLittleSpaceBytes)
        examination.wrong(
            u"space"_s, u"%1 MiB are left on its disk: make room."_s.arg(storage.bytesAvailable() / (1024 * 1024)));
    return true;
}

void examineOwner(Examination &examination, const QString &path, const DataFolder::Owner &owner)
{
    const QString who = u"process %1"_s.arg(owner.processId);
    const Result<Json> answer = askOwner(
        DataFolder::controlSocketPath(path), Json::object({member("command", Json::string("ping"))}),
        kConnectMilliseconds);
    if (!answer)
        examination.wrong(
            u"owner"_s,
            u"%1 has the folder but does not answer (%2): end it, then try again."_s.arg(who, answer.error().message));
    else
        examination.fine(
            u"owner"_s, who + (owner.address.isEmpty() ? u", without an API"_s : u", served at "_s + owner.address));
}

void examineDatabase(Examination &examination, const QString &path)
{
    const QString file = path + u"/jackfield.db"_s;
    if (!QFileInfo::exists(file)) {
        examination.fine(u"database"_s, u"none yet"_s);
        return;
    }
    const QString backups = path + u"/backups"_s;
    if (const Result<void> sound = inspectStoreFile(file, schemaSteps().constLast().version, backups); !sound) {
        examination.wrong(u"database"_s, sound.error().message);
        return;
    }
    // Files that are too large to be read through at each start are read through here.
    Result<std::unique_ptr<SqlConnection>> connection = SqlConnection::open(file, dialect::Access::Read);
    const QString damage = connection ? dialect::damage((*connection)->database()) : connection.error().message;
    if (!damage.isEmpty())
        examination.wrong(
            u"database"_s, u"%1 is damaged: %2. Copies of earlier states are in %3."_s.arg(file, damage, backups));
    else
        examination.fine(u"database"_s, u"%1 is sound."_s.arg(file));
}

void examineServedPort(Examination &examination, const QString &address)
{
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port()));
    if (socket.waitForConnected(kConnectMilliseconds))
        examination.fine(u"port"_s, u"%1 answers."_s.arg(address));
    else
        examination.wrong(
            u"port"_s, u"%1 does not answer: %2. Restart the owner."_s.arg(address, socket.errorString()));
}

void examineFreePort(Examination &examination, const ListenAddress &address)
{
    QTcpServer server;
    const QString place = u"%1:%2"_s.arg(address.host).arg(address.port);
    if (server.listen(QHostAddress(address.host), address.port))
        examination.fine(u"port"_s, u"%1 is free."_s.arg(place));
    else
        examination.wrong(
            u"port"_s,
            u"%1 cannot be used: %2. Stop what uses it, or choose another one with --listen."_s.arg(
                place, server.errorString()));
}

int examine(const CommandLine &line)
{
    const Result<ListenAddress> address = parseListenAddress(line.listenAddress());
    if (!address) {
        writeProblem(address.error().message);
        return Usage;
    }
    Examination examination;
    const QString path = line.dataFolder();
    const bool exists = examineFolder(examination, path);
    const std::optional<DataFolder::Owner> owner = exists ? DataFolder::owner(path) : std::nullopt;
    if (owner)
        examineOwner(examination, path, *owner);
    else if (exists)
        examination.fine(u"owner"_s, u"nobody"_s);
    if (exists)
        examineDatabase(examination, path);
    if (owner && !owner->address.isEmpty())
        examineServedPort(examination, owner->address);
    else
        examineFreePort(examination, *address);
    return examination.exitCode();
}

} // namespace

Command doctorCommand()
{
    return {
        .name = u"doctor"_s,
        .arguments = {},
        .summary = u"check the data folder, its owner, the database and the port; says what to do"_s,
        .run = examine};
}

} // namespace jackfield
