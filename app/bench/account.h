// SPDX-License-Identifier: GPL-3.0-or-later
// The account of the bench's profiles; they hold nothing but invented invoices.
#pragma once

namespace kp::bench
{

inline constexpr const char *accountName = "bench";
inline constexpr const char *accountPassword = "nothing to hide";

} // namespace kp::bench
