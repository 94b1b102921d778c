// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/batch_work.h"

#include "core/base/files.h"
#include "core/document/workbook/order_marking.h"
#include "core/service/task_future.h"

#include <QFileInfo>
#include <QTimer>
#include <QtConcurrent>

#include <algorithm>

namespace kp
{

using service::OrderResult;
using service::OrderState;

namespace
{
constexpr int lookMs = 500;

Result<workbook::Reader> readerOf(const BatchFile &file)
{
    KP_TRY(reader, workbook::Reader::open(file.bytes, file.name));
    reader.replaceCells(file.repairs);
    return reader;
}

bool isRepairable(const OrderResult &order)
{
    return order.state == OrderState::Invalid || (order.state == OrderState::Refused && !order.givenUp);
}

/// The rows of the workbook that a clerk has to look at.
QMap<QString, QSet<int>> rowsToShow(
    const OrderSheet &sheet, const service::BatchReport &report, const QList<CellFinding> &findings)
{
    QMap<QString, QSet<int>> rows;
    for (const CellFinding &finding : findings)
        rows[finding.place.sheet].insert(finding.place.row);
    for (qsizetype i = 0; i < report.orders.size(); ++i) {
        const OrderResult &result = report.orders.at(i);
        if (!isRepairable(result))
            continue;
        const Order &order = sheet.orders.at(i);
        rows[order.head.sheet].insert(order.head.row);
        if (result.state == OrderState::Refused) // the platform does not say which cell it means
            for (const OrderRow &line : order.lines)
                rows[line.sheet].insert(line.row);
    }
    return rows;
}

bool contains(const QMap<QString, QSet<int>> &all, const QMap<QString, QSet<int>> &some)
{
    return std::all_of(some.keyBegin(), some.keyEnd(),
        [&](const QString &sheet) { return all.value(sheet).contains(some.value(sheet)); });
}
} // namespace

struct BatchWork::Opened {
    BatchFile file;
    OrderSheet sheet;
    bool again = false;
};

struct BatchWork::Checked {
    service::BatchReport report;
    service::BatchReport live;
};

BatchWork::BatchWork(Office &office, QObject *parent)
    : QObject(parent)
    , m_office(office)
    , m_looking(new QTimer(this))
{
    m_looking->setInterval(lookMs);
    connect(m_looking, &QTimer::timeout, this, &BatchWork::lookAgain);
    connect(&office, &Office::tablesChanged, this, [this](const QStringList &tables) {
        if (tables.contains(QLatin1StringView("invoice")))
            askStates();
    });
    connect(&office, &Office::stockChanged, this, [this] {
        askPool();
        Q_EMIT changed();
    });
    connect(&office, &Office::companyChanged, this, &BatchWork::restore);
}

BatchWork::~BatchWork()
{
    if (m_watch)
        m_watch->stop = true;
}

void BatchWork::forget()
{
    ++m_epoch;
    if (m_watch)
        m_watch->stop = true;
    m_watch.reset();
    m_looking->stop();
    m_file = {};
    m_sheet = {};
    m_report = {};
    m_sheets.clear();
    m_rows.clear();
    m_pool.reset();
    m_poolTrouble.clear();
    m_poolAsked = m_checking = m_checkAgain = m_asking = m_askAgain = m_running = m_begun = m_pausing = m_restoring =
        false;
    m_total = m_before = 0;
}

void BatchWork::restore()
{
    forget();
    m_restoring = m_office.companyId().isValid();
    Q_EMIT sheetsChanged();
    Q_EMIT changed();
    if (!m_restoring)
        return;
    const auto kept = m_office.ask([actor = m_office.actor(), company = m_office.companyId()](
                                       service::Services &s) { return s.batch.kept(actor, company); });
    then(this, kept, [this, epoch = m_epoch](const Result<std::optional<service::KeptBatch>> &found) {
        if (epoch != m_epoch)
            return;
        m_restoring = found.ok() && found->has_value();
        if (!found.ok())
            Q_EMIT failed(found.fault());
        if (!m_restoring) {
            Q_EMIT changed();
            return;
        }
        const service::KeptBatch &batch = **found;
        const BatchFile file{batch.name, batch.workbook, batch.repairs};
        const auto read = QtConcurrent::run([file]() -> Result<OrderSheet> {
            KP_TRY(reader, readerOf(file));
            return workbook::readOrders(reader);
        });
        then(this, read,
            [this, epoch, file, begun = batch.begun, running = batch.running](const Result<OrderSheet> &sheet) {
                if (epoch != m_epoch)
                    return;
                if (!sheet.ok()) {
                    m_restoring = false;
                    Q_EMIT changed();
                    Q_EMIT failed(sheet.fault());
                    return;
                }
                checkSheet(file, *sheet, Comes::Again, [this, begun, running] {
                    m_begun = begun;
                    m_running = running;
                    m_total = need().invoices + onTheWay();
                    m_before = settled();
                    if (running)
                        m_looking->start();
                    Q_EMIT changed();
                    Q_EMIT restored();
                });
            });
    });
}

void BatchWork::open(const QString &path)
{
    if (m_watch || m_running || m_restoring)
        return;
    m_watch = std::make_shared<JobWatch>();
    Q_EMIT changed();
    const auto read = QtConcurrent::run([path, before = m_file, watch = m_watch]() -> Result<Opened> {
        KP_TRY(bytes, readFile(path, workbook::ReadLimits().fileBytes));
        Opened opened{{QFileInfo(path).fileName(), bytes, {}}, {}, !bytes.isEmpty() && bytes == before.bytes};
        if (opened.again)
            opened.file.repairs = before.repairs;
        KP_TRY(reader, readerOf(opened.file));
        reader.watchRows([&watch] {
            ++watch->done;
            return !watch->stop;
        });
        KP_TRY(sheet, workbook::readOrders(reader));
        opened.sheet = sheet;
        return opened;
    });
    then(this, read, [this, watch = m_watch, epoch = m_epoch](const Result<Opened> &answer) {
        if (epoch != m_epoch)
            return;
        m_watch.reset();
        if (watch->stop || !answer.ok()) {
            Q_EMIT changed();
            if (watch->stop)
                Q_EMIT cancelled();
            else
                Q_EMIT failed(answer.fault());
            return;
        }
        const bool begun = answer->again && m_begun;
        const auto comes = answer->again ? Comes::Again : Comes::New;
        checkSheet(answer->file, answer->sheet, comes, [this, again = answer->again, begun] {
            m_begun = begun;
            Q_EMIT changed();
            Q_EMIT opened(again);
        });
    });
}

void BatchWork::close()
{
    const auto dropped = m_office.ask([actor = m_office.actor(), company = m_office.companyId()](
                                          service::Services &s) { return s.batch.drop(actor, company); });
    then(this, dropped, [this, epoch = m_epoch](const Outcome &outcome) {
        if (epoch != m_epoch)
            return;
        if (!outcome.ok()) {
            Q_EMIT failed(outcome.fault());
            return;
        }
        forget();
        Q_EMIT sheetsChanged();
        Q_EMIT changed();
    });
}

void BatchWork::putText(const CellPlace &place, const QString &text)
{
    m_file.repairs[place.sheet][place.row].insert(place.column, text);
    ++m_revision;
    check();
}

/// Reads the workbook with its repairs and checks all of it. What is changed meanwhile is checked after that.
void BatchWork::check()
{
    if (m_checking) {
        m_checkAgain = true;
        return;
    }
    m_checking = true;
    Q_EMIT changed();
    const auto read = QtConcurrent::run([file = m_file]() -> Result<OrderSheet> {
        KP_TRY(reader, readerOf(file));
        return workbook::readOrders(reader);
    });
    then(this, read, [this, epoch = m_epoch](const Result<OrderSheet> &sheet) {
        if (epoch != m_epoch)
            return;
        if (sheet.ok()) {
            checkSheet(m_file, *sheet, Comes::Repaired, [] {});
            return;
        }
        m_checking = false;
        Q_EMIT failed(sheet.fault());
    });
}

/// Has the sheet checked; it is in hand when that has gone well, and before that what is in hand stays.
void BatchWork::checkSheet(
    const BatchFile &file, const OrderSheet &sheet, Comes comes, const std::function<void()> &done)
{
    m_checking = true;
    const auto checked = m_office.ask([actor = m_office.actor(), company = m_office.companyId(), sheet, file, comes](
                                          service::Services &s) -> Result<Checked> {
        if (comes == Comes::New)
            KP_DO(s.batch.keep(actor, company, file.name, file.bytes));
        else
            KP_DO(s.batch.keepRepairs(actor, company, file.repairs));
        KP_TRY(report, s.batch.dryRun(actor, company, sheet));
        KP_TRY(live, s.batch.states(actor, company, sheet));
        return Checked{report, live};
    });
    then(this, checked, [this, file, sheet, comes, done, epoch = m_epoch](const Result<Checked> &answer) {
        if (epoch != m_epoch)
            return;
        m_checking = m_restoring = false;
        if (!answer.ok()) {
            Q_EMIT changed();
            Q_EMIT failed(answer.fault());
            return;
        }
        if (comes != Comes::Repaired) {
            forget();
            m_file = file;
        }
        m_sheet = sheet;
        m_report = answer->report;
        merge(answer->live);
        readSheets();
        askPool();
        Q_EMIT changed();
        done();
        if (std::exchange(m_checkAgain, false))
            check();
    });
}

/// The cells of the rows that are wrong now; those that were stay in sight.
void BatchWork::readSheets()
{
    const QMap<QString, QSet<int>> needed = rowsToShow(m_sheet, m_report, findings());
    if (contains(m_rows, needed))
        return;
    for (auto sheet = needed.cbegin(); sheet != needed.cend(); ++sheet)
        m_rows[sheet.key()].unite(*sheet);
    const auto read = QtConcurrent::run([file = m_file, rows = m_rows]() -> Result<QList<workbook::RepairSheet>> {
        KP_TRY(reader, readerOf(file));
        return workbook::readRepairSheets(reader, rows);
    });
    then(this, read, [this, epoch = m_epoch](const Result<QList<workbook::RepairSheet>> &sheets) {
        if (epoch != m_epoch || !sheets.ok())
            return;
        m_sheets = *sheets;
        Q_EMIT sheetsChanged();
    });
}

QList<CellFinding> BatchWork::findings() const
{
    QList<CellFinding> all = m_report.findings;
    for (const OrderResult &order : m_report.orders)
        for (const CellFinding &finding : order.messages)
            if (isRepairable(order) || finding.severity != Severity::Error)
                all.append(finding);
    return all;
}

service::BatchNeed BatchWork::need() const
{
    return needOf(m_report, m_office.stock().value_or(service::StockLevel()), m_pool);
}

/// Only where the credit at hand does not suffice: the platform does not like to be asked.
void BatchWork::askPool()
{
    if (m_poolAsked || !m_office.stock() || need().creditToDraw() == Money())
        return;
    m_poolAsked = true;
    const auto pool = m_office.ask([actor = m_office.actor(), company = m_office.companyId()](service::Services &s) {
        return service::asFuture(s.batch.pool(actor, company));
    });
    then(this, pool, [this, epoch = m_epoch](const Result<Money> &left) {
        if (epoch != m_epoch)
            return;
        m_pool = left.ok() ? std::optional(*left) : std::nullopt;
        m_poolTrouble = left.ok() ? QString() : left.fault().message;
        Q_EMIT changed();
    });
}

void BatchWork::askStates()
{
    if (!isOpen() || m_sheet.orders.isEmpty())
        return;
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    const auto states = m_office.ask([actor = m_office.actor(), company = m_office.companyId(), sheet = m_sheet](
                                         service::Services &s) { return s.batch.states(actor, company, sheet); });
    then(this, states, [this, epoch = m_epoch](const Result<service::BatchReport> &live) {
        if (epoch != m_epoch)
            return;
        m_asking = false;
        if (live.ok()) {
            merge(*live);
            readSheets(); // a refused order may have come up
            Q_EMIT changed();
        }
        if (std::exchange(m_askAgain, false))
            askStates();
    });
}

/// What the store knows goes over what was found when the orders were checked.
void BatchWork::merge(const service::BatchReport &live)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < live.orders.size(); ++i)
        places.insert(live.orders.at(i).serial, i);
    for (OrderResult &order : m_report.orders) {
        const auto place = places.constFind(order.serial);
        if (place != places.cend() && live.orders.at(*place).invoice.isValid() && order.state != OrderState::Invalid)
            order = live.orders.at(*place);
    }
}

