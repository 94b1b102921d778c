// SPDX-License-Identifier: GPL-3.0-or-later
// Red-flush plans over real HTTP against the practice platform: carried out step by step, with the program ended in
// between, answers lost, and the other side refusing. The buyer is played at the platform's control interface.
#include "core/rules/red_lifecycle.h"
#include "tests/service/red_plan_shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

class TestRedPlanning : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E11_reversedAndIssuedAnew();
    void E11_aPartAwaitsTheBuyer();
    void E11_neverShouldHaveBeen();
    void E11_moreIsIssuedBeside();
    void E11_whenTheBuyerRefusesNothingFollows();
    void E11_whenNobodyAnswersNothingFollows();
    void E11_aRefusedInvoiceIsTriedAgain();
    void E11_reversedInAnotherWayMeanwhile();
    void E11_givenUp();
    void E11_whatCanNotBePlanned();
    void E11_whoMay();
};

void TestRedPlanning::E11_reversedAndIssuedAnew()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P1"_s);
    const Money before = shop.credit();
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    QCOMPARE(told(plan), u"standing: reverse planned, issue planned"_s);
    QVERIFY(!plan.steps.first().confirmer);
    QCOMPARE(plan.credit(), Money()); // the same month: what comes back is used again
    TRY_RESULT(done, goOn(shop, plan.id));
    QCOMPARE(told(done), u"done: reverse done, issue done"_s);
    QCOMPARE(shop.credit(), before + plan.credit());
    TRY_RESULT(red, shop.stores().invoices.find(done.steps.at(0).invoice));
    QCOMPARE(red.reversal.blueNumber, blue.number);
    QCOMPARE(red.totals.net, -blue.totals.net);
    TRY_RESULT(anew, shop.stores().invoices.find(done.steps.at(1).invoice));
    QCOMPARE(anew.state, InvoiceState::Issued);
    QCOMPARE(anew.buyer.name, u"演练别家有限公司"_s);
    QCOMPARE(anew.totals, blue.totals);
    QCOMPARE(done.steps.at(0).form.redNumber, red.number);
    QCOMPARE(ledger(shop), qMakePair(1, 1));
    QCOMPARE(acts(shop, plan.id), (QStringList{u"redplan.begin"_s, u"redplan.done"_s}));
    QCOMPARE(shop.complaints(), QString());
    TRY_RESULT(again, goOn(shop, plan.id)); // changes nothing
    QCOMPARE(again, done);
    TRY_RESULT(all, shop.planning().list(shop.actor, shop.company));
    QCOMPARE(all, QList<RedPlan>{done});
    TRY_RESULT(standing, shop.planning().list(shop.actor, shop.company, true));
    QVERIFY(standing.isEmpty());
    // What the plan has issued stands: the same once more would issue it twice.
    TRY_RESULT(draft, await(shop.planning().asItStands(shop.actor, shop.company, blue.number, false)));
    anotherBuyer(draft);
    draft.lines = plan.wanted->lines;
    const auto twice = await(shop.planning().plan(shop.actor, shop.company, blue.number, draft));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.fault().kind, FaultKind::Conflict);
    QVERIFY(twice.fault().message.contains(anew.number));
    QVERIFY(!shop.planning().begin(shop.actor, plan).ok()); // nor does one that was made before
    QCOMPARE(ledger(shop), qMakePair(1, 1));
    const RedPlan back = begun(shop, anew, {}); // all of it is reversed: it may be issued anew
    TRY_RESULT(gone, goOn(shop, back.id));
    QCOMPARE(gone.state, RedPlanState::Done);
    QVERIFY(await(shop.planning().plan(shop.actor, shop.company, blue.number, draft)).ok());
}

