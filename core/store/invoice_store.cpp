// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/invoice_store.h"

#include "core/store/statement.h"
#include "core/store/storage_fault.h"
#include "core/store/texts.h"

#include <functional>
#include <future>

namespace kp::store
{

namespace
{
Fault invoiceNotThere()
{
    return {
        FaultKind::NotFound, StoreText::tr("There is no such invoice. Check its number; another profile may have it.")};
}

/// What the table of invoices holds beside the fields of the record.
std::array<qint64, 1> ownColumns(const Invoice &invoice)
{
    return {invoice.lines.size()};
}

void appendLines(Rows &rows, InvoiceId id, const Invoice &invoice)
{
    for (const InvoiceLine &line : invoice.lines)
        Table<InvoiceLine>::append(rows, line, std::array{qint64(id.value()), qint64(invoice.lines.size())});
}

/// The rows of one of an invoice's lists.
template<class T>
void appendList(Rows &rows, InvoiceId id, const QList<T> &list)
{
    for (qsizetype i = 0; i < list.size(); ++i)
        Table<T>::append(rows, list[i], std::array{qint64(id.value()), qint64(i + 1)});
}

template<class T>
Outcome loadList(Database &database, const char *table, InvoiceId id, QList<T> &list)
{
    Query &query = database.prepared(QStringLiteral("SELECT %1 FROM %2 WHERE invoice = ? ORDER BY position")
                                         .arg(Table<T>::columns(), QLatin1StringView(table)));
    KP_TRY(rows, query.with(id).all([](const Row &row) { return Table<T>::load(row); }));
    for (auto &row : rows) {
        KP_TRY(record, std::move(row));
        list.append(record);
    }
    return Done{};
}

constexpr const char *elementTable = "invoice_element";
constexpr const char *voucherTable = "invoice_voucher";
const QStringList ownListColumns{QStringLiteral("invoice"), QStringLiteral("position")};

/// What belongs to invoices and comes after them.
struct Parts {
    Rows lines;
    Rows texts;
};

Parts partsOf(const QList<InvoiceId> &ids, const QList<Invoice> &invoices)
{
    Parts parts;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        appendLines(parts.lines, ids[i], invoices[i]);
        SearchIndex::append(parts.texts, ids[i], invoices[i]);
    }
    return parts;
}

constexpr qsizetype worthAThread = 64; // for fewer invoices, starting it would take longer

QString inList(qsizetype count)
{
    return QStringList(count, QStringLiteral("?")).join(u',');
}
} // namespace

InvoiceStore::InvoiceStore(Database &database)
    : m_database(database)
    , m_invoices(database, QStringLiteral("invoice"), {QStringLiteral("line_count")})
    , m_lines(database, QStringLiteral("invoice_line"), {QStringLiteral("invoice"), QStringLiteral("line_count")})
    , m_elements(database, QString::fromLatin1(elementTable), ownListColumns)
    , m_vouchers(database, QString::fromLatin1(voucherTable), ownListColumns)
    , m_history(database, QStringLiteral("invoice_history (invoice, step, at_ms, from_state, to_state, message)"), 6)
    , m_search(database)
{
}

Result<InvoiceId> InvoiceStore::insert(const Invoice &invoice, qint64 nowMs)
{
    KP_TRY(ids, insertAll({invoice}, nowMs));
    return ids.first();
}

Result<QList<InvoiceId>> InvoiceStore::insertAll(const QList<Invoice> &invoices, qint64 nowMs)
{
    Transaction transaction(m_database);
    // No invoice is ever deleted, so the database gives ids without gaps.
    KP_TRY(last, lastId());
    QList<InvoiceId> ids;
    ids.reserve(invoices.size());
    for (qint64 id = last + 1; ids.size() < invoices.size(); ++id)
        ids.append(InvoiceId(id));
    // While SQLite stores the headers of a batch, what follows is put together beside it.
    std::future<Parts> parts = std::async(invoices.size() < worthAThread ? std::launch::deferred : std::launch::async,
        partsOf, std::cref(ids), std::cref(invoices));
    KP_DO(insertHeaders(invoices, last));
    KP_DO(m_history.rows(ids.size(),
        [&](RowBinder bind, qsizetype i) { bind(ids[i], 1, nowMs, nullptr, code(invoices[i].state), ""); }));
    const Parts ready = parts.get();
    KP_DO(m_lines.insert(ready.lines));
    KP_DO(insertLists(ids, invoices));
    KP_DO(m_search.add(ready.texts));
    KP_DO(m_search.keepShort());
    KP_DO(transaction.commit());
    return ids;
}

Outcome InvoiceStore::insertLists(const QList<InvoiceId> &ids, const QList<Invoice> &invoices)
{
    Rows elements;
    Rows vouchers;
    for (qsizetype i = 0; i < ids.size(); ++i) {
        appendList(elements, ids[i], invoices[i].elements);
        appendList(vouchers, ids[i], invoices[i].vouchers);
    }
    KP_DO(m_elements.insert(elements));
    return m_vouchers.insert(vouchers);
}

