// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/red_planning.h"

#include "core/rules/red_lifecycle.h"
#include "core/service/guard.h"
#include "core/service/texts.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

namespace kp::service
{

namespace
{
Fault planEndedMeanwhile()
{
    return {FaultKind::Offline, ReversingText::tr("The program is ending.")};
}

QString planObject(RedPlanId id)
{
    return QStringLiteral("redplan/") + QString::number(id.value());
}

const char *planActOf(RedPlanState state)
{
    switch (state) {
    case RedPlanState::Standing:
        return "redplan.begin";
    case RedPlanState::Done:
        return "redplan.done";
    case RedPlanState::Failed:
        return "redplan.fail";
    case RedPlanState::Abandoned:
        break;
    }
    return "redplan.abandon";
}

/// Whether what the step reverses is gone from the invoice already.
bool hasReversed(const RedPlan &plan)
{
    return std::any_of(plan.steps.cbegin(), plan.steps.cend(), [](const RedPlanStep &step) {
        return step.kind == RedPlanStepKind::Reverse && step.state == RedPlanStepState::Done;
    });
}

/// Why a void form ends the plan, and what may be done.
QString voidFormWords(const RedForm &form)
{
    switch (form.state) {
    case RedFormState::RefusedByBuyer:
    case RedFormState::RefusedBySeller:
        return ReversingText::tr("The other side has refused the confirmation form %1. Settle with it what is right, "
                                 "then make a new plan.")
            .arg(form.number);
    case RedFormState::Lapsed:
        return ReversingText::tr("Nobody has confirmed the form %1 within 72 hours. Ask the other side to confirm, "
                                 "then make the plan anew.")
            .arg(form.number);
    default:
        return ReversingText::tr(
            "The confirmation form %1 is not valid any more: %2. Make a new plan if the invoice still has to change.")
            .arg(form.number, label(form.state));
    }
}
} // namespace

RedPlanning::RedPlanning(Services &services, Reversing &reversing)
    : m_services(services)
    , m_reversing(reversing)
{
}

RedPlanning::~RedPlanning()
{
    *m_alive = false;
}

// --- Planning -------------------------------------------------------------------------------------------------------

QCoro::Task<Result<InvoiceDraft>> RedPlanning::asItStands(
    Actor actor, CompanyId company, QString blueNumber, bool taxIncluded)
{
    KP_CO_TRY(prospect, co_await m_reversing.prospect(actor, company, blueNumber));
    co_return rules::standingDraft(prospect.blue, prospect.may, taxIncluded);
}

QCoro::Task<Result<rules::RedProposal>> RedPlanning::plan(Actor actor, CompanyId company, QString blueNumber,
    std::optional<InvoiceDraft> wanted, std::optional<RedReason> reason)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(prospect, co_await m_reversing.prospect(actor, company, blueNumber));
    if (!*alive)
        co_return planEndedMeanwhile();
    KP_CO_TRY(other, m_services.store.redPlans.standing(company, blueNumber));
    if (other)
        co_return Fault{FaultKind::Conflict,
            ReversingText::tr("Plan %1 for this invoice is under way. Carry it out or give it up first.")
                .arg(other->id.value())};
    // What an open form takes may still come back: nobody knows what is left.
    const auto open = std::find_if(prospect.forms.cbegin(), prospect.forms.cend(), rules::isOpen);
    if (open != prospect.forms.cend())
        co_return Fault{FaultKind::Conflict,
            ReversingText::tr("The confirmation form %1 of this invoice is under way: %2. Issue its red invoice or "
                              "withdraw it first.")
                .arg(open->number, label(open->state))};
    QList<Finding> findings;
    if (wanted) {
        KP_CO_DO(refuseTwice(company, blueNumber));
        KP_CO_TRY(facts, m_services.issuing.facts(actor, company));
        const CheckedDraft checked = m_services.issuing.check(facts, *wanted);
        findings = checked.findings;
        wanted = checked.draft;
    }
    rules::RedProposal out;
    if (hasErrors(findings)) {
        out.plan.company = company;
        out.plan.blueNumber = blueNumber;
    } else {
        out = rules::planRed(prospect.blue, prospect.may, wanted, reason, m_services.clock.today());
    }
    if (!out.plan.steps.isEmpty() || hasErrors(findings)) // where nothing is done, nothing is issued
        out.findings = findings + out.findings;
    co_return out;
}

