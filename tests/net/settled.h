// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QTestEventLoop>

namespace kp
{

/// Runs the event loop until the future has ended, at most 30 s. Ending without exactly one result is a fault too.
template<class T>
Result<T> settled(const QFuture<Result<T>> &future)
{
    QTestEventLoop loop;
    QFutureWatcher<Result<T>> watcher;
    QObject::connect(&watcher, &QFutureWatcherBase::finished, &loop, &QTestEventLoop::exitLoop);
    watcher.setFuture(future);
    if (!future.isFinished())
        loop.enterLoop(30);
    if (!future.isFinished() || future.resultCount() != 1)
        return Fault{FaultKind::Internal, {}, QStringLiteral("the call did not end exactly once")};
    return future.result();
}

} // namespace kp
