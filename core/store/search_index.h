// SPDX-License-Identifier: GPL-3.0-or-later
// The bigram index over the invoices' search texts. SQLite's own trigram index answers Chinese words of one or two
// characters with nothing, so each text goes in as its one- and two-character pieces. Invoices are indexed in blocks
// after they are stored (a piece costs a thirtieth of what it costs one by one); those not yet indexed are scanned, so
// what a search finds is always complete.
#pragma once

#include "core/domain/invoice.h"
#include "core/store/insert.h"

namespace kp::store
{

class SearchIndex
{
public:
    explicit SearchIndex(Database &database);

    /// Keeps the texts of new invoices, to be scanned until they are indexed.
    Outcome add(const Rows &texts) { return m_texts.rows(texts); }
    /// Puts the text of an invoice together as a row for add(). Needs no database: another thread may do it.
    static void append(Rows &texts, InvoiceId id, const Invoice &invoice);
    /// The text of a corrected invoice.
    Outcome replace(InvoiceId id, const Invoice &invoice);
    /// Indexes at most @p limit waiting texts in one transaction; gives how many still wait. For idle moments.
    Result<qint64> catchUp(int limit);
    /// Indexes blocks until so few wait that scanning them is not felt; called after invoices were added.
    Outcome keepShort();

private:
    Result<qint64> waiting();

    Database &m_database;
    Insert m_texts;
    Insert m_pieces;
};

} // namespace kp::store