Result<RedPlan> RedPlanning::begin(const Actor &actor, RedPlan plan)
{
    KP_DO(require(m_services.store.users, actor, Permission::IssueInvoices, plan.company));
    if (plan.steps.isEmpty())
        return Fault{FaultKind::Invalid, ReversingText::tr("There is nothing to do: the plan has no step.")};
    if (plan.wanted)
        KP_DO(refuseTwice(plan.company, plan.blueNumber));
    plan.begunBy = actor.account;
    for (RedPlanStep &step : plan.steps)
        if (step.kind == RedPlanStepKind::IssueBlue)
            step.draft.serial = Issuing::newSerial(m_services.clock.today()); // it is issued once, whatever happens
    const qint64 now = m_services.clock.nowMs();
    store::Transaction transaction(m_services.store.database);
    KP_TRY(id, m_services.store.redPlans.begin(plan, now));
    KP_DO(m_services.store.audit.append(
        {0, {}, actor.account, QString::fromLatin1(planActOf(RedPlanState::Standing)), planObject(id),
            {{QStringLiteral("blueNumber"), {}, plan.blueNumber},
                {QStringLiteral("steps"), {}, QString::number(plan.steps.size())},
                {QStringLiteral("credit"), {}, plan.credit().toString()}}},
        now));
    KP_DO(transaction.commit());
    return load(id);
}

// --- What is kept ---------------------------------------------------------------------------------------------------

/// The plan with what is known of its forms now.
Result<RedPlan> RedPlanning::load(RedPlanId id)
{
    KP_TRY(plan, m_services.store.redPlans.find(id));
    for (RedPlanStep &step : plan.steps)
        if (step.formId.isValid()) {
            KP_TRY(form, m_services.store.redForms.find(step.formId));
            step.form = form;
        }
    return plan;
}

Result<RedPlan> RedPlanning::find(const Actor &actor, RedPlanId id)
{
    KP_DO(require(m_services.store.users, actor, Permission::ViewInvoices));
    KP_TRY(plan, load(id));
    if (!actor.sees(plan.company))
        return Fault{FaultKind::NotFound, ReversingText::tr("There is no such plan.")};
    return plan;
}

Result<QList<RedPlan>> RedPlanning::list(const Actor &actor, CompanyId company, bool standing)
{
    KP_DO(require(m_services.store.users, actor, Permission::ViewInvoices, company));
    KP_TRY(plans, m_services.store.redPlans.list(company, standing));
    QList<RedPlan> out;
    for (const RedPlan &one : plans) {
        KP_TRY(plan, load(one.id));
        out.append(plan);
    }
    return out;
}

/// Keeps how far the current step has come.
Outcome RedPlanning::keep(const RedPlan &plan, RedPlanStep step, RedPlanStepState state, const QString &message)
{
    step.state = state;
    step.message = message;
    return m_services.store.redPlans.keepStep(plan.id, plan.current(), step);
}

/// Ends the plan; steps it has not come to are given up.
Outcome RedPlanning::finish(const Actor &actor, const RedPlan &plan, RedPlanState state, const QString &message)
{
    store::RedPlanStore &plans = m_services.store.redPlans;
    store::Transaction transaction(m_services.store.database);
    for (qsizetype i = plan.current(); i < plan.steps.size(); ++i) {
        RedPlanStep step = plan.steps.at(i);
        const bool failed = state == RedPlanState::Failed && i == plan.current();
        step.state = failed ? RedPlanStepState::Failed : RedPlanStepState::Abandoned;
        step.message = failed ? message : QString();
        KP_DO(plans.keepStep(plan.id, i, step));
    }
    KP_DO(plans.end(plan.id, state, message));
    QList<store::FieldChange> changes;
    if (!message.isEmpty())
        changes.append({QStringLiteral("message"), {}, message});
    KP_DO(m_services.store.audit.append(
        {0, {}, actor.account, QString::fromLatin1(planActOf(state)), planObject(plan.id), changes},
        m_services.clock.nowMs()));
    return transaction.commit();
}

