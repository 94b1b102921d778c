// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record_list.h"

#include "core/store/storage_fault.h"

#include <algorithm>

namespace kp::store
{

/// The sort expression and its direction. Without one the id is the order.
struct RecordList::Order {
    QString expression;
    QString direction;
    QString beyond; ///< ">" or "<"
};

RecordList::RecordList(Database &database, const RecordKind &kind, std::vector<RecordColumn> columns)
    : m_database(database)
    , m_kind(kind)
    , m_columns(std::move(columns))
{
}

const RecordColumn *RecordList::column(const QString &key) const
{
    const auto found = std::find_if(
        m_columns.begin(), m_columns.end(), [&](const RecordColumn &candidate) { return candidate.key == key; });
    return found == m_columns.end() ? nullptr : &*found;
}

Result<RecordList::Order> RecordList::orderOf(const RecordQuery &query) const
{
    Order order{{}, query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC"),
        query.descending ? QStringLiteral("<") : QStringLiteral(">")};
    if (query.sort.isEmpty() || query.sort == QLatin1StringView("id"))
        return order;
    const RecordColumn *by = column(query.sort);
    if (by == nullptr || by->kind == FieldKind::Decimal) // stored as text: 9 would come after 10
        return mistake(QStringLiteral("%1 can not be sorted by %2").arg(QLatin1StringView(m_kind.key), query.sort));
    order.expression = QStringLiteral("r.") + by->column;
    if (by->kind == FieldKind::Rate) // the only nullable ones; NULL can not be compared with a key
        order.expression = QStringLiteral("coalesce(%1, -1)").arg(order.expression);
    return order;
}

/// FROM … WHERE …
Result<Statement> RecordList::conditions(const RecordQuery &query) const
{
    Statement statement;
    statement.add(QStringLiteral(" FROM %1 r WHERE 1").arg(QLatin1StringView(m_kind.key)));
    if (!query.scope.all) {
        statement.add(QStringLiteral(" AND r.company IN ("));
        for (qsizetype i = 0; i < query.scope.companies.size(); ++i)
            statement.add(
                i == 0 ? QStringLiteral("?") : QStringLiteral(",?"), qint64(query.scope.companies[i].value()));
        statement.add(QStringLiteral(")"));
    }
    for (const RecordFilter &filter : query.filters) {
        const RecordColumn *on = column(filter.field);
        const QVariant value = on == nullptr ? QVariant() : on->stored(filter.value);
        if (on == nullptr || (!value.isValid() && !filter.value.isEmpty()))
            return mistake(
                QStringLiteral("%1 has no %2 = %3").arg(QLatin1StringView(m_kind.key), filter.field, filter.value));
        if (filter.how == RecordFilter::How::Contains)
            statement.add(QStringLiteral(" AND record_matches(?, r.%1)").arg(on->column), filter.value);
        else
            statement.add(QStringLiteral(" AND r.%1 %2 ?")
                              .arg(on->column,
                                  filter.how == RecordFilter::How::Above ? QStringLiteral(">") : QStringLiteral("IS")),
                value);
    }
    if (!query.text.isEmpty()) {
        QStringList searched;
        for (const char *key : m_kind.searched)
            searched.append(QStringLiteral("r.") + column(QString::fromLatin1(key))->column);
        statement.add(
            QStringLiteral(" AND record_matches(?, %1)").arg(searched.join(QStringLiteral(", "))), query.text);
    }
    return statement;
}

Result<Statement> RecordList::keysOf(
    const RecordQuery &query, const std::optional<RecordKey> &from, bool including) const
{
    KP_TRY(order, orderOf(query));
    KP_TRY(rest, conditions(query));
    const bool byId = order.expression.isEmpty();
    Statement statement;
    statement.add(QStringLiteral("SELECT %1, r.id").arg(byId ? QStringLiteral("NULL") : order.expression));
    statement.sql += rest.sql;
    statement.values += rest.values;
    const QString side = order.beyond + (including ? QStringLiteral("=") : QString());
    if (from && byId)
        statement.add(QStringLiteral(" AND r.id %1 ?").arg(side), from->id);
    else if (from)
        statement.add(QStringLiteral(" AND (%1, r.id) %2 (?,").arg(order.expression, side), from->value)
            .add(QStringLiteral("?)"), from->id);
    return statement.add(byId ? QStringLiteral(" ORDER BY r.id %1").arg(order.direction)
                              : QStringLiteral(" ORDER BY %1 %2, r.id %2").arg(order.expression, order.direction));
}

Result<qint64> RecordList::count(const RecordQuery &query)
{
    KP_TRY(statement, conditions(query));
    statement.sql.prepend(QStringLiteral("SELECT count(*)"));
    KP_TRY(count, statement.in(m_database).first([](const Row &row) { return row.whole(0); }));
    return count.value_or(0);
}

Result<QList<RecordKey>> RecordList::keys(
    const RecordQuery &query, const std::optional<RecordKey> &from, bool including, int beside, int limit)
{
    KP_TRY(statement, keysOf(query, from, including));
    statement.add(QStringLiteral(" LIMIT ?"), beside + limit);
    KP_TRY(keys, statement.in(m_database).all([](const Row &row) { return RecordKey{row.value(0), row.whole(1)}; }));
    keys.remove(0, std::min<qsizetype>(beside, keys.size()));
    return keys;
}

Result<RecordLadder> RecordList::ladder(const RecordQuery &query, const std::atomic_bool &stop)
{
    const Interruption interruption(m_database, stop);
    KP_TRY(statement, keysOf(query, {}, false));
    RecordLadder ladder;
    KP_DO(statement.in(m_database).each([&](const Row &row) {
        if (ladder.count++ % RecordLadder::step == 0)
            ladder.rungs.append({row.value(0), row.whole(1)});
    }));
    return ladder;
}

Result<QList<qint64>> RecordList::ids(const RecordQuery &query)
{
    KP_TRY(statement, keysOf(query, {}, false));
    return statement.in(m_database).all([](const Row &row) { return row.whole(1); });
}

} // namespace kp::store
