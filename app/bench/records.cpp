// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred thousand customers: imported (floor: the same workbook unpacked and parsed), exported (floor: libxlsxwriter
// writing the same cells), and proposed while one is typed (floor: LIKE over their names).
#include "app/bench/desk.h"
#include "app/bench/events.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/base/pinyin.h"
#include "core/document/workbook/record_reader.h"
#include "core/document/workbook/record_writer.h"
#include "core/store/completion.h"

#include <QFile>
#include <QRandomGenerator>

#include <xlsxwriter.h>

#include <algorithm>
#include <bit>

namespace kp::bench
{

namespace
{
constexpr int customers = 100'000;
constexpr int rounds = 3;
constexpr int typings = 2000;
constexpr int proposed = 10;

QString randomWord(QRandomGenerator &random, int size)
{
    static const QString characters =
        QStringLiteral(u"华中东方远大新明海天金银宏达通利丰泰和信诚德源盛兴安康民生科技信息网络电子机械设备建筑工程"
                       u"装饰材料化工医药食品餐饮贸易物流运输广告传媒文化教育咨询管理服务");
    QString word;
    while (word.size() < size)
        word += characters[random.bounded(characters.size())];
    return word;
}

QList<Customer> manyCustomers(CompanyId company)
{
    static const QStringList cities{QStringLiteral(u"北京"), QStringLiteral(u"重庆"), QStringLiteral(u"长沙"),
        QStringLiteral(u"杭州"), QStringLiteral(u"乐山"), QStringLiteral(u"厦门")};
    QRandomGenerator random(20261120);
    QList<Customer> out;
    for (int i = 0; i < customers; ++i) {
        Customer one;
        one.company = company;
        one.party.name = cities[random.bounded(cities.size())] + randomWord(random, 5) + QStringLiteral(u"有限公司");
        one.party.taxNumber = QStringLiteral("91430104MA%1").arg(i, 8, 10, QChar(u'0'));
        one.party.address = QStringLiteral(u"示例路%1号").arg(random.bounded(9999));
        one.party.phone = QString::number(10'000'000 + random.bounded(89'999'999));
        one.party.bank = QStringLiteral(u"示例银行%1支行").arg(randomWord(random, 2));
        one.party.account = QString::number(6'000'000'000'000'000 + i);
        one.code = QStringLiteral("K%1").arg(i);
        one.contact = randomWord(random, 3);
        one.email = QStringLiteral("a%1@example.com").arg(i);
        out.append(one);
    }
    return out;
}

/// Resident memory of this process, in MiB.
double residentMib()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    constexpr double pagesOfMib = 256;
    return file.readAll().split(' ').value(1).toDouble() / pagesOfMib;
}

/// The peak since the last call of resetPeak(), in MiB.
double peakMib()
{
    QFile file(QStringLiteral("/proc/self/status"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith("VmHWM:"))
            return line.mid(6).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

void resetPeak()
{
    QFile file(QStringLiteral("/proc/self/clear_refs"));
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

Outcome import(Desk &desk, const QString &path)
{
    using Import = service::RecordImport<Customer>;
    Import import(desk.stores(), desk.services().clock, desk.services().issuing, desk.actor(), desk.company(),
        Import::Mode::Write);
    KP_TRY(sheet, workbook::readRecords<Customer>(path, Import::rowsOfStep,
                      [&](const RecordColumns &columns, const QList<ReadRecord<Customer>> &rows) {
                          return import.step(columns, rows);
                      }));
    if (import.report().count(RowState::Added) != customers)
        return Fault{FaultKind::Internal, QStringLiteral("the customers of the bench are not clean")};
    // The index of the proposals is a part of what an import costs, if later.
    store::Completion completion(desk.stores().database, store::completionSource<Customer>());
    KP_DO(completion.find(desk.company(), QStringLiteral("bj"), proposed));
    return Done{};
}

/// libxlsxwriter with the same cells, and nothing else.
Outcome bareExport(const QString &path, const QList<Customer> &records)
{
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "@");
    lxw_row_t row = 0;
    const auto &columns = workbook::recordTemplate<Customer>().columns;
    for (const Customer &record : records) {
        lxw_col_t column = 0;
        for (const workbook::RecordColumn &shown : columns)
            if (const auto *field = schema<Customer>().find(shown.key))
                worksheet_write_string(sheet, row, column++, field->text(record).toUtf8().constData(), format);
        ++row;
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        return Fault{FaultKind::Internal, QStringLiteral("libxlsxwriter can not write")};
    return Done{};
}

Outcome ourExport(const QString &path, const QList<Customer> &records)
{
    workbook::RecordWriter<Customer> writer;
    writer.add(records);
    return writer.save(path);
}

struct Latencies {
    QList<double> ours; ///< ms
    QList<double> like;
};

Result<Latencies> typing(Desk &desk, const QList<Customer> &known)
{
    store::Completion completion(desk.stores().database, store::completionSource<Customer>());
    KP_DO(completion.find(desk.company(), {}, proposed));
    store::Query &like = desk.stores().database.prepared(
        QStringLiteral("SELECT id FROM customer WHERE company = ? AND name LIKE ? ORDER BY last_used_ms DESC LIMIT ?"));
    QRandomGenerator random(7);
    Latencies out;
    for (int i = 0; i < typings; ++i) {
        const QString &name = known[random.bounded(known.size())].party.name;
        const int size = 2 + random.bounded(4);
        const int from = random.bounded(static_cast<int>(name.size()) - size);
        QString initials;
        for (const std::uint64_t letters : initialsOf(QStringView(name).mid(from, size)))
            initials += QChar(u'a' + std::countr_zero(letters));
        const Stopwatch mine;
        KP_DO(completion.find(desk.company(), initials, proposed));
        out.ours.append(mine.wall() * 1000);
        if (i % 20 != 0)
            continue; // it takes its time
        const Stopwatch theirs;
        KP_DO(like.with(desk.company(), u'%' + name.mid(from, size) + u'%', proposed).each([](const store::Row &) {}));
        out.like.append(theirs.wall() * 1000);
    }
    return out;
}
} // namespace

Bars recordBars(Workshop &workshop)
{
    const QString path = workshop.folder + QStringLiteral("/customers.xlsx");
    const QString again = workshop.folder + QStringLiteral("/again.xlsx");
    const QList<Customer> known = manyCustomers({});
    QList<double> exported;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch floor;
        KP_CO_DO(bareExport(again, known));
        bare.append(floor.processor());
        const Stopwatch ours;
        KP_CO_DO(ourExport(path, known));
        exported.append(ours.processor());
    }
    const Stopwatch parsing;
    KP_CO_DO(bareEvents(path));
    const double floor = parsing.processor();

    KP_CO_TRY(desk, Desk::open(workshop.desk));
    KP_CO_DO(desk->resume(workshop.practice.company()));
    KP_CO_DO(desk->services().issuing.loadClassification());
    const double memory = residentMib();
    resetPeak();
    const Stopwatch importing;
    KP_CO_DO(import(*desk, path));
    const double imported = importing.processor();
    const double peak = std::max(0.0, peakMib() - memory);
    KP_CO_TRY(latencies, typing(*desk, known));
    std::sort(latencies.ours.begin(), latencies.ours.end());
    const double p99 = latencies.ours.at(latencies.ours.size() * 99 / 100);
    co_return QList<Bar>{
        {QStringLiteral("import 100,000 customers with checks, journal and search: inflate + expat"), imported, floor,
            QStringLiteral("s"), Bar::Wants::AtMost, 4},
        {QStringLiteral("memory while importing them: 64 MiB"), peak, 64, QStringLiteral("MiB"), Bar::Wants::AtMost, 1},
        {QStringLiteral("export of 100,000 customers: libxlsxwriter alone"), median(exported), median(bare),
            QStringLiteral("s"), Bar::Wants::AtMost, 1.5},
        {QStringLiteral("proposals by pinyin initials among 100,000: LIKE"), median(latencies.ours),
            median(latencies.like), QStringLiteral("ms"), Bar::Wants::AtLeast, 50},
        {QStringLiteral("the same, 99th percentile: 5 ms"), p99, 5, QStringLiteral("ms"), Bar::Wants::AtMost, 1},
    };
}

} // namespace kp::bench
