// SPDX-License-Identifier: GPL-3.0-or-later
// Composing an invoice, by example; tst_money_oracle holds the same functions against exact rationals.
#include "core/rules/totals.h"

#include <QTest>

#include <rapidcheck.h>

using namespace kp;
using namespace kp::rules;

namespace
{
/// A line from texts: quantity, price, amount, rate, discount; empty means not given.
DraftLine line(const char *quantity, const char *price, const char *amount, const char *rate, const char *discount = "")
{
    DraftLine out;
    out.item = QStringLiteral(u"铅笔");
    out.classification = QStringLiteral("1060402019900000000");
    out.shortName = QStringLiteral(u"文具");
    out.spec = QStringLiteral("HB");
    out.unit = QStringLiteral(u"支");
    out.quantity = Decimal::parse(QString::fromLatin1(quantity));
    out.price = Decimal::parse(QString::fromLatin1(price));
    out.amount = Money::parse(QString::fromLatin1(amount));
    out.rate = TaxRate::parse(QString::fromLatin1(rate));
    out.discount = Money::parse(QString::fromLatin1(discount));
    return out;
}

InvoiceDraft draftOf(QList<DraftLine> lines, bool taxIncluded)
{
    InvoiceDraft draft;
    draft.taxIncluded = taxIncluded;
    draft.lines = std::move(lines);
    return draft;
}

QString text(const std::optional<Decimal> &value)
{
    return value ? value->toString() : QString();
}
} // namespace

class TestTotals : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void amounts_data();
    void amounts();
    void problems_data();
    void problems();
    void totalsAreSumsOfLines();
    void discountPair();
    void wholeDiscountLeavesNothing();
    void wholeDiscountAfterTurning();
    void exemptLinesBearNoTax();
    void totalTooLarge();
    void recomputes_data();
    void recomputes();
    void turnsRound();
    void turnsPricesOfUnfinishedLines();
    void aStoredInvoiceIsADraftAgain();
    void keptTaxCountsOnlyWhileItFits();
    void discountRates();
    void discountRatesComeBack();
};

void TestTotals::amounts_data()
{
    QTest::addColumn<DraftLine>("line");
    QTest::addColumn<bool>("included");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("net");
    QTest::addColumn<QString>("tax");
    const auto row = [](const char *name, const DraftLine &line, bool included, const char *quantity, const char *price,
                         const char *net, const char *tax) {
        QTest::newRow(name) << line << included << QString::fromLatin1(quantity) << QString::fromLatin1(price)
                            << QString::fromLatin1(net) << QString::fromLatin1(tax);
    };
    // The published examples of the included formula.
    row("100.00 at 13 %", line("", "", "100.00", "0.13"), true, "", "", "88.50", "11.50");
    row("0.05 at 6 %", line("", "", "0.05", "0.06"), true, "", "", "0.05", "0.00");
    // Rounding the net first and taking 13 % of it would give 11.51.
    row("the same net without tax", line("", "", "88.50", "0.13"), false, "", "", "88.50", "11.51");
    row("price and quantity, included", line("3", "33.33", "", "0.13"), true, "3", "29.4955752212389", "88.49",
        "11.50");
    row("price and quantity, excluded", line("3", "33.33", "", "0.13"), false, "3", "33.33", "99.99", "13.00");
    row("price missing", line("3", "", "100.00", "0"), false, "3", "33.3333333333333", "100.00", "0.00");
    row("quantity missing", line("", "0.3", "100.00", "0"), false, "333.333333333333", "0.3", "100.00", "0.00");
    row("0.01 off is allowed", line("3", "33.33", "100.00", "0.13"), false, "3", "33.33", "100.00", "13.00");
    row("a half rounds up", line("1", "0.005", "", "0"), false, "1", "0.005", "0.01", "0.00");
    row("large quantity", line("1000000", "1.13", "", "0.13"), true, "1000000", "1", "1000000.00", "130000.00");
    row("price too long for 16 characters", line("1000000000", "123.4567891234567", "", "0"), false, "1000000000",
        "123.456789123457", "123456789123.46", "0.00");
    row("a longer price where 16 characters do not agree", line("99999999999", "55.555555555555555", "", "0"), false,
        "99999999999", "55.5555555555556", "5555555555500.00", "0.00");
    row("15 % of a fen", line("", "", "0.01", "0.13"), true, "", "", "0.01", "0.00");
    row("negative amounts round away from zero", line("", "", "-100.00", "0.13"), true, "", "", "-88.50", "-11.50");
    row("largest amount", line("", "", "9999999999999.99", "0.13"), true, "", "", "8849557522123.88",
        "1150442477876.11");
    row("largest amount without tax", line("", "", "8849557522123.88", "0.13"), false, "", "", "8849557522123.88",
        "1150442477876.10");
}

