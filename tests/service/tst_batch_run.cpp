// SPDX-License-Identifier: GPL-3.0-or-later
// A workbook that is issued in portions, paused, taken up again; and what it needs before anything is sent.
#include "core/service/batch_need.h"
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;
using service::BatchReport;
using service::OrderState;
using Which = service::BatchIssuing::Which;

class BatchRunTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
        office->services().runner.start();
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

    void D11_portionsGrowUntilAllAreIssued()
    {
        const BatchReport report = run(sheetOf(75), Which::Fresh);
        QCOMPARE(report.count(OrderState::Issued), 75);
        QCOMPARE(office->platform.ledger.size(), 75);
        QVERIFY(office->platform.uploads >= 4); // 10, 20, 40, 5
        for (const service::OrderResult &order : report.orders)
            QVERIFY(order.invoice.isValid());
        QCOMPARE(office->disagreement(), QString());
    }

    void D11_aPauseHandsNothingElseInAndARestartGoesOn()
    {
        office->platform.processingPolls = 1'000'000; // the first portion stays on its way
        const OrderSheet sheet = sheetOf(30);
        QVERIFY(batch().keep(office->actor, office->company, "orders.xlsx"_s, "bytes").ok());
        std::optional<BatchReport> paused;
        start(sheet, Which::Fresh, paused);
        QTRY_COMPARE(*office->stores().outbox.pendingCount(), 10);
        QVERIFY(batch().isRunning(office->company));
        QVERIFY(batch().pause(office->actor, office->company).ok());
        QTRY_VERIFY(paused.has_value());
        QVERIFY(!batch().isRunning(office->company));
        QCOMPARE(paused->count(OrderState::Pending), 30);
        QCOMPARE(std::count_if(paused->orders.begin(), paused->orders.end(),
                     [](const service::OrderResult &order) { return order.invoice.isValid(); }),
            10);
        QVERIFY((*batch().kept(office->actor, office->company))->begun);

        reopen();
        office->platform.processingPolls = 0;
        const auto kept = *batch().kept(office->actor, office->company);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->name, "orders.xlsx"_s);
        QCOMPARE(kept->workbook, QByteArray("bytes"));
        QVERIFY(kept->begun);
        QVERIFY(!kept->running);
        QCOMPARE(run(sheet, Which::Fresh).count(OrderState::Issued), 30);
        QCOMPARE(office->platform.ledger.size(), 30);
        for (const int times : std::as_const(office->platform.received))
            QCOMPARE(times, 1);
        QVERIFY(!(*batch().kept(office->actor, office->company))->begun);
        QCOMPARE(office->disagreement(), QString());
    }

    void D11_theEndOfTheProgramInTheMiddleDoublesNothing()
    {
        office->platform.processingPolls = 1'000'000;
        const OrderSheet sheet = sheetOf(30);
        QVERIFY(batch().keep(office->actor, office->company, "orders.xlsx"_s, "bytes").ok());
        std::optional<BatchReport> cutOff;
        start(sheet, Which::Fresh, cutOff);
        QTRY_COMPARE(*office->stores().outbox.pendingCount(), 10);
        reopen();
        QVERIFY((*batch().kept(office->actor, office->company))->begun);
        office->platform.processingPolls = 0;
        QCOMPARE(run(sheet, Which::Fresh).count(OrderState::Issued), 30);
        QCOMPARE(office->platform.ledger.size(), 30);
        QCOMPARE(office->disagreement(), QString());
    }

    void D11_refusedOrdersGoOutAgainOnlyWhenAsked()
    {
        office->platform.poisonedItem = "Copy paper"_s;
        QCOMPARE(run(sheetOf(1), Which::Fresh).count(OrderState::Refused), 1);
        office->platform.poisonedItem.clear();
        QCOMPARE(run(sheetOf(2), Which::Fresh).count(OrderState::Refused), 1);
        QCOMPARE(office->platform.ledger.size(), 1);
        const BatchReport again = run(sheetOf(3), Which::Refused);
        QCOMPARE(again.count(OrderState::Issued), 2);
        QCOMPARE(again.orders[2].state, OrderState::Pending); // nobody asked for it
        QVERIFY(!again.orders[2].invoice.isValid());
    }

    void D11_oneCompanyHasOneRun()
    {
        office->platform.processingPolls = 1'000'000;
        std::optional<BatchReport> first;
        start(sheetOf(2), Which::Fresh, first);
        const auto second = await(batch().run(office->actor, office->company, sheetOf(2), Which::Fresh));
        QVERIFY(!second.ok());
        QCOMPARE(second.fault().kind, FaultKind::Conflict);
        QCOMPARE(batch().keep(office->actor, office->company, "other.xlsx"_s, "x").fault().kind, FaultKind::Conflict);
        QCOMPARE(batch().drop(office->actor, office->company).fault().kind, FaultKind::Conflict);
        office->platform.processingPolls = 0;
        QTRY_VERIFY(first.has_value());
        QCOMPARE(first->count(OrderState::Issued), 2);
    }

    void D11_statesSayWhatTheStoreKnowsNow()
    {
        const OrderSheet sheet = sheetOf(3);
        run(sheetOf(2), Which::Fresh);
        const BatchReport states = *batch().states(office->actor, office->company, sheet);
        QCOMPARE(states.orders.size(), 3);
        QCOMPARE(states.orders[1].state, OrderState::Issued);
        QVERIFY(states.orders[1].invoice.isValid());
        QVERIFY(!states.orders[2].invoice.isValid());
    }

    void D11_theNeedIsCountedBeforeAnythingIsSent()
    {
        OrderSheet sheet = sheetOf(4); // 100.00 net each
        sheet.orders[1].draft.buyer.name.clear();
        const BatchReport report = *batch().dryRun(office->actor, office->company, sheet);
        const auto need = service::needOf(report, {2, *Money::parse(u"150.00")}, std::nullopt);
        QCOMPARE(need.invoices, 3);
        QCOMPARE(need.fresh, 3);
        QCOMPARE(need.net, *Money::parse(u"300.00"));
        QCOMPARE(need.gross, *Money::parse(u"339.00"));
        QCOMPARE(need.numbersToDraw(), 1);
        QCOMPARE(need.creditToDraw(), *Money::parse(u"150.00"));
        QCOMPARE(need.numbersAfter(), 0);
        QVERIFY(need.beyond.isEmpty()); // nobody knows yet what the platform holds

        const auto scarce = service::needOf(report, {10, *Money::parse(u"150.00")}, Money::parse(u"60.00"));
        QVERIFY(!scarce.suffices());
        QCOMPARE(scarce.beyond, QList<qsizetype>({3})); // the first and the third fit; the second is bad
        QCOMPARE(scarce.numbersAfter(), 7);
        QVERIFY(service::needOf(report, {10, *Money::parse(u"150.00")}, Money::parse(u"150.00")).suffices());
    }

    void D11_whatWillNotFitIsWhatIsNotIssued()
    {
        office->platform.pool = *Money::parse(u"250.00");
        const OrderSheet sheet = sheetOf(4);
        const BatchReport tried = *batch().dryRun(office->actor, office->company, sheet);
        const Money pool = *await(batch().pool(office->actor, office->company));
        QCOMPARE(pool, *Money::parse(u"250.00"));
        const auto need = service::needOf(tried, *office->services().stock.level(office->company), pool);
        QCOMPARE(need.beyond, QList<qsizetype>({2, 3}));
        const BatchReport report = run(sheet, Which::Fresh);
        for (qsizetype i = 0; i < 4; ++i)
            QCOMPARE(report.orders.at(i).state, need.beyond.contains(i) ? OrderState::Pending : OrderState::Issued);
    }

    void D11_thePoolIsAskedForOnceAnHour()
    {
        m_passing.stop();
        office->platform.pool = *Money::parse(u"500.00");
        QCOMPARE(*await(batch().pool(office->actor, office->company)), *Money::parse(u"500.00"));
        office->platform.pool = *Money::parse(u"900.00");
        QCOMPARE(*await(batch().pool(office->actor, office->company)), *Money::parse(u"500.00"));
        office->clock.advance(3'600'000);
        QCOMPARE(*await(batch().pool(office->actor, office->company)), *Money::parse(u"900.00"));
    }

    void D11_aBatchIsKeptWithItsRepairs()
    {
        QVERIFY(!*batch().kept(office->actor, office->company));
        QVERIFY(batch().keep(office->actor, office->company, "a.xlsx"_s, QByteArray("\0\1", 2)).ok());
        const CellTexts repairs{{"1-发票基本信息"_s, {{4, {{6, "示例"_s}, {7, QString()}}}}}};
        QVERIFY(batch().keepRepairs(office->actor, office->company, repairs).ok());
        reopen();
        const auto kept = *batch().kept(office->actor, office->company);
        QCOMPARE(kept->workbook, QByteArray("\0\1", 2));
        QCOMPARE(kept->repairs, repairs);
        QVERIFY(!kept->begun);
        QVERIFY(batch().drop(office->actor, office->company).ok());
        QVERIFY(!*batch().kept(office->actor, office->company));
    }

    void D11_whoMayNotIssueMayDoNothingHere()
    {
        const auto clerk =
            office->services().accounts.add(office->actor, {{}, "viewer"_s, "Wang Wu"_s, {"viewer"_s}}, password());
        QVERIFY(clerk.ok());
        const auto user = office->stores().users.find(*clerk);
        const Actor viewer = actorFor(*user);
        const auto denied = [](const Fault &fault) { return fault.kind == FaultKind::Denied; };
        QVERIFY(denied(batch().dryRun(viewer, office->company, sheetOf(1)).fault()));
        QVERIFY(denied(batch().states(viewer, office->company, sheetOf(1)).fault()));
        QVERIFY(denied(await(batch().run(viewer, office->company, sheetOf(1), Which::Fresh)).fault()));
        QVERIFY(denied(batch().pause(viewer, office->company).fault()));
        QVERIFY(denied(await(batch().pool(viewer, office->company)).fault()));
        QVERIFY(denied(batch().keep(viewer, office->company, "a.xlsx"_s, "x").fault()));
        QVERIFY(denied(batch().keepRepairs(viewer, office->company, {}).fault()));
        QVERIFY(denied(batch().kept(viewer, office->company).fault()));
        QVERIFY(denied(batch().drop(viewer, office->company).fault()));
        QVERIFY(!batch().isRunning(office->company));
    }

private:
    service::BatchIssuing &batch() { return office->services().batch; }
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
    void start(const OrderSheet &sheet, Which which, std::optional<BatchReport> &report)
    {
        batch().run(office->actor, office->company, sheet, which).then([&report](const Result<BatchReport> &ended) {
            report = *ended;
        });
    }
    BatchReport run(const OrderSheet &sheet, Which which)
    {
        return *await(batch().run(office->actor, office->company, sheet, which));
    }
    void reopen()
    {
        office->open();
        QVERIFY(office->services().issuing.loadClassification().ok());
        QVERIFY(office->services().runner.recover().ok());
        office->services().runner.start();
    }
    std::unique_ptr<Office> office;
    QTimer m_passing;
};

QTEST_GUILESS_MAIN(BatchRunTest)
#include "tst_batch_run.moc"
