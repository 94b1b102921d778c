// SPDX-License-Identifier: GPL-3.0-or-later
// The table of states: its own form, the changes that matter, and a platform that misbehaves at random.
#include "core/rules/lifecycle.h"

#include <QTest>

#include <rapidcheck.h>

using namespace kp;
using namespace kp::rules;

using State = InvoiceState;
using Event = InvoiceEvent;

namespace
{
constexpr Event allEvents[] = {Event::Send, Event::GotReceipt, Event::NothingSent, Event::GotNoAnswer,
    Event::CallRejected, Event::Accepted, Event::Failed, Event::StillProcessing, Event::Duplicate, Event::ResultGone,
    Event::Restart, Event::OutboxLost, Event::Discard, Event::Resubmit};

/// What the platform holds of one number.
struct Platform {
    bool holds = false;    ///< accepted: legally issued
    bool wellMade = false; ///< whether the invoice as it is now would be accepted

    /// Judges an upload that arrived.
    Event judge()
    {
        if (holds)
            return Event::Duplicate;
        holds = wellMade;
        return wellMade ? Event::Accepted : Event::Failed;
    }
};

/// One invoice between client and platform. Every step does something that can happen.
class Story
{
public:
    explicit Story(bool wellMade) { m_platform.wellMade = wellMade; }

    [[nodiscard]] Standing standing() const { return m_standing; }

    void step()
    {
        switch (m_standing.state) {
        case State::Queued:
            take(*rc::gen::weightedElement<Event>({{9, Event::Send}, {1, Event::Discard}, {1, Event::OutboxLost}}));
            break;
        case State::Unknown:
            take(*rc::gen::weightedElement<Event>({{9, Event::Send}, {1, Event::OutboxLost}}));
            break;
        case State::Sending:
            take(upload(*rc::gen::inRange(0, 8)));
            break;
        case State::Processing:
            take(poll(*rc::gen::inRange(0, 9)));
            break;
        case State::Refused:
            if (*rc::gen::inRange(0, 4) == 0) {
                take(Event::Discard);
            } else {
                m_platform.wellMade = *rc::gen::arbitrary<bool>(); // corrected, or not
                take(Event::Resubmit);
            }
            break;
        case State::Issued:
        case State::Discarded:
            break;
        }
    }

    /// Everything goes well from now on.
    void settle()
    {
        for (int i = 0; i < 4; ++i) {
            if (m_standing.state == State::Queued || m_standing.state == State::Unknown)
                take(Event::Send);
            if (m_standing.state == State::Sending)
                take(upload(0));
            if (m_standing.state == State::Processing)
                take(poll(0));
        }
        const State end = m_standing.state;
        RC_ASSERT(end == State::Issued || end == State::Refused || end == State::Discarded);
    }

private:
    Event upload(int fate)
    {
        switch (fate) {
        case 1: // the line is dead
            return Event::NothingSent;
        case 2: // lost on the way there
            return Event::GotNoAnswer;
        case 3: // lost on the way back
            m_platform.judge();
            return Event::GotNoAnswer;
        case 4: // the program died before or after
            if (*rc::gen::arbitrary<bool>())
                m_platform.judge();
            return Event::Restart;
        case 5: // risk, wrong key, another invoice of the batch …
            return Event::CallRejected;
        default:
            m_verdict = m_platform.judge();
            return Event::GotReceipt;
        }
    }

    Event poll(int fate) const
    {
        constexpr Event troubles[] = {Event::StillProcessing, Event::GotNoAnswer, Event::NothingSent,
            Event::CallRejected, Event::Restart, Event::ResultGone, Event::OutboxLost};
        return fate >= 1 && fate <= 7 ? troubles[fate - 1] : m_verdict;
    }

    void take(Event event)
    {
        const auto step = next(m_standing, event);
        RC_ASSERT(step.has_value());
        if (has(step->effects, Effect::ChargeCredit))
            ++m_charged;
        if (has(step->effects, Effect::ReturnCredit))
            --m_charged;
        m_numberIsFree = m_numberIsFree || has(step->effects, Effect::FreeNumber);
        m_standing = step->to;
        judge(*step);
    }

