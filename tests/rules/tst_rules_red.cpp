// SPDX-License-Identifier: GPL-3.0-or-later
// Red invoices: what of a blue invoice can be reversed, for which reason, and how parts of it add up.
#include "core/rules/copies.h"
#include "core/rules/red_reversal.h"
#include "core/rules/totals.h"
#include "tests/rules/check_cases.h"

#include <QTest>

#include <rapidcheck.h>

#include <functional>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;
using namespace Qt::StringLiterals;

namespace
{
DraftLine draftLine(const char *code, const char *quantity, const char *price, int tenths)
{
    DraftLine line = Case::good().line();
    line.classification = QString::fromLatin1(code);
    line.shortName = u"简称"_s;
    line.quantity = *quantity == '\0' ? std::nullopt : Decimal::parse(QString::fromLatin1(quantity));
    line.price = line.quantity ? Decimal::parse(QString::fromLatin1(price)) : std::nullopt;
    line.amount = line.quantity ? std::nullopt : std::optional(yuan(price));
    line.rate = rateOf(tenths);
    return line;
}

constexpr const char *pens = "1060402019900000000";
constexpr const char *parking = "3040502020200000000";

Invoice blueOf(const QList<DraftLine> &lines, TaxMode mode = TaxMode::Ordinary)
{
    InvoiceDraft draft = Case::good().draft;
    draft.taxIncluded = false;
    draft.taxMode = mode;
    draft.lines = lines;
    const Composed composed = compose(draft);
    Invoice blue;
    static_cast<InvoiceHead &>(blue) = draft;
    blue.number = u"26112000000000000001"_s;
    blue.state = InvoiceState::Issued;
    blue.seller = {u"演练云杉科技有限公司"_s, u"91110000YL0000012K"_s, {}, {}, {}, {}};
    blue.lines = composed.lines;
    blue.totals = composed.totals;
    return blue;
}

/// Ten pens of 33.33 with 13 %, and parking for 100.00 with 9 %.
Invoice mixed()
{
    return blueOf({draftLine(pens, "10", "33.33", 130), draftLine(parking, "", "100.00", 90)});
}

InvoiceUse used()
{
    InvoiceUse use;
    use.vatUse = u"1"_s;
    return use;
}

QList<RedFormLine> wholeOf(const QList<InvoiceLine> &left, RedReason reason)
{
    QList<RedFormLine> out;
    for (const InvoiceLine &line : left)
        out.append(reversedWhole(line, reason));
    return out;
}

QStringList errorsOf(const RedForm &form, const Invoice &blue, const Reversibility &may)
{
    QStringList out;
    for (const Finding &finding : checkRedForm(form, blue, may))
        out.append(u"%1@%2"_s.arg(finding.field).arg(finding.line));
    return out;
}
} // namespace

class TestRedRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E2_discountsAreTakenOffTheirLines();
    void E2_anUnusedInvoiceIsReversedWholeByTheSeller();
    void E2_reasonsByCode();
    void E2_whatEachReasonLeavesToEnter();
    void E2_partsByQuantity();
    void E2_partsByAmount();
    void E2_theTaxGoesWithTheAmount();
    void E2_nothingBeyondWhatIsLeft();
    void E2_nothingElseMayChange();
    void E2_obstacles_data();
    void E2_obstacles();
    void E2_theMarginSchemeIsReversedWhole();
    void E4_theRedInvoiceSaysWhatTheFormSays();
    void D7_aCopyOfARedInvoiceIsBlue();
    void E2_partsNeverAddUpToMoreThanTheWhole();
};

void TestRedRules::E2_discountsAreTakenOffTheirLines()
{
    DraftLine first = draftLine(pens, "3", "100", 130);
    first.discount = yuan("10.00");
    DraftLine gift = draftLine(pens, "1", "5", 130);
    gift.discount = yuan("5.00");
    const Invoice blue = blueOf({first, gift, draftLine(pens, "1", "7", 130)});
    QCOMPARE(blue.lines.size(), 5);
    const QList<InvoiceLine> lines = reversibleLines(blue);
    QCOMPARE(lines.size(), 2); // nothing of the gift can be reversed
    QCOMPARE(lines.at(0).number, 1);
    QCOMPARE(lines.at(0).net, yuan("290.00"));
    QCOMPARE(lines.at(0).tax, yuan("37.70"));
    QCOMPARE(lines.at(0).quantity, Decimal(3));
    QCOMPARE(lines.at(0).price->toString(), u"96.6666666666667"_s);
    QCOMPARE(lines.at(1).number, 5);
}

