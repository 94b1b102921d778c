// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "app/cli/verbs.h"
#include "core/base/log.h"
#include "core/document/pdf/invoice_pdf.h"
#include "core/document/workbook/order_marking.h"
#include "core/document/workbook/order_workbook.h"

#include <QDir>
#include <QFileInfo>
#include <QMap>

namespace kp::cli
{

namespace
{
/// "orders.marked.xlsx" beside "orders.xlsx"; "orders.marked-2.xlsx" where somebody may be correcting an earlier one.
QString markedPath(const QString &workbook)
{
    const QFileInfo file(workbook);
    const QString stem = file.dir().filePath(file.completeBaseName() + QStringLiteral(".marked"));
    QString path = stem + QStringLiteral(".xlsx");
    for (int next = 2; QFileInfo::exists(path); ++next)
        path = stem + QStringLiteral("-%1.xlsx").arg(next);
    return path;
}

/// Looks at the places the results go to before anything is issued. Faults: Invalid, Storage.
Outcome checkPlaces(const Arguments &arguments, const QString &workbook)
{
    const QFileInfo marked(arguments.markedCopy);
    if (!arguments.markedCopy.isEmpty() && marked.exists() && marked == QFileInfo(workbook))
        return Fault{FaultKind::Invalid, CommandLineText::tr("The marked copy would overwrite the workbook itself.")};
    if (!arguments.markedCopy.isEmpty() && !QFileInfo(marked.absolutePath()).isWritable())
        return Fault{
            FaultKind::Storage, CommandLineText::tr("Nothing can be written to %1.").arg(marked.absolutePath())};
    if (arguments.pdfFolder.isEmpty())
        return Done{};
    if (!QDir().mkpath(arguments.pdfFolder))
        return Fault{
            FaultKind::Storage, CommandLineText::tr("The folder %1 can not be made.").arg(arguments.pdfFolder)};
    if (!QFileInfo(arguments.pdfFolder).isWritable())
        return Fault{FaultKind::Storage, CommandLineText::tr("Nothing can be written to %1.").arg(arguments.pdfFolder)};
    return Done{};
}

Outcome writePdfs(const Session &session, const service::BatchReport &report)
{
    const QString &folder = session.arguments.pdfFolder;
    for (const service::OrderResult &order : report.orders) {
        if (order.state != service::OrderState::Issued)
            continue;
        KP_TRY(detail, session.profile.services().invoices.findByNumber(session.actor, order.number));
        KP_DO(document::saveInvoicePdf(QDir(folder).filePath(document::invoiceFileName(order.number)), detail.invoice));
    }
    return Done{};
}

/// What did not go well, for whoever looks into the log later. Thousands of orders may have one trouble.
void logTroubles(const service::BatchReport &report)
{
    for (const CellFinding &finding : report.findings)
        logNote(QStringLiteral("workbook: ") + finding.text);
    QMap<QString, QStringList> orders; // by what is said of them
    for (const service::OrderResult &order : report.orders) {
        QStringList words{QString::fromLatin1(service::code(order.state))};
        for (const CellFinding &finding : order.messages)
            words.append(finding.text);
        if (order.state != service::OrderState::Issued && !order.messages.isEmpty())
            orders[words.join(u' ')].append(order.serial);
    }
    constexpr qsizetype named = 20;
    for (auto it = orders.cbegin(); it != orders.cend(); ++it)
        logNote(QStringLiteral("%1 orders (%2%3): %4")
                    .arg(QString::number(it->size()), it->mid(0, named).join(QStringLiteral(", ")),
                        it->size() > named ? QStringLiteral(u" …") : QString(), it.key()));
}
} // namespace

QCoro::Task<Result<int>> issueOrders(const Session &session)
{
    const Arguments &arguments = session.arguments;
    if (arguments.positional.size() != 1) {
        printError(CommandLineText::tr("issue needs one workbook."));
        co_return Usage;
    }
    const QString workbook = arguments.positional.constFirst();
    KP_CO_DO(checkPlaces(arguments, workbook));
    KP_CO_TRY(company, session.company());
    KP_CO_TRY(sheet, workbook::readOrders(workbook));
    if (!arguments.dryRun) {
        // Stale facts are no reason to stop: the platform checks again.
        const Outcome fresh = co_await session.profile.services().setup.refresh(company);
        if (!fresh.ok())
            logFault(fresh.fault());
        if (!fresh.ok() && !arguments.json)
            printError(fresh.fault().message);
    }
    service::BatchIssuing &batch = session.profile.services().batch;
    const std::chrono::seconds patience(arguments.waitSeconds);
    Result<service::BatchReport> report = service::BatchReport();
    if (arguments.dryRun)
        report = batch.dryRun(session.actor, company, sheet);
    else
        report = co_await batch.issue(session.actor, company, sheet, patience);
    if (!report.ok())
        co_return report.fault();
    logTroubles(*report);

    QString marked = arguments.markedCopy;
    const bool bad = report->count(service::OrderState::Invalid) + report->count(service::OrderState::Refused) > 0 ||
                     !report->findings.isEmpty();
    if (marked.isEmpty() && bad && !arguments.dryRun)
        marked = markedPath(workbook);
    // The invoices come first: whatever becomes of the files below, the report is printed.
    QJsonObject json = reportJson(*report);
    Outcome written = Done{};
    if (bad && !marked.isEmpty()) {
        written = workbook::writeMarkedCopy(workbook, marked, report->allFindings());
        if (written.ok())
            json.insert(QStringLiteral("marked_copy"), marked);
    }
    if (written.ok() && !arguments.pdfFolder.isEmpty())
        written = writePdfs(session, *report);
    if (arguments.json) {
        print(json);
    } else {
        print(reportText(*report));
        if (json.contains(QStringLiteral("marked_copy")))
            print(CommandLineText::tr("What is wrong is marked in %1").arg(marked));
    }
    if (!written.ok()) {
        logFault(written.fault());
        printError(written.fault().message);
        co_return exitCodeOf(written.fault());
    }
    if (bad)
        co_return Findings;
    co_return !arguments.dryRun && report->count(service::OrderState::Pending) > 0 ? NotSettled : Success;
}

} // namespace kp::cli
