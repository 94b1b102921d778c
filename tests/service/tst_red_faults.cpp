// SPDX-License-Identifier: GPL-3.0-or-later
// Reversing where the platform tells what can not be used, or lets the company issue nothing.
#include "core/rules/red_lifecycle.h"
#include "tests/service/red_shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
/// The practice platform, but of a later version: of each list the last row is of a kind not known here.
class NewerPlatform final : public RedPlatform
{
public:
    explicit NewerPlatform(RedPlatform &platform)
        : m_platform(platform)
    {
    }
    QFuture<Result<RedFormReceipt>> applyForRed(const Route &route, const RedForm &form) override
    {
        return m_platform.applyForRed(route, form);
    }
    QFuture<Result<QDateTime>> answerRedForm(const Route &route, const RedForm &form, RedAnswer answer) override
    {
        return m_platform.answerRedForm(route, form, answer);
    }
    QFuture<Result<RedFormPage>> redForms(const Route &route, const RedFormFilter &filter) override
    {
        return m_platform.redForms(route, filter).then([](Result<RedFormPage> page) {
            if (page.ok() && !page->forms.isEmpty())
                page->forms.removeLast();
            return page;
        });
    }
    QFuture<Result<RedForm>> redForm(const Route &route, const QString &uuid, const QString &seller) override
    {
        return m_platform.redForm(route, uuid, seller);
    }
    QFuture<Result<InvoiceUse>> invoiceUse(
        const Route &route, InvoiceKind kind, const QString &number, QDate issued) override
    {
        return m_platform.invoiceUse(route, kind, number, issued);
    }
    QFuture<Result<Invoice>> verifiedInvoice(const Route &route, const BlueReference &blue) override
    {
        return m_platform.verifiedInvoice(route, blue);
    }

private:
    RedPlatform &m_platform;
};

/// What the buyer applies for at the platform: a piece of the first line.
bool buyerApplies(Shop &shop, const Invoice &blue)
{
    return shop.practice.control(u"red"_s,
        R"({"act":"apply","side":"buyer","reason":"02","lines":[{"line":1,"quantity":"-1","net":"-33.33","tax":"-4.33"}],"blue":")" +
            blue.number.toLatin1() + R"("})");
}

/// Whether a clerk reads what happened and what to do next.
bool saysBoth(const Fault &fault, const QString &happened, const QString &next)
{
    return fault.message.contains(happened) && fault.message.contains(next);
}
} // namespace

class TestRedFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E5_aFormThatIsNotKnownLeavesNothingToReckon();
    void E5_oneContradictionKeepsNoOtherOut();
    void E2_E3_E4_whoMayNotIssueIsToldWhy_data();
    void E2_E3_E4_whoMayNotIssueIsToldWhy();
    void E2_whoMayIssueAgainIsNotKeptWaiting();
    void E2_whatIsNotThereIsToldWithTheNextStep();
};

