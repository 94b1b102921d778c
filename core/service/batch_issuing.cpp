// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_issuing.h"

#include "core/base/log.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(BatchIssuing)
};

bool hasErrors(const QList<CellFinding> &findings)
{
    return std::any_of(
        findings.begin(), findings.end(), [](const CellFinding &f) { return f.severity == Severity::Error; });
}

CellFinding atSerial(const Order &order, const QString &text)
{
    return {order.head.place(QStringLiteral("serial")), text, Severity::Error};
}

QList<CellFinding> placed(const Order &order, const QList<Finding> &findings)
{
    QList<CellFinding> out;
    for (const Finding &finding : findings)
        out.append({order.place(finding), finding.text, finding.severity});
    return out;
}

OrderState stateOf(InvoiceState state)
{
    switch (state) {
    case InvoiceState::Issued:
        return OrderState::Issued;
    case InvoiceState::Refused:
    case InvoiceState::Discarded:
        return OrderState::Refused;
    default:
        return OrderState::Pending;
    }
}

/// Whether an order with this invoice is done, whatever the workbook says now.
bool isDecided(const QHash<QString, InvoiceSummary> &known, const QString &serial)
{
    const auto it = known.constFind(serial);
    return it != known.cend() && it->state != InvoiceState::Refused;
}

/// Whether an invoice is what an order of the same serial asks for, as far as its summary tells.
bool agrees(const InvoiceSummary &invoice, const CheckedDraft &order)
{
    return invoice.kind == order.draft.kind && invoice.buyerName == order.draft.buyer.name &&
           invoice.buyerTaxNumber == order.draft.buyer.taxNumber && invoice.totals == order.composed.totals;
}

QString takenSerial(const InvoiceSummary &invoice)
{
    return Text::tr("This serial number belongs to invoice %1 to %2 over %3 already, and the order differs from it. If "
                    "it is another sale, give it a serial number of its own.")
        .arg(invoice.number, invoice.buyerName, invoice.totals.gross().toString());
}

QStringList serialsOf(const OrderSheet &sheet)
{
    QStringList serials;
    for (const Order &order : sheet.orders)
        serials.append(order.draft.serial);
    return serials;
}
} // namespace

Result<BatchReport> BatchIssuing::checkedReport(const Actor &actor, CompanyId company, const OrderSheet &sheet)
{
    KP_TRY(facts, m_issuing.facts(actor, company));
    KP_TRY(known, m_stores.invoices.findBySerials(company, serialsOf(sheet)));
    BatchReport report;
    report.findings = sheet.findings;
    for (const Order &order : sheet.orders) {
        OrderResult result;
        result.serial = order.draft.serial;
        result.messages = order.findings;
        const CheckedDraft checked = m_issuing.check(facts, order.draft);
        if (!isDecided(known, result.serial)) {
            // What reading found is the cause; the rules would only say that a value is missing there.
            if (!hasErrors(order.findings))
                result.messages += placed(order, checked.findings);
            result.totals = checked.composed.totals;
            if (hasErrors(result.messages))
                result.state = OrderState::Invalid;
        } else if (const InvoiceSummary &earlier = *known.constFind(result.serial);
                   earlier.state != InvoiceState::Discarded && !agrees(earlier, checked)) {
            result.totals = checked.composed.totals;
            result.messages.append(atSerial(order, takenSerial(earlier)));
            result.state = OrderState::Invalid;
        }
        report.orders.append(result);
    }
    return report;
}

/// Fills in what the store knows of each order that has an invoice.
Outcome BatchIssuing::readStates(CompanyId company, const OrderSheet &sheet, BatchReport &report)
{
    KP_TRY(known, m_stores.invoices.findBySerials(company, serialsOf(sheet)));
    for (qsizetype i = 0; i < report.orders.size(); ++i) {
        OrderResult &result = report.orders[i];
        const auto it = known.constFind(result.serial);
        // A corrected workbook may break a rule anew although a refused invoice is there: the rule is what counts.
        if (it == known.cend() || result.state == OrderState::Invalid)
            continue;
        result.state = stateOf(it->state);
        result.number = it->number;
        result.issuedAt = it->issuedAt;
        result.totals = it->totals;
        for (const QString &words : wordsOf(*it))
            result.messages.append(atSerial(sheet.orders.at(i), words));
    }
    return Done{};
}

