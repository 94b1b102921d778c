// SPDX-License-Identifier: GPL-3.0-or-later
// Red-flush plans when the program ends or answers are lost in the middle: gone on with, all is done, and done once.
#include "tests/service/red_plan_shop.h"

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

class TestRedPlanningEnds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E11_endedAfterEachCommit();
    void E11_lostAnswers_data();
    void E11_lostAnswers();
    void E11_refusedBetweenLostAnswerAndRestart();
};

/// However far it has come when the program ends: gone on with, all is done once.
void TestRedPlanningEnds::E11_endedAfterEachCommit()
{
    const int step = qEnvironmentVariableIsSet("KP_EVERY_COMMIT") ? 1 : 5; // ./dev soak tries every one
    int ends = 0;
    int runs = 0;
    for (bool ended = true; ended; ends += step, ++runs) {
        Shop shop;
        const Invoice blue = shop.blue(u"P7"_s);
        shop.tick(blue);
        const Money before = shop.credit();
        const RedPlan plan = begun(shop, blue, anotherBuyer);
        int commits = 0;
        ended = false;
        const auto arm = [&] {
            QObject::connect(&shop.stores().database.changes(), &store::Changes::changed,
                [&] { ended = ended || ++commits > ends; });
        };
        arm();
        std::optional<Result<RedPlan>> result;
        for (int turn = 0; turn < 3 && !(result && result->ok() && (*result)->state != RedPlanState::Standing);
             ++turn) {
            result.reset();
            const bool endedBefore = ended;
            auto task = shop.planning().goOn(shop.actor, plan.id, longEnough);
            task.then([&](const Result<RedPlan> &value) { result = value; });
            QVERIFY(waitUntil([&] { return result.has_value() || ended != endedBefore; }, 20'000));
            if (ended != endedBefore) {
                shop.open(); // the program ends in the middle, and is begun again
                result = goOn(shop, plan.id);
            }
            QVERIFY2(result->ok(), result->ok() ? "" : qPrintable(words(result->fault())));
            if ((*result)->steps.first().state == RedPlanStepState::Waits)
                QVERIFY(shop.act("agree", (*result)->steps.first().form));
        }
        QCOMPARE(told(**result), u"done: reverse done, issue done"_s);
        QVERIFY(shop.settled());
        QCOMPARE(ledger(shop), qMakePair(1, 1));
        QCOMPARE(shop.platformStates().size(), 1);
        QCOMPARE(shop.credit(), before + plan.credit());
        QCOMPARE(shop.complaints(), QString());
    }
    qInfo("the program was ended after %d of %d commits", runs - 1, ends - step);
    QVERIFY(ends > 8);
}

void TestRedPlanningEnds::E11_lostAnswers_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("operation");
    const auto row = [](const char *kind, const char *operation) {
        QTest::addRow("%s %s", kind, operation) << QByteArray(kind) << QByteArray(operation);
    };
    for (const char *kind : {"drop_before", "drop_after"})
        for (const char *operation : {"FPZTXXCX", "QDHZQRDSQ", "CXQDHZQRDLB", "CXQDHZQRDMX", "QDFPSC", "CXQDFPSCJG"})
            row(kind, operation);
    for (const char *operation : {"QDHZQRDSQ", "QDFPSC"})
        row("half_answer", operation);
}

void TestRedPlanningEnds::E11_lostAnswers()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, operation);
    Shop shop;
    const Invoice blue = shop.blue(u"P8"_s);
    const Money before = shop.credit();
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    QVERIFY(shop.practice.misbehave(R"([{"kind":")" + kind + R"(","operation":")" + operation + R"("}])"));
    for (int turn = 0; turn < 4; ++turn) {
        const auto result = goOn(shop, plan.id);
        if (!result.ok())
            QVERIFY2(result.fault().kind == FaultKind::Uncertain || result.fault().kind == FaultKind::Offline,
                qPrintable(words(result.fault())));
        else if (result->state != RedPlanState::Standing)
            break;
    }
    TRY_RESULT(done, shop.planning().find(shop.actor, plan.id));
    QCOMPARE(told(done), u"done: reverse done, issue done"_s);
    QCOMPARE(ledger(shop), qMakePair(1, 1));
    QCOMPARE(shop.platformStates().size(), 1);
    QCOMPARE(shop.credit(), before);
    QCOMPARE(shop.complaints(), QString());
}

/// The buyer has said no to an application whose answer was lost: he is not asked again.
void TestRedPlanningEnds::E11_refusedBetweenLostAnswerAndRestart()
{
    Shop shop;
    const Invoice blue = shop.blue(u"P9"_s);
    shop.tick(blue);
    const RedPlan plan = begun(shop, blue, anotherBuyer);
    // The program ends once the step is marked; the application is what it had sent.
    bool isMarked = false;
    QObject::connect(&shop.stores().database.changes(), &store::Changes::changed,
        [&](const QStringList &tables) { isMarked = isMarked || tables.contains(u"red_plan_step"_s); });
    auto task = shop.planning().goOn(shop.actor, plan.id);
    QVERIFY(waitUntil([&] { return isMarked; }, 20'000));
    shop.open();
    TRY_RESULT(marked, shop.planning().find(shop.actor, plan.id));
    QCOMPARE(told(marked), u"standing: reverse applying, issue planned"_s);
    TRY_RESULT(form, await(shop.reversing().apply(shop.actor, shop.company, marked.steps.first().form)));
    QVERIFY(shop.act("refuse", form));
    TRY_RESULT(failed, goOn(shop, plan.id));
    QCOMPARE(told(failed), u"failed: reverse failed, issue abandoned"_s);
    QCOMPARE(shop.platformStates().size(), 1);
}

QTEST_GUILESS_MAIN(TestRedPlanningEnds)
#include "tst_red_planning_ends.moc"
