// SPDX-License-Identifier: GPL-3.0-or-later
// 红冲方案: what turns an invoice that was issued into what it should have been, step by step, and how far it has come.
#pragma once

#include "core/domain/red.h"

#include <QStringList>

namespace kp
{

using RedPlanId = Id<struct RedPlanTag>;

enum class RedPlanStepKind {
    Reverse,   ///< apply for a confirmation form, then issue its red invoice
    IssueBlue, ///< issue another blue invoice
};
template<>
std::span<const CodeRow<RedPlanStepKind>> codeRows<RedPlanStepKind>();

enum class RedPlanStepState {
    Planned,   ///< nothing has left yet
    Applying,  ///< marked before the application leaves: the platform may have the form
    Waits,     ///< the other side has to answer the form
    Ready,     ///< nothing stands in the way of the red invoice
    Issuing,   ///< its invoice is on the way
    Refused,   ///< the platform has refused its invoice; going on tries again
    Done,      ///< its invoice is issued
    Failed,    ///< it can not be done any more
    Abandoned, ///< given up, or never come to
};
template<>
std::span<const CodeRow<RedPlanStepState>> codeRows<RedPlanStepState>();

enum class RedPlanState {
    Standing, ///< being carried out
    Done,
    Failed,
    Abandoned,
};
template<>
std::span<const CodeRow<RedPlanState>> codeRows<RedPlanState>();

struct RedPlanStep {
    RedPlanStepKind kind = RedPlanStepKind::Reverse;
    RedForm form;                  ///< Reverse: what is applied for; once there, as the platform has told of it
    InvoiceDraft draft;            ///< IssueBlue: what is issued; its serial makes that happen once
    std::optional<Side> confirmer; ///< who must agree within redFormLifetime; empty: nobody
    Totals change;                 ///< what it adds to what was sold: below zero for a reversal
    Money credit;                  ///< above zero: comes back, if it is done this month; below: is used
    RedPlanStepState state = RedPlanStepState::Planned;
    RedFormId formId;
    InvoiceId invoice;     ///< the red or the blue one
    QString message;       ///< why it does not go on
    QStringList seenForms; ///< uuids of the forms there were before it was applied for

    friend bool operator==(const RedPlanStep &, const RedPlanStep &) = default;
};

/// What was left of a blue line when the plan was made.
struct RedPlanBase {
    int line = 0;
    Totals left;

    friend bool operator==(const RedPlanBase &, const RedPlanBase &) = default;
};

struct RedPlan {
    RedPlanId id; ///< not valid: not begun
    CompanyId company;
    QString blueNumber;
    std::optional<InvoiceDraft> wanted; ///< what it should have been; empty: it should never have been issued
    std::optional<RedReason> reason;    ///< the one that was asked for; empty: the plan's own choice
    QList<RedPlanBase> base;
    QList<RedPlanStep> steps;
    RedPlanState state = RedPlanState::Standing;
    QString message; ///< why it ended, and what to do next
    QString begunBy; ///< account
    QDateTime begunAt;

    /// The step it stands at: the first that is not done; steps.size() when all are.
    [[nodiscard]] qsizetype current() const;
    [[nodiscard]] Money credit() const; ///< of all steps together
    friend bool operator==(const RedPlan &, const RedPlan &) = default;
};

} // namespace kp