/// What an earlier run has handed in: the next one waits for it too.
qint64 BatchWork::onTheWay() const
{
    return std::count_if(m_report.orders.begin(), m_report.orders.end(),
        [](const OrderResult &order) { return order.state == OrderState::Pending && order.invoice.isValid(); });
}

qint64 BatchWork::settled() const
{
    return m_report.count(OrderState::Issued) + m_report.count(OrderState::Refused) - m_before;
}

void BatchWork::issue(Which which)
{
    if (m_running || m_checking || !isOpen())
        return;
    m_running = m_begun = true;
    m_pausing = false;
    m_before = m_report.count(OrderState::Issued) + m_report.count(OrderState::Refused);
    const service::BatchNeed all = need();
    m_total = onTheWay() + (which == Which::Refused ? all.invoices - all.fresh : all.fresh);
    if (which == Which::Refused)
        m_before -= all.invoices - all.fresh;
    Q_EMIT changed();
    const auto run = m_office.ask(
        [actor = m_office.actor(), company = m_office.companyId(), sheet = m_sheet, which](
            service::Services &s) { return service::asFuture(s.batch.run(actor, company, sheet, which)); });
    then(this, run, [this, epoch = m_epoch, revision = m_revision](const Result<service::BatchReport> &report) {
        if (epoch != m_epoch)
            return;
        if (report.ok() && revision == m_revision)
            m_report = *report;
        finish(report);
        if (revision != m_revision)
            check();
    });
}

