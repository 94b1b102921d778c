// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

class TestInvoices : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasStored();
    void storesAllOrNone();
    void keepsSerialsAndNumbersApart();
    void findsBySerials();
    void movesOnOnlyFromWhereItStands();
    void keepsHistory();
    void correctsARefusedInvoice();
    void keepsElementsAndVouchers();
    void E4_aFormHasOneRedInvoice();
    void reusesADiscardedNumber();
    void refusesChanges_data();
    void refusesChanges();
    void refusesLinesForASettledInvoice();
    void countsByState();
};

void TestInvoices::givesBackWhatWasStored()
{
    Books books;
    Invoice invoice = books.invoice();
    TRY_VALUE(id, books.stores().invoices.insert(invoice, startMs));
    invoice.id = id;
    books.close();
    books.open();
    TRY_VALUE(found, books.stores().invoices.find(id));
    QCOMPARE(found, invoice);
    TRY_VALUE(byNumber, books.stores().invoices.findByNumber(invoice.number));
    QCOMPARE(byNumber, invoice);
    VERIFY_FAULT(books.stores().invoices.insert(found, startMs), FaultKind::Internal); // stored already
    VERIFY_FAULT(books.stores().invoices.find(InvoiceId(99)), FaultKind::NotFound);
    VERIFY_FAULT(books.stores().invoices.findByNumber(u"1"_s), FaultKind::NotFound);
    TRY_VALUE(some, books.stores().invoices.findAll({InvoiceId(99), id}));
    QCOMPARE(some, QList<Invoice>{invoice});
}

void TestInvoices::storesAllOrNone()
{
    Books books;
    QList<Invoice> invoices{books.invoice(), books.invoice(), books.invoice()};
    invoices[2].serial = invoices[0].serial;
    VERIFY_FAULT(books.stores().invoices.insertAll(invoices, startMs), FaultKind::Conflict);
    for (const char *table : {"invoice", "invoice_line", "invoice_history", "invoice_text"})
        QCOMPARE(peek(books.path(), QByteArray("SELECT count(*) FROM ").append(table).constData()), 0);

    Invoice large = books.invoice(); // more lines than one statement takes
    const InvoiceLine line = large.lines.first();
    large.lines.clear();
    for (int i = 1; i <= 21; ++i) {
        large.lines.append(line);
        large.lines.last().number = i;
    }
    TRY_VALUE(id, books.stores().invoices.insert(large, startMs));
    large.id = id;
    TRY_VALUE(found, books.stores().invoices.find(id));
    QCOMPARE(found, large);
}

void TestInvoices::keepsSerialsAndNumbersApart()
{
    Books books;
    const Invoice first = books.invoice();
    VERIFY_DONE(books.stores().invoices.insert(first, startMs));
    Invoice sameSerial = books.invoice();
    sameSerial.serial = first.serial;
    VERIFY_FAULT(books.stores().invoices.insert(sameSerial, startMs), FaultKind::Conflict);
    sameSerial.company = books.second;
    VERIFY_DONE(books.stores().invoices.insert(sameSerial, startMs));
    Invoice sameNumber = books.invoice();
    sameNumber.company = books.second;
    sameNumber.number = first.number;
    VERIFY_FAULT(books.stores().invoices.insert(sameNumber, startMs), FaultKind::Conflict);
}

void TestInvoices::findsBySerials()
{
    Books books;
    const Invoice mine = books.invoice();
    Invoice other = books.invoice();
    other.company = books.second;
    TRY_VALUE(ids, books.stores().invoices.insertAll({mine, other}, startMs));
    TRY_VALUE(found, books.stores().invoices.findBySerials(books.first, {mine.serial, other.serial, u"none"_s}));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.value(mine.serial).id, ids.first());
    QCOMPARE(found.value(mine.serial).totals, mine.totals);
    QCOMPARE(found.value(mine.serial).buyerName, mine.buyer.name);
    QCOMPARE(found.value(mine.serial).issuedAt, mine.issuedAt);
}

void TestInvoices::movesOnOnlyFromWhereItStands()
{
    Books books;
    TRY_VALUE(ids, books.stores().invoices.insertAll({books.invoice(), books.invoice()}, startMs));
    auto &store = books.stores().invoices;
    VERIFY_DONE(store.setState(ids[0], InvoiceState::Queued, InvoiceState::Sending, {}, startMs));
    // One of the two is elsewhere: neither moves.
    VERIFY_FAULT(store.setStates(ids, InvoiceState::Queued, InvoiceState::Sending, {}, startMs), FaultKind::Conflict);
    TRY_VALUE(queued, store.inState(InvoiceState::Queued));
    QCOMPARE(queued, QList<InvoiceId>{ids[1]});
    TRY_VALUE(sending, store.inState(InvoiceState::Sending));
    QCOMPARE(sending, QList<InvoiceId>{ids[0]});
    VERIFY_FAULT(
        store.setState(InvoiceId(99), InvoiceState::Queued, InvoiceState::Sending, {}, startMs), FaultKind::Conflict);
}

