// SPDX-License-Identifier: GPL-3.0-or-later
// What the page of batches can do, and when.
#include "ui/pages/batch/batch_page.h"
#include "ui/pages/batch/batch_rows.h"
#include "ui/pages/batch/texts.h"
#include "ui/pages/invoice_words.h"

namespace kp
{

using namespace Qt::StringLiterals;

QString BatchPage::whyNoRows() const
{
    if (m_work->reading())
        return BatchPageText::tr("The workbook is being read.");
    return m_work->isOpen() ? QString() : BatchPageText::tr("Choose a workbook first.");
}

QString BatchPage::whyNotIssue() const
{
    if (const QString reason = whyNoRows(); !reason.isEmpty())
        return reason;
    if (m_work->isRunning())
        return BatchPageText::tr("The workbook is being issued.");
    return m_work->isChecking() ? BatchPageText::tr("The workbook is being checked.") : QString();
}

QList<Command> BatchPage::fileCommands()
{
    const auto whyNotOpen = [this](const CommandContext &) {
        if (m_work->reading() || m_work->isRestoring())
            return BatchPageText::tr("The workbook is being read.");
        return m_work->isRunning() ? BatchPageText::tr("The workbook is being issued.") : QString();
    };
    const auto whyNone = [this](const CommandContext &) { return whyNoRows(); };
    return {
        {.id = u"batch.choose"_s,
            .text = BatchPageText::tr("Choose workbook…"),
            .icon = Icon::Add,
            .needs = Permission::IssueInvoices,
            .whyDisabled = whyNotOpen,
            .run = [this](const CommandContext &) { choose(); }},
        {.id = u"batch.template"_s,
            .text = BatchPageText::tr("Download template"),
            .icon = Icon::Save,
            .needs = Permission::IssueInvoices,
            .run = [this](const CommandContext &) { saveTemplate(); }},
        {.id = u"batch.marked"_s,
            .text = BatchPageText::tr("Save marked copy…"),
            .icon = Icon::Save,
            .needs = Permission::IssueInvoices,
            .whyDisabled = whyNone,
            .run = [this](const CommandContext &) { saveMarked(); }},
        {.id = u"batch.export"_s,
            .text = BatchPageText::tr("Export results…"),
            .icon = Icon::List,
            .needs = Permission::IssueInvoices,
            .whyDisabled = whyNone,
            .run = [this](const CommandContext &context) { exportResults(context.query); }},
        {.id = u"batch.close"_s,
            .text = BatchPageText::tr("Put away"),
            .icon = Icon::Close,
            .needs = Permission::IssueInvoices,
            .whyDisabled = [this](const CommandContext &) { return whyNotIssue(); },
            .run = [this](const CommandContext &) { close(); }},
    };
}

QList<Command> BatchPage::runCommands()
{
    return {
        {.id = u"batch.open"_s,
            .text = BatchPageText::tr("Open"),
            .icon = Icon::Eye,
            .needs = Permission::IssueInvoices,
            .whyDisabled =
                [](const CommandContext &context) {
                    return context.selection.isSingle() ? QString() : BatchPageText::tr("Select one order.");
                },
            .run = [this](const CommandContext &context) { openOrder(context); }},
        {.id = u"batch.pause"_s,
            .text = BatchPageText::tr("Pause"),
            .icon = Icon::Clock,
            .needs = Permission::IssueInvoices,
            .whyDisabled =
                [this](const CommandContext &) {
                    if (m_work->isPausing())
                        return BatchPageText::tr("The batch is coming to its pause.");
                    return m_work->isRunning() ? QString() : BatchPageText::tr("Nothing is being issued.");
                },
            .run = [this](const CommandContext &) { m_work->pause(); }},
        {.id = u"batch.resume"_s,
            .text = BatchPageText::tr("Go on"),
            .icon = Icon::ChevronRight,
            .needs = Permission::IssueInvoices,
            .whyDisabled =
                [this](const CommandContext &) {
                    const QString reason = whyNotIssue();
                    return !reason.isEmpty() || m_work->isPaused() ? reason : BatchPageText::tr("Nothing is paused.");
                },
            .run = [this](const CommandContext &) { m_work->issue(BatchWork::Which::Fresh); }},
        {.id = u"batch.retry"_s,
            .text = BatchPageText::tr("Retry failures"),
            .icon = Icon::Refresh,
            .needs = Permission::IssueInvoices,
            .whyDisabled =
                [this](const CommandContext &) {
                    if (const QString reason = whyNotIssue(); !reason.isEmpty())
                        return reason;
                    return failures() + m_work->onTheWay() > 0
                               ? QString()
                               : BatchPageText::tr("No order was refused or is on its way.");
                },
            .run = [this](const CommandContext &) { m_work->issue(BatchWork::Which::Refused); }},
        {.id = u"batch.issue"_s,
            .text = BatchPageText::tr("Issue"),
            .icon = Icon::Issue,
            .needs = Permission::IssueInvoices,
            .primary = true,
            .whyDisabled =
                [this](const CommandContext &) {
                    if (const QString reason = whyNotIssue(); !reason.isEmpty())
                        return reason;
                    if (m_work->isPaused())
                        return BatchPageText::tr("The batch is paused: \"Go on\" goes on with it.");
                    return m_work->need().fresh > 0 ? QString() : BatchPageText::tr("No order is ready to be issued.");
                },
            .run = [this](const CommandContext &) { issue(); }},
    };
}

ListSpec BatchPage::spec()
{
    ListSpec spec{.key = u"batch"_s, .title = BatchPageText::tr("Batch issuing"), .columns = orderColumns()};
    spec.filters = {{u"state"_s, BatchPageText::tr("State"), FilterSpec::Kind::Choice, orderWords()},
        {u"kind"_s, BatchPageText::tr("Invoice kind"), FilterSpec::Kind::Choice, kindWords()}};
    spec.searchHint = BatchPageText::tr("Serial number, buyer, number, remarks");
    // What does not fit goes under "More": the run comes before the files.
    QList<Command> files = fileCommands();
    spec.commands = QList<Command>{files.takeFirst()} + runCommands() + files;
    spec.open = u"batch.open"_s;
    spec.emptyText =
        BatchPageText::tr("The orders of the official batch workbook (V260401) will stand here. Choose it or drop it "
                          "here: everything is checked before anything is issued.");
    spec.firstStep = u"batch.choose"_s;
    spec.source = m_rows;
    return spec;
}

} // namespace kp
