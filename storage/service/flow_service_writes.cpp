// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flow_service_impl.h"

#include "storage/store/flow_rows.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kLinesUntilSnapshot = 200;
/// A gesture smaller than this always goes into the journal as edits.
constexpr qint64 kSmallEdit = 4096;

Error invalid(const QString &message)
{
    return {.code = "invalid"_ba, .message = message};
}

bool isId(const FlowId &id)
{
    const auto allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !id.isEmpty() && id.utf8.size() <= 64 && std::ranges::all_of(id.utf8, allowed);
}

/// Edits that are larger than the document are not worth keeping: a snapshot says the same in less.
bool worthKeeping(const StoredFlow &flow, const FlowEdits &edits, const FlowEdits &inverse)
{
    const qint64 bound = std::max(kSmallEdit, flow.snapshotBytes);
    const qint64 forward = roughBytes(edits, bound);
    return forward <= bound && forward + roughBytes(inverse, bound - forward) <= bound;
}

} // namespace

void FlowService::create(NewFlow flow, Completion<FlowRecord> done)
{
    const WorkspaceId workspace = m_impl->orDefault(flow.workspace);
    const Kind *kind = m_impl->kinds.find(flow.kind);
    if (!kind) {
        done(invalid(u"There is no kind of flow called '%1'."_s.arg(QString::fromUtf8(flow.kind))));
        return;
    }
    if (std::ranges::none_of(m_impl->workspaces, [&](const Workspace &known) { return known.id == workspace; })) {
        done(Error{.code = "not_found"_ba, .message = u"There is no workspace '%1'."_s.arg(workspace.toString())});
        return;
    }
    if (const Result<void> fits = m_impl->parentFits(workspace, kind->info(), flow.parent); !fits) {
        done(fits.error());
        return;
    }
    if (!flow.id.isEmpty()) {
        const Result<bool> taken = isId(flow.id) ? m_impl->store->idTaken(flow.id) : Result<bool>(true);
        if (!taken || *taken) {
            done(taken ? invalid(u"'%1' cannot be the id of a new flow."_s.arg(flow.id.toString())) : taken.error());
            return;
        }
    }

    const auto newIdOf = [this](const KindInfo &info) { return info.idStyle == IdStyle::Hex ? newHexId() : newId(); };
    m_impl->write<FlowRecord>(std::move(done), [&](Impl::Events &events) -> Result<FlowRecord> {
        const Timestamp at = m_impl->store->now();
        StoredFlow stored;
        FlowRecord &record = stored.record;
        record
            = {.id = flow.id.isEmpty() ? FlowId(newIdOf(kind->info())) : flow.id,
               .workspace = workspace,
               .kind = flow.kind,
               .name = flow.name,
               .parent = flow.parent,
               .properties = flow.properties,
               .state = flow.state,
               .surround = flow.surround,
               .style = flow.style,
               .revision = 1,
               .visibleRevision = 1,
               .createdAt = at,
               .updatedAt = at};
        if (record.state.content.isNull())
            record.state.content = kind->files().blank();
        if (const Result<void> inserted = m_impl->store->insertFlow(stored); !inserted)
            return inserted.error();
        m_impl->forgetPages(true);
        if (const Result<void> noted = m_impl->record(
                stored, {.type = FlowEvent::Type::Created, .origin = flow.origin, .label = flow.label}, events);
            !noted)
            return noted.error();
        return m_impl->cache.put(std::move(stored))->record;
    });
}

Result<void> FlowService::Impl::parentFits(const WorkspaceId &workspace, const KindInfo &kind, const FlowId &parent)
{
    if (kind.parentKind.isEmpty()) {
        if (parent.isEmpty())
            return {};
        return invalid(u"%1 stand alone: they belong to no other flow."_s.arg(kind.plural));
    }
    const Kind *parentKind = kinds.find(kind.parentKind);
    const QString title = parentKind ? parentKind->info().title : QString::fromUtf8(kind.parentKind);
    if (parent.isEmpty())
        return invalid(u"A new '%1' needs the '%2' that it belongs to."_s.arg(kind.title, title));
    const Result<Flow> found = load(workspace, parent);
    if (!found)
        return found.error();
    if ((*found)->record.kind != kind.parentKind)
        return invalid(u"A '%1' belongs to a '%2'; '%3' is none."_s.arg(kind.title, title, (*found)->record.name));
    return {};
}