void BatchWork::finish(const Result<service::BatchReport> &report)
{
    m_running = false;
    m_begun = !report.ok() || m_pausing;
    m_pausing = false;
    m_pool.reset();
    m_poolAsked = false;
    askPool();
    readSheets();
    askStates();
    Q_EMIT changed();
    if (report.ok())
        Q_EMIT ended();
    else
        Q_EMIT failed(report.fault());
}

void BatchWork::pause()
{
    if (!m_running || m_pausing)
        return;
    m_pausing = true;
    Q_EMIT changed();
    const auto paused = m_office.ask([actor = m_office.actor(), company = m_office.companyId()](
                                         service::Services &s) { return s.batch.pause(actor, company); });
    then(this, paused, [this, epoch = m_epoch](const Outcome &outcome) {
        if (epoch != m_epoch || outcome.ok())
            return;
        m_pausing = false;
        Q_EMIT changed();
        Q_EMIT failed(outcome.fault());
    });
}

/// The run was begun by a page that has gone: its end is seen in the store.
void BatchWork::lookAgain()
{
    const auto running =
        m_office.ask([company = m_office.companyId()](service::Services &s) { return s.batch.isRunning(company); });
    then(this, running, [this, epoch = m_epoch](bool runs) {
        if (epoch != m_epoch || runs || !m_running)
            return;
        m_looking->stop();
        finish(m_report);
    });
}

QFuture<Outcome> BatchWork::saveMarked(const QString &path) const
{
    return QtConcurrent::run([file = m_file, found = findings(), path]() -> Outcome {
        KP_TRY(reader, readerOf(file));
        return workbook::writeMarkedCopy(std::move(reader), path, found);
    });
}

} // namespace kp
