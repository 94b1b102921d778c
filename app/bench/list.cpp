// SPDX-License-Identifier: GPL-3.0-or-later
// A list of a million issued invoices, read through InvoiceList as the window does. Wall time; medians.
//
// First page and jump: against SELECT * … ORDER BY … LIMIT, bare, and against LIMIT … OFFSET; each gives the same fifty
// rows. Search: two neighbouring characters of random buyers and items, as they come, so that words in most of the
// names (公司) are among them. Ours is the time until the first fifty rows are there, newest first, and, in a bar of
// its own, until they are counted too; the floor is a LIKE scan that finds the same rows: all of them, since a list
// without an index can neither sort nor count without that. It looks at one column that holds all searchable texts
// folded, the quickest scan there is. Both read from the system's memory, as on a desk in use: the file is read through
// once before, since the first scan would else fetch the floor's pages from the disk and nothing ours. Equality of the
// rows: 2,000 random texts of one to six characters on 20,000 invoices, all rows compared; on the million the first
// fifty and the count of each timed search.
#include "app/bench/million.h"
#include "app/bench/scan.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/store/invoice_list.h"
#include "core/store/search_text.h"

#include <QFile>

#include <atomic>

namespace kp::bench
{

namespace
{
constexpr int million = 1'000'000;
constexpr int few = 20'000;
constexpr int pageRows = 50;
constexpr int rounds = 21;
constexpr int timedSearches = 100;
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
    Scan scan(path, "SELECT invoice FROM invoice_text WHERE text LIKE ? ESCAPE '\\' ORDER BY invoice DESC");
    QList<double> shown;
    QList<double> counted;
    QList<double> scanned;
    for (quint32 seed = 1; seed <= timedSearches; ++seed) {
        const QString text = twoCharacters(seed);
        Stopwatch watch;
        const QList<qint64> hits = scan.rows({likePattern(store::foldForSearch(text))});
        scanned.append(watch.wall() * 1000);
        watch = {};
        KP_TRY(page, list.page(searching(text), std::nullopt, pageRows));
        shown.append(watch.wall() * 1000);
        KP_TRY(count, list.count(searching(text)));
        counted.append(watch.wall() * 1000);
        if (idsOf(page) != hits.mid(0, pageRows) || count != hits.size())
            return differs(text);
    }
    return QList<Bar>{{QStringLiteral("search for 2 characters in 1,000,000, 50 rows shown: LIKE scan"), median(shown),
                          median(scanned), QStringLiteral("ms"), Bar::Wants::AtLeast, 200},
        {QStringLiteral("search for 2 characters, 50 rows and the count: LIKE scan"), median(counted), median(scanned),
            QStringLiteral("ms"), Bar::Wants::AtLeast, 50}};
}

/// Fetches a file into the system's memory.
Outcome readThrough(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Fault{FaultKind::Storage, file.errorString()};
    QByteArray part(1 << 20, Qt::Uninitialized);
    while (file.read(part.data(), part.size()) > 0) {
    }
    return Done{};
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
    KP_CO_TRY(small, co_await profileWith(workshop, few));
    KP_CO_TRY(smallReader, store::Database::openReader(databaseIn(small)));
    store::InvoiceList smallList(*smallReader);
    KP_CO_DO(compare(smallList, databaseIn(small)));

    KP_CO_TRY(large, co_await profileWith(workshop, million));
    const QString path = databaseIn(large);
    KP_CO_DO(readThrough(path));
    KP_CO_TRY(reader, store::Database::openReader(path));
    store::InvoiceList list(*reader);
    KP_CO_TRY(bars, reading(list, path));
    KP_CO_TRY(found, searches(list, path));
    bars.append(found);
    co_return bars;
}

} // namespace kp::bench
