// SPDX-License-Identifier: GPL-3.0-or-later
// Ours: Issuing::submitAll over the batch. Floor: the same service handed one draft at a time, so each invoice is
// checked alike and has its own commit, in a database with the same pragmas (WAL, synchronous = FULL). Wall time,
// because a commit is mostly waiting for the disk. Each round begins with a copy of the same database.
#include "app/bench/desk.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"

namespace kp::bench
{

namespace
{
constexpr int rounds = 3;

Outcome refusal(const QList<service::Submission> &submissions)
{
    for (const service::Submission &submission : submissions)
        if (!submission.invoice.ok())
            return submission.invoice.fault();
    return Done{};
}

Result<std::unique_ptr<Desk>> freshDesk(const Workshop &workshop)
{
    const QString path = workshop.folder + QStringLiteral("/prepare.db");
    KP_DO(copyDatabase(workshop.desk, path));
    KP_TRY(desk, Desk::open(path));
    KP_DO(desk->resume(workshop.practice.company()));
    return desk;
}

Result<double> together(const Workshop &workshop, const QList<InvoiceDraft> &drafts)
{
    KP_TRY(desk, freshDesk(workshop));
    const Stopwatch watch;
    KP_TRY(submissions, desk->services().issuing.submitAll(desk->actor(), desk->company(), drafts));
    const double seconds = watch.wall();
    KP_DO(refusal(submissions));
    return seconds;
}

Result<double> oneByOne(const Workshop &workshop, const QList<InvoiceDraft> &drafts)
{
    KP_TRY(desk, freshDesk(workshop));
    QList<service::Submission> submissions;
    const Stopwatch watch;
    for (const InvoiceDraft &draft : drafts)
        submissions.append(desk->services().issuing.submit(desk->actor(), desk->company(), draft));
    const double seconds = watch.wall();
    KP_DO(refusal(submissions));
    return seconds;
}
} // namespace

Bars prepareBars(Workshop &workshop)
{
    const QList<InvoiceDraft> all = drafts(batch);
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < rounds; ++round) {
        KP_CO_TRY(singly, oneByOne(workshop, all));
        KP_CO_TRY(batched, together(workshop, all));
        floor.append(singly);
        ours.append(batched);
    }
    const Bar bar{QStringLiteral("prepare 5,000 invoices of 5 lines: batch, one commit each"), median(ours),
        median(floor), QStringLiteral("s"), Bar::Wants::AtLeast, 15};
    co_return QList<Bar>{bar};
}

} // namespace kp::bench
