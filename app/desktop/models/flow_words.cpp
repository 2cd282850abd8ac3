// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/flow_words.h"

#include "app/desktop/widgets/counted.h"

#include <QCoreApplication>

namespace jackfield {

namespace {

QString words(const char *text)
{
    return QCoreApplication::translate("FlowWords", text);
}

QString statusWord(FlowStatus status)
{
    switch (status) {
    case FlowStatus::Draft:
        return words("Draft");
    case FlowStatus::Published:
        return words("Published");
    case FlowStatus::Active:
        return words("Active");
    case FlowStatus::Paused:
        return words("Paused");
    }
    Q_UNREACHABLE();
}

QString sinceVersion(const FlowSummary &flow)
{
    const qint64 changes = flow.visibleRevision - flow.latestVersionRevision;
    return changes > 0 ? words("%1 since v%2")
                             .arg(counted(changes, words("%1 change"), words("%1 changes")))
                             .arg(flow.latestVersionNumber)
                       : words("same as v%1").arg(flow.latestVersionNumber);
}

bool hasChanges(const FlowSummary &flow)
{
    return flow.latestVersionNumber > 0 && flow.visibleRevision > flow.latestVersionRevision;
}

} // namespace

QString lifeText(const FlowSummary &flow, const Lifecycle &life)
{
    if (!life.publishes)
        return words("Live");
    const bool runsAnOlderOne = flow.status == FlowStatus::Active && flow.activeVersion != flow.latestVersion;
    const QString status = runsAnOlderOne ? words("Active with an older version") : statusWord(flow.status);
    return flow.latestVersionNumber > 0 ? words("%1, %2").arg(status, sinceVersion(flow)) : status;
}

QString shortLifeText(const FlowSummary &flow, const Lifecycle &life)
{
    if (!life.publishes)
        return words("live");
    const QString status = statusWord(flow.status).toLower();
    if (flow.latestVersionNumber == 0 || !life.keepsVersions)
        return status;
    if (hasChanges(flow) || flow.status == FlowStatus::Draft)
        return sinceVersion(flow);
    return words("%1, %2").arg(status, sinceVersion(flow));
}

QString publishText(const FlowSummary &flow)
{
    return words("Publish v%1").arg(flow.latestVersionNumber + 1);
}

QString activateText(const FlowSummary &flow)
{
    return flow.latestVersionNumber > 0 ? words("Activate v%1").arg(flow.latestVersionNumber) : words("Activate");
}

bool canActivate(const FlowSummary &flow, const Lifecycle &life)
{
    return life.activates && !flow.latestVersion.isEmpty() && liveVersion(flow) != flow.latestVersion;
}

bool canPause(const FlowSummary &flow, const Lifecycle &life)
{
    return life.activates && flow.status == FlowStatus::Active;
}

QByteArray liveVersion(const FlowSummary &flow)
{
    const bool serves = flow.status == FlowStatus::Active || flow.status == FlowStatus::Published;
    return serves ? flow.activeVersion : QByteArray();
}

} // namespace jackfield
