// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/search_index.h"

#include "core/store/search_text.h"

namespace kp::store
{

namespace
{
constexpr qint64 mostWaiting = 8192; // scanned in about two milliseconds
constexpr int block = 1024;
} // namespace

SearchIndex::SearchIndex(Database &database)
    : m_database(database)
    , m_texts(database, QStringLiteral("invoice_text (invoice, text)"), 2)
    , m_pieces(database, QStringLiteral("invoice_piece (rowid, pieces)"), 2)
{
}

void SearchIndex::append(Rows &texts, InvoiceId id, const Invoice &invoice)
{
    texts.add(qint64(id.value()));
    texts.add(QStringView(searchText(invoice)));
}

Outcome SearchIndex::replace(InvoiceId id, const Invoice &invoice)
{
    Transaction transaction(m_database);
    const QString text = searchText(invoice);
    KP_TRY(before, m_database
                       .prepared(QStringLiteral("SELECT text, invoice <= (SELECT indexed_to FROM search_progress) "
                                                "FROM invoice_text WHERE invoice = ?"))
                       .with(id)
                       .first([](const Row &row) { return std::pair(row.text(0), row.flag(1)); }));
    if (before && before->second) {
        const QByteArray forgotten = searchPieces(before->first);
        // The index keeps no texts, so it must be told what it shall forget.
        KP_DO(m_database
                  .prepared(QStringLiteral(
                      "INSERT INTO invoice_piece (invoice_piece, rowid, pieces) VALUES ('delete', ?, ?)"))
                  .with(id, Utf8{forgotten})
                  .run());
        const QByteArray pieces = searchPieces(text);
        KP_DO(m_pieces.rows(1, [&](RowBinder bind, qsizetype) { bind(id, Utf8{pieces}); }));
    }
    KP_DO(
        m_database.prepared(QStringLiteral("UPDATE invoice_text SET text = ? WHERE invoice = ?")).with(text, id).run());
    return transaction.commit();
}

Result<qint64> SearchIndex::waiting()
{
    KP_TRY(count, m_database
                      .prepared(QStringLiteral("SELECT coalesce((SELECT max(invoice) FROM invoice_text), 0) "
                                               "- indexed_to FROM search_progress"))
                      .first([](const Row &row) { return row.whole(0); }));
    return count.value_or(0);
}

Result<qint64> SearchIndex::catchUp(int limit)
{
    Transaction transaction(m_database);
    struct Waiting {
        qint64 id;
        QByteArray pieces;
    };
    KP_TRY(texts, m_database
                      .prepared(QStringLiteral("SELECT invoice, text FROM invoice_text WHERE invoice > "
                                               "(SELECT indexed_to FROM search_progress) ORDER BY invoice LIMIT ?"))
                      .with(limit)
                      .all([](const Row &row) {
                          return Waiting{row.whole(0), searchPieces(row.text(1))};
                      }));
    if (texts.isEmpty())
        return 0;
    KP_DO(m_pieces.rows(texts.size(), [&](RowBinder bind, qsizetype i) { bind(texts[i].id, Utf8{texts[i].pieces}); }));
    KP_DO(m_database.prepared(QStringLiteral("UPDATE search_progress SET indexed_to = ?")).with(texts.last().id).run());
    KP_DO(transaction.commit());
    return waiting();
}

Outcome SearchIndex::keepShort()
{
    KP_TRY(left, waiting());
    while (left > mostWaiting) {
        KP_TRY(now, catchUp(block));
        left = now;
    }
    return Done{};
}

} // namespace kp::store