void TestRedRules::E2_anUnusedInvoiceIsReversedWholeByTheSeller()
{
    const Invoice blue = mixed();
    const Reversibility may = reversibility(blue, {}, {});
    QVERIFY(may.wholeOnly && !may.used && may.obstacle.isEmpty());
    QList<RedFormLine> lines = wholeOf(may.left, RedReason::Mistake);
    RedForm form = composeRedForm(blue, Side::Seller, RedReason::Mistake, lines);
    QCOMPARE(errorsOf(form, blue, may), QStringList());
    QCOMPARE(form.totals.net, yuan("-433.30"));
    QCOMPARE(form.totals.tax, -blue.totals.tax);
    form.enteredBy = Side::Buyer;
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"enteredBy@-1"_s});
    lines.removeLast();
    form = composeRedForm(blue, Side::Seller, RedReason::Mistake, lines);
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"@-1"_s});
    InvoiceUse posted;
    posted.posting = u"02"_s;
    QVERIFY(!reversibility(blue, {}, posted).wholeOnly);
    posted.posting = u"03"_s; // taken back
    QVERIFY(reversibility(blue, {}, posted).wholeOnly);
}

void TestRedRules::E2_reasonsByCode()
{
    using Reasons = QList<RedReason>;
    const Invoice goods = blueOf({draftLine(pens, "10", "33.33", 130)});
    const Invoice service = blueOf({draftLine(parking, "", "100.00", 90)});
    QCOMPARE(reversibility(goods, {}, {}).reasons,
        (Reasons{RedReason::Mistake, RedReason::GoodsReturned, RedReason::Allowance}));
    QCOMPARE(reversibility(service, {}, {}).reasons,
        (Reasons{RedReason::Mistake, RedReason::ServiceStopped, RedReason::Allowance}));
    // All of a mixed invoice has no other reason than these two; its lines one by one have.
    QCOMPARE(reversibility(mixed(), {}, {}).reasons, (Reasons{RedReason::Mistake, RedReason::Allowance}));
    QCOMPARE(reversibility(mixed(), {}, used()).reasons.size(), 4);

    const Reversibility may = reversibility(mixed(), {}, used());
    const RedForm form =
        composeRedForm(mixed(), Side::Seller, RedReason::GoodsReturned, wholeOf(may.left, RedReason::GoodsReturned));
    QCOMPARE(errorsOf(form, mixed(), may), QStringList{u"classification@1"_s});
    // 开票有误 is not to be had any more once a part is reversed.
    const auto part = reversedByQuantity(may.left.first(), RedReason::GoodsReturned, Decimal(1));
    QVERIFY(part);
    QVERIFY(!reversibility(mixed(), {*part}, used()).reasons.contains(RedReason::Mistake));
}

void TestRedRules::E2_whatEachReasonLeavesToEnter()
{
    const InvoiceLine line = reversibleLines(mixed()).first();
    QVERIFY(!reversedByQuantity(line, RedReason::Mistake, Decimal(1)));
    QVERIFY(!reversedByAmount(line, RedReason::Mistake, yuan("1.00")));
    QVERIFY(reversedByQuantity(line, RedReason::GoodsReturned, Decimal(1)));
    QVERIFY(reversedByQuantity(line, RedReason::GoodsReturned, *Decimal::parse(u"1.1234567890123")));
    QVERIFY(!reversedByQuantity(line, RedReason::GoodsReturned, *Decimal::parse(u"1.12345678901234"))); // 13 decimals
    QVERIFY(!reversedByAmount(line, RedReason::GoodsReturned, yuan("1.00")));
    QVERIFY(reversedByQuantity(line, RedReason::ServiceStopped, Decimal(1)));
    QVERIFY(reversedByAmount(line, RedReason::ServiceStopped, yuan("33.33"))->quantity == Decimal(-1));
    QVERIFY(!reversedByQuantity(line, RedReason::Allowance, Decimal(1)));
    const auto allowance = reversedByAmount(line, RedReason::Allowance, yuan("50.00"));
    QVERIFY(allowance && !allowance->quantity && !allowance->price);
    QVERIFY(!reversedWhole(line, RedReason::Allowance).quantity);
}

