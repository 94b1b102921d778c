// SPDX-License-Identifier: GPL-3.0-or-later
// Two desks on one practice platform, over real HTTP: one sells, the other has received an invoice that is in no books
// of its own, and applies for reversing it.
#include "core/rules/red_lifecycle.h"
#include "tests/service/red_shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
/// The desk of another practice company, with books of its own.
class Received
{
public:
    explicit Received(Practice &practice, int which = 1)
    {
        auto opened = store::Database::openWriter(m_folder.filePath(u"kaipiao.db"_s));
        if (!opened.ok())
            qFatal("%s", qPrintable(words(opened.fault())));
        m_database = std::move(opened).value();
        stores = std::make_unique<store::Stores>(*m_database);
        services = std::make_unique<service::Services>(*stores, m_clock, practice.platform(), m_secrets, plainScheme());
        reversing = std::make_unique<service::Reversing>(*services, practice.red());
        actor = *services->accounts.createAdministrator(u"admin"_s, u"王样例"_s, password());
        const Route route = practice.route(which);
        const auto id = await(services->setup.verifyAndSave(
            actor, {practice.companyName(which), route.taxNumber, route.companyPlatformId, route.connectionPlatformId,
                       Secret(QByteArray::fromHex(route.key.reveal())), route.url, 1}));
        if (!id.ok())
            qFatal("%s", qPrintable(words(id.fault())));
        company = *id;
    }

    Result<service::Prospect> prospect(const BlueReference &blue)
    {
        return await(reversing->prospectAsBuyer(actor, company, blue));
    }
    Result<RedForm> apply(const RedForm &form) { return await(reversing->apply(actor, company, form)); }
    Result<RedForm> applyWhole(const Invoice &blue, RedReason reason)
    {
        KP_TRY(known, prospect({blue.number, blue.kind, blue.issuedAt.date(), blue.totals.gross()}));
        return apply(service::Reversing::wholeForm(known, Side::Buyer, reason));
    }

private:
    QTemporaryDir m_folder;
    SystemClock m_clock;
    OpenSecrets m_secrets;
    std::unique_ptr<store::Database> m_database;

public:
    std::unique_ptr<store::Stores> stores;
    std::unique_ptr<service::Services> services;
    std::unique_ptr<service::Reversing> reversing;
    Actor actor;
    CompanyId company;
};

BlueReference referenceTo(const Invoice &blue)
{
    return {blue.number, blue.kind, blue.issuedAt.date(), blue.totals.gross()};
}

/// The seller reads what has come in; the form of that uuid.
RedForm heardOf(Shop &shop, const QString &uuid)
{
    const QDate today = SystemClock().today();
    const auto sync = await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today));
    const auto form = shop.stores().redForms.findByUuid(shop.company, uuid);
    return sync.ok() && form.ok() ? form->value_or(RedForm()) : RedForm();
}
} // namespace

class TestReversingBuyer : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cleanupTestCase() { m_still.reset(); }
    void E3_theBuyerAppliesTheSellerConfirmsAndIssues();
    void E3_theSellerRefusesAndTheBuyerWithdraws();
    void E3_discountsArriveAsTheyAre();
    void E3_aPartIsSeenByBothSides();
    void E3_applyAsksThePlatformAgain();
    void E3_aLostAnswerAppliesOnce();
    void E3_whatIsNotSo_data();
    void E3_whatIsNotSo();
    void E3_theWrongSide();
    void whoMayNotIssueMayNotApply();

private:
    struct Still {
        Shop shop;
        Received buyer{shop.practice};
        Invoice blue = shop.blue(u"B7"_s);
    };
    std::unique_ptr<Still> m_still; ///< for questions alone
};

