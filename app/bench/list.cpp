// SPDX-License-Identifier: GPL-3.0-or-later
// A list of a million issued invoices, read through InvoiceList as the window does. Wall time of single reads.
//
// First page and jump: against SELECT * … ORDER BY … LIMIT, bare, and against LIMIT … OFFSET. Search: against LIKE over
// one column that holds all searchable texts, which is the quickest scan there is. Both give the ids of the first fifty
// hits, newest first; the texts are two neighbouring characters of random buyers and items, common ones (有限)
// included. The second search bar counts the hits of the same texts. Equality of the rows: 2,000 random texts of one to
// six characters on 20,000 invoices, and the texts of the timed searches on the million.
#include "app/bench/million.h"
#include "app/bench/scan.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/store/invoice_list.h"
#include "core/store/search_text.h"

#include <QSet>

#include <atomic>

namespace kp::bench
{

namespace
{
constexpr int million = 1'000'000;
constexpr int few = 20'000;
constexpr int pageRows = 50;
constexpr int rounds = 21;
constexpr int timedSearches = 40;
constexpr int comparedSearches = 2000;

store::ListQuery everything()
{
    store::ListQuery query;
    query.scope = store::Scope::everything();
    return query;
}

store::ListQuery searching(const QString &text)
{
    store::ListQuery query = everything();
    query.text = text;
    return query;
}

QList<qint64> idsOf(const store::InvoicePage &page)
{
    QList<qint64> ids;
    for (const InvoiceSummary &row : page.rows)
        ids.append(row.id.value());
    return ids;
}

Fault differs(const QString &text)
{
    return {FaultKind::Internal, QStringLiteral("the search for \"%1\" and the scan give different rows").arg(text)};
}

Result<QList<Bar>> reading(store::InvoiceList &list, const QString &path)
{
    Scan first(path, "SELECT * FROM invoice ORDER BY id DESC LIMIT 50");
    Scan offset(path, "SELECT * FROM invoice ORDER BY buyer_name DESC, id DESC LIMIT 50 OFFSET ?");
    store::ListQuery byBuyer = everything();
    byBuyer.sort = store::InvoiceSort::BuyerName;
    const std::atomic_bool stop = false;
    KP_TRY(ladder, list.ladder(byBuyer, stop));
    QList<double> pages;
    QList<double> barePages;
    QList<double> jumps;
    QList<double> offsets;
    for (int round = 0; round < rounds; ++round) {
        const qint64 place = million / 2 + round * 997;
        Stopwatch watch;
        const QList<qint64> bareFirst = first.rows();
        barePages.append(watch.wall() * 1000);
        watch = {};
        KP_TRY(page, list.page(everything(), std::nullopt, pageRows));
        pages.append(watch.wall() * 1000);
        watch = {};
        const QList<qint64> bareThere = offset.rows({}, {place});
        offsets.append(watch.wall() * 1000);
        watch = {};
        KP_TRY(there, list.pageAt(byBuyer, ladder, place, pageRows));
        jumps.append(watch.wall() * 1000);
        if (idsOf(page) != bareFirst || idsOf(there) != bareThere)
            return differs(QString());
    }
    return QList<Bar>{{QStringLiteral("list of 1,000,000, first page of 50: bare SELECT"), median(pages),
                          median(barePages), QStringLiteral("ms"), Bar::Wants::AtMost, 5},
        {QStringLiteral("list of 1,000,000 by buyer, jump to the middle: OFFSET"), median(jumps), median(offsets),
            QStringLiteral("ms"), Bar::Wants::AtLeast, 20}};
}

Result<QList<Bar>> searches(store::InvoiceList &list, const QString &path)
{
    // The text is always the same column; CROSS JOIN and INDEXED BY are not needed.
    Scan firstHits(
        path, "SELECT invoice FROM invoice_text WHERE text LIKE ? ESCAPE '\\' ORDER BY invoice DESC LIMIT 50");
    Scan allHits(path, "SELECT count(*) FROM invoice_text WHERE text LIKE ? ESCAPE '\\'");
    double page = 0;
    double likePage = 0;
    double count = 0;
    double likeCount = 0;
    for (quint32 seed = 1; seed <= timedSearches; ++seed) {
        const QString text = twoCharacters(seed);
        const QByteArray pattern = likePattern(store::foldForSearch(text));
        Stopwatch watch;
        const QList<qint64> scanned = firstHits.rows({pattern});
        likePage += watch.wall();
        watch = {};
        KP_TRY(found, list.page(searching(text), std::nullopt, pageRows));
        page += watch.wall();
        watch = {};
        const QList<qint64> counted = allHits.rows({pattern});
        likeCount += watch.wall();
        watch = {};
        KP_TRY(hits, list.count(searching(text)));
        count += watch.wall();
        if (idsOf(found) != scanned || counted != QList<qint64>{hits})
            return differs(text);
    }
    const double each = 1000.0 / timedSearches;
    return QList<Bar>{{QStringLiteral("search for 2 characters, first 50 of 1,000,000: LIKE scan"), page * each,
                          likePage * each, QStringLiteral("ms"), Bar::Wants::AtLeast, 200},
        {QStringLiteral("search for 2 characters, hits counted: LIKE scan"), count * each, likeCount * each,
            QStringLiteral("ms"), Bar::Wants::AtLeast, 200}};
}

/// Whether search and scan give the same rows for many texts.
Outcome compare(store::InvoiceList &list, const QString &path)
{
    Scan scan(path, "SELECT invoice FROM invoice_text WHERE text LIKE ? ESCAPE '\\' ORDER BY invoice DESC");
    for (quint32 seed = 1; seed <= comparedSearches; ++seed) {
        const QString text = anyText(seed);
        KP_TRY(found, list.page(searching(text), std::nullopt, few));
        if (idsOf(found) != scan.rows({likePattern(store::foldForSearch(text))}))
            return differs(text);
    }
    return Done{};
}
} // namespace

Bars listBars(Workshop &workshop)
{
    KP_CO_TRY(small, manyInvoices(workshop, few));
    KP_CO_TRY(smallReader, store::Database::openReader(small));
    store::InvoiceList smallList(*smallReader);
    KP_CO_DO(compare(smallList, small));

    KP_CO_TRY(path, manyInvoices(workshop, million));
    KP_CO_TRY(reader, store::Database::openReader(path));
    store::InvoiceList list(*reader);
    KP_CO_TRY(bars, reading(list, path));
    KP_CO_TRY(found, searches(list, path));
    bars.append(found);
    co_return bars;
}

} // namespace kp::bench
