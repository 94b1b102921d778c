// SPDX-License-Identifier: GPL-3.0-or-later
// The line grid in processes of their own. Key: in the real window, with an invoice of 200 lines on the issuing page,
// from when a key is due until the grid is painted with it, p99; floor: a frame at 60 a second. Paste: 2,000 × 8 cells
// from the clipboard's text to the painted grid, undo and the invoice's sums with it; floor: a bare model that takes
// the same text in a reset, painted too, without our theme. Each is painted once, as the event loop would: a forced
// repaint on top would be the bench's own.
#include "app/bench/child.h"
#include "app/bench/million.h"

namespace kp::bench
{

namespace
{
constexpr double frameMs = 16;
}

Bars linesBars(Workshop &workshop)
{
    const QString profile = workshop.folder + QStringLiteral("/typing");
    const sandbox::Credential company = workshop.practice.company();
    KP_CO_DO(co_await makeProfile(profile, company, 0));
    Child typist;
    // Where there is no window manager nothing gives a window of X the keyboard; one that nobody sees has it.
    typist.start(
        QStringLiteral("kaipiao-bench-typing"), {profile, QStringLiteral("-platform"), QStringLiteral("offscreen")});
    KP_CO_TRY(key, co_await typist.line(QStringLiteral("key-p99 ")));
    Child child;
    child.start(QStringLiteral("kaipiao-bench-lines"), {});
    KP_CO_TRY(reset, co_await child.line(QStringLiteral("reset ")));
    KP_CO_TRY(paste, co_await child.line(QStringLiteral("paste ")));
    const Bar pasted{QStringLiteral("paste of 2,000 × 8 cells, worked out and painted: bare model reset"),
        paste.toDouble(), reset.toDouble(), QStringLiteral("ms"), Bar::Wants::AtMost, 2};
    const Bar typed{QStringLiteral("key to painted cell, 200 lines, p99: a frame"), key.toDouble(), frameMs,
        QStringLiteral("ms"), Bar::Wants::AtMost, 1};
    co_return QList<Bar>{pasted, typed};
}

} // namespace kp::bench
