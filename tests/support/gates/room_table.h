// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "tests/support/gates/source_tree.h"

namespace jackfield::gates {

/// Which room may include which, as tests/arch/rooms.txt says it. A room is a folder with sources, without the folders
/// in it. One statement a line; an indented line goes on with the one before, `#` begins a comment:
///
///     order FOLDER    a > b c > d   what is in FOLDER, top down; "." is the folder's own files. Those beside each
///                                   other do not know each other
///     blind FOLDER    x y           nothing below FOLDER knows what is below x or y, though it is further down
///     room FOLDER     x y           what the room includes, exactly
///
/// An arrow that agrees with `order` goes down, so that there is no circle.
struct RoomTable
{
    struct Order
    {
        QString folder;
        QList<QStringList> ranks; ///< top first
        int line = 0;
    };
    struct Arrows
    {
        QString folder;
        QStringList to;
        int line = 0;
    };
    QList<Order> orders;
    QList<Arrows> blind;
    QList<Arrows> rooms;

    const Arrows *room(const QString &folder) const;
    /// Why `from` may not know `to`, whatever its line says; empty when it may.
    QString objection(const QString &from, const QString &to) const;
};

/// Errors: "invalid_table", with its line.
Result<RoomTable> readRoomTable(const QString &text);

} // namespace jackfield::gates