void TestInvoices::keepsHistory()
{
    Books books;
    auto &store = books.stores().invoices;
    TRY_VALUE(id, store.insert(books.invoice(), startMs));
    VERIFY_DONE(store.setState(id, InvoiceState::Queued, InvoiceState::Sending, {}, startMs + 1000));
    VERIFY_DONE(store.setState(id, InvoiceState::Sending, InvoiceState::Refused, u"购方税号有误"_s, startMs + 2000));
    TRY_VALUE(history, store.history(id));
    const QList<HistoryEntry> expected{{Clock::chinaTime(startMs), {}, InvoiceState::Queued, {}},
        {Clock::chinaTime(startMs + 1000), InvoiceState::Queued, InvoiceState::Sending, {}},
        {Clock::chinaTime(startMs + 2000), InvoiceState::Sending, InvoiceState::Refused, u"购方税号有误"_s}};
    QCOMPARE(history, expected);
    TRY_VALUE(invoice, store.find(id));
    QCOMPARE(invoice.message, u"购方税号有误"_s);
    books.close();
    QVERIFY(!tamper(books.path(), "UPDATE invoice_history SET message = ''"));
    QVERIFY(!tamper(books.path(), "DELETE FROM invoice_history"));
}

void TestInvoices::correctsARefusedInvoice()
{
    Books books;
    auto &store = books.stores().invoices;
    const Invoice before = books.invoice();
    TRY_VALUE(id, store.insert(before, startMs));
    while (true) { // the index has it already when it is corrected
        TRY_VALUE(left, store.indexForSearch(100));
        if (left == 0)
            break;
    }
    Invoice after = before;
    after.id = id;
    after.buyer.name = u"改正后的购买方"_s;
    after.lines.removeLast();
    after.lines[0].item = u"台式机"_s;
    after.totals = {after.lines[0].net, after.lines[0].tax};
    VERIFY_FAULT(store.correct(after), FaultKind::Conflict); // it may be on its way
    VERIFY_DONE(store.setState(id, InvoiceState::Queued, InvoiceState::Refused, u"no"_s, startMs));
    VERIFY_DONE(store.correct(after));
    TRY_VALUE(found, store.find(id));
    after.state = InvoiceState::Refused;
    QCOMPARE(found, after);

    const auto hits = [&](const QString &text) {
        ListQuery query;
        query.scope = Scope::everything();
        query.text = text;
        return books.stores().list.count(query).valueOr(-1);
    };
    QCOMPARE(hits(u"台式"_s), 1);
    QCOMPARE(hits(u"笔记"_s), 0);
    Invoice renamed = after;
    renamed.serial = u"other"_s;
    VERIFY_FAULT(store.correct(renamed), FaultKind::Conflict);
    renamed = after;
    renamed.id = InvoiceId(99);
    VERIFY_FAULT(store.correct(renamed), FaultKind::NotFound);
}

