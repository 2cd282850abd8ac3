// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/flow/flow_state.h"
#include "model/graph/ids.h"
#include "model/json/json_reader.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace jackfield {

/// Milliseconds since 1970 UTC. Never goes back within one store, whatever the clock does.
using Timestamp = qint64;

/// Where a flow is in its life. Which of them a kind knows is its Lifecycle.
enum class FlowStatus : quint8 { Draft, Published, Active, Paused };
QByteArrayView statusName(FlowStatus status); ///< "draft" ...

/// What there is to say of a stored flow without its documents: what lists and the explorer show.
struct FlowSummary
{
    FlowId id; ///< ULID, without the prefix that an API may show
    QByteArray kind;
    QString name;
    FlowId parent; ///< flow that owns this one; empty when it stands alone
    FlowStatus status = FlowStatus::Draft;
    /// Everything beside name, status and content that an API keeps with the flow (team ids, description, ...). An
    /// object.
    Json properties = Json::object();
    qint64 visibleRevision = 0; ///< revision of the last commit that an API client can see: the ETag
    QByteArray activeVersion; ///< version id that was made live last; what runs now is told by liveVersion()
    QByteArray latestVersion; ///< newest version id; empty when never published
    int latestVersionNumber = 0; ///< 1 for the first version; 0 when never published
    qint64 changesSinceVersion = 0; ///< commits that changed the content after the newest version was made
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0; ///< of the last visible change; equals createdAt until then
    std::optional<Timestamp> publishedAt;

    friend bool operator==(const FlowSummary &, const FlowSummary &) = default;
};

/// One stored flow: its summary and its documents. Value type; the JSON parts share.
struct FlowRecord
{
    FlowSummary summary;
    WorkspaceId workspace;
    FlowState state;
    /// What a foreign file had around the flow (ExtractedFlow::surround) and how it was laid out; for export in the
    /// format of origin.
    Json surround;
    JsonStyle style;
    qint64 revision = 0; ///< one more with every commit
};

/// An immutable snapshot that publishing made. Its SHA-256 is checked whenever it is read.
struct FlowVersion
{
    QByteArray id; ///< ULID without prefix
    FlowId flow;
    int number = 0; ///< 1, 2, ... within the flow
    Json content;
    Timestamp createdAt = 0;
};

/// A named group of flows. Which flows stand on it is told by their properties, as their API spells that.
struct FlowShelf
{
    QByteArray id;
    WorkspaceId workspace;
    QString name;
    Json properties = Json::object();
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0;
};

/// A change of a flow that is on disk.
struct FlowEvent
{
    enum class Type : quint8 { Created, Committed, StatusChanged, Published, Deleted, Restored };
    qint64 sequence = 0; ///< grows by one with every event of a store; survives restarts
    Type type = Type::Committed;
    WorkspaceId workspace;
    FlowId flow;
    QByteArray kind;
    qint64 revision = 0; ///< after the change
    FlowEdits edits; ///< Committed: content and sidecar edits from revision-1 to revision
    QByteArray author; ///< who made it: "session:<id>", "api", "cli", ...; a window skips its own
    QString label; ///< "API: update flow"
    Timestamp at = 0;
};
QByteArrayView eventName(FlowEvent::Type type); ///< "flow.created", "flow.committed", ...

} // namespace jackfield
