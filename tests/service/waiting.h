// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QTimer>

namespace kp::test
{

/// Runs the event loop until the condition holds; false: it did not in that time. It is looked at after whatever
/// happens: QTest::qWaitFor() sleeps 10 ms between two looks, longer than most conversations over the loopback take.
template<class Condition>
bool waitUntil(Condition holds, int mostMs)
{
    constexpr int lookEveryMs = 5; // it may need no event
    QTimer look;
    look.start(lookEveryMs);
    QElapsedTimer waited;
    waited.start();
    while (!holds()) {
        if (waited.hasExpired(mostMs))
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

} // namespace kp::test
