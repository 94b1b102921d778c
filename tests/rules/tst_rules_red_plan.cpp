// SPDX-License-Identifier: GPL-3.0-or-later
// The red-flush planner: from an issued invoice to what it should have been in the fewest steps.
#include "tests/rules/red_plan_cases.h"

#include <QTest>

#include <functional>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;
using namespace Qt::StringLiterals;

using PlanChange = std::function<void(InvoiceDraft &)>;
Q_DECLARE_METATYPE(PlanChange)

class TestRedPlan : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E11_nothingDiffers();
    void E11_theLeastSteps_data();
    void E11_theLeastSteps();
    void E11_whoMustConfirmAndWhatCreditDoes();
    void E11_thePartSaysWhatIsTakenBack();
    void E11_theInvoiceBesideSaysWhatComesOnTop();
    void E11_aDiscountGivenLaterIsAnAllowance();
    void E11_theReasonAskedFor_data();
    void E11_theReasonAskedFor();
    void E11_goesOnFromWhatIsLeft();
    void E11_twoReasonsWhereOneDoesNotDo();
    void E11_obstacles();
    void E11_theMarginScheme();
    void E11_noMoreThanThePlanCountsWith();
    void E11_fiveThousandLines();
};

void TestRedPlan::E11_nothingDiffers()
{
    const Invoice blue = issued(mixed());
    for (const bool used : {false, true})
        for (const bool taxIncluded : {false, true}) {
            const Reversibility may = reversibility(blue, {}, used ? ticked() : InvoiceUse());
            InvoiceDraft wanted = standingDraft(blue, may, taxIncluded);
            wanted.businessType = u"别的"_s; // stays here, as does how the buyer gets it
            wanted.buyerEmail = u"a@example.com"_s;
            QCOMPARE(told(planRed(blue, may, wanted, {}, today)), QString());
        }
}

void TestRedPlan::E11_theLeastSteps_data()
{
    QTest::addColumn<QString>("unused");
    QTest::addColumn<QString>("used");
    QTest::addColumn<PlanChange>("change");
    const auto row = [](const char *name, const QString &unused, const QString &used, PlanChange change) {
        QTest::newRow(name) << unused << used << std::move(change);
    };
    const QString anew = u"01 -433.30 | blue %1"_s;
    const auto same = [&](const char *name, const QString &steps, PlanChange change) {
        row(name, steps, steps, std::move(change));
    };
    same("another buyer", anew.arg(u"433.30"), [](InvoiceDraft &d) { d.buyer.name = u"别的公司"_s; });
    same("another kind", anew.arg(u"433.30"), [](InvoiceDraft &d) { d.kind = InvoiceKind::Special; });
    same("another remark", anew.arg(u"433.30"), [](InvoiceDraft &d) { d.remark = u"合同一号"_s; });
    same("another item", anew.arg(u"433.30"), [](InvoiceDraft &d) { d.lines[0].item = u"铅笔"_s; });
    same("another rate", anew.arg(u"433.30"), [](InvoiceDraft &d) { d.lines[0].rate = rateOf(90); });
    same("a higher price", anew.arg(u"440.00"), [](InvoiceDraft &d) { d.lines[0].price = Decimal(34); });
    row("fewer pieces", anew.arg(u"333.31"), u"02 -99.99"_s, [](InvoiceDraft &d) { d.lines[0].quantity = Decimal(7); });
    row("no goods", anew.arg(u"100.00"), u"02 -333.30"_s, [](InvoiceDraft &d) { d.lines.removeFirst(); });
    row("less of the service", anew.arg(u"393.30"), u"03 -40.00"_s,
        [](InvoiceDraft &d) { d.lines[1].amount = yuan("60.00"); });
    row("no service", anew.arg(u"333.30"), u"03 -100.00"_s, [](InvoiceDraft &d) { d.lines.removeLast(); });
    row("a lower price", anew.arg(u"400.00"), u"04 -33.30"_s, [](InvoiceDraft &d) { d.lines[0].price = Decimal(30); });
    row("less for both", anew.arg(u"390.00"), u"04 -43.30"_s, [](InvoiceDraft &d) {
        d.lines[0].price = Decimal(30);
        d.lines[1].amount = yuan("90.00");
    });
    same("less of both", anew.arg(u"303.31"), [](InvoiceDraft &d) { // two parts are no fewer steps
        d.lines[0].quantity = Decimal(7);
        d.lines[1].amount = yuan("70.00");
    });
    same("fewer at a lower price", anew.arg(u"310.00"), [](InvoiceDraft &d) {
        d.lines[0].quantity = Decimal(7);
        d.lines[0].price = Decimal(30);
    });
    same("more pieces", u"blue 99.99"_s, [](InvoiceDraft &d) { d.lines[0].quantity = Decimal(13); });
    // 66.66 bears 8.67, but 399.96 only 8.66 more than 333.30.
    same("not to the fen", anew.arg(u"499.96"), [](InvoiceDraft &d) { d.lines[0].quantity = Decimal(12); });
    same("more of the service", u"blue 50.00"_s, [](InvoiceDraft &d) { d.lines[1].amount = yuan("150.00"); });
    same("another line", u"blue 5.00"_s,
        [](InvoiceDraft &d) { d.lines.append(lineOf(u"尺"_s, pens, "1", "5.00", 130)); });
    same("fewer of one, more of the other", anew.arg(u"383.31"), [](InvoiceDraft &d) {
        d.lines[0].quantity = Decimal(7);
        d.lines[1].amount = yuan("150.00");
    });
}

