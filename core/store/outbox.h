// SPDX-License-Identifier: GPL-3.0-or-later
// What still has to be said to the platform, or asked of it: one row for each invoice that is not settled.
#pragma once

#include "core/domain/invoice.h"
#include "core/store/insert.h"

namespace kp::store
{

struct OutboxEntry {
    InvoiceId invoice;
    CompanyId company;
    qint64 dueMs = 0;
    int attempts = 0;
    QString receipt;             ///< of the upload that is being processed; empty: to be uploaded
    bool everUnanswered = false; ///< an upload may have arrived without an answer: "duplicate" then proves it did
    QString creditMonth; ///< yyyyMM of the credit that was charged; of a red invoice: that will be given back, or empty

    friend bool operator==(const OutboxEntry &, const OutboxEntry &) = default;
};

/// Invoices that wait for the result of one upload.
struct ReceiptDue {
    CompanyId company;
    QString receipt;
    QList<OutboxEntry> entries;
};

class Outbox
{
public:
    explicit Outbox(Database &database);

    /// Fault: Conflict when the invoice is there already.
    Outcome enqueue(const OutboxEntry &entry);
    Outcome enqueueAll(const QList<OutboxEntry> &entries);
    /// The company whose upload has been due longest.
    [[nodiscard]] Result<std::optional<CompanyId>> companyDue(qint64 nowMs);
    /// Queued or Unknown invoices without receipt that are due, oldest first.
    [[nodiscard]] Result<QList<OutboxEntry>> dueUploads(CompanyId company, qint64 nowMs, int limit);
    /// Processing invoices whose result may be asked, by receipt.
    [[nodiscard]] Result<QList<ReceiptDue>> dueResults(qint64 nowMs);
    [[nodiscard]] Result<std::optional<OutboxEntry>> find(InvoiceId invoice);
    [[nodiscard]] Result<QList<OutboxEntry>> all();
    /// Rows for the invoices that are on their way and have none, to be enqueued: due at once, unanswered. The month
    /// their credit was taken from went with the row; it is the oldest it can have been.
    [[nodiscard]] Result<QList<OutboxEntry>> lost(qint64 nowMs);
    /// Counts one more attempt and sets the next; the receipt is dropped when the upload is to be repeated.
    Outcome reschedule(const QList<InvoiceId> &invoices, qint64 dueMs, bool dropReceipt = false);
    /// Whether an upload may have arrived without an answer.
    Outcome setUnanswered(const QList<InvoiceId> &invoices, bool unanswered);
    /// Everything that waits out a delay is due now.
    Outcome hasten(qint64 nowMs);
    /// The upload was taken: attempts begin again at 0.
    Outcome setReceipt(const QList<InvoiceId> &invoices, const QString &receipt, qint64 dueMs);
    Outcome remove(const QList<InvoiceId> &invoices);
    [[nodiscard]] Result<qint64> pendingCount();
    /// When the next row is due; nothing when the outbox is empty.
    [[nodiscard]] Result<std::optional<qint64>> nextDueMs();

private:
    Database &m_database;
    Insert m_insert;
};

} // namespace kp::store
