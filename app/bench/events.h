// SPDX-License-Identifier: GPL-3.0-or-later
// The floor of reading a workbook: every part unpacked by libzip and parsed by expat with handlers that count.
#pragma once

#include "core/base/result.h"

namespace kp::bench
{

struct Events {
    qint64 elements = 0;
    qint64 characters = 0;
};

/// Fault: Internal, when the workbook can not be read.
Result<Events> bareEvents(const QString &path);

} // namespace kp::bench
