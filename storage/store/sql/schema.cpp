// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/schema.h"

#include "storage/store/sql/store_guard.h"

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Version 1. Ids and names are TEXT, documents and digests BLOB, times milliseconds since 1970 UTC.
/// A flow's row is small and its documents live beside it, so that a commit rewrites no document.
QStringList firstSchema()
{
    return {
        u"CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL)"_s,
        u"CREATE TABLE workspace (id TEXT PRIMARY KEY, name TEXT NOT NULL, created_at BIGINT NOT NULL)"_s,
        u"CREATE TABLE api_key (id TEXT PRIMARY KEY, workspace TEXT NOT NULL REFERENCES workspace (id), api TEXT NOT "
        u"NULL,"
        " role TEXT NOT NULL, scopes TEXT NOT NULL, name TEXT NOT NULL, shown TEXT NOT NULL, digest BLOB NOT NULL "
        "UNIQUE,"
        " created_at BIGINT NOT NULL)"_s,

        // number grows with creation: it is the order of lists and the key of pages.
        u"CREATE TABLE flow (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE,"
        " workspace TEXT NOT NULL REFERENCES workspace (id), kind TEXT NOT NULL, name TEXT NOT NULL, folded_name TEXT "
        "NOT NULL,"
        " parent TEXT NOT NULL, status TEXT NOT NULL, properties BLOB NOT NULL, revision BIGINT NOT NULL,"
        " visible_revision BIGINT NOT NULL, snapshot_revision BIGINT NOT NULL, active_version TEXT NOT NULL,"
        " latest_version TEXT NOT NULL, latest_version_revision BIGINT NOT NULL, created_at BIGINT NOT NULL,"
        " updated_at BIGINT NOT NULL, published_at BIGINT, deleted_at BIGINT, deleted_with TEXT NOT NULL)"_s,
        u"CREATE INDEX flow_by_kind ON flow (workspace, kind, number) WHERE deleted_at IS NULL"_s,
        u"CREATE INDEX flow_by_parent ON flow (workspace, parent, number) WHERE deleted_at IS NULL"_s,
        u"CREATE INDEX flow_by_update ON flow (workspace, updated_at, number) WHERE deleted_at IS NULL"_s,
        u"CREATE INDEX flow_by_name ON flow (workspace, folded_name, number) WHERE deleted_at IS NULL"_s,
        u"CREATE INDEX flow_in_trash ON flow (workspace, deleted_at) WHERE deleted_at IS NOT NULL"_s,
        u"CREATE TABLE snapshot (flow INTEGER PRIMARY KEY REFERENCES flow (number), content BLOB NOT NULL, sidecar BLOB NOT NULL)"_s,
        u"CREATE TABLE origin (flow INTEGER PRIMARY KEY REFERENCES flow (number), surround BLOB NOT NULL, style TEXT NOT NULL)"_s,

        // edits and inverse are NULL when a snapshot took their place because they were larger than it.
        u"CREATE TABLE journal (sequence INTEGER PRIMARY KEY, workspace TEXT NOT NULL, flow INTEGER NOT NULL "
        u"REFERENCES flow (number),"
        " type TEXT NOT NULL, revision BIGINT NOT NULL, edits BLOB, inverse BLOB, origin TEXT NOT NULL, label TEXT NOT "
        "NULL,"
        " at BIGINT NOT NULL)"_s,
        u"CREATE INDEX journal_by_flow ON journal (flow, revision)"_s,
        u"CREATE TABLE version (id TEXT PRIMARY KEY, workspace TEXT NOT NULL, flow INTEGER NOT NULL REFERENCES flow "
        u"(number),"
        " number BIGINT NOT NULL, content BLOB NOT NULL, digest BLOB NOT NULL, created_at BIGINT NOT NULL, UNIQUE (flow, number))"_s,

        u"CREATE TABLE folder (id TEXT PRIMARY KEY, workspace TEXT NOT NULL REFERENCES workspace (id), name TEXT NOT "
        u"NULL,"
        " properties BLOB NOT NULL, created_at BIGINT NOT NULL, updated_at BIGINT NOT NULL)"_s,
        u"CREATE INDEX folder_by_workspace ON folder (workspace, id)"_s,
        u"CREATE TABLE idempotency (workspace TEXT NOT NULL, key TEXT NOT NULL, digest BLOB NOT NULL, answer BLOB NOT "
        u"NULL,"
        " at BIGINT NOT NULL, PRIMARY KEY (workspace, key))"_s,
        u"CREATE INDEX idempotency_by_time ON idempotency (at)"_s,
    };
}

/// Version 2. Lists are of one kind, and pages by place walk over what they leave out: the indexes tell the kind, so
/// that no row is looked at on the way.
QStringList indexesByKind()
{
    return {
        u"DROP INDEX flow_by_update"_s,
        u"DROP INDEX flow_by_name"_s,
        u"CREATE INDEX flow_by_update ON flow (workspace, kind, updated_at, number) WHERE deleted_at IS NULL"_s,
        u"CREATE INDEX flow_by_name ON flow (workspace, kind, folded_name, number) WHERE deleted_at IS NULL"_s,
    };
}

/// Version 3. A row says by itself what its newest version is and how far the draft is ahead of it, so that lists need
/// not look at versions. Before, changes were counted in revisions that an API client could see: the nearest there is.
QStringList versionNumbers()
{
    return {
        u"ALTER TABLE flow ADD COLUMN latest_version_number BIGINT NOT NULL DEFAULT 0"_s,
        u"ALTER TABLE flow ADD COLUMN changes_since_version BIGINT NOT NULL DEFAULT 0"_s,
        u"UPDATE flow SET latest_version_number = coalesce((SELECT max(version.number) FROM version"
        " WHERE version.flow = flow.number), 0), changes_since_version = visible_revision - latest_version_revision"
        " WHERE latest_version <> ''"_s,
        u"ALTER TABLE flow DROP COLUMN latest_version_revision"_s,
    };
}

} // namespace

const QList<SchemaStep> &schemaSteps()
{
    static const QList<SchemaStep> steps = {{1, firstSchema()}, {2, indexesByKind()}, {3, versionNumbers()}};
    return steps;
}

Result<void> migrate(SqlConnection &connection, const QList<SchemaStep> &steps, const QString &backups)
{
    const Result<int> found = dialect::schemaVersion(connection.database());
    if (!found)
        return found.error();
    if (*found > 0 && *found < steps.last().version) {
        if (const Result<QString> kept = backUp(connection, backups, u"before-version-%1"_s.arg(steps.last().version));
            !kept)
            return kept.error();
    }
    for (const SchemaStep &step : steps) {
        if (step.version <= *found)
            continue;
        if (Result<void> begun = connection.begin(); !begun)
            return begun;
        QStringList statements = step.statements;
        statements.append(dialect::setSchemaVersionStatement(step.version));
        for (const QString &statement : statements) {
            if (Result<void> done = connection.execute(statement); !done) {
                connection.rollback();
                return done;
            }
        }
        if (Result<void> committed = connection.commit(); !committed) {
            connection.rollback();
            return committed;
        }
    }
    return {};
}

} // namespace jackfield
