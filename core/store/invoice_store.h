// SPDX-License-Identifier: GPL-3.0-or-later
// Invoices with their lines, elements, vouchers, history and search text. A row that is issued or discarded can not be
// changed, and no row can be deleted: triggers see to it.
#pragma once

#include "core/domain/schemas.h"
#include "core/store/database.h"
#include "core/store/scope.h"
#include "core/store/search_index.h"
#include "core/store/table.h"

#include <QHash>

namespace kp::store
{

/// One step of an invoice's life.
struct HistoryEntry {
    QDateTime at;                     ///< China time
    std::optional<InvoiceState> from; ///< empty: it was stored
    InvoiceState to = InvoiceState::Queued;
    QString message; ///< the platform's words

    friend bool operator==(const HistoryEntry &, const HistoryEntry &) = default;
};

/// Where an invoice stands, for those who carry many of them.
struct InvoicePosition {
    InvoiceId id;
    QString number;
    InvoiceState state = InvoiceState::Queued;

    friend bool operator==(const InvoicePosition &, const InvoicePosition &) = default;
};

class InvoiceStore
{
public:
    explicit InvoiceStore(Database &database);

    /// Stores a new invoice: header, lines, search text, first history row. Its number must have been taken in the same
    /// transaction. Fault: Conflict (serial exists in the company, or another invoice holds the number), Storage.
    Result<InvoiceId> insert(const Invoice &invoice, qint64 nowMs);
    /// The same for many, in one transaction: all or none. Ids in the order of the invoices.
    Result<QList<InvoiceId>> insertAll(const QList<Invoice> &invoices, qint64 nowMs);
    /// Replaces what a refused invoice says (header, lines, search text) by the corrected one, under the same id,
    /// serial and number; its state is left to setState. Faults: Conflict (it is not refused), NotFound.
    Outcome correct(const Invoice &invoice);

    /// Faults: NotFound.
    [[nodiscard]] Result<Invoice> find(InvoiceId id);
    [[nodiscard]] Result<Invoice> findByNumber(const QString &number);
    /// Header and lines, in the order of the ids; ids that do not exist are left out.
    [[nodiscard]] Result<QList<Invoice>> findAll(const QList<InvoiceId> &ids);
    /// Where they stand, without reading what they say; ids that do not exist are left out.
    [[nodiscard]] Result<QList<InvoicePosition>> positions(const QList<InvoiceId> &ids);
    /// Those of the serials that exist in the company.
    [[nodiscard]] Result<QHash<QString, InvoiceSummary>> findBySerials(CompanyId company, const QStringList &serials);
    [[nodiscard]] Result<QList<InvoiceId>> inState(InvoiceState state);
    /// Those of them that are red.
    [[nodiscard]] Result<QList<InvoiceId>> redAmong(const QList<InvoiceId> &ids);
    /// The red invoice of a form, if one was made and not given up.
    [[nodiscard]] Result<std::optional<InvoicePosition>> ofForm(const QString &formUuid);
    /// How many invoices stand in each state.
    [[nodiscard]] Result<QHash<InvoiceState, qint64>> countByState(const Scope &scope);

    /// Moves one invoice on and appends to its history. Discarding lets go of the number: the caller frees it in the
    /// NumberStore in the same transaction. Fault: Conflict when the invoice is not in @p from.
    Outcome setState(InvoiceId id, InvoiceState from, InvoiceState to, const QString &message, qint64 nowMs);
    Outcome setStates(
        const QList<InvoiceId> &ids, InvoiceState from, InvoiceState to, const QString &message, qint64 nowMs);
    [[nodiscard]] Result<QList<HistoryEntry>> history(InvoiceId id);

    /// Puts waiting invoices into the search index (SearchIndex::catchUp); gives how many still wait.
    Result<qint64> indexForSearch(int limit) { return m_search.catchUp(limit); }

private:
    Result<qint64> lastId();
    Outcome insertLists(const QList<InvoiceId> &ids, const QList<Invoice> &invoices);
    [[nodiscard]] Outcome loadLists(Invoice &invoice);
    Outcome insertHeaders(const QList<Invoice> &invoices, qint64 last);

    Database &m_database;
    Table<Invoice> m_invoices;
    Table<InvoiceLine> m_lines;
    Table<ExtraElement> m_elements;
    Table<DeductionVoucher> m_vouchers;
    Insert m_history;
    SearchIndex m_search;
};

} // namespace kp::store
