// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers, credit, requests and the outbox: what must not be lost, doubled or forgotten.
#include "books.h"

#include <QSet>

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

class TestNumbers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addsRanges();
    void takesEachNumberOnce();
    void countsOnPaper();
    void takesAllOrNone();
    void accountingIsCleanInUse();
    void accountingSeesTampering_data();
    void accountingSeesTampering();
    void chargesTheOldestValidMonth();
    void creditDoesNotGoBelowZero();
    void creditGoesBackAndForth();
    void keepsRequestsOpen();
    void outboxTellsWhatIsDue();
    void outboxGroupsByReceipt();
    void outboxForgetsOnlyWhatIsThere();
};

void TestNumbers::addsRanges()
{
    Books books;
    auto &numbers = books.stores().numbers;
    const NumberRange range{u"26310000000000005000"_s, u"26310000000000005009"_s, 10};
    VERIFY_DONE(numbers.addRange(books.first, range, 2026));
    VERIFY_DONE(numbers.addRange(books.first, range, 2026)); // a repeated request answers the same range
    TRY_VALUE(ranges, numbers.ranges(books.first));
    QCOMPARE(ranges.size(), 2);
    VERIFY_FAULT(numbers.addRange(books.second, range, 2026), FaultKind::Conflict);
    VERIFY_FAULT(numbers.addRange(books.first, {u"26310000000000005009"_s, u"26310000000000005010"_s, 2}, 2026),
        FaultKind::Conflict);
    VERIFY_FAULT(numbers.addRange(books.first, {u"26310000000000004999"_s, u"26310000000000005010"_s, 12}, 2026),
        FaultKind::Conflict);
    for (const NumberRange &bad :
        {NumberRange{u"2631"_s, u"2632"_s, 2}, NumberRange{u"26310000000000006000"_s, u"26310000000000006009"_s, 9},
            NumberRange{u"2631000000000000600A"_s, u"2631000000000000600A"_s, 1},
            NumberRange{u"26310000000000006000"_s, u"26310000000000005999"_s, 0}})
        VERIFY_FAULT(numbers.addRange(books.first, bad, 2026), FaultKind::Invalid);
    TRY_VALUE(available, numbers.available(books.first, 2026));
    QCOMPARE(available, 1010);
    TRY_VALUE(otherYear, numbers.available(books.first, 2027));
    QCOMPARE(otherYear, 0);
}

void TestNumbers::takesEachNumberOnce()
{
    Books books;
    auto &numbers = books.stores().numbers;
    VERIFY_DONE(numbers.addRange(books.first, {u"26310000000000002000"_s, u"26310000000000002004"_s, 5}, 2026));
    QSet<QString> seen;
    QString before;
    for (const int count : {1, 0, 3, 996, 5}) {
        TRY_VALUE(taken, numbers.take(books.first, 2026, count));
        QCOMPARE(taken.size(), count);
        for (const QString &number : taken) {
            QVERIFY(number > before); // in rising order, over the gap between the ranges too
            before = number;
            seen.insert(number);
        }
    }
    QCOMPARE(seen.size(), 1005);
    VERIFY_FAULT(numbers.take(books.first, 2026, 1), FaultKind::Conflict);
    TRY_VALUE(others, numbers.take(books.second, 2026, 1));
    QCOMPARE(others, QStringList{u"26330000000000000001"_s});
}

void TestNumbers::countsOnPaper()
{
    Books books; // 20 digits do not fit 64 bits
    auto &numbers = books.stores().numbers;
    VERIFY_DONE(numbers.addRange(books.first, {u"99999999999999998999"_s, u"99999999999999999001"_s, 3}, 2099));
    TRY_VALUE(taken, numbers.take(books.first, 2099, 3));
    QCOMPARE(taken, (QStringList{u"99999999999999998999"_s, u"99999999999999999000"_s, u"99999999999999999001"_s}));
}

void TestNumbers::takesAllOrNone()
{
    Books books;
    VERIFY_FAULT(books.stores().numbers.take(books.first, 2026, 1001), FaultKind::Conflict);
    TRY_VALUE(available, books.stores().numbers.available(books.first, 2026));
    QCOMPARE(available, 1000);
}

