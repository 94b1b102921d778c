// SPDX-License-Identifier: GPL-3.0-or-later
// The states of a red form: every move that is allowed, and that no other is; who may move; 72 hours.
#include "core/sandbox/red_form.h"
#include "tests/sandbox/red_practice.h"

#include <map>
#include <tuple>

using namespace practice;

namespace
{
/// state, applicant ("0" seller, "1" buyer), event, actor
using Attempt = std::tuple<QString, QString, QString, QString>;

const QStringList states = u"01 02 03 04 05 06 07 08 09 10 11 12 13"_s.split(u' ');
const QStringList events = u"agree refuse withdraw abnormal blocked person_refused refund"_s.split(u' ');

QStringList actorsOf(const QString &event)
{
    const bool bySide = event == u"agree" || event == u"refuse" || event == u"withdraw";
    return bySide ? QStringList{u"seller"_s, u"buyer"_s} : QStringList{QString()};
}

/// leqi-protocol §8.3 and §9.2, invoice-rules §3.2, in the words of the control interface.
const std::map<Attempt, QString> &allowedMoves()
{
    static const std::map<Attempt, QString> moves{
        {{u"01"_s, u"0"_s, u"withdraw"_s, u"seller"_s}, u"08"_s},
        {{u"02"_s, u"0"_s, u"agree"_s, u"buyer"_s}, u"04"_s},
        {{u"02"_s, u"0"_s, u"refuse"_s, u"buyer"_s}, u"05"_s},
        {{u"02"_s, u"0"_s, u"withdraw"_s, u"seller"_s}, u"08"_s},
        {{u"03"_s, u"1"_s, u"agree"_s, u"seller"_s}, u"04"_s},
        {{u"03"_s, u"1"_s, u"refuse"_s, u"seller"_s}, u"06"_s},
        {{u"03"_s, u"1"_s, u"withdraw"_s, u"buyer"_s}, u"08"_s},
        {{u"04"_s, u"0"_s, u"withdraw"_s, u"buyer"_s}, u"09"_s},
        {{u"04"_s, u"1"_s, u"withdraw"_s, u"seller"_s}, u"09"_s},
        {{u"01"_s, u"0"_s, u"abnormal"_s, QString()}, u"10"_s},
        {{u"04"_s, u"0"_s, u"abnormal"_s, QString()}, u"10"_s},
        {{u"04"_s, u"1"_s, u"abnormal"_s, QString()}, u"10"_s},
        {{u"01"_s, u"0"_s, u"blocked"_s, QString()}, u"11"_s},
        {{u"04"_s, u"0"_s, u"blocked"_s, QString()}, u"11"_s},
        {{u"04"_s, u"1"_s, u"blocked"_s, QString()}, u"11"_s},
        {{u"01"_s, u"0"_s, u"person_refused"_s, QString()}, u"12"_s},
        {{u"01"_s, u"0"_s, u"refund"_s, QString()}, u"13"_s},
        {{u"04"_s, u"0"_s, u"refund"_s, QString()}, u"13"_s},
        {{u"04"_s, u"1"_s, u"refund"_s, QString()}, u"13"_s},
    };
    return moves;
}

/// The applicants that can have brought a form into a state.
QStringList applicantsOf(const QString &state)
{
    if (state == u"01" || state == u"02" || state == u"05" || state == u"12")
        return {u"0"_s};
    if (state == u"03" || state == u"06")
        return {u"1"_s};
    return {u"0"_s, u"1"_s};
}

/// Brings a fresh form into a state; its uuid.
QString formIn(RedPractice &practice, const QString &state, const QString &applicant)
{
    const bool bySeller = applicant == u"0";
    const QString own = bySeller ? u"seller"_s : u"buyer"_s;
    const QString other = bySeller ? u"buyer"_s : u"seller"_s;
    const bool direct = state == u"01" || state == u"12";
    const QString number = direct ? practice.blue() : practice.usedBlue();
    const QString uuid = practice.apply(practice.application(number, applicant)).text(u"uuid"_s);
    if (state == u"05" || state == u"06")
        practice.act(u"refuse"_s, uuid, other);
    if (state == u"08")
        practice.act(u"withdraw"_s, uuid, own);
    if (state == u"04" || state == u"09" || state == u"10" || state == u"11" || state == u"13")
        practice.act(u"agree"_s, uuid, other);
    if (state == u"09")
        practice.act(u"withdraw"_s, uuid, other);
    if (state == u"10")
        practice.act(u"abnormal"_s, uuid);
    if (state == u"11")
        practice.act(u"blocked"_s, uuid);
    if (state == u"12")
        practice.act(u"person_refused"_s, uuid);
    if (state == u"13")
        practice.act(u"refund"_s, uuid);
    if (state == u"07")
        practice.setTime(u"2026-06-20 10:00:05"_s);
    return uuid;
}
} // namespace

class TestRedStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moves_data();
    void moves();
    void issuedFormsStand();
    void operations();
    void strangers();
    void lapse_data();
    void lapse();
    void lapsedWhereverRead();
    void restart();
};

void TestRedStates::moves_data()
{
    QTest::addColumn<QString>("state");
    QTest::addColumn<QString>("applicant");
    for (const QString &state : states)
        for (const QString &applicant : applicantsOf(state))
            QTest::newRow(qPrintable(state + u" applied by "_s + applicant)) << state << applicant;
}

void TestRedStates::moves()
{
    QFETCH(const QString, state);
    QFETCH(const QString, applicant);
    RedPractice practice;
    qsizetype passed = 0;
    for (const QString &event : events) {
        for (const QString &actor : actorsOf(event)) {
            practice.setTime(u"2026-06-17 10:00:00"_s);
            const QString uuid = formIn(practice, state, applicant);
            QCOMPARE(practice.state(uuid), state);
            const auto allowed = allowedMoves().find(Attempt{state, applicant, event, actor});
            const bool may = allowed != allowedMoves().end();
            const QJsonObject moved = practice.act(event, uuid, actor);
            QVERIFY2(practice.lastControlStatus == (may ? 200 : 409), qPrintable(event + u' ' + actor));
            QCOMPARE(practice.state(uuid), may ? allowed->second : state);
            if (may)
                QCOMPARE(moved.value(u"state"_s).toString(), allowed->second);
            else
                QVERIFY(!moved.value(u"error"_s).toString().isEmpty());
            QCOMPARE(practice.detail(uuid).text(u"yxbz"_s), practice.state(uuid) <= u"04"_s ? u"Y"_s : u"N"_s);
            passed += may ? 1 : 0;
        }
    }
    const auto expected = std::count_if(allowedMoves().begin(), allowedMoves().end(),
        [&](const auto &move) { return std::get<0>(move.first) == state && std::get<1>(move.first) == applicant; });
    QCOMPARE(passed, expected);
}

void TestRedStates::issuedFormsStand()
{
    RedPractice practice;
    for (const bool used : {false, true}) {
        const QString number = used ? practice.usedBlue() : practice.blue();
        const Answered form = practice.apply(practice.application(number));
        const QString uuid = form.text(u"uuid"_s);
        practice.act(u"agree"_s, uuid, u"buyer"_s); // only the used one waits for it
        QCOMPARE(
            practice.settled(practice.seller(), practice.red(form, number)).value(u"status"_s).toString(), u"00"_s);
        for (const QString &event : events) {
            for (const QString &actor : actorsOf(event)) {
                const QJsonObject refused = practice.act(event, uuid, actor);
                QCOMPARE(practice.lastControlStatus, 409);
                QCOMPARE(refused.value(u"error"_s).toString(), u"已开具红字发票，确认单不能再变更"_s);
            }
        }
        QCOMPARE(practice.state(uuid), used ? u"04"_s : u"01"_s);
    }
}

