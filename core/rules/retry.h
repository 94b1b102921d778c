// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace kp::rules
{

/// The platform keeps the result of an upload so long; afterwards a question about the receipt is pointless and the
/// invoice is uploaded again (InvoiceEvent::ResultGone).
inline constexpr std::chrono::hours receiptLifetime{12};
/// An invoice must reach the platform less than so long after its issue time.
inline constexpr std::chrono::hours uploadWindow{48};

/// How long to wait before the next attempt: the poll interval, then twice, four times … it, at most 5 minutes, and
/// never less than the interval itself, which is the platform's rule.
/// @param attempts how many were made already; 0 and 1 wait one interval
std::chrono::milliseconds retryDelay(int attempts, int pollSeconds);

} // namespace kp::rules
