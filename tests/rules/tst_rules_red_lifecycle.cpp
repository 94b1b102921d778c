// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms: every transition there is, and every one there is not.
#include "core/base/clock.h"
#include "core/rules/red_lifecycle.h"

#include <QTest>
#include <QTimeZone>

using namespace kp;
using namespace kp::rules;
using namespace Qt::StringLiterals;

using State = RedFormState;

namespace
{
constexpr RedEvent allEvents[] = {RedEvent::Agree, RedEvent::Refuse, RedEvent::Withdraw, RedEvent::Lapse,
    RedEvent::Abnormal, RedEvent::Block, RedEvent::PersonRefuses, RedEvent::RefundApplied};
constexpr RedActor allActors[] = {RedActor::Applicant, RedActor::OtherSide, RedActor::Platform};

/// What the fact sheet allows: "state event actor state". a applicant, o other side, p platform.
const QStringList allowed{u"01 withdraw a 08"_s, u"01 abnormal p 10"_s, u"01 block p 11"_s, u"01 person p 12"_s,
    u"01 refund p 13"_s, u"02 agree o 04"_s, u"02 refuse o 05"_s, u"02 withdraw a 08"_s, u"02 lapse p 07"_s,
    u"03 agree o 04"_s, u"03 refuse o 06"_s, u"03 withdraw a 08"_s, u"03 lapse p 07"_s, u"04 withdraw o 09"_s,
    u"04 abnormal p 10"_s, u"04 block p 11"_s, u"04 refund p 13"_s};

QString word(RedEvent event)
{
    static const QStringList words{
        u"agree"_s, u"refuse"_s, u"withdraw"_s, u"lapse"_s, u"abnormal"_s, u"block"_s, u"person"_s, u"refund"_s};
    return words.at(static_cast<int>(event));
}

QString word(RedActor actor)
{
    return QStringList{u"a"_s, u"o"_s, u"p"_s}.at(static_cast<int>(actor));
}
} // namespace

class TestRedLifecycle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E3_everyTransitionAndNoOther();
    void E3_whatIsOlderIsNoNews();
    void E3_eachSideMayDoItsOwn();
    void E3_aFormWithItsRedInvoiceNeverChanges();
    void E3_theAnswerIsDueAfter72Hours();
    void E2_whoAppliesDecidesWhetherItMustBeConfirmed();
};

void TestRedLifecycle::E3_everyTransitionAndNoOther()
{
    QStringList found;
    for (const CodeRow<State> &state : codeRows<RedFormState>())
        for (const RedEvent event : allEvents)
            for (const RedActor actor : allActors)
                if (const auto to = next(state.value, event, actor))
                    found.append(u"%1 %2 %3 %4"_s.arg(
                        QLatin1StringView(state.code), word(event), word(actor), QLatin1StringView(code(*to))));
    found.sort();
    QStringList expected = allowed;
    expected.sort();
    QCOMPARE(found, expected);
    QCOMPARE(redFormLifecycle().size(), static_cast<std::size_t>(allowed.size()));
}

void TestRedLifecycle::E3_whatIsOlderIsNoNews()
{
    for (const RedFormRow &row : redFormLifecycle()) {
        QVERIFY(isNews(row.from, row.to));
        QVERIFY(!isNews(row.to, row.from));
    }
    // The platform may void an open form in a way the table does not know.
    QVERIFY(isNews(State::NotNeeded, State::WithdrawnAfter));
    QVERIFY(!isNews(State::Confirmed, State::AwaitsBuyer));
    QVERIFY(!isNews(State::Lapsed, State::Withdrawn));
}

void TestRedLifecycle::E3_eachSideMayDoItsOwn()
{
    RedForm form;
    form.state = State::AwaitsBuyer;
    form.enteredBy = Side::Seller;
    QVERIFY(mayAct(form, RedEvent::Agree, Side::Buyer));
    QVERIFY(!mayAct(form, RedEvent::Agree, Side::Seller));
    QVERIFY(mayAct(form, RedEvent::Withdraw, Side::Seller));
    QVERIFY(!mayAct(form, RedEvent::Withdraw, Side::Buyer));
    QVERIFY(!mayIssue(form, Side::Seller));
    form.state = State::Confirmed; // only who acted last may take it back
    QVERIFY(mayAct(form, RedEvent::Withdraw, Side::Buyer));
    QVERIFY(!mayAct(form, RedEvent::Withdraw, Side::Seller));
    QVERIFY(mayIssue(form, Side::Seller));
    QVERIFY(!mayIssue(form, Side::Buyer));
    form.valid = false; // 有效标志
    QVERIFY(!mayIssue(form, Side::Seller));
    QVERIFY(!mayAct(form, RedEvent::Withdraw, Side::Buyer));
    form.valid = true;
    form.enteredBy = Side::Buyer;
    QVERIFY(mayAct(form, RedEvent::Withdraw, Side::Seller));
    QVERIFY(!mayAct(form, RedEvent::Withdraw, Side::Buyer));
}

void TestRedLifecycle::E3_aFormWithItsRedInvoiceNeverChanges()
{
    for (const CodeRow<State> &state : codeRows<RedFormState>()) {
        RedForm form;
        form.state = state.value;
        form.redNumber = u"26112000000000000002"_s;
        for (const RedEvent event : allEvents)
            QVERIFY(!mayAct(form, event, Side::Seller) && !mayAct(form, event, Side::Buyer));
        QVERIFY(!mayIssue(form, Side::Seller));
        QVERIFY(!isOpen(form));
        form.redNumber.clear();
        QCOMPARE(isOpen(form), QLatin1StringView(state.code) <= "04"_L1);
    }
}

void TestRedLifecycle::E3_theAnswerIsDueAfter72Hours()
{
    RedForm form;
    form.state = State::AwaitsSeller;
    form.enteredAt = Clock::parseChinaTime(u"2026-02-27 10:00:01"_s);
    QCOMPARE(answerDue(form), Clock::parseChinaTime(u"2026-03-02 10:00:01"_s));
    const QDateTime due = answerDue(form);
    QCOMPARE(answerLeft(form, due.addMSecs(-1)), std::chrono::milliseconds(1));
    QCOMPARE(answerLeft(form, due), std::chrono::milliseconds(0));
    QCOMPARE(answerLeft(form, due.addYears(1)), std::chrono::milliseconds(0));
    QCOMPARE(answerLeft(form, form.enteredAt), std::chrono::milliseconds(redFormLifetime));
    QCOMPARE(answerLeft(form, form.enteredAt.addDays(-9)), std::chrono::milliseconds(redFormLifetime)); // a wrong clock
    QCOMPARE(answerLeft(form, due.addSecs(-60).toTimeZone(QTimeZone("America/New_York"))),
        std::chrono::milliseconds(60'000));
    form.state = State::NotNeeded;
    QVERIFY(!answerDue(form).isValid());
    QCOMPARE(answerLeft(form, form.enteredAt), std::chrono::milliseconds(0));
}

void TestRedLifecycle::E2_whoAppliesDecidesWhetherItMustBeConfirmed()
{
    QCOMPARE(openingState(Side::Seller, false, false), State::NotNeeded);
    QCOMPARE(openingState(Side::Seller, true, false), State::AwaitsBuyer);
    QCOMPARE(openingState(Side::Buyer, true, false), State::AwaitsSeller);
    QCOMPARE(openingState(Side::Seller, true, true), State::NotNeeded);
}

QTEST_GUILESS_MAIN(TestRedLifecycle)
#include "tst_rules_red_lifecycle.moc"
