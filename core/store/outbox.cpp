// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/outbox.h"

#include "core/store/texts.h"

namespace kp::store
{

namespace
{
OutboxEntry outboxEntryOf(const Row &row)
{
    return {
        row.id<InvoiceId>(0), row.id<CompanyId>(1), row.whole(2), row.small(3), row.text(4), row.flag(5), row.text(6)};
}

/// Runs a statement once for each invoice, all or none; its last "?" is the invoice.
template<class... Values>
Outcome forEach(Database &database, const QString &sql, const QList<InvoiceId> &invoices, const Values &...values)
{
    Transaction transaction(database);
    Query &query = database.prepared(sql);
    const Fault settled{
        FaultKind::Conflict, StoreText::tr("The invoice has been settled in the meantime. Look again.")};
    for (const InvoiceId invoice : invoices)
        KP_DO(query.with(values..., invoice).runOr(settled));
    return transaction.commit();
}

/// Reads entries of rows o of the outbox.
QString selectEntries(QStringView rest)
{
    return QStringLiteral(
        "SELECT o.invoice, o.company, o.due_ms, o.attempts, o.receipt, o.ever_unanswered, o.credit_month "
        "FROM outbox o ")
        .append(rest);
}
} // namespace

Outbox::Outbox(Database &database)
    : m_database(database)
    , m_insert(database,
          QStringLiteral("outbox (invoice, company, due_ms, attempts, receipt, ever_unanswered, credit_month)"), 7)
{
}

Outcome Outbox::enqueue(const OutboxEntry &entry)
{
    return enqueueAll({entry});
}

Outcome Outbox::enqueueAll(const QList<OutboxEntry> &entries)
{
    Transaction transaction(m_database);
    KP_DO(m_insert.rows(entries.size(), [&](RowBinder bind, qsizetype i) {
        const OutboxEntry &entry = entries[i];
        bind(entry.invoice, entry.company, entry.dueMs, entry.attempts, entry.receipt, entry.everUnanswered,
            entry.creditMonth);
    }));
    return transaction.commit();
}

Result<std::optional<CompanyId>> Outbox::companyDue(qint64 nowMs)
{
    return m_database
        .prepared(QStringLiteral("SELECT o.company FROM outbox o JOIN invoice i ON i.id = o.invoice "
                                 "WHERE o.due_ms <= ? AND o.receipt = '' AND i.state IN ('queued', 'unknown') "
                                 "ORDER BY o.due_ms, o.invoice LIMIT 1"))
        .with(nowMs)
        .first([](const Row &row) { return row.id<CompanyId>(0); });
}

Result<QList<OutboxEntry>> Outbox::dueUploads(CompanyId company, qint64 nowMs, int limit)
{
    return m_database
        .prepared(selectEntries(
            u"JOIN invoice i ON i.id = o.invoice WHERE o.due_ms <= ? AND o.company = ? AND o.receipt = '' "
            "AND i.state IN ('queued', 'unknown') ORDER BY o.due_ms, o.invoice LIMIT ?"))
        .with(nowMs, company, limit)
        .all(outboxEntryOf);
}

Result<QList<ReceiptDue>> Outbox::dueResults(qint64 nowMs)
{
    QList<ReceiptDue> due;
    KP_DO(m_database
              .prepared(
                  selectEntries(u"WHERE o.due_ms <= ? AND o.receipt <> '' ORDER BY o.company, o.receipt, o.invoice"))
              .with(nowMs)
              .each([&](const Row &row) {
                  const OutboxEntry entry = outboxEntryOf(row);
                  if (due.isEmpty() || due.last().receipt != entry.receipt || due.last().company != entry.company)
                      due.append({entry.company, entry.receipt, {}});
                  due.last().entries.append(entry);
              }));
    return due;
}

Result<std::optional<OutboxEntry>> Outbox::find(InvoiceId invoice)
{
    return m_database.prepared(selectEntries(u"WHERE o.invoice = ?")).with(invoice).first(outboxEntryOf);
}

Result<QList<OutboxEntry>> Outbox::all()
{
    return m_database.prepared(selectEntries(u"ORDER BY o.invoice")).all(outboxEntryOf);
}

Result<QList<OutboxEntry>> Outbox::lost(qint64 nowMs)
{
    // Credit is charged to the oldest month that is valid on the day of issue and has enough (CreditStore::charge). A
    // red invoice gives back what its blue one of the same month was charged.
    return m_database
        .prepared(QStringLiteral(
            "SELECT i.id, i.company, ?, 0, '', 1, iif(i.reversal_blueNumber = '' OR EXISTS (SELECT 1 FROM invoice b "
            "WHERE b.number = i.reversal_blueNumber AND substr(b.issuedAt, 1, 7) = substr(i.issuedAt, 1, 7)), "
            "coalesce((SELECT c.month FROM credit_month c WHERE c.company = "
            "i.company AND substr(i.issuedAt, 1, 10) BETWEEN c.valid_from AND c.valid_to AND c.used >= abs(i.net) "
            "ORDER BY c.month LIMIT 1), replace(substr(i.issuedAt, 1, 7), '-', '')), '') "
            "FROM invoice i WHERE i.state IN ('queued', 'sending', 'processing', 'unknown') "
            "AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.invoice = i.id) ORDER BY i.id"))
        .with(nowMs)
        .all(outboxEntryOf);
}

Outcome Outbox::reschedule(const QList<InvoiceId> &invoices, qint64 dueMs, bool dropReceipt)
{
    return forEach(m_database,
        QStringLiteral("UPDATE outbox SET due_ms = ?, attempts = attempts + 1, "
                       "receipt = CASE ? WHEN 1 THEN '' ELSE receipt END WHERE invoice = ?"),
        invoices, dueMs, dropReceipt);
}

Outcome Outbox::setUnanswered(const QList<InvoiceId> &invoices, bool unanswered)
{
    return forEach(
        m_database, QStringLiteral("UPDATE outbox SET ever_unanswered = ? WHERE invoice = ?"), invoices, unanswered);
}

Outcome Outbox::hasten(qint64 nowMs)
{
    Transaction transaction(m_database);
    KP_TRY(hastened,
        m_database.prepared(QStringLiteral("UPDATE outbox SET due_ms = ? WHERE due_ms > ?")).with(nowMs, nowMs).run());
    Q_UNUSED(hastened)
    return transaction.commit();
}

Outcome Outbox::setReceipt(const QList<InvoiceId> &invoices, const QString &receipt, qint64 dueMs)
{
    return forEach(m_database,
        QStringLiteral("UPDATE outbox SET receipt = ?, due_ms = ?, attempts = 0 WHERE invoice = ?"), invoices, receipt,
        dueMs);
}

Outcome Outbox::remove(const QList<InvoiceId> &invoices)
{
    return forEach(m_database, QStringLiteral("DELETE FROM outbox WHERE invoice = ?"), invoices);
}

Result<qint64> Outbox::pendingCount()
{
    KP_TRY(count, m_database.prepared(QStringLiteral("SELECT count(*) FROM outbox")).first([](const Row &row) {
        return row.whole(0);
    }));
    return count.value_or(0);
}

Result<std::optional<qint64>> Outbox::nextDueMs()
{
    return m_database.prepared(QStringLiteral("SELECT due_ms FROM outbox ORDER BY due_ms LIMIT 1"))
        .first([](const Row &row) { return row.whole(0); });
}

} // namespace kp::store
