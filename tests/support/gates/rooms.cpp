// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/rooms.h"

#include "tests/support/gates/room_table.h"

#include <QMap>
#include <QRegularExpression>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

/// An #include of our own file.
struct Include
{
    QString file;
    int line = 0;
    QString target;
};

QList<Include> includesOf(const SourceTree &tree, const QString &file)
{
    static const QRegularExpression include(u"^\\s*#\\s*include \"([^\"]+)\""_s);
    QList<Include> found;
    int number = 0;
    for (const QString &line : tree.lines(file)) {
        ++number;
        const QString target = include.match(line).captured(1);
        if (!target.isEmpty() && !target.endsWith(u".moc") && !target.startsWith(u"moc_")) // moc's are made beside it
            found.append({file, number, target});
    }
    return found;
}

/// What a room includes: each other room with the first include that names it.
using Used = QMap<QString, Include>;

Findings missingArrows(const RoomTable &table, const QString &folder, const Used &used)
{
    Findings findings;
    const RoomTable::Arrows *room = table.room(folder);
    for (auto it = used.cbegin(); it != used.cend(); ++it) {
        const QString objection = table.objection(folder, it.key());
        if (!objection.isEmpty())
            findings.append(
                {it->file, it->line,
                 u"%1 must not include %2 (\"%3\"): %4"_s.arg(folder, it.key(), it->target, objection)});
        else if (room && !room->to.contains(it.key()))
            findings.append(
                {it->file, it->line,
                 u"%1 includes %2 (\"%3\"), which its line in %4 does not name; with it: room %1 %5"_s.arg(
                     folder, it.key(), it->target, kRoomTableFile.toString(), used.keys().join(u' '))});
    }
    return findings;
}

} // namespace

Findings checkRooms(const SourceTree &tree)
{
    const QString tableFile = kRoomTableFile.toString();
    const Result<RoomTable> table = readRoomTable(tree.text(tableFile));
    if (!table)
        return {{tableFile, table.error().line, table.error().message}};

    QMap<QString, Used> rooms;
    QMap<QString, QString> firstFiles;
    Findings findings;
    for (const QString &file : tree.sources()) {
        const QString folder = folderOf(file);
        Used &used = rooms[folder];
        if (!firstFiles.contains(folder))
            firstFiles.insert(folder, file);
        for (const Include &include : includesOf(tree, file)) {
            const QString target = folderOf(include.target);
            if (target == u"."_s)
                findings.append({file, include.line, u"\"%1\" is not named from the root"_s.arg(include.target)});
            else if (target != folder && !used.contains(target))
                used.insert(target, include);
        }
    }
    for (auto it = rooms.cbegin(); it != rooms.cend(); ++it) {
        if (!table->room(it.key()))
            findings.append(
                {firstFiles.value(it.key()), 0,
                 u"the room %1 has no line in %2; it would be: room %1 %3"_s.arg(
                     it.key(), tableFile, it->keys().join(u' '))});
        findings += missingArrows(*table, it.key(), *it);
    }
    for (const RoomTable::Arrows &room : table->rooms) {
        if (!rooms.contains(room.folder))
            findings.append({tableFile, room.line, u"there is no room %1"_s.arg(room.folder)});
        for (const QString &target : room.to) {
            if (rooms.contains(room.folder) && !rooms[room.folder].contains(target))
                findings.append({tableFile, room.line, u"%1 does not include %2 any more"_s.arg(room.folder, target)});
        }
    }
    return findings;
}

} // namespace jackfield::gates
