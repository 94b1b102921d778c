// SPDX-License-Identifier: GPL-3.0-or-later
// The outbox runner against a platform that misbehaves: whatever happens, the ledger and the books agree at the end.
#include "tests/service/office.h"

#include <QRandomGenerator>

using namespace kp;
using namespace kp::test;

class OutboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        QVERIFY(await(office->services().stock.ensure(office->company, 300, Money::fromFen(1'000'000'00))).ok());
    }

    void aBatchIsCutIntoUploadsOfAHundred()
    {
        submit(250);
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->platform.largestUpload, 100);
        QCOMPARE(office->platform.uploads, 3);
        QCOMPARE(office->platform.ledger.size(), 250);
        QCOMPARE(office->disagreement(), QString());
    }

    void aLostAnswerIsSettledByTheSameNumber()
    {
        submit(3);
        office->platform.script = {Turn::LostAnswer};
        office->services().runner.start();
        QVERIFY(office->drain());
        for (const int times : std::as_const(office->platform.received))
            QCOMPARE(times, 2); // sent again, answered "duplicate"
        const auto issued = office->stores().invoices.inState(InvoiceState::Issued);
        QCOMPARE(issued->size(), 3);
        for (const InvoiceId id : *issued)
            QVERIFY((*office->stores().invoices.find(id)).message.contains("accepted it before"_s));
        QCOMPARE(office->disagreement(), QString());
    }

    void nothingSentLeavesItQueued()
    {
        submit(1);
        office->platform.script = {Turn::Offline};
        QStringList troubles;
        connect(&office->services().runner, &service::OutboxRunner::troubled, this,
            [&](const QString &message) { troubles.append(message); });
        office->services().runner.start();
        QTRY_COMPARE(troubles.size(), 1);
        QCOMPARE(office->stores().invoices.inState(InvoiceState::Queued)->size(), 1);
        QVERIFY(office->drain());
        QCOMPARE(office->disagreement(), QString());
    }

    void oneBadInvoiceDoesNotHoldUpItsBatch()
    {
        office->platform.poisonedItem = "Poison"_s;
        QList<InvoiceDraft> drafts = Office::drafts(40);
        drafts[17].lines[0].item = "Poison"_s;
        QVERIFY(office->services().issuing.submitAll(office->actor, office->company, drafts).ok());
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->platform.ledger.size(), 39);
        const auto refused = *office->stores().invoices.inState(InvoiceState::Refused);
        QCOMPARE(refused.size(), 1);
        QCOMPARE((*office->stores().invoices.find(refused.first())).serial, "S17"_s);
        QCOMPARE((*office->stores().invoices.find(refused.first())).message, "malformed"_s);
        QCOMPARE(office->disagreement(), QString());
    }

    void aRefusedCallAfterALostAnswerIsNotBelieved()
    {
        submit(1);
        office->platform.script = {Turn::LostAnswer, Turn::Refuse};
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->stores().invoices.inState(InvoiceState::Issued)->size(), 1);
        QCOMPARE(office->disagreement(), QString());
    }

    void aLostReceiptIsUploadedAgain()
    {
        submit(2);
        office->platform.script = {Turn::Answer};
        office->services().runner.start();
        QTRY_COMPARE(office->stores().invoices.inState(InvoiceState::Processing)->size(), 2);
        office->platform.forgetReceipts();
        QVERIFY(office->drain());
        QCOMPARE(office->disagreement(), QString());
    }

    void stillProcessingIsAskedAgain()
    {
        submit(1);
        office->platform.processingPolls = 5;
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->platform.uploads, 1);
        QCOMPARE(office->disagreement(), QString());
    }

    void aRefusalGivesTheCreditBack()
    {
        const auto before = *office->services().stock.level(office->company);
        const auto ids = submit(1);
        office->platform.bad.insert((*office->stores().invoices.find(ids.first())).number, "buyer unknown"_s);
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE((*office->stores().invoices.find(ids.first())).message, "buyer unknown"_s);
        QCOMPARE((*office->services().stock.level(office->company)).credit, before.credit);
    }

    void whatWasBeingSentIsSettledAtTheNextStart()
    {
        submit(5);
        office->platform.script = {Turn::LostAnswer};
        office->services().runner.start();
        QTRY_COMPARE(office->platform.ledger.size(), 5); // it arrived; the answer is on its way
        office->open();                                  // the program is gone and starts anew
        QVERIFY(office->services().runner.recover().ok());
        QCOMPARE(office->stores().invoices.inState(InvoiceState::Unknown)->size(), 5);
        office->services().runner.start();
        QVERIFY(office->drain());
        QCOMPARE(office->disagreement(), QString());
    }

    void randomTroubleNeverMakesTheBooksDisagree_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::newRow(qPrintable(QStringLiteral("seed %1").arg(seed))) << seed;
    }
    void randomTroubleNeverMakesTheBooksDisagree()
    {
        QFETCH(quint32, seed);
        QRandomGenerator random(seed);
        submit(120);
        for (int i = 0; i < 12; ++i)
            office->platform.script.append(static_cast<Turn>(random.bounded(5)));
        const auto some = office->stores().invoices.inState(InvoiceState::Queued);
        for (const InvoiceId id : *some)
            if (random.bounded(10) == 0)
                office->platform.bad.insert((*office->stores().invoices.find(id)).number, "no"_s);
        office->services().runner.start();
        if (random.bounded(2) == 0) {
            QTRY_VERIFY(office->platform.uploads > 0);
            office->open();
            QVERIFY(office->services().runner.recover().ok());
            office->services().runner.start();
        }
        QVERIFY(office->drain());
        QCOMPARE(office->disagreement(), QString());
    }

private:
    QList<InvoiceId> submit(int count)
    {
        QList<InvoiceId> ids;
        const auto done = office->services().issuing.submitAll(office->actor, office->company, Office::drafts(count));
        for (const service::Submission &submission : *done)
            ids.append(*submission.invoice);
        return ids;
    }
    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(OutboxTest)
#include "tst_outbox.moc"
