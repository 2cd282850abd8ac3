// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/kind_info.h"
#include "storage/records/flow_record.h"

namespace jackfield {

/// What a flow and its versions are to each other, told by its summary alone: the one place that lists, the status bar,
/// the versions list and the APIs ask. Pure.

/// Whether any version was made.
bool hasVersion(const FlowSummary &flow);
/// The number that the next publishing gives: 1 for the first version.
int nextVersionNumber(const FlowSummary &flow);
/// How many changes of its content the draft is ahead of the newest version; 0 when it is the same, and none to compare
/// with when never published.
std::optional<qint64> changesSinceVersion(const FlowSummary &flow);
/// The id of the version that runs; empty when none does: never activated, or paused.
QByteArray liveVersion(const FlowSummary &flow);
/// Whether activating makes a difference: there is a version, and the newest one is not what runs.
bool canActivate(const Lifecycle &life, const FlowSummary &flow);

/// What a versions list says of one of its rows.
struct VersionStanding
{
    bool live = false;
    bool newest = false;

    friend bool operator==(const VersionStanding &, const VersionStanding &) = default;
};
VersionStanding standingOf(const FlowSummary &flow, const QByteArray &version);

} // namespace jackfield