void TestRedStates::operations()
{
    RedPractice practice;
    const auto fresh = [&](const QString &side) {
        return practice.apply(practice.application(practice.usedBlue(), side)).text(u"uuid"_s);
    };
    const QString bySeller = fresh(u"0"_s);
    QCOMPARE(practice.answer(practice.seller(), bySeller, u"Y"_s).words(), u"该操作不能由本方进行"_s);
    practice.setTime(u"2026-06-17 12:30:00"_s);
    const Answered agreed = practice.answer(practice.buyer(), bySeller, u"Y"_s);
    QCOMPARE(agreed.code(), u"00"_s);
    QVERIFY(agreed.text(u"qrrq"_s).startsWith(u"2026-06-17 12:30:0"));
    QCOMPARE(agreed.text(u"hzqrxxztDm"_s), u"04"_s);
    QCOMPARE(agreed.text(u"uuid"_s), bySeller);
    QCOMPARE(practice.detail(bySeller).text(u"qrrq"_s), agreed.text(u"qrrq"_s));
    QCOMPARE(practice.answer(practice.buyer(), bySeller, u"Y"_s).words(), u"红字确认单状态为04，不能进行该操作"_s);
    QCOMPARE(practice.answer(practice.seller(), bySeller, u"C"_s).words(), u"该操作不能由本方进行"_s);
    QCOMPARE(practice.answer(practice.buyer(), bySeller, u"C"_s).text(u"hzqrxxztDm"_s), u"09"_s);

    const QString byBuyer = fresh(u"1"_s);
    QCOMPARE(practice.state(byBuyer), u"03"_s);
    QCOMPARE(practice.answer(practice.seller(), byBuyer, u"N"_s).text(u"hzqrxxztDm"_s), u"06"_s);
    const QString taken = fresh(u"1"_s);
    QCOMPARE(practice.answer(practice.buyer(), taken, u"C"_s).text(u"hzqrxxztDm"_s), u"08"_s);
    QCOMPARE(practice.answer(practice.buyer(), taken, u"X"_s).words(), u"确认类型qrlx须为Y、N或C"_s);

    // Who may not issue may not agree either, but may refuse.
    const QString last = fresh(u"0"_s);
    practice.control(
        "/control/company", R"({"tax_number":")" + practice.buyer().taxNumber.toLatin1() + R"(","flagged":"Y"})");
    QCOMPARE(practice.answer(practice.buyer(), last, u"Y"_s).words(), u"风险纳税人不能开具发票"_s);
    QCOMPARE(practice.answer(practice.buyer(), last, u"N"_s).text(u"hzqrxxztDm"_s), u"05"_s);
}

void TestRedStates::strangers()
{
    RedPractice practice;
    const Answered form = practice.apply(practice.application(practice.usedBlue()));
    const QString uuid = form.text(u"uuid"_s);
    QCOMPARE(practice.answer(practice.catering(), uuid, u"Y"_s).words(), u"红字确认单不存在"_s);
    QCOMPARE(practice.answer(practice.buyer(), QString(32, u'0'), u"Y"_s).words(), u"红字确认单不存在"_s);
    const QJsonObject wrong{{u"xsfnsrsbh"_s, practice.seller().taxNumber}, {u"uuid"_s, uuid},
        {u"hzqrdbh"_s, QString(20, u'1')}, {u"qrlx"_s, u"Y"_s}};
    QCOMPARE(practice.call(practice.buyer(), "QDHZQRDQR", wrong).words(), u"红字确认单编号与UUID不符"_s);
    const QJsonObject other{{u"xsfnsrsbh"_s, practice.buyer().taxNumber}, {u"uuid"_s, uuid}};
    QCOMPARE(practice.call(practice.buyer(), "CXQDHZQRDMX", other).words(), u"红字确认单不存在"_s);
    QCOMPARE(practice
                 .call(practice.catering(), "CXQDHZQRDMX",
                     {{u"uuid"_s, uuid}, {u"xsfnsrsbh"_s, practice.seller().taxNumber}})
                 .words(),
        u"红字确认单不存在"_s);
    QCOMPARE(practice.state(uuid), u"02"_s);
    practice.act(u"agree"_s, uuid, u"neither"_s);
    QCOMPARE(practice.lastControlStatus, 400);
    practice.act(u"nod"_s, uuid, u"buyer"_s);
    QCOMPARE(practice.lastControlStatus, 400);
    practice.act(u"agree"_s, QString(32, u'0'), u"buyer"_s);
    QCOMPARE(practice.lastControlStatus, 404);
}

