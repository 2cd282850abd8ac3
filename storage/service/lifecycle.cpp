// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/lifecycle.h"

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
    const bool asPublished = !record.latestVersion.isEmpty() && record.latestVersionRevision == record.visibleRevision;
    ++record.revision;
    if (what == Touch::Hidden)
        return;
    record.visibleRevision = record.revision;
    record.updatedAt = at;
    if (asPublished && what == Touch::Visible)
        record.latestVersionRevision = record.visibleRevision;
}

void edited(const KindInfo &kind, FlowRecord &record)
{
    if (kind.lifecycle.editUnpublishes && record.status == FlowStatus::Published)
        record.status = FlowStatus::Draft;
}

Result<void> mayPublish(const KindInfo &kind, const FlowRecord &record)
{
    if (!kind.lifecycle.publishes)
        return conflict(u"'%1' needs no publishing: every change of it is live at once."_s.arg(record.name));
    return {};
}

void published(const KindInfo &kind, FlowRecord &record, const QByteArray &version, Timestamp at)
{
    touch(record, Touch::Visible, at);
    record.latestVersion = version;
    record.latestVersionRevision = record.visibleRevision;
    record.publishedAt = at;
    // Where activating is a step of its own, what runs goes on running until then.
    if (!kind.lifecycle.activates) {
        record.status = FlowStatus::Published;
        record.activeVersion = version;
    }
}

void displaced(FlowRecord &record, Timestamp at)
{
    touch(record, Touch::Visible, at);
    record.status = FlowStatus::Draft;
    record.activeVersion.clear();
}

Result<bool> activate(const KindInfo &kind, FlowRecord &record, Timestamp at)
{
    if (!kind.lifecycle.activates)
        return conflict(u"'%1' cannot be activated: flows of its kind have no such step."_s.arg(record.name));
    if (record.latestVersion.isEmpty())
        return conflict(u"'%1' has no version yet: publish it, then activate it."_s.arg(record.name));
    if (record.status == FlowStatus::Active && record.activeVersion == record.latestVersion)
        return false;
    touch(record, Touch::Visible, at);
    record.status = FlowStatus::Active;
    record.activeVersion = record.latestVersion;
    return true;
}

Result<void> pause(const KindInfo &kind, FlowRecord &record, Timestamp at)
{
    if (!kind.lifecycle.activates)
        return conflict(u"'%1' cannot be paused: flows of its kind have no such step."_s.arg(record.name));
    if (record.status != FlowStatus::Active)
        return conflict(u"'%1' is not active: only an active flow can be paused."_s.arg(record.name));
    touch(record, Touch::Visible, at);
    record.status = FlowStatus::Paused;
    return {};
}

Result<void> mayRemove(const QString &name, FlowStatus status)
{
    if (status == FlowStatus::Active)
        return conflict(u"'%1' is active: pause it, then delete it."_s.arg(name));
    return {};
}

} // namespace jackfield::lifecycle