void TestReversingBuyer::E3_theBuyerAppliesTheSellerConfirmsAndIssues()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B1"_s);
    shop.tick(blue);
    TRY_RESULT(known, buyer.prospect(referenceTo(blue)));
    QCOMPARE(known.may.obstacle, QString());
    QVERIFY(known.may.used && known.blue.practice);
    QCOMPARE(known.blue.lines.size(), 2);
    QCOMPARE(known.blue.totals, blue.totals);
    QCOMPARE(known.blue.issuedAt, blue.issuedAt);
    QCOMPARE(known.blue.seller.taxNumber, blue.seller.taxNumber);
    TRY_RESULT(form, buyer.apply(service::Reversing::wholeForm(known, Side::Buyer, RedReason::Mistake)));
    QCOMPARE(form.state, RedFormState::AwaitsSeller);
    QCOMPARE(form.enteredBy, Side::Buyer);
    QCOMPARE(form.side, Side::Buyer);
    QCOMPARE(form.totals.net, -blue.totals.net);
    const auto own = await(buyer.reversing->answer(buyer.actor, form.id, RedAnswer::Agree));
    QVERIFY(!own.ok());
    QCOMPARE(own.fault().kind, FaultKind::Conflict);

    const RedForm received = heardOf(shop, form.uuid);
    QCOMPARE(received.number, form.number);
    QCOMPARE(received.side, Side::Seller);
    TRY_RESULT(agreed, await(shop.reversing().answer(shop.actor, received.id, RedAnswer::Agree, u"同意退货"_s)));
    QCOMPARE(agreed.state, RedFormState::Confirmed);
    QCOMPARE(shop.reversing().forms().opinion(shop.actor, received.id).valueOr({}), u"同意退货"_s);
    const auto notHis = await(buyer.reversing->issue(buyer.actor, form.id));
    QVERIFY(!notHis.ok());
    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, received.id)));
    QVERIFY(shop.settled());
    TRY_RESULT(red, shop.stores().invoices.find(redId));
    QCOMPARE(red.state, InvoiceState::Issued);
    QCOMPARE(red.totals.net, -blue.totals.net);

    TRY_RESULT(told, await(buyer.reversing->refresh(buyer.actor, form.id)));
    QCOMPARE(told.redNumber, red.number);
    QCOMPARE(told.lines, agreed.lines);
    QCOMPARE(buyer.stores->invoices.findByNumber(blue.number).fault().kind, FaultKind::NotFound); // none of his
    QVERIFY(!buyer.prospect(referenceTo(blue))->may.obstacle.isEmpty());                          // nothing is left
    QCOMPARE(shop.complaints(), QString());
    const auto report = service::verifyBooks(*buyer.stores);
    QVERIFY(report.ok() && report->complaints().isEmpty());
    TRY_RESULT(journal, buyer.stores->audit.ofObject(u"redform/%1"_s.arg(form.id.value())));
    QCOMPARE(journal.size(), 1);
    QCOMPARE(journal.first().act, u"redform.apply"_s);
}

void TestReversingBuyer::E3_theSellerRefusesAndTheBuyerWithdraws()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B2"_s);
    QVERIFY(shop.practice.control(u"use"_s, R"({"number":")" + blue.number.toLatin1() + R"(","posted":"02"})"));
    TRY_RESULT(first, buyer.applyWhole(blue, RedReason::Mistake));
    TRY_RESULT(refused, await(shop.reversing().answer(shop.actor, heardOf(shop, first.uuid).id, RedAnswer::Refuse)));
    QCOMPARE(refused.state, RedFormState::RefusedBySeller);
    TRY_RESULT(told, await(buyer.reversing->refresh(buyer.actor, first.id)));
    QCOMPARE(told.state, RedFormState::RefusedBySeller);
    TRY_RESULT(second, buyer.applyWhole(blue, RedReason::Mistake));
    QVERIFY(second.uuid != first.uuid);
    TRY_RESULT(gone, await(buyer.reversing->answer(buyer.actor, second.id, RedAnswer::Withdraw)));
    QCOMPARE(gone.state, RedFormState::Withdrawn);
    const auto late = await(shop.reversing().answer(shop.actor, heardOf(shop, second.uuid).id, RedAnswer::Agree));
    QVERIFY(!late.ok());
    QCOMPARE(late.fault().kind, FaultKind::Conflict);
}