void TestRedRules::E2_partsByQuantity()
{
    const Invoice blue = mixed();
    const InvoiceLine line = reversibleLines(blue).first();
    const auto three = reversedByQuantity(line, RedReason::GoodsReturned, Decimal(3));
    QVERIFY(three);
    QCOMPARE(three->net, yuan("-99.99"));
    QCOMPARE(three->tax, yuan("-13.00"));
    QCOMPARE(three->quantity, Decimal(-3));
    QCOMPARE(three->price, line.price);
    QVERIFY(!reversedByQuantity(line, RedReason::GoodsReturned, Decimal(11)));
    QVERIFY(!reversedByQuantity(line, RedReason::GoodsReturned, Decimal()));
    const InvoiceLine left = remainingLines(blue, {*three}).first();
    QCOMPARE(left.quantity, Decimal(7));
    QCOMPARE(left.net, yuan("233.31"));
    // The rest takes all that is left, though 233.31 × 13 % would be 30.33.
    const RedFormLine rest = reversedWhole(left, RedReason::GoodsReturned);
    QCOMPARE(rest.tax + three->tax, -line.tax);
    QCOMPARE(remainingLines(blue, {*three, rest}).size(), 1); // the parking
}

void TestRedRules::E2_partsByAmount()
{
    const Invoice blue = mixed();
    const InvoiceLine line = reversibleLines(blue).first();
    const auto allowance = reversedByAmount(line, RedReason::Allowance, yuan("33.30"));
    QVERIFY(allowance);
    // What is left comes to 300.00 for ten: the price stays, so that a return of the rest counts fewer pieces.
    const InvoiceLine left = remainingLines(blue, {*allowance}).first();
    QCOMPARE(left.net, yuan("300.00"));
    const RedFormLine rest = reversedWhole(left, RedReason::GoodsReturned);
    QCOMPARE(rest.net, yuan("-300.00"));
    const Reversibility may = reversibility(blue, {*allowance}, used());
    QCOMPARE(errorsOf(composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {rest}), blue, may), QStringList());
    QVERIFY(*rest.quantity > Decimal(-10));
}

void TestRedRules::E2_theTaxGoesWithTheAmount()
{
    // 0.10 with 13 % bears 0.01; of 0.09 the platform would reckon the same 0.01 and leave 0.01 without tax.
    const Invoice blue = blueOf({draftLine(pens, "", "0.10", 130)});
    const InvoiceLine line = reversibleLines(blue).first();
    const auto part = reversedByAmount(line, RedReason::Allowance, yuan("0.09"));
    QVERIFY(part);
    QCOMPARE(part->tax, Money());
    const Reversibility may = reversibility(blue, {}, used());
    RedForm form = composeRedForm(blue, Side::Seller, RedReason::Allowance, {*part});
    QCOMPARE(errorsOf(form, blue, may), QStringList());
    form.lines.first().tax = form.totals.tax = yuan("-0.01");
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"tax@0"_s});
}

void TestRedRules::E2_nothingBeyondWhatIsLeft()
{
    const Invoice blue = mixed();
    const Reversibility may = reversibility(blue, {}, used());
    const auto part = reversedByQuantity(may.left.first(), RedReason::GoodsReturned, Decimal(3));
    RedForm form = composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*part});
    form.lines.first().quantity = Decimal(-11);
    form.lines.first().net = form.totals.net = yuan("-366.63");
    QCOMPARE(errorsOf(form, blue, may), (QStringList{u"quantity@0"_s, u"net@0"_s}));
    form = composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*part, *part});
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"blueLine@1"_s});
    form = composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*part});
    form.totals.net += yuan("0.01");
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"@-1"_s});
    form = composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {});
    QCOMPARE(errorsOf(form, blue, may), QStringList{u"@-1"_s});
}

