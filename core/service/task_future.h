// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoro/QCoroTask>

#include <QFuture>
#include <QPromise>

#include <memory>

namespace kp::service
{

/// The value of a conversation as a future, for callers on another thread.
template<class T>
QFuture<T> asFuture(QCoro::Task<T> task)
{
    auto promise = std::make_shared<QPromise<T>>();
    promise->start();
    task.then([promise](const T &value) {
        promise->addResult(value);
        promise->finish();
    });
    return promise->future();
}

} // namespace kp::service
