// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/batch_issuing.h"

#include "core/base/log.h"
#include "core/service/guard.h"

#include <QCoreApplication>

#include <algorithm>

namespace kp::service
{

namespace
{
struct BatchIssuingText {
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
    return BatchIssuingText::tr(
        "This serial number belongs to invoice %1 to %2 over %3 already, and the order differs from it. If "
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
Outcome BatchIssuing::readStates(CompanyId company, const OrderSheet &sheet, BatchReport &report, Reader reader)
{
    KP_TRY(known, m_stores.invoices.findBySerials(company, serialsOf(sheet)));
    for (qsizetype i = 0; i < report.orders.size(); ++i) {
        OrderResult &result = report.orders[i];
        const auto it = known.constFind(result.serial);
        // A corrected workbook may break a rule anew although a refused invoice is there: the rule is what counts.
        if (it == known.cend() || result.state == OrderState::Invalid)
            continue;
        result.state = stateOf(it->state);
        result.invoice = it->id;
        result.number = it->number;
        result.issuedAt = it->issuedAt;
        result.totals = it->totals;
        result.givenUp = it->state == InvoiceState::Discarded;
        for (const QString &words : wordsOf(*it, reader))
            result.messages.append(atSerial(sheet.orders.at(i), words));
    }
    return Done{};
}

/// What the clerk reads at an order that has an invoice: what happened, and what comes next. In the window what is on
/// its way goes on by itself, and the page says how to try again.
QStringList BatchIssuing::wordsOf(const InvoiceSummary &invoice, Reader reader) const
{
    QStringList words;
    if (!invoice.message.isEmpty())
        words.append(invoice.message);
    if (invoice.state == InvoiceState::Discarded) {
        words.append(BatchIssuingText::tr(
            "This order was refused and its invoice discarded. Give it a new serial number to issue it."));
    } else if (invoice.state == InvoiceState::Refused) {
        if (reader == Reader::OfReport)
            words.append(BatchIssuingText::tr("Correct the order and issue the workbook again; it keeps its number."));
    } else if (invoice.state != InvoiceState::Issued) {
        if (words.isEmpty())
            words = {label(invoice.state), m_runner.trouble()};
        words.removeAll(QString());
        if (reader == Reader::OfReport)
            words.append(BatchIssuingText::tr("Issue the workbook again to go on."));
    }
    return words;
}

Result<BatchReport> BatchIssuing::dryRun(const Actor &actor, CompanyId company, const OrderSheet &sheet)
{
    KP_TRY(report, checkedReport(actor, company, sheet));
    KP_DO(readStates(company, sheet, report, Reader::OfReport));
    return report;
}

Result<BatchReport> BatchIssuing::states(const Actor &actor, CompanyId company, const OrderSheet &sheet)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    BatchReport report;
    for (const Order &order : sheet.orders) {
        OrderResult result;
        result.serial = order.draft.serial;
        report.orders.append(result);
    }
    KP_DO(readStates(company, sheet, report, Reader::OfWindow));
    return report;
}

/// What is to be done with the orders of a workbook.
struct BatchIssuing::Plan {
    BatchReport report;
    QList<qsizetype> toSend;  ///< orders not yet handed in, by index
    QList<InvoiceId> waiting; ///< on their way
    int fresh = 0;            ///< of those to send, how many need a number
    Money net;
    QString shortage; ///< why not all that is missing could be drawn
};

Result<BatchIssuing::Plan> BatchIssuing::plan(
    const Actor &actor, CompanyId company, const OrderSheet &sheet, Which which)
{
    Plan plan;
    KP_TRY(report, checkedReport(actor, company, sheet));
    KP_TRY(known, m_stores.invoices.findBySerials(company, serialsOf(sheet)));
    plan.report = std::move(report);
    for (qsizetype i = 0; i < sheet.orders.size(); ++i) {
        const OrderResult &result = plan.report.orders.at(i);
        const bool isFresh = !known.contains(result.serial);
        if (result.state == OrderState::Invalid || isDecided(known, result.serial) ||
            which == (isFresh ? Which::Refused : Which::Fresh))
            continue;
        plan.toSend.append(i);
        plan.fresh += isFresh ? 1 : 0;
        plan.net += result.totals.net;
    }
    for (const InvoiceSummary &summary : std::as_const(known)) // of an earlier run
        if (stateOf(summary.state) == OrderState::Pending)
            plan.waiting.append(summary.id);
    return plan;
}

/// Draws what is missing; what could not be drawn is said at the orders that it is missing for. Fault: Storage.
QCoro::Task<Outcome> BatchIssuing::draw(CompanyId company, Plan &plan)
{
    if (plan.toSend.isEmpty())
        co_return Done{};
    const Outcome enough = co_await m_stock.ensure(company, plan.fresh, plan.net);
    if (!enough.ok() && enough.fault().kind == FaultKind::Storage)
        co_return enough.fault();
    if (!enough.ok())
        plan.shortage = enough.fault().message; // what is at hand is used all the same
    co_return Done{};
}

/// Prepares the first @p count orders of those to send, and has them sent.
Outcome BatchIssuing::handIn(
    const Actor &actor, CompanyId company, const OrderSheet &sheet, Plan &plan, qsizetype count)
{
    const QList<qsizetype> part = plan.toSend.mid(0, count);
    plan.toSend.remove(0, part.size());
    QList<InvoiceDraft> drafts;
    for (const qsizetype index : part)
        drafts.append(sheet.orders.at(index).draft);
    KP_TRY(submissions, m_issuing.submitAll(actor, company, drafts));
    KP_DO(m_runner.wake());

    QList<InvoiceDraft> taken;
    for (qsizetype i = 0; i < submissions.size(); ++i) {
        const Submission &submission = submissions.at(i);
        OrderResult &result = plan.report.orders[part.at(i)];
        const Order &order = sheet.orders.at(part.at(i));
        if (submission.invoice.ok()) {
            plan.waiting.append(*submission.invoice);
            taken.append(order.draft);
        } else if (submission.invoice.fault().kind == FaultKind::Invalid) {
            result.state = OrderState::Invalid;
            result.messages = placed(order, submission.findings);
        } else {
            const QString &words = submission.invoice.fault().message;
            result.messages.append(atSerial(order, plan.shortage.isEmpty() ? words : words + u' ' + plan.shortage));
        }
    }
    if (const Outcome learned = m_classifying.learnFrom(actor, company, taken); !learned.ok())
        logFault(learned.fault()); // the invoices are stored; what is proposed next time is a lesser matter
    return Done{};
}

QCoro::Task<Result<BatchReport>> BatchIssuing::issue(
    Actor actor, CompanyId company, OrderSheet sheet, std::chrono::milliseconds most)
{
    KP_CO_TRY(plan, this->plan(actor, company, sheet, Which::All));
    KP_CO_DO(co_await draw(company, plan));
    KP_CO_DO(handIn(actor, company, sheet, plan, plan.toSend.size()));
    co_await m_runner.settled(plan.waiting, most);
    KP_CO_DO(readStates(company, sheet, plan.report, Reader::OfReport));
    co_return plan.report;
}

QCoro::Task<Result<BatchReport>> BatchIssuing::run(Actor actor, CompanyId company, OrderSheet sheet, Which which)
{
    if (m_runs.contains(company))
        co_return Fault{
            FaultKind::Conflict, BatchIssuingText::tr("A workbook of this company is being issued already.")};
    const auto pausing = std::make_shared<bool>(false);
    const std::shared_ptr<bool> alive = m_alive;
    m_runs.insert(company, pausing);
    Result<BatchReport> report = co_await runPortions(actor, company, sheet, which, pausing);
    if (!*alive)
        co_return report;
    m_runs.remove(company);
    if (report.ok() && !*pausing)
        KP_CO_DO(m_stores.batches.setBegun(actor.user, company, false));
    co_return report;
}

QCoro::Task<Result<BatchReport>> BatchIssuing::runPortions(
    Actor actor, CompanyId company, OrderSheet sheet, Which which, std::shared_ptr<bool> pausing)
{
    constexpr qsizetype firstPortion = 10;
    constexpr qsizetype largestPortion = 400; // what the outbox runner has under way at once
    constexpr std::chrono::milliseconds look(200);
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(plan, this->plan(actor, company, sheet, which));
    KP_CO_DO(m_stores.batches.setBegun(actor.user, company, true));
    KP_CO_DO(co_await draw(company, plan));
    KP_CO_DO(m_runner.wake());
    for (qsizetype portion = firstPortion; !*pausing;) {
        KP_CO_DO(handIn(actor, company, sheet, plan, portion));
        bool settled = false;
        while (!settled && !*pausing) {
            settled = co_await m_runner.settled(plan.waiting, look);
            if (!*alive)
                co_return plan.report;
        }
        if (plan.toSend.isEmpty())
            break;
        portion = std::min(portion * 2, largestPortion);
    }
    KP_CO_DO(readStates(company, sheet, plan.report, Reader::OfWindow));
    co_return plan.report;
}

Outcome BatchIssuing::pause(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    if (const auto pausing = m_runs.value(company))
        *pausing = true;
    return Done{};
}

QCoro::Task<Result<Money>> BatchIssuing::pool(Actor actor, CompanyId company)
{
    KP_CO_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    co_return co_await m_stock.pool(company);
}

/// What is being issued is not put away.
Outcome BatchIssuing::whileQuiet(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    if (m_runs.contains(company))
        return Fault{FaultKind::Conflict, BatchIssuingText::tr("A workbook of this company is being issued already.")};
    return Done{};
}

Outcome BatchIssuing::keep(const Actor &actor, CompanyId company, const QString &name, const QByteArray &workbook)
{
    KP_DO(whileQuiet(actor, company));
    return m_stores.batches.put(actor.user, company, {name, workbook, {}, false});
}

Outcome BatchIssuing::keepRepairs(const Actor &actor, CompanyId company, const CellTexts &repairs)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    return m_stores.batches.setRepairs(actor.user, company, repairs);
}

Outcome BatchIssuing::drop(const Actor &actor, CompanyId company)
{
    KP_DO(whileQuiet(actor, company));
    return m_stores.batches.remove(actor.user, company);
}

Result<std::optional<KeptBatch>> BatchIssuing::kept(const Actor &actor, CompanyId company)
{
    KP_DO(require(m_stores.users, actor, Permission::IssueInvoices, company));
    KP_TRY(found, m_stores.batches.find(actor.user, company));
    if (!found)
        return std::optional<KeptBatch>();
    return std::optional(KeptBatch{std::move(*found), m_runs.contains(company)});
}

} // namespace kp::service