Outcome InvoiceStore::loadLists(Invoice &invoice)
{
    KP_DO(loadList(m_database, elementTable, invoice.id, invoice.elements));
    // Vouchers belong to the margin scheme, which is rare: most invoices need not be asked for them.
    return isMargin(invoice.taxMode) ? loadList(m_database, voucherTable, invoice.id, invoice.vouchers)
                                     : Outcome(Done{});
}

Result<qint64> InvoiceStore::lastId()
{
    KP_TRY(last, m_database.prepared(QStringLiteral("SELECT max(id) FROM invoice")).first([](const Row &row) {
        return row.whole(0);
    }));
    return last.value_or(0);
}

Outcome InvoiceStore::insertHeaders(const QList<Invoice> &invoices, qint64 last)
{
    for (const Invoice &invoice : invoices)
        if (invoice.id.isValid())
            return mistake(QStringLiteral("invoice %1 is stored already").arg(invoice.id.value()));
    const Outcome done = m_invoices.insertAll(invoices, ownColumns);
    if (done.ok() || done.fault().kind != FaultKind::Conflict)
        return done;
    KP_TRY(stored, lastId()); // those before the one that was refused
    const Invoice &refused = invoices[stored - last];
    return Fault{FaultKind::Conflict,
        StoreText::tr("Serial number %1 or invoice number %2 is taken already.").arg(refused.serial, refused.number),
        done.fault().detail};
}

Outcome InvoiceStore::correct(const Invoice &invoice)
{
    Transaction transaction(m_database);
    for (const char *table : {"invoice_line", elementTable, voucherTable})
        KP_DO(m_database.prepared(QStringLiteral("DELETE FROM %1 WHERE invoice = ?").arg(QLatin1StringView(table)))
                  .with(invoice.id)
                  .run());
    Invoice stored = invoice;
    stored.state = InvoiceState::Refused;
    KP_DO(m_invoices.update(stored, invoice.id.value(), ownColumns, invoiceNotThere()));
    Rows lines;
    appendLines(lines, invoice.id, invoice);
    KP_DO(m_lines.insert(lines));
    KP_DO(insertLists({invoice.id}, {invoice}));
    KP_DO(m_search.replace(invoice.id, stored));
    return transaction.commit();
}

Result<Invoice> InvoiceStore::find(InvoiceId id)
{
    KP_TRY(found, findAll({id}));
    if (found.isEmpty())
        return invoiceNotThere();
    return found.first();
}

Result<Invoice> InvoiceStore::findByNumber(const QString &number)
{
    // A discarded invoice had the number before; the one that holds it now comes first.
    KP_TRY(id, m_database
                   .prepared(QStringLiteral(
                       "SELECT id FROM invoice WHERE number = ? ORDER BY number_turn <> 0, id DESC LIMIT 1"))
                   .with(number)
                   .first([](const Row &row) { return row.id<InvoiceId>(0); }));
    if (!id)
        return invoiceNotThere();
    return find(*id);
}

Result<QList<Invoice>> InvoiceStore::findAll(const QList<InvoiceId> &ids)
{
    Query &header =
        m_database.prepared(QStringLiteral("SELECT %1 FROM invoice WHERE id = ?").arg(Table<Invoice>::columns()));
    Query &lines = m_database.prepared(QStringLiteral("SELECT %1 FROM invoice_line WHERE invoice = ? ORDER BY number")
                                           .arg(Table<InvoiceLine>::columns()));
    QList<Invoice> found;
    found.reserve(ids.size());
    for (const InvoiceId id : ids) {
        KP_TRY(invoice, header.with(id).first([](const Row &row) { return Table<Invoice>::load(row); }));
        if (!invoice)
            continue;
        KP_TRY(record, std::move(*invoice));
        KP_TRY(rows, lines.with(id).all([](const Row &row) { return Table<InvoiceLine>::load(row); }));
        for (auto &row : rows) {
            KP_TRY(line, std::move(row));
            record.lines.append(line);
        }
        KP_DO(loadLists(record));
        found.append(record);
    }
    return found;
}

Result<QList<InvoicePosition>> InvoiceStore::positions(const QList<InvoiceId> &ids)
{
    Query &query = m_database.prepared(QStringLiteral("SELECT id, number, state FROM invoice WHERE id = ?"));
    QList<InvoicePosition> found;
    found.reserve(ids.size());
    for (const InvoiceId id : ids)
        KP_DO(query.with(id).each([&](const Row &row) {
            if (const auto state = fromCode<InvoiceState>(row.text(2)))
                found.append({row.id<InvoiceId>(0), row.text(1), *state});
        }));
    return found;
}

