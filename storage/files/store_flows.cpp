// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0

#include "storage/files/store_flows.h"

#include <QHash>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace jackfield {

namespace {

/// One file on its way into the store. Keeps itself alive through the completions that it waits for.
struct FileImport : std::enable_shared_from_this<FileImport>
{
    FlowService &service;
    WorkspaceId workspace;
    QList<FileFlow> flows;
    QHash<QByteArray, FlowId> parents; ///< by their kind: where flows that need one go
    QByteArray author;
    Completion<QList<FlowRecord>> done;
    QList<FlowRecord> stored;
    QList<FlowId> created; ///< parents included, for taking back
    qsizetype next = 0;

    explicit FileImport(FlowService &flowService) : service(flowService) { }

    void step()
    {
        if (next == flows.size()) {
            done(stored);
            return;
        }
        const FileFlow &flow = flows[next];
        const QByteArray parentKind = service.kinds().find(flow.kind)->info().parentKind;
        if (!parentKind.isEmpty() && parents.value(parentKind).isEmpty())
            createParent(parentKind, flow.file);
        else
            createFlow(flow, parents.value(parentKind));
    }

    void createParent(const QByteArray &kind, const QString &name)
    {
        NewFlow owner{
            .workspace = workspace,
            .kind = kind,
            .name = service.flows().freeName(workspace, kind, {}, name),
            .author = author};
        owner.label = u"Import"_s;
        service.flows().create(owner, [self = shared_from_this(), kind](Result<FlowRecord> result) {
            if (!result)
                return self->takeBack(result.error());
            self->parents.insert(kind, result->summary.id);
            self->created << result->summary.id;
            self->step();
        });
    }

    void createFlow(const FileFlow &file, const FlowId &owner)
    {
        NewFlow flow{
            .workspace = workspace,
            .kind = file.kind,
            .name = service.flows().freeName(workspace, file.kind, owner, file.name),
            .parent = owner,
            .state = file.state,
            .surround = file.surround,
            .style = file.style,
            .author = author,
            .label = u"Import"_s};
        service.flows().create(flow, [self = shared_from_this()](Result<FlowRecord> result) {
            if (!result)
                return self->takeBack(result.error());
            self->stored << *result;
            self->created << result->summary.id;
            self->parents.insert(result->summary.kind, result->summary.id);
            ++self->next;
            self->step();
        });
    }

    void takeBack(const Error &error)
    {
        if (created.isEmpty()) {
            done(error);
            return;
        }
        service.flows().remove(
            workspace, created.takeLast(), author,
            [self = shared_from_this(), error](const Result<void> &) { self->takeBack(error); });
    }
};

} // namespace

void storeFlows(
    FlowService &service, const WorkspaceId &workspace, QList<FileFlow> flows, const FlowId &parent,
    const QByteArray &author, Completion<QList<FlowRecord>> done)
{
    const auto job = std::make_shared<FileImport>(service);
    job->workspace = workspace;
    job->flows = std::move(flows);
    if (!parent.isEmpty()) {
        if (const Result<FlowRecord> owner = service.flows().flow(workspace, parent))
            job->parents.insert(owner->summary.kind, parent);
    }
    job->author = author;
    job->done = std::move(done);
    job->step();
}

} // namespace jackfield
