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

/// One stored flow. Value type; the JSON parts share.
struct FlowRecord
{
    FlowId id; ///< ULID, without the prefix that an API may show
    WorkspaceId workspace;
    QByteArray kind;
    QString name;
    FlowId parent; ///< flow that owns this one; empty when it stands alone
    FlowStatus status = FlowStatus::Draft;
    /// Everything beside name, status and content that an API keeps with the flow (team ids, description, ...). An
    /// object.
    Json properties = Json::object();
    FlowState state;
    /// What a foreign file had around the flow (ExtractedFlow::surround) and how it was laid out; for export in the
    /// format of origin.
    Json surround;
    JsonStyle style;
    qint64 revision = 0; ///< one more with every commit
    qint64 visibleRevision = 0; ///< revision of the last commit that an API client can see: the ETag
    QByteArray activeVersion; ///< version id that is live; empty when none
    QByteArray latestVersion; ///< newest version id; empty when never published
    int latestVersionNumber = 0; ///< 1 for the first version; 0 when never published
    qint64 latestVersionRevision = 0; ///< visibleRevision that the newest version was made from
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0; ///< of the last visible change; equals createdAt until then
    std::optional<Timestamp> publishedAt;
};

/// A record without its JSON: what lists and the explorer show.
struct FlowSummary
{
    FlowId id;
    QByteArray kind;
    QString name;
    FlowId parent;
    FlowStatus status = FlowStatus::Draft;
    Json properties;
    qint64 visibleRevision = 0;
    QByteArray activeVersion;
    QByteArray latestVersion;
    int latestVersionNumber = 0;
    qint64 latestVersionRevision = 0;
    Timestamp createdAt = 0;
    Timestamp updatedAt = 0;
    std::optional<Timestamp> publishedAt;
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

/// A named shelf for flows. Which flows lie in it is told by their properties, as their API spells that.
struct FlowFolder
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
    QByteArray origin; ///< "editor:<session>", "api", "cli", ...; a window skips its own
    QString label; ///< "API: update flow"
    Timestamp at = 0;
};
QByteArrayView eventName(FlowEvent::Type type); ///< "flow.created", "flow.committed", ...

} // namespace jackfield
