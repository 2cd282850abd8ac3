// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

Error notFound(const QByteArray &id)
{
    return {.code = "not_found"_ba, .message = u"There is no folder '%1' here."_s.arg(QString::fromUtf8(id))};
}

} // namespace

Result<QList<FlowFolder>> FlowService::folders(const WorkspaceId &workspace)
{
    return m_impl->store->folders(m_impl->orDefault(workspace));
}

Result<FlowFolder> FlowService::folder(const WorkspaceId &workspace, const QByteArray &id)
{
    const Result<QList<FlowFolder>> all = folders(workspace);
    if (!all)
        return all.error();
    const auto found = std::ranges::find(*all, id, &FlowFolder::id);
    if (found == all->end())
        return notFound(id);
    return *found;
}

void FlowService::putFolder(FlowFolder folder, Completion<FlowFolder> done)
{
    folder.workspace = m_impl->orDefault(folder.workspace);
    if (std::ranges::none_of(
            m_impl->workspaces, [&](const Workspace &known) { return known.id == folder.workspace; })) {
        done(Error{
            .code = "not_found"_ba, .message = u"There is no workspace '%1'."_s.arg(folder.workspace.toString())});
        return;
    }
    const Result<FlowFolder> present = this->folder(folder.workspace, folder.id);
    if (!present && present.error().code != "not_found"_ba) {
        done(present.error());
        return;
    }
    const Result<bool> taken = present ? Result<bool>(false) : m_impl->store->folderIdTaken(folder.id);
    if (!taken || *taken) {
        done(taken ? notFound(folder.id) : taken.error());
        return;
    }
    m_impl->write<FlowFolder>(std::move(done), [&](Impl::Events &) -> Result<FlowFolder> {
        const Timestamp at = m_impl->store->now();
        if (folder.id.isEmpty())
            folder.id = m_impl->store->newUlid();
        folder.createdAt = present ? present->createdAt : at;
        folder.updatedAt = at;
        const Result<void> put = present ? m_impl->store->updateFolder(folder) : m_impl->store->insertFolder(folder);
        if (!put)
            return put.error();
        return folder;
    });
}

void FlowService::removeFolder(const WorkspaceId &workspace, const QByteArray &id, Completion<void> done)
{
    if (const Result<FlowFolder> present = folder(workspace, id); !present) {
        done(present.error());
        return;
    }
    m_impl->write<void>(
        std::move(done), [&](Impl::Events &) { return m_impl->store->deleteFolder(m_impl->orDefault(workspace), id); });
}

} // namespace jackfield
