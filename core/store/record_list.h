// SPDX-License-Identifier: GPL-3.0-or-later
// The keys of a list of records of any kind, with search, conditions, order and data scope.
#pragma once

#include "core/store/record_query.h"
#include "core/store/statement.h"

#include <atomic>
#include <optional>
#include <vector>

namespace kp::store
{

/// A column as far as a list must know it.
struct RecordColumn {
    QString key;
    QString column;
    FieldKind kind;
    std::function<QVariant(const QString &)>
        stored; ///< of a value in plain text form; invalid when it has not the form
};

class RecordList
{
public:
    RecordList(Database &database, const RecordKind &kind, std::vector<RecordColumn> columns);

    [[nodiscard]] Result<qint64> count(const RecordQuery &query);
    /// The keys from a key on, or from the beginning. @param beside so many are passed over
    [[nodiscard]] Result<QList<RecordKey>> keys(
        const RecordQuery &query, const std::optional<RecordKey> &from, bool including, int beside, int limit);
    /// One pass over all keys. Gives Fault Conflict when @p stop becomes true.
    [[nodiscard]] Result<RecordLadder> ladder(const RecordQuery &query, const std::atomic_bool &stop);
    /// All ids in the order of the query.
    [[nodiscard]] Result<QList<qint64>> ids(const RecordQuery &query);

private:
    struct Order;
    [[nodiscard]] const RecordColumn *column(const QString &key) const;
    Result<Statement> conditions(const RecordQuery &query) const;
    Result<Statement> keysOf(const RecordQuery &query, const std::optional<RecordKey> &from, bool including) const;
    Result<Order> orderOf(const RecordQuery &query) const;

    Database &m_database;
    const RecordKind &m_kind;
    std::vector<RecordColumn> m_columns;
};

} // namespace kp::store
