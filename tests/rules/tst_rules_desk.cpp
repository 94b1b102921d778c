// SPDX-License-Identifier: GPL-3.0-or-later
// What the desk works out for a clerk: one discount over several lines, and the amount that is left of a wished total.
#include <QTest>

#include "core/rules/discount.h"
#include "core/rules/remaining.h"
#include "core/rules/totals.h"

#include <rapidcheck.h>

using namespace kp;
using namespace Qt::StringLiterals;

namespace
{
constexpr int rateMillionths[] = {130'000, 90'000, 60'000, 30'000, 10'000, 0};

QList<Money> amountsOf(const std::vector<int> &fen)
{
    QList<Money> out;
    for (const int one : fen)
        out.append(Money::fromFen(one));
    return out;
}

DraftLine lineOf(int fen, int rate)
{
    DraftLine line;
    line.item = u"纸"_s;
    line.amount = Money::fromFen(fen);
    line.rate = TaxRate::fromMillionths(rate);
    return line;
}
} // namespace

class RulesDesk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D5_aSharedDiscountSumsUpAndNoLineBearsMoreThanItself()
    {
        QVERIFY(rc::check("shares", [] {
            const auto fen = *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 2'000'000)));
            const QList<Money> amounts = amountsOf(fen);
            const Money whole = rules::sumOf(amounts);
            const Money discount = Money::fromFen(*rc::gen::inRange<qint64>(0, whole.fen() + 1));
            const auto shares = rules::shareDiscount(amounts, discount);
            RC_ASSERT(shares.has_value());
            RC_ASSERT(shares->size() == amounts.size());
            RC_ASSERT(rules::sumOf(*shares) == discount);
            for (qsizetype i = 0; i < shares->size(); ++i) {
                RC_ASSERT(shares->at(i) >= Money() && shares->at(i) <= amounts.at(i));
                // In proportion, but for the fen that rounding may pass on to a neighbour.
                if (!whole.isZero()) {
                    const qint64 fair = amounts.at(i).fen() * discount.fen() / whole.fen();
                    RC_ASSERT(std::abs(shares->at(i).fen() - fair) <= 2);
                }
            }
        }));
        QVERIFY(!rules::shareDiscount({Money::fromFen(100)}, Money::fromFen(101)));
        QVERIFY(!rules::shareDiscount({Money::fromFen(100)}, Money::fromFen(-1)));
        const auto shares = rules::shareDiscount(amountsOf({100'00, 100'00, 100'00}), Money::fromFen(100'00));
        QCOMPARE(*shares, amountsOf({33'33, 33'34, 33'33}));
        const auto large = rules::shareDiscount(amountsOf({2'000'000'000, 1}), Money::fromFen(1'999'999'999));
        QCOMPARE(rules::sumOf(*large), Money::fromFen(1'999'999'999));
    }

    void D5_aRateIsTakenOfEachLine()
    {
        const auto discounts = rules::discountsOfPercent(amountsOf({10'05, 20'00}), *Decimal::parse(u"10"));
        QCOMPARE(*discounts, amountsOf({1'01, 2'00}));
        QVERIFY(!rules::discountsOfPercent(amountsOf({10'05}), *Decimal::parse(u"100.1")));
    }

    void D3_whatRemainsOfATotalComesToThatTotal()
    {
        QVERIFY(rc::check("remaining", [] {
            InvoiceDraft draft;
            draft.taxIncluded = *rc::gen::arbitrary<bool>();
            const int lines = *rc::gen::inRange(1, 6);
            for (int i = 0; i < lines; ++i)
                draft.lines.append(
                    lineOf(*rc::gen::inRange(1, 5'000'000), rateMillionths[*rc::gen::inRange<std::size_t>(0, 6)]));
            const qsizetype at = *rc::gen::inRange(0, lines);
            const Money total = rules::compose(draft).totals.gross();
            const auto amount = rules::remainingAmount(draft, at, total);
            RC_ASSERT(amount.has_value()); // what it is already is one that comes to it
            InvoiceDraft filled = draft;
            filled.lines[at].amount = amount;
            RC_ASSERT(rules::compose(filled).totals.gross() == total);
            if (draft.taxIncluded)
                RC_ASSERT(amount == draft.lines.at(at).amount);
        }));
    }

    void D3_aDiscountOfTheLineIsAllowedFor()
    {
        InvoiceDraft draft;
        draft.lines = {lineOf(100'00, 130'000), lineOf(1, 130'000)};
        draft.lines[1].discount = Money::fromFen(5'00);
        QCOMPARE(rules::remainingAmount(draft, 1, Money::fromFen(200'00)), Money::fromFen(105'00));
        QVERIFY(!rules::remainingAmount(draft, 1, Money::fromFen(100'00)));
        QVERIFY(!rules::remainingAmount(draft, 1, Money::fromFen(50'00)));
    }
};

QTEST_GUILESS_MAIN(RulesDesk)
#include "tst_rules_desk.moc"