void TestRedStates::lapse_data()
{
    QTest::addColumn<QString>("applicant");
    QTest::addColumn<QString>("waiting");
    QTest::addColumn<bool>("byClock");
    for (const bool byClock : {false, true}) {
        const char *how = byClock ? "by the control clock" : "to the millisecond";
        QTest::addRow("seller applied, %s", how) << u"0"_s << u"02"_s << byClock;
        QTest::addRow("buyer applied, %s", how) << u"1"_s << u"03"_s << byClock;
    }
}

void TestRedStates::lapse()
{
    QFETCH(const QString, applicant);
    QFETCH(const QString, waiting);
    QFETCH(const bool, byClock);
    RedPractice practice;
    const QString uuid = practice.apply(practice.application(practice.usedBlue(), applicant)).text(u"uuid"_s);
    const QString entered = practice.detail(uuid).text(u"lrrq"_s);
    const auto after = [&](qint64 seconds) {
        return kp::Clock::stamp(kp::Clock::parseChinaTime(entered).addSecs(seconds));
    };
    // To the millisecond in the store, where no clock runs.
    Store &store = practice.platform->store();
    constexpr qint64 wait = 72LL * 3600 * 1000;
    const qint64 enteredMs = formByUuid(store, 0, uuid)->enteredAt;
    QCOMPARE(formByUuid(store, enteredMs + wait - 1, uuid)->state, waiting);
    if (!byClock) {
        QCOMPARE(formByUuid(store, enteredMs + wait, uuid)->state, u"07"_s);
        return;
    }
    practice.setTime(after(72LL * 3600 - 10));
    QCOMPARE(practice.state(uuid), waiting);
    practice.setTime(after(72LL * 3600 + 1));
    const Company &other = applicant == u"0" ? practice.buyer() : practice.seller();
    QCOMPARE(practice.answer(other, uuid, u"Y"_s).words(), u"红字确认单状态为07，不能进行该操作"_s);
    QCOMPARE(practice.state(uuid), u"07"_s);
    practice.setTime(after(3600)); // what has lapsed stays so
    QCOMPARE(practice.state(uuid), u"07"_s);
}

void TestRedStates::lapsedWhereverRead()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const QString direct = practice.apply(practice.application(practice.blue())).text(u"uuid"_s);
    const QString uuid = practice.apply(practice.application(number)).text(u"uuid"_s);
    const QString agreed = practice.apply(practice.application(practice.usedBlue())).text(u"uuid"_s);
    practice.act(u"agree"_s, agreed, u"buyer"_s);
    QCOMPARE(practice.apply(practice.application(number)).words(), u"存在进行中的红字确认单"_s);
    practice.setTime(u"2027-01-01 00:00:00"_s);
    // It no longer stands in the way of another, and the list tells it without anybody having asked for it before.
    QCOMPARE(practice.apply(practice.application(number)).text(u"hzqrxxztDm"_s), u"02"_s);
    const QJsonArray lapsed = practice
                                  .call(practice.seller(), "CXQDHZQRDLB",
                                      {{u"yhjslx"_s, u"0"_s}, {u"xsfnsrsbh"_s, practice.seller().taxNumber},
                                          {u"xsfmc"_s, practice.seller().name}, {u"hzqrxxztDm"_s, u"07"_s}})
                                  .business.value(u"hzqrxxList"_s)
                                  .toObject()
                                  .value(u"list"_s)
                                  .toArray();
    QCOMPARE(lapsed.size(), 1);
    QCOMPARE(lapsed[0][u"uuid"_s].toString(), uuid);
    QCOMPARE(practice.state(direct), u"01"_s);
    QCOMPARE(practice.state(agreed), u"04"_s);
}

void TestRedStates::restart()
{
    RedPractice practice;
    const QString uuid = practice.apply(practice.application(practice.usedBlue())).text(u"uuid"_s);
    practice.act(u"agree"_s, uuid, u"buyer"_s);
    const Answered before = practice.detail(uuid);
    practice.reopen();
    QCOMPARE(practice.detail(uuid).business, before.business);
}

QTEST_GUILESS_MAIN(TestRedStates)
#include "tst_red_states.moc"
