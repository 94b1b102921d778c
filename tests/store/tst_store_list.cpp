// SPDX-License-Identifier: GPL-3.0-or-later
// Every page of a list is compared with the whole list, sorted here.
#include "books.h"

#include "core/store/search_text.h"

#include <algorithm>

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

namespace
{
constexpr InvoiceSort sorts[] = {
    InvoiceSort::Id, InvoiceSort::Number, InvoiceSort::IssuedAt, InvoiceSort::BuyerName, InvoiceSort::Net};

QVariant sortValue(const Invoice &invoice, InvoiceSort sort)
{
    switch (sort) {
    case InvoiceSort::Id:
        return {};
    case InvoiceSort::Number:
        return invoice.number;
    case InvoiceSort::IssuedAt:
        return Clock::stamp(invoice.issuedAt);
    case InvoiceSort::BuyerName:
        return invoice.buyer.name;
    case InvoiceSort::Net:
        return qint64(invoice.totals.net.fen());
    }
    return {};
}

/// SQLite's order of texts is that of their UTF-8 bytes.
bool before(const QVariant &a, const QVariant &b)
{
    if (a.typeId() == QMetaType::LongLong)
        return a.toLongLong() < b.toLongLong();
    return a.toString().toUtf8() < b.toString().toUtf8();
}

bool matches(const Invoice &invoice, const ListQuery &query)
{
    const QDate day = invoice.issuedAt.date();
    return query.scope.sees(invoice.company) && (query.states.isEmpty() || query.states.contains(invoice.state)) &&
           (!query.red || *query.red == invoice.isRed()) && (!query.kind || *query.kind == invoice.kind) &&
           (!query.from.isValid() || day >= query.from) && (!query.to.isValid() || day <= query.to) &&
           searchText(invoice).contains(foldForSearch(query.text));
}

/// What parts invoices of equal value.
qint64 tie(const Invoice &invoice, InvoiceSort sort)
{
    return sort == InvoiceSort::Number && invoice.state != InvoiceState::Discarded ? 0 : invoice.id.value();
}

QList<Invoice> expectedRows(const QList<Invoice> &all, const ListQuery &query)
{
    QList<Invoice> rows;
    std::copy_if(all.begin(), all.end(), std::back_inserter(rows), [&](const Invoice &i) { return matches(i, query); });
    std::sort(rows.begin(), rows.end(), [&](const Invoice &a, const Invoice &b) {
        const QVariant x = sortValue(a, query.sort);
        const QVariant y = sortValue(b, query.sort);
        const bool less = before(x, y) || (!before(y, x) && tie(a, query.sort) < tie(b, query.sort));
        return query.descending ? !less && a.id != b.id : less;
    });
    return rows;
}

QList<InvoiceId> idsOf(const QList<Invoice> &rows)
{
    QList<InvoiceId> ids;
    for (const Invoice &row : rows)
        ids.append(row.id);
    return ids;
}

QList<InvoiceId> idsOf(const InvoicePage &page)
{
    QList<InvoiceId> ids;
    for (const InvoiceSummary &row : page.rows)
        ids.append(row.id);
    return ids;
}
} // namespace

class TestList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void pagesEqualTheSortedList_data();
    void pagesEqualTheSortedList();
    void rowsHoldWhatWasStored();
    void totalsOfChosenRows();
    void ladderReachesEveryRow();
    void ladderCanBeStopped();
    void sortKeysAreThoseOfTheSchema();
    void usesTheIndexOfItsOrder();

private:
    std::unique_ptr<Books> m_books;
    std::unique_ptr<Database> m_reader;
    QList<Invoice> m_all;
    ListQuery m_everything;
};

