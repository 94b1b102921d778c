// SPDX-License-Identifier: GPL-3.0-or-later
// The window in processes of its own, on the platform of the environment (offscreen unless it says otherwise).
//
// Start: wall time from starting the process over a profile with a million invoices until the window is painted; floor:
// the same of a Qt program with an empty window of the same size. A second bar, with a limit of our own, goes on until
// the profile is open and the sign-in page stands there. Memory: what the process holds (resident) after signing in and
// going to the middle of the list of a million invoices; floor: with a thousand.
#include "app/bench/million.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"

namespace kp::bench
{

namespace
{
constexpr int million = 1'000'000;
constexpr int thousand = 1'000;
constexpr int starts = 15;
constexpr int sessions = 3;

struct Start {
    double painted = 0; ///< ms
    double ready = 0;
};

QCoro::Task<Result<Start>> startOver(QString folder)
{
    Child child;
    const Stopwatch watch;
    child.start(QStringLiteral("kaipiao-bench-window"), {folder});
    Start start;
    KP_CO_TRY(painted, co_await child.line(QStringLiteral("painted")));
    start.painted = watch.wall() * 1000;
    KP_CO_TRY(ready, co_await child.line(QStringLiteral("ready")));
    start.ready = watch.wall() * 1000;
    co_return start;
}

QCoro::Task<Result<double>> emptyStart()
{
    Child child;
    const Stopwatch watch;
    child.start(QStringLiteral("kaipiao-bench-empty"), {});
    KP_CO_TRY(painted, co_await child.line(QStringLiteral("painted")));
    co_return watch.wall() * 1000;
}

QCoro::Task<Result<double>> residentMiB(QString folder)
{
    Child child;
    child.start(QStringLiteral("kaipiao-bench-window"), {folder});
    KP_CO_TRY(resident, co_await child.line(QStringLiteral("resident ")));
    const double kib = resident.section(u' ', 0, 0).toDouble();
    if (kib <= 0)
        co_return Fault{
            FaultKind::Internal, QStringLiteral("this system does not tell how much memory a process holds")};
    co_return kib / 1024;
}
} // namespace

Bars windowBars(Workshop &workshop)
{
    KP_CO_TRY(large, co_await profileWith(workshop, million));
    KP_CO_TRY(small, co_await profileWith(workshop, thousand));
    QList<double> painted;
    QList<double> ready;
    QList<double> floor;
    for (int round = 0; round < starts; ++round) {
        KP_CO_TRY(empty, co_await emptyStart());
        KP_CO_TRY(full, co_await startOver(large));
        floor.append(empty);
        painted.append(full.painted);
        ready.append(full.ready);
    }
    QList<double> withMillion;
    QList<double> withThousand;
    for (int round = 0; round < sessions; ++round) {
        KP_CO_TRY(few, co_await residentMiB(small));
        KP_CO_TRY(many, co_await residentMiB(large));
        withThousand.append(few);
        withMillion.append(many);
    }
    const Bar start{QStringLiteral("window start with 1,000,000 invoices, painted: empty Qt window"), median(painted),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 2.5};
    const Bar entry{QStringLiteral("window start with 1,000,000 invoices, sign-in page: empty window"), median(ready),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 5};
    const Bar memory{QStringLiteral("window memory, list of 1,000,000: list of 1,000"), median(withMillion),
        median(withThousand), QStringLiteral("MiB"), Bar::Wants::AtMost, 1.3};
    co_return QList<Bar>{start, entry, memory};
}

} // namespace kp::bench
