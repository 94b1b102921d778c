// SPDX-License-Identifier: GPL-3.0-or-later
// Forms read in the background, over real HTTP against the practice platform. Nobody waits: the clock is set instead.
#include "core/rules/red_lifecycle.h"
#include "core/service/red_watch.h"
#include "tests/service/red_shop.h"

#include <QSignalSpy>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr qint64 minute = 60'000;
constexpr qint64 day = 24 * 60 * minute;
constexpr int patienceMs = 20'000;

/// A watch over the shop's company, and what it has told.
class Guard
{
public:
    explicit Guard(Shop &shop)
        : watch(shop.services(), shop.reversing())
        , m_shop(shop)
    {
        QObject::connect(
            &watch, &service::RedWatch::synchronised, &watch, [this](CompanyId company, const service::RedSync &sync) {
                companies.append(company);
                synced.append(sync);
            });
        QObject::connect(&watch, &service::RedWatch::failed, &watch,
            [this](CompanyId, const Fault &fault) { faults.append(fault); });
        QObject::connect(&watch, &service::RedWatch::busyChanged, &watch, [this](bool busy) { busies.append(busy); });
    }
    /// What it tells at the end of the reading that @p begin begins; empty when it begins none.
    template<class Begin>
    std::optional<service::RedSync> read(Begin begin)
    {
        const qsizetype before = synced.size() + faults.size();
        begin();
        if (!watch.isBusy() && synced.size() + faults.size() == before)
            return std::nullopt;
        if (!waitUntil([&] { return synced.size() + faults.size() > before; }, patienceMs))
            qFatal("the reading does not end");
        return synced.isEmpty() ? service::RedSync() : synced.last();
    }
    std::optional<service::RedSync> begin()
    {
        return read([this] { watch.watch(m_shop.actor, m_shop.company); });
    }
    std::optional<service::RedSync> now()
    {
        return read([this] { watch.syncNow(); });
    }
    std::optional<service::RedSync> look()
    {
        return read([this] { watch.look(); });
    }
    [[nodiscard]] std::chrono::milliseconds untilNext() const
    {
        return std::chrono::milliseconds(watch.nextAt().toMSecsSinceEpoch() - m_shop.clock.nowMs());
    }

    service::RedWatch watch;
    QList<CompanyId> companies;
    QList<service::RedSync> synced;
    QList<Fault> faults;
    QList<bool> busies;

private:
    Shop &m_shop;
};

bool buyerApplies(Shop &shop, const Invoice &blue)
{
    return shop.practice.control(u"red"_s,
        R"({"act":"apply","side":"buyer","reason":"02","lines":[{"line":1,"quantity":"-1","net":"-33.33","tax":"-4.33"}],"blue":")" +
            blue.number.toLatin1() + R"("})");
}

int listCalls(Shop &shop)
{
    return shop.practice.told(u"requests"_s).value(u"operations"_s)[u"CXQDHZQRDLB"_s][u"calls"_s].toInt();
}

/// The time the platform shows, away from the computer's.
bool setPlatformClock(Shop &shop, qint64 ms)
{
    return shop.practice.control(u"clock"_s, R"({"shift_seconds":)" + QByteArray::number(ms / 1000) + '}');
}

bool isAbout(std::chrono::milliseconds is, std::chrono::milliseconds expected)
{
    return is <= expected && is > expected - 10s; // the test takes its time
}
} // namespace

class TestRedWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E1_aReceivedFormIsAnnouncedOnce();
    void E1_theListsAreReadWhenItIsTime();
    void E1_anOutageIsWaitedOutLongerAndLonger();
    void E1_aPersonWhoTriesAgainMakesNobodyWaitLonger();
    void E1_aClockThatIsSetHoldsNothingUp();
    void E1_theListsAreReadByTheMonth();
    void E1_whatBecameOfOlderFormsIsHeard();
    void E1_whoStopsHearsNothingMore();
};

