// SPDX-License-Identifier: GPL-3.0-or-later
// Discounts over several lines, and the line that fills an invoice up to a total.
#include "tests/rules/check_cases.h"

#include "core/rules/discounts.h"

#include <QTest>

#include <rapidcheck.h>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;

class TestDiscounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D5_severalLinesAtOnce();
    void D5_sharesAddUp();
    void D5_lookingAtARateChangesNothing();
    void D5_fillsUpToATotal();
};

void TestDiscounts::D5_severalLinesAtOnce()
{
    Case c = Case::good();
    c.draft.lines = {c.line(), c.line(), c.line()};
    c.draft.lines[1].amount.reset();
    c.draft.lines[1].price.reset(); // nothing to discount
    const auto tenth = discountedByPercent(c.draft, {0, 1, 2}, Decimal(10));
    QCOMPARE(tenth->lines[0].discount, yuan("11.30"));
    QVERIFY(!tenth->lines[1].discount);
    QCOMPARE(tenth->lines[2].discount, yuan("11.30"));
    QVERIFY(!discountedByPercent(*tenth, {0}, Decimal(0))->lines[0].discount);
    QVERIFY(!discountedByPercent(c.draft, {0}, *Decimal::parse(u"100.001")));
    QVERIFY(!discountedByAmount(c.draft, {0, 1}, yuan("113.01")));
    QVERIFY(!discountedByAmount(c.draft, {0, 1}, yuan("-1.00")));
    QCOMPARE(discountedByAmount(c.draft, {0, 2}, yuan("226.00"))->lines[2].discount, yuan("113.00"));
}

void TestDiscounts::D5_sharesAddUp()
{
    QVERIFY(rc::check("shares of a discount add up and fit", [] {
        InvoiceDraft draft;
        draft.taxIncluded = *rc::gen::arbitrary<bool>();
        QList<qsizetype> all;
        Money total;
        for (int i = *rc::gen::inRange(1, 30); i > 0; --i) {
            DraftLine line;
            line.amount = Money::fromFen(*rc::gen::inRange(0, 100'000'000));
            line.rate = rateOf(130);
            total += *line.amount;
            all.append(draft.lines.size());
            draft.lines.append(line);
        }
        const Money discount = Money::fromFen(*rc::gen::inRange<std::int64_t>(0, total.fen() + 1));
        const auto out = discountedByAmount(draft, all, discount);
        RC_ASSERT(out.has_value());
        Money sum;
        for (const DraftLine &line : out->lines) {
            RC_ASSERT(line.discount.value_or(Money()) <= *line.amount);
            RC_ASSERT(!line.discount.value_or(Money()).isNegative());
            sum += line.discount.value_or(Money());
        }
        RC_ASSERT(sum == discount);
    }));
}

void TestDiscounts::D5_lookingAtARateChangesNothing()
{
    QVERIFY(rc::check("amount, rate, amount", [] {
        const Money amount = Money::fromFen(*rc::gen::inRange<std::int64_t>(1, 1'000'000'000'000));
        const Money discount = Money::fromFen(*rc::gen::inRange<std::int64_t>(0, amount.fen() + 1));
        RC_ASSERT(discountOfPercent(amount, discountPercent(amount, discount), discount) == discount);
    }));
    QCOMPARE(discountOfPercent(yuan("100.00"), Decimal(20), yuan("10.00")), yuan("20.00")); // another rate counts
}

void TestDiscounts::D5_fillsUpToATotal()
{
    QVERIFY(rc::check("the invoice comes to the wished total", [] {
        InvoiceDraft draft;
        draft.taxIncluded = *rc::gen::arbitrary<bool>();
        for (int i = *rc::gen::inRange(1, 5); i > 0; --i) {
            DraftLine line;
            line.amount = Money::fromFen(*rc::gen::inRange(1, 10'000'000));
            line.rate = rateOf(*rc::gen::element(130, 90, 60, 30, 15, 0));
            if (*rc::gen::arbitrary<bool>())
                line.discount = Money::fromFen(*rc::gen::inRange<std::int64_t>(0, line.amount->fen()));
            if (*rc::gen::arbitrary<bool>())
                line.quantity = Decimal(*rc::gen::inRange(1, 50));
            draft.lines.append(line);
        }
        const qsizetype at = *rc::gen::inRange<qsizetype>(0, draft.lines.size());
        const Money wished = compose(draft).totals.gross() + Money::fromFen(*rc::gen::inRange(1, 1'000'000));
        const auto line = filledUpTo(draft, at, wished);
        RC_ASSERT(line.has_value());
        draft.lines[at] = *line;
        RC_ASSERT(compose(draft).totals.gross() == wished);
    }));
    Case c = Case::good();
    QVERIFY(!filledUpTo(c.draft, 1, yuan("500.00")));
    c.draft.lines.append(c.line());
    QVERIFY(!filledUpTo(c.draft, 1, yuan("113.00"))); // nothing is left
    QCOMPARE(filledUpTo(c.draft, 1, yuan("213.00"))->amount, yuan("100.00"));
}

QTEST_GUILESS_MAIN(TestDiscounts)
#include "tst_rules_discounts.moc"