void TestRedPlan::E11_theLeastSteps()
{
    QFETCH(const QString, unused);
    QFETCH(const QString, used);
    QFETCH(const PlanChange, change);
    InvoiceDraft wanted = mixed();
    change(wanted);
    QCOMPARE(told(proposal(mixed(), wanted, false)), unused);
    QCOMPARE(told(proposal(mixed(), wanted, true)), used);
    // Entered with tax it is the same.
    QCOMPARE(told(proposal(mixed(), switchTaxIncluded(wanted, true), true)), used);
}

void TestRedPlan::E11_whoMustConfirmAndWhatCreditDoes()
{
    InvoiceDraft wanted = mixed();
    wanted.buyer.name = u"别的公司"_s;
    RedPlan plan = proposal(mixed(), wanted, false).plan;
    QVERIFY(!plan.steps.at(0).confirmer && !plan.steps.at(1).confirmer);
    QCOMPARE(plan.steps.at(0).credit, yuan("433.30"));
    QCOMPARE(plan.steps.at(1).credit, yuan("-433.30"));
    QCOMPARE(plan.credit(), Money());
    QVERIFY(plan.steps.at(1).draft.serial.isEmpty());

    const RedProposal later = proposal(mixed(), wanted, true, {}, QDate(2026, 4, 1));
    QCOMPARE(later.plan.steps.at(0).confirmer, Side::Buyer);
    QCOMPARE(later.plan.credit(), yuan("-433.30")); // of another month: nothing comes back
    QCOMPARE(later.findings, QList<Finding>());
    // He has until April; then it would be.
    QCOMPARE(told(proposal(mixed(), wanted, true, {}, QDate(2026, 3, 29))), u"01 -433.30 | blue 433.30 | warning@"_s);
    QCOMPARE(told(proposal(mixed(), wanted, true, {}, QDate(2026, 3, 28))), u"01 -433.30 | blue 433.30"_s);

    InvoiceDraft person = mixed(); // does not confirm
    person.naturalPerson = true;
    person.buyer = {u"张三"_s, {}, {}, {}, {}, {}};
    QVERIFY(!proposal(person, std::nullopt, true).plan.steps.at(0).confirmer);
}

void TestRedPlan::E11_thePartSaysWhatIsTakenBack()
{
    InvoiceDraft wanted = mixed();
    wanted.lines[0].quantity = Decimal(7);
    const RedForm form = proposal(mixed(), wanted, true).plan.steps.first().form;
    QCOMPARE(form.reason, RedReason::GoodsReturned);
    QCOMPARE(form.enteredBy, Side::Seller);
    QCOMPARE(form.blueNumber, u"26112000000000000001"_s);
    QCOMPARE(form.lines.size(), 1);
    QCOMPARE(form.lines.first().blueLine, 1);
    QCOMPARE(form.lines.first().quantity, Decimal(-3));
    QCOMPARE(form.lines.first().net, yuan("-99.99"));
    QCOMPARE(form.lines.first().tax, yuan("-13.00")); // 43.33 less the 30.33 of seven

    wanted = mixed();
    wanted.lines[0].price = Decimal(30);
    const RedFormLine allowance = proposal(mixed(), wanted, true).plan.steps.first().form.lines.first();
    QVERIFY(!allowance.quantity && !allowance.price);
    QCOMPARE(allowance.net, yuan("-33.30"));
}

