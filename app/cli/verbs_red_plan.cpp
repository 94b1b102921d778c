// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs_red_plan.h"

#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "app/cli/verbs_red.h"
#include "core/base/files.h"
#include "core/base/log.h"
#include "core/domain/schemas.h"
#include "core/rules/red_lifecycle.h"

#include <QJsonDocument>
#include <QSaveFile>

namespace kp::cli
{

namespace
{
constexpr qint64 largestDraft = 16 * 1024 * 1024; // 5,000 lines are a tenth of it

/// The fields of a record that a file names wrongly, or whose values it writes wrongly.
template<class T>
QStringList badFields(const QJsonObject &json, const QStringList &lists = {})
{
    QStringList out;
    T record;
    for (auto it = json.constBegin(); it != json.constEnd(); ++it) {
        if (lists.contains(it.key()))
            continue;
        const Field<T> *field = schema<T>().find(it.key());
        // Amounts are texts: a number of JSON would lose digits.
        if (field == nullptr || !it->isString() || !field->parse(record, it->toString()))
            out.append(it.key());
    }
    return out;
}

/// A draft as `red plan -o` writes it. Faults: NotFound, Invalid.
Result<InvoiceDraft> readDraft(const QString &path)
{
    KP_TRY(text, readFile(path, largestDraft));
    const QJsonObject json = QJsonDocument::fromJson(text).object();
    const QStringList lists{QStringLiteral("lines"), QStringLiteral("elements"), QStringLiteral("vouchers")};
    QStringList bad = badFields<InvoiceDraft>(json, lists);
    const auto each = [&](const QString &key, const auto &badIn) {
        const QJsonArray rows = json.value(key).toArray();
        for (qsizetype i = 0; i < rows.size(); ++i)
            for (const QString &field : badIn(rows.at(i).toObject()))
                bad.append(QStringLiteral("%1[%2].%3").arg(key).arg(i).arg(field));
    };
    each(lists.at(0), [](const QJsonObject &row) { return badFields<DraftLine>(row); });
    each(lists.at(1), [](const QJsonObject &row) { return badFields<ExtraElement>(row); });
    each(lists.at(2), [](const QJsonObject &row) { return badFields<DeductionVoucher>(row); });
    if (json.isEmpty() || !bad.isEmpty())
        return Fault{FaultKind::Invalid,
            CommandLineText::tr("The file %1 is not an invoice as \"red plan NUMBER -o FILE\" writes it: %2")
                .arg(path, bad.isEmpty() ? CommandLineText::tr("it is no JSON object.") : bad.join(u' '))};
    return draftFromJson(json);
}

QString confirmerText(const RedPlanStep &step)
{
    if (!step.confirmer)
        return CommandLineText::tr("nobody has to confirm");
    if (const QDateTime due = rules::answerDue(step.form); due.isValid())
        return CommandLineText::tr("to be confirmed by: %1, until %2").arg(label(*step.confirmer), Clock::stamp(due));
    return CommandLineText::tr("to be confirmed by: %1, within %2 hours")
        .arg(label(*step.confirmer))
        .arg(redFormLifetime.count());
}

QString signedText(Money money)
{
    return (money > Money() ? QStringLiteral("+") : QString()) + money.toGrouped();
}

QString stepText(const RedPlanStep &step, qsizetype number)
{
    const bool reverses = step.kind == RedPlanStepKind::Reverse;
    QStringList words{QStringLiteral("  %1. %2").arg(number).arg(label(step.kind)), step.change.net.toGrouped(),
        step.change.tax.toGrouped()};
    if (reverses)
        words += {label(step.form.reason), confirmerText(step)};
    words.append(CommandLineText::tr("credit %1").arg(signedText(step.credit)));
    words.append(label(step.state));
    if (reverses && !step.form.number.isEmpty())
        words.append(step.form.number);
    if (!step.message.isEmpty())
        words.append(step.message);
    return words.join(QStringLiteral("  "));
}

QJsonObject stepJson(const Session &session, const RedPlanStep &step)
{
    QJsonObject out{{QStringLiteral("kind"), QString::fromLatin1(code(step.kind))},
        {QStringLiteral("state"), QString::fromLatin1(code(step.state))},
        {QStringLiteral("net"), step.change.net.toString()}, {QStringLiteral("tax"), step.change.tax.toString()},
        {QStringLiteral("credit"), step.credit.toString()}};
    if (step.confirmer) {
        out.insert(QStringLiteral("confirmer"), QString::fromLatin1(code(*step.confirmer)));
        out.insert(QStringLiteral("answerWithinHours"), static_cast<int>(redFormLifetime.count()));
    }
    if (step.kind == RedPlanStepKind::Reverse)
        out.insert(QStringLiteral("form"), formJson(step.form));
    else
        out.insert(QStringLiteral("draft"), draftToJson(step.draft));
    if (!step.message.isEmpty())
        out.insert(QStringLiteral("message"), step.message);
    if (step.invoice.isValid())
        if (const auto detail = session.profile.services().invoices.find(session.actor, step.invoice); detail.ok())
            out.insert(QStringLiteral("invoice"), invoiceJson(*detail));
    return out;
}

QJsonObject planJson(const Session &session, const RedPlan &plan)
{
    QJsonArray steps;
    for (const RedPlanStep &step : plan.steps)
        steps.append(stepJson(session, step));
    QJsonObject out{{QStringLiteral("blueNumber"), plan.blueNumber}, {QStringLiteral("steps"), steps},
        {QStringLiteral("credit"), plan.credit().toString()}};
    if (plan.reason)
        out.insert(QStringLiteral("reason"), QString::fromLatin1(code(*plan.reason)));
    if (plan.id.isValid()) {
        out.insert(QStringLiteral("id"), static_cast<qint64>(plan.id.value()));
        out.insert(QStringLiteral("state"), QString::fromLatin1(code(plan.state)));
        out.insert(QStringLiteral("begunBy"), plan.begunBy);
        out.insert(QStringLiteral("begunAt"), Clock::stamp(plan.begunAt));
    }
    if (!plan.message.isEmpty())
        out.insert(QStringLiteral("message"), plan.message);
    return out;
}

void printPlan(const RedPlan &plan)
{
    QStringList words{plan.blueNumber, CommandLineText::tr("credit of all steps %1").arg(signedText(plan.credit()))};
    if (plan.id.isValid()) {
        words.prepend(CommandLineText::tr("Plan %1").arg(plan.id.value()));
        words.append(label(plan.state));
    }
    if (!plan.message.isEmpty())
        words.append(plan.message);
    print(words.join(QStringLiteral("  ")));
    for (qsizetype i = 0; i < plan.steps.size(); ++i)
        print(stepText(plan.steps.at(i), i + 1));
}

int exitCodeFor(const RedPlan &plan)
{
    switch (plan.state) {
    case RedPlanState::Standing:
        return NotSettled;
    case RedPlanState::Failed:
        return Findings;
    case RedPlanState::Done:
    case RedPlanState::Abandoned:
        break;
    }
    return Success;
}

/// Carries out what can be done now. What it could not do, because the platform did not answer, is said; it stands.
QCoro::Task<Result<int>> carryOut(const Session &session, RedPlanId id)
{
    service::RedPlanning &planning = session.profile.planning();
    const auto gone = co_await planning.goOn(session.actor, id, std::chrono::seconds(session.arguments.waitSeconds));
    if (!gone.ok()) {
        logFault(gone.fault());
        printError(gone.fault().message);
        if (gone.fault().kind == FaultKind::NotFound || gone.fault().kind == FaultKind::Denied)
            co_return exitCodeOf(gone.fault());
    }
    KP_CO_TRY(plan, planning.find(session.actor, id));
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("plan"), planJson(session, plan)}});
    else
        printPlan(plan);
    co_return gone.ok() ? exitCodeFor(plan) : exitCodeOf(gone.fault());
}