void TestRedFaults::E5_aFormThatIsNotKnownLeavesNothingToReckon()
{
    Shop shop;
    const Invoice blue = shop.blue(u"F1"_s);
    shop.tick(blue);
    QVERIFY(buyerApplies(shop, blue));
    NewerPlatform newer(shop.practice.red());
    service::Reversing reversing(shop.services(), newer);
    const auto may = await(reversing.prospect(shop.actor, shop.company, blue.number));
    QVERIFY(!may.ok()); // else all of the invoice would seem to be left
    QCOMPARE(may.fault().kind, FaultKind::Conflict);
    QVERIFY2(saysBoth(may.fault(), blue.number, u"Install the newest version"_s), qPrintable(may.fault().message));
    // Whoever only reads the lists gets what can be read.
    const QDate today = SystemClock().today();
    TRY_RESULT(sync, await(reversing.synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QCOMPARE(sync.read, 0);
}

void TestRedFaults::E5_oneContradictionKeepsNoOtherOut()
{
    Shop shop;
    const Invoice blue = shop.blue(u"F2"_s);
    shop.tick(blue);
    const QDate today = SystemClock().today();
    QVERIFY(buyerApplies(shop, blue));
    TRY_RESULT(first, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    TRY_RESULT(known, shop.reversing().forms().find(shop.actor, first.received.first()));
    // What is kept of the second is not what the platform has.
    QVERIFY(buyerApplies(shop, blue));
    RedForm other = known;
    for (const auto &form : shop.practice.told(u"red"_s).value(u"forms"_s).toArray())
        if (form[u"uuid"_s].toString() != known.uuid) {
            other.uuid = form[u"uuid"_s].toString();
            other.number = form[u"number"_s].toString();
        }
    QVERIFY(other.uuid != known.uuid);
    other.totals.net += Money::fromFen(1);
    TRY_RESULT(wrong, shop.stores().redForms.keep(other, 0));
    QVERIFY(buyerApplies(shop, blue));

    TRY_RESULT(sync, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QCOMPARE(sync.read, 3);
    QCOMPARE(sync.received.size(), 1); // the third, on the same page
    QCOMPARE(sync.unkept.size(), 1);
    QCOMPARE(sync.unkept.first().number, other.number);
    QVERIFY2(saysBoth(sync.unkept.first().why, other.number, u"compare the form"_s),
        qPrintable(sync.unkept.first().why.message));
    TRY_RESULT(kept, shop.stores().redForms.find(wrong));
    QCOMPARE(kept.totals, other.totals);
    // Nothing is reckoned upon what is in doubt.
    const auto may = await(shop.reversing().prospect(shop.actor, shop.company, blue.number));
    QVERIFY(!may.ok());
    QVERIFY2(saysBoth(may.fault(), other.number, u"compare the form"_s), qPrintable(may.fault().message));
}

void TestRedFaults::E2_E3_E4_whoMayNotIssueIsToldWhy_data()
{
    QTest::addColumn<QByteArray>("fact");
    QTest::addColumn<QString>("cause");
    QTest::newRow("a high risk") << QByteArray(R"("risk":"01")") << u"marked this company as a risk"_s;
    QTest::newRow("a red alert") << QByteArray(R"("alert":"01")") << u"marked this company as a risk"_s;
    QTest::newRow("marked") << QByteArray(R"("flagged":"Y")") << u"marked this company as a risk"_s;
    QTest::newRow("irregular") << QByteArray(R"("state":"05")") << u"state is 05"_s;
}

void TestRedFaults::E2_E3_E4_whoMayNotIssueIsToldWhy()
{
    QFETCH(const QByteArray, fact);
    QFETCH(const QString, cause);
    Shop shop;
    const Invoice blue = shop.blue(u"F3"_s);
    shop.tick(blue);
    const auto line = [&](int pieces) {
        return *rules::reversedByQuantity(
            shop.prospect(blue).may.left.first(), RedReason::GoodsReturned, Decimal(pieces));
    };
    const RedForm wanted = rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {line(2)});
    TRY_RESULT(agreed, await(shop.reversing().apply(shop.actor, shop.company, wanted)));
    QVERIFY(shop.act("agree", agreed));
    QVERIFY(buyerApplies(shop, blue));
    const QDate today = SystemClock().today();
    TRY_RESULT(sync, await(shop.reversing().synchronise(shop.actor, shop.company, today.addDays(-1), today)));
    QCOMPARE(sync.received.size(), 1);
    const RedForm again = rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {line(3)});

    QVERIFY(shop.practice.control(
        u"company"_s, R"({"tax_number":")" + shop.practice.route().taxNumber.toLatin1() + R"(",)" + fact + '}'));
    QVERIFY(await(shop.services().setup.refresh(shop.company, true)).ok());
    const auto calls = [&](const QString &operation) {
        return shop.practice.told(u"requests"_s).value(u"operations"_s)[operation][u"calls"_s].toInt();
    };
    const QStringList acts{u"QDHZQRDSQ"_s, u"QDHZQRDQR"_s, u"QDFPSC"_s};
    QList<int> before;
    for (const QString &act : acts)
        before.append(calls(act));
    const QList<Fault> faults{
        await(shop.reversing().apply(shop.actor, shop.company, again)).fault(),
        await(shop.reversing().answer(shop.actor, sync.received.first(), RedAnswer::Agree)).fault(),
        await(shop.reversing().issue(shop.actor, agreed.id)).fault(),
    };
    for (const Fault &fault : faults) {
        QCOMPARE(fault.kind, FaultKind::Conflict);
        QVERIFY2(saysBoth(fault, cause, u"Ask the tax office"_s), qPrintable(fault.message));
    }
    QList<int> after;
    for (const QString &act : acts)
        after.append(calls(act));
    QCOMPARE(after, before); // nobody was asked in vain
    // To refuse and to take back are open to everybody.
    TRY_RESULT(refused, await(shop.reversing().answer(shop.actor, sync.received.first(), RedAnswer::Refuse)));
    QCOMPARE(refused.state, RedFormState::RefusedBySeller);
}

void TestRedFaults::E2_whoMayIssueAgainIsNotKeptWaiting()
{
    Shop shop;
    const Invoice blue = shop.blue(u"F4"_s);
    const RedForm wanted = service::Reversing::wholeForm(shop.prospect(blue), Side::Seller, RedReason::Mistake);
    const QByteArray company = R"({"tax_number":")" + shop.practice.route().taxNumber.toLatin1() + R"(",)";
    QVERIFY(shop.practice.control(u"company"_s, company + R"("risk":"01"})"));
    QVERIFY(await(shop.services().setup.refresh(shop.company, true)).ok());
    QVERIFY(!await(shop.reversing().apply(shop.actor, shop.company, wanted)).ok());
    QVERIFY(shop.practice.control(u"company"_s, company + R"("risk":"04"})"));
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company, wanted)));
    QCOMPARE(form.state, RedFormState::NotNeeded);
}

void TestRedFaults::E2_whatIsNotThereIsToldWithTheNextStep()
{
    Shop shop;
    const QString number = u"26110000000000000000"_s;
    const auto invoice = await(shop.reversing().prospect(shop.actor, shop.company, number));
    QVERIFY(!invoice.ok());
    QCOMPARE(invoice.fault().kind, FaultKind::NotFound);
    QVERIFY2(saysBoth(invoice.fault(), number, u"Check the number"_s), qPrintable(invoice.fault().message));
    const auto form = shop.reversing().forms().findByName(shop.actor, shop.company, number);
    QVERIFY(!form.ok());
    QCOMPARE(form.fault().kind, FaultKind::NotFound);
    QVERIFY2(saysBoth(form.fault(), u"no such confirmation form"_s, u"read the forms from the tax platform"_s),
        qPrintable(form.fault().message));
}

QTEST_GUILESS_MAIN(TestRedFaults)
#include "tst_red_faults.moc"
