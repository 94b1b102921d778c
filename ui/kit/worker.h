// SPDX-License-Identifier: GPL-3.0-or-later
// The work thread: database, outbox and network live there. Only values travel; `then` (futures.h) brings an answer
// back to the thread of a widget.
#pragma once

#include "ui/kit/futures.h"

#include <QThread>

#include <memory>
#include <type_traits>

namespace kp
{

namespace detail
{
template<class T>
struct Unwrapped {
    using type = T;
    static constexpr bool isFuture = false;
};
template<class T>
struct Unwrapped<QFuture<T>> {
    using type = T;
    static constexpr bool isFuture = true;
};
} // namespace detail

/// One thread with an event loop. Jobs run in the order they were given; a job whose future was cancelled before its
/// turn is not run. Destroying the worker waits for the job in hand and cancels the rest: the program does that at its
/// end only.
class Worker
{
public:
    Worker()
        : m_home(new QObject)
    {
        m_home->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, m_home, &QObject::deleteLater);
        m_thread.start();
    }
    ~Worker()
    {
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(Worker)

    /// Runs @p job there. A job that returns a QFuture<T> (a talk with the platform) yields its value, not the future.
    template<class F>
    auto run(F job)
    {
        using Returned = std::invoke_result_t<F &>;
        using T = typename detail::Unwrapped<Returned>::type;
        struct State {
            QPromise<T> promise;
            F job;
            QObject *home;
        };
        auto state = std::make_shared<State>(State{QPromise<T>(), std::move(job), m_home});
        QFuture<T> future = state->promise.future();
        state->promise.start();
        const auto turn = [state] {
            if (state->promise.isCanceled()) {
                state->promise.finish();
                return;
            }
            if constexpr (detail::Unwrapped<Returned>::isFuture) {
                then(state->home, state->job(), [state](const T &value) {
                    state->promise.addResult(value);
                    state->promise.finish();
                });
            } else {
                state->promise.addResult(state->job());
                state->promise.finish();
            }
        };
        QMetaObject::invokeMethod(m_home, turn, Qt::QueuedConnection);
        return future;
    }

    /// Runs @p last on the work thread when its event loop is over: the place to take down what the jobs used. A talk
    /// that is still under way then is never resumed.
    template<class F>
    void atEnd(F last)
    {
        QObject::connect(&m_thread, &QThread::finished, m_home, std::move(last), Qt::DirectConnection);
    }

    /// Lives on the work thread: context for connections and parent thread for objects that belong there.
    [[nodiscard]] QObject *home() const { return m_home; }

private:
    QThread m_thread;
    QObject *m_home; ///< deleted by its own thread as that ends
};

} // namespace kp