/// What the clerk reads at an order that has an invoice: what happened, and what comes next.
QStringList BatchIssuing::wordsOf(const InvoiceSummary &invoice) const
{
    QStringList words;
    if (!invoice.message.isEmpty())
        words.append(invoice.message);
    if (invoice.state == InvoiceState::Discarded) {
        words.append(
            Text::tr("This order was refused and its invoice discarded. Give it a new serial number to issue it."));
    } else if (invoice.state == InvoiceState::Refused) {
        words.append(Text::tr("Correct the order and issue the workbook again; it keeps its number."));
    } else if (invoice.state != InvoiceState::Issued) {
        if (words.isEmpty())
            words = {label(invoice.state), m_runner.trouble()};
        words.removeAll(QString());
        words.append(Text::tr("Issue the workbook again to go on."));
    }
    return words;
}

Result<BatchReport> BatchIssuing::dryRun(const Actor &actor, CompanyId company, const OrderSheet &sheet)
{
    KP_TRY(report, checkedReport(actor, company, sheet));
    KP_DO(readStates(company, sheet, report));
    return report;
}

QCoro::Task<Result<BatchReport>> BatchIssuing::issue(
    Actor actor, CompanyId company, OrderSheet sheet, std::chrono::milliseconds most)
{
    KP_CO_TRY(report, checkedReport(actor, company, sheet));
    KP_CO_TRY(known, m_stores.invoices.findBySerials(company, serialsOf(sheet)));
    QList<InvoiceDraft> drafts;
    QList<qsizetype> indexes;
    int fresh = 0;
    Money net;
    for (qsizetype i = 0; i < sheet.orders.size(); ++i) {
        const OrderResult &result = report.orders.at(i);
        if (result.state == OrderState::Invalid || isDecided(known, result.serial))
            continue;
        drafts.append(sheet.orders.at(i).draft);
        indexes.append(i);
        fresh += known.contains(result.serial) ? 0 : 1;
        net += result.totals.net;
    }

    QString shortage;
    if (!drafts.isEmpty()) {
        const Outcome enough = co_await m_stock.ensure(company, fresh, net);
        if (!enough.ok() && enough.fault().kind == FaultKind::Storage)
            co_return enough.fault();
        if (!enough.ok())
            shortage = enough.fault().message; // what is at hand is used all the same
    }
    KP_CO_TRY(submissions, m_issuing.submitAll(actor, company, drafts));
    KP_CO_DO(m_runner.wake());

    QList<InvoiceId> waiting;
    QList<InvoiceDraft> taken;
    for (qsizetype i = 0; i < submissions.size(); ++i) {
        const Submission &submission = submissions.at(i);
        OrderResult &result = report.orders[indexes.at(i)];
        const Order &order = sheet.orders.at(indexes.at(i));
        if (submission.invoice.ok()) {
            waiting.append(*submission.invoice);
            taken.append(order.draft);
        } else if (submission.invoice.fault().kind == FaultKind::Invalid) {
            result.state = OrderState::Invalid;
            result.messages = placed(order, submission.findings);
        } else {
            const QString &words = submission.invoice.fault().message;
            result.messages.append(atSerial(order, shortage.isEmpty() ? words : words + u' ' + shortage));
        }
    }
    if (const Outcome learned = m_classifying.learnFrom(actor, company, taken); !learned.ok())
        logFault(learned.fault()); // the invoices are stored; what is proposed next time is a lesser matter
    for (const InvoiceSummary &summary : std::as_const(known)) // of an earlier run, and still on its way
        if (stateOf(summary.state) == OrderState::Pending)
            waiting.append(summary.id);
    co_await m_runner.settled(waiting, most);
    KP_CO_DO(readStates(company, sheet, report));
    co_return report;
}

} // namespace kp::service