void TestReversingBuyer::E3_discountsArriveAsTheyAre()
{
    Shop shop;
    Received buyer(shop.practice);
    InvoiceDraft draft;
    draft.serial = u"B3"_s;
    draft.taxIncluded = false;
    draft.buyer.name = trade;
    draft.buyer.taxNumber = tradeNumber;
    draft.remark = u"演练"_s;
    DraftLine pens;
    pens.item = u"圆珠笔"_s;
    pens.classification = u"1060402010200000000"_s;
    pens.spec = u"0.5"_s;
    pens.unit = u"支"_s;
    pens.quantity = Decimal(7);
    pens.price = Decimal::parse(u"13.37");
    pens.rate = TaxRate::fromMillionths(130'000);
    pens.discount = Money::fromFen(10'01);
    DraftLine free = pens;
    free.discount.reset();
    free.preference = Preference::Exempt;
    free.rate = TaxRate();
    draft.lines = {pens, free};
    const service::Submission submission = await(shop.services().desk.issue(shop.actor, shop.company, draft, {}));
    QVERIFY2(submission.invoice.ok(), submission.invoice.ok() ? "" : qPrintable(words(submission.invoice.fault())));
    QVERIFY(shop.settled());
    TRY_RESULT(blue, shop.stores().invoices.find(*submission.invoice));
    QCOMPARE(blue.state, InvoiceState::Issued);
    shop.tick(blue);
    TRY_RESULT(form, buyer.applyWhole(blue, RedReason::Mistake));
    QCOMPARE(form.totals.net, -blue.totals.net);
    QCOMPARE(form.lines.size(), 2);
    const RedForm received = heardOf(shop, form.uuid);
    TRY_RESULT(agreed, await(shop.reversing().answer(shop.actor, received.id, RedAnswer::Agree)));
    QCOMPARE(agreed.lines.last().preference, Preference::Exempt); // which no face tells
    TRY_RESULT(redId, await(shop.reversing().issue(shop.actor, received.id)));
    QVERIFY(shop.settled());
    QCOMPARE(shop.stores().invoices.find(redId)->state, InvoiceState::Issued);
}

void TestReversingBuyer::E3_aPartIsSeenByBothSides()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B4"_s);
    shop.tick(blue);
    TRY_RESULT(known, buyer.prospect(referenceTo(blue)));
    const auto line = rules::reversedByQuantity(known.may.left.first(), RedReason::GoodsReturned, Decimal(3));
    QVERIFY(line);
    TRY_RESULT(form, buyer.apply(rules::composeRedForm(known.blue, Side::Buyer, RedReason::GoodsReturned, {*line})));
    QCOMPARE(form.totals.net, Money::fromFen(-99'99));
    QCOMPARE(shop.prospect(blue).may.left.first().quantity, Decimal(7));
    // What the seller applies for counts for the buyer.
    const service::Prospect rest = shop.prospect(blue);
    const auto allowance = rules::reversedByAmount(rest.may.left.last(), RedReason::Allowance, Money::fromFen(40'00));
    TRY_RESULT(other, await(shop.reversing().apply(shop.actor, shop.company,
                          rules::composeRedForm(blue, Side::Seller, RedReason::Allowance, {*allowance}))));
    TRY_RESULT(after, buyer.prospect(referenceTo(blue)));
    QCOMPARE(after.forms.size(), 2);
    QCOMPARE(after.may.left.last().net, Money::fromFen(60'00));
    TRY_RESULT(mine, buyer.stores->redForms.findByUuid(buyer.company, other.uuid));
    QVERIFY(mine && mine->side == Side::Buyer);
    TRY_RESULT(agreed, await(buyer.reversing->answer(buyer.actor, mine->id, RedAnswer::Agree)));
    QCOMPARE(agreed.state, RedFormState::Confirmed);
}

void TestReversingBuyer::E3_applyAsksThePlatformAgain()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B5"_s);
    shop.tick(blue);
    TRY_RESULT(known, buyer.prospect(referenceTo(blue)));
    const RedForm form = service::Reversing::wholeForm(known, Side::Buyer, RedReason::Mistake);
    QVERIFY(shop.practice.control(u"use"_s, R"({"number":")" + blue.number.toLatin1() + R"(","vat_use":"0"})"));
    const auto unticked = buyer.apply(form);
    QVERIFY(!unticked.ok());
    QCOMPARE(unticked.fault().kind, FaultKind::Invalid);
    QVERIFY(shop.platformStates().isEmpty());
    shop.tick(blue);
    RedForm more = form; // than there is
    more.lines.first().net -= Money::fromFen(1);
    more.totals.net -= Money::fromFen(1);
    QCOMPARE(buyer.apply(more).fault().kind, FaultKind::Invalid);
    RedForm wrong = form;
    wrong.blueTotals.net += Money::fromFen(1);
    QCOMPARE(buyer.apply(wrong).fault().kind, FaultKind::Rejected);
    QVERIFY(shop.platformStates().isEmpty());
    QVERIFY(buyer.apply(form).ok());
}

void TestReversingBuyer::E3_aLostAnswerAppliesOnce()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B6"_s);
    shop.tick(blue);
    QVERIFY(shop.practice.misbehave(R"([{"kind":"drop_after","operation":"QDHZQRDSQ"}])"));
    TRY_RESULT(first, buyer.applyWhole(blue, RedReason::Mistake));
    TRY_RESULT(known, buyer.prospect(referenceTo(blue)));
    QCOMPARE(known.forms.size(), 1);
    QCOMPARE(known.forms.first().uuid, first.uuid);
    QVERIFY(known.may.obstacle.contains(first.number));
    QCOMPARE(shop.platformStates().size(), 1);
    // A question that gets no answer, or one that can not be read, is told as such.
    for (const QByteArray kind : {"drop_after", "half_answer", "wrong_key"}) {
        QVERIFY(shop.practice.misbehave(R"([{"kind":")" + kind + R"(","operation":"FPCY_NEW"}])"));
        const auto lost = buyer.prospect(referenceTo(blue));
        QVERIFY(!lost.ok());
        QCOMPARE(lost.fault().kind, FaultKind::Uncertain);
    }
}

void TestReversingBuyer::E3_whatIsNotSo_data()
{
    m_still = std::make_unique<Still>();
    QTest::addColumn<int>("what");
    QTest::addColumn<FaultKind>("kind");
    QTest::newRow("amount") << 0 << FaultKind::Rejected;
    QTest::newRow("net for gross") << 1 << FaultKind::Rejected;
    QTest::newRow("day") << 2 << FaultKind::Rejected;
    QTest::newRow("kind") << 3 << FaultKind::Rejected;
    QTest::newRow("number") << 4 << FaultKind::Rejected;
    QTest::newRow("no number") << 5 << FaultKind::Invalid;
    QTest::newRow("no day") << 6 << FaultKind::Invalid;
    QTest::newRow("no amount") << 7 << FaultKind::Invalid;
}

void TestReversingBuyer::E3_whatIsNotSo()
{
    QFETCH(const int, what);
    QFETCH(const FaultKind, kind);
    BlueReference asked = referenceTo(m_still->blue);
    switch (what) {
    case 0:
        asked.gross += Money::fromFen(1);
        break;
    case 1:
        asked.gross = m_still->blue.totals.net;
        break;
    case 2:
        asked.issued = asked.issued.addDays(-1);
        break;
    case 3:
        asked.kind = InvoiceKind::Special;
        break;
    case 4:
        asked.number = u"26110000000000000000"_s;
        break;
    case 5:
        asked.number.clear();
        break;
    case 6:
        asked.issued = QDate();
        break;
    default:
        asked.gross = Money();
    }
    const auto refused = m_still->buyer.prospect(asked);
    QVERIFY(!refused.ok());
    QCOMPARE(refused.fault().kind, kind);
    QVERIFY(!refused.fault().message.isEmpty());
}

void TestReversingBuyer::E3_theWrongSide()
{
    Shop shop;
    Received buyer(shop.practice);
    Received third(shop.practice, 4);
    const Invoice blue = shop.blue(u"B8"_s);
    // Unused: only the seller may.
    TRY_RESULT(unused, buyer.prospect(referenceTo(blue)));
    QVERIFY(!unused.may.obstacle.isEmpty() && unused.may.reasons.isEmpty());
    const auto early = buyer.apply(service::Reversing::wholeForm(unused, Side::Buyer, RedReason::Mistake));
    QVERIFY(!early.ok());
    QCOMPARE(early.fault().kind, FaultKind::Invalid);
    shop.tick(blue);
    const auto stranger = third.prospect(referenceTo(blue));
    QVERIFY(!stranger.ok());
    QCOMPARE(stranger.fault().kind, FaultKind::Rejected);
    const auto seller = await(shop.reversing().prospectAsBuyer(shop.actor, shop.company, referenceTo(blue)));
    QVERIFY(!seller.ok());
    QCOMPARE(seller.fault().kind, FaultKind::Invalid);
    QVERIFY(seller.fault().message.contains(blue.number));
    // As its seller the buyer finds no such invoice in his books.
    const auto notHis = await(buyer.reversing->prospect(buyer.actor, buyer.company, blue.number));
    QCOMPARE(notHis.fault().kind, FaultKind::NotFound);
    QVERIFY(shop.platformStates().isEmpty());
}

void TestReversingBuyer::whoMayNotIssueMayNotApply()
{
    Shop shop;
    Received buyer(shop.practice);
    const Invoice blue = shop.blue(u"B9"_s);
    shop.tick(blue);
    User viewer;
    viewer.account = u"viewer"_s;
    viewer.name = u"王只看"_s;
    viewer.roles = {u"viewer"_s};
    TRY_RESULT(id, buyer.services->accounts.add(buyer.actor, viewer, password()));
    Q_UNUSED(id)
    TRY_RESULT(known, buyer.prospect(referenceTo(blue)));
    TRY_RESULT(actor, buyer.services->accounts.signIn(u"viewer"_s, password()));
    QCOMPARE(await(buyer.reversing->prospectAsBuyer(actor, buyer.company, referenceTo(blue))).fault().kind,
        FaultKind::Denied);
    QCOMPARE(await(buyer.reversing->apply(
                       actor, buyer.company, service::Reversing::wholeForm(known, Side::Buyer, RedReason::Mistake)))
                 .fault()
                 .kind,
        FaultKind::Denied);
}

QTEST_GUILESS_MAIN(TestReversingBuyer)
#include "tst_reversing_buyer.moc"