void TestRedWatch::E1_aReceivedFormIsAnnouncedOnce()
{
    Shop shop;
    const Invoice blue = shop.blue(u"W1"_s);
    shop.tick(blue);
    QVERIFY(buyerApplies(shop, blue));
    {
        Guard guard(shop);
        const auto first = guard.begin();
        QVERIFY(first);
        QCOMPARE(guard.companies, QList<CompanyId>{shop.company});
        QCOMPARE(guard.busies, (QList<bool>{true, false}));
        QCOMPARE(first->read, 1);
        QCOMPARE(first->received.size(), 1);
        TRY_RESULT(form, shop.reversing().forms().find(shop.actor, first->received.first()));
        QCOMPARE(form.state, RedFormState::AwaitsSeller);
        const auto again = guard.now();
        QVERIFY(again && again->received.isEmpty());
        // Somebody who looks at the invoice hears of it first; it is news all the same.
        QVERIFY(buyerApplies(shop, blue));
        QCOMPARE(shop.prospect(blue).forms.size(), 2);
        const auto second = guard.now();
        QVERIFY(second);
        QCOMPARE(second->received.size(), 1);
        QVERIFY(second->received.first() != form.id);
    }
    shop.open(); // the program starts anew
    Guard guard(shop);
    const auto later = guard.begin();
    QVERIFY(later && later->received.isEmpty());
    QVERIFY(buyerApplies(shop, blue));
    const auto third = guard.now();
    QVERIFY(third);
    QCOMPARE(third->received.size(), 1);
    // Its own forms are no news.
    const auto line =
        rules::reversedByQuantity(shop.prospect(blue).may.left.first(), RedReason::GoodsReturned, Decimal(2));
    TRY_RESULT(own, await(shop.reversing().apply(shop.actor, shop.company,
                        rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*line}))));
    Q_UNUSED(own)
    const auto last = guard.now();
    QVERIFY(last && last->received.isEmpty());
    QVERIFY(guard.faults.isEmpty());
}

void TestRedWatch::E1_theListsAreReadWhenItIsTime()
{
    Shop shop;
    Guard guard(shop);
    QVERIFY(!guard.watch.nextAt().isValid());
    QVERIFY(!guard.look()); // nothing is watched
    QVERIFY(!guard.now());
    QVERIFY(guard.begin());
    QVERIFY(isAbout(guard.untilNext(), 10min));
    QVERIFY(!guard.look());
    shop.clock.shiftMs += 9 * minute;
    QVERIFY(!guard.look());
    shop.clock.shiftMs += minute;
    QVERIFY(guard.look());
    QVERIFY(isAbout(guard.untilNext(), 10min));
    guard.watch.setInterval(2min);
    QVERIFY(isAbout(guard.untilNext(), 2min));
    shop.clock.shiftMs += 2 * minute;
    QVERIFY(guard.look());
    QVERIFY(guard.faults.isEmpty());
}

void TestRedWatch::E1_anOutageIsWaitedOutLongerAndLonger()
{
    Shop shop;
    const Invoice blue = shop.blue(u"W3"_s);
    shop.tick(blue);
    Guard guard(shop);
    QVERIFY(guard.begin());
    QVERIFY(buyerApplies(shop, blue));
    QVERIFY(shop.practice.misbehave(R"([{"kind":"drop_before","operation":"CXQDHZQRDLB","times":-1}])"));
    int failures = 0;
    for (const std::chrono::minutes wait : {20min, 40min, 60min, 60min}) {
        shop.clock.shiftMs += guard.untilNext().count();
        QVERIFY(guard.look());
        QCOMPARE(guard.faults.size(), ++failures);
        QVERIFY(!guard.faults.last().message.isEmpty());
        QVERIFY(isAbout(guard.untilNext(), wait));
        QVERIFY(!guard.look());
    }
    QCOMPARE(guard.synced.size(), 1);
    QVERIFY(shop.practice.misbehave("[]"));
    shop.clock.shiftMs += guard.untilNext().count();
    const auto back = guard.look();
    QVERIFY(back);
    QCOMPARE(guard.synced.size(), 2);
    QCOMPARE(back->received.size(), 1); // what was entered meanwhile
    QVERIFY(isAbout(guard.untilNext(), 10min));
    QVERIFY(!guard.watch.isBusy());
}

