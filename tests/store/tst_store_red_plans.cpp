// SPDX-License-Identifier: GPL-3.0-or-later
#include "books.h"

#include "core/base/clock.h"

using namespace kp;
using namespace kp::store;
using namespace Qt::StringLiterals;

namespace
{
RedPlan planFor(CompanyId company, const QString &blueNumber)
{
    InvoiceDraft draft;
    draft.serial = u"2026092112345678ABCD"_s;
    draft.taxIncluded = false;
    draft.buyer.name = u"乙练习有限公司"_s;
    draft.remark = u"第一行\n第二行"_s;
    DraftLine keyboard;
    keyboard.item = u"键盘"_s;
    keyboard.classification = u"1090511030000000000"_s;
    keyboard.quantity = Decimal::parse(u"0.5"_s);
    keyboard.price = Decimal::parse(u"100.0000000000001"_s);
    keyboard.amount = Money::fromFen(50'00);
    keyboard.keptTax = Money::fromFen(6'51);
    keyboard.rate = TaxRate::fromMillionths(130'000);
    draft.lines = {keyboard};

    RedPlan plan;
    plan.company = company;
    plan.blueNumber = blueNumber;
    plan.wanted = draft;
    plan.reason = RedReason::Mistake;
    plan.base = {{1, {Money::fromFen(100'00), Money::fromFen(13'00)}}, {3, {Money::fromFen(1), Money()}}};
    plan.begunBy = u"admin"_s;
    plan.begunAt = Clock::chinaTime(startMs);
    RedPlanStep red;
    red.kind = RedPlanStepKind::Reverse;
    red.form.company = company;
    red.form.seller.name = u"甲练习有限公司"_s;
    red.form.blueNumber = blueNumber;
    red.form.blueIssuedAt = Clock::chinaTime(startMs - 1000);
    red.form.blueTotals = {Money::fromFen(100'01), Money::fromFen(13'00)};
    red.form.kind = InvoiceKind::Special;
    red.form.totals = {Money::fromFen(-100'00), Money::fromFen(-13'00)};
    RedFormLine line;
    line.number = 1;
    line.blueLine = 3;
    line.item = u"键盘"_s;
    line.quantity = Decimal::parse(u"-0.5"_s);
    line.price = Decimal(200);
    line.net = red.form.totals.net;
    line.tax = red.form.totals.tax;
    line.rate = TaxRate::fromMillionths(130'000);
    line.deduction = Money::fromFen(-1);
    red.form.lines = {line};
    red.confirmer = Side::Buyer;
    red.change = red.form.totals;
    red.credit = Money::fromFen(100'00);
    RedPlanStep blue;
    blue.kind = RedPlanStepKind::IssueBlue;
    blue.draft = draft;
    blue.change = {Money::fromFen(50'00), Money::fromFen(6'51)};
    blue.credit = Money::fromFen(-50'00);
    plan.steps = {red, blue};
    return plan;
}

const QString number = u"26310000000000000001"_s;
} // namespace

class TestRedPlans : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E11_givesBackWhatWasBegun();
    void E11_oneAtATimeForAnInvoice();
    void E11_stepsComeAlong();
    void E11_lists();
    void refusesChangesFromBehind_data();
    void refusesChangesFromBehind();
};

void TestRedPlans::E11_givesBackWhatWasBegun()
{
    Books books;
    RedPlan plan = planFor(books.first, number);
    TRY_VALUE(id, books.stores().redPlans.begin(plan, startMs));
    plan.id = id;
    books.close();
    books.open();
    TRY_VALUE(found, books.stores().redPlans.find(id));
    QCOMPARE(found, plan);
    VERIFY_FAULT(books.stores().redPlans.find(RedPlanId(99)), FaultKind::NotFound);

    RedPlan nothing = planFor(books.first, number + u'1'); // it should never have been issued
    nothing.wanted.reset();
    nothing.reason.reset();
    nothing.base.clear();
    nothing.steps.removeLast();
    nothing.steps.first().confirmer.reset();
    TRY_VALUE(other, books.stores().redPlans.begin(nothing, startMs));
    nothing.id = other;
    TRY_VALUE(foundNothing, books.stores().redPlans.find(other));
    QCOMPARE(foundNothing, nothing);
}

void TestRedPlans::E11_oneAtATimeForAnInvoice()
{
    Books books;
    RedPlanStore &store = books.stores().redPlans;
    TRY_VALUE(id, store.begin(planFor(books.first, number), startMs));
    VERIFY_FAULT(store.begin(planFor(books.first, number), startMs), FaultKind::Conflict);
    VERIFY_DONE(store.begin(planFor(books.second, number), startMs));
    TRY_VALUE(standing, store.standing(books.first, number));
    QVERIFY(standing && standing->id == id);
    VERIFY_DONE(store.end(id, RedPlanState::Failed, u"否认"_s));
    TRY_VALUE(none, store.standing(books.first, number));
    QVERIFY(!none);
    VERIFY_FAULT(store.end(id, RedPlanState::Done, {}), FaultKind::NotFound); // it has ended
    VERIFY_DONE(store.begin(planFor(books.first, number), startMs));
    TRY_VALUE(failed, store.find(id));
    QCOMPARE(failed.state, RedPlanState::Failed);
    QCOMPARE(failed.message, u"否认"_s);
}

void TestRedPlans::E11_stepsComeAlong()
{
    Books books;
    RedPlanStore &store = books.stores().redPlans;
    const Invoice invoice = books.invoice();
    TRY_VALUE(invoiceId, books.stores().invoices.insert(invoice, startMs));
    RedPlan plan = planFor(books.first, number);
    TRY_VALUE(id, store.begin(plan, startMs));
    plan.id = id;
    plan.steps[0].state = RedPlanStepState::Applying;
    plan.steps[0].seenForms = {u"0123456789abcdef0123456789abcdef"_s, u"fedcba9876543210fedcba9876543210"_s};
    VERIFY_DONE(store.keepStep(id, 0, plan.steps.at(0)));
    TRY_VALUE(applying, store.find(id));
    QCOMPARE(applying, plan);

    RedForm form = plan.steps.at(0).form;
    form.number = u"11010126110000000009"_s;
    form.uuid = u"0123456789abcdef0123456789abcde0"_s;
    form.enteredAt = Clock::chinaTime(startMs);
    TRY_VALUE(formId, books.stores().redForms.keep(form, startMs));
    plan.steps[0].formId = formId;
    plan.steps[0].invoice = invoiceId;
    plan.steps[0].message = u"稍后"_s;
    plan.steps[0].state = RedPlanStepState::Done;
    VERIFY_DONE(store.keepStep(id, 0, plan.steps.at(0)));
    TRY_VALUE(done, store.find(id));
    QCOMPARE(done, plan);
    QCOMPARE(done.current(), 1);
    plan.steps[0].state = RedPlanStepState::Waits; // it has ended
    VERIFY_FAULT(store.keepStep(id, 0, plan.steps.at(0)), FaultKind::Conflict);
    VERIFY_FAULT(store.keepStep(id, 2, plan.steps.at(0)), FaultKind::NotFound);
}

void TestRedPlans::E11_lists()
{
    Books books;
    RedPlanStore &store = books.stores().redPlans;
    QList<RedPlanId> ids;
    for (int i = 0; i < 3; ++i) {
        TRY_VALUE(id, store.begin(planFor(books.first, number + QString::number(i)), startMs + i));
        ids.prepend(id);
    }
    VERIFY_DONE(store.begin(planFor(books.second, number), startMs));
    VERIFY_DONE(store.end(ids.at(1), RedPlanState::Abandoned, {}));
    const auto idsOf = [](const QList<RedPlan> &plans) {
        QList<RedPlanId> out;
        for (const RedPlan &plan : plans)
            out.append(plan.id);
        return out;
    };
    TRY_VALUE(all, store.list(books.first, false));
    QCOMPARE(idsOf(all), ids);
    TRY_VALUE(standing, store.list(books.first, true));
    QCOMPARE(idsOf(standing), (QList<RedPlanId>{ids.at(0), ids.at(2)}));
}

void TestRedPlans::refusesChangesFromBehind_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const char *sql : {"DELETE FROM red_plan", "DELETE FROM red_plan_step", "UPDATE red_plan SET wanted = ''",
             "UPDATE red_plan SET base = '[]'", "UPDATE red_plan_step SET content = ''",
             "UPDATE red_plan_step SET credit = 0", "UPDATE red_plan_step SET state = 'odd'",
             "INSERT INTO red_plan_step SELECT plan, step_count, 3, kind, content, confirmer, net, tax, credit, state, "
             "form, invoice, message, seenForms FROM red_plan_step WHERE number = 1"})
        QTest::newRow(sql) << QByteArray(sql);
}

void TestRedPlans::refusesChangesFromBehind()
{
    QFETCH(const QByteArray, sql);
    Books books;
    RedPlan plan = planFor(books.first, number);
    TRY_VALUE(id, books.stores().redPlans.begin(plan, startMs));
    plan.id = id;
    books.close();
    QVERIFY(!tamper(books.path(), sql.constData()));
    books.open();
    TRY_VALUE(found, books.stores().redPlans.find(id));
    QCOMPARE(found, plan);
}

QTEST_GUILESS_MAIN(TestRedPlans)
#include "tst_store_red_plans.moc"
