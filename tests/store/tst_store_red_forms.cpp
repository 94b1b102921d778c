// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

#include "core/base/clock.h"

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

namespace
{
RedForm formOf(CompanyId company, int serial)
{
    RedForm form;
    form.company = company;
    form.number = u"1101012611%1"_s.arg(serial, 10, 10, QChar(u'0'));
    form.uuid = u"%1"_s.arg(serial, 32, 16, QChar(u'0'));
    form.side = serial % 2 == 0 ? Side::Seller : Side::Buyer;
    form.enteredBy = serial % 3 == 0 ? Side::Buyer : Side::Seller;
    form.seller = {u"甲练习有限公司"_s, u"91310000MA1FW9A80N"_s, {}, {}, {}, {}};
    form.buyer = {u"乙练习有限公司"_s, u"91330100799655058B"_s, {}, {}, {}, {}};
    form.blueNumber = u"2631%1"_s.arg(serial, 16, 10, QChar(u'0'));
    form.blueIssuedAt = Clock::chinaTime(startMs - 86'400'000LL * serial);
    form.blueTotals = {Money::fromFen(100'00), Money::fromFen(13'00)};
    form.kind = InvoiceKind::Special;
    form.reason = RedReason::GoodsReturned;
    form.totals = {Money::fromFen(-50'00), Money::fromFen(-6'50)};
    form.state = form.enteredBy == Side::Seller ? RedFormState::AwaitsBuyer : RedFormState::AwaitsSeller;
    form.enteredAt = Clock::chinaTime(startMs + serial * 1000LL);
    RedFormLine line;
    line.number = 1;
    line.blueLine = 3;
    line.item = u"键盘"_s;
    line.classification = u"1090511030000000000"_s;
    line.shortName = u"计算机配套产品"_s;
    line.quantity = Decimal::parse(u"-0.5");
    line.price = Decimal(100);
    line.net = form.totals.net;
    line.rate = TaxRate::fromMillionths(130'000);
    line.tax = form.totals.tax;
    line.deduction = Money::fromFen(1);
    form.lines = {line};
    return form;
}
} // namespace

class TestRedForms : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E5_givesBackWhatWasKept();
    void E5_linesMayComeLater();
    void E3_stateAndRedInvoiceMoveOn();
    void E3_whatWasAppliedForNeverChanges_data();
    void E3_whatWasAppliedForNeverChanges();
    void E1_eachSideOfOneFormHasItsOwn();
    void E1_queries();
    void refusesChangesFromBehind_data();
    void refusesChangesFromBehind();
};

void TestRedForms::E5_givesBackWhatWasKept()
{
    Books books;
    RedForm form = formOf(books.first, 1);
    TRY_VALUE(id, books.stores().redForms.keep(form, startMs));
    form.id = id;
    books.close();
    books.open();
    TRY_VALUE(found, books.stores().redForms.find(id));
    QCOMPARE(found, form);
    TRY_VALUE(byUuid, books.stores().redForms.findByUuid(books.first, form.uuid));
    QCOMPARE(byUuid, std::optional(form));
    TRY_VALUE(ofInvoice, books.stores().redForms.ofInvoice(books.first, form.blueNumber));
    QCOMPARE(ofInvoice, QList<RedForm>{form});
    TRY_VALUE(nobody, books.stores().redForms.findByUuid(books.second, form.uuid));
    QVERIFY(!nobody);
    VERIFY_FAULT(books.stores().redForms.find(RedFormId(99)), FaultKind::NotFound);
}

void TestRedForms::E5_linesMayComeLater()
{
    Books books;
    RedFormStore &store = books.stores().redForms;
    RedForm form = formOf(books.first, 1);
    const QList<RedFormLine> lines = std::exchange(form.lines, {});
    TRY_VALUE(id, store.keep(form, startMs));
    form.lines = lines;
    TRY_VALUE(again, store.keep(form, startMs));
    QCOMPARE(again, id);
    form.lines.clear(); // the list tells of it once more
    VERIFY_DONE(store.keep(form, startMs));
    TRY_VALUE(found, store.find(id));
    QCOMPARE(found.lines, lines);
    form.lines = lines;
    form.lines.first().tax += Money::fromFen(1);
    VERIFY_FAULT(store.keep(form, startMs), FaultKind::Conflict);
    TRY_VALUE(history, store.history(id));
    QCOMPARE(history.size(), 1); // its state has not changed
}

