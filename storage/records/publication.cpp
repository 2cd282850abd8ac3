// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/records/publication.h"

namespace jackfield {

bool hasVersion(const FlowSummary &flow)
{
    return !flow.latestVersion.isEmpty();
}

int nextVersionNumber(const FlowSummary &flow)
{
    return flow.latestVersionNumber + 1;
}

std::optional<qint64> changesSinceVersion(const FlowSummary &flow)
{
    return hasVersion(flow) ? std::optional(flow.changesSinceVersion) : std::nullopt;
}

QByteArray liveVersion(const FlowSummary &flow)
{
    // A paused flow remembers what ran, so that nothing forgets it; it does not run. Editing does not stop what runs,
    // also where it takes the flow back to draft.
    return flow.status == FlowStatus::Paused ? QByteArray() : flow.activeVersion;
}

bool canActivate(const Lifecycle &life, const FlowSummary &flow)
{
    return life.activates && hasVersion(flow) && liveVersion(flow) != flow.latestVersion;
}

VersionStanding standingOf(const FlowSummary &flow, const QByteArray &version)
{
    return {
        .live = !version.isEmpty() && version == liveVersion(flow),
        .newest = !version.isEmpty() && version == flow.latestVersion};
}

} // namespace jackfield
