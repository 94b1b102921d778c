// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/red_plan.h"

#include <QCoreApplication>

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

template<>
std::span<const CodeRow<RedPlanStepKind>> codeRows<RedPlanStepKind>()
{
    return planStepKindRows;
}

template<>
std::span<const CodeRow<RedPlanStepState>> codeRows<RedPlanStepState>()
{
    return planStepStateRows;
}

template<>
std::span<const CodeRow<RedPlanState>> codeRows<RedPlanState>()
{
    return planStateRows;
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