Result<QHash<QString, InvoiceSummary>> InvoiceStore::findBySerials(CompanyId company, const QStringList &serials)
{
    QHash<QString, InvoiceSummary> found;
    found.reserve(serials.size());
    Query &query = m_database.prepared(QStringLiteral("SELECT %1 FROM invoice_list WHERE company = ? AND serial = ?")
                                           .arg(Table<InvoiceSummary>::columns()));
    for (const QString &serial : serials) {
        KP_TRY(summary,
            query.with(company, serial).first([](const Row &row) { return Table<InvoiceSummary>::load(row); }));
        if (!summary)
            continue;
        KP_TRY(record, std::move(*summary));
        found.insert(serial, record);
    }
    return found;
}

Result<QList<InvoiceId>> InvoiceStore::inState(InvoiceState state)
{
    return m_database.prepared(QStringLiteral("SELECT id FROM invoice WHERE state = ? ORDER BY id"))
        .with(code(state))
        .all([](const Row &row) { return row.id<InvoiceId>(0); });
}

Result<QList<InvoiceId>> InvoiceStore::redAmong(const QList<InvoiceId> &ids)
{
    Statement statement;
    statement.add(QStringLiteral("SELECT id FROM invoice WHERE reversal_blueNumber <> '' AND id IN (") +
                  inList(ids.size()) + u')');
    for (const InvoiceId id : ids)
        statement.values.append(qint64(id.value()));
    return statement.in(m_database).all([](const Row &row) { return row.id<InvoiceId>(0); });
}

Result<std::optional<InvoicePosition>> InvoiceStore::ofForm(const QString &formUuid)
{
    return m_database
        .prepared(QStringLiteral("SELECT id, number, state FROM invoice WHERE reversal_formUuid = ? AND "
                                 "reversal_formUuid <> '' AND state <> 'discarded'"))
        .with(formUuid)
        .first([](const Row &row) {
            return InvoicePosition{
                row.id<InvoiceId>(0), row.text(1), fromCode<InvoiceState>(row.text(2)).value_or(InvoiceState::Queued)};
        });
}

Result<QHash<InvoiceState, qint64>> InvoiceStore::countByState(const Scope &scope)
{
    const QString where =
        scope.all ? QString() : QStringLiteral("WHERE company IN (%1)").arg(inList(scope.companies.size()));
    Query &query = m_database.prepared(
        QStringLiteral("SELECT state, count(*) FROM invoice INDEXED BY %1 %2 GROUP BY state")
            .arg(scope.all ? QStringLiteral("invoice_state") : QStringLiteral("invoice_by_id"), where));
    if (!scope.all)
        for (qsizetype i = 0; i < scope.companies.size(); ++i)
            query.bind(static_cast<int>(i), scope.companies[i]);
    QHash<InvoiceState, qint64> counts;
    KP_DO(query.each([&](const Row &row) {
        if (const auto state = fromCode<InvoiceState>(row.text(0)))
            counts.insert(*state, row.whole(1));
    }));
    return counts;
}

Outcome InvoiceStore::setState(InvoiceId id, InvoiceState from, InvoiceState to, const QString &message, qint64 nowMs)
{
    return setStates({id}, from, to, message, nowMs);
}

Outcome InvoiceStore::setStates(
    const QList<InvoiceId> &ids, InvoiceState from, InvoiceState to, const QString &message, qint64 nowMs)
{
    Transaction transaction(m_database);
    Query &update = m_database.prepared(
        QStringLiteral("UPDATE invoice SET state = ?1, message = ?2, number_turn = CASE ?1 WHEN 'discarded' THEN id "
                       "ELSE 0 END WHERE id = ?3 AND state = ?4"));
    Query &history = m_database.prepared(
        QStringLiteral("INSERT INTO invoice_history (invoice, step, at_ms, from_state, to_state, message) VALUES (?1, "
                       "(SELECT coalesce(max(step), 0) + 1 FROM invoice_history WHERE invoice = ?1), ?2, ?3, ?4, ?5)"));
    const Fault moved{FaultKind::Conflict, StoreText::tr("The invoice has moved on in the meantime. Look again.")};
    for (const InvoiceId id : ids) {
        KP_DO(update.with(code(to), message, id, code(from)).runOr(moved));
        KP_DO(history.with(id, nowMs, code(from), code(to), message).run());
    }
    return transaction.commit();
}

Result<QList<HistoryEntry>> InvoiceStore::history(InvoiceId id)
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT at_ms, from_state, to_state, message FROM invoice_history WHERE invoice = ? ORDER BY step"))
        .with(id)
        .all([](const Row &row) {
            return HistoryEntry{Clock::chinaTime(row.whole(0)), fromCode<InvoiceState>(row.text(1)),
                fromCode<InvoiceState>(row.text(2)).value_or(InvoiceState::Queued), row.text(3)};
        });
}

} // namespace kp::store
