// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/lifecycle.h"

#include "storage/records/publication.h"

namespace jackfield::lifecycle {

using namespace Qt::Literals::StringLiterals;

namespace {

Error conflict(const QString &message)
{
    return {.code = "conflict"_ba, .message = message};
}

} // namespace

void touch(FlowRecord &record, Touch what, Timestamp at)
{
    ++record.revision;
    if (what == Touch::Hidden)
        return;
    record.summary.visibleRevision = record.revision;
    record.summary.updatedAt = at;
    if (what == Touch::Content && hasVersion(record.summary))
        ++record.summary.changesSinceVersion;
}

void edited(const KindInfo &kind, FlowRecord &record)
{
    if (kind.lifecycle.editUnpublishes && record.summary.status == FlowStatus::Published)
        record.summary.status = FlowStatus::Draft;
}

Result<void> mayPublish(const KindInfo &kind, const FlowRecord &record)
{
    if (!kind.lifecycle.publishes)
        return conflict(u"'%1' needs no publishing: every change of it is live at once."_s.arg(record.summary.name));
    return {};
}

void published(const KindInfo &kind, FlowRecord &record, const FlowVersion &version)
{
    touch(record, Touch::Visible, version.createdAt);
    FlowSummary &summary = record.summary;
    summary.latestVersion = version.id;
    summary.latestVersionNumber = version.number;
    summary.changesSinceVersion = 0;
    summary.publishedAt = version.createdAt;
    // Where activating is a step of its own, what runs goes on running until then.
    if (!kind.lifecycle.activates) {
        summary.status = FlowStatus::Published;
        summary.activeVersion = version.id;
    }
}

void displaced(FlowRecord &record, Timestamp at)
{
    touch(record, Touch::Visible, at);
    record.summary.status = FlowStatus::Draft;
    record.summary.activeVersion.clear();
}

Result<bool> activate(const KindInfo &kind, FlowRecord &record, Timestamp at)
{
    FlowSummary &summary = record.summary;
    if (!kind.lifecycle.activates)
        return conflict(u"'%1' cannot be activated: flows of its kind have no such step."_s.arg(summary.name));
    if (!hasVersion(summary))
        return conflict(u"'%1' has no version yet: publish it, then activate it."_s.arg(summary.name));
    if (!canActivate(kind.lifecycle, summary))
        return false;
    touch(record, Touch::Visible, at);
    summary.status = FlowStatus::Active;
    summary.activeVersion = summary.latestVersion;
    return true;
}

Result<void> pause(const KindInfo &kind, FlowRecord &record, Timestamp at)
{
    if (!kind.lifecycle.activates)
        return conflict(u"'%1' cannot be paused: flows of its kind have no such step."_s.arg(record.summary.name));
    if (record.summary.status != FlowStatus::Active)
        return conflict(u"'%1' is not active: only an active flow can be paused."_s.arg(record.summary.name));
    touch(record, Touch::Visible, at);
    record.summary.status = FlowStatus::Paused;
    return {};
}

Result<void> mayRemove(const FlowSummary &flow)
{
    if (flow.status == FlowStatus::Active)
        return conflict(u"'%1' is active: pause it, then delete it."_s.arg(flow.name));
    return {};
}

} // namespace jackfield::lifecycle