Result<RedPlanning::Next> RedPlanning::fail(const Actor &actor, const RedPlan &plan, const QString &why)
{
    const QString rest =
        hasReversed(plan) ? u' ' + ReversingText::tr("What was reversed before stays reversed.") : QString();
    KP_DO(finish(actor, plan, RedPlanState::Failed, why + rest));
    return Next::Wait;
}

// --- Carrying out ---------------------------------------------------------------------------------------------------

QCoro::Task<Result<RedPlan>> RedPlanning::goOn(Actor actor, RedPlanId id, std::chrono::milliseconds wait)
{
    KP_CO_TRY(plan, find(actor, id));
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, plan.company));
    if (m_busy.contains(id))
        co_return Fault{FaultKind::Conflict, ReversingText::tr("This plan is being carried out already.")};
    const std::shared_ptr<bool> alive = m_alive;
    m_busy.insert(id);
    Result<RedPlan> done = co_await carryOut(actor, id, wait);
    if (*alive)
        m_busy.remove(id);
    co_return done;
}

QCoro::Task<Result<RedPlan>> RedPlanning::carryOut(Actor actor, RedPlanId id, std::chrono::milliseconds wait)
{
    const std::shared_ptr<bool> alive = m_alive;
    for (;;) {
        KP_CO_TRY(plan, load(id));
        if (plan.state != RedPlanState::Standing)
            co_return plan;
        if (plan.current() == plan.steps.size()) {
            KP_CO_DO(finish(actor, plan, RedPlanState::Done, {}));
            continue;
        }
        KP_CO_TRY(next, co_await doStep(actor, plan));
        if (!*alive)
            co_return planEndedMeanwhile();
        if (next == Next::GoOn)
            continue;
        KP_CO_TRY(now, load(id));
        const qsizetype at = now.current();
        if (now.state != RedPlanState::Standing || now.steps.at(at).state != RedPlanStepState::Issuing ||
            wait.count() == 0)
            co_return now;
        const QList<InvoiceId> sent(1, now.steps.at(at).invoice);
        const bool settled = co_await m_services.runner.settled(sent, wait);
        if (!*alive)
            co_return planEndedMeanwhile();
        if (!settled)
            co_return now;
    }
}

/// Does the next thing of the step the plan stands at.
RedPlanning::Progress RedPlanning::doStep(Actor actor, RedPlan plan)
{
    // No co_await inside "? :": g++ 12 runs both.
    const RedPlanStepState state = plan.steps.at(plan.current()).state;
    const bool reverses = plan.steps.at(plan.current()).kind == RedPlanStepKind::Reverse;
    if (state == RedPlanStepState::Planned)
        co_return co_await startStep(actor, plan);
    if (state == RedPlanStepState::Issuing)
        co_return followInvoice(actor, plan);
    if (!reverses) // Applying, or Refused: somebody asked to try again
        co_return co_await issueBlue(actor, plan);
    if (state == RedPlanStepState::Applying)
        co_return co_await applyFor(actor, plan);
    co_return co_await followForm(actor, plan);
}

/// Before anything of the step leaves: the invoice must stand as the plan counts with, and the mark must be kept.
RedPlanning::Progress RedPlanning::startStep(Actor actor, RedPlan plan)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(prospect, co_await m_reversing.prospect(actor, plan.company, plan.blueNumber));
    if (!*alive)
        co_return planEndedMeanwhile();
    if (!rules::standsAsPlanned(plan, prospect.may))
        co_return fail(actor, plan,
            ReversingText::tr("The invoice %1 was reversed in another way meanwhile, so that the plan does not fit any "
                              "more. Make a new one.")
                .arg(plan.blueNumber));
    RedPlanStep step = plan.steps.at(plan.current());
    for (const RedForm &form : std::as_const(prospect.forms))
        step.seenForms.append(form.uuid);
    KP_CO_DO(keep(plan, step, RedPlanStepState::Applying));
    co_return Next::GoOn;
}

