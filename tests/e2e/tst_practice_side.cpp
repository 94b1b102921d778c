// SPDX-License-Identifier: GPL-3.0-or-later
// Practice mode with the platform built into the program: whoever practises plays the other side as well.
#include "app/profile/profile.h"
#include "tests/net/settled.h"
#include "tests/service/office.h"

#include <QTemporaryDir>
#include <QTest>

using namespace kp;
using namespace kp::test;

namespace
{
const QString technologyNumber = QStringLiteral("91110000YL0000012K");
const QString tradeNumber = QStringLiteral("91310000YL0000020U");
} // namespace

class TestPracticeSide : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_profile.reset(); }
    void theBuyerTicksAndAgrees();
    void theBuyerRefuses();
    void theBuyerAppliesAndWithdraws();
    void theSellerAnswersItsBuyer();
    void anUntouchedInvoiceIsTheSellersAlone();
    void theClockIsMovedToTheLapse();

private:
    Invoice blue();
    [[nodiscard]] PracticeSide &otherSide() { return *m_otherSide; }
    service::Reversing &reversing() { return m_profile->reversing(); }
    Result<RedForm> apply(const Invoice &blue, RedReason reason, Money net);
    RedForm refreshed(const RedForm &form) { return *await(reversing().refresh(m_actor, form.id)); }
    /// A form of the seller's, as it is heard of; empty when it is not.
    RedForm heard(const QString &uuid);

    QTemporaryDir m_folder;
    std::unique_ptr<app::Profile> m_profile;
    PracticeSide *m_otherSide = nullptr;
    Actor m_actor;
    CompanyId m_technology;
    CompanyId m_trade;
    int m_serial = 0;
};

void TestPracticeSide::initTestCase()
{
    auto opened = app::Profile::open(m_folder.filePath(QStringLiteral("profile")));
    QVERIFY2(opened.ok(), opened.ok() ? "" : qPrintable(opened.fault().message));
    m_profile = std::move(opened).value();
    const auto actor = m_profile->createAdministrator(QStringLiteral("admin"), QStringLiteral(u"李样例"), password());
    QVERIFY2(actor.ok(), actor.ok() ? "" : qPrintable(actor.fault().message));
    m_actor = *actor;
    QVERIFY(m_profile->practiceSide() == nullptr);
    const Outcome connected = await(m_profile->connectPractice(m_actor));
    QVERIFY2(connected.ok(), connected.ok() ? "" : qPrintable(connected.fault().message));
    m_otherSide = m_profile->practiceSide();
    QVERIFY(m_otherSide != nullptr);
    const auto companies = m_profile->stores().companies.companies(store::Scope::everything());
    QVERIFY(companies.ok());
    for (const Company &company : *companies) {
        if (company.party.taxNumber == technologyNumber)
            m_technology = company.id;
        if (company.party.taxNumber == tradeNumber)
            m_trade = company.id;
    }
    QVERIFY(m_technology.isValid() && m_trade.isValid());
}

