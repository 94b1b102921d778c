// SPDX-License-Identifier: GPL-3.0-or-later
// One import of customers in a process of its own: kaipiao-bench-import DATABASE WORKBOOK TAX-NUMBER COUNT. It says how
// long unpacking and parsing the workbook takes ("floor", processor seconds; "bare", seconds), how much memory the
// import held at its peak beyond what the program held before ("peak", MiB), and how long it took ("import", processor
// seconds; "wall", seconds).
#include "app/bench/desk.h"
#include "app/bench/events.h"
#include "app/bench/stopwatch.h"
#include "core/document/workbook/record_reader.h"
#include "core/service/record_import.h"
#include "core/store/completion.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>
#include <cstdio>

namespace kp::bench
{

namespace
{
constexpr int proposed = 10;

/// A figure of /proc/self/status, in MiB.
double statusMib(const QByteArray &name)
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(name))
            return line.mid(name.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

Outcome import(Desk &desk, const QString &path, int count)
{
    using Import = service::RecordImport<Customer>;
    Import import(desk.stores(), desk.services().clock, desk.services().issuing, desk.actor(), desk.company(),
        Import::Mode::Write);
    KP_TRY(sheet, workbook::readRecords<Customer>(path, Import::rowsOfStep,
                      [&](const RecordColumns &columns, const QList<ReadRecord<Customer>> &rows) {
                          return import.step(columns, rows);
                      }));
    if (import.report().count(RowState::Added) != count)
        return Fault{FaultKind::Internal, QStringLiteral("the customers of the bench are not clean")};
    // The index of the proposals is a part of what an import costs, if later; a reader builds it.
    KP_TRY(reader, store::Database::openReader(desk.stores().database.path()));
    store::Completion completion(*reader, store::completionSource<Customer>());
    KP_DO(completion.find(desk.company(), QStringLiteral("bj"), proposed));
    return Done{};
}

Outcome run(const QStringList &arguments)
{
    sandbox::Credential company;
    company.taxNumber = arguments.value(3);
    const QString &path = arguments.at(2);
    KP_TRY(desk, Desk::open(arguments.at(1)));
    KP_DO(desk->resume(company));
    resetPeak();
    const double before = statusMib("VmRSS");
    const Stopwatch importing;
    KP_DO(import(*desk, path, arguments.value(4).toInt()));
    const double processor = importing.processor();
    const double wall = importing.wall();
    const double peak = statusMib("VmHWM") - before;
    const Stopwatch parsing;
    KP_DO(bareEvents(path));
    std::printf("floor %.4f\nbare %.4f\npeak %.2f\nimport %.4f\nwall %.4f\n", parsing.processor(), parsing.wall(), peak,
        processor, wall);
    return Done{};
}
} // namespace

} // namespace kp::bench

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const kp::Outcome done = kp::bench::run(QCoreApplication::arguments());
    if (!done.ok())
        std::fprintf(
            stderr, "%s %s\n", done.fault().message.toUtf8().constData(), done.fault().detail.toUtf8().constData());
    return done.ok() ? 0 : 1;
}
