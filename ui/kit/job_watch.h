// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <atomic>
#include <memory>

namespace kp
{

/// How far a long job is: told by the thread that does it, read by the window, which may ask it to stop.
struct JobWatch {
    std::atomic<qint64> done = 0;
    std::atomic<qint64> total = 0; ///< 0 while it is not known
    std::atomic_bool stop = false;
};
using JobWatchPtr = std::shared_ptr<JobWatch>;

} // namespace kp
