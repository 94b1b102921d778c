// SPDX-License-Identifier: GPL-3.0-or-later
// The window in processes of its own, on the platform of the environment (offscreen unless it says otherwise).
//
// Start: wall time from starting the process until the sign-in page of a profile with a million invoices is painted;
// floor: the same of a Qt program with an empty window of the same size. Memory: what the process holds (resident)
// after signing in and going to the middle of the list of a million invoices; floor: with a thousand.
#include "app/bench/million.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"

namespace kp::bench
{

namespace
{
constexpr int million = 1'000'000;
constexpr int thousand = 1'000;
constexpr int starts = 9;
constexpr int sessions = 3;

QCoro::Task<Result<double>> startMs(QString program, QStringList arguments)
{
    Child child;
    const Stopwatch watch;
    child.start(program, arguments);
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
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < starts; ++round) {
        const QStringList none;
        KP_CO_TRY(empty, co_await startMs(QStringLiteral("kaipiao-bench-empty"), none));
        const QStringList folder{large};
        KP_CO_TRY(full, co_await startMs(QStringLiteral("kaipiao-bench-window"), folder));
        floor.append(empty);
        ours.append(full);
    }
    QList<double> withMillion;
    QList<double> withThousand;
    for (int round = 0; round < sessions; ++round) {
        KP_CO_TRY(few, co_await residentMiB(small));
        KP_CO_TRY(many, co_await residentMiB(large));
        withThousand.append(few);
        withMillion.append(many);
    }
    const Bar start{QStringLiteral("window start with 1,000,000 invoices: empty Qt window"), median(ours),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 2.5};
    const Bar memory{QStringLiteral("window memory, list of 1,000,000: list of 1,000"), median(withMillion),
        median(withThousand), QStringLiteral("MiB"), Bar::Wants::AtMost, 1.3};
    co_return QList<Bar>{start, memory};
}

} // namespace kp::bench