/// Issued by the technology company to the trade company, two lines of one code.
Invoice TestPracticeSide::blue()
{
    InvoiceDraft draft;
    draft.serial = QStringLiteral("S%1").arg(++m_serial);
    draft.taxIncluded = false;
    draft.buyer.name = QStringLiteral(u"演练海棠商贸有限公司");
    draft.buyer.taxNumber = tradeNumber;
    DraftLine coding;
    coding.item = QStringLiteral(u"软件开发");
    coding.classification = QStringLiteral("3040201010000000000");
    coding.amount = Money::fromFen(1'000'00);
    coding.rate = TaxRate::fromMillionths(60'000);
    draft.lines = {coding, coding};
    service::Services &services = m_profile->services();
    const service::Submission submission = await(services.desk.issue(m_actor, m_technology, draft, {}));
    if (!submission.invoice.ok())
        qFatal("%s", qPrintable(submission.invoice.fault().message));
    const QList<InvoiceId> ids{*submission.invoice};
    const bool settled = await(services.runner.settled(ids, std::chrono::seconds(20)));
    const Invoice stored = m_profile->stores().invoices.find(*submission.invoice).valueOr(Invoice());
    if (!settled || stored.state != InvoiceState::Issued)
        qFatal("%s", qPrintable(stored.message));
    return stored;
}

Result<RedForm> TestPracticeSide::apply(const Invoice &blue, RedReason reason, Money net)
{
    KP_TRY(known, await(reversing().prospect(m_actor, m_technology, blue.number)));
    const auto line = rules::reversedByAmount(known.may.left.first(), reason, net);
    if (!line)
        return Fault{FaultKind::Invalid, QStringLiteral("no such part")};
    return await(reversing().apply(m_actor, m_technology, rules::composeRedForm(blue, Side::Seller, reason, {*line})));
}

RedForm TestPracticeSide::heard(const QString &uuid)
{
    const QDate today = SystemClock().today();
    const auto sync = await(reversing().synchronise(m_actor, m_technology, today.addDays(-1), today));
    const auto form = m_profile->stores().redForms.findByUuid(m_technology, uuid);
    return sync.ok() && form.ok() ? form->value_or(RedForm()) : RedForm();
}

void TestPracticeSide::theBuyerTicksAndAgrees()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().tick(invoice.number)).ok());
    const auto form = apply(invoice, RedReason::Allowance, Money::fromFen(100'00));
    QVERIFY2(form.ok(), form.ok() ? "" : qPrintable(form.fault().message));
    QCOMPARE(form->state, RedFormState::AwaitsBuyer);
    QVERIFY(settled(otherSide().answer(*form, RedAnswer::Agree)).ok());
    QCOMPARE(refreshed(*form).state, RedFormState::Confirmed);
    const Outcome twice = settled(otherSide().answer(*form, RedAnswer::Agree));
    QVERIFY(!twice.ok());
    QCOMPARE(twice.fault().kind, FaultKind::Rejected);
    QVERIFY(!twice.fault().message.isEmpty());
    QCOMPARE(settled(otherSide().answer(RedForm(), RedAnswer::Agree)).fault().kind, FaultKind::Invalid);
}

void TestPracticeSide::theBuyerRefuses()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().post(invoice.number)).ok());
    const auto form = apply(invoice, RedReason::Allowance, Money::fromFen(100'00));
    QVERIFY(form.ok());
    QVERIFY(settled(otherSide().answer(*form, RedAnswer::Refuse)).ok());
    QCOMPARE(refreshed(*form).state, RedFormState::RefusedByBuyer);
}

void TestPracticeSide::theBuyerAppliesAndWithdraws()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().tick(invoice.number)).ok());
    const auto known = await(reversing().prospect(m_actor, m_technology, invoice.number));
    QVERIFY(known.ok());
    const auto part =
        rules::reversedByAmount(known->may.left.last(), RedReason::ServiceStopped, Money::fromFen(250'00));
    QVERIFY(part);
    const auto uuid = settled(otherSide().applyAsBuyer(invoice.number, RedReason::ServiceStopped, {*part}));
    QVERIFY2(uuid.ok(), uuid.ok() ? "" : qPrintable(uuid.fault().message));
    const RedForm form = heard(*uuid);
    QCOMPARE(form.state, RedFormState::AwaitsSeller);
    QCOMPARE(form.totals.net, Money::fromFen(-250'00));
    QVERIFY(settled(otherSide().answer(form, RedAnswer::Withdraw)).ok());
    QCOMPARE(refreshed(form).state, RedFormState::Withdrawn);
    const auto whole = settled(otherSide().applyAsBuyer(invoice.number, RedReason::Mistake));
    QVERIFY2(whole.ok(), whole.ok() ? "" : qPrintable(whole.fault().message));
    QCOMPARE(heard(*whole).totals.net, -invoice.totals.net);
}

void TestPracticeSide::theSellerAnswersItsBuyer()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().tick(invoice.number)).ok());
    const BlueReference reference{invoice.number, invoice.kind, invoice.issuedAt.date(), invoice.totals.gross()};
    const auto known = await(reversing().prospectAsBuyer(m_actor, m_trade, reference));
    QVERIFY2(known.ok(), known.ok() ? "" : qPrintable(known.fault().message));
    const RedForm wanted = service::Reversing::wholeForm(*known, Side::Buyer, RedReason::Mistake);
    const auto form = await(reversing().apply(m_actor, m_trade, wanted));
    QVERIFY2(form.ok(), form.ok() ? "" : qPrintable(form.fault().message));
    QCOMPARE(form->side, Side::Buyer);
    QVERIFY(settled(otherSide().answer(*form, RedAnswer::Agree)).ok());
    QCOMPARE(refreshed(*form).state, RedFormState::Confirmed);
}

void TestPracticeSide::anUntouchedInvoiceIsTheSellersAlone()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().tick(invoice.number)).ok());
    QVERIFY(settled(otherSide().post(invoice.number)).ok());
    QVERIFY(settled(otherSide().untouch(invoice.number)).ok());
    const auto known = await(reversing().prospect(m_actor, m_technology, invoice.number));
    QVERIFY(known.ok() && !known->may.used);
    const auto refused = settled(otherSide().applyAsBuyer(invoice.number, RedReason::Mistake));
    QVERIFY(!refused.ok());
    QCOMPARE(refused.fault().kind, FaultKind::Rejected);
    QVERIFY(!refused.fault().message.isEmpty());
    const Outcome unknown = settled(otherSide().tick(QStringLiteral("26110000000000000000")));
    QVERIFY(!unknown.ok());
    QCOMPARE(unknown.fault().kind, FaultKind::Rejected);
}

void TestPracticeSide::theClockIsMovedToTheLapse()
{
    const Invoice invoice = blue();
    QVERIFY(settled(otherSide().tick(invoice.number)).ok());
    const auto form = apply(invoice, RedReason::Allowance, Money::fromFen(100'00));
    QVERIFY(form.ok());
    const auto there = settled(otherSide().moveClock(std::chrono::hours(71)));
    QVERIFY(there.ok());
    QCOMPARE(*there, 71 * 3600);
    QCOMPARE(refreshed(*form).state, RedFormState::AwaitsBuyer);
    QVERIFY(settled(otherSide().moveClock(std::chrono::hours(2))).ok());
    QCOMPARE(refreshed(*form).state, RedFormState::Lapsed);
    const auto back = settled(otherSide().moveClock(std::chrono::hours(-73)));
    QVERIFY(back.ok());
    QCOMPARE(*back, 0);
}

QTEST_GUILESS_MAIN(TestPracticeSide)
#include "tst_practice_side.moc"
