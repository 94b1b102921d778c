// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing invoices over real HTTP against the practice platform, which shares no rule with the client; the buyer is
// played at its control interface.
#include "core/rules/red_lifecycle.h"
#include "tests/service/red_shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

class TestReversing : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E2_E4_anUnusedInvoiceIsReversedAtOnce();
    void E2_aPartAwaitsTheBuyer();
    void E2_partsAddUpToTheWhole();
    void E3_theBuyerAppliesAndTheSellerAnswers();
    void E3_withdrawnByTheSellerWhileTheBuyerThinks();
    void E3_afterThreeDaysItHasLapsed();
    void E2_aLostAnswerAppliesOnce_data();
    void E2_aLostAnswerAppliesOnce();
    void E2_twoClicksApplyOnce();
    void E5_aFormIssuedElsewhereCounts();
    void E3_aLostAnswerIsFoundOut();
    void E4_theEndOfTheProgramInTheMiddleIssuesOnce();
    void E4_aRefusedRedInvoiceIsMadeAnew();
    void E2_whatThePlatformSaysIsTold();
    void E1_listsAreReadPageByPage();
    void whoMayNotIssueMayNotReverse();
};

void TestReversing::E2_E4_anUnusedInvoiceIsReversedAtOnce()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R1"_s);
    QCOMPARE(blue.state, InvoiceState::Issued);
    const Money before = shop.credit();
    const service::Prospect may = shop.prospect(blue);
    QVERIFY(may.may.wholeOnly && may.forms.isEmpty());
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         service::Reversing::wholeForm(may, Side::Seller, RedReason::Mistake))));
    QCOMPARE(form.state, RedFormState::NotNeeded);
    QCOMPARE(form.side, Side::Seller);
    QCOMPARE(form.totals.net, -blue.totals.net);
    QCOMPARE(form.lines.size(), 2);
    QCOMPARE(shop.credit(), before); // nothing comes back before the platform has the red invoice

    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, form.id)));
    TRY_RESULT(again, await(shop.reversing().issue(shop.actor, form.id))); // a second click
    QCOMPARE(again, redId);
    QVERIFY(shop.settled());
    TRY_RESULT(red, shop.stores().invoices.find(redId));
    QCOMPARE(red.state, InvoiceState::Issued);
    QCOMPARE(red.reversal, (Reversal{blue.number, form.number, form.uuid}));
    const QJsonObject entry = shop.practice.ledgerEntry(red.number);
    QCOMPARE(entry.value(u"colour"_s).toString(), u"red"_s);
    QCOMPARE(entry.value(u"blue_number"_s).toString(), blue.number);
    QCOMPARE(entry.value(u"gross"_s).toString(), (-blue.totals.gross()).toString());
    QCOMPARE(shop.credit(), before + blue.totals.net); // the same month
    TRY_RESULT(done, shop.stores().redForms.find(form.id));
    QCOMPARE(done.redNumber, red.number);
    TRY_RESULT(fresh, await(shop.reversing().refresh(shop.actor, form.id)));
    QCOMPARE(fresh.redNumber, red.number);
    QCOMPARE(shop.complaints(), QString());

    QVERIFY(!shop.prospect(blue).may.obstacle.isEmpty()); // nothing is left
    const auto twice = await(shop.reversing().apply(
        shop.actor, shop.company, service::Reversing::wholeForm(may, Side::Seller, RedReason::Mistake)));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.fault().kind, FaultKind::Invalid);
}