void FlowService::commit(const WorkspaceId &workspace, Commit change, Completion<FlowRecord> done)
{
    const Result<Impl::Flow> loaded = m_impl->load(workspace, change.flow);
    if (!loaded) {
        done(loaded.error());
        return;
    }
    StoredFlow &flow = **loaded;
    FlowRecord &record = flow.record;
    const Result<const Kind *> kind = m_impl->kindOf(record);
    if (!kind) {
        done(kind.error());
        return;
    }
    if (change.baseRevision && *change.baseRevision != record.revision) {
        done(Error{
            .code = "revision_moved"_ba,
            .message = u"'%1' was changed meanwhile: it is at revision %2, the change is for %3."_s.arg(record.name)
                           .arg(record.revision)
                           .arg(*change.baseRevision)});
        return;
    }
    Json properties = record.properties;
    if (const Result<JsonEdits> applied = applyEdits(properties, change.properties); !applied) {
        done(applied.error());
        return;
    }
    if (!properties.isObject()) {
        done(invalid(u"The properties of '%1' must stay an object."_s.arg(record.name)));
        return;
    }
    if (const Result<void> entered = m_impl->group->enter(); !entered) {
        done(entered.error());
        return;
    }
    // Applied in place, so that an edit costs what it touches; taken back with the transaction should that fail.
    m_impl->touched.insert(record.id);
    Result<FlowEdits> inverse = applyFlowEdits(record.state, change.edits);
    if (!inverse) {
        done(inverse.error());
        return;
    }
    const bool renamed = change.name && *change.name != record.name;
    const bool visible = renamed || !change.properties.isEmpty() || !change.edits.content.isEmpty();
    if (!visible && change.edits.isEmpty()) {
        // Nothing to write; but what the answer shows may be part of a transaction that is still under way.
        whenDurable([done = std::move(done), record](const Result<void> &durable) {
            done(durable ? Result<FlowRecord>(record) : Result<FlowRecord>(durable.error()));
        });
        return;
    }

    m_impl->write<FlowRecord>(std::move(done), [&](Impl::Events &events) -> Result<FlowRecord> {
        const bool contentChanged = !change.edits.content.isEmpty();
        lifecycle::touch(
            record,
            contentChanged ? lifecycle::Touch::Content
                           : (visible ? lifecycle::Touch::Visible : lifecycle::Touch::Hidden),
            m_impl->store->now());
        if (contentChanged)
            lifecycle::edited((*kind)->info(), record);
        record.properties = properties;
        if (renamed)
            record.name = *change.name;
        m_impl->forgetPages(renamed);
        return m_impl->journalled(
            flow,
            {.edits = std::move(change.edits),
             .inverse = *std::move(inverse),
             .origin = change.origin,
             .label = change.label},
            events);
    });
}

Result<FlowRecord> FlowService::Impl::journalled(StoredFlow &flow, Line line, Events &events)
{
    Unsettled &behind = unsettled[flow.record.id];
    behind.workspace = flow.record.workspace;
    ++behind.lines;
    line.editsKept = worthKeeping(flow, line.edits, line.inverse);
    if (!line.editsKept || behind.lines >= kLinesUntilSnapshot) {
        if (const Result<void> written = store->writeSnapshot(flow); !written)
            return written.error();
        unsettled.remove(flow.record.id);
    } else {
        quiet->start();
    }
    if (const Result<void> updated = store->updateFlow(flow); !updated)
        return updated.error();
    if (const Result<void> noted = record(flow, std::move(line), events); !noted)
        return noted.error();
    return flow.record;
}

} // namespace jackfield
