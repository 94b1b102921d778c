// SPDX-License-Identifier: GPL-3.0-or-later
// The practice platform's memory: one SQLite file, one connection, prepared statements kept.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <optional>
#include <unordered_map>

namespace kp::sandbox
{

class Store
{
public:
    using Row = QVariantList;
    /// ReadOnly looks into the file of a server that may be running; it neither creates nor changes anything.
    enum class Access { ReadWrite, ReadOnly };

    Store();
    ~Store();
    Store(const Store &) = delete;
    Store &operator=(const Store &) = delete;

    /// Opens (and, for writing, makes) the file. Fault: Storage.
    Outcome open(const QString &path, Access access);

    /// Rows of a SELECT. @p sql must be a literal: its address is the key of the prepared statement.
    QList<Row> rows(const char *sql, const QVariantList &values = {});
    /// The first row of a SELECT, if there is one.
    std::optional<Row> row(const char *sql, const QVariantList &values = {});
    /// Runs a statement that changes something and gives the number of rows it changed.
    qint64 write(const char *sql, const QVariantList &values = {});

    /// From here to commit() everything is one transaction. A statement that fails in between makes commit() fail.
    void begin();
    /// Makes the changes durable, or undoes all of them. Fault: Storage.
    Outcome commit();

private:
    QSqlQuery *run(const char *sql, const QVariantList &values);

    QString m_connection; // Qt's name for it
    QSqlDatabase m_database;
    std::unordered_map<const char *, QSqlQuery> m_prepared;
    QString m_failure; // the first one since begin()
};

} // namespace kp::sandbox
