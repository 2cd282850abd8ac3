// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "app/desktop/models/versions_model.h"

#include "app/desktop/widgets/row_roles.h"
#include "storage/records/publication.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

void VersionsModel::show(const FlowSummary &flow, const QList<FlowVersion> &versions)
{
    beginResetModel();
    m_versions = versions;
    m_flow = flow;
    endResetModel();
}

void VersionsModel::clear()
{
    show({}, {});
}

const FlowVersion *VersionsModel::version(const QModelIndex &index) const
{
    return index.isValid() ? &m_versions[index.row()] : nullptr;
}

int VersionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_versions.size());
}

QVariant VersionsModel::data(const QModelIndex &index, int role) const
{
    const FlowVersion *shown = version(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return tr("Version %1").arg(shown->number);
    case kDetailRole:
        return detail(*shown);
    case kGoodRole:
        return standingOf(m_flow, shown->id).live;
    case Qt::AccessibleTextRole:
        return tr("Version %1, %2").arg(shown->number).arg(detail(*shown));
    default:
        return {};
    }
}

QString VersionsModel::detail(const FlowVersion &version) const
{
    const VersionStanding standing = standingOf(m_flow, version.id);
    QStringList parts;
    if (standing.live)
        parts << tr("live");
    if (standing.newest)
        parts << tr("newest");
    parts << tr("published %1")
                 .arg(QLocale().toString(QDateTime::fromMSecsSinceEpoch(version.createdAt), QLocale::ShortFormat));
    return parts.join(u", "_s);
}

} // namespace jackfield
