// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/red_plan_store.h"

#include "core/base/clock.h"
#include "core/domain/schemas.h"
#include "core/store/texts.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace kp::store
{

namespace
{
const QString selectPlans = QStringLiteral(
    "SELECT id, company, blueNumber, wanted, reason, base, state, message, begunBy, begun_ms FROM red_plan ");

Fault planNotThere()
{
    return {FaultKind::NotFound, StoreText::tr("There is no such plan, or it has ended.")};
}

QString compact(const QJsonDocument &json)
{
    return QString::fromUtf8(json.toJson(QJsonDocument::Compact));
}

QString baseText(const QList<RedPlanBase> &base)
{
    QJsonArray out;
    for (const RedPlanBase &one : base)
        out.append(QJsonArray{one.line, QString::number(one.left.net.fen()), QString::number(one.left.tax.fen())});
    return compact(QJsonDocument(out));
}

QList<RedPlanBase> baseOf(const QString &text)
{
    QList<RedPlanBase> out;
    const QJsonArray rows = QJsonDocument::fromJson(text.toUtf8()).array();
    for (const auto &row : rows)
        out.append({row[0].toInt(),
            {Money::fromFen(row[1].toString().toLongLong()), Money::fromFen(row[2].toString().toLongLong())}});
    return out;
}

QString draftText(const InvoiceDraft &draft)
{
    return compact(QJsonDocument(draftToJson(draft)));
}

QString plannedFormText(const RedForm &form)
{
    QJsonObject out = toJson(form);
    QJsonArray lines;
    for (const RedFormLine &line : form.lines)
        lines.append(toJson(line));
    out.insert(QStringLiteral("lines"), lines);
    return compact(QJsonDocument(out));
}

RedForm plannedFormOf(const QString &text)
{
    const QJsonObject json = QJsonDocument::fromJson(text.toUtf8()).object();
    RedForm out = fromJson<RedForm>(json);
    const QJsonArray lines = json.value(QStringLiteral("lines")).toArray();
    for (const auto &line : lines)
        out.lines.append(fromJson<RedFormLine>(line.toObject()));
    return out;
}

InvoiceDraft plannedDraftOf(const QString &text)
{
    return draftFromJson(QJsonDocument::fromJson(text.toUtf8()).object());
}

RedPlan planOf(const Row &row)
{
    RedPlan out;
    out.id = row.id<RedPlanId>(0);
    out.company = row.id<CompanyId>(1);
    out.blueNumber = row.text(2);
    if (const QString wanted = row.text(3); !wanted.isEmpty())
        out.wanted = plannedDraftOf(wanted);
    out.reason = fromCode<RedReason>(row.text(4));
    out.base = baseOf(row.text(5));
    out.state = fromCode<RedPlanState>(row.text(6)).value_or(RedPlanState::Failed);
    out.message = row.text(7);
    out.begunBy = row.text(8);
    out.begunAt = Clock::chinaTime(row.whole(9));
    return out;
}

RedPlanStep planStepOf(const Row &row)
{
    RedPlanStep out;
    out.kind = fromCode<RedPlanStepKind>(row.text(0)).value_or(RedPlanStepKind::Reverse);
    if (out.kind == RedPlanStepKind::Reverse)
        out.form = plannedFormOf(row.text(1));
    else
        out.draft = plannedDraftOf(row.text(1));
    out.confirmer = fromCode<Side>(row.text(2));
    out.change = {row.money(3), row.money(4)};
    out.credit = row.money(5);
    out.state = fromCode<RedPlanStepState>(row.text(6)).value_or(RedPlanStepState::Failed);
    out.formId = row.id<RedFormId>(7);
    out.invoice = row.id<InvoiceId>(8);
    out.message = row.text(9);
    out.seenForms = row.text(10).split(u'\n', Qt::SkipEmptyParts);
    return out;
}

template<class Tag>
QVariant idOrNothing(Id<Tag> id)
{
    return id.isValid() ? QVariant(qint64(id.value())) : QVariant();
}
} // namespace

Result<RedPlanId> RedPlanStore::begin(const RedPlan &plan, qint64 nowMs)
{
    Transaction transaction(m_database);
    KP_TRY(other, standing(plan.company, plan.blueNumber));
    if (other)
        return Fault{FaultKind::Conflict,
            StoreText::tr("Another plan for the invoice %1 is under way. Carry it out or give it up first.")
                .arg(plan.blueNumber)};
    const qint64 count = plan.steps.size();
    Query &query = m_database.prepared(
        QStringLiteral("INSERT INTO red_plan (step_count, company, blueNumber, wanted, reason, base, state, message, "
                       "begunBy, begun_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
    KP_DO(query
              .with(count, plan.company, plan.blueNumber, plan.wanted ? draftText(*plan.wanted) : QStringLiteral(""),
                  plan.reason ? code(*plan.reason) : "", baseText(plan.base), code(RedPlanState::Standing),
                  QStringLiteral(""), plan.begunBy, nowMs)
              .run());
    const RedPlanId id(query.insertedId());
    int number = 0;
    for (const RedPlanStep &step : plan.steps)
        KP_DO(
            m_database
                .prepared(QStringLiteral(
                    "INSERT INTO red_plan_step (plan, step_count, number, kind, content, confirmer, net, tax, credit, "
                    "state, message, seenForms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', '')"))
                .with(id, count, ++number, code(step.kind),
                    step.kind == RedPlanStepKind::Reverse ? plannedFormText(step.form) : draftText(step.draft),
                    step.confirmer ? code(*step.confirmer) : "", step.change.net, step.change.tax, step.credit,
                    code(RedPlanStepState::Planned))
                .run());
    KP_DO(transaction.commit());
    return id;
}

Outcome RedPlanStore::keepStep(RedPlanId plan, qsizetype index, const RedPlanStep &step)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral("UPDATE red_plan_step SET state = ?, form = ?, invoice = ?, message = ?, "
                                       "seenForms = ? WHERE plan = ? AND number = ?"))
              .with(code(step.state), idOrNothing(step.formId), idOrNothing(step.invoice), step.message,
                  step.seenForms.join(u'\n') + u'\n', plan, index + 1)
              .runOr(planNotThere()));
    return transaction.commit();
}