void TestReversing::E2_aPartAwaitsTheBuyer()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R2"_s);
    shop.tick(blue);
    const service::Prospect may = shop.prospect(blue);
    QVERIFY(may.may.used && !may.may.wholeOnly);
    const auto line = rules::reversedByQuantity(may.may.left.first(), RedReason::GoodsReturned, Decimal(3));
    QVERIFY(line);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*line}))));
    QCOMPARE(form.state, RedFormState::AwaitsBuyer);
    const auto early = await(shop.reversing().issue(shop.actor, form.id));
    QVERIFY(!early.ok());
    QCOMPARE(early.fault().kind, FaultKind::Conflict);
    const auto own = await(shop.reversing().answer(shop.actor, form.id, RedAnswer::Agree));
    QVERIFY(!own.ok()); // not his to say
    QCOMPARE(own.fault().kind, FaultKind::Conflict);
    QCOMPARE(shop.prospect(blue).may.left.first().quantity, Decimal(7)); // an open form counts

    QVERIFY(shop.act("agree", form));
    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, form.id)));
    QVERIFY(shop.settled());
    TRY_RESULT(red, shop.stores().invoices.find(redId));
    QCOMPARE(red.state, InvoiceState::Issued);
    QCOMPARE(red.totals.net, Money::fromFen(-99'99));
    QCOMPARE(red.lines.first().blueLine, 1);
    TRY_RESULT(history, shop.stores().redForms.history(form.id));
    QCOMPARE(history.size(), 3); // entered, confirmed, issued
    TRY_RESULT(detail, shop.services().invoices.findByNumber(shop.actor, blue.number));
    QCOMPARE(detail.reversals.size(), 1);
    QCOMPARE(detail.reversals.first().redNumber, red.number);
    QCOMPARE(detail.reversed(), red.totals);
    QCOMPARE(shop.complaints(), QString());
}

void TestReversing::E2_partsAddUpToTheWhole()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R3"_s);
    shop.tick(blue);
    const auto reverse = [&](RedReason reason, const std::optional<RedFormLine> &line) {
        if (!line)
            return u"no such part"_s;
        const auto form = await(shop.reversing().apply(
            shop.actor, shop.company, rules::composeRedForm(blue, Side::Seller, reason, {*line})));
        if (!form.ok())
            return words(form.fault());
        if (!shop.act("agree", *form))
            return u"not agreed"_s;
        const auto red = await(shop.reversing().issue(shop.actor, form->id));
        if (!red.ok())
            return words(red.fault());
        if (!shop.settled())
            return u"not settled"_s;
        const auto stored = shop.stores().invoices.find(*red);
        return stored.ok() && stored->state == InvoiceState::Issued ? QString() : stored->message;
    };
    const auto left = [&](qsizetype line) { return shop.prospect(blue).may.left.at(line); };
    QCOMPARE(reverse(RedReason::GoodsReturned,
                 rules::reversedByQuantity(left(0), RedReason::GoodsReturned, *Decimal::parse(u"3.3"))),
        QString());
    QCOMPARE(
        reverse(RedReason::Allowance, rules::reversedByAmount(left(0), RedReason::Allowance, Money::fromFen(12'34))),
        QString());
    QCOMPARE(reverse(RedReason::ServiceStopped,
                 rules::reversedByAmount(left(1), RedReason::ServiceStopped, Money::fromFen(9))),
        QString());
    QCOMPARE(reverse(RedReason::GoodsReturned, rules::reversedWhole(left(0), RedReason::GoodsReturned)), QString());
    QCOMPARE(reverse(RedReason::ServiceStopped, rules::reversedWhole(left(0), RedReason::ServiceStopped)), QString());
    const service::Prospect end = shop.prospect(blue);
    QVERIFY(end.may.left.isEmpty());
    Totals sum = blue.totals;
    for (const RedForm &form : end.forms) {
        sum.net += form.totals.net;
        sum.tax += form.totals.tax;
    }
    QCOMPARE(sum, Totals());
    QCOMPARE(shop.complaints(), QString());
}

void TestReversing::E3_theBuyerAppliesAndTheSellerAnswers()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R4"_s);
    shop.tick(blue);
    QVERIFY(shop.practice.control(
        u"red"_s, R"({"act":"apply","side":"buyer","reason":"04","blue":")" + blue.number.toLatin1() + R"("})"));
    const QDate today = SystemClock().today();
    TRY_RESULT(sync, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QCOMPARE(sync.read, 1);
    QCOMPARE(sync.received.size(), 1);
    const RedFormId id = sync.received.first();
    TRY_RESULT(form, shop.reversing().forms().find(shop.actor, id));
    QCOMPARE(form.enteredBy, Side::Buyer);
    QCOMPARE(form.side, Side::Seller);
    QCOMPARE(form.state, RedFormState::AwaitsSeller);
    TRY_RESULT(agreed, await(shop.reversing().answer(shop.actor, id, RedAnswer::Agree)));
    QCOMPARE(agreed.state, RedFormState::Confirmed);
    QVERIFY(agreed.confirmedAt.isValid());
    TRY_RESULT(once, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QVERIFY(once.received.isEmpty()); // no news
    TRY_RESULT(back, await(shop.reversing().answer(shop.actor, id, RedAnswer::Withdraw)));
    QCOMPARE(back.state, RedFormState::WithdrawnAfter);
    const auto late = await(shop.reversing().issue(shop.actor, id));
    QVERIFY(!late.ok());
    QCOMPARE(late.fault().kind, FaultKind::Conflict);
    TRY_RESULT(journal, shop.stores().audit.ofObject(u"redform/%1"_s.arg(id.value())));
    QCOMPARE(journal.size(), 2);
    QCOMPARE(journal.first().act, u"redform.agree"_s);
    QCOMPARE(journal.first().changes, (QList<store::FieldChange>{{u"state"_s, u"03"_s, u"04"_s}}));
}

void TestReversing::E3_withdrawnByTheSellerWhileTheBuyerThinks()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R5"_s);
    shop.tick(blue);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake))));
    TRY_RESULT(gone, await(shop.reversing().answer(shop.actor, form.id, RedAnswer::Withdraw)));
    QCOMPARE(gone.state, RedFormState::Withdrawn);
    QVERIFY(!shop.act("agree", form));
    QVERIFY(shop.prospect(blue).may.untouched); // it does not count any more
}