void TestRedRules::E2_nothingElseMayChange()
{
    const Invoice blue = mixed();
    const Reversibility may = reversibility(blue, {}, used());
    const RedFormLine good = *reversedByQuantity(may.left.first(), RedReason::GoodsReturned, Decimal(3));
    const auto errorsWith = [&](const std::function<void(RedFormLine &)> &change) {
        RedFormLine line = good;
        change(line);
        return errorsOf(composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {line}), blue, may);
    };
    QCOMPARE(errorsWith([](RedFormLine &) {}), QStringList());
    QCOMPARE(errorsWith([](RedFormLine &l) { l.item = u"别的"_s; }), QStringList{u"item@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.shortName = u"别的"_s; }), QStringList{u"item@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.unit = u"箱"_s; }), QStringList{u"item@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.price = Decimal(30); }), QStringList{u"price@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.price.reset(); }), QStringList{u"quantity@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.net = yuan("-99.97"); }), QStringList{u"net@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.tax = yuan("-13.05"); }), QStringList());
    QCOMPARE(errorsWith([](RedFormLine &l) { l.tax = yuan("-13.06"); }), QStringList{u"tax@0"_s});
    QCOMPARE(errorsWith([](RedFormLine &l) { l.tax = yuan("13.00"); }), QStringList{u"tax@0"_s});
}

void TestRedRules::E2_obstacles_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("stands");
    QTest::newRow("void") << u"fpzt"_s << u"2"_s << true;
    QTest::newRow("in order") << u"fpzt"_s << u"0"_s << false;
    QTest::newRow("abnormal") << u"ycpzzt"_s << u"02"_s << true;
    QTest::newRow("doubtful") << u"ycpzzt"_s << u"03"_s << false;
    QTest::newRow("locked") << u"hzsdbs"_s << u"Y"_s << true;
    for (const char *use : {"2", "3", "5", "7", "9", "10", "11"})
        QTest::addRow("use %s", use) << u"fpyt"_s << QString::fromLatin1(use) << true;
    for (const char *use : {"0", "1", "4", "6", "8"})
        QTest::addRow("use %s", use) << u"fpyt"_s << QString::fromLatin1(use) << false;
}

void TestRedRules::E2_obstacles()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const bool, stands);
    InvoiceUse use;
    (field == u"fpzt" ? use.status : field == u"fpyt" ? use.vatUse : use.voucherState) = value;
    use.locked = field == u"hzsdbs";
    if (use.locked)
        use.voucherState.clear();
    const Reversibility may = reversibility(mixed(), {}, use);
    QCOMPARE(!may.obstacle.isEmpty(), stands);
    QCOMPARE(may.reasons.isEmpty(), stands);
    const RedForm form =
        composeRedForm(mixed(), Side::Seller, RedReason::Mistake, wholeOf(may.left, RedReason::Mistake));
    QCOMPARE(errorsOf(form, mixed(), may), stands ? QStringList{u"@-1"_s} : QStringList());
}

void TestRedRules::E2_theMarginSchemeIsReversedWhole()
{
    InvoiceDraft draft = Case::good().draft;
    Invoice blue = blueOf({draftLine(parking, "", "10000.00", 50)});
    blue.taxMode = TaxMode::MarginNet;
    blue.lines.first().deduction = yuan("8000.00");
    blue.lines.first().net = blue.totals.net = yuan("9904.76");
    blue.lines.first().tax = blue.totals.tax = yuan("95.24");
    const Reversibility may = reversibility(blue, {}, used());
    QVERIFY(may.wholeOnly);
    const RedForm whole = composeRedForm(blue, Side::Buyer, RedReason::Mistake, wholeOf(may.left, RedReason::Mistake));
    QCOMPARE(errorsOf(whole, blue, may), QStringList());
    const auto part = reversedByAmount(may.left.first(), RedReason::Allowance, yuan("100.00"));
    QVERIFY(part);
    QCOMPARE(
        errorsOf(composeRedForm(blue, Side::Buyer, RedReason::Allowance, {*part}), blue, may), QStringList{u"@-1"_s});
    QCOMPARE(redInvoice(whole, blue).lines.first().deduction, yuan("-8000.00"));
}