void TestList::initTestCase()
{
    m_everything.scope = Scope::everything();
    m_books = std::make_unique<Books>();
    m_all = m_books->fill(700);
    const auto unsettled = [&](qsizetype from) -> Invoice & {
        while (m_all[from].state == InvoiceState::Issued || m_all[from].state == InvoiceState::Discarded)
            ++from;
        return m_all[from];
    };
    // Some are discarded, and their numbers go to others: twice in a row for some.
    for (int i = 0; i < 30; ++i) {
        Invoice &old = i < 20 ? unsettled(i * 7) : m_all[m_all.size() - 10];
        VERIFY_DONE(m_books->stores().invoices.setState(old.id, old.state, InvoiceState::Discarded, {}, startMs));
        old.state = InvoiceState::Discarded;
        Invoice next = old;
        next.id = InvoiceId();
        next.serial += u'N';
        next.state = InvoiceState::Refused;
        if (i % 3 == 0)
            next.reversal = {m_all.constFirst().number, u"form"_s, u"uuid%1"_s.arg(i)};
        TRY_VALUE(id, m_books->stores().invoices.insert(next, startMs));
        next.id = id;
        m_all.append(next);
    }
    TRY_VALUE(left, m_books->stores().invoices.indexForSearch(500)); // a part is indexed, a part is not
    QCOMPARE(left, 230);
    TRY_VALUE(reader, Database::openReader(m_books->path()));
    m_reader = std::move(reader);
}

void TestList::pagesEqualTheSortedList_data()
{
    QTest::addColumn<ListQuery>("filter");
    const Scope everything = Scope::everything();
    QTest::newRow("all") << ListQuery{everything, {}, {}, {}, {}, {}};
    QTest::newRow("nothing seen") << ListQuery{};
    QTest::newRow("one company") << ListQuery{Scope::only(m_books->second), {}, {}, {}, {}, {}};
    QTest::newRow("both companies named")
        << ListQuery{Scope{false, {m_books->second, m_books->first}}, {}, {}, {}, {}, {}};
    QTest::newRow("a passing state") << ListQuery{everything, {InvoiceState::Refused}, {}, {}, {}, {}};
    QTest::newRow("states") << ListQuery{everything, {InvoiceState::Issued, InvoiceState::Unknown}, {}, {}, {}, {}};
    QTest::newRow("kind") << ListQuery{everything, {}, InvoiceKind::Special, {}, {}, {}};
    const QDate day = Clock::chinaTime(startMs).date();
    QTest::newRow("days") << ListQuery{everything, {}, {}, day.addDays(3), day.addDays(9), {}};
    QTest::newRow("text") << ListQuery{everything, {}, {}, {}, {}, u"常客"_s};
    QTest::newRow("one character") << ListQuery{everything, {}, {}, {}, {}, u"一"_s};
    QTest::newRow("long text") << ListQuery{everything, {}, {}, {}, {}, u"s0003"_s};
    QTest::newRow("digits") << ListQuery{everything, {}, {}, {}, {}, u"000"_s};
    ListQuery coloured{everything, {}, {}, {}, {}, {}};
    coloured.red = true;
    QTest::newRow("red") << coloured;
    coloured.text = u"1"_s;
    QTest::newRow("red with a text") << coloured;
    coloured.red = false;
    QTest::newRow("blue with a text") << coloured;
    coloured.text.clear();
    coloured.states = {InvoiceState::Refused};
    QTest::newRow("blue of a state") << coloured;
    QTest::newRow("everything at once") << ListQuery{Scope::only(m_books->first),
        {InvoiceState::Issued, InvoiceState::Queued, InvoiceState::Refused}, InvoiceKind::Ordinary, day,
        day.addDays(30), u"1"_s};
}

void TestList::pagesEqualTheSortedList()
{
    QFETCH(ListQuery, filter);
    InvoiceList list(*m_reader);
    bool any = false;
    for (const InvoiceSort sort : sorts) {
        for (const bool descending : {true, false}) {
            ListQuery query = filter;
            query.sort = sort;
            query.descending = descending;
            const QList<Invoice> expected = expectedRows(m_all, query);
            any = any || !expected.isEmpty();

            QList<InvoiceId> ids;
            std::optional<ListKey> after;
            while (true) {
                TRY_VALUE(page, list.page(query, after, 37));
                QVERIFY(page.rows.size() <= 37);
                QCOMPARE(page.keys.size(), page.rows.size());
                ids += idsOf(page);
                if (page.rows.size() < 37)
                    break;
                after = page.keys.last();
            }
            QCOMPARE(ids, idsOf(expected));

            TRY_VALUE(count, list.count(query));
            QCOMPARE(count, expected.size());
            TRY_VALUE(totals, list.totals(query));
            ListTotals sum;
            for (const Invoice &row : expected) {
                ++sum.count;
                sum.net += row.totals.net;
                sum.tax += row.totals.tax;
            }
            QCOMPARE(totals.count, sum.count);
            QCOMPARE(totals.net, sum.net);
            QCOMPARE(totals.tax, sum.tax);
        }
    }
    QCOMPARE(any, !filter.scope.companies.isEmpty() || filter.scope.all);
}

