// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/result.h"
#include "ui/kit/worker.h"

#include <QSemaphore>
#include <QTest>
#include <QTimer>

using namespace kp;

class WorkerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void runsOnItsOwnThreadAndAnswersOnThisOne()
    {
        Worker worker;
        QThread *workThread = nullptr;
        QThread *answerThread = nullptr;
        then(this, worker.run([] { return QThread::currentThread(); }), [&](QThread *thread) {
            workThread = thread;
            answerThread = QThread::currentThread();
        });
        QTRY_VERIFY(answerThread != nullptr);
        QVERIFY(workThread != nullptr && workThread != QThread::currentThread());
        QCOMPARE(answerThread, QThread::currentThread());
    }

    void keepsTheOrderOfJobs()
    {
        Worker worker;
        QList<int> order;
        QList<int> answers;
        for (int i = 0; i < 50; ++i)
            then(this, worker.run([i, &order] {
                order.append(i);
                return i;
            }),
                [&answers](int answer) { answers.append(answer); });
        QTRY_COMPARE(answers.size(), 50);
        QCOMPARE(order, answers);
        QVERIFY(std::is_sorted(order.begin(), order.end()));
    }

    void hasAnEventLoopOfItsOwn()
    {
        Worker worker;
        bool fired = false;
        then(this, worker.run([home = worker.home()] {
            auto promise = std::make_shared<QPromise<Outcome>>();
            promise->start();
            QTimer::singleShot(1, home, [promise] {
                promise->addResult(Done{});
                promise->finish();
            });
            return promise->future(); // a talk with the platform goes on while other jobs run
        }),
            [&fired](const Outcome &outcome) { fired = outcome.ok(); });
        QTRY_VERIFY(fired);
    }

    void aCancelledJobIsNotRun()
    {
        Worker worker;
        QSemaphore gate;
        bool ran = false;
        bool answered = false;
        bool last = false;
        auto first = worker.run([&gate] {
            gate.acquire();
            return 1;
        });
        auto second = worker.run([&ran] {
            ran = true;
            return 2;
        });
        then(this, second, [&answered](int) { answered = true; });
        then(this, worker.run([] { return 3; }), [&last](int) { last = true; });
        second.cancel();
        gate.release();
        QTRY_VERIFY(last);
        QVERIFY(!ran);
        QVERIFY(!answered);
    }

    void anAnswerForAWidgetThatIsGoneIsDropped()
    {
        Worker worker;
        QSemaphore gate;
        bool answered = false;
        bool last = false;
        auto *gone = new QObject;
        then(gone, worker.run([&gate] {
            gate.acquire();
            return 1;
        }),
            [&answered](int) { answered = true; });
        delete gone;
        gate.release();
        then(this, worker.run([] { return 2; }), [&last](int) { last = true; });
        QTRY_VERIFY(last);
        QVERIFY(!answered);
    }

    void itsEndCancelsWhatWaits()
    {
        QSemaphore gate;
        QFuture<int> waiting;
        bool ran = false;
        {
            Worker worker;
            auto running = worker.run([&gate] {
                gate.acquire();
                QThread::currentThread()->quit(); // what waits in the queue then is not begun
                return 1;
            });
            waiting = worker.run([&ran] {
                ran = true;
                return 2;
            });
            gate.release();
        }
        QVERIFY(waiting.isFinished());
        QCOMPARE(waiting.isCanceled(), !ran);
    }

    void itsLastActFollowsEveryTalk()
    {
        std::atomic_int turns = 0;
        std::atomic_int turnsAtTheEnd = -1;
        QThread *workThread = nullptr;
        QThread *lastThread = nullptr;
        std::function<void()> talk; // goes on by itself for as long as the worker's event loop does
        {
            Worker worker;
            worker.atEnd([&] {
                turnsAtTheEnd = turns.load();
                lastThread = QThread::currentThread();
            });
            talk = [&] {
                ++turns;
                workThread = QThread::currentThread();
                QMetaObject::invokeMethod(worker.home(), talk, Qt::QueuedConnection);
            };
            QMetaObject::invokeMethod(worker.home(), talk, Qt::QueuedConnection);
            QTRY_VERIFY(turns > 10);
        }
        QCOMPARE(turnsAtTheEnd.load(), turns.load());
        QVERIFY(workThread != nullptr);
        QCOMPARE(lastThread, workThread);
    }
};

QTEST_GUILESS_MAIN(WorkerTest)
#include "tst_worker.moc"