QCoro::Task<Result<int>> writeDraft(const Session &session, CompanyId company, QString number)
{
    KP_CO_TRY(draft, co_await session.profile.planning().asItStands(session.actor, company, number));
    QSaveFile file(session.arguments.output);
    const QByteArray text = QJsonDocument(draftToJson(draft)).toJson();
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        co_return Fault{FaultKind::Storage,
            CommandLineText::tr("The file %1 can not be written.").arg(session.arguments.output), file.errorString()};
    co_return Success;
}

void printProposal(const Session &session, const rules::RedProposal &proposal)
{
    QJsonArray findings;
    for (const Finding &finding : proposal.findings) {
        const bool isError = finding.severity == Severity::Error;
        findings.append(
            QJsonObject{{QStringLiteral("severity"), isError ? QStringLiteral("error") : QStringLiteral("warning")},
                {QStringLiteral("field"), finding.field}, {QStringLiteral("line"), finding.line},
                {QStringLiteral("text"), finding.text}});
        if (!session.arguments.json)
            printError(finding.text);
    }
    if (session.arguments.json)
        print(QJsonObject{
            {QStringLiteral("plan"), planJson(session, proposal.plan)}, {QStringLiteral("findings"), findings}});
    else if (!proposal.plan.steps.isEmpty())
        printPlan(proposal.plan);
    else if (!hasErrors(proposal.findings))
        print(CommandLineText::tr("Nothing differs: there is nothing to do."));
}

