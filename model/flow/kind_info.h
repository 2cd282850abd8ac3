// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QString>

namespace jackfield {

/// How a kind lives: which transitions its platform knows.
struct Lifecycle
{
    bool publishes = true; ///< has a publish step
    bool keepsVersions = false; ///< each publish makes an immutable version
    bool activates = false; ///< draft -> active -> paused, beside publishing
    bool editUnpublishes = false; ///< changing the content of a published flow makes it a draft again
    bool onePublishedPerParent = false; ///< publishing one takes its published siblings back to draft
};

/// How the platform of a kind spells the ids of its flows.
enum class IdStyle : quint8 {
    Ulid, ///< 26 characters that sort by time
    Hex, ///< 24 hexadecimal digits that begin with the time in seconds
};

struct KindInfo
{
    QByteArray id; ///< folder name in resources/kinds
    QString title; ///< of one flow, for people; capitalised
    QString plural; ///< of several
    QByteArray icon;
    QByteArray parentKind; ///< kind that owns flows of this one; empty for those that stand alone
    QString startHint; ///< what the empty canvas says first
    QString
        drawnElsewhere; ///< where the structure is changed when the canvas only shows it; empty when it is drawn there
    Lifecycle lifecycle;
    IdStyle idStyle = IdStyle::Ulid; ///< of flows that nobody chose an id for
};

} // namespace jackfield