    void judge(const Step &step) const
    {
        const State state = m_standing.state;
        const bool over = state == State::Refused || state == State::Discarded;
        RC_ASSERT(!over || !m_platform.holds);                    // never given up while the platform holds it
        RC_ASSERT(state != State::Issued || m_platform.holds);    // never issued in our eyes alone
        RC_ASSERT(state != State::Queued || !m_platform.holds);   // may still be corrected
        RC_ASSERT(m_charged == (over ? 0 : 1));                   // credit charged once while it may be issued
        RC_ASSERT(m_numberIsFree == (state == State::Discarded)); // and the number freed at the very end
        RC_ASSERT(!has(step.effects, Effect::Compare));           // no number was used for something else
        RC_ASSERT(state != State::Unknown || m_standing.unanswered);
    }

    Standing m_standing;
    Platform m_platform;
    Event m_verdict = Event::StillProcessing;
    int m_charged = 1; // when it was queued
    bool m_numberIsFree = false;
};
} // namespace

class TestLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneRowForEachCase();
    void finalStatesEnd();
    void everyRowCanBeReached();
    void changes_data();
    void changes();
    void whatDoesNotConcernIt();
    void neverLostNeverDoubled();
};

void TestLifecycle::oneRowForEachCase()
{
    for (const auto &[state, name, official, label] : codeRows<State>())
        for (const Event event : allEvents)
            for (const bool unanswered : {false, true}) {
                int rows = 0;
                for (const LifecycleRow &row : lifecycle())
                    rows += row.from == state && row.event == event &&
                            (row.before == LifecycleRow::Before::Any ||
                                (row.before == LifecycleRow::Before::Unanswered) == unanswered);
                QVERIFY2(rows <= 1, name);
                if (state != State::Unknown)
                    QCOMPARE(next({state, unanswered}, event).has_value(), rows == 1);
            }
}

void TestLifecycle::finalStatesEnd()
{
    for (const State state : {State::Issued, State::Discarded})
        for (const Event event : allEvents)
            QVERIFY(!next(state, event));
}

void TestLifecycle::everyRowCanBeReached()
{
    std::vector<Standing> reached{Standing()};
    for (std::size_t i = 0; i < reached.size(); ++i)
        for (const Event event : allEvents)
            if (const auto step = next(reached[i], event))
                if (std::find(reached.begin(), reached.end(), step->to) == reached.end())
                    reached.push_back(step->to);
    for (const LifecycleRow &row : lifecycle())
        QVERIFY2(std::any_of(reached.begin(), reached.end(),
                     [&](Standing standing) {
                         return standing.state == row.from &&
                                (row.before == LifecycleRow::Before::Any ||
                                    (row.before == LifecycleRow::Before::Unanswered) == standing.unanswered);
                     }),
            code(row.from));
    for (const CodeRow<State> &row : codeRows<State>())
        QVERIFY2(
            std::any_of(reached.begin(), reached.end(), [&](Standing s) { return s.state == row.value; }), row.code);
}