void TestNumbers::accountingIsCleanInUse()
{
    Books books;
    auto &stores = books.stores();
    TRY_VALUE(numbers, stores.numbers.take(books.first, 2026, 5));
    QList<Invoice> invoices;
    for (const QString &number : numbers) {
        invoices.append(books.invoice());
        invoices.last().number = number;
    }
    TRY_VALUE(ids, stores.invoices.insertAll(invoices, startMs));
    VERIFY_DONE(stores.invoices.setState(ids[1], InvoiceState::Queued, InvoiceState::Issued, {}, startMs));
    VERIFY_DONE(stores.invoices.setState(ids[2], InvoiceState::Queued, InvoiceState::Discarded, {}, startMs));
    VERIFY_DONE(stores.numbers.release(numbers[2]));
    TRY_VALUE(accounting, stores.numbers.accounting(books.first));
    QVERIFY(accounting.clean());
    QCOMPARE(accounting.ranges.size(), 1);
    QCOMPARE(accounting.ranges[0].used, 4);
    QCOMPARE(accounting.ranges[0].freed, 1);
    QCOMPARE(accounting.ranges[0].unused, 995);
    QVERIFY(accounting.ranges[0].adds());
}

void TestNumbers::accountingSeesTampering_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<QStringList>("lost");
    QTest::addColumn<QStringList>("doubled");
    QTest::addColumn<QStringList>("foreign");
    const QString one = u"26310000000000000001"_s;
    const QString two = u"26310000000000000002"_s;
    const QString three = u"26310000000000000003"_s;
    const QString four = u"26310000000000000004"_s;
    const QString other = u"26330000000000000007"_s;
    const QByteArray noGuards = "DROP TRIGGER invoice_identity; DROP TRIGGER invoice_kept; DROP INDEX invoice_number; "
                                "DROP TRIGGER number_range_taken; DROP TRIGGER number_range_kept; ";
    const auto row = [&](const char *name, const char *sql, const QStringList &lost, const QStringList &doubled,
                         const QStringList &foreign) {
        QTest::newRow(name) << noGuards + sql << lost << doubled << foreign;
    };
    row("untouched", "", {}, {}, {});
    row("invoice removed", "DELETE FROM invoice WHERE number LIKE '%1'", {one}, {}, {});
    row("number twice", "UPDATE invoice SET number = '26310000000000000001' WHERE number LIKE '%2'", {two}, {one}, {});
    row("number of nobody", "UPDATE invoice SET number = '1' WHERE number LIKE '%2'", {two}, {}, {u"1"_s});
    row("number of another company", "UPDATE invoice SET number = '26330000000000000007' WHERE number LIKE '%1'", {one},
        {}, {other});
    row("free and used", "INSERT INTO number_free VALUES ('26310000000000000001', 1, 2026)", {}, {one}, {});
    row("free number forgotten", "DELETE FROM number_free", {three}, {}, {});
    row("used before handed out", "UPDATE number_range SET taken = 2 WHERE company = 1", {}, {three}, {});
    row("handed out too far", "UPDATE number_range SET taken = 4 WHERE company = 1", {four}, {}, {});
    row("range gone", "DELETE FROM number_range WHERE company = 1", {}, {}, {one, two, three});
}

void TestNumbers::accountingSeesTampering()
{
    QFETCH(QByteArray, sql);
    QFETCH(QStringList, lost);
    QFETCH(QStringList, doubled);
    QFETCH(QStringList, foreign);
    Books books;
    auto &stores = books.stores();
    TRY_VALUE(numbers, stores.numbers.take(books.first, 2026, 3));
    for (const QString &number : numbers) {
        Invoice invoice = books.invoice();
        invoice.number = number;
        TRY_VALUE(id, stores.invoices.insert(invoice, startMs));
        if (number == numbers.last()) {
            VERIFY_DONE(stores.invoices.setState(id, InvoiceState::Queued, InvoiceState::Discarded, {}, startMs));
            VERIFY_DONE(stores.numbers.release(number));
        }
    }
    books.close();
    QVERIFY(tamper(books.path(), sql.constData()));
    books.open();
    TRY_VALUE(accounting, books.stores().numbers.accounting(books.first));
    accounting.foreign.sort();
    QCOMPARE(accounting.lost, lost);
    QCOMPARE(accounting.doubled, doubled);
    QCOMPARE(accounting.foreign, foreign);
    QCOMPARE(accounting.clean(), lost.isEmpty() && doubled.isEmpty() && foreign.isEmpty());
}