void TestTotals::amounts()
{
    QFETCH(DraftLine, line);
    QFETCH(bool, included);
    const LineAmounts worked = lineAmounts(line, included);
    QCOMPARE(worked.problem, LineAmounts::Problem::None);
    QTEST(text(worked.quantity), "quantity");
    QTEST(text(worked.price), "price");
    QTEST(worked.net.toString(), "net");
    QTEST(worked.tax.toString(), "tax");
    QCOMPARE(compose(draftOf({line}, included)).findings, QList<Finding>());
}

void TestTotals::problems_data()
{
    QTest::addColumn<DraftLine>("line");
    QTest::addColumn<bool>("included");
    QTest::addColumn<QString>("field");
    const auto row = [](const char *name, const DraftLine &line, bool included, const char *field) {
        QTest::newRow(name) << line << included << QString::fromLatin1(field);
    };
    row("nothing", line("", "", "", "0.13"), true, "amount");
    row("quantity alone", line("3", "", "", "0.13"), true, "amount");
    row("price alone", line("", "3", "", "0.13"), true, "amount");
    row("0.02 off", line("3", "33.33", "100.01", "0.13"), false, "amount");
    row("0.02 off, included", line("3", "33.33", "100.01", "0.13"), true, "amount");
    row("amount too large", line("", "", "10000000000000.00", "0.13"), false, "amount");
    row("amount too large with its tax", line("", "", "9000000000000.00", "0.13"), false, "amount");
    row("product too large", line("99999999", "999999999", "", "0.13"), false, "amount");
    row("product beyond all bounds", line("999999999999999", "999999999999999", "", "0.13"), false, "amount");
    row("discount too large to reckon with", line("", "", "1.00", "0.13", "10000000000000.00"), false, "discount");
    row("quantity zero", line("0", "", "1.00", "0.13"), false, "quantity");
    row("price zero", line("", "0", "1.00", "0.13"), false, "quantity");
    row("no price of 13 decimals", line("474088162787.5", "", "379270530.23", "0.09"), true, "quantity");
    row("many digits that still agree", line("1.00000000000000000001", "1.00000000000000000001", "", "0"), false, "");
    row("too many digits", line("123456789012.12345678901234", "0.12345678901234567890", "", "0"), false, "quantity");
}

void TestTotals::problems()
{
    QFETCH(DraftLine, line);
    QFETCH(bool, included);
    QFETCH(QString, field);
    const InvoiceDraft draft = draftOf({::line("", "", "1.00", "0.13"), line}, included); // the second of two lines
    const QList<Finding> findings = compose(draft).findings;
    QCOMPARE(findings.size(), field.isEmpty() ? 0 : 1);
    if (field.isEmpty())
        return;
    QCOMPARE(findings.front().field, field);
    QCOMPARE(findings.front().line, 1);
    QCOMPARE(findings.front().severity, Severity::Error);
    QVERIFY(!findings.front().text.isEmpty());
}

void TestTotals::totalsAreSumsOfLines()
{
    // Three lines of 0.05 at 13 %: 3 × 0.01, while 13 % of 0.12 would be 0.02.
    const Composed composed = compose(draftOf({3, line("", "", "0.05", "0.13")}, true));
    QCOMPARE(composed.totals.net, Money::fromFen(12));
    QCOMPARE(composed.totals.tax, Money::fromFen(3));
    QCOMPARE(composed.totals.gross(), Money::fromFen(15));
    QCOMPARE(composed.lines.size(), 3);
    QCOMPARE(composed.lines.back().number, 3);
    QCOMPARE(composed.lines.back().nature, LineNature::Normal);
}