void TestRedRules::E4_theRedInvoiceSaysWhatTheFormSays()
{
    Invoice blue = mixed();
    blue.naturalPerson = true;
    blue.buyer.name = u"张三"_s;
    blue.remark = u"合同一号"_s;
    const Reversibility may = reversibility(blue, {}, {});
    RedForm form = composeRedForm(blue, Side::Seller, RedReason::Mistake, wholeOf(may.left, RedReason::Mistake));
    form.number = u"11010126110000000001"_s;
    form.uuid = u"0123456789abcdef0123456789abcdef"_s;
    QCOMPARE(form.buyer.name, u"张三（个人）"_s);
    const Invoice red = redInvoice(form, blue);
    QVERIFY(red.isRed() && !blue.isRed());
    QCOMPARE(red.reversal, (Reversal{blue.number, form.number, form.uuid}));
    QCOMPARE(red.printedBuyerName(), u"张三（个人）"_s);
    QCOMPARE(red.remark, QString()); // the face says which invoice it reverses
    QCOMPARE(red.totals.net, -blue.totals.net);
    QCOMPARE(red.totals.tax, -blue.totals.tax);
    QCOMPARE(red.lines.size(), 2);
    QCOMPARE(red.lines.at(1).blueLine, 2);
    QCOMPARE(red.lines.at(0).quantity, Decimal(-10));
    QCOMPARE(red.lines.at(0).price, blue.lines.at(0).price);
    QVERIFY(!reversibility(red, {}, {}).obstacle.isEmpty()); // and is not reversed itself
}

void TestRedRules::D7_aCopyOfARedInvoiceIsBlue()
{
    const Invoice blue = mixed();
    const Reversibility may = reversibility(blue, {}, {});
    const Invoice red =
        redInvoice(composeRedForm(blue, Side::Seller, RedReason::Mistake, wholeOf(may.left, RedReason::Mistake)), blue);
    const Composed composed = compose(copyOf(red, false));
    QCOMPARE(composed.findings, QList<Finding>());
    QCOMPARE(composed.totals, blue.totals);
    QCOMPARE(composed.lines, blue.lines);
}

void TestRedRules::E2_partsNeverAddUpToMoreThanTheWhole()
{
    const bool held = rc::check("parts of an invoice add up", [] {
        QList<DraftLine> lines;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) {
            DraftLine line = draftLine(*rc::gen::element(pens, parking), "1", "1", *rc::gen::element(0, 10, 60, 130));
            line.quantity = Decimal::fromParts(*rc::gen::inRange(1, 100'000), *rc::gen::inRange(0, 3));
            line.price = Decimal::fromParts(*rc::gen::inRange(1, 1'000'000), *rc::gen::inRange(0, 4));
            lines.append(line);
        }
        const Invoice blue = blueOf(lines);
        RC_PRE(blue.totals.net > Money());
        QList<RedFormLine> taken;
        for (int step = 0; step < 12; ++step) {
            const Reversibility may = reversibility(blue, taken, used());
            if (may.left.isEmpty())
                break;
            RC_ASSERT(may.obstacle.isEmpty());
            const InvoiceLine &left = may.left.at(*rc::gen::inRange(0, static_cast<int>(may.left.size())));
            const bool goods = left.classification == QLatin1StringView(pens);
            const RedReason reason = *rc::gen::arbitrary<bool>() ? RedReason::Allowance
                                     : goods                     ? RedReason::GoodsReturned
                                                                 : RedReason::ServiceStopped;
            std::optional<RedFormLine> red;
            const int part = *rc::gen::inRange(1, 101);
            if (part == 100)
                red = reversedWhole(left, reason);
            else if (reason == RedReason::Allowance || (!goods && part % 2 == 0))
                red = reversedByAmount(left, reason, Money::fromFen(left.net.fen() * part / 100));
            else if (left.quantity)
                red = reversedByQuantity(
                    left, reason, Decimal::product(*left.quantity, Decimal::fromParts(part, 2))->rounded(3));
            if (!red)
                continue;
            const RedForm form = composeRedForm(blue, Side::Seller, reason, {*red});
            const QList<Finding> findings = checkRedForm(form, blue, may);
            RC_ASSERT(findings.isEmpty());
            taken.append(*red);
        }
        for (const InvoiceLine &line : reversibleLines(blue)) {
            Money net = line.net;
            Money tax = line.tax;
            for (const RedFormLine &red : std::as_const(taken)) {
                net += red.blueLine == line.number ? red.net : Money();
                tax += red.blueLine == line.number ? red.tax : Money();
            }
            RC_ASSERT(net >= Money() && tax >= Money());
            RC_ASSERT(!net.isZero() || tax.isZero());
        }
    });
    QVERIFY(held);
}

QTEST_GUILESS_MAIN(TestRedRules)
#include "tst_rules_red.moc"