void TestNumbers::chargesTheOldestValidMonth()
{
    Books books;
    auto &credit = books.stores().credit;
    const QDate august(2026, 8, 1);
    const QDate september(2026, 9, 1);
    VERIFY_DONE(credit.addDownload(books.first, august, Money::fromFen(500), {QDate(2026, 8, 1), QDate(2026, 9, 15)}));
    VERIFY_DONE(
        credit.addDownload(books.first, september, Money::fromFen(1000), {QDate(2026, 9, 1), QDate(2026, 10, 20)}));
    TRY_VALUE(early, credit.charge(books.first, QDate(2026, 9, 10), Money::fromFen(400)));
    QCOMPARE(early, u"202608"_s);
    TRY_VALUE(large, credit.charge(books.first, QDate(2026, 9, 10), Money::fromFen(400)));
    QCOMPARE(large, u"202609"_s); // only 1.00 is left of August
    TRY_VALUE(both, credit.available(books.first, QDate(2026, 9, 15)));
    QCOMPARE(both, Money::fromFen(700));
    TRY_VALUE(late, credit.available(books.first, QDate(2026, 9, 16)));
    QCOMPARE(late, Money::fromFen(600));
    VERIFY_FAULT(credit.charge(books.first, QDate(2026, 10, 21), Money::fromFen(1)), FaultKind::Conflict);
    VERIFY_FAULT(credit.charge(books.first, QDate(2026, 7, 31), Money::fromFen(1)), FaultKind::Conflict);
    VERIFY_FAULT(credit.charge(books.second, QDate(2026, 9, 10), Money::fromFen(1)), FaultKind::Conflict);
    VERIFY_DONE(credit.setValidity(books.first, september, {QDate(2026, 9, 1), QDate(2026, 11, 15)}));
    TRY_VALUE(extended, credit.charge(books.first, QDate(2026, 10, 21), Money::fromFen(1)));
    QCOMPARE(extended, u"202609"_s);
    VERIFY_FAULT(credit.setValidity(books.first, QDate(2026, 1, 1), {}), FaultKind::NotFound);
}

void TestNumbers::creditDoesNotGoBelowZero()
{
    Books books;
    auto &credit = books.stores().credit;
    const QDate day(2026, 9, 21);
    const CreditValidity validity{QDate(2026, 9, 1), QDate(2026, 10, 15)};
    VERIFY_DONE(credit.addDownload(books.first, day, Money::fromFen(100), validity));
    VERIFY_FAULT(credit.charge(books.first, day, Money::fromFen(101)), FaultKind::Conflict);
    TRY_VALUE(month, credit.charge(books.first, day, Money::fromFen(100)));
    VERIFY_FAULT(credit.charge(books.first, day, Money::fromFen(1)), FaultKind::Conflict);
    VERIFY_FAULT(credit.addGivenBack(books.first, day, Money::fromFen(1)), FaultKind::Conflict);
    VERIFY_FAULT(credit.release(books.first, month, Money::fromFen(101)), FaultKind::Conflict);
    VERIFY_FAULT(credit.charge(books.first, day, Money::fromFen(-1)), FaultKind::Internal);
    TRY_VALUE(left, credit.available(books.first, day));
    QCOMPARE(left, Money());
    books.close();
    QVERIFY(!tamper(books.path(), "UPDATE credit_month SET used = used + 1"));
}

void TestNumbers::creditGoesBackAndForth()
{
    Books books;
    auto &credit = books.stores().credit;
    const QDate day(2026, 9, 21);
    const CreditValidity validity{QDate(2026, 9, 1), QDate(2026, 10, 15)};
    VERIFY_DONE(credit.addDownload(books.first, day, Money::fromFen(100), validity));
    VERIFY_DONE(credit.addDownload(books.first, day, Money::fromFen(50), validity));
    TRY_VALUE(month, credit.charge(books.first, day, Money::fromFen(120)));
    VERIFY_DONE(credit.release(books.first, month, Money::fromFen(20)));
    VERIFY_DONE(credit.addGivenBack(books.first, day, Money::fromFen(30)));
    TRY_VALUE(months, credit.months(books.first));
    QCOMPARE(months.size(), 1);
    QCOMPARE(months[0].month, u"202609"_s);
    QCOMPARE(months[0].downloaded, Money::fromFen(150));
    QCOMPARE(months[0].used, Money::fromFen(100));
    QCOMPARE(months[0].givenBack, Money::fromFen(30));
    QCOMPARE(months[0].available(), Money::fromFen(20));
    QCOMPARE(months[0].validity.from, validity.from);
    QCOMPARE(months[0].validity.to, validity.to);
}

