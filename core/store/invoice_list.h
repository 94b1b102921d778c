// SPDX-License-Identifier: GPL-3.0-or-later
// Reads lists of invoices page by page, by key. Made for the reader's thread; data scope is part of every query.
#pragma once

#include "core/domain/invoice.h"
#include "core/store/database.h"
#include "core/store/scope.h"

#include <QDate>

#include <atomic>
#include <optional>

namespace kp::store
{

/// The orders a list can have; each has an index. Among equals the order is that of ids, except that the holder of a
/// number comes before the discarded invoices that had it.
enum class InvoiceSort { Id, Number, IssuedAt, BuyerName, Net };
/// "number", "issuedAt", "buyer.name", "net" as in Schema<InvoiceSummary>; "id".
std::optional<InvoiceSort> invoiceSortFromKey(QStringView key);

struct ListQuery {
    Scope scope;                ///< sees nothing unless it is filled
    QList<InvoiceState> states; ///< empty: any
    std::optional<InvoiceKind> kind;
    QDate from; ///< issue day, both included; invalid: no limit
    QDate to;
    QString text; ///< part of number, serial, buyer, tax number, item, remark or amount; empty: any
    InvoiceSort sort = InvoiceSort::Id;
    bool descending = true;
    std::optional<bool> red = {}; ///< red invoices only, or blue ones only

    friend bool operator==(const ListQuery &, const ListQuery &) = default;
};

/// Where a row stands in the order of its query.
struct ListKey {
    QVariant value; ///< of the sort column; unused when the sort is by id
    InvoiceId id;

    friend bool operator==(const ListKey &, const ListKey &) = default;
};

struct InvoicePage {
    QList<InvoiceSummary> rows;
    QList<ListKey> keys; ///< as rows
};

struct ListTotals {
    qint64 count = 0;
    Money net;
    Money tax;
    [[nodiscard]] Money gross() const { return net + tax; }
};

/// The keys of each 256th row of a query: row n is reached from rung n / 256 without counting rows.
struct KeyLadder {
    static constexpr int step = 256;
    qint64 count = 0;
    QList<ListKey> rungs; ///< keys of rows 0, 256, 512 …
};

class InvoiceList
{
public:
    explicit InvoiceList(Database &reader)
        : m_database(reader)
    {
    }

    [[nodiscard]] Result<qint64> count(const ListQuery &query);
    [[nodiscard]] Result<ListTotals> totals(const ListQuery &query);
    /// Of chosen rows; those outside the scope are not counted.
    [[nodiscard]] Result<ListTotals> totals(const Scope &scope, const QList<InvoiceId> &ids);
    /// The first rows, or those after a key.
    [[nodiscard]] Result<InvoicePage> page(const ListQuery &query, const std::optional<ListKey> &after, int limit);
    /// One pass over the keys; as long as a million rows take. Gives Fault Conflict when @p stop becomes true.
    [[nodiscard]] Result<KeyLadder> ladder(const ListQuery &query, const std::atomic_bool &stop);
    /// Rows from a row number on. Rows added since the ladder was built shift what it finds by as many.
    [[nodiscard]] Result<InvoicePage> pageAt(
        const ListQuery &query, const KeyLadder &ladder, qint64 position, int limit);

private:
    /// The query without conditions that every row meets.
    Result<ListQuery> narrowed(const ListQuery &query);
    /// @param beside so many rows after the key are passed over
    Result<InvoicePage> read(
        const ListQuery &query, const std::optional<ListKey> &from, bool including, int beside, int limit);

    Database &m_database;
};

} // namespace kp::store
