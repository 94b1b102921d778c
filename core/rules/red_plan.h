// SPDX-License-Identifier: GPL-3.0-or-later
// 红冲方案: the least set of steps from an issued invoice to what it should have been. Sources: leqi-protocol §9.1 and
// invoice-rules §3.3 (what may be reversed, for which reason), §4 (credit comes back only in the month of the blue
// invoice).
#pragma once

#include "core/domain/finding.h"
#include "core/domain/red_plan.h"
#include "core/rules/red_reversal.h"

namespace kp::rules
{

/// A plan without steps and without errors: nothing is to be done.
struct RedProposal {
    RedPlan plan;
    QList<Finding> findings; ///< errors: why it can not be done; warnings: what to mind
};

/// What the invoice amounts to now, as a draft to change into what it should have been: itself, or what earlier
/// reversals have left of it. A margin invoice brings no deduction vouchers: they are used once.
InvoiceDraft standingDraft(const Invoice &blue, const Reversibility &may, bool taxIncluded);

/// Plans from what is left of the invoice to what it should have been.
///
/// Fewest steps win; among as few, all that is left is reversed and issued anew, so that one invoice says what should
/// have been. A part is reversed only for the reason that it is: fewer pieces are goods returned (goods) or a service
/// stopped (services), the same pieces for less are an allowance; another reason only when it is asked for. A new
/// invoice over a difference must give the wanted amounts to the fen, else all is issued anew.
/// @param wanted tidied; empty: it should never have been issued
/// @param reason what is asked for; empty: as the rules find
RedProposal planRed(const Invoice &blue, const Reversibility &may, const std::optional<InvoiceDraft> &wanted,
    std::optional<RedReason> reason, QDate today);

/// Whether of the blue invoice just that is left which the plan counts with at the step it stands at: what was left
/// when it was made, less what its own steps have reversed.
bool standsAsPlanned(const RedPlan &plan, const Reversibility &may);

/// Whether two forms ask for the same: of the same lines the same amounts, for the same reason, entered by the same.
bool asksForTheSame(const RedForm &a, const RedForm &b);

} // namespace kp::rules
