// SPDX-License-Identifier: GPL-3.0-or-later
// Adds rows to a table, up to sixteen with one statement: with small rows most of the time goes into beginning and
// ending statements. When a row is refused, those before it have been added: to be used inside a Transaction.
#pragma once

#include "core/store/database.h"
#include "core/store/rows.h"

#include <algorithm>
#include <array>

namespace kp::store
{

/// Binds the values of one row, in the order of its columns.
class RowBinder
{
public:
    RowBinder(Query &query, int &index)
        : m_query(query)
        , m_index(index)
    {
    }
    template<class... Values>
    void operator()(const Values &...values)
    {
        (m_query.bind(m_index++, values), ...);
    }
    /// The values @p first … of rows put together before.
    void cells(const Rows &rows, qsizetype first, int count)
    {
        for (qsizetype at = first; at < first + count; ++at)
            rows.bind(m_query, m_index++, at);
    }

private:
    Query &m_query;
    int &m_index;
};

class Insert
{
public:
    static constexpr std::size_t rowsOfStatement = 16; ///< at most

    /// @param into the table and its columns: "setting (key, value)"
    /// @param tail what may come after the values: "ON CONFLICT …"
    Insert(Database &database, const QString &into, int columns, const QString &tail = {})
        : m_database(database)
        , m_into(into)
        , m_columns(columns)
        , m_tail(tail)
    {
    }

    /// Adds so many rows; @p bindRow(RowBinder, i) binds the values of row i, which must live until the return.
    template<class BindRow>
    Outcome rows(qsizetype total, BindRow &&bindRow)
    {
        for (qsizetype row = 0; row < total;) {
            const qsizetype end = std::min(total, row + static_cast<qsizetype>(m_statements.size()));
            Query &query = statement(end - row);
            int index = 0;
            for (; row < end; ++row)
                bindRow(RowBinder(query, index), row);
            KP_DO(query.run());
        }
        return Done{};
    }

    /// Adds rows that were put together before.
    Outcome rows(const Rows &ready)
    {
        return rows(ready.size() / m_columns,
            [&](RowBinder bind, qsizetype row) { bind.cells(ready, row * m_columns, m_columns); });
    }

private:
    Query &statement(qsizetype rows)
    {
        Query *&query = m_statements[static_cast<std::size_t>(rows - 1)];
        if (query == nullptr) {
            const QString row = u'(' + QStringList(m_columns, QStringLiteral("?")).join(u',') + u')';
            // FAIL instead of the usual ABORT: SQLite need not keep what a page was before each statement.
            query = &m_database.prepared(QStringLiteral("INSERT OR FAIL INTO %1 VALUES %2 %3")
                                             .arg(m_into, QStringList(rows, row).join(u','), m_tail));
        }
        return *query;
    }

    Database &m_database;
    QString m_into;
    int m_columns;
    QString m_tail;
    std::array<Query *, rowsOfStatement> m_statements{}; ///< for one row, for two …
};

} // namespace kp::store