void TestRedForms::E3_stateAndRedInvoiceMoveOn()
{
    Books books;
    RedFormStore &store = books.stores().redForms;
    RedForm form = formOf(books.first, 1);
    TRY_VALUE(id, store.keep(form, startMs));
    form.state = RedFormState::Confirmed;
    form.confirmedAt = Clock::chinaTime(startMs + 5000);
    VERIFY_DONE(store.keep(form, startMs + 6000));
    form.redNumber = u"26310000000000000099"_s;
    form.redIssuedAt = Clock::chinaTime(startMs + 7000);
    VERIFY_DONE(store.keep(form, startMs + 8000));
    TRY_VALUE(history, store.history(id));
    const QList<RedFormStep> expected{{Clock::chinaTime(startMs), std::nullopt, RedFormState::AwaitsBuyer, {}},
        {Clock::chinaTime(startMs + 6000), RedFormState::AwaitsBuyer, RedFormState::Confirmed, {}},
        {Clock::chinaTime(startMs + 8000), RedFormState::Confirmed, RedFormState::Confirmed, form.redNumber}};
    QCOMPARE(history, expected);
    VERIFY_DONE(store.keep(form, startMs + 9000)); // nothing new
    form.state = RedFormState::WithdrawnAfter;
    VERIFY_FAULT(store.keep(form, startMs + 9000), FaultKind::Conflict);
    form.state = RedFormState::Confirmed;
    form.redNumber = u"26310000000000000100"_s; // one form, one red invoice
    VERIFY_FAULT(store.keep(form, startMs + 9000), FaultKind::Conflict);
    TRY_VALUE(after, store.history(id));
    QCOMPARE(after.size(), 3);
}

void TestRedForms::E3_whatWasAppliedForNeverChanges_data()
{
    QTest::addColumn<std::function<void(RedForm &)>>("change");
    const auto row = [](const char *name, const std::function<void(RedForm &)> &change) {
        QTest::newRow(name) << change;
    };
    row("number", [](RedForm &f) { f.number += u'1'; });
    row("side", [](RedForm &f) { f.side = other(f.side); });
    row("who entered it", [](RedForm &f) { f.enteredBy = other(f.enteredBy); });
    row("invoice", [](RedForm &f) { f.blueNumber += u'1'; });
    row("reason", [](RedForm &f) { f.reason = RedReason::Allowance; });
    row("amount", [](RedForm &f) { f.totals.net += Money::fromFen(1); });
    row("tax", [](RedForm &f) { f.totals.tax += Money::fromFen(1); });
}

void TestRedForms::E3_whatWasAppliedForNeverChanges()
{
    QFETCH(const std::function<void(RedForm &)>, change);
    Books books;
    RedForm form = formOf(books.first, 1);
    VERIFY_DONE(books.stores().redForms.keep(form, startMs));
    change(form);
    VERIFY_FAULT(books.stores().redForms.keep(form, startMs), FaultKind::Conflict);
}

void TestRedForms::E1_eachSideOfOneFormHasItsOwn()
{
    Books books; // seller and buyer keep their books at the same desk
    RedForm sellers = formOf(books.first, 2);
    RedForm buyers = sellers;
    buyers.company = books.second;
    buyers.side = Side::Buyer;
    TRY_VALUE(one, books.stores().redForms.keep(sellers, startMs));
    TRY_VALUE(two, books.stores().redForms.keep(buyers, startMs));
    QVERIFY(one != two);
}