void TestReversing::E3_afterThreeDaysItHasLapsed()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R6"_s);
    shop.tick(blue);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake))));
    QCOMPARE(rules::answerDue(form), form.enteredAt.addDays(3));
    QVERIFY(shop.practice.control(u"clock"_s, R"({"shift_seconds":259100})"));
    TRY_RESULT(still, await(shop.reversing().refresh(shop.actor, form.id)));
    QCOMPARE(still.state, RedFormState::AwaitsBuyer);
    QVERIFY(shop.practice.control(u"clock"_s, R"({"shift_seconds":259300})"));
    const auto late = await(shop.reversing().answer(shop.actor, form.id, RedAnswer::Withdraw));
    QVERIFY(!late.ok());
    QCOMPARE(late.fault().kind, FaultKind::Conflict);
    TRY_RESULT(kept, shop.reversing().forms().find(shop.actor, form.id));
    QCOMPARE(kept.state, RedFormState::Lapsed);
}

void TestReversing::E2_aLostAnswerAppliesOnce_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<bool>("arrives");
    QTest::newRow("lost on the way back") << QByteArray("drop_after") << true;
    QTest::newRow("half an answer") << QByteArray("half_answer") << true;
    QTest::newRow("lost on the way there") << QByteArray("drop_before") << false;
}

void TestReversing::E2_aLostAnswerAppliesOnce()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const bool, arrives);
    Shop shop;
    const Invoice blue = shop.blue(u"R7"_s);
    const RedForm wanted = service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake);
    QVERIFY(shop.practice.misbehave(R"([{"kind":")" + kind + R"(","operation":"QDHZQRDSQ"}])"));
    const auto first = await(shop.reversing().apply(shop.actor, shop.company, wanted));
    QCOMPARE(first.ok(), arrives);
    if (!arrives)
        QCOMPARE(first.fault().kind, FaultKind::Uncertain);
    TRY_RESULT(second, await(shop.reversing().apply(shop.actor, shop.company, wanted)));
    QCOMPARE(shop.prospect(blue).forms.size(), 1);
    if (arrives)
        QCOMPARE(second.uuid, first->uuid);
}

void TestReversing::E2_twoClicksApplyOnce()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R13"_s);
    shop.tick(blue);
    const service::Prospect may = shop.prospect(blue);
    const auto line = rules::reversedByQuantity(may.may.left.first(), RedReason::GoodsReturned, Decimal(3));
    const RedForm form = rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*line});
    std::optional<Result<RedForm>> first;
    auto task = shop.reversing().apply(shop.actor, shop.company, form);
    task.then([&](const Result<RedForm> &result) { first = result; });
    const auto second = await(shop.reversing().apply(shop.actor, shop.company, form));
    QVERIFY(!second.ok());
    QCOMPARE(second.fault().kind, FaultKind::Conflict);
    QTRY_VERIFY_WITH_TIMEOUT(first.has_value(), 10'000);
    QVERIFY(first->ok());
    QCOMPARE(shop.platformStates().size(), 1);
    // Its words in the journal stand there once, however often it is taken up.
    TRY_RESULT(again, await(shop.reversing().apply(shop.actor, shop.company, form)));
    QCOMPARE(again.uuid, (*first)->uuid);
    TRY_RESULT(journal, shop.stores().audit.ofObject(u"redform/%1"_s.arg(again.id.value())));
    QCOMPARE(journal.size(), 1);
}