void TestRedWatch::E1_aPersonWhoTriesAgainMakesNobodyWaitLonger()
{
    Shop shop;
    Guard guard(shop);
    QVERIFY(guard.begin());
    QVERIFY(shop.practice.misbehave(R"([{"kind":"http_500","operation":"CXQDHZQRDLB","times":-1}])"));
    for (int i = 0; i < 3; ++i)
        QVERIFY(guard.now());
    QCOMPARE(guard.faults.size(), 3);
    QVERIFY(isAbout(guard.untilNext(), 10min));
}

void TestRedWatch::E1_aClockThatIsSetHoldsNothingUp()
{
    Shop shop;
    const Invoice blue = shop.blue(u"W4"_s);
    shop.tick(blue);
    Guard guard(shop);
    QVERIFY(guard.begin());
    shop.clock.shiftMs = 40 * day;
    QVERIFY(guard.look()); // long past its time
    shop.clock.shiftMs = 0;
    QVERIFY(!guard.look());
    QVERIFY(isAbout(guard.untilNext(), 10min)); // not forty days
    QVERIFY(buyerApplies(shop, blue));
    shop.clock.shiftMs = 10 * minute;
    const auto after = guard.look();
    QVERIFY(after);
    QCOMPARE(after->received.size(), 1); // the days between are not taken for read
    QVERIFY(guard.faults.isEmpty());
}

void TestRedWatch::E1_theListsAreReadByTheMonth()
{
    Shop shop;
    Guard guard(shop);
    const int before = listCalls(shop);
    QVERIFY(guard.begin());
    constexpr int sides = 2;
    const int month = listCalls(shop) - before;
    QVERIFY(month == sides || month == 2 * sides); // 31 days are a month, but in February
    // Nobody was here for 100 days: they are read whole, in parts of a month and less.
    shop.clock.shiftMs = 100 * day;
    const int earlier = listCalls(shop);
    QVERIFY(guard.look());
    QCOMPARE(listCalls(shop) - earlier, 4 * sides);
    // And then no more than the last days.
    const int last = listCalls(shop);
    QVERIFY(guard.now());
    QCOMPARE(listCalls(shop) - last, sides);
}

void TestRedWatch::E1_whatBecameOfOlderFormsIsHeard()
{
    Shop shop;
    const Invoice blue = shop.blue(u"W6"_s);
    shop.tick(blue);
    Guard guard(shop);
    QVERIFY(guard.begin());
    const auto line =
        rules::reversedByQuantity(shop.prospect(blue).may.left.first(), RedReason::GoodsReturned, Decimal(2));
    QVERIFY(setPlatformClock(shop, -10 * day)); // entered ten days ago
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company,
                         rules::composeRedForm(blue, Side::Seller, RedReason::GoodsReturned, {*line}))));
    QCOMPARE(form.state, RedFormState::AwaitsBuyer);
    QVERIFY(form.enteredAt < shop.clock.now().addDays(-9));
    QVERIFY(setPlatformClock(shop, 0));
    const auto sync = guard.now();
    QVERIFY(sync);
    QCOMPARE(sync->read, 1); // no list of the last days has it
    TRY_RESULT(heard, shop.stores().redForms.find(form.id));
    QCOMPARE(heard.state, RedFormState::Lapsed);
    const auto again = guard.now();
    QVERIFY(again);
    QCOMPARE(again->read, 0); // it is over
}

void TestRedWatch::E1_whoStopsHearsNothingMore()
{
    Shop shop;
    const Invoice blue = shop.blue(u"W7"_s);
    shop.tick(blue);
    QVERIFY(buyerApplies(shop, blue));
    Guard guard(shop);
    guard.watch.watch(shop.actor, shop.company);
    QVERIFY(guard.watch.isBusy());
    guard.watch.stop(); // while it reads
    QVERIFY(!guard.watch.isBusy());
    QCOMPARE(guard.busies, (QList<bool>{true, false}));
    // The lists it had begun come to their end; then another begins, and is the only one to tell.
    const auto next = guard.begin();
    QVERIFY(next);
    QCOMPARE(next->received.size(), 1);
    QCOMPARE(guard.synced.size(), 1);
    QVERIFY(guard.faults.isEmpty());
}

QTEST_GUILESS_MAIN(TestRedWatch)
#include "tst_red_watch.moc"