Outcome RedPlanStore::end(RedPlanId plan, RedPlanState state, const QString &message)
{
    Transaction transaction(m_database);
    KP_DO(
        m_database
            .prepared(QStringLiteral("UPDATE red_plan SET state = ?, message = ? WHERE id = ? AND state = 'standing'"))
            .with(code(state), message, plan)
            .runOr(planNotThere()));
    return transaction.commit();
}

Result<QList<RedPlan>> RedPlanStore::all(Query &query)
{
    KP_TRY(plans, query.all(planOf));
    for (RedPlan &plan : plans) {
        KP_TRY(steps,
            m_database
                .prepared(QStringLiteral("SELECT kind, content, confirmer, net, tax, credit, state, form, invoice, "
                                         "message, seenForms FROM red_plan_step WHERE plan = ? ORDER BY number"))
                .with(plan.id)
                .all(planStepOf));
        plan.steps = steps;
    }
    return plans;
}

Result<RedPlan> RedPlanStore::find(RedPlanId id)
{
    KP_TRY(found, all(m_database.prepared(selectPlans + QStringLiteral("WHERE id = ?")).with(id)));
    if (found.isEmpty())
        return planNotThere();
    return found.first();
}

Result<QList<RedPlan>> RedPlanStore::list(CompanyId company, bool standing)
{
    return all(m_database
                   .prepared(selectPlans + QStringLiteral("WHERE company = ? AND (state = 'standing' OR NOT ?) ORDER "
                                                          "BY begun_ms DESC, id DESC"))
                   .with(company, standing ? 1 : 0));
}

Result<QList<RedPlan>> RedPlanStore::ofInvoice(CompanyId company, const QString &blueNumber)
{
    return all(
        m_database.prepared(selectPlans + QStringLiteral("WHERE company = ? AND blueNumber = ? ORDER BY begun_ms, id"))
            .with(company, blueNumber));
}

Result<std::optional<RedPlan>> RedPlanStore::standing(CompanyId company, const QString &blueNumber)
{
    KP_TRY(found,
        all(m_database
                .prepared(selectPlans + QStringLiteral("WHERE company = ? AND blueNumber = ? AND state = 'standing'"))
                .with(company, blueNumber)));
    return found.isEmpty() ? std::optional<RedPlan>() : std::optional(found.first());
}

} // namespace kp::store
