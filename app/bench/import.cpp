// SPDX-License-Identifier: GPL-3.0-or-later
// Ours: readOrders and every check of the rules, through BatchIssuing::dryRun. Floor: each part of the same workbook
// unpacked by libzip and parsed by expat with handlers that count. Processor time: both run on one thread.
#include "app/bench/desk.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/document/workbook/order_workbook.h"
#include "tests/document/sample_orders.h"

#include <expat.h>
#include <zip.h>

#include <memory>

namespace kp::bench
{

namespace
{
constexpr int invoices = 1000; // of five lines
constexpr int rounds = 7;

struct Events {
    qint64 elements = 0;
    qint64 characters = 0;
};

Outcome unreadable()
{
    return Fault{FaultKind::Internal, QStringLiteral("the workbook of the bench can not be read")};
}

/// Unpacks and parses every part; counts, so that nothing is left out.
Result<Events> bareEvents(const QString &path)
{
    struct CloseZip {
        void operator()(zip_t *archive) const { zip_discard(archive); }
    };
    struct CloseFile {
        void operator()(zip_file_t *file) const { zip_fclose(file); }
    };
    struct FreeParser {
        void operator()(XML_Parser parser) const { XML_ParserFree(parser); }
    };
    Events events;
    const std::unique_ptr<zip_t, CloseZip> archive(zip_open(path.toUtf8().constData(), ZIP_RDONLY, nullptr));
    if (!archive)
        return unreadable().fault();
    constexpr int blockBytes = 64 * 1024;
    for (zip_int64_t i = 0; i < zip_get_num_entries(archive.get(), 0); ++i) {
        const std::unique_ptr<zip_file_t, CloseFile> file(zip_fopen_index(archive.get(), zip_uint64_t(i), 0));
        const std::unique_ptr<XML_ParserStruct, FreeParser> parser(XML_ParserCreate(nullptr));
        if (!file || !parser)
            return unreadable().fault();
        XML_SetUserData(parser.get(), &events);
        XML_SetElementHandler(
            parser.get(), [](void *to, const XML_Char *, const XML_Char **) { ++static_cast<Events *>(to)->elements; },
            [](void *, const XML_Char *) {});
        XML_SetCharacterDataHandler(
            parser.get(), [](void *to, const XML_Char *, int size) { static_cast<Events *>(to)->characters += size; });
        for (bool more = true; more;) {
            void *block = XML_GetBuffer(parser.get(), blockBytes);
            const zip_int64_t size = zip_fread(file.get(), block, blockBytes);
            more = size == blockBytes;
            if (size < 0 || XML_ParseBuffer(parser.get(), static_cast<int>(size), more ? 0 : 1) != XML_STATUS_OK)
                return unreadable().fault();
        }
    }
    return events;
}

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
            co_return unreadable().fault();
        const Stopwatch full;
        KP_CO_DO(readAndCheck(*desk, path));
        ours.append(full.processor() * 1000);
    }
    const Bar bar{QStringLiteral("import 1,000 invoices, 5,000 lines with all checks: inflate + expat"), median(ours),
        median(floor), QStringLiteral("ms"), Bar::Wants::AtMost, 3};
    co_return QList<Bar>{bar};
}

} // namespace kp::bench