/// The form of the current step, if the platform has it: one that says the same and was not there before.
QCoro::Task<Result<std::optional<RedForm>>> RedPlanning::applied(Actor actor, RedPlan plan)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(prospect, co_await m_reversing.prospect(actor, plan.company, plan.blueNumber));
    if (!*alive)
        co_return planEndedMeanwhile();
    const RedPlanStep &step = plan.steps.at(plan.current());
    const auto found = std::find_if(prospect.forms.cbegin(), prospect.forms.cend(), [&](const RedForm &form) {
        return !step.seenForms.contains(form.uuid) && rules::asksForTheSame(form, step.form);
    });
    co_return found == prospect.forms.cend() ? std::optional<RedForm>() : std::optional<RedForm>(*found);
}

RedPlanning::Progress RedPlanning::applyFor(Actor actor, RedPlan plan)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(known, co_await applied(actor, plan));
    if (!*alive)
        co_return planEndedMeanwhile();
    RedPlanStep step = plan.steps.at(plan.current());
    if (known && !rules::isOpen(*known)) { // issued or void by now; it must not be applied for again
        step.formId = known->id;
        KP_CO_DO(keep(plan, step, RedPlanStepState::Waits));
        co_return Next::GoOn;
    }
    const Result<RedForm> form = co_await m_reversing.apply(actor, plan.company, step.form);
    if (!*alive)
        co_return planEndedMeanwhile();
    if (!form.ok() && form.fault().kind == FaultKind::Invalid)
        co_return fail(actor, plan, form.fault().message);
    if (!form.ok()) {
        if (form.fault().kind == FaultKind::Rejected) // the list tells why it does not go on
            KP_CO_DO(keep(plan, step, RedPlanStepState::Applying, form.fault().message));
        co_return form.fault();
    }
    step.formId = form->id;
    KP_CO_DO(keep(plan, step, RedPlanStepState::Waits));
    co_return Next::GoOn;
}

/// Looks what has become of the form, and issues its red invoice when it may.
RedPlanning::Progress RedPlanning::followForm(Actor actor, RedPlan plan)
{
    const std::shared_ptr<bool> alive = m_alive;
    RedPlanStep step = plan.steps.at(plan.current());
    KP_CO_TRY(form, co_await m_reversing.refresh(actor, step.formId));
    if (!*alive)
        co_return planEndedMeanwhile();
    if (form.isIssued()) { // here, or by another desk of the company
        KP_CO_TRY(red, m_services.store.invoices.ofForm(form.uuid));
        if (red)
            step.invoice = red->id;
        KP_CO_DO(keep(plan, step, RedPlanStepState::Done));
        co_return Next::GoOn;
    }
    if (!rules::isOpen(form))
        co_return fail(actor, plan, voidFormWords(form));
    if (!rules::mayIssue(form, form.side)) {
        if (step.state != RedPlanStepState::Waits)
            KP_CO_DO(keep(plan, step, RedPlanStepState::Waits));
        co_return Next::Wait;
    }
    if (step.state != RedPlanStepState::Ready)
        KP_CO_DO(keep(plan, step, RedPlanStepState::Ready));
    KP_CO_TRY(red, co_await m_reversing.issue(actor, form.id));
    if (!*alive)
        co_return planEndedMeanwhile();
    step.invoice = red;
    KP_CO_DO(keep(plan, step, RedPlanStepState::Issuing));
    co_return Next::GoOn;
}

/// The serial of the draft makes this happen once, however often it is begun.
RedPlanning::Progress RedPlanning::issueBlue(Actor actor, RedPlan plan)
{
    const std::shared_ptr<bool> alive = m_alive;
    RedPlanStep step = plan.steps.at(plan.current());
    const Submission sent = co_await m_services.desk.issue(actor, plan.company, step.draft, DraftId());
    if (!*alive)
        co_return planEndedMeanwhile();
    if (!sent.invoice.ok() && sent.invoice.fault().kind == FaultKind::Invalid) {
        const QString why = sent.findings.isEmpty() ? sent.invoice.fault().message : sent.findings.first().text;
        co_return fail(actor, plan,
            ReversingText::tr("The new invoice breaks a rule: %1 Issue it on the issuing page as it should be.")
                .arg(why));
    }
    if (!sent.invoice.ok())
        co_return sent.invoice.fault();
    step.invoice = *sent.invoice;
    KP_CO_DO(keep(plan, step, RedPlanStepState::Issuing));
    co_return Next::GoOn;
}