void TestReversing::E5_aFormIssuedElsewhereCounts()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R14"_s);
    shop.tick(blue);
    const service::Prospect may = shop.prospect(blue);
    const auto line = rules::reversedByQuantity(may.may.left.first(), RedReason::GoodsReturned, Decimal(3));
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*line}))));
    QVERIFY(shop.act("agree", form));
    TRY_RESULT(red, await(shop.reversing().issue(shop.actor, form.id)));
    QVERIFY(shop.settled());
    Q_UNUSED(red)
    TRY_RESULT(told, shop.stores().redForms.find(form.id));
    QVERIFY(told.isIssued());
    // Another desk hears of it from the list first, which has no lines.
    RedForm heard = told;
    heard.lines.clear();
    heard.uuid = u"0123456789abcdef0123456789abcdef"_s;
    heard.number = u"11010126110000000009"_s;
    TRY_RESULT(id, shop.stores().redForms.keep(heard, 0));
    heard.lines = told.lines;
    TRY_RESULT(whole, shop.stores().redForms.keep(heard, 0));
    QCOMPARE(whole, id);
    TRY_RESULT(kept, shop.stores().redForms.find(id));
    QCOMPARE(kept.lines, told.lines);
    QCOMPARE(kept.redNumber, told.redNumber);
}

void TestReversing::E3_aLostAnswerIsFoundOut()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R8"_s);
    const RedForm wanted = service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company, wanted)));
    QVERIFY(shop.practice.misbehave(R"([{"kind":"drop_before","operation":"QDHZQRDQR"}])"));
    const auto lost = await(shop.reversing().answer(shop.actor, form.id, RedAnswer::Withdraw));
    QVERIFY(!lost.ok());
    TRY_RESULT(kept, shop.reversing().forms().find(shop.actor, form.id));
    QCOMPARE(kept.state, RedFormState::NotNeeded);
    QVERIFY(shop.practice.misbehave(R"([{"kind":"drop_after","operation":"QDHZQRDQR"}])"));
    TRY_RESULT(gone, await(shop.reversing().answer(shop.actor, form.id, RedAnswer::Withdraw)));
    QCOMPARE(gone.state, RedFormState::Withdrawn);
}

void TestReversing::E4_theEndOfTheProgramInTheMiddleIssuesOnce()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R9"_s);
    const Money before = shop.credit();
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake))));
    QVERIFY(shop.practice.misbehave(R"([{"kind":"drop_after","operation":"QDFPSC"}])"));
    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, form.id)));
    shop.open(); // while it is being sent
    TRY_RESULT(again, await(shop.reversing().issue(shop.actor, form.id)));
    QCOMPARE(again, redId);
    QVERIFY(shop.settled());
    TRY_RESULT(red, shop.stores().invoices.find(redId));
    QCOMPARE(red.state, InvoiceState::Issued);
    QCOMPARE(shop.practice.ledgerSize(), 2);
    QCOMPARE(shop.credit(), before + blue.totals.net);
    QCOMPARE(shop.complaints(), QString());
}

void TestReversing::E4_aRefusedRedInvoiceIsMadeAnew()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R10"_s);
    const Money before = shop.credit();
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake))));
    QVERIFY(shop.practice.misbehave(R"([{"kind":"force_failed","operation":"QDFPSC"}])"));
    TRY_RESULT(refusedId, await(shop.reversing().issue(shop.actor, form.id)));
    QVERIFY(shop.settled());
    TRY_RESULT(refused, shop.stores().invoices.find(refusedId));
    QCOMPARE(refused.state, InvoiceState::Refused);
    QCOMPARE(shop.credit(), before);
    QCOMPARE(shop.complaints(), QString());
    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, form.id)));
    QVERIFY(redId != refusedId);
    QVERIFY(shop.settled());
    TRY_RESULT(red, shop.stores().invoices.find(redId));
    QCOMPARE(red.state, InvoiceState::Issued);
    TRY_RESULT(given, shop.stores().invoices.find(refusedId));
    QCOMPARE(given.state, InvoiceState::Discarded);
    QCOMPARE(shop.credit(), before + blue.totals.net);
    QCOMPARE(shop.complaints(), QString());
}

