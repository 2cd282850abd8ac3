// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "model/json/result.h"
#include "storage/store/sql/sql_dialect.h"

#include <QHash>
#include <QSqlQuery>
#include <QVariantList>

#include <functional>
#include <memory>
#include <optional>

namespace jackfield {

/// One row of an answer, read while it is current. Ids and names are text, documents are UTF-8 blobs.
class SqlRow
{
public:
    explicit SqlRow(const QSqlQuery &query) : m_query(query) { }

    QString text(int column) const { return m_query.value(column).toString(); }
    QByteArray id(int column) const { return m_query.value(column).toString().toLatin1(); }
    QByteArray blob(int column) const { return m_query.value(column).toByteArray(); }
    qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    bool isNull(int column) const { return m_query.isNull(column); }

private:
    const QSqlQuery &m_query;
};

/// One step of a transaction at which a disk can fail, so that tests can make it fail there.
enum class StoreStep : quint8 { Begin, Write, Commit };

/// Looks on while a store works; tests break it here. Nothing of it runs in the programs.
class StoreProbe
{
public:
    virtual ~StoreProbe() = default;
    virtual void opened(QSqlDatabase &database) { Q_UNUSED(database) }
    /// An error instead of the step.
    virtual Result<void> before(StoreStep step)
    {
        Q_UNUSED(step)
        return {};
    }
};

/// One connection with its prepared statements. Belongs to the thread that made it.
class SqlConnection
{
public:
    static Result<std::unique_ptr<SqlConnection>>
    open(const QString &path, dialect::Access access, std::shared_ptr<StoreProbe> probe = {});
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    QSqlDatabase &database() { return m_database; }

    /// Runs a statement that answers nothing. Prepared once for each text, as all below.
    Result<void> change(const QString &statement, const QVariantList &values);
    /// Calls `row` for each row of the answer. Requires: `row` does not run the same statement.
    Result<void>
    each(const QString &statement, const QVariantList &values, const std::function<void(const SqlRow &)> &row);
    /// All rows of the answer as `make` reads them, in order: it gives a T, or a Result<T> whose first error ends the
    /// reading.
    template <typename T, typename Make>
    Result<QList<T>> rows(const QString &statement, const QVariantList &values, Make make)
    {
        QList<T> found;
        Result<void> outcome;
        const Result<void> read = each(statement, values, [&](const SqlRow &row) {
            if (!outcome)
                return;
            Result<T> made = make(row);
            if (made)
                found.append(*std::move(made));
            else
                outcome = made.error();
        });
        if (!read)
            return read.error();
        if (!outcome)
            return outcome.error();
        return found;
    }
    /// The same for an answer of at most one row.
    template <typename T, typename Make>
    Result<std::optional<T>> row(const QString &statement, const QVariantList &values, Make make)
    {
        Result<QList<T>> found = rows<T>(statement, values, std::move(make));
        if (!found)
            return found.error();
        return found->isEmpty() ? std::nullopt : std::optional(found->takeFirst());
    }
    /// The first column of an answer of at most one row; 0 when there is none or it is NULL.
    Result<qint64> number(const QString &statement, const QVariantList &values = {});
    /// Whether the answer has a row.
    Result<bool> exists(const QString &statement, const QVariantList &values);
    /// Runs a statement as it is, for schema changes.
    Result<void> execute(const QString &statement);

    Result<void> begin();
    Result<void> commit();
    void rollback();
    bool isInTransaction() const { return m_inTransaction; }
    qint64 lastInsertedNumber() const { return m_lastInserted; }

private:
    SqlConnection() = default;
    Result<QSqlQuery *> executed(const QString &statement, const QVariantList &values);
    Result<void> probed(StoreStep step);

    QString m_name;
    QString m_path;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<QSqlQuery>> m_statements;
    std::shared_ptr<StoreProbe> m_probe;
    qint64 m_lastInserted = 0;
    bool m_inTransaction = false;
};

} // namespace jackfield