/// What the platform has said of the step's invoice.
Result<RedPlanning::Next> RedPlanning::followInvoice(const Actor &actor, const RedPlan &plan)
{
    const RedPlanStep &step = plan.steps.at(plan.current());
    KP_TRY(invoice, m_services.store.invoices.find(step.invoice));
    switch (invoice.state) {
    case InvoiceState::Issued:
        KP_DO(keep(plan, step, RedPlanStepState::Done));
        return Next::GoOn;
    case InvoiceState::Refused:
        KP_DO(keep(plan, step, RedPlanStepState::Refused, invoice.message));
        return Next::Wait;
    case InvoiceState::Discarded:
        if (step.kind == RedPlanStepKind::IssueBlue)
            return fail(actor, plan,
                ReversingText::tr("The new invoice was refused and discarded. Issue it on the issuing page."));
        KP_DO(keep(plan, step, RedPlanStepState::Ready)); // its form allows another
        return Next::GoOn;
    default:
        return Next::Wait;
    }
}

// --- Giving up ------------------------------------------------------------------------------------------------------

QCoro::Task<Result<RedPlan>> RedPlanning::abandon(Actor actor, RedPlanId id)
{
    KP_CO_TRY(plan, find(actor, id));
    KP_CO_DO(require(m_services.store.users, actor, Permission::IssueInvoices, plan.company));
    if (plan.state != RedPlanState::Standing)
        co_return Fault{FaultKind::Conflict, ReversingText::tr("This plan has ended: %1.").arg(label(plan.state))};
    if (m_busy.contains(id))
        co_return Fault{FaultKind::Conflict, ReversingText::tr("This plan is being carried out already.")};
    const std::shared_ptr<bool> alive = m_alive;
    m_busy.insert(id);
    Result<RedPlan> done = co_await giveUp(actor, id);
    if (*alive)
        m_busy.remove(id);
    co_return done;
}

QCoro::Task<Result<RedPlan>> RedPlanning::giveUp(Actor actor, RedPlanId id)
{
    const std::shared_ptr<bool> alive = m_alive;
    KP_CO_TRY(plan, load(id));
    const qsizetype at = plan.current();
    QString message;
    if (at < plan.steps.size()) {
        RedPlanStep &step = plan.steps[at];
        if (step.state == RedPlanStepState::Issuing) {
            KP_CO_TRY(invoice, m_services.store.invoices.find(step.invoice));
            if (invoice.state != InvoiceState::Refused && invoice.state != InvoiceState::Discarded)
                co_return Fault{FaultKind::Conflict,
                    ReversingText::tr("An invoice of this plan is on its way. Let it go on until the tax platform has "
                                      "answered.")};
        }
        const bool reverses = step.kind == RedPlanStepKind::Reverse;
        if (reverses && step.state == RedPlanStepState::Applying) {
            KP_CO_TRY(found, co_await applied(actor, plan));
            if (!*alive)
                co_return planEndedMeanwhile();
            if (found)
                step.formId = found->id;
        }
        if (reverses && step.formId.isValid()) {
            KP_CO_TRY(form, co_await m_reversing.refresh(actor, step.formId));
            if (!*alive)
                co_return planEndedMeanwhile();
            if (form.isIssued())
                co_return Fault{FaultKind::Conflict,
                    ReversingText::tr("The red invoice of this plan is issued already: let the plan go on.")};
            if (rules::mayAct(form, rules::RedEvent::Withdraw, form.side)) {
                KP_CO_TRY(gone, co_await m_reversing.answer(actor, form.id, RedAnswer::Withdraw));
                if (!*alive)
                    co_return planEndedMeanwhile();
                Q_UNUSED(gone)
            } else if (rules::isOpen(form)) { // confirmed: only who has confirmed may take that back
                message = ReversingText::tr("The other side has confirmed the form %1 and alone may withdraw it; until "
                                            "then its red invoice can still be issued.")
                              .arg(form.number);
            }
        }
    }
    if (hasReversed(plan))
        message = (message + u' ' + ReversingText::tr("What was reversed before stays reversed.")).trimmed();
    KP_CO_DO(finish(actor, plan, RedPlanState::Abandoned, message));
    co_return load(id);
}

} // namespace kp::service
