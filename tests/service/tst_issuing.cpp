// SPDX-License-Identifier: GPL-3.0-or-later
// Preparing invoices: what is stored, what is refused, and that a second run changes nothing.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;

class IssuingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        QVERIFY(await(office->services().stock.ensure(office->company, 10, Money::fromFen(100'000'00))).ok());
    }

    void anInvoiceIsStoredWithNumberCreditOutboxAndAudit()
    {
        const auto before = *office->services().stock.level(office->company);
        const auto done = office->services().issuing.submit(office->actor, office->company, Office::draft("S1"_s));
        QVERIFY2(done.invoice.ok(), done.invoice.ok() ? "" : qPrintable(done.invoice.fault().message));
        const auto invoice = *office->stores().invoices.find(*done.invoice);
        QCOMPARE(invoice.state, InvoiceState::Queued);
        QCOMPARE(invoice.number.size(), 20);
        QCOMPARE(invoice.totals.net.toString(), "100.00"_s);
        QCOMPARE(invoice.totals.tax.toString(), "13.00"_s);
        QCOMPARE(invoice.issuer, "Li Si"_s);
        QCOMPARE(invoice.seller.name, "Practice Trading"_s);
        const auto after = *office->services().stock.level(office->company);
        QCOMPARE(before.numbers - after.numbers, 1);
        QCOMPARE((before.credit - after.credit).toString(), "100.00"_s);
        QVERIFY((*office->stores().outbox.find(*done.invoice)).has_value());
        const auto audit = *office->stores().audit.ofObject(QStringLiteral("invoice/%1").arg(done.invoice->value()));
        QCOMPARE(audit.size(), 1);
        QCOMPARE(audit.first().act, "invoice.submit"_s);
        QCOMPARE(audit.first().actor, "admin"_s);
    }

    void theSerialIsTheKey()
    {
        const auto first = office->services().issuing.submit(office->actor, office->company, Office::draft("S1"_s));
        const auto again =
            office->services().issuing.submit(office->actor, office->company, Office::draft("S1"_s, "226.00"_s));
        QCOMPARE(*again.invoice, *first.invoice);
        QCOMPARE((*office->stores().invoices.find(*first.invoice)).totals.gross().toString(), "113.00"_s);
        const auto twice = *office->services().issuing.submitAll(
            office->actor, office->company, {Office::draft("S2"_s), Office::draft("S2"_s)});
        QVERIFY(twice[0].invoice.ok());
        QVERIFY(!twice[1].invoice.ok());
    }

    void aMistypedNumberMakesNoSecondCustomer()
    {
        const auto issue = [this](const QString &serial, const QString &buyer, const QString &number) {
            InvoiceDraft draft = Office::draft(serial);
            draft.buyer.name = buyer;
            draft.buyer.taxNumber = number;
            const auto done = *office->services().issuing.submitAll(office->actor, office->company, {draft});
            QVERIFY(done.constFirst().invoice.ok()); // the number is doubted, not refused
        };
        const auto numbersOf = [this](const QString &buyer) {
            return office->stores().customers.taxNumbers(office->company, buyer, CustomerId(1000)).valueOr({});
        };
        issue("S1"_s, "甲公司"_s, "91430104MA4T8FT50U"_s);
        issue("S2"_s, "甲公司"_s, "91430104MA4T8FT50X"_s); // the check digit does not fit
        QCOMPARE(numbersOf("甲公司"_s), QStringList{"91430104MA4T8FT50U"_s});
        issue("S3"_s, "甲公司"_s, "91110000YL0000012K"_s); // a branch, perhaps
        QCOMPARE(numbersOf("甲公司"_s).size(), 2);
        issue("S4"_s, "乙公司"_s, "91430104MA4T8FT50X"_s); // nothing better is known of him
        QCOMPARE(numbersOf("乙公司"_s), QStringList{"91430104MA4T8FT50X"_s});
    }

    void aDraftThatBreaksARuleTakesNothing()
    {
        InvoiceDraft bad = Office::draft("S1"_s);
        bad.buyer.name.clear();
        const auto before = *office->services().stock.level(office->company);
        const auto done = office->services().issuing.submit(office->actor, office->company, bad);
        QCOMPARE(done.invoice.fault().kind, FaultKind::Invalid);
        QVERIFY(hasErrors(done.findings));
        QCOMPARE(done.findings.first().field, "buyer.name"_s);
        const auto after = *office->services().stock.level(office->company);
        QCOMPARE(after.numbers, before.numbers);
        QCOMPARE(after.credit, before.credit);
    }

    void whatNumbersAndCreditSufficeForIsStored()
    {
        const auto level = *office->services().stock.level(office->company);
        // Each takes 40 % of the credit: two fit.
        const QString amount = Money::fromFen(level.credit.fen() * 2 / 5).toString();
        QList<InvoiceDraft> drafts;
        for (int i = 0; i < 3; ++i) {
            drafts.append(Office::draft(QStringLiteral("C%1").arg(i), amount));
            drafts.last().taxIncluded = false;
        }
        const auto done = *office->services().issuing.submitAll(office->actor, office->company, drafts);
        QVERIFY(done[0].invoice.ok());
        QVERIFY(done[1].invoice.ok());
        QCOMPARE(done[2].invoice.fault().kind, FaultKind::Conflict);
        QVERIFY(*office->stores().numbers.available(office->company, 2026) == level.numbers - 2);
    }

    void aDiskThatFillsUpLeavesWhatWasStored()
    {
        const auto pragma = [&](const QString &text) {
            qint64 value = 0;
            const Outcome done =
                office->stores().database.prepared(text).each([&](const store::Row &row) { value = row.whole(0); });
            return done.ok() ? value : -1;
        };
        QVERIFY(await(office->services().stock.ensure(office->company, 1300, Money::fromFen(10'000'000'00))).ok());
        const auto draftsOf = [](const QString &prefix, int count) {
            QList<InvoiceDraft> drafts;
            for (int i = 0; i < count; ++i)
                drafts.append(Office::draft(prefix + QString::number(i)));
            return drafts;
        };
        const int firstChunk = service::Issuing::chunk / 4;
        const qint64 before = pragma("PRAGMA page_count"_s);
        QVERIFY(office->services().issuing.submitAll(office->actor, office->company, draftsOf("A"_s, firstChunk)).ok());
        const qint64 pages = pragma("PRAGMA page_count"_s);
        pragma(QStringLiteral("PRAGMA max_page_count = %1").arg(pages + (pages - before) * 3 / 2));

        const auto done =
            office->services().issuing.submitAll(office->actor, office->company, draftsOf("B"_s, firstChunk + 600));
        QVERIFY(done.ok());
        QCOMPARE(done->size(), firstChunk + 600);
        QVERIFY(done->at(firstChunk - 1).invoice.ok());
        QCOMPARE(done->at(firstChunk).invoice.fault().kind, FaultKind::Storage);
        QCOMPARE(done->last().invoice.fault().kind, FaultKind::Storage);
        QCOMPARE(*office->stores().outbox.pendingCount(), 2 * firstChunk);

        pragma("PRAGMA max_page_count = 1000000"_s); // room again: a second run goes on
        const auto again =
            office->services().issuing.submitAll(office->actor, office->company, draftsOf("B"_s, firstChunk + 600));
        QVERIFY(again.ok() && again->last().invoice.ok());
        QCOMPARE(*again->first().invoice, *done->first().invoice);
        QCOMPARE(*office->stores().outbox.pendingCount(), 2 * firstChunk + 600);
    }

    void withoutTheRightNothingIsIssued()
    {
        const auto viewer =
            office->services().accounts.add(office->actor, {{}, "viewer"_s, "Wang Wu"_s, {"viewer"_s}}, password());
        QVERIFY(viewer.ok());
        const Actor actor = *office->services().accounts.signIn("viewer"_s, password());
        const auto done = office->services().issuing.submit(actor, office->company, Office::draft("S1"_s));
        QCOMPARE(done.invoice.fault().kind, FaultKind::Denied);
        QVERIFY(done.invoice.fault().message.contains("Administrator"_s)); // says who may
        QCOMPARE(*office->stores().outbox.pendingCount(), 0);
    }

    void aUserDisabledMeanwhileCanNotGoOn()
    {
        const auto id =
            office->services().accounts.add(office->actor, {{}, "clerk"_s, "Zhao Liu"_s, {"issuer"_s}}, password());
        QVERIFY(id.ok());
        const Actor clerk = *office->services().accounts.signIn("clerk"_s, password());
        QVERIFY(office->services().issuing.submit(clerk, office->company, Office::draft("S1"_s)).invoice.ok());
        QVERIFY(office->services().accounts.setEnabled(office->actor, *id, false).ok());
        const auto done = office->services().issuing.submit(clerk, office->company, Office::draft("S2"_s));
        QCOMPARE(done.invoice.fault().kind, FaultKind::Denied);
    }

    void aCompanyOutsideTheScopeIsRefused()
    {
        User user{{}, "other"_s, "Sun Qi"_s, {"issuer"_s}};
        user.allCompanies = false;
        QVERIFY(office->services().accounts.add(office->actor, user, password()).ok());
        const Actor actor = *office->services().accounts.signIn("other"_s, password());
        const auto done = office->services().issuing.submit(actor, office->company, Office::draft("S1"_s));
        QCOMPARE(done.invoice.fault().kind, FaultKind::Denied);
    }

    void aDiscardedInvoiceFreesItsNumber()
    {
        const auto done = office->services().issuing.submit(office->actor, office->company, Office::draft("S1"_s));
        const auto queued = *office->stores().invoices.find(*done.invoice);
        office->platform.bad.insert(queued.number, "quota"_s);
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE((*office->stores().invoices.find(*done.invoice)).state, InvoiceState::Refused);
        QVERIFY(office->services().issuing.discard(office->actor, *done.invoice).ok());
        QCOMPARE((*office->stores().invoices.find(*done.invoice)).state, InvoiceState::Discarded);
        const auto next = office->services().issuing.submit(office->actor, office->company, Office::draft("S2"_s));
        QCOMPARE((*office->stores().invoices.find(*next.invoice)).number, queued.number);
        QCOMPARE(office->services().issuing.discard(office->actor, *done.invoice).fault().kind, FaultKind::Conflict);
    }

    void aRefusedInvoiceGoesOutCorrectedUnderItsNumber()
    {
        const auto done = office->services().issuing.submit(office->actor, office->company, Office::draft("S1"_s));
        const QString number = (*office->stores().invoices.find(*done.invoice)).number;
        office->platform.bad.insert(number, "wrong buyer"_s);
        office->services().runner.start();
        QVERIFY(office->drain());
        const auto creditAfterRefusal = (*office->services().stock.level(office->company)).credit;
        office->platform.bad.clear();
        InvoiceDraft corrected = Office::draft("S1"_s, "226.00"_s);
        const auto again = office->services().issuing.submit(office->actor, office->company, corrected);
        QCOMPARE(*again.invoice, *done.invoice);
        QVERIFY(office->drain());
        const auto invoice = *office->stores().invoices.find(*done.invoice);
        QCOMPARE(invoice.state, InvoiceState::Issued);
        QCOMPARE(invoice.number, number);
        QCOMPARE(office->platform.ledger.value(number).totals.gross().toString(), "226.00"_s);
        QCOMPARE(
            (creditAfterRefusal - (*office->services().stock.level(office->company)).credit).toString(), "200.00"_s);
        QCOMPARE(office->disagreement(), QString());
    }

private:
    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(IssuingTest)
#include "tst_issuing.moc"