void TestLifecycle::changes_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<bool>("unanswered");
    QTest::addColumn<int>("event");
    QTest::addColumn<int>("to");
    QTest::addColumn<bool>("stillUnanswered");
    QTest::addColumn<unsigned>("effects");
    const auto row = [](const char *name, Standing from, Event event, Standing to, Effect effects = Effect::None) {
        QTest::newRow(name) << static_cast<int>(from.state) << from.unanswered << static_cast<int>(event)
                            << static_cast<int>(to.state) << to.unanswered << static_cast<unsigned>(effects);
    };
    const Effect refused = Effect::ReturnCredit | Effect::KeepNumber | Effect::Settle;
    row("send", State::Queued, Event::Send, State::Sending);
    row("give up before it goes", State::Queued, Event::Discard, State::Discarded,
        Effect::ReturnCredit | Effect::FreeNumber | Effect::Settle);
    row("receipt", State::Sending, Event::GotReceipt, State::Processing);
    row("receipt of a second upload", {State::Sending, true}, Event::GotReceipt, {State::Processing, true});
    row("nothing sent", State::Sending, Event::NothingSent, State::Queued);
    row("nothing sent the second time", {State::Sending, true}, Event::NothingSent, {State::Unknown, true});
    row("no answer", State::Sending, Event::GotNoAnswer, {State::Unknown, true});
    row("restart", State::Sending, Event::Restart, {State::Unknown, true});
    row("call refused", State::Sending, Event::CallRejected, State::Refused, refused);
    row("call refused after an unanswered one", {State::Sending, true}, Event::CallRejected, {State::Unknown, true});
    row("send again", {State::Unknown, true}, Event::Send, {State::Sending, true});
    row("send again, asked with the state alone", State::Unknown, Event::Send, {State::Sending, true});
    row("accepted", State::Processing, Event::Accepted, State::Issued, Effect::Settle);
    row("accepted after an unanswered upload", {State::Processing, true}, Event::Accepted, State::Issued,
        Effect::Settle);
    row("duplicate", {State::Processing, true}, Event::Duplicate, State::Issued, Effect::Settle);
    row("duplicate out of the blue", State::Processing, Event::Duplicate, State::Issued,
        Effect::Settle | Effect::Compare);
    row("failed", State::Processing, Event::Failed, State::Refused, refused);
    row("failed after an unanswered upload", {State::Processing, true}, Event::Failed, State::Refused, refused);
    row("still processing", {State::Processing, true}, Event::StillProcessing, {State::Processing, true});
    row("question unanswered", State::Processing, Event::GotNoAnswer, State::Processing);
    row("question not sent", State::Processing, Event::NothingSent, State::Processing);
    row("question refused", State::Processing, Event::CallRejected, State::Processing);
    row("restart while processing", State::Processing, Event::Restart, State::Processing);
    row("result gone", State::Processing, Event::ResultGone, {State::Unknown, true});
    row("outbox lost before it went", State::Queued, Event::OutboxLost, {State::Unknown, true});
    row("outbox lost while it went", State::Sending, Event::OutboxLost, {State::Unknown, true});
    row("outbox lost without an answer", {State::Unknown, true}, Event::OutboxLost, {State::Unknown, true});
    row("outbox lost with the receipt", State::Processing, Event::OutboxLost, {State::Unknown, true});
    row("resubmit", State::Refused, Event::Resubmit, State::Queued, Effect::ChargeCredit | Effect::KeepNumber);
    row("discard", State::Refused, Event::Discard, State::Discarded, Effect::FreeNumber);
}

void TestLifecycle::changes()
{
    QFETCH(int, from);
    QFETCH(bool, unanswered);
    QFETCH(int, event);
    const auto step = next({static_cast<State>(from), unanswered}, static_cast<Event>(event));
    QVERIFY(step.has_value());
    QTEST(static_cast<int>(step->to.state), "to");
    QTEST(step->to.unanswered, "stillUnanswered");
    QTEST(static_cast<unsigned>(step->effects), "effects");
}

void TestLifecycle::whatDoesNotConcernIt()
{
    QVERIFY(!next(State::Queued, Event::Accepted));
    QVERIFY(!next(State::Queued, Event::Resubmit));
    QVERIFY(!next(State::Sending, Event::Send)); // not twice at once
    QVERIFY(!next(State::Sending, Event::Discard));
    QVERIFY(!next(State::Unknown, Event::Discard)); // the platform may have it
    QVERIFY(!next(State::Unknown, Event::Resubmit));
    QVERIFY(!next(State::Unknown, Event::Failed));
    QVERIFY(!next(State::Processing, Event::Discard));
    QVERIFY(!next(State::Processing, Event::Send));
    QVERIFY(!next(State::Refused, Event::Send));
    QVERIFY(!next(State::Refused, Event::OutboxLost)); // what is settled is in no outbox
    QVERIFY(!next(State::Refused, Event::Accepted));
}

void TestLifecycle::neverLostNeverDoubled()
{
    QVERIFY(rc::check("whatever happens, client and platform agree in the end", [] {
        Story story(*rc::gen::arbitrary<bool>());
        for (int i = *rc::gen::inRange(0, 60); i > 0; --i)
            story.step();
        story.settle();
    }));
}

QTEST_GUILESS_MAIN(TestLifecycle)
#include "tst_rules_lifecycle.moc"
