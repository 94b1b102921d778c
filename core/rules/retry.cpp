// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/retry.h"

#include <algorithm>

namespace kp::rules
{

std::chrono::milliseconds retryDelay(int attempts, int pollSeconds)
{
    using std::chrono::milliseconds;
    using std::chrono::minutes;
    using std::chrono::seconds;
    constexpr milliseconds longest = minutes(5);
    const milliseconds poll = seconds(std::max(pollSeconds, 1));
    milliseconds delay = poll;
    for (int i = 1; i < attempts && delay < longest; ++i)
        delay *= 2;
    return std::max(poll, std::min(delay, longest));
}

} // namespace kp::rules