void TestRedPlan::E11_theInvoiceBesideSaysWhatComesOnTop()
{
    InvoiceDraft wanted = mixed();
    wanted.serial = u"S1"_s;
    wanted.lines[0].quantity = Decimal(13);
    wanted.lines[1].amount = yuan("100.01");
    wanted.lines.append(lineOf(u"尺"_s, pens, "2", "5.00", 130));
    const RedPlan plan = proposal(mixed(), wanted, true).plan;
    QCOMPARE(plan.steps.size(), 1);
    const InvoiceDraft draft = plan.steps.first().draft;
    QVERIFY(draft.serial.isEmpty());
    QCOMPARE(draft.buyer, mixed().buyer);
    const Composed composed = compose(draft);
    QCOMPARE(composed.findings, QList<Finding>());
    QCOMPARE(composed.lines.size(), 3);
    QCOMPARE(composed.lines.at(0).quantity, Decimal(3));
    QCOMPARE(composed.lines.at(0).net, yuan("99.99"));
    QCOMPARE(composed.lines.at(1).net, yuan("0.01"));
    QCOMPARE(composed.lines.at(2).net, yuan("10.00"));
    QCOMPARE(plan.steps.first().credit, yuan("-110.00"));
}

void TestRedPlan::E11_aDiscountGivenLaterIsAnAllowance()
{
    InvoiceDraft wanted = mixed();
    wanted.lines[0].discount = yuan("33.30");
    QCOMPARE(told(proposal(mixed(), wanted, true)), u"04 -33.30"_s);
    QCOMPARE(told(proposal(wanted, mixed(), true)), u"01 -400.00 | blue 433.30"_s); // the price was too low
    QCOMPARE(told(proposal(wanted, wanted, true)), QString());
}

void TestRedPlan::E11_theReasonAskedFor_data()
{
    QTest::addColumn<RedReason>("reason");
    QTest::addColumn<QString>("steps");
    QTest::addColumn<PlanChange>("change");
    QTest::newRow("mistake") << RedReason::Mistake << u"01 -433.30 | blue 333.31"_s
                             << PlanChange([](InvoiceDraft &d) { d.lines[0].quantity = Decimal(7); });
    QTest::newRow("goods returned") << RedReason::GoodsReturned << u"02 -99.99"_s
                                    << PlanChange([](InvoiceDraft &d) { d.lines[0].quantity = Decimal(7); });
    QTest::newRow("no goods") << RedReason::ServiceStopped << u"error@reason"_s
                              << PlanChange([](InvoiceDraft &d) { d.lines[0].quantity = Decimal(7); });
    QTest::newRow("an allowance of all") << RedReason::Allowance << u"04 -333.30"_s
                                         << PlanChange([](InvoiceDraft &d) { d.lines.removeFirst(); });
    QTest::newRow("both for less, as if stopped")
        << RedReason::ServiceStopped << u"03 -40.00"_s
        << PlanChange([](InvoiceDraft &d) { d.lines[1].amount = yuan("60.00"); });
}

void TestRedPlan::E11_theReasonAskedFor()
{
    QFETCH(const RedReason, reason);
    QFETCH(const QString, steps);
    QFETCH(const PlanChange, change);
    InvoiceDraft wanted = mixed();
    change(wanted);
    QCOMPARE(told(proposal(mixed(), wanted, true, reason)), steps);
}

void TestRedPlan::E11_goesOnFromWhatIsLeft()
{
    const Invoice blue = issued(mixed());
    const InvoiceLine line = reversibleLines(blue).first();
    const RedFormLine three = *reversedByQuantity(line, RedReason::GoodsReturned, Decimal(3));
    const Reversibility may = reversibility(blue, {three}, ticked());
    InvoiceDraft wanted = standingDraft(blue, may, false);
    QCOMPARE(wanted.lines.first().quantity, Decimal(7));
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), QString());
    setCount(wanted.lines[0], "5");
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), u"02 -66.66"_s);
    // 开票有误 is not to be had any more; goods and services go for reasons of their own.
    QCOMPARE(told(planRed(blue, may, std::nullopt, {}, today)), u"02 -233.31 | 03 -100.00"_s);
    wanted = standingDraft(blue, may, false);
    wanted.remark = u"合同一号"_s;
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), u"02 -233.31 | 03 -100.00 | blue 333.31"_s);

    // After an allowance the pieces cost less.
    const RedFormLine less = *reversedByAmount(line, RedReason::Allowance, yuan("33.30"));
    const Reversibility afterwards = reversibility(blue, {less}, ticked());
    wanted = standingDraft(blue, afterwards, true);
    QCOMPARE(told(planRed(blue, afterwards, wanted, {}, today)), QString());
    QCOMPARE(compose(wanted).totals.net, yuan("400.00"));

    // All is reversed: what should have been is issued anew.
    QList<RedFormLine> all;
    for (const InvoiceLine &one : may.left)
        all.append(reversedWhole(one, RedReason::Allowance));
    const Reversibility none = reversibility(blue, QList<RedFormLine>{three} + all, ticked());
    QVERIFY(none.left.isEmpty());
    QCOMPARE(told(planRed(blue, none, mixed(), {}, today)), u"blue 433.30"_s);
    QCOMPARE(told(planRed(blue, none, std::nullopt, {}, today)), QString());
}