QCoro::Task<Result<int>> planFor(const Session &session, QString number)
{
    const Arguments &arguments = session.arguments;
    service::RedPlanning &planning = session.profile.planning();
    KP_CO_TRY(company, session.company());
    if (!arguments.output.isEmpty())
        co_return co_await writeDraft(session, company, number);
    if (arguments.wanted.isEmpty() != arguments.nothing)
        co_return planUsage();
    std::optional<InvoiceDraft> wanted;
    if (!arguments.nothing) {
        KP_CO_TRY(draft, readDraft(arguments.wanted));
        wanted = draft;
    }
    std::optional<RedReason> reason;
    if (!arguments.reason.isEmpty()) {
        reason = fromCode<RedReason>(arguments.reason);
        if (!reason)
            co_return Fault{FaultKind::Invalid, CommandLineText::tr("--reason needs 01, 02, 03 or 04.")};
    }
    KP_CO_TRY(proposal, co_await planning.plan(session.actor, company, number, wanted, reason));
    const bool goes = arguments.go && !proposal.plan.steps.isEmpty() && !hasErrors(proposal.findings);
    if (!goes) {
        printProposal(session, proposal);
        co_return hasErrors(proposal.findings) ? Findings : Success;
    }
    for (const Finding &finding : std::as_const(proposal.findings))
        printError(finding.text);
    KP_CO_TRY(begun, planning.begin(session.actor, proposal.plan));
    co_return co_await carryOut(session, begun.id);
}

Result<int> listPlans(const Session &session)
{
    KP_TRY(company, session.company());
    KP_TRY(plans, session.profile.planning().list(session.actor, company));
    QJsonArray rows;
    for (const RedPlan &plan : std::as_const(plans).first(std::min<qsizetype>(plans.size(), session.arguments.limit))) {
        if (session.arguments.json)
            rows.append(planJson(session, plan));
        else
            printPlan(plan);
    }
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("plans"), rows}, {QStringLiteral("count"), plans.size()}});
    return static_cast<int>(Success);
}

QCoro::Task<Result<int>> dropPlan(const Session &session, RedPlanId id)
{
    KP_CO_TRY(plan, co_await session.profile.planning().abandon(session.actor, id));
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("plan"), planJson(session, plan)}});
    else
        printPlan(plan);
    co_return Success;
}
} // namespace

Result<int> planUsage()
{
    printError(
        CommandLineText::tr("Usage: kaipiao-cli red plan NUMBER -o FILE | red plan NUMBER --wanted FILE|--nothing "
                            "[--reason CODE] [--go] | red plans | red go|drop PLAN"));
    return static_cast<int>(Usage);
}

bool isPlanVerb(const QString &act)
{
    static const QStringList acts{
        QStringLiteral("plan"), QStringLiteral("plans"), QStringLiteral("go"), QStringLiteral("drop")};
    return acts.contains(act);
}

QCoro::Task<Result<int>> workOnRedPlans(const Session &session)
{
    const QStringList &words = session.arguments.positional;
    const QString act = words.value(0);
    if (act == QLatin1StringView("plans") && words.size() == 1)
        co_return listPlans(session);
    if (words.size() != 2)
        co_return planUsage();
    if (act == QLatin1StringView("plan"))
        co_return co_await planFor(session, words.at(1));
    bool ok = false;
    const RedPlanId id(words.at(1).toLongLong(&ok));
    if (!ok || act == QLatin1StringView("plans"))
        co_return planUsage();
    if (act == QLatin1StringView("go"))
        co_return co_await carryOut(session, id);
    co_return co_await dropPlan(session, id);
}

} // namespace kp::cli