void TestRedPlanning::E11_aPartAwaitsTheBuyer()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P2"_s);
    shop.tick(blue);
    const Money before = shop.credit();
    const RedPlan plan = begun(shop, blue, sevenPens);
    QCOMPARE(told(plan), u"standing: reverse planned"_s);
    QCOMPARE(plan.steps.first().confirmer, Side::Buyer);
    QCOMPARE(plan.credit(), Money::fromFen(99'99));
    TRY_RESULT(waits, goOn(shop, plan.id));
    QCOMPARE(told(waits), u"standing: reverse waits"_s);
    const RedForm form = waits.steps.first().form;
    QCOMPARE(form.state, RedFormState::AwaitsBuyer);
    QCOMPARE(rules::answerDue(form), form.enteredAt.addDays(3));
    TRY_RESULT(still, goOn(shop, plan.id));
    QCOMPARE(still, waits);
    shop.open();
    QCOMPARE(shop.credit(), before);
    QVERIFY(shop.act("agree", form));
    TRY_RESULT(done, goOn(shop, plan.id));
    QCOMPARE(told(done), u"done: reverse done"_s);
    QCOMPARE(shop.credit(), before + plan.credit());
    QCOMPARE(shop.platformStates().size(), 1);
    QCOMPARE(shop.prospect(blue).may.left.first().quantity, Decimal(7));
    QCOMPARE(shop.complaints(), QString());
}

void TestRedPlanning::E11_neverShouldHaveBeen()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P3"_s);
    const RedPlan plan = begun(shop, blue, {});
    TRY_RESULT(done, goOn(shop, plan.id));
    QCOMPARE(told(done), u"done: reverse done"_s);
    QCOMPARE(done.steps.first().form.reason, RedReason::Mistake);
    QVERIFY(shop.prospect(blue).may.left.isEmpty());
    TRY_RESULT(nothing, await(shop.planning().plan(shop.actor, shop.company, blue.number, std::nullopt)));
    QVERIFY(nothing.plan.steps.isEmpty() && nothing.findings.isEmpty());
    // And yet it should: what it said is issued again.
    TRY_RESULT(draft, await(shop.planning().asItStands(shop.actor, shop.company, blue.number)));
    TRY_RESULT(anew, await(shop.planning().plan(shop.actor, shop.company, blue.number, draft)));
    QCOMPARE(told(anew.plan), u"standing: issue planned"_s);
    QCOMPARE(anew.plan.steps.first().change, blue.totals);
}

