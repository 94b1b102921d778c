// SPDX-License-Identifier: GPL-3.0-or-later
// Ours: readOrders and every check of the rules, through BatchIssuing::dryRun. Floor: each part of the same workbook
// unpacked by libzip and parsed by expat with handlers that count. Processor time: both run on one thread.
#include "app/bench/desk.h"
#include "app/bench/events.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/document/workbook/order_workbook.h"
#include "tests/document/sample_orders.h"

namespace kp::bench
{

namespace
{
constexpr int invoices = 1000; // of five lines
constexpr int rounds = 7;

Outcome readAndCheck(Desk &desk, const QString &path)
{
    KP_TRY(sheet, workbook::readOrders(path));
    KP_TRY(report, desk.services().batch.dryRun(desk.actor(), desk.company(), sheet));
    if (report.orders.size() != invoices || report.count(service::OrderState::Invalid) != 0)
        return Fault{FaultKind::Internal, QStringLiteral("the workbook of the bench is not clean")};
    return Done{};
}
} // namespace

Bars importBars(Workshop &workshop)
{
    const QString path = workshop.folder + QStringLiteral("/orders.xlsx");
    const workbook::OrderRows rows = test::manyOrders(invoices);
    KP_CO_DO(workbook::writeOrderWorkbook(path, rows));
    KP_CO_TRY(desk, Desk::open(workshop.desk));
    KP_CO_DO(desk->resume(workshop.practice.company()));
    QList<double> ours;
    QList<double> floor;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch bare;
        KP_CO_TRY(events, bareEvents(path));
        floor.append(bare.processor() * 1000);
        if (events.elements < invoices * 5LL)
            co_return Fault{FaultKind::Internal, QStringLiteral("the workbook of the bench can not be read")};
        const Stopwatch full;
        KP_CO_DO(readAndCheck(*desk, path));
        ours.append(full.processor() * 1000);
    }
    const Bar bar{QStringLiteral("import 1,000 invoices, 5,000 lines with all checks: inflate + expat"), median(ours),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 3};
    co_return QList<Bar>{bar};
}

} // namespace kp::bench
