// SPDX-FileCopyrightText: 2026 The Jackfield authors
// SPDX-License-Identifier: Apache-2.0
#include "storage/store/sql/sql_connection.h"

#include <QSqlError>
#include <QUuid>

namespace jackfield {

using namespace Qt::Literals::StringLiterals;

Result<std::unique_ptr<SqlConnection>>
SqlConnection::open(const QString &path, dialect::Access access, std::shared_ptr<StoreProbe> probe)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection);
    connection->m_name = QUuid::createUuid().toString(QUuid::WithoutBraces);
    connection->m_path = path;
    connection->m_probe = std::move(probe);
    connection->m_database = QSqlDatabase::addDatabase(u"QSQLITE"_s, connection->m_name);
    if (const Result<void> connected = dialect::connect(connection->m_database, path, access); !connected)
        return connected.error();
    if (connection->m_probe)
        connection->m_probe->opened(connection->m_database);
    return connection;
}

SqlConnection::~SqlConnection()
{
    m_statements.clear();
    m_database.close();
    m_database = {};
    QSqlDatabase::removeDatabase(m_name);
}

Result<QSqlQuery *> SqlConnection::executed(const QString &statement, const QVariantList &values)
{
    std::shared_ptr<QSqlQuery> &query = m_statements[statement];
    if (!query) {
        auto fresh = std::make_shared<QSqlQuery>(m_database);
        fresh->setForwardOnly(true);
        if (!fresh->prepare(statement)) {
            m_statements.remove(statement);
            return dialect::explain(fresh->lastError(), m_path);
        }
        query = std::move(fresh);
    }
    for (qsizetype at = 0; at < values.size(); ++at)
        query->bindValue(static_cast<int>(at), values[at]);
    if (!query->exec()) {
        const Error error = dialect::explain(query->lastError(), m_path);
        query->finish();
        return error;
    }
    return query.get();
}

Result<void> SqlConnection::change(const QString &statement, const QVariantList &values)
{
    if (Result<void> allowed = probed(StoreStep::Write); !allowed)
        return allowed;
    const Result<QSqlQuery *> query = executed(statement, values);
    if (!query)
        return query.error();
    m_lastInserted = (*query)->lastInsertId().toLongLong();
    (*query)->finish();
    return {};
}

Result<void> SqlConnection::each(
    const QString &statement, const QVariantList &values, const std::function<void(const SqlRow &)> &row)
{
    const Result<QSqlQuery *> query = executed(statement, values);
    if (!query)
        return query.error();
    while ((*query)->next())
        row(SqlRow(**query));
    const QSqlError error = (*query)->lastError();
    (*query)->finish();
    if (error.isValid())
        return dialect::explain(error, m_path);
    return {};
}

Result<qint64> SqlConnection::number(const QString &statement, const QVariantList &values)
{
    const Result<std::optional<qint64>> found
        = row<qint64>(statement, values, [](const SqlRow &row) { return row.number(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<bool> SqlConnection::exists(const QString &statement, const QVariantList &values)
{
    const Result<std::optional<bool>> found = row<bool>(statement, values, [](const SqlRow &) { return true; });
    if (!found)
        return found.error();
    return found->has_value();
}

Result<void> SqlConnection::execute(const QString &statement)
{
    QSqlQuery query(m_database);
    if (!query.exec(statement))
        return dialect::explain(query.lastError(), m_path);
    return {};
}

Result<void> SqlConnection::begin()
{
    if (Result<void> allowed = probed(StoreStep::Begin); !allowed)
        return allowed;
    const Result<QSqlQuery *> query = executed(dialect::beginStatement(), {});
    if (!query)
        return query.error();
    (*query)->finish();
    m_inTransaction = true;
    return {};
}

Result<void> SqlConnection::commit()
{
    if (Result<void> allowed = probed(StoreStep::Commit); !allowed)
        return allowed;
    const Result<QSqlQuery *> query = executed(u"COMMIT"_s, {});
    if (!query)
        return query.error();
    (*query)->finish();
    m_inTransaction = false;
    return {};
}

void SqlConnection::rollback()
{
    // After some failures the database has rolled back by itself; being told so is not an error.
    QSqlQuery query(m_database);
    query.exec(u"ROLLBACK"_s);
    m_inTransaction = false;
}

Result<void> SqlConnection::probed(StoreStep step)
{
    if (!m_probe)
        return {};
    return m_probe->before(step);
}

} // namespace jackfield
