// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook of orders from end to end, with a scripted platform.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;
using service::OrderState;

class BatchTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        office->services().runner.start();
        // Time passes: whatever waits out a delay becomes due.
        connect(&m_passing, &QTimer::timeout, this, [this] {
            office->clock.advance(1000);
            QVERIFY(office->services().runner.wake().ok());
        });
        m_passing.start(5);
    }
    void cleanup()
    {
        m_passing.stop();
        m_passing.disconnect(this);
        office.reset();
    }

    void goodOrdersAreIssuedAndBadOnesAreNot()
    {
        OrderSheet sheet = sheetOf(4);
        sheet.orders[1].draft.buyer.name.clear();
        sheet.orders[2].findings.append({{"2"_s, 5, 9}, "not a rate"_s, Severity::Error});
        const auto report = issue(sheet);
        QCOMPARE(report.orders[0].state, OrderState::Issued);
        QCOMPARE(report.orders[0].number.size(), 20);
        QCOMPARE(report.orders[1].state, OrderState::Invalid);
        QCOMPARE(report.orders[1].messages.first().place, sheet.orders[1].head.place("buyer.name"_s));
        QCOMPARE(report.orders[2].state, OrderState::Invalid);
        QCOMPARE(report.orders[2].messages.size(), 1); // the cause, not its consequences
        QCOMPARE(report.orders[3].state, OrderState::Issued);
        QCOMPARE(office->platform.ledger.size(), 2);
        QCOMPARE(report.count(OrderState::Invalid), 2);
    }

    void aDryRunChangesNothing()
    {
        const auto report = *office->services().batch.dryRun(office->actor, office->company, sheetOf(3));
        QCOMPARE(report.count(OrderState::Pending), 3);
        QCOMPARE(office->platform.uploads, 0);
        QCOMPARE(*office->stores().outbox.pendingCount(), 0);
        QCOMPARE(office->platform.downloaded, Money());
    }

    void runningItAgainIssuesNothingTwice()
    {
        const auto first = issue(sheetOf(3));
        const auto second = issue(sheetOf(5));
        QCOMPARE(office->platform.ledger.size(), 5);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(second.orders[i].number, first.orders[i].number);
        for (const int times : std::as_const(office->platform.received))
            QCOMPARE(times, 1);
    }

    void aSerialThatMeansAnotherInvoiceIsSaid()
    {
        const QString number = issue(sheetOf(2)).orders[0].number;
        OrderSheet sheet = sheetOf(2); // last month's numbering begun anew
        sheet.orders[0].draft.buyer.name = "Another Buyer"_s;
        const auto report = issue(sheet);
        QCOMPARE(report.orders[0].state, OrderState::Invalid);
        QCOMPARE(report.orders[0].messages.size(), 1);
        QVERIFY(report.orders[0].messages.first().text.contains(number));
        QCOMPARE(report.orders[0].messages.first().place, sheet.orders[0].head.place("serial"_s));
        QCOMPARE(report.orders[1].state, OrderState::Issued);
        QCOMPARE(office->platform.ledger.size(), 2);
    }

    void aRefusedOrderIsSentAgainWhenItIsRunAgain()
    {
        office->platform.poisonedItem = "Copy paper"_s;
        const auto refused = issue(sheetOf(1));
        QCOMPARE(refused.orders[0].state, OrderState::Refused);
        QCOMPARE(refused.orders[0].messages.first().text, "malformed"_s);
        QVERIFY(refused.orders[0].messages.last().text.startsWith("Correct the order"_s));
        office->platform.poisonedItem.clear();
        const auto issued = issue(sheetOf(1));
        QCOMPARE(issued.orders[0].state, OrderState::Issued);
        QCOMPARE(issued.orders[0].number, refused.orders[0].number);
    }

    void aSilentPlatformLeavesOrdersPendingWithAReason()
    {
        for (int i = 0; i < 1000; ++i) // more than it can ask in that time
            office->platform.script.append(Turn::LostCall);
        const auto report = await(
            office->services().batch.issue(office->actor, office->company, sheetOf(2), std::chrono::milliseconds(200)));
        QCOMPARE(report->count(OrderState::Pending), 2);
        QVERIFY(!report->orders[0].messages.isEmpty());
        office->platform.script.clear();
        const auto later = issue(sheetOf(2));
        QCOMPARE(later.count(OrderState::Issued), 2);
        QCOMPARE(office->disagreement(), QString());
    }

    void anUnansweredQuestionIsSaidAtTheOrder()
    {
        // Numbers, credit and upload go well; then nobody answers for the result.
        office->platform.script = {Turn::Answer, Turn::Answer, Turn::Answer};
        for (int i = 0; i < 1000; ++i) // more than it can ask in that time
            office->platform.script.append(Turn::LostCall);
        const auto report = await(
            office->services().batch.issue(office->actor, office->company, sheetOf(1), std::chrono::milliseconds(200)));
        QCOMPARE(report->orders[0].state, OrderState::Pending);
        QStringList words;
        for (const CellFinding &finding : report->orders[0].messages)
            words.append(finding.text);
        QCOMPARE(words, QStringList({"Being processed"_s, "not reachable"_s, "Issue the workbook again to go on."_s}));
    }

    void missingCreditIsSaidAtTheOrder()
    {
        office->platform.pool = *Money::parse(u"150.00");
        const auto report = issue(sheetOf(3));                // 100.00 net each
        QCOMPARE(report.orders[0].state, OrderState::Issued); // what the pool held sufficed for one
        QCOMPARE(report.count(OrderState::Pending), 2);
        QVERIFY(report.orders[1].messages.last().text.contains("the pool is empty"_s));
    }

private:
    static OrderSheet sheetOf(int count)
    {
        OrderSheet sheet;
        for (int i = 0; i < count; ++i) {
            Order order;
            order.draft = Office::draft(QStringLiteral("B%1").arg(i));
            order.head = {"1"_s, 4 + i, {{"serial"_s, 1}, {"buyer.name"_s, 6}}};
            order.lines.append({"2"_s, 4 + i, {{"serial"_s, 1}, {"item"_s, 2}}});
            sheet.orders.append(order);
        }
        return sheet;
    }
    service::BatchReport issue(const OrderSheet &sheet)
    {
        return *await(
            office->services().batch.issue(office->actor, office->company, sheet, std::chrono::milliseconds(15'000)));
    }
    std::unique_ptr<Office> office;
    QTimer m_passing;
};

QTEST_GUILESS_MAIN(BatchTest)
#include "tst_batch.moc"