void TestTotals::discountPair()
{
    const Composed composed =
        compose(draftOf({line("3", "33.33", "", "0.13", "10.00"), line("", "", "1.00", "0.13", "0.00")}, true));
    QCOMPARE(composed.lines.size(), 3); // a discount of zero is none
    const InvoiceLine &goods = composed.lines.at(0);
    const InvoiceLine &discount = composed.lines.at(1);
    QCOMPARE(goods.nature, LineNature::Discounted);
    QCOMPARE(discount.nature, LineNature::Discount);
    QCOMPARE(composed.lines.at(2).nature, LineNature::Normal);
    QCOMPARE(composed.lines.at(2).number, 3);

    InvoiceLine same = goods; // what must be equal, and what must be empty
    same.number = 2;
    same.nature = LineNature::Discount;
    same.spec.clear();
    same.unit.clear();
    same.quantity.reset();
    same.price.reset();
    same.net = Money::fromFen(-885);
    same.tax = Money::fromFen(-115);
    QCOMPARE(discount, same);
    QCOMPARE(composed.totals.gross(), Money::fromFen(9999 - 1000 + 100));
}

void TestTotals::wholeDiscountLeavesNothing()
{
    QVERIFY(rc::check("100 % leaves zero, to the fen", [] {
        const Money amount = Money::fromFen(*rc::gen::inRange<std::int64_t>(1, 100'000'000));
        DraftLine gift = line("", "", "", "0.13");
        gift.rate = TaxRate::fromMillionths(*rc::gen::element(130'000, 90'000, 60'000, 30'000, 15'000));
        gift.amount = amount;
        gift.discount = amount;
        const bool included = *rc::gen::arbitrary<bool>();
        const Composed composed = compose(draftOf({gift}, included));
        RC_ASSERT(composed.lines.size() == 2);
        RC_ASSERT(composed.totals == Totals());
        RC_ASSERT(compose(switchTaxIncluded(draftOf({gift}, included), !included)) == composed);
    }));
}

void TestTotals::wholeDiscountAfterTurning()
{
    // 88.50 keeps the tax 11.50 it was entered with; a discount of all of it must take just that away.
    InvoiceDraft draft = switchTaxIncluded(draftOf({line("", "", "100.00", "0.13")}, true), false);
    QCOMPARE(draft.lines.front().amount, Money::fromFen(8850));
    QCOMPARE(draft.lines.front().keptTax, Money::fromFen(1150));
    draft.lines.front().discount = Money::fromFen(8850);
    QCOMPARE(compose(draft).totals, Totals());
}

void TestTotals::exemptLinesBearNoTax()
{
    for (const Preference preference : {Preference::Exempt, Preference::NotTaxable}) {
        DraftLine exempt = line("2", "50", "", "0", "10.00");
        exempt.preference = preference;
        for (const bool included : {false, true}) {
            exempt.rate = TaxRate();
            const Composed composed = compose(draftOf({exempt}, included));
            QCOMPARE(composed.totals, (Totals{Money::fromFen(9000), Money()}));
            exempt.rate.reset(); // not chosen: still nothing
            QCOMPARE(compose(draftOf({exempt}, included)), composed);
            exempt.rate = TaxRate::fromMillionths(130'000); // wrong, which the checks say
            QCOMPARE(compose(draftOf({exempt}, included)), composed);
        }
    }
}

void TestTotals::totalTooLarge()
{
    const DraftLine largest = line("", "", "9999999999999.99", "0");
    QCOMPARE(compose(draftOf(QList<DraftLine>(1000, largest), false)).findings, QList<Finding>());
    const Composed composed = compose(draftOf(QList<DraftLine>(200'000, largest), false));
    QCOMPARE(composed.findings.size(), 1);
    QCOMPARE(composed.findings.front().line, -1);
    QVERIFY(!composed.totals.gross().isNegative());
}

void TestTotals::recomputes_data()
{
    QTest::addColumn<DraftLine>("line");
    QTest::addColumn<int>("entry");
    QTest::addColumn<QString>("quantity");
    QTest::addColumn<QString>("price");
    QTest::addColumn<QString>("amount");
    const auto row = [](const char *name, const DraftLine &line, Entry entry, const char *quantity, const char *price,
                         const char *amount) {
        QTest::newRow(name) << line << static_cast<int>(entry) << QString::fromLatin1(quantity)
                            << QString::fromLatin1(price) << QString::fromLatin1(amount);
    };
    row("quantity gives the amount", line("4", "2.5", "1.00", "0"), Entry::Quantity, "4", "2.5", "10.00");
    row("price gives the amount", line("4", "3", "1.00", "0"), Entry::Price, "4", "3", "12.00");
    row("amount gives the price", line("4", "3", "1.00", "0"), Entry::Amount, "4", "0.25", "1.00");
    row("first quantity, with an amount", line("3", "", "1.00", "0"), Entry::Quantity, "3", "0.3333333333333", "1.00");
    row("first price, with an amount", line("", "0.5", "1.00", "0"), Entry::Price, "2", "0.5", "1.00");
    row("amount with a price alone", line("", "0.5", "1.00", "0"), Entry::Amount, "2", "0.5", "1.00");
    row("quantity alone", line("3", "", "", "0"), Entry::Quantity, "3", "", "");
    row("price alone", line("", "3", "", "0"), Entry::Price, "", "3", "");
    row("an empty price is left on the way", line("3", "", "", "0"), Entry::Price, "3", "", "");
    row("quantity emptied", line("", "2.5", "10.00", "0"), Entry::Quantity, "", "", "10.00");
    row("price emptied", line("4", "", "10.00", "0"), Entry::Price, "", "", "10.00");
    row("amount emptied", line("4", "2.5", "", "0"), Entry::Amount, "4", "2.5", "10.00");
    row("amount alone emptied", line("", "", "", "0"), Entry::Amount, "", "", "");
    row("quantity zero", line("0", "2.5", "10.00", "0"), Entry::Quantity, "0", "2.5", "0.00");
    row("amount for quantity zero", line("0", "2.5", "10.00", "0"), Entry::Amount, "4", "2.5", "10.00");
}

void TestTotals::recomputes()
{
    QFETCH(DraftLine, line);
    QFETCH(int, entry);
    recompute(line, static_cast<Entry>(entry));
    QTEST(text(line.quantity), "quantity");
    QTEST(text(line.price), "price");
    QTEST(line.amount ? line.amount->toString() : QString(), "amount");
}

void TestTotals::turnsRound()
{
    const InvoiceDraft draft = draftOf({line("3", "33.33", "", "0.13", "10.00")}, true);
    const InvoiceDraft turned = switchTaxIncluded(draft, false);
    QVERIFY(!turned.taxIncluded);
    const DraftLine &without = turned.lines.front();
    QCOMPARE(text(without.price), QStringLiteral("29.4955752212389"));
    QCOMPARE(without.amount, Money::fromFen(8849));
    QCOMPARE(without.discount, Money::fromFen(885));
    QCOMPARE(compose(turned), compose(draft));

    const InvoiceDraft back = switchTaxIncluded(turned, true);
    const DraftLine &with = back.lines.front();
    QCOMPARE(text(with.price), QStringLiteral("33.33")); // what the clerk had entered, not 33.3299999999999…
    QCOMPARE(with.amount, Money::fromFen(9999));
    QCOMPARE(with.discount, Money::fromFen(1000));
    QCOMPARE(compose(back), compose(draft));
    QCOMPARE(switchTaxIncluded(draft, true), draft);

    const InvoiceDraft round = draftOf({line("3", "1000", "", "0.13")}, true);
    const InvoiceDraft roundTurned = switchTaxIncluded(round, false);
    QCOMPARE(text(roundTurned.lines.front().price), QStringLiteral("884.955752212389")); // × 1.13 is 999.99999999999957
    QCOMPARE(text(switchTaxIncluded(roundTurned, true).lines.front().price), QStringLiteral("1000"));
}

void TestTotals::turnsPricesOfUnfinishedLines()
{
    const InvoiceDraft draft = draftOf({line("", "11.30", "", "0.13")}, true);
    const InvoiceDraft turned = switchTaxIncluded(draft, false);
    QCOMPARE(text(turned.lines.front().price), QStringLiteral("10"));
    QVERIFY(!turned.lines.front().amount);
    QCOMPARE(switchTaxIncluded(turned, true), draft);
    // What can not be worked out is left as it is.
    const InvoiceDraft large = draftOf({line("", "", "99999999999999.00", "0.13")}, true);
    QCOMPARE(switchTaxIncluded(large, false).lines, large.lines);
}

void TestTotals::aStoredInvoiceIsADraftAgain()
{
    DraftLine exempt = line("2", "5.00", "", "0");
    exempt.preference = Preference::Exempt;
    exempt.spec = QStringLiteral("A4");
    InvoiceDraft draft = draftOf({line("3", "33.33", "", "0.13", "10.00"), exempt, line("", "", "100.00", "0.13"),
                                     line("", "", "0.05", "0.06", "0.05")},
        true);
    draft.serial = QStringLiteral("S-1");
    draft.kind = InvoiceKind::Special;
    draft.buyerEmail = QStringLiteral("a@example.invalid");
    draft.showSellerBank = true;
    draft.remark = QStringLiteral("remark");
    draft.payee = QStringLiteral("payee");
    draft.reviewer = QStringLiteral("reviewer");
    draft.buyer.name = QStringLiteral("buyer");
    const Composed composed = compose(draft);
    QVERIFY(composed.findings.isEmpty());
    Invoice invoice;
    invoice.serial = draft.serial;
    invoice.kind = draft.kind;
    invoice.buyer = draft.buyer;
    invoice.buyerEmail = draft.buyerEmail;
    invoice.showSellerBank = true;
    invoice.remark = draft.remark;
    invoice.payee = draft.payee;
    invoice.reviewer = draft.reviewer;
    invoice.lines = composed.lines;

    const InvoiceDraft again = draftOf(invoice);
    QCOMPARE(again.lines.size(), draft.lines.size());
    QVERIFY(compose(again) == composed);
    // Entered with tax it is what was written, but for what the platform is told anyway: the amount beside the price.
    InvoiceDraft written = switchTaxIncluded(again, true);
    QVERIFY(compose(written) == composed);
    QCOMPARE(written.lines.at(0).price->toString(), QStringLiteral("33.33"));
    QCOMPARE(written.lines.at(0).discount, Money::parse(u"10.00"));
    for (qsizetype i = 0; i < written.lines.size(); ++i)
        written.lines[i].amount = draft.lines.at(i).amount;
    QVERIFY(written == draft);
}

void TestTotals::keptTaxCountsOnlyWhileItFits()
{
    DraftLine kept = line("", "", "88.50", "0.13");
    kept.keptTax = Money::fromFen(1150);
    QCOMPARE(lineAmounts(kept, false).tax, Money::fromFen(1150));
    kept.amount = Money::fromFen(9000); // the line was edited
    QCOMPARE(lineAmounts(kept, false).tax, Money::fromFen(1170));
    kept.amount = Money::fromFen(8850);
    kept.rate = TaxRate::fromMillionths(90'000);
    QCOMPARE(lineAmounts(kept, false).tax, Money::fromFen(797));
    kept.rate = TaxRate::fromMillionths(130'000);
    kept.keptTax = Money::fromFen(900); // nobody may set any tax he likes
    QCOMPARE(lineAmounts(kept, false).tax, Money::fromFen(1151));
    recompute(kept, Entry::Amount);
    QVERIFY(!kept.keptTax);
}

void TestTotals::discountRates()
{
    const auto percent = [](const char *text) { return *Decimal::parse(QString::fromLatin1(text)); };
    QCOMPARE(discountPercent(Money::fromFen(10000), Money::fromFen(1250)).toString(), QStringLiteral("12.5"));
    QCOMPARE(discountPercent(Money::fromFen(300), Money::fromFen(100)).toString(), QStringLiteral("33.3"));
    QCOMPARE(discountPercent(Money::fromFen(300'000), Money::fromFen(100'000)).toString(), QStringLiteral("33.333"));
    QCOMPARE(discountPercent(Money::fromFen(300), Money::fromFen(300)).toString(), QStringLiteral("100"));
    QCOMPARE(discountPercent(Money::fromFen(19436), Money::fromFen(972)).toString(), QStringLiteral("5")); // as typed
    QCOMPARE(discountPercent(Money::fromFen(19436), Money::fromFen(2430)).toString(), QStringLiteral("12.5"));
    QCOMPARE(discountPercent(Money(), Money::fromFen(1)), Decimal());
    QCOMPARE(discountOfPercent(Money::fromFen(9999), percent("12.5")), Money::fromFen(1250));
    QCOMPARE(discountOfPercent(Money::fromFen(9999), percent("0")), Money());
    QCOMPARE(discountOfPercent(Money::fromFen(9999), percent("100")), Money::fromFen(9999));
    QVERIFY(!discountOfPercent(Money::fromFen(9999), percent("100.001")));
    QVERIFY(!discountOfPercent(Money::fromFen(9999), percent("-1")));
}

void TestTotals::discountRatesComeBack()
{
    QVERIFY(rc::check("a rate gives a discount that shows the same rate", [] {
        const Money amount = Money::fromFen(*rc::gen::inRange<std::int64_t>(10'000'000, 100'000'000'000));
        const Decimal percent = Decimal::fromParts(*rc::gen::inRange<std::int64_t>(0, 100'001), 3);
        RC_ASSERT(discountPercent(amount, *discountOfPercent(amount, percent)) == percent);
    }));
}

QTEST_GUILESS_MAIN(TestTotals)
#include "tst_rules_totals.moc"
