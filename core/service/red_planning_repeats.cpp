// SPDX-License-Identifier: GPL-3.0-or-later
// Planning once more what a plan has done already.
#include "core/service/red_planning.h"
#include "core/service/texts.h"

namespace kp::service
{

/// Who plans once more what a plan has done would issue it twice: what an earlier plan has issued for the invoice
/// stands, unless all of it is reversed again.
Outcome RedPlanning::refuseTwice(CompanyId company, const QString &blueNumber)
{
    KP_TRY(earlier, m_services.store.redPlans.ofInvoice(company, blueNumber));
    for (const RedPlan &plan : earlier)
        for (const RedPlanStep &step : plan.steps) {
            if (step.kind != RedPlanStepKind::IssueBlue || step.state != RedPlanStepState::Done)
                continue;
            KP_TRY(issued, m_services.store.invoices.find(step.invoice));
            KP_TRY(forms, m_services.store.redForms.ofInvoice(company, issued.number));
            Money left = issued.totals.net;
            for (const RedForm &form : forms)
                left += form.isIssued() ? form.totals.net : Money();
            if (!left.isZero())
                return Fault{FaultKind::Conflict,
                    ReversingText::tr("Plan %1 has corrected this invoice already: the invoice %2 was issued for it. "
                                      "Plan the correction of that one, or reverse it first.")
                        .arg(plan.id.value())
                        .arg(issued.number)};
        }
    return Done{};
}

} // namespace kp::service