void TestList::rowsHoldWhatWasStored()
{
    TRY_VALUE(page, InvoiceList(*m_reader).page(m_everything, {}, 1));
    const Invoice &stored = m_all.last(); // the newest
    const InvoiceSummary &row = page.rows.first();
    QCOMPARE(row.id, stored.id);
    QCOMPARE(row.serial, stored.serial);
    QCOMPARE(row.kind, stored.kind);
    QCOMPARE(row.number, stored.number);
    QCOMPARE(row.issuedAt, stored.issuedAt);
    QCOMPARE(row.state, stored.state);
    QCOMPARE(row.buyerName, stored.buyer.name);
    QCOMPARE(row.buyerTaxNumber, stored.buyer.taxNumber);
    QCOMPARE(row.totals, stored.totals);
    QCOMPARE(row.issuer, stored.issuer);
    QCOMPARE(row.message, stored.message);
}

void TestList::totalsOfChosenRows()
{
    QList<InvoiceId> ids;
    ListTotals expected;
    for (int i = 0; i < 50; ++i) {
        const Invoice &invoice = m_all[i * 3];
        ids.append(invoice.id);
        if (invoice.company != m_books->second)
            continue;
        ++expected.count;
        expected.net += invoice.totals.net;
        expected.tax += invoice.totals.tax;
    }
    TRY_VALUE(totals, InvoiceList(*m_reader).totals(Scope::only(m_books->second), ids));
    QVERIFY(expected.count > 0);
    QCOMPARE(totals.count, expected.count);
    QCOMPARE(totals.gross(), expected.gross());
}

void TestList::ladderReachesEveryRow()
{
    InvoiceList list(*m_reader);
    const std::atomic_bool stop = false;
    for (const InvoiceSort sort : sorts) {
        for (const QString &text : {QString(), u"0"_s}) {
            ListQuery query = m_everything;
            query.sort = sort;
            query.descending = sort != InvoiceSort::Net;
            query.text = text;
            const QList<InvoiceId> expected = idsOf(expectedRows(m_all, query));
            TRY_VALUE(ladder, list.ladder(query, stop));
            QCOMPARE(ladder.count, expected.size());
            QCOMPARE(ladder.rungs.size(), (expected.size() + KeyLadder::step - 1) / KeyLadder::step);
            for (const qint64 position : {0, 1, 255, 256, 257, 511, 512, 650, 728, 729}) {
                TRY_VALUE(page, list.pageAt(query, ladder, position, 40));
                QCOMPARE(idsOf(page), expected.mid(position, 40));
                QCOMPARE(page.keys.size(), page.rows.size());
            }
            TRY_VALUE(beyond, list.pageAt(query, ladder, 100000, 40));
            QVERIFY(beyond.rows.isEmpty());
        }
    }
}

void TestList::ladderCanBeStopped()
{
    Books books;
    books.fill(4000);
    const std::atomic_bool stop = true;
    VERIFY_FAULT(books.stores().list.ladder(m_everything, stop), FaultKind::Conflict);
    TRY_VALUE(count, books.stores().list.count(m_everything)); // and the connection works on
    QCOMPARE(count, 4000);
}

void TestList::sortKeysAreThoseOfTheSchema()
{
    for (const char *key : {"id", "number", "issuedAt", "buyer.name", "net"}) {
        QVERIFY(invoiceSortFromKey(QString::fromLatin1(key)).has_value());
        QVERIFY(schema<InvoiceSummary>().find(QString::fromLatin1(key)) != nullptr);
    }
    QVERIFY(!invoiceSortFromKey(u"remark").has_value());
}

void TestList::usesTheIndexOfItsOrder()
{
    // Without the index of its order a query does not run at all (INDEXED BY): no list can come to sort a million rows.
    Books books;
    books.close();
    QVERIFY(tamper(books.path(), "DROP INDEX invoice_by_net"));
    books.open();
    ListQuery query = m_everything;
    QVERIFY(books.stores().list.page(query, {}, 10).ok());
    query.sort = InvoiceSort::Net;
    VERIFY_FAULT(books.stores().list.page(query, {}, 10), FaultKind::Internal);
}

QTEST_GUILESS_MAIN(TestList)
#include "tst_store_list.moc"
