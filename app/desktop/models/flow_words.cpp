// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/flow_words.h"

#include "app/desktop/widgets/counted.h"
#include "storage/records/publication.h"

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
    const qint64 changes = changesSinceVersion(flow).value_or(0);
    return changes > 0 ? words("%1 since v%2")
                             .arg(counted(changes, words("%1 change"), words("%1 changes")))
                             .arg(flow.latestVersionNumber)
                       : words("same as v%1").arg(flow.latestVersionNumber);
}

} // namespace

QString lifeText(const FlowSummary &flow, const Lifecycle &life)
{
    if (!life.publishes)
        return words("Live");
    const bool runsAnOlderOne = flow.status == FlowStatus::Active && liveVersion(flow) != flow.latestVersion;
    const QString status = runsAnOlderOne ? words("Active with an older version") : statusWord(flow.status);
    return hasVersion(flow) ? words("%1, %2").arg(status, sinceVersion(flow)) : status;
}

QString shortLifeText(const FlowSummary &flow, const Lifecycle &life)
{
    if (!life.publishes)
        return words("live");
    QString status = statusWord(flow.status).toLower();
    if (!hasVersion(flow) || !life.keepsVersions)
        return status;
    if (changesSinceVersion(flow) != 0 || flow.status == FlowStatus::Draft)
        return sinceVersion(flow);
    return words("%1, %2").arg(status, sinceVersion(flow));
}

QString publishText(const FlowSummary &flow)
{
    return words("Publish v%1").arg(nextVersionNumber(flow));
}

QString activateText(const FlowSummary &flow)
{
    return hasVersion(flow) ? words("Activate v%1").arg(flow.latestVersionNumber) : words("Activate");
}

} // namespace jackfield