void TestRedForms::E1_queries()
{
    Books books;
    RedFormStore &store = books.stores().redForms;
    QList<RedForm> all;
    for (int i = 0; i < 24; ++i) {
        RedForm form = formOf(i < 20 ? books.first : books.second, i + 1);
        if (i % 4 == 0) {
            form.state = RedFormState::Confirmed;
            form.redNumber = i % 8 == 0 ? u"2631%1"_s.arg(i, 16, 10, QChar(u'0')) : QString();
        }
        TRY_VALUE(id, store.keep(form, startMs));
        form.id = id;
        form.lines.clear();
        all.prepend(form); // the last entered comes first
    }
    const auto compare = [&](const RedFormQuery &query, const std::function<bool(const RedForm &)> &belongs) {
        QList<RedForm> expected;
        for (const RedForm &form : std::as_const(all))
            if (query.scope.sees(form.company) && belongs(form))
                expected.append(form);
        QVERIFY(!expected.isEmpty() && expected.size() < all.size());
        TRY_VALUE(count, store.count(query));
        QCOMPARE(count, expected.size());
        QList<RedForm> pages;
        for (qint64 from = 0; from < count; from += 5) {
            TRY_VALUE(page, store.page(query, from, 5));
            pages += page;
        }
        QCOMPARE(pages, expected);
        TRY_VALUE(ids, store.ids(query, 1, 100));
        QCOMPARE(ids.size(), expected.size() - 1);
        Totals totals;
        for (qsizetype i = 0; i < expected.size(); ++i) {
            totals.net += expected.at(i).totals.net;
            totals.tax += expected.at(i).totals.tax;
            QVERIFY(i == 0 || ids.at(i - 1) == expected.at(i).id);
        }
        TRY_VALUE(sums, store.sums(query));
        QCOMPARE(sums.count, expected.size());
        QCOMPARE(sums.totals, totals);
    };
    RedFormQuery query;
    query.scope = Scope::only(books.first);
    compare(query, [](const RedForm &) { return true; });
    query.sent = true;
    compare(query, [](const RedForm &f) { return f.enteredBy == f.side; });
    query.sent = false;
    compare(query, [](const RedForm &f) { return f.enteredBy != f.side; });
    query = {};
    query.scope = Scope::everything();
    query.side = Side::Buyer;
    compare(query, [](const RedForm &f) { return f.side == Side::Buyer; });
    query.side.reset();
    query.states = {RedFormState::AwaitsSeller};
    compare(query, [](const RedForm &f) { return f.state == RedFormState::AwaitsSeller; });
    query.states.clear();
    query.issued = true;
    compare(query, [](const RedForm &f) { return !f.redNumber.isEmpty(); });
    query.issued.reset();
    query.counterparty = u" 乙练习"_s; // the buyer is the other side of the seller's only
    compare(query, [](const RedForm &f) { return f.side == Side::Seller; });
    query.counterparty = u"91310000MA"_s;
    compare(query, [](const RedForm &f) { return f.side == Side::Buyer; });
    query.counterparty.clear();
    query.blueNumber = u"0012"_s;
    compare(query, [](const RedForm &f) { return f.blueNumber.contains(u"0012"_s); });
    query.blueNumber.clear();
    query.text = all.at(5).number.right(6);
    compare(query, [&](const RedForm &f) {
        return (f.number + f.blueNumber + f.redNumber + f.seller.taxNumber + f.buyer.taxNumber).contains(query.text);
    });
    query.text.clear();
    query.only = QList<RedFormId>{all.at(1).id, all.at(4).id};
    compare(query, [&](const RedForm &f) { return query.only->contains(f.id); });
    query.only.reset();
    query.blueFrom = query.blueTo = all.at(3).blueIssuedAt.date();
    compare(query, [&](const RedForm &f) { return f.blueIssuedAt.date() == query.blueFrom; });

    query = {};
    query.scope = Scope::only(books.first);
    TRY_VALUE(counts, store.countByState(query));
    qint64 sum = 0;
    for (const qint64 count : std::as_const(counts))
        sum += count;
    QCOMPARE(sum, 20);
    QCOMPARE(counts.value(RedFormState::Confirmed), 5);
    query.scope = {};
    TRY_VALUE(none, store.count(query));
    QCOMPARE(none, 0); // who sees no company sees nothing
}

void TestRedForms::refusesChangesFromBehind_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"DELETE FROM red_form", "UPDATE red_form SET net = 0", "DELETE FROM red_form_line",
             "UPDATE red_form_line SET tax = 0", "DELETE FROM red_form_history",
             "UPDATE red_form_history SET to_state = '01'", "UPDATE red_form SET state = '4'"})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestRedForms::refusesChangesFromBehind()
{
    QFETCH(const QByteArray, sql);
    Books books;
    RedForm form = formOf(books.first, 1);
    TRY_VALUE(id, books.stores().redForms.keep(form, startMs));
    books.close();
    QVERIFY(!tamper(books.path(), sql.constData()));
    books.open();
    TRY_VALUE(found, books.stores().redForms.find(id));
    form.id = id;
    QCOMPARE(found, form);
}

QTEST_GUILESS_MAIN(TestRedForms)
#include "tst_store_red_forms.moc"
