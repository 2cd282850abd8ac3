// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/service/flows.h"

#include "storage/records/stored_kind.h"
#include "storage/service/lifecycle.h"

#include <algorithm>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace

void Flows::create(NewFlow flow, Completion<FlowRecord> done)
{
    const Kind *kind = m_kinds.find(flow.kind);
    if (!kind) {
        done(invalid(u"There is no kind of flow called '%1'."_s.arg(QString::fromUtf8(flow.kind))));
        return;
    }
    const Result<WorkspaceId> workspace = m_workspaces.known(flow.workspace);
    if (!workspace) {
        done(workspace.error());
        return;
    }
    if (const Result<void> fits = parentFits(*workspace, kind->info(), flow.parent); !fits) {
        done(fits.error());
        return;
    }
    FlowStore &store = m_ledger.store();
    if (!flow.id.isEmpty()) {
        const Result<bool> taken = isId(flow.id) ? store.flows().isTaken(flow.id) : Result<bool>(true);
        if (!taken || *taken) {
            done(taken ? invalid(u"'%1' cannot be the id of a new flow."_s.arg(flow.id.toString())) : taken.error());
            return;
        }
    }

    const auto newId = [&] { return kind->info().idStyle == IdStyle::Hex ? store.newHexId() : store.newUlid(); };
    m_ledger.write<FlowRecord>(std::move(done), [&](Ledger::Events &events) -> Result<FlowRecord> {
        const Timestamp at = store.now();
        StoredFlow stored;
        FlowRecord &record = stored.record;
        record
            = {.summary
               = {.id = flow.id.isEmpty() ? FlowId(newId()) : flow.id,
                  .kind = flow.kind,
                  .name = flow.name,
                  .parent = flow.parent,
                  .properties = flow.properties,
                  .visibleRevision = 1,
                  .createdAt = at,
                  .updatedAt = at},
               .workspace = *workspace,
               .state = flow.state,
               .surround = flow.surround,
               .style = flow.style,
               .revision = 1};
        if (record.state.content.isNull())
            record.state.content = kind->files().blank();
        if (const Result<void> inserted = store.flows().insert(stored); !inserted)
            return inserted.error();
        m_pages.forgetAll();
        const Result<void> noted = m_ledger.note(
            stored, {.type = FlowEvent::Type::Created, .author = flow.author, .label = flow.label}, events);
        if (!noted)
            return noted.error();
        return m_ledger.keep(std::move(stored))->record;
    });
}

Result<void> Flows::parentFits(const WorkspaceId &workspace, const KindInfo &kind, const FlowId &parent)
{
    if (kind.parentKind.isEmpty()) {
        if (parent.isEmpty())
            return {};
        return invalid(u"%1 stand alone: they belong to no other flow."_s.arg(kind.plural));
    }
    const Kind *parentKind = m_kinds.find(kind.parentKind);
    const QString title = parentKind ? parentKind->info().title : QString::fromUtf8(kind.parentKind);
    if (parent.isEmpty())
        return invalid(u"A new '%1' needs the '%2' that it belongs to."_s.arg(kind.title, title));
    const Result<Ledger::Flow> found = m_ledger.load(workspace, parent);
    if (!found)
        return found.error();
    const FlowSummary &owner = (*found)->record.summary;
    if (owner.kind != kind.parentKind)
        return invalid(u"A '%1' belongs to a '%2'; '%3' is none."_s.arg(kind.title, title, owner.name));
    return {};
}

void Flows::commit(const WorkspaceId &workspace, Commit change, Completion<FlowRecord> done)
{
    const Result<Ledger::Flow> loaded = m_ledger.load(workspace, change.flow);
    if (!loaded) {
        done(loaded.error());
        return;
    }
    StoredFlow &flow = **loaded;
    FlowRecord &record = flow.record;
    FlowSummary &summary = record.summary;
    const Result<const Kind *> kind = kindOf(m_kinds, summary);
    if (!kind) {
        done(kind.error());
        return;
    }
    if (change.baseRevision && *change.baseRevision != record.revision) {
        done(Error{
            .code = "revision_moved"_ba,
            .message = u"'%1' was changed meanwhile: it is at revision %2, the change is for %3."_s.arg(summary.name)
                           .arg(record.revision)
                           .arg(*change.baseRevision)});
        return;
    }
    Json properties = summary.properties;
    if (const Result<JsonEdits> applied = applyEdits(properties, change.properties); !applied) {
        done(applied.error());
        return;
    }
    if (!properties.isObject()) {
        done(invalid(u"The properties of '%1' must stay an object."_s.arg(summary.name)));
        return;
    }
    if (const Result<void> entered = m_ledger.enter(); !entered) {
        done(entered.error());
        return;
    }
    // Applied in place, so that an edit costs what it touches; taken back with the transaction should that fail.
    m_ledger.touch(summary.id);
    Result<FlowEdits> inverse = applyFlowEdits(record.state, change.edits);
    if (!inverse) {
        done(inverse.error());
        return;
    }
    const bool renamed = change.name && *change.name != summary.name;
    const bool contentChanged = !change.edits.content.isEmpty();
    const bool visible = renamed || !change.properties.isEmpty() || contentChanged;
    if (!visible && change.edits.isEmpty()) {
        // Nothing to write; but what the answer shows may be part of a transaction that is still under way.
        m_ledger.complete(std::move(done), record);
        return;
    }

    m_ledger.write<FlowRecord>(std::move(done), [&](Ledger::Events &events) -> Result<FlowRecord> {
        lifecycle::touch(
            record,
            contentChanged ? lifecycle::Touch::Content
                           : (visible ? lifecycle::Touch::Visible : lifecycle::Touch::Hidden),
            m_ledger.store().now());
        if (contentChanged)
            lifecycle::edited((*kind)->info(), record);
        summary.properties = properties;
        if (renamed) {
            summary.name = *change.name;
            m_pages.forgetAll(); // searching finds others now
        } else {
            m_pages.forget();
        }
        return m_ledger.noteEdit(
            flow,
            {.edits = std::move(change.edits),
             .inverse = *std::move(inverse),
             .author = change.author,
             .label = change.label},
            events);
    });
}

} // namespace jackfield
