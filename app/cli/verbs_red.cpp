// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs_red.h"

#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "app/cli/verbs_red_plan.h"
#include "core/base/files.h"
#include "core/base/log.h"
#include "core/document/pdf/red_form_pdf.h"
#include "core/rules/red_lifecycle.h"

#include <QJsonArray>

#include <algorithm>

namespace kp::cli
{

namespace
{
constexpr int shownDays = 31; // what the list reads anew: the platform keeps to a month as well

QString subject(const Arguments &arguments)
{
    return arguments.positional.value(1);
}

bool isOnForms(const QString &act)
{
    static const QStringList acts{QStringLiteral("show"), QStringLiteral("confirm"), QStringLiteral("refuse"),
        QStringLiteral("withdraw"), QStringLiteral("issue")};
    return acts.contains(act);
}

Result<int> usage()
{
    printError(CommandLineText::tr("Usage: kaipiao-cli red apply NUMBER --reason CODE [--quantity LINE=N] [--amount "
                                   "LINE=N] [--buyer --date YYYY-MM-DD --gross AMOUNT [--kind CODE]] | list | "
                                   "show|confirm|refuse|withdraw|issue FORM | pdf FORM FILE | quick NUMBER --reason "
                                   "CODE"));
    return planUsage();
}

/// Until when the other side may answer, and how long that is still by the clock of this computer.
QString untilText(const RedForm &form)
{
    const QDateTime due = rules::answerDue(form);
    if (!due.isValid())
        return {};
    const auto left =
        std::chrono::duration_cast<std::chrono::minutes>(rules::answerLeft(form, SystemClock().now())).count();
    if (left == 0)
        return CommandLineText::tr("to be answered until %1 China time: no time is left").arg(Clock::stamp(due));
    return CommandLineText::tr("to be answered until %1 China time: %2 h %3 min left")
        .arg(Clock::stamp(due))
        .arg(left / 60)
        .arg(left % 60);
}

QString formText(const RedForm &form)
{
    QStringList words{form.number, form.blueNumber, form.totals.net.toGrouped(), form.totals.tax.toGrouped(),
        label(form.reason), label(form.state), Clock::stamp(form.enteredAt)};
    if (form.isIssued())
        words.append(form.redNumber);
    if (const QString until = untilText(form); !until.isEmpty())
        words.append(until);
    return words.join(QStringLiteral("  "));
}

void printForm(const Arguments &arguments, const RedForm &form)
{
    if (arguments.json)
        return print(QJsonObject{{QStringLiteral("form"), formJson(form)}});
    print(formText(form));
    for (const RedFormLine &line : form.lines)
        print(QStringLiteral("  %1  %2  %3  %4  %5")
                  .arg(line.blueLine)
                  .arg(line.item, line.quantity ? line.quantity->toString() : QString(), line.net.toGrouped(),
                      line.tax.toGrouped()));
}

/// What is to be reversed of one line: "2=3" of --quantity or --amount. Fault: Invalid.
Result<RedFormLine> partOf(const QString &text, bool quantity, RedReason reason, const QList<InvoiceLine> &left)
{
    const Fault bad{FaultKind::Invalid,
        CommandLineText::tr("\"%1\" is not to be had: LINE=N, a line with something left, and no more than that.")
            .arg(text)};
    bool ok = false;
    const int number = text.section(u'=', 0, 0).toInt(&ok);
    const auto line =
        std::find_if(left.cbegin(), left.cend(), [&](const InvoiceLine &l) { return l.number == number; });
    if (!ok || line == left.cend())
        return bad;
    const QString value = text.section(u'=', 1);
    std::optional<RedFormLine> out;
    if (const auto decimal = quantity ? Decimal::parse(value) : std::nullopt)
        out = rules::reversedByQuantity(*line, reason, *decimal);
    if (const auto net = quantity ? std::nullopt : Money::parse(value))
        out = rules::reversedByAmount(*line, reason, *net);
    if (!out)
        return bad;
    return *out;
}

/// The invoice to reverse: of the own books, or as its buyer one that the platform is asked for.
QCoro::Task<Result<service::Prospect>> toReverse(const Session &session, CompanyId company)
{
    const Arguments &arguments = session.arguments;
    service::Reversing &reversing = session.profile.reversing();
    if (!arguments.buyer)
        co_return co_await reversing.prospect(session.actor, company, subject(arguments));
    if (!arguments.date.isValid() || !arguments.gross)
        co_return Fault{
            FaultKind::Invalid, CommandLineText::tr("--buyer needs --date and --gross, as they stand on the invoice.")};
    const BlueReference blue{subject(arguments), arguments.kind, arguments.date, *arguments.gross};
    co_return co_await reversing.prospectAsBuyer(session.actor, company, blue);
}

QCoro::Task<Result<RedForm>> applied(const Session &session, bool whole)
{
    const Arguments &arguments = session.arguments;
    service::Reversing &reversing = session.profile.reversing();
    const auto reason = fromCode<RedReason>(arguments.reason);
    if (!reason)
        co_return Fault{FaultKind::Invalid, CommandLineText::tr("--reason needs 01, 02, 03 or 04.")};
    KP_CO_TRY(company, session.company());
    KP_CO_TRY(prospect, co_await toReverse(session, company));
    const Side side = arguments.buyer ? Side::Buyer : Side::Seller;
    // What is left may stand in a form already: of a run that ended before its red invoice was issued.
    const auto open = std::find_if(prospect.forms.crbegin(), prospect.forms.crend(),
        [&](const RedForm &f) { return rules::isOpen(f) && f.enteredBy == side && f.reason == *reason; });
    if (prospect.may.left.isEmpty() && open != prospect.forms.crend())
        co_return *open;
    RedForm form = service::Reversing::wholeForm(prospect, side, *reason);
    if (!whole && !(arguments.quantities.isEmpty() && arguments.amounts.isEmpty())) {
        QList<RedFormLine> lines;
        for (const bool quantity : {true, false})
            for (const QString &text : quantity ? arguments.quantities : arguments.amounts) {
                KP_CO_TRY(line, partOf(text, quantity, *reason, prospect.may.left));
                lines.append(line);
            }
        form = rules::composeRedForm(prospect.blue, side, *reason, lines);
    }
    co_return co_await reversing.apply(session.actor, company, form);
}

void printRed(const Arguments &arguments, const RedForm &form, const service::InvoiceDetail &detail)
{
    if (arguments.json)
        return print(
            QJsonObject{{QStringLiteral("form"), formJson(form)}, {QStringLiteral("invoice"), invoiceJson(detail)}});
    const Invoice &red = detail.invoice;
    print(QStringList{red.number, label(red.state), red.message}.join(QStringLiteral("  ")).trimmed());
}

void printForms(const QList<RedForm> &forms, qint64 count, bool json)
{
    QJsonArray rows;
    for (const RedForm &form : forms) {
        rows.append(formJson(form));
        if (!json)
            print(formText(form));
    }
    if (json)
        print(QJsonObject{{QStringLiteral("forms"), rows}, {QStringLiteral("count"), count}});
}

/// Issues and waits for the platform's verdict.
QCoro::Task<Result<int>> issueRed(const Session &session, RedForm form)
{
    const Arguments &arguments = session.arguments;
    service::Services &services = session.profile.services();
    KP_CO_TRY(id, co_await session.profile.reversing().issue(session.actor, form.id));
    const bool settled =
        co_await services.runner.settled(QList<InvoiceId>(1, id), std::chrono::seconds(arguments.waitSeconds));
    KP_CO_TRY(detail, services.invoices.find(session.actor, id));
    printRed(arguments, form, detail);
    if (!settled)
        co_return NotSettled;
    co_return detail.invoice.state == InvoiceState::Issued ? Success : Findings;
}

QCoro::Task<Result<int>> quick(const Session &session)
{
    KP_CO_TRY(form, co_await applied(session, true));
    if (rules::mayIssue(form, form.side))
        co_return co_await issueRed(session, form);
    printForm(session.arguments, form); // the other side must confirm first
    co_return NotSettled;
}

QCoro::Task<Result<int>> list(const Session &session)
{
    const Arguments &arguments = session.arguments;
    service::Reversing &reversing = session.profile.reversing();
    KP_CO_TRY(company, session.company());
    const QDate today = session.profile.clock().today();
    // What is kept is shown all the same when the platform can not be reached.
    const auto read = co_await reversing.synchronise(session.actor, company, today.addDays(-shownDays), today);
    if (!read.ok()) {
        logFault(read.fault());
        printError(read.fault().message);
    } else {
        for (const service::UnkeptForm &unkept : read->unkept)
            printError(unkept.why.message);
    }
    store::RedFormQuery query;
    query.scope = store::Scope::only(company);
    query.blueNumber = arguments.text;
    if (!arguments.state.isEmpty()) {
        const auto state = fromCode<RedFormState>(arguments.state);
        if (!state)
            co_return Fault{FaultKind::Invalid, CommandLineText::tr("There is no state %1.").arg(arguments.state)};
        query.states = {*state};
    }
    KP_CO_TRY(count, reversing.forms().count(session.actor, query));
    KP_CO_TRY(forms, reversing.forms().page(session.actor, query, 0, arguments.limit));
    printForms(forms, count, arguments.json);
    co_return read.ok() ? Success : NotSettled;
}

/// The form of the command, as it is kept; the lists are read first when it was not heard of yet.
QCoro::Task<Result<RedForm>> namedForm(const Session &session)
{
    const Arguments &arguments = session.arguments;
    service::Reversing &reversing = session.profile.reversing();
    KP_CO_TRY(company, session.company());
    Result<RedForm> known = reversing.forms().findByName(session.actor, company, subject(arguments));
    if (!known.ok() && known.fault().kind == FaultKind::NotFound) { // not heard of yet
        const QDate today = session.profile.clock().today();
        KP_CO_TRY(read, co_await reversing.synchronise(session.actor, company, today.addDays(-shownDays), today));
        Q_UNUSED(read)
        known = reversing.forms().findByName(session.actor, company, subject(arguments));
    }
    co_return known;
}

QCoro::Task<Result<int>> pdf(const Session &session)
{
    store::CompanyStore &companies = session.profile.stores().companies;
    KP_CO_TRY(known, co_await namedForm(session));
    KP_CO_TRY(form, co_await session.profile.reversing().refresh(session.actor, known.id));
    KP_CO_TRY(company, companies.company(form.company));
    KP_CO_TRY(connection, companies.connection(company.connection));
    KP_CO_TRY(bytes, document::redFormPdf(form, connection.isPractice()));
    KP_CO_DO(writeFile(session.arguments.positional.value(2), bytes));
    co_return Success;
}

QCoro::Task<Result<int>> onForm(const Session &session, const QString &act)
{
    const Arguments &arguments = session.arguments;
    service::Reversing &reversing = session.profile.reversing();
    KP_CO_TRY(known, co_await namedForm(session));
    if (act == QLatin1StringView("issue"))
        co_return co_await issueRed(session, known);
    if (act == QLatin1StringView("show")) {
        KP_CO_TRY(form, co_await reversing.refresh(session.actor, known.id));
        printForm(arguments, form);
        KP_CO_TRY(opinion, reversing.forms().opinion(session.actor, known.id));
        if (!arguments.json && !opinion.isEmpty())
            print(CommandLineText::tr("Opinion: %1").arg(opinion));
        co_return Success;
    }
    const RedAnswer answer = act == QLatin1StringView("confirm")  ? RedAnswer::Agree
                             : act == QLatin1StringView("refuse") ? RedAnswer::Refuse
                                                                  : RedAnswer::Withdraw;
    KP_CO_TRY(form, co_await reversing.answer(session.actor, known.id, answer, arguments.opinion));
    printForm(arguments, form);
    co_return Success;
}
} // namespace

QJsonObject formJson(const RedForm &form)
{
    QJsonObject out = toJson(form);
    QJsonArray lines;
    for (const RedFormLine &line : form.lines)
        lines.append(toJson(line));
    out.insert(QStringLiteral("lines"), lines);
    if (const QDateTime due = rules::answerDue(form); due.isValid()) {
        out.insert(QStringLiteral("answerDue"), Clock::stamp(due));
        const auto left = rules::answerLeft(form, SystemClock().now());
        out.insert(QStringLiteral("answerLeftSeconds"),
            static_cast<qint64>(std::chrono::duration_cast<std::chrono::seconds>(left).count()));
    }
    return out;
}

QCoro::Task<Result<int>> workOnRedForms(const Session &session)
{
    const QStringList &words = session.arguments.positional;
    const QString act = words.value(0, QStringLiteral("list"));
    if (act == QLatin1StringView("list"))
        co_return co_await list(session);
    if (isPlanVerb(act))
        co_return co_await workOnRedPlans(session);
    if (act == QLatin1StringView("pdf") && words.size() == 3)
        co_return co_await pdf(session);
    if (words.size() != 2)
        co_return usage();
    if (isOnForms(act))
        co_return co_await onForm(session, act);
    if (act == QLatin1StringView("quick"))
        co_return co_await quick(session);
    if (act != QLatin1StringView("apply"))
        co_return usage();
    KP_CO_TRY(form, co_await applied(session, false));
    printForm(session.arguments, form);
    co_return Success;
}

} // namespace kp::cli
