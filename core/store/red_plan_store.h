// SPDX-License-Identifier: GPL-3.0-or-later
// 红冲方案: plans that were begun, with their steps and how far each has come. What was planned never changes.
#pragma once

#include "core/domain/red_plan.h"
#include "core/store/database.h"

namespace kp::store
{

class RedPlanStore
{
public:
    explicit RedPlanStore(Database &database)
        : m_database(database)
    {
    }

    /// Keeps a plan that is begun now. Fault: Conflict (another plan for the invoice is not ended).
    Result<RedPlanId> begin(const RedPlan &plan, qint64 nowMs);
    /// Keeps how far a step has come: its state, form, invoice, message and the forms seen before it. Faults: NotFound,
    /// Conflict (it has ended).
    Outcome keepStep(RedPlanId plan, qsizetype index, const RedPlanStep &step);
    /// Ends a plan. Fault: NotFound (there is none that stands).
    Outcome end(RedPlanId plan, RedPlanState state, const QString &message);

    /// With its steps, whose forms are what was planned. Fault: NotFound.
    [[nodiscard]] Result<RedPlan> find(RedPlanId id);
    /// The last begun first. @param standing only those that have not ended
    [[nodiscard]] Result<QList<RedPlan>> list(CompanyId company, bool standing);
    /// Those of an invoice, the first begun first.
    [[nodiscard]] Result<QList<RedPlan>> ofInvoice(CompanyId company, const QString &blueNumber);
    /// The one that has not ended.
    [[nodiscard]] Result<std::optional<RedPlan>> standing(CompanyId company, const QString &blueNumber);

private:
    [[nodiscard]] Result<QList<RedPlan>> all(Query &query);

    Database &m_database;
};

} // namespace kp::store