void TestNumbers::keepsRequestsOpen()
{
    Books books;
    {
        auto &requests = books.stores().requests;
        TRY_VALUE(numbers, requests.open(RequestKind::Numbers, books.first, u"1000"_s, startMs));
        TRY_VALUE(credit, requests.open(RequestKind::Credit, books.second, u"0 12.00"_s, startMs + 1));
        QVERIFY(numbers != credit);
        QVERIFY(numbers.startsWith(u"U91310000MA1FW9A80ND0000000000000000001"_s));
        QCOMPARE(numbers.size(), 19 + 20 + 32);
        VERIFY_FAULT(requests.open(RequestKind::Numbers, CompanyId(99), {}, startMs), FaultKind::NotFound);
        books.close();
        books.open();
        auto &again = books.stores().requests;
        TRY_VALUE(open, again.openRequests());
        QCOMPARE(open.size(), 2);
        QCOMPARE(open[0].requestId, numbers);
        QCOMPARE(open[0].parameters, u"1000"_s);
        QVERIFY(open[0].kind == RequestKind::Numbers && open[1].kind == RequestKind::Credit);
        QCOMPARE(open[1].company, books.second);
        QCOMPARE(open[1].created, Clock::chinaTime(startMs + 1));
        VERIFY_DONE(again.close(numbers));
        VERIFY_FAULT(again.close(numbers), FaultKind::Conflict);
        TRY_VALUE(left, again.openRequests());
        QCOMPARE(left.size(), 1);
    }
}

void TestNumbers::outboxTellsWhatIsDue()
{
    Books books;
    auto &stores = books.stores();
    QList<Invoice> invoices{books.invoice(), books.invoice(), books.invoice(), books.invoice()};
    invoices[3].company = books.second;
    TRY_VALUE(ids, stores.invoices.insertAll(invoices, startMs));
    QList<OutboxEntry> entries;
    for (qsizetype i = 0; i < ids.size(); ++i)
        entries.append({ids[i], invoices[i].company, startMs + 100 - i, 0, {}, false, u"202609"_s});
    VERIFY_DONE(stores.outbox.enqueueAll(entries));
    VERIFY_FAULT(stores.outbox.enqueue(entries[0]), FaultKind::Conflict);

    const auto due = [&](CompanyId company, qint64 at, int limit = 100) {
        QList<InvoiceId> out;
        for (const OutboxEntry &entry : stores.outbox.dueUploads(company, at, limit).valueOr({}))
            out.append(entry.invoice);
        return out;
    };
    QCOMPARE(due(books.first, startMs + 97), QList<InvoiceId>{});
    QCOMPARE(due(books.first, startMs + 99), (QList<InvoiceId>{ids[2], ids[1]}));
    QCOMPARE(due(books.first, startMs + 100), (QList<InvoiceId>{ids[2], ids[1], ids[0]}));
    QCOMPARE(due(books.first, startMs + 100, 1), QList<InvoiceId>{ids[2]});
    TRY_VALUE(tooEarly, stores.outbox.companyDue(startMs + 96));
    QCOMPARE(tooEarly, std::optional<CompanyId>());
    TRY_VALUE(longest, stores.outbox.companyDue(startMs + 100));
    QCOMPARE(longest, std::optional(books.second));
    TRY_VALUE(next, stores.outbox.nextDueMs());
    QCOMPARE(next, std::optional<qint64>(startMs + 97));

    // What is on its way is not due; what has had no answer is.
    VERIFY_DONE(stores.invoices.setState(ids[0], InvoiceState::Queued, InvoiceState::Sending, {}, startMs));
    VERIFY_DONE(stores.invoices.setState(ids[1], InvoiceState::Queued, InvoiceState::Sending, {}, startMs));
    VERIFY_DONE(stores.invoices.setState(ids[1], InvoiceState::Sending, InvoiceState::Unknown, {}, startMs));
    QCOMPARE(due(books.first, startMs + 100), (QList<InvoiceId>{ids[2], ids[1]}));
    VERIFY_DONE(stores.outbox.setUnanswered({ids[1]}, true));
    VERIFY_DONE(stores.outbox.reschedule({ids[1]}, startMs + 500));
    QCOMPARE(due(books.first, startMs + 100), QList<InvoiceId>{ids[2]});
    TRY_VALUE(found, stores.outbox.find(ids[1]));
    QCOMPARE(found, std::optional(OutboxEntry{ids[1], books.first, startMs + 500, 1, {}, true, u"202609"_s}));
    VERIFY_DONE(stores.outbox.hasten(startMs + 50)); // all that waits is due now
    QCOMPARE(due(books.first, startMs + 50), (QList<InvoiceId>{ids[1], ids[2]}));
    VERIFY_DONE(stores.outbox.setUnanswered({ids[1]}, false));
    TRY_VALUE(answered, stores.outbox.find(ids[1]));
    QVERIFY(!answered->everUnanswered);
    TRY_VALUE(pending, stores.outbox.pendingCount());
    QCOMPARE(pending, 4);
    TRY_VALUE(all, stores.outbox.all());
    QCOMPARE(all.size(), 4);
}

