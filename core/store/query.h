// SPDX-License-Identifier: GPL-3.0-or-later
// A prepared statement. Values are always bound, never written into the SQL.
#pragma once

#include "core/base/id.h"
#include "core/base/money.h"
#include "core/base/result.h"

#include <QSqlQuery>
#include <QString>
#include <QVariant>

#include <optional>

namespace kp::store
{

class Database;

/// The current row of a result.
class Row
{
public:
    explicit Row(const QSqlQuery &query)
        : m_query(query)
    {
    }
    [[nodiscard]] QVariant value(int column) const { return m_query.value(column); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 whole(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] int small(int column) const { return m_query.value(column).toInt(); }
    [[nodiscard]] bool flag(int column) const { return whole(column) != 0; }
    [[nodiscard]] Money money(int column) const { return Money::fromFen(whole(column)); }
    template<class I>
    [[nodiscard]] I id(int column) const
    {
        return I(whole(column));
    }

private:
    const QSqlQuery &m_query;
};

class Query
{
public:
    Query(Database &database, const QString &sql);
    Query(const Query &) = delete;
    Query &operator=(const Query &) = delete;

    /// Binds the values of the statement's "?" in order.
    template<class... Values>
    Query &with(const Values &...values)
    {
        int index = 0;
        (bind(index++, values), ...);
        return *this;
    }
    void bind(int index, const QVariant &value) { m_query.bindValue(index, value); }
    void bind(int index, Money value) { m_query.bindValue(index, qint64(value.fen())); }
    void bind(int index, const char *code) { m_query.bindValue(index, QString::fromLatin1(code)); }
    template<class Tag>
    void bind(int index, Id<Tag> value)
    {
        m_query.bindValue(index, qint64(value.value()));
    }

    /// Runs a statement that writes; gives the number of rows it changed. Faults: Conflict (a constraint or a trigger
    /// forbids it), Storage, Internal.
    Result<int> run();
    /// Runs a statement that writes and must change exactly one row. Fault: Conflict when it changed none.
    Outcome runOne(const QString &conflictMessage);
    /// The rowid given to the row just inserted.
    [[nodiscard]] qint64 insertedId() const { return m_query.lastInsertId().toLongLong(); }

    /// Runs a statement that reads and hands each row to @p visit, which may return false to stop. The same statement
    /// must not be run again from inside.
    template<class Visit>
    Outcome each(Visit &&visit)
    {
        KP_DO(start());
        const Row row(m_query);
        while (m_query.next()) {
            if constexpr (std::is_void_v<std::invoke_result_t<Visit, const Row &>>)
                visit(row);
            else if (!visit(row))
                break;
        }
        return finish();
    }
    /// The value made from the first row, or nothing when there is none.
    template<class Make>
    auto first(Make &&make) -> Result<std::optional<std::invoke_result_t<Make, const Row &>>>
    {
        std::optional<std::invoke_result_t<Make, const Row &>> found;
        KP_DO(each([&](const Row &row) {
            found = make(row);
            return false;
        }));
        return found;
    }

private:
    Outcome start();
    Outcome finish();
    [[nodiscard]] Fault fault() const;

    Database &m_database;
    QSqlQuery m_query;
    QString m_table; ///< the table it writes; empty when it only reads
    bool m_prepared = false;
};

} // namespace kp::store
