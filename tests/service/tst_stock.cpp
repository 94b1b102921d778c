// SPDX-License-Identifier: GPL-3.0-or-later
// Numbers and credit: nothing is drawn twice, whatever becomes of the answers.
#include "tests/service/office.h"

using namespace kp;
using namespace kp::test;

class StockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        office = std::make_unique<Office>();
        office->connectCompany();
    }

    void whatIsMissingIsDrawn()
    {
        QVERIFY(ensure(5, "1000.00"_s).ok());
        const auto level = *office->services().stock.level(office->company);
        QCOMPARE(level.numbers, service::Stock::usualDraw);
        QCOMPARE(level.credit, service::Stock::usualCredit);
        const Money downloaded = office->platform.downloaded;
        QVERIFY(ensure(5, "1000.00"_s).ok()); // it is there: nothing is asked
        QCOMPARE(office->platform.downloaded, downloaded);
    }

    void largeDrawsAreCutIntoPieces()
    {
        QVERIFY(ensure(12'000, "1.00"_s).ok());
        const auto ranges = *office->stores().numbers.ranges(office->company);
        QCOMPARE(ranges.size(), 3);
        for (const store::StoredRange &range : ranges)
            QVERIFY(range.range.count <= service::Stock::largestDraw);
    }

    void aLostAnswerDrawsNothingTwice()
    {
        office->platform.script = {Turn::LostAnswer, Turn::Answer, Turn::LostAnswer, Turn::Answer};
        QVERIFY(ensure(5, "1000.00"_s).ok());
        QCOMPARE(office->platform.numbersLeft, 100'000 - service::Stock::usualDraw);
        QCOMPARE(office->platform.downloaded, service::Stock::usualCredit);
    }

    void aRequestLeftOpenIsSettledByTheNextRun()
    {
        for (int i = 0; i < 8; ++i)
            office->platform.script.append(Turn::LostAnswer);
        const Outcome lost = ensure(5, "1000.00"_s);
        QCOMPARE(lost.fault().kind, FaultKind::Uncertain);
        QCOMPARE(office->stores().requests.openRequests()->size(), 1);
        office->platform.script.clear();
        office->open();
        QVERIFY(ensure(5, "1000.00"_s).ok());
        QCOMPARE(office->stores().requests.openRequests()->size(), 0);
        QCOMPARE(office->platform.numbersLeft, 100'000 - service::Stock::usualDraw);
    }

    void thePlatformsRefusalIsPassedOn()
    {
        office->platform.numbersLeft = 0;
        const Outcome refused = ensure(5, "1000.00"_s);
        QCOMPARE(refused.fault().kind, FaultKind::Rejected);
        QCOMPARE(refused.fault().message, "no numbers left"_s);
        QCOMPARE(office->stores().requests.openRequests()->size(), 0);
    }

    /// Around New Year, or when this computer's clock is wrong, the platform gives numbers that can not be used today.
    void numbersOfAnotherYearAreDrawnOnce()
    {
        office->clock.advance(60LL * 24 * 3600 * 1000);
        const Outcome wrongYear = ensure(5, "1000.00"_s);
        QCOMPARE(wrongYear.fault().kind, FaultKind::Conflict);
        QVERIFY2(wrongYear.fault().message.contains("another year than 2027"_s), qPrintable(wrongYear.fault().message));
        QCOMPARE(office->platform.numbersLeft, 100'000 - service::Stock::usualDraw);
    }

    void aSmallPoolIsUsedToWhatIsNeeded()
    {
        office->platform.pool = *Money::parse(u"1500.00");
        QVERIFY(ensure(1, "1000.00"_s).ok());
        QCOMPARE((*office->services().stock.level(office->company)).credit.toString(), "1000.00"_s);
        QCOMPARE(ensure(1, "5000.00"_s).fault().kind, FaultKind::Rejected);
    }

private:
    Outcome ensure(int count, const QString &net)
    {
        return await(office->services().stock.ensure(office->company, count, *Money::parse(net)));
    }
    std::unique_ptr<Office> office;
};

QTEST_GUILESS_MAIN(StockTest)
#include "tst_stock.moc"
