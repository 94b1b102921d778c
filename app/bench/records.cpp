// SPDX-License-Identifier: GPL-3.0-or-later
// A hundred thousand customers. Imported: with every check, the journal and the index of the proposals, from the file
// to the last commit, each round in a process of its own; floor: the same workbook unpacked and parsed. Exported: read
// from the store and written; floor: libxlsxwriter with the same cells, which lie ready. Both in processor time.
// Proposed while somebody types initials: wall time until the ten records are there; floor: LIKE over the initials
// alone, the last used first as well.
#include "app/bench/desk.h"
#include "app/bench/scan.h"
#include "app/bench/stopwatch.h"
#include "app/bench/workshop.h"
#include "core/base/pinyin.h"
#include "core/document/workbook/record_writer.h"
#include "core/service/record_reading.h"
#include "core/store/completion.h"

#include <QFile>
#include <QRandomGenerator>

#include <xlsxwriter.h>

#include <algorithm>
#include <array>
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

/// With the check digits of GB 11714 and GB 32100: a list of customers is not made of warnings.
QString taxNumberOf(int index)
{
    static const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    constexpr std::array organisationWeights = {3, 7, 9, 10, 5, 8, 4, 2};
    const QString organisation = QStringLiteral("%1").arg(index, 8, 10, QChar(u'0'));
    int sum = 0;
    for (qsizetype i = 0; i < organisation.size(); ++i)
        sum += organisationWeights[static_cast<std::size_t>(i)] * organisation.at(i).digitValue();
    const int check = 11 - sum % 11;
    QString number = QStringLiteral("91430104") + organisation;
    number += check == 10 ? QChar(u'X') : check == 11 ? QChar(u'0') : QChar(u'0' + check);
    int total = 0;
    int weight = 1;
    for (const QChar c : std::as_const(number)) {
        total += weight * static_cast<int>(alphabet.indexOf(c));
        weight = weight * 3 % 31;
    }
    return number + alphabet.at((31 - total % 31) % 31);
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
        one.party.taxNumber = taxNumberOf(i);
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

/// A cell as libxlsxwriter takes it.
struct BareCell {
    lxw_col_t column;
    QByteArray utf8;
};
using BareRow = std::vector<BareCell>;

/// The cells of the export: those that hold something, and the headings over them.
std::vector<BareRow> cellsOf(const QList<Customer> &records)
{
    std::vector<BareRow> rows;
    rows.reserve(static_cast<std::size_t>(records.size()));
    const auto &columns = workbook::recordTemplate<Customer>().columns;
    for (const Customer &record : records) {
        BareRow row;
        for (qsizetype column = 0; column < columns.size(); ++column) {
            QString text = schema<Customer>().find(columns.at(column).key)->text(record);
            for (const workbook::RecordChoice &choice : columns.at(column).choices)
                text = text == choice.plain ? choice.word : text;
            if (!text.isEmpty())
                row.push_back({static_cast<lxw_col_t>(column), text.toUtf8()});
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

/// libxlsxwriter with the same cells, in the same mode, and nothing else.
Outcome bareExport(const QString &path, const std::vector<BareRow> &rows)
{
    lxw_workbook_options options = {};
    options.constant_memory = LXW_TRUE;
    lxw_workbook *book = workbook_new_opt(QFile::encodeName(path).constData(), &options);
    lxw_worksheet *sheet = workbook_add_worksheet(book, nullptr);
    lxw_format *format = workbook_add_format(book);
    format_set_num_format(format, "@");
    lxw_row_t at = 0;
    for (const BareRow &row : rows) {
        for (const BareCell &cell : row)
            worksheet_write_string(sheet, at, cell.column, cell.utf8.constData(), format);
        ++at;
    }
    if (workbook_close(book) != LXW_NO_ERROR)
        return Fault{FaultKind::Internal, QStringLiteral("libxlsxwriter can not write")};
    return Done{};
}

/// As the window exports everything found: read from the store step by step.
Outcome ourExport(Desk &desk, const QString &path)
{
    constexpr qsizetype step = 2000;
    store::RecordQuery query;
    query.scope = store::Scope::only(desk.company());
    service::RecordReading<Customer> reading(desk.stores());
    KP_TRY(ids, reading.ids(desk.actor(), query));
    workbook::RecordWriter<Customer> writer;
    for (qsizetype at = 0; at < ids.size(); at += step) {
        KP_TRY(records, reading.findAll(desk.actor(), ids.mid(at, step)));
        writer.add(records);
    }
    if (writer.count() != customers)
        return Fault{FaultKind::Internal, QStringLiteral("the customers of the bench are not all there")};
    return writer.save(path);
}

Outcome writeWorkbook(const QString &path, const QList<Customer> &records)
{
    workbook::RecordWriter<Customer> writer;
    writer.add(records);
    return writer.save(path);
}

QString initialsAsTyped(QStringView text)
{
    QString typed;
    for (const std::uint64_t letters : initialsOf(text))
        typed += QChar(u'a' + std::countr_zero(letters));
    return typed;
}

struct Latencies {
    QList<double> ours; ///< ms
    QList<double> like;
};

/// The floor is LIKE over a table that holds nothing but the initials of each name, in one reading.
Result<Latencies> typing(Desk &desk, const QList<Customer> &known, const QString &bareTable)
{
    store::RecordStore<Customer> &records = desk.stores().records<Customer>();
    QList<std::pair<qint64, QByteArray>> initials;
    for (const Customer &customer : known)
        initials.append({initials.size() + 1, initialsAsTyped(customer.party.name).toUtf8()});
    fillScanned(bareTable, initials);
    Scan like(bareTable, "SELECT id FROM scanned WHERE text LIKE ? ESCAPE '\\' ORDER BY used DESC, id DESC LIMIT 10");
    KP_TRY(reader, store::Database::openReader(desk.stores().database.path()));
    store::Completion completion(*reader, store::completionSource<Customer>());
    KP_DO(store::completed(completion, records, desk.company(), {}, proposed));
    like.rows({likePattern(QStringLiteral("bj"))});
    QRandomGenerator random(7);
    Latencies out;
    for (int i = 0; i < typings; ++i) {
        const QString &name = known[random.bounded(known.size())].party.name;
        const int size = 2 + random.bounded(4);
        const int from = random.bounded(static_cast<int>(name.size()) - size);
        const QString typed = initialsAsTyped(QStringView(name).mid(from, size));
        const Stopwatch mine;
        KP_TRY(found, store::completed(completion, records, desk.company(), typed, proposed));
        out.ours.append(mine.wall() * 1000);
        if (found.isEmpty())
            return Fault{FaultKind::Internal, QStringLiteral("\"%1\" finds nobody").arg(typed)};
        if (i % 10 != 0)
            continue; // it takes its time
        const Stopwatch theirs;
        like.rows({likePattern(typed)});
        out.like.append(theirs.wall() * 1000);
    }
    return out;
}

struct Imported {
    QList<double> ours; ///< s
    QList<double> floor;
    QList<double> oursProcessor; ///< s of all threads
    QList<double> floorProcessor;
    QList<double> memory; ///< MiB
};

/// Each round in a process of its own with a new copy of the database.
QCoro::Task<Result<Imported>> importing(Workshop &workshop, QString path, QString database)
{
    const QString taxNumber = workshop.practice.company().taxNumber;
    Imported out;
    for (int round = 0; round < rounds; ++round) {
        KP_CO_DO(copyDatabase(workshop.desk, database));
        Child child;
        child.start(QStringLiteral("kaipiao-bench-import"), {database, path, taxNumber, QString::number(customers)});
        KP_CO_TRY(floor, co_await child.line(QStringLiteral("floor ")));
        KP_CO_TRY(bare, co_await child.line(QStringLiteral("bare ")));
        KP_CO_TRY(memory, co_await child.line(QStringLiteral("peak ")));
        KP_CO_TRY(ours, co_await child.line(QStringLiteral("import ")));
        KP_CO_TRY(wall, co_await child.line(QStringLiteral("wall ")));
        out.floorProcessor.append(floor.toDouble());
        out.floor.append(bare.toDouble());
        out.memory.append(memory.toDouble());
        out.oursProcessor.append(ours.toDouble());
        out.ours.append(wall.toDouble());
    }
    co_return out;
}
} // namespace

Bars recordBars(Workshop &workshop)
{
    const QString path = workshop.folder + QStringLiteral("/customers.xlsx");
    const QString again = workshop.folder + QStringLiteral("/again.xlsx");
    const QString database = workshop.folder + QStringLiteral("/customers.db");
    const QList<Customer> known = manyCustomers({});
    KP_CO_DO(writeWorkbook(path, known));
    KP_CO_TRY(imported, co_await importing(workshop, path, database));

    KP_CO_TRY(desk, Desk::open(database));
    KP_CO_DO(desk->resume(workshop.practice.company()));
    const std::vector<BareRow> cells = cellsOf(known);
    QList<double> exported;
    QList<double> bare;
    for (int round = 0; round < rounds; ++round) {
        const Stopwatch floor;
        KP_CO_DO(bareExport(again, cells));
        bare.append(floor.wall());
        const Stopwatch ours;
        KP_CO_DO(ourExport(*desk, again));
        exported.append(ours.wall());
    }
    KP_CO_TRY(latencies, typing(*desk, known, workshop.folder + QStringLiteral("/initials.db")));
    std::sort(latencies.ours.begin(), latencies.ours.end());
    const double p99 = latencies.ours.at(latencies.ours.size() * 99 / 100);
    const double most = *std::max_element(imported.memory.begin(), imported.memory.end());
    co_return QList<Bar>{
        {QStringLiteral("import 100,000 customers with checks, journal, search: inflate + expat"),
            median(imported.ours), median(imported.floor), QStringLiteral("s"), Bar::Wants::AtMost, 4},
        {QStringLiteral("its processor time, of both its threads (no limit but our own)"),
            median(imported.oursProcessor), median(imported.floorProcessor), QStringLiteral("s"), Bar::Wants::AtMost,
            5},
        {QStringLiteral("memory while importing them: 64 MiB"), most, 64, QStringLiteral("MiB"), Bar::Wants::AtMost, 1},
        {QStringLiteral("export of 100,000 customers from the store: libxlsxwriter alone"), median(exported),
            median(bare), QStringLiteral("s"), Bar::Wants::AtMost, 1.5},
        {QStringLiteral("proposals by pinyin initials among 100,000: LIKE"), median(latencies.ours),
            median(latencies.like), QStringLiteral("ms"), Bar::Wants::AtLeast, 50},
        {QStringLiteral("the same, 99th percentile: 5 ms"), p99, 5, QStringLiteral("ms"), Bar::Wants::AtMost, 1},
    };
}

} // namespace kp::bench
