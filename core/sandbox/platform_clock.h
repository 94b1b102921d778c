// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"

namespace kp::sandbox
{

/// The platform's own time: the machine's, moved by a number of milliseconds the control interface sets.
class PlatformClock final : public Clock
{
public:
    [[nodiscard]] qint64 nowMs() const override { return m_system.nowMs() + m_shiftMs; }
    [[nodiscard]] qint64 shiftMs() const { return m_shiftMs; }
    void setShiftMs(qint64 ms) { m_shiftMs = ms; }

private:
    SystemClock m_system;
    qint64 m_shiftMs = 0;
};

} // namespace kp::sandbox
