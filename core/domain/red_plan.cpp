// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/red_plan.h"

#include "core/domain/code_rows.h"

namespace kp
{

namespace
{
constexpr CodeRow<RedPlanStepKind> planStepKindRows[] = {
    {RedPlanStepKind::Reverse, "reverse", u"红冲", QT_TRANSLATE_NOOP("Codes", "Reverse")},
    {RedPlanStepKind::IssueBlue, "issue", u"开具蓝字发票", QT_TRANSLATE_NOOP("Codes", "Issue a blue invoice")},
};

constexpr CodeRow<RedPlanStepState> planStepStateRows[] = {
    {RedPlanStepState::Planned, "planned", u"未开始", QT_TRANSLATE_NOOP("Codes", "Not begun")},
    {RedPlanStepState::Applying, "applying", u"申请中", QT_TRANSLATE_NOOP("Codes", "Being applied for")},
    {RedPlanStepState::Waits, "waits", u"待确认", QT_TRANSLATE_NOOP("Codes", "Awaits confirmation")},
    {RedPlanStepState::Ready, "ready", u"可开票", QT_TRANSLATE_NOOP("Codes", "Ready to issue")},
    {RedPlanStepState::Issuing, "issuing", u"开票中", QT_TRANSLATE_NOOP("Codes", "Being issued")},
    {RedPlanStepState::Refused, "refused", u"开票失败", QT_TRANSLATE_NOOP("Codes", "Invoice refused")},
    {RedPlanStepState::Done, "done", u"已完成", QT_TRANSLATE_NOOP("Codes", "Done")},
    {RedPlanStepState::Failed, "failed", u"未成功", QT_TRANSLATE_NOOP("Codes", "Failed")},
    {RedPlanStepState::Abandoned, "abandoned", u"已放弃", QT_TRANSLATE_NOOP("Codes", "Given up")},
};

constexpr CodeRow<RedPlanState> planStateRows[] = {
    {RedPlanState::Standing, "standing", u"进行中", QT_TRANSLATE_NOOP("Codes", "Under way")},
    {RedPlanState::Done, "done", u"已完成", QT_TRANSLATE_NOOP("Codes", "Done")},
    {RedPlanState::Failed, "failed", u"未成功", QT_TRANSLATE_NOOP("Codes", "Failed")},
    {RedPlanState::Abandoned, "abandoned", u"已放弃", QT_TRANSLATE_NOOP("Codes", "Given up")},
};
} // namespace

std::span<const CodeRow<RedPlanStepKind>> redPlanStepKinds()
{
    return planStepKindRows;
}

const char *code(RedPlanStepKind kind)
{
    return rowOf(planStepKindRows, kind).code;
}

QString label(RedPlanStepKind kind)
{
    return CodesText::tr(rowOf(planStepKindRows, kind).label);
}

std::optional<RedPlanStepKind> redPlanStepKindFromCode(QStringView code)
{
    return fromCode(planStepKindRows, code);
}

std::span<const CodeRow<RedPlanStepState>> redPlanStepStates()
{
    return planStepStateRows;
}

const char *code(RedPlanStepState state)
{
    return rowOf(planStepStateRows, state).code;
}

QString label(RedPlanStepState state)
{
    return CodesText::tr(rowOf(planStepStateRows, state).label);
}

std::optional<RedPlanStepState> redPlanStepStateFromCode(QStringView code)
{
    return fromCode(planStepStateRows, code);
}

std::span<const CodeRow<RedPlanState>> redPlanStates()
{
    return planStateRows;
}

const char *code(RedPlanState state)
{
    return rowOf(planStateRows, state).code;
}

QString label(RedPlanState state)
{
    return CodesText::tr(rowOf(planStateRows, state).label);
}

std::optional<RedPlanState> redPlanStateFromCode(QStringView code)
{
    return fromCode(planStateRows, code);
}

qsizetype RedPlan::current() const
{
    qsizetype at = 0;
    while (at < steps.size() && steps.at(at).state == RedPlanStepState::Done)
        ++at;
    return at;
}

Money RedPlan::credit() const
{
    Money out;
    for (const RedPlanStep &step : steps)
        out += step.credit;
    return out;
}

} // namespace kp