void TestRedPlanning::E11_moreIsIssuedBeside()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P4"_s);
    const Money before = shop.credit();
    const RedPlan plan = begun(shop, blue, [](InvoiceDraft &draft) { draft.lines[1].amount = Money::fromFen(150'00); });
    QCOMPARE(told(plan), u"standing: issue planned"_s);
    TRY_RESULT(done, goOn(shop, plan.id));
    QCOMPARE(told(done), u"done: issue done"_s);
    QCOMPARE(ledger(shop), qMakePair(0, 1));
    QCOMPARE(shop.credit(), before - Money::fromFen(50'00));
    QCOMPARE(shop.complaints(), QString());
}

void TestRedPlanning::E11_whenTheBuyerRefusesNothingFollows()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P5"_s);
    shop.tick(blue);
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    TRY_RESULT(waits, goOn(shop, plan.id));
    QVERIFY(shop.act("refuse", waits.steps.first().form));
    TRY_RESULT(failed, goOn(shop, plan.id));
    QCOMPARE(told(failed), u"failed: reverse failed, issue abandoned"_s);
    QVERIFY(failed.message.contains(u"refused"_s));
    QVERIFY(failed.message.contains(waits.steps.first().form.number));
    QCOMPARE(failed.steps.first().message, failed.message);
    QCOMPARE(ledger(shop), qMakePair(0, 0));
    QCOMPARE(acts(shop, plan.id), (QStringList{u"redplan.begin"_s, u"redplan.fail"_s}));
    TRY_RESULT(again, goOn(shop, plan.id));
    QCOMPARE(again, failed);
    QVERIFY(begun(shop, blue, anotherBuyer).id != plan.id); // settled with him, it is begun anew
}

void TestRedPlanning::E11_whenNobodyAnswersNothingFollows()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P6"_s);
    shop.tick(blue);
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    TRY_RESULT(waits, goOn(shop, plan.id));
    QVERIFY(shop.practice.control(u"clock"_s, R"({"shift_seconds":259100})"));
    TRY_RESULT(still, goOn(shop, plan.id));
    QCOMPARE(told(still), u"standing: reverse waits, issue planned"_s);
    QVERIFY(shop.practice.control(u"clock"_s, R"({"shift_seconds":259300})"));
    TRY_RESULT(lapsed, goOn(shop, plan.id));
    QCOMPARE(told(lapsed), u"failed: reverse failed, issue abandoned"_s);
    QVERIFY(lapsed.message.contains(u"72"_s));
    QCOMPARE(ledger(shop), qMakePair(0, 0));
    QCOMPARE(shop.complaints(), QString());
}

void TestRedPlanning::E11_aRefusedInvoiceIsTriedAgain()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P10"_s);
    const Money before = shop.credit();
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    const QByteArray refuse = R"([{"kind":"force_failed","operation":"QDFPSC"}])";
    QVERIFY(shop.practice.misbehave(refuse));
    TRY_RESULT(noRed, goOn(shop, plan.id));
    QCOMPARE(told(noRed), u"standing: reverse refused, issue planned"_s);
    QVERIFY(!noRed.steps.first().message.isEmpty());
    // The red invoice goes, the new blue one does not.
    TRY_RESULT(sent, await(shop.planning().goOn(shop.actor, plan.id)));
    QCOMPARE(told(sent), u"standing: reverse issuing, issue planned"_s);
    QVERIFY(shop.settled());
    QVERIFY(shop.practice.misbehave(refuse));
    TRY_RESULT(noBlue, goOn(shop, plan.id));
    QCOMPARE(told(noBlue), u"standing: reverse done, issue refused"_s);
    QCOMPARE(ledger(shop), qMakePair(1, 0));
    TRY_RESULT(done, goOn(shop, plan.id));
    QCOMPARE(told(done), u"done: reverse done, issue done"_s);
    QCOMPARE(done.steps.at(1).invoice, noBlue.steps.at(1).invoice); // under its number
    QCOMPARE(ledger(shop), qMakePair(1, 1));
    QCOMPARE(shop.credit(), before);
    QCOMPARE(shop.complaints(), QString());
}

void TestRedPlanning::E11_reversedInAnotherWayMeanwhile()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P11"_s);
    shop.tick(blue);
    const RedPlan plan = begun(shop, blue, sevenPens);
    QVERIFY(shop.practice.control(u"red"_s,
        R"({"act":"apply","side":"buyer","reason":"02","lines":[{"line":1,"quantity":"-1","net":"-33.33","tax":"-4.33"}],"blue":")" +
            blue.number.toLatin1() + R"("})"));
    TRY_RESULT(failed, goOn(shop, plan.id));
    QCOMPARE(told(failed), u"failed: reverse failed"_s);
    QCOMPARE(shop.platformStates().size(), 1); // only the buyer's
    const auto open = await(shop.planning().plan(shop.actor, shop.company, blue.number, std::nullopt));
    QVERIFY(!open.ok()); // nobody knows yet what becomes of the buyer's
    QCOMPARE(open.fault().kind, FaultKind::Conflict);
}

void TestRedPlanning::E11_givenUp()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P12"_s);
    shop.tick(blue);
    const RedPlan first = begun(shop, blue, anotherBuyer); // before anything has left
    TRY_RESULT(given, await(shop.planning().abandon(shop.actor, first.id)));
    QCOMPARE(told(given), u"abandoned: reverse abandoned, issue abandoned"_s);
    QVERIFY(given.message.isEmpty());
    const auto twice = await(shop.planning().abandon(shop.actor, first.id));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.fault().kind, FaultKind::Conflict);

    const RedPlan second = begun(shop, blue, anotherBuyer); // while the buyer thinks
    TRY_RESULT(waits, goOn(shop, second.id));
    TRY_RESULT(withdrawn, await(shop.planning().abandon(shop.actor, second.id)));
    QCOMPARE(withdrawn.steps.first().form.state, RedFormState::Withdrawn);
    QCOMPARE(shop.platformStates().value(waits.steps.first().form.uuid), u"08"_s);

    const RedPlan third = begun(shop, blue, anotherBuyer); // after he has agreed
    TRY_RESULT(asked, goOn(shop, third.id));
    QVERIFY(shop.act("agree", asked.steps.first().form));
    TRY_RESULT(left, await(shop.planning().abandon(shop.actor, third.id)));
    QCOMPARE(told(left), u"abandoned: reverse abandoned, issue abandoned"_s);
    QVERIFY(left.message.contains(asked.steps.first().form.number));
    QCOMPARE(acts(shop, third.id), (QStringList{u"redplan.abandon"_s, u"redplan.begin"_s}));
    QCOMPARE(ledger(shop), qMakePair(0, 0));
}