void TestNumbers::outboxGroupsByReceipt()
{
    Books books;
    auto &stores = books.stores();
    const QList<Invoice> invoices{books.invoice(), books.invoice(), books.invoice()};
    TRY_VALUE(ids, stores.invoices.insertAll(invoices, startMs));
    for (const InvoiceId id : ids)
        VERIFY_DONE(stores.outbox.enqueue({id, books.first, startMs, 3, {}, false, {}}));
    VERIFY_DONE(stores.outbox.setReceipt({ids[2], ids[0]}, u"R1"_s, startMs + 10));
    TRY_VALUE(early, stores.outbox.dueResults(startMs + 9));
    QVERIFY(early.isEmpty());
    TRY_VALUE(due, stores.outbox.dueResults(startMs + 10));
    QCOMPARE(due.size(), 1);
    QCOMPARE(due[0].receipt, u"R1"_s);
    QCOMPARE(due[0].company, books.first);
    QCOMPARE(due[0].entries.size(), 2);
    QCOMPARE(due[0].entries[0].invoice, ids[0]);
    QCOMPARE(due[0].entries[0].attempts, 0);
    TRY_VALUE(uploads, stores.outbox.dueUploads(books.first, startMs + 10, 10));
    QCOMPARE(uploads.size(), 1);
    VERIFY_DONE(stores.outbox.reschedule({ids[0]}, startMs + 20, true));
    TRY_VALUE(again, stores.outbox.dueUploads(books.first, startMs + 20, 10));
    QCOMPARE(again.size(), 2);
}

void TestNumbers::outboxForgetsOnlyWhatIsThere()
{
    Books books;
    auto &stores = books.stores();
    TRY_VALUE(ids, stores.invoices.insertAll({books.invoice(), books.invoice()}, startMs));
    VERIFY_DONE(stores.outbox.enqueue({ids[0], books.first, startMs, 0, {}, false, {}}));
    VERIFY_FAULT(stores.outbox.remove(ids), FaultKind::Conflict);
    TRY_VALUE(still, stores.outbox.pendingCount());
    QCOMPARE(still, 1);                                                // all or none
    VERIFY_FAULT(stores.outbox.remove({ids[0]}), FaultKind::Conflict); // it is on its way
    VERIFY_DONE(stores.invoices.setState(ids[0], InvoiceState::Queued, InvoiceState::Refused, {}, startMs));
    VERIFY_DONE(stores.outbox.remove({ids[0]}));
    TRY_VALUE(none, stores.outbox.nextDueMs());
    QVERIFY(!none.has_value());
    VERIFY_FAULT(stores.outbox.enqueue({InvoiceId(99), books.first, startMs, 0, {}, false, {}}), FaultKind::Conflict);
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_store_numbers.moc"
