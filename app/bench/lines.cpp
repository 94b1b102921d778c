// SPDX-License-Identifier: GPL-3.0-or-later
// The line grid in a process of its own. Key: from the event until the grid is painted, p99 over an invoice of 200
// lines that is worked out anew with each cell; floor: a frame at 60 a second. Paste: 2,000 × 8 cells from the
// clipboard's text to the painted grid, undo and the invoice's sums with it; floor: a bare model that takes the same
// text in a reset, painted too.
#include "app/bench/child.h"
#include "app/bench/workshop.h"

namespace kp::bench
{

namespace
{
constexpr double frameMs = 16;
}

Bars linesBars(Workshop &)
{
    Child child;
    child.start(QStringLiteral("kaipiao-bench-lines"), {});
    KP_CO_TRY(paste, co_await child.line(QStringLiteral("paste ")));
    KP_CO_TRY(reset, co_await child.line(QStringLiteral("reset ")));
    KP_CO_TRY(key, co_await child.line(QStringLiteral("key-p99 ")));
    const Bar pasted{QStringLiteral("paste of 2,000 × 8 cells, worked out and painted: bare model reset"),
        paste.toDouble(), reset.toDouble(), QStringLiteral("ms"), Bar::Wants::AtMost, 2};
    const Bar typed{QStringLiteral("key to painted cell, 200 lines, p99: a frame"), key.toDouble(), frameMs,
        QStringLiteral("ms"), Bar::Wants::AtMost, 1};
    co_return QList<Bar>{pasted, typed};
}

} // namespace kp::bench
