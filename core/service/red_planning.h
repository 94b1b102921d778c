// SPDX-License-Identifier: GPL-3.0-or-later
// 红冲方案: planning how an issued invoice becomes what it should have been, and carrying that out step by step.
//
// Each step is marked before anything leaves, and tied to the platform's form or to its own serial: whenever the
// program ends, going on finds out what has happened and does nothing twice. What fails stays as it is: the plan ends
// and says what to do next.
#pragma once

#include "core/rules/red_plan.h"
#include "core/service/reversing.h"

#include <chrono>

namespace kp::service
{

class RedPlanning
{
public:
    RedPlanning(Services &services, Reversing &reversing);
    ~RedPlanning();
    Q_DISABLE_COPY_MOVE(RedPlanning)

    /// What the invoice amounts to now, as a draft to change into what it should have been. Faults: as
    /// Reversing::prospect.
    QCoro::Task<Result<InvoiceDraft>> asItStands(
        Actor actor, CompanyId company, QString blueNumber, bool taxIncluded = true);
    /// The least set of steps, from what the platform says of the invoice now; nothing is stored. What the rules of
    /// issuing say of @p wanted is among the findings. @param wanted empty: it should never have been issued
    /// @param reason empty: as the rules find. Faults: also Conflict (one of its confirmation forms or another plan is
    /// under way).
    QCoro::Task<Result<rules::RedProposal>> plan(Actor actor, CompanyId company, QString blueNumber,
        std::optional<InvoiceDraft> wanted, std::optional<RedReason> reason = {});

    /// Begins what plan() has found; nothing leaves yet. Faults: Denied, Invalid (no step), Conflict (another plan for
    /// the invoice is under way).
    Result<RedPlan> begin(const Actor &actor, RedPlan plan);
    /// Does what can be done now: applies, looks for an answer, issues; until somebody else is awaited or the plan has
    /// ended. A plan that has ended is given as it is. @param wait how long to wait for the platform's verdict on an
    /// invoice. Faults: Denied, NotFound, Conflict (it is gone on with already; no credit or number left), Offline,
    /// Uncertain, Rejected: the plan stands, and going on later tries again.
    QCoro::Task<Result<RedPlan>> goOn(Actor actor, RedPlanId id, std::chrono::milliseconds wait = {});
    /// Gives a plan up: takes an open application back where that is the company's to do. Faults: Denied, NotFound,
    /// Conflict (it has ended, or an invoice is on its way), Offline, Uncertain, Rejected: it stands.
    QCoro::Task<Result<RedPlan>> abandon(Actor actor, RedPlanId id);

    /// With its forms as they are known here. Faults: Denied, NotFound.
    [[nodiscard]] Result<RedPlan> find(const Actor &actor, RedPlanId id);
    /// The last begun first. Fault: Denied.
    [[nodiscard]] Result<QList<RedPlan>> list(const Actor &actor, CompanyId company, bool standing = false);

private:
    enum class Next { GoOn, Wait };
    using Progress = QCoro::Task<Result<Next>>;

    QCoro::Task<Result<RedPlan>> carryOut(Actor actor, RedPlanId id, std::chrono::milliseconds wait);
    QCoro::Task<Result<RedPlan>> giveUp(Actor actor, RedPlanId id);
    Progress doStep(Actor actor, RedPlan plan);
    Progress startStep(Actor actor, RedPlan plan);
    Progress applyFor(Actor actor, RedPlan plan);
    Progress followForm(Actor actor, RedPlan plan);
    Progress issueBlue(Actor actor, RedPlan plan);
    Result<Next> followInvoice(const Actor &actor, const RedPlan &plan);

    QCoro::Task<Result<std::optional<RedForm>>> applied(Actor actor, RedPlan plan);
    Outcome refuseTwice(CompanyId company, const QString &blueNumber);
    Result<RedPlan> load(RedPlanId id);
    Outcome keep(const RedPlan &plan, RedPlanStep step, RedPlanStepState state, const QString &message = {});
    Result<Next> fail(const Actor &actor, const RedPlan &plan, const QString &why);
    Outcome finish(const Actor &actor, const RedPlan &plan, RedPlanState state, const QString &message);

    Services &m_services;
    Reversing &m_reversing;
    QSet<RedPlanId> m_busy;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace kp::service