void TestInvoices::keepsElementsAndVouchers()
{
    Books books;
    auto &store = books.stores().invoices;
    Invoice invoice = books.invoice();
    invoice.taxMode = TaxMode::MarginNet;
    invoice.buyerKind = PartyKind::Authority;
    invoice.agent = {u"李经办"_s, {u"201"_s, u"11010519491231002X"_s, u"中华人民共和国"_s}, {}, u"139"_s};
    invoice.businessType = u"零售"_s;
    invoice.waiver = WaiverReason::OwnChoice;
    invoice.elements = {{u"合同号"_s, {}, u"HT-1"_s}, {u"批次"_s, u"文本"_s, u"二"_s}};
    DeductionVoucher voucher{VoucherKind::OtherVoucher, {}, u"V1"_s, QDate(2026, 3, 1), Money::fromFen(9'000),
        Money::fromFen(8'000), u"说明"_s};
    DeductionVoucher second = voucher;
    second.date = QDate();
    invoice.vouchers = {voucher, second};
    invoice.lines[0].deduction = Money::fromFen(16'000);
    TRY_VALUE(id, store.insert(invoice, startMs));
    invoice.id = id;
    TRY_VALUE(found, store.find(id));
    QCOMPARE(found, invoice);

    VERIFY_DONE(store.setState(id, InvoiceState::Queued, InvoiceState::Refused, {}, startMs));
    Invoice corrected = invoice;
    corrected.elements.removeFirst();
    corrected.vouchers = {second};
    VERIFY_DONE(store.correct(corrected));
    corrected.state = InvoiceState::Refused;
    TRY_VALUE(after, store.find(id));
    QCOMPARE(after, corrected);

    VERIFY_DONE(store.setState(id, InvoiceState::Refused, InvoiceState::Queued, {}, startMs));
    VERIFY_DONE(store.setState(id, InvoiceState::Queued, InvoiceState::Issued, {}, startMs));
    books.close();
    for (const char *sql : {"DELETE FROM invoice_element", "DELETE FROM invoice_voucher",
             "UPDATE invoice_element SET value = 'x'", "UPDATE invoice_voucher SET used = 1",
             "UPDATE invoice SET agent_name = 'x'", "INSERT INTO invoice_element VALUES (1, 9, 'a', '', 'b')",
             "INSERT INTO invoice_voucher VALUES (1, 9, '01', '', '', NULL, 1, 1, '')"})
        QVERIFY2(!tamper(books.path(), sql), sql);
}

void TestInvoices::E4_aFormHasOneRedInvoice()
{
    Books books;
    auto &store = books.stores().invoices;
    const Invoice blue = books.invoice();
    VERIFY_DONE(store.insert(blue, startMs));
    Invoice red = books.invoice();
    red.reversal = {blue.number, u"11010126110000000001"_s, u"0123456789abcdef0123456789abcdef"_s};
    red.totals = {-blue.totals.net, -blue.totals.tax};
    for (InvoiceLine &line : red.lines) {
        line.blueLine = line.number;
        line.net = -line.net;
        line.tax = -line.tax;
        line.quantity = Decimal(-1);
    }
    TRY_VALUE(id, store.insert(red, startMs));
    red.id = id;
    books.close();
    books.open();
    TRY_VALUE(found, books.stores().invoices.find(id));
    QCOMPARE(found, red);
    Invoice second = red;
    second.id = {};
    second.serial = u"second"_s;
    second.number = books.invoice().number;
    VERIFY_FAULT(books.stores().invoices.insert(second, startMs), FaultKind::Conflict);
    // Given up, it leaves the form free.
    VERIFY_DONE(books.stores().invoices.setState(id, InvoiceState::Queued, InvoiceState::Discarded, {}, startMs));
    VERIFY_DONE(books.stores().invoices.insert(second, startMs));
    second.serial = u"half"_s;
    second.number = books.invoice().number;
    second.reversal.formUuid.clear(); // a red invoice without its form is none
    second.id = {};
    VERIFY_FAULT(books.stores().invoices.insert(second, startMs), FaultKind::Conflict);
}

void TestInvoices::reusesADiscardedNumber()
{
    Books books;
    auto &stores = books.stores();
    TRY_VALUE(numbers, stores.numbers.take(books.first, 2026, 1));
    Invoice old = books.invoice();
    old.number = numbers.first();
    TRY_VALUE(id, stores.invoices.insert(old, startMs));
    VERIFY_DONE(stores.invoices.setState(id, InvoiceState::Queued, InvoiceState::Refused, {}, startMs));
    VERIFY_FAULT(stores.numbers.release(old.number), FaultKind::Conflict); // it still holds it
    VERIFY_DONE(stores.invoices.setState(id, InvoiceState::Refused, InvoiceState::Discarded, {}, startMs));
    VERIFY_DONE(stores.numbers.release(old.number));
    VERIFY_FAULT(stores.numbers.release(old.number), FaultKind::Conflict); // once
    TRY_VALUE(again, stores.numbers.take(books.first, 2026, 1));
    QCOMPARE(again, numbers);
    Invoice fresh = books.invoice();
    fresh.number = again.first();
    TRY_VALUE(freshId, stores.invoices.insert(fresh, startMs));
    TRY_VALUE(holder, stores.invoices.findByNumber(old.number));
    QCOMPARE(holder.id, freshId);
    TRY_VALUE(accounting, stores.numbers.accounting(books.first));
    QVERIFY(accounting.clean());
}

void TestInvoices::refusesChanges_data()
{
    QTest::addColumn<QByteArray>("sql");
    QTest::addColumn<bool>("whileQueued"); // allowed before it is settled
    const auto row = [](const char *sql, bool whileQueued) { QTest::newRow(sql) << QByteArray(sql) << whileQueued; };
    row("UPDATE invoice SET net = net + 1", false);
    row("UPDATE invoice SET buyer_name = 'x'", false);
    row("UPDATE invoice SET reversal_blueNumber = '1', reversal_form = '2', reversal_formUuid = '3'", false);
    row("UPDATE invoice SET number = '1'", false);
    row("UPDATE invoice SET state = 'sending'", true);
    row("UPDATE invoice SET message = 'x'", true);
    row("UPDATE invoice SET state = 'lost'", false);
    row("DELETE FROM invoice", false);
    row("UPDATE invoice_line SET net = 0", false);
    row("DELETE FROM invoice_line", false);
    row("PRAGMA foreign_keys = ON; INSERT INTO invoice_line SELECT invoice, 3, 3, nature, item, classification, "
        "shortName, spec, unit, quantity, "
        "price, net, rate, tax, preference, deduction, blueLine FROM invoice_line WHERE number = 1",
        false);
    row("PRAGMA recursive_triggers = ON; INSERT OR REPLACE INTO invoice_line SELECT invoice, line_count, number, "
        "nature, 'x', "
        "classification, shortName, spec, unit, quantity, price, net, rate, tax, preference, deduction, blueLine FROM "
        "invoice_line",
        false);
}

void TestInvoices::refusesChanges()
{
    QFETCH(QByteArray, sql);
    QFETCH(bool, whileQueued);
    for (const InvoiceState state : {InvoiceState::Queued, InvoiceState::Issued, InvoiceState::Discarded}) {
        Books books;
        auto &store = books.stores().invoices;
        Invoice invoice = books.invoice();
        TRY_VALUE(id, store.insert(invoice, startMs));
        if (state != InvoiceState::Queued)
            VERIFY_DONE(store.setState(id, InvoiceState::Queued, state, {}, startMs));
        invoice.id = id;
        invoice.state = state;
        books.close();
        const bool taken = tamper(books.path(), sql.constData());
        QCOMPARE(taken, whileQueued && state == InvoiceState::Queued);
        books.open();
        if (taken)
            continue;
        TRY_VALUE(after, books.stores().invoices.find(id));
        QCOMPARE(after, invoice);
    }
}

void TestInvoices::refusesLinesForASettledInvoice()
{
    Books books;
    Invoice invoice = books.invoice();
    invoice.state = InvoiceState::Issued; // as an import of old invoices stores them
    TRY_VALUE(id, books.stores().invoices.insert(invoice, startMs));
    Table<InvoiceLine> lines(books.database(), u"invoice_line"_s, {u"invoice"_s, u"line_count"_s});
    InvoiceLine extra = invoice.lines.first();
    extra.number = 3;
    for (const qint64 lineCount : {2, 3}) { // "line 3 of 2", or an invoice of two lines that shall have three
        Transaction transaction(books.database());
        const Outcome added = lines.insertAll({extra}, [&](const InvoiceLine &) {
            return std::array{qint64(id.value()), lineCount};
        });
        const Outcome committed = transaction.commit();
        QVERIFY(!added.ok() || !committed.ok());
        QCOMPARE(peek(books.path(), "SELECT count(*) FROM invoice_line"), 2);
    }
    books.close();
    QVERIFY(!tamper(books.path(), "PRAGMA foreign_keys = ON; UPDATE invoice SET line_count = 3"));
    // A program that does not care for references could add it, but not unseen.
    QVERIFY(tamper(books.path(),
        "INSERT INTO invoice_line SELECT invoice, 3, 3, nature, item, classification, shortName, spec, unit, quantity, "
        "price, net, rate, tax, preference, deduction, blueLine FROM invoice_line WHERE number = 1"));
    books.open();
    TRY_VALUE(damage, books.database().damage());
    QCOMPARE(damage.size(), 1);
    QVERIFY(damage.first().contains(u"invoice_line"));
}

void TestInvoices::countsByState()
{
    Books books;
    const QList<Invoice> all = books.fill(300);
    for (const Scope &scope : {Scope::everything(), Scope::only(books.second), Scope{}}) {
        QHash<InvoiceState, qint64> expected;
        for (const Invoice &invoice : all)
            if (scope.sees(invoice.company))
                ++expected[invoice.state];
        TRY_VALUE(counts, books.stores().invoices.countByState(scope));
        QCOMPARE(counts, expected);
    }
}

QTEST_GUILESS_MAIN(TestInvoices)
#include "tst_store_invoices.moc"
