// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace kp::test
{

/// How kill_driver ends.
enum DriverEnd {
    DriverDone = 0,   ///< every order is issued and the books are in order
    DriverFailed = 1, ///< not so; it says what
    DriverKilled = 9, ///< it died at the step it was told
};

} // namespace kp::test