void TestRedPlan::E11_twoReasonsWhereOneDoesNotDo()
{
    const Invoice blue = issued(mixed());
    const RedFormLine one = *reversedByQuantity(reversibleLines(blue).first(), RedReason::GoodsReturned, Decimal(1));
    const Reversibility may = reversibility(blue, {one}, ticked());
    InvoiceDraft wanted = standingDraft(blue, may, false);
    setCount(wanted.lines[0], "7");
    wanted.lines[1].amount = yuan("70.00");
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), u"02 -66.66 | 03 -30.00"_s);
    wanted.lines[1].amount = yuan("170.00");
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), u"02 -66.66 | blue 70.00"_s);
    wanted.lines[0].price = Decimal(40);
    setCount(wanted.lines[0], "7"); // the seven left are taken back and billed again
    wanted.lines[1].amount = yuan("100.00");
    QCOMPARE(told(planRed(blue, may, wanted, {}, today)), u"02 -299.97 | blue 280.00"_s);
}

void TestRedPlan::E11_obstacles()
{
    const Invoice blue = issued(mixed());
    InvoiceUse locked;
    locked.locked = true;
    const Reversibility may = reversibility(blue, {}, locked);
    const RedProposal none = planRed(blue, may, std::nullopt, {}, today);
    QCOMPARE(told(none), u"error@"_s);
    QCOMPARE(none.findings.first().text, may.obstacle);
    InvoiceDraft more = mixed();
    more.lines[0].quantity = Decimal(13); // needs no reversal
    QCOMPARE(told(planRed(blue, may, more, {}, today)), u"blue 99.99"_s);
    more.lines[0].price.reset(); // half entered
    QCOMPARE(told(planRed(blue, may, more, {}, today)), u"error@amount"_s);
    Invoice refused = blue;
    refused.state = InvoiceState::Refused;
    QCOMPARE(told(planRed(refused, reversibility(refused, {}, {}), mixed(), {}, today)), u"error@"_s);
}

void TestRedPlan::E11_theMarginScheme()
{
    InvoiceDraft draft = mixed();
    draft.lines = {lineOf(u"停车"_s, parking, "", "1000.00", 60)};
    draft.lines.first().amount = yuan("1000.00");
    draft.taxIncluded = true;
    draft.taxMode = TaxMode::MarginNet;
    DeductionVoucher voucher;
    voucher.number = u"1"_s;
    voucher.total = voucher.used = yuan("400.00");
    draft.vouchers = {voucher};
    InvoiceDraft wanted = draft;
    QCOMPARE(told(proposal(draft, wanted, true)), QString());
    wanted.lines.first().amount = yuan("900.00");
    const RedPlan plan = proposal(draft, wanted, true).plan;
    QCOMPARE(plan.steps.size(), 2);
    QCOMPARE(plan.steps.first().form.totals.net, -issued(draft).totals.net);
    QCOMPARE(plan.steps.last().draft.vouchers.size(), 1);
}

void TestRedPlan::E11_noMoreThanThePlanCountsWith()
{
    const Invoice blue = issued(mixed());
    const Reversibility may = reversibility(blue, {}, ticked());
    InvoiceDraft wanted = mixed();
    wanted.buyer.name = u"别的公司"_s;
    RedPlan plan = planRed(blue, may, wanted, {}, today).plan;
    QVERIFY(standsAsPlanned(plan, may));
    const RedFormLine one = *reversedByQuantity(reversibleLines(blue).first(), RedReason::GoodsReturned, Decimal(1));
    QVERIFY(!standsAsPlanned(plan, reversibility(blue, {one}, ticked())));
    plan.steps[0].state = RedPlanStepState::Done;
    QVERIFY(!standsAsPlanned(plan, may));
    QVERIFY(standsAsPlanned(plan, reversibility(blue, plan.steps.at(0).form.lines, ticked())));
}

void TestRedPlan::E11_fiveThousandLines()
{
    InvoiceDraft draft = mixed();
    draft.lines.clear();
    for (int i = 0; i < 5000; ++i) { // half of them the same thing, at their own prices
        DraftLine line = lineOf(i % 2 == 0 ? u"笔"_s : u"物%1"_s.arg(i), pens, "10", "1", 130);
        line.price = Decimal::fromParts(100 + i, 2);
        draft.lines.append(line);
    }
    InvoiceDraft wanted = draft;
    wanted.lines[2000].quantity = Decimal(7);
    wanted.lines.removeAt(3001);
    QCOMPARE(told(proposal(draft, wanted, true)), u"02 -373.10"_s);
    wanted.remark = u"合同一号"_s;
    QCOMPARE(proposal(draft, wanted, true).plan.steps.size(), 2);
}

QTEST_GUILESS_MAIN(TestRedPlan)
#include "tst_rules_red_plan.moc"
