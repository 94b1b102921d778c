// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/invoice_list.h"

#include "core/domain/schemas.h"
#include "core/store/search_text.h"
#include "core/store/statement.h"
#include "core/store/table.h"
#include "core/store/texts.h"

#include <algorithm>

namespace kp::store
{

namespace
{
/// An order: its column, what parts equal values, and the index that has both and so all that its keys need.
struct SortRow {
    InvoiceSort sort;
    QLatin1StringView key; ///< in Schema<InvoiceSummary>
    QLatin1StringView column;
    QLatin1StringView tie;
    QLatin1StringView index;
};
constexpr QLatin1StringView idColumn("id");
constexpr SortRow sortRows[] = {
    {InvoiceSort::Id, idColumn, idColumn, idColumn, QLatin1StringView("invoice_by_id")},
    // Invoices that had the same number, one after the other, differ in number_turn.
    {InvoiceSort::Number, QLatin1StringView("number"), QLatin1StringView("number"), QLatin1StringView("number_turn"),
        QLatin1StringView("invoice_number")},
    {InvoiceSort::IssuedAt, QLatin1StringView("issuedAt"), QLatin1StringView("issuedAt"), idColumn,
        QLatin1StringView("invoice_by_time")},
    {InvoiceSort::BuyerName, QLatin1StringView("buyer.name"), QLatin1StringView("buyer_name"), idColumn,
        QLatin1StringView("invoice_by_buyer")},
    {InvoiceSort::Net, QLatin1StringView("net"), QLatin1StringView("net"), idColumn,
        QLatin1StringView("invoice_by_net")},
};

const SortRow &rowOf(InvoiceSort sort)
{
    return sortRows[static_cast<std::size_t>(sort)];
}

/// States that few invoices are in at a time: an index on the state finds them sooner than a walk in list order.
bool isPassing(InvoiceState state)
{
    return state != InvoiceState::Issued && state != InvoiceState::Discarded;
}

template<class List, class ToValue>
void addIn(Statement &statement, const QString &column, const List &list, ToValue toValue)
{
    statement.add(QStringLiteral(" AND i.%1 IN (").arg(column));
    for (qsizetype i = 0; i < list.size(); ++i)
        statement.add(i == 0 ? QStringLiteral("?") : QStringLiteral(",?"), toValue(list[i]));
    statement.add(QStringLiteral(")"));
}

void addScope(Statement &statement, const Scope &scope)
{
    if (!scope.all)
        addIn(statement, QStringLiteral("company"), scope.companies,
            [](CompanyId id) { return QVariant(qint64(id.value())); });
}

void addFilters(Statement &statement, const ListQuery &query)
{
    addScope(statement, query.scope);
    if (!query.states.isEmpty())
        addIn(statement, QStringLiteral("state"), query.states,
            [](InvoiceState state) { return QVariant(QString::fromLatin1(code(state))); });
    if (query.kind)
        statement.add(QStringLiteral(" AND i.kind = ?"), QString::fromLatin1(code(*query.kind)));
    if (query.from.isValid())
        statement.add(QStringLiteral(" AND i.issuedAt >= ?"), query.from.toString(Qt::ISODate));
    if (query.to.isValid()) // "2026-01-31 …" sorts before "2026-02-01"
        statement.add(QStringLiteral(" AND i.issuedAt < ?"), query.to.addDays(1).toString(Qt::ISODate));
    if (query.red)
        statement.add(*query.red ? QStringLiteral(" AND i.reversal_blueNumber <> ''")
                                 : QStringLiteral(" AND i.reversal_blueNumber = ''"));
}

bool isFiltered(const ListQuery &query)
{
    return !query.scope.all || !query.states.isEmpty() || query.kind || query.from.isValid() || query.to.isValid() ||
           query.red;
}

/// Where a page begins: at a key or behind it; without one, at the beginning.
struct Start {
    std::optional<ListKey> key;
    bool including = false;
};

/// Only rows from the start on, in the order of the query. @param id the expression that stands for the id
void addStart(Statement &statement, const ListQuery &query, const Start &start, const QString &id)
{
    if (!start.key)
        return;
    const QString side = (query.descending ? QStringLiteral("<") : QStringLiteral(">")) +
                         (start.including ? QStringLiteral("=") : QString());
    const SortRow &row = rowOf(query.sort);
    const QVariant idValue = qint64(start.key->id.value());
    if (query.sort == InvoiceSort::Id)
        statement.add(QStringLiteral(" AND %1 %2 ?").arg(id, side), idValue);
    else
        statement.add(QStringLiteral(" AND (i.%1, i.%2) %3 (?,").arg(row.column, row.tie, side), start.key->value)
            .add(row.tie == idColumn ? QStringLiteral("?)")
                                     : QStringLiteral("(SELECT %1 FROM invoice WHERE id = ?))").arg(row.tie),
                idValue);
}

/// SELECT … FROM … WHERE …: the rows of a query, not in order yet.
/// @param columns what is wanted of them, %1 standing for the id; the columns of invoice bear i.
/// @param joined whether any of the columns is of invoice
Statement rowsOf(const ListQuery &query, const QString &columns, bool joined, const Start &start)
{
    Statement statement;
    const auto end = [&](const QString &id) {
        addFilters(statement, query);
        addStart(statement, query, start, id);
    };
    const SearchTerm term = searchTerm(query.text);
    if (term.folded.isEmpty()) {
        // The index is named, because without statistics SQLite would guess.
        const bool few = !query.states.isEmpty() && std::all_of(query.states.begin(), query.states.end(), isPassing);
        const QString id = QStringLiteral("i.id");
        const QString index = query.red.value_or(false) ? QStringLiteral("invoice_reversal")
                              : few                     ? QStringLiteral("invoice_state")
                                                        : QString(rowOf(query.sort).index);
        statement.add(QStringLiteral("SELECT %1 FROM invoice i INDEXED BY %2 WHERE 1").arg(columns.arg(id), index));
        end(id);
        return statement;
    }
    // What the index finds, and the invoices that have not been indexed yet.
    const bool needsInvoice = joined || isFiltered(query);
    const QString join = needsInvoice ? QStringLiteral(" CROSS JOIN invoice i ON i.id = %1") : QString();
    QString id = QStringLiteral("p.rowid");
    statement.add(QStringLiteral("SELECT %1 FROM invoice_piece p").arg(columns.arg(id)));
    if (!term.exact)
        statement.add(
            QStringLiteral(" CROSS JOIN invoice_text t ON t.invoice = p.rowid AND instr(t.text, ?) > 0"), term.folded);
    statement.add(needsInvoice ? join.arg(id) : QString())
        .add(QStringLiteral(" WHERE p.invoice_piece MATCH ?"), term.match);
    end(id);
    id = QStringLiteral("t.invoice");
    statement.add(QStringLiteral(" UNION ALL SELECT %1 FROM invoice_text t").arg(columns.arg(id)))
        .add(needsInvoice ? join.arg(id) : QString())
        .add(QStringLiteral(" WHERE t.invoice > (SELECT indexed_to FROM search_progress) AND instr(t.text, ?) > 0"),
            term.folded);
    end(id);
    return statement;
}

/// The keys of a query's rows in its order: the sort column (or nothing when it is the id), and the id.
Statement keysOf(const ListQuery &query, const Start &start)
{
    const QString direction = query.descending ? QStringLiteral("DESC") : QStringLiteral("ASC");
    if (query.sort == InvoiceSort::Id)
        return rowsOf(query, QStringLiteral("NULL, %1"), false, start).add(QStringLiteral(" ORDER BY 2 ") + direction);
    const SortRow &row = rowOf(query.sort);
    return rowsOf(query, QStringLiteral("i.%2, %1, i.%3").arg(QStringLiteral("%1"), row.column, row.tie), true, start)
        .add(QStringLiteral(" ORDER BY 1 %1, 3 %1").arg(direction));
}

ListKey keyOf(const Row &found)
{
    return {found.value(0), found.id<InvoiceId>(1)};
}

ListTotals totalsOf(const Row &found)
{
    return {found.whole(0), found.money(1), found.money(2)};
}
} // namespace

std::optional<InvoiceSort> invoiceSortFromKey(QStringView key)
{
    const auto *found = std::find_if(
        std::begin(sortRows), std::end(sortRows), [&](const SortRow &candidate) { return key == candidate.key; });
    return found == std::end(sortRows) ? std::nullopt : std::optional(found->sort);
}

Result<ListQuery> InvoiceList::narrowed(const ListQuery &query)
{
    ListQuery narrow = query;
    if (query.scope.all)
        return narrow;
    // A desk with one company sees all there is: then no row needs to be asked whose it is.
    bool all = true;
    KP_DO(m_database.prepared(QStringLiteral("SELECT id FROM company")).each([&](const Row &found) {
        all = query.scope.sees(found.id<CompanyId>(0));
        return all;
    }));
    if (all)
        narrow.scope = Scope::everything();
    return narrow;
}

Result<qint64> InvoiceList::count(const ListQuery &asked)
{
    KP_TRY(query, narrowed(asked));
    query.sort = InvoiceSort::Id; // the index that holds most
    if (query.red == false) {     // no index holds what is blue: all but the few red ones
        ListQuery every = query;
        every.red.reset();
        ListQuery reds = query;
        reds.red = true;
        KP_TRY(all, count(every));
        KP_TRY(red, count(reds));
        return all - red;
    }
    Statement statement = rowsOf(query, QStringLiteral("%1 AS id"), false, {});
    statement.sql = QStringLiteral("SELECT count(*) FROM (") + statement.sql + u')';
    KP_TRY(count, statement.in(m_database).first([](const Row &found) { return found.whole(0); }));
    return count.value_or(0);
}

Result<ListTotals> InvoiceList::totals(const ListQuery &asked)
{
    KP_TRY(query, narrowed(asked));
    query.sort = InvoiceSort::Id;
    Statement statement = rowsOf(query, QStringLiteral("%1 AS id, i.net AS net, i.tax AS tax"), true, {});
    statement.sql =
        QStringLiteral("SELECT count(*), coalesce(sum(net), 0), coalesce(sum(tax), 0) FROM (") + statement.sql + u')';
    KP_TRY(totals, statement.in(m_database).first(totalsOf));
    return totals.value_or(ListTotals());
}

Result<ListTotals> InvoiceList::totals(const Scope &scope, const QList<InvoiceId> &ids)
{
    Query &query = m_database.prepared(QStringLiteral("SELECT company, net, tax FROM invoice WHERE id = ?"));
    ListTotals totals;
    for (const InvoiceId id : ids)
        KP_DO(query.with(id).each([&](const Row &found) {
            if (!scope.sees(found.id<CompanyId>(0)))
                return;
            ++totals.count;
            totals.net += found.money(1);
            totals.tax += found.money(2);
        }));
    return totals;
}

Result<InvoicePage> InvoiceList::page(const ListQuery &query, const std::optional<ListKey> &after, int limit)
{
    return read(query, after, false, 0, limit);
}

Result<InvoicePage> InvoiceList::read(
    const ListQuery &asked, const std::optional<ListKey> &from, bool including, int beside, int limit)
{
    KP_TRY(query, narrowed(asked));
    Statement statement = keysOf(query, {from, including});
    statement.add(QStringLiteral(" LIMIT ?"), beside + limit);
    InvoicePage page;
    KP_TRY(keys, statement.in(m_database).all(keyOf));
    keys.remove(0, std::min<qsizetype>(beside, keys.size()));
    Query &summary = m_database.prepared(
        QStringLiteral("SELECT %1 FROM invoice_list WHERE id = ?").arg(Table<InvoiceSummary>::columns()));
    page.rows.reserve(keys.size());
    for (const ListKey &key : std::as_const(keys)) {
        KP_TRY(found, summary.with(key.id).first([](const Row &line) { return Table<InvoiceSummary>::load(line); }));
        if (!found) // invoices are never deleted
            return Fault{
                FaultKind::Storage, StoreText::tr("An index of the database is damaged. Restore a copy of it.")};
        KP_TRY(record, std::move(*found));
        page.rows.append(record);
    }
    page.keys = keys;
    return page;
}

Result<KeyLadder> InvoiceList::ladder(const ListQuery &asked, const std::atomic_bool &stop)
{
    const Interruption interruption(m_database, stop);
    KP_TRY(query, narrowed(asked));
    const Statement statement = keysOf(query, {});
    KeyLadder ladder;
    KP_DO(statement.in(m_database).each([&](const Row &found) {
        if (ladder.count++ % KeyLadder::step == 0)
            ladder.rungs.append(keyOf(found));
    }));
    return ladder;
}

Result<InvoicePage> InvoiceList::pageAt(const ListQuery &query, const KeyLadder &ladder, qint64 position, int limit)
{
    const auto rung = position / KeyLadder::step;
    const auto beside = static_cast<int>(position % KeyLadder::step);
    if (position < 0 || rung >= ladder.rungs.size())
        return InvoicePage{};
    return read(query, ladder.rungs[rung], true, beside, limit);
}

} // namespace kp::store
