// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/batch/batch_page.h"

#include "core/document/workbook/order_writer.h"
#include "core/document/workbook/table_writer.h"
#include "ui/kit/banner.h"
#include "ui/kit/busy_strip.h"
#include "ui/kit/cell_text.h"
#include "ui/kit/command_bar.h"
#include "ui/kit/import_panel.h"
#include "ui/kit/keyboard.h"
#include "ui/kit/list_page.h"
#include "ui/kit/list_table.h"
#include "ui/kit/theme.h"
#include "ui/kit/windowed_model.h"
#include "ui/pages/batch/batch_rows.h"
#include "ui/pages/batch/need_strip.h"
#include "ui/pages/batch/repair_panel.h"
#include "ui/pages/batch/texts.h"
#include "ui/pages/invoice_words.h"

#include <QApplication>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QLabel>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace kp
{

using namespace Qt::StringLiterals;
using service::OrderResult;
using service::OrderState;

namespace
{
QString workbookFilter()
{
    return BatchPageText::tr("Excel workbooks (*.xlsx)");
}
} // namespace

// The children are made in their visual order: that is the tab order.
BatchPage::BatchPage(Office &office, QWidget *parent)
    : QWidget(parent)
    , m_office(office)
    , m_work(new BatchWork(office, this))
    , m_rows(std::make_shared<BatchRows>())
    , m_list(new ListPage(spec(), office.desk(), this))
    , m_file(new QLabel(this))
    , m_need(new NeedStrip(this))
    , m_busy(new BusyStrip(office.desk().clock, this))
    , m_repair(new RepairPanel(*m_work, office, this))
{
    setObjectName(u"batch"_s);
    setWindowTitle(m_list->spec().title);
    setFocusProxy(m_list);
    setAcceptDrops(true);
    build();
    connectParts();
    m_work->restore();
}

void BatchPage::build()
{
    auto *above = new QWidget(this);
    auto *column = new QVBoxLayout(above);
    column->setContentsMargins(0, 0, 0, grid(1));
    column->setSpacing(grid(1) / 2);
    column->addWidget(m_list, 1);
    m_file->setObjectName(u"batch.file"_s);
    m_file->setTextFormat(Qt::PlainText);
    m_file->setForegroundRole(QPalette::PlaceholderText);
    for (QWidget *strip :
        {static_cast<QWidget *>(m_file), static_cast<QWidget *>(m_need), static_cast<QWidget *>(m_busy)}) {
        auto *inset = new QHBoxLayout;
        inset->setContentsMargins(grid(2), 0, grid(2), 0);
        inset->addWidget(strip);
        column->addLayout(inset);
    }
    auto *parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(above);
    parts->addWidget(m_repair);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(0, 0, 0, 0);
    page->addWidget(parts);
}

void BatchPage::connectParts()
{
    connect(m_work, &BatchWork::changed, this, &BatchPage::showWork);
    connect(m_work, &BatchWork::opened, this, [this](bool again) {
        if (again && !m_work->file().repairs.isEmpty())
            say(Tone::Info, BatchPageText::tr("This is the workbook you had in hand: your repairs are still in it."));
        else if (m_work->sheet().orders.isEmpty() && m_work->findings().isEmpty())
            say(Tone::Warning,
                BatchPageText::tr("There are no orders in %1. They begin in row 4.").arg(m_work->file().name));
    });
    connect(m_work, &BatchWork::restored, this, [this] {
        if (m_work->isPaused())
            say(Tone::Warning,
                BatchPageText::tr("%1 has not been issued to its end: %2 orders are left. What was sent stays sent.")
                    .arg(m_work->file().name, groupedCount(m_work->need().fresh)),
                BatchPageText::tr("Go on"), [this] { m_work->issue(BatchWork::Which::Fresh); });
    });
    connect(m_work, &BatchWork::cancelled, this,
        [this] { say(Tone::Info, BatchPageText::tr("Cancelled. Nothing was changed.")); });
    connect(m_work, &BatchWork::failed, this, [this](const Fault &fault) { m_list->banner()->showFault(fault); });
    connect(m_work, &BatchWork::ended, this, &BatchPage::sayHowItEnded);
    connect(m_work, &BatchWork::ended, this, &BatchPage::leaveCommands);
    connect(
        m_repair, &RepairPanel::allRepaired, this,
        [this] { giveKeyboard(m_list->commands()->findChild<QPushButton *>(u"batch.issue"_s)); },
        Qt::QueuedConnection); // the button can be had by then
    connect(&m_office, &Office::linkChanged, this, [this] {
        if (m_work->isRunning() && m_office.link().state == PlatformLink::State::Troubled)
            say(Tone::Warning,
                BatchPageText::tr("The tax platform does not answer: %1 Nothing is lost; the batch goes on as soon "
                                  "as it does.")
                    .arg(m_office.link().trouble));
        else if (m_work->isRunning())
            m_list->banner()->dismiss();
    });
}

void BatchPage::showWork()
{
    m_rows->take(*m_work);
    if (std::exchange(m_ofRows, m_work->file().bytes) != m_ofRows)
        m_list->model()->setQuery(m_list->model()->query()); // other orders: the list begins at the top
    else
        m_list->model()->refresh();
    m_list->refreshCommands();
    m_file->setVisible(m_work->isOpen());
    m_file->setText(m_work->file().name);
    if (m_work->isOpen() && m_work->need().invoices > 0)
        m_need->show(m_work->need(), m_work->poolTrouble());
    else
        m_need->hide();
    showBusy();
}

void BatchPage::showBusy()
{
    const Busy now = m_work->reading() ? Busy::Reading : m_work->isRunning() ? Busy::Issuing : Busy::Idle;
    if (now != m_shown) {
        m_shown = now;
        m_busy->finish();
        if (now == Busy::Reading)
            m_busy->follow(BatchPageText::tr("Reading the workbook"), m_work->reading());
        else if (now == Busy::Issuing)
            m_busy->start(BatchPageText::tr("Issuing"), m_work->total(), false);
    }
    if (now == Busy::Issuing)
        m_busy->advance(std::clamp<qint64>(m_work->settled(), 0, m_work->total()));
}

void BatchPage::say(Tone tone, const QString &text, const QString &actionText, const std::function<void()> &act)
{
    m_list->banner()->show({.tone = tone, .text = text, .actionText = actionText, .action = act});
}

int BatchPage::failures() const
{
    const QList<OrderResult> &orders = m_work->report().orders;
    return static_cast<int>(std::count_if(orders.begin(), orders.end(),
        [](const OrderResult &order) { return order.state == OrderState::Refused && !order.givenUp; }));
}

void BatchPage::sayHowItEnded()
{
    const service::BatchReport &report = m_work->report();
    const QString issued = BatchPageText::tr("Issued: %1.").arg(groupedCount(report.count(OrderState::Issued)));
    const int refused = failures();
    const qint64 left = m_work->need().fresh;
    const auto sayToo = [&](Tone tone, const QString &more) { say(tone, inOneLine({issued, more})); };
    if (m_work->isPaused())
        sayToo(Tone::Info,
            BatchPageText::tr("Paused: %1 orders wait. What was sent is brought to its end.").arg(groupedCount(left)));
    else if (refused > 0)
        sayToo(Tone::Error, BatchPageText::tr("Refused by the tax platform: %1. Repair them below, then retry.")
                                .arg(groupedCount(refused)));
    else if (left > 0)
        sayToo(Tone::Warning, BatchPageText::tr("Not issued: %1. The reason stands at each.").arg(groupedCount(left)));
    else
        say(Tone::Success, issued);
}

/// "Issue" can not be had once more: the keyboard would stand on whatever button comes next.
void BatchPage::leaveCommands()
{
    const QWidget *focus = QApplication::focusWidget();
    if (focus == nullptr || m_list->commands()->isAncestorOf(focus))
        giveKeyboard(m_list->table());
}

void BatchPage::choose()
{
    m_office.desk().doors.pickFile(this,
        {.title = BatchPageText::tr("Choose the workbook with the orders"),
            .kind = FileWish::Kind::Open,
            .filters = {workbookFilter()}},
        [this](const QString &path) {
            if (!path.isEmpty())
                open(path);
        });
}

void BatchPage::open(const QString &path)
{
    m_list->banner()->dismiss();
    if (m_work->isRunning()) {
        say(Tone::Info, BatchPageText::tr("A workbook is being issued. Pause it before you open another one."));
        return;
    }
    if (m_work->isRestoring()) {
        say(Tone::Info, BatchPageText::tr("The workbook is being read."));
        return;
    }
    // The same file again loses nothing, and what is finished need not be asked about.
    const bool losesNothing = QFileInfo(path).fileName() == m_work->file().name ||
                              (!m_work->isPaused() && (m_work->file().repairs.isEmpty() || m_work->need().fresh == 0));
    if (losesNothing)
        m_work->open(path);
    else
        askToGiveUp(BatchPageText::tr("Put %1 away?").arg(m_work->file().name), BatchPageText::tr("Open the other one"),
            [this, path] { m_work->open(path); });
}

void BatchPage::close()
{
    if (m_work->isPaused() || !m_work->file().repairs.isEmpty())
        askToGiveUp(BatchPageText::tr("Put %1 away?").arg(m_work->file().name), BatchPageText::tr("Put away"), [this] {
            m_list->banner()->dismiss();
            m_work->close();
        });
    else
        m_work->close();
}

void BatchPage::askToGiveUp(const QString &title, const QString &accept, const std::function<void()> &go)
{
    m_office.desk().doors.ask(this,
        {.title = title,
            .text = BatchPageText::tr(
                "Its repairs are forgotten unless you save a marked copy first. Orders not issued: %1. What "
                "was sent stays sent.")
                        .arg(groupedCount(m_work->need().fresh)),
            .accept = accept,
            .destructive = true},
        [go](bool accepted) {
            if (accepted)
                go();
        });
}

void BatchPage::save(
    const QString &title, const QString &suggestion, const std::function<QFuture<Outcome>(const QString &path)> &write)
{
    m_office.desk().doors.pickFile(this,
        {.title = title, .kind = FileWish::Kind::Save, .filters = {workbookFilter()}, .suggestion = suggestion},
        [this, write](const QString &path) {
            if (path.isEmpty())
                return;
            then(this, write(path), [this, path](const Outcome &outcome) {
                if (outcome.ok())
                    say(Tone::Success, BatchPageText::tr("Saved as %1").arg(QDir::toNativeSeparators(path)));
                else
                    m_list->banner()->showFault(outcome.fault());
            });
        });
}

void BatchPage::saveTemplate()
{
    // Named as its headings are: in Chinese.
    save(BatchPageText::tr("Save the template"), u"批量开票-导入开票模板.xlsx"_s,
        [](const QString &path) { return QtConcurrent::run([path] { return workbook::writeOrderTemplate(path); }); });
}

void BatchPage::saveMarked()
{
    const QString stem = QFileInfo(m_work->file().name).completeBaseName();
    save(BatchPageText::tr("Save the workbook with its errors marked"), stem + u".marked.xlsx"_s,
        [this](const QString &path) { return m_work->saveMarked(path); });
}

void BatchPage::exportResults(const ListQuery &query)
{
    QStringList headings;
    QList<QStringList> rows;
    const QList<ColumnSpec> columns = orderColumns();
    for (const ColumnSpec &column : columns)
        headings.append(column.label);
    for (const ListRow &row : m_rows->found(query)) {
        QStringList texts;
        for (qsizetype i = 0; i < columns.size(); ++i)
            texts.append(plainCellText(columns.at(i), row.cells.at(i)));
        rows.append(texts);
    }
    const QString stem = QFileInfo(m_work->file().name).completeBaseName();
    save(BatchPageText::tr("Export (%1)").arg(groupedCount(rows.size())),
        BatchPageText::tr("%1 (results)").arg(stem) + u".xlsx"_s,
        [title = m_list->spec().title, headings, rows](const QString &path) {
            return QtConcurrent::run(
                [path, title, headings, rows] { return workbook::writeTable(path, title, headings, rows); });
        });
}

void BatchPage::issue()
{
    const service::BatchNeed need = m_work->need();
    m_office.desk().doors.ask(this,
        {.title = BatchPageText::tr("Issue %1 invoices?").arg(groupedCount(need.fresh)),
            .text = BatchPageText::tr(
                "Together ¥%1 with tax, from %2. Issued invoices can not be taken back, only answered by "
                "red ones.")
                        .arg(need.gross.toGrouped(), m_work->file().name),
            .accept = BatchPageText::tr("Issue")},
        [this](bool accepted) {
            if (!accepted)
                return;
            m_list->banner()->dismiss();
            m_work->issue(BatchWork::Which::Fresh);
        });
}

/// The invoice of an order, or the cell that keeps it from having one.
void BatchPage::openOrder(const CommandContext &context)
{
    const qsizetype at = context.selection.ids.constFirst() - 1;
    const OrderResult &order = m_work->report().orders.at(at);
    if (order.invoice.isValid() && order.state != OrderState::Refused)
        m_office.open(u"invoice"_s, QString::number(order.invoice.value()));
    else if (!order.messages.isEmpty())
        m_repair->goTo(order.messages.constFirst().place);
}

void BatchPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void BatchPage::dropEvent(QDropEvent *event)
{
    open(draggedFile(event->mimeData()));
}

} // namespace kp