void TestReversing::E2_whatThePlatformSaysIsTold()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R11"_s);
    const RedForm wanted = service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake);
    QVERIFY(shop.practice.misbehave(R"([{"kind":"force_failed","operation":"QDHZQRDSQ"}])"));
    const auto refused = await(shop.reversing().apply(shop.actor, shop.company, wanted));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.fault().kind, FaultKind::Rejected);
    QVERIFY(!refused.fault().message.isEmpty());
    // Locked by the tax office: told before anything is asked for.
    QVERIFY(shop.practice.control(u"use"_s, R"({"number":")" + blue.number.toLatin1() + R"(","locked":"Y"})"));
    const auto locked = await(shop.reversing().apply(shop.actor, shop.company, wanted));
    QVERIFY(!locked.ok());
    QCOMPARE(locked.fault().kind, FaultKind::Invalid);
    const auto unknown = await(shop.reversing().prospect(shop.actor, shop.company, u"26110000000000000000"_s));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.fault().kind, FaultKind::NotFound);
}

void TestReversing::E1_listsAreReadPageByPage()
{
    Shop shop;
    constexpr int many = 104; // a page has 100
    for (int i = 0; i < many; ++i) {
        const Invoice blue = i % 4 == 0 ? shop.blue(u"P%1"_s.arg(i)) : Invoice();
        if (blue.number.isEmpty())
            continue;
        shop.tick(blue);
    }
    TRY_RESULT(ids, shop.stores().invoices.inState(InvoiceState::Issued));
    TRY_RESULT(blues, shop.stores().invoices.findAll(ids));
    for (const Invoice &blue : blues)
        for (int part = 0; part < 4; ++part)
            QVERIFY(shop.practice.control(u"red"_s,
                R"({"act":"apply","side":"buyer","reason":"02","lines":[{"line":1,"quantity":"-1","net":"-33.33","tax":"-4.33"}],"blue":")" +
                    blue.number.toLatin1() + R"("})"));
    const QDate today = SystemClock().today();
    TRY_RESULT(sync, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QCOMPARE(sync.read, many);
    QCOMPARE(sync.received.size(), many);
    store::RedFormQuery query;
    query.scope = store::Scope::only(shop.company);
    query.sent = false;
    TRY_RESULT(count, shop.reversing().forms().count(shop.actor, query));
    QCOMPARE(count, many);
    TRY_RESULT(counts, shop.reversing().forms().countByState(shop.actor, query));
    QCOMPARE(counts, (QHash<RedFormState, qint64>{{RedFormState::AwaitsSeller, many}}));
    query.sent = true;
    TRY_RESULT(none, shop.reversing().forms().page(shop.actor, query, 0, 10));
    QVERIFY(none.isEmpty());
}

void TestReversing::whoMayNotIssueMayNotReverse()
{
    Shop shop;
    const Invoice blue = shop.blue(u"R12"_s);
    const RedForm wanted = service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company, wanted)));
    User viewer;
    viewer.account = u"viewer"_s;
    viewer.name = u"王只看"_s;
    viewer.roles = {u"viewer"_s};
    TRY_RESULT(id, shop.services().accounts.add(shop.actor, viewer, password()));
    TRY_RESULT(actor, shop.services().accounts.signIn(u"viewer"_s, password()));
    Q_UNUSED(id)
    QCOMPARE(await(shop.reversing().prospect(actor, shop.company, blue.number)).fault().kind, FaultKind::Denied);
    QCOMPARE(await(shop.reversing().apply(actor, shop.company, wanted)).fault().kind, FaultKind::Denied);
    QCOMPARE(await(shop.reversing().answer(actor, form.id, RedAnswer::Withdraw)).fault().kind, FaultKind::Denied);
    QCOMPARE(await(shop.reversing().issue(actor, form.id)).fault().kind, FaultKind::Denied);
    QVERIFY(shop.reversing().forms().find(actor, form.id).ok());
    Actor elsewhere = shop.actor;
    elsewhere.allCompanies = false;
    QCOMPARE(shop.reversing().forms().find(elsewhere, form.id).fault().kind, FaultKind::NotFound);
    store::RedFormQuery query;
    query.scope = store::Scope::everything();
    QCOMPARE(*shop.reversing().forms().count(elsewhere, query), 0);
}

QTEST_GUILESS_MAIN(TestReversing)
#include "tst_reversing.moc"
