// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "tests/support/gates/room_table.h"

#include <algorithm>

namespace jackfield::gates {

using namespace Qt::Literals::StringLiterals;

namespace {

Error invalidTable(const QString &message, int line)
{
    return {.code = "invalid_table"_ba, .message = message, .line = line};
}

QStringList parts(const QString &folder)
{
    return folder == u"."_s ? QStringList() : folder.split(u'/');
}

bool isWithin(const QString &folder, const QString &outer)
{
    return folder == outer || folder.startsWith(outer + u'/');
}

qsizetype rankOf(const RoomTable::Order &order, const QString &name)
{
    const auto found = std::ranges::find_if(order.ranks, [&](const QStringList &rank) { return rank.contains(name); });
    return found == order.ranks.end() ? -1 : found - order.ranks.begin();
}

/// The words of a statement, and the line that it begins in.
struct Statement
{
    QStringList words;
    int line = 0;
};

QList<Statement> statementsOf(const QString &text)
{
    QList<Statement> statements;
    int number = 0;
    for (const QString &whole : text.split(u'\n')) {
        ++number;
        const QString line = whole.left(whole.indexOf(u'#'));
        const QStringList words = line.simplified().split(u' ', Qt::SkipEmptyParts);
        if (words.isEmpty())
            continue;
        if (line.front().isSpace() && !statements.isEmpty())
            statements.last().words += words;
        else
            statements.append({words, number});
    }
    return statements;
}

QList<QStringList> ranksOf(const QStringList &names)
{
    QList<QStringList> ranks{{}};
    for (const QString &name : names) {
        if (name == u">"_s)
            ranks.append(QStringList());
        else
            ranks.last() << name;
    }
    return ranks;
}

} // namespace

const RoomTable::Arrows *RoomTable::room(const QString &folder) const
{
    const auto found = std::ranges::find(rooms, folder, &Arrows::folder);
    return found == rooms.end() ? nullptr : &*found;
}

QString RoomTable::objection(const QString &from, const QString &to) const
{
    for (const Arrows &arrows : blind) {
        for (const QString &hidden : arrows.to) {
            if (isWithin(from, arrows.folder) && isWithin(to, hidden))
                return u"%1 never knows %2"_s.arg(arrows.folder, hidden);
        }
    }
    const QStringList above = parts(from);
    const QStringList below = parts(to);
    const qsizetype shared
        = std::ranges::mismatch(above, below).in1 - above.begin(); // folders that both of them are in
    const QString folder = shared == 0 ? u"."_s : above.mid(0, shared).join(u'/');
    const auto order = std::ranges::find(orders, folder, &Order::folder);
    if (order == orders.end())
        return u"nothing says the order of what is in %1"_s.arg(folder);
    const QString upper = above.value(shared, u"."_s);
    const QString lower = below.value(shared, u"."_s);
    const qsizetype upperRank = rankOf(*order, upper);
    const qsizetype lowerRank = rankOf(*order, lower);
    for (const auto &[name, rank] : {std::pair(upper, upperRank), std::pair(lower, lowerRank)}) {
        if (rank < 0)
            return u"the order of what is in %1 does not say where %2 stands"_s.arg(folder, name);
    }
    if (upperRank < lowerRank)
        return {};
    return upperRank > lowerRank ? u"that arrow points up"_s : u"they stand beside each other"_s;
}

Result<RoomTable> readRoomTable(const QString &text)
{
    RoomTable table;
    for (const Statement &statement : statementsOf(text)) {
        const auto &[words, line] = statement;
        if (words.size() < 2)
            return invalidTable(u"A line is: order, blind or room, a folder, and names."_s, line);
        const QString &folder = words.at(1);
        const QStringList names = words.mid(2);
        if (words.first() == u"order"_s) {
            table.orders.append({folder, ranksOf(names), line});
        } else if (words.first() == u"blind"_s) {
            table.blind.append({folder, names, line});
        } else if (words.first() != u"room"_s) {
            return invalidTable(u"'%1' is none of order, blind, room."_s.arg(words.first()), line);
        } else {
            if (table.room(folder))
                return invalidTable(u"%1 has two lines."_s.arg(folder), line);
            table.rooms.append({folder, names, line});
        }
    }
    return table;
}

} // namespace jackfield::gates