void TestRedPlanning::E11_whatCanNotBePlanned()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P13"_s);
    TRY_RESULT(draft, await(shop.planning().asItStands(shop.actor, shop.company, blue.number, false)));
    TRY_RESULT(same, await(shop.planning().plan(shop.actor, shop.company, blue.number, draft)));
    QVERIFY(same.plan.steps.isEmpty() && same.findings.isEmpty());
    const auto nothing = shop.planning().begin(shop.actor, same.plan);
    QVERIFY(!nothing.ok());
    QCOMPARE(nothing.fault().kind, FaultKind::Invalid);

    InvoiceDraft wrong = draft;
    wrong.buyer.name.clear();
    wrong.lines[1].rate = TaxRate::fromMillionths(77'000);
    TRY_RESULT(findings, await(shop.planning().plan(shop.actor, shop.company, blue.number, wrong)));
    QVERIFY(findings.plan.steps.isEmpty());
    QStringList fields;
    for (const Finding &finding : findings.findings)
        fields.append(u"%1@%2"_s.arg(finding.field).arg(finding.line));
    QVERIFY(fields.contains(u"buyer.name@-1"_s) && fields.contains(u"rate@1"_s));

    const RedPlan plan = begun(shop, blue, anotherBuyer);
    const auto second = await(shop.planning().plan(shop.actor, shop.company, blue.number, std::nullopt));
    QVERIFY(!second.ok());
    QCOMPARE(second.fault().kind, FaultKind::Conflict);
    RedPlan copy = plan;
    const auto other = shop.planning().begin(shop.actor, copy);
    QVERIFY(!other.ok());
    QCOMPARE(other.fault().kind, FaultKind::Conflict);
    const auto unknown = await(shop.planning().plan(shop.actor, shop.company, u"26110000000000000000"_s, std::nullopt));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.fault().kind, FaultKind::NotFound);
    QCOMPARE(goOn(shop, RedPlanId(99)).fault().kind, FaultKind::NotFound);
    // Two hands at once.
    auto task = shop.planning().goOn(shop.actor, plan.id, longEnough);
    std::optional<Result<RedPlan>> done;
    task.then([&](const Result<RedPlan> &value) { done = value; });
    QCOMPARE(goOn(shop, plan.id).fault().kind, FaultKind::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(done.has_value(), 20'000);
    QVERIFY(done->ok());
    QCOMPARE((*done)->state, RedPlanState::Done);
}

void TestRedPlanning::E11_whoMay()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P14"_s);
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    User looks;
    looks.account = u"viewer"_s;
    looks.name = u"王只看"_s;
    looks.roles = {u"viewer"_s};
    TRY_RESULT(user, shop.services().accounts.add(shop.actor, looks, password()));
    Q_UNUSED(user)
    TRY_RESULT(viewer, shop.services().accounts.signIn(u"viewer"_s, password()));
    TRY_RESULT(seen, shop.planning().find(viewer, plan.id));
    QCOMPARE(seen, plan);
    QCOMPARE(shop.planning().begin(viewer, plan).fault().kind, FaultKind::Denied);
    QCOMPARE(await(shop.planning().goOn(viewer, plan.id)).fault().kind, FaultKind::Denied);
    QCOMPARE(await(shop.planning().abandon(viewer, plan.id)).fault().kind, FaultKind::Denied);
    QCOMPARE(
        await(shop.planning().plan(viewer, shop.company, blue.number, std::nullopt)).fault().kind, FaultKind::Denied);
    Actor elsewhere = shop.actor;
    elsewhere.allCompanies = false;
    elsewhere.companies.clear();
    QVERIFY(!shop.planning().find(elsewhere, plan.id).ok());
}

QTEST_GUILESS_MAIN(TestRedPlanning)
#include "tst_red_planning.moc"
