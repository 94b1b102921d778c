// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"
#include "app/cli/texts.h"
#include "app/cli/verbs.h"
#include "core/document/pdf/invoice_pdf.h"

#include <QJsonArray>

namespace kp::cli
{

namespace
{
/// The number given after the verb. Fault: Invalid.
Result<QString> numberOf(const Arguments &arguments)
{
    if (arguments.positional.size() != 1)
        return Fault{FaultKind::Invalid, CommandLineText::tr("%1 needs one invoice number.").arg(arguments.verb)};
    return arguments.positional.constFirst();
}
} // namespace

Result<int> listInvoices(const Session &session)
{
    const Arguments &arguments = session.arguments;
    store::ListQuery query;
    query.text = arguments.text;
    if (!arguments.state.isEmpty()) {
        const auto state = fromCode<InvoiceState>(arguments.state);
        if (!state) {
            printError(CommandLineText::tr("There is no state %1.").arg(arguments.state));
            return static_cast<int>(Usage);
        }
        query.states = {*state};
    }
    KP_TRY(scoped, session.profile.services().invoices.scoped(session.actor, query));
    if (!arguments.company.isEmpty()) {
        KP_TRY(company, session.company());
        if (!scoped.scope.sees(company))
            return Fault{FaultKind::Denied, CommandLineText::tr("This company is outside what you may see.")};
        scoped.scope = store::Scope::only(company);
    }
    store::InvoiceList &list = session.profile.stores().list;
    KP_TRY(page, list.page(scoped, std::nullopt, arguments.limit));
    KP_TRY(totals, list.totals(scoped));
    if (arguments.json) {
        QJsonArray rows;
        for (const InvoiceSummary &row : std::as_const(page.rows))
            rows.append(summaryJson(row));
        print(QJsonObject{{QStringLiteral("invoices"), rows},
            {QStringLiteral("totals"),
                QJsonObject{{QStringLiteral("count"), totals.count}, {QStringLiteral("net"), totals.net.toString()},
                    {QStringLiteral("tax"), totals.tax.toString()},
                    {QStringLiteral("gross"), totals.gross().toString()}}}});
        return static_cast<int>(Success);
    }
    for (const InvoiceSummary &row : std::as_const(page.rows))
        print(summaryText(row));
    print(CommandLineText::tr("%1 invoices, amount %2, tax %3, gross %4")
              .arg(totals.count)
              .arg(totals.net.toGrouped(), totals.tax.toGrouped(), totals.gross().toGrouped()));
    return static_cast<int>(Success);
}

Result<int> showInvoice(const Session &session)
{
    KP_TRY(number, numberOf(session.arguments));
    KP_TRY(detail, session.profile.services().invoices.findByNumber(session.actor, number));
    if (session.arguments.json)
        print(invoiceJson(detail));
    else
        print(invoiceText(detail));
    return static_cast<int>(Success);
}

Result<int> writePdf(const Session &session)
{
    KP_TRY(number, numberOf(session.arguments));
    if (session.arguments.output.isEmpty()) {
        printError(CommandLineText::tr("pdf needs -o FILE."));
        return static_cast<int>(Usage);
    }
    KP_TRY(detail, session.profile.services().invoices.findByNumber(session.actor, number));
    KP_DO(document::saveInvoicePdf(session.arguments.output, detail.invoice));
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("number"), number}, {QStringLiteral("file"), session.arguments.output}});
    return static_cast<int>(Success);
}

Result<int> showStatus(const Session &session)
{
    KP_TRY(companies, session.profile.stores().companies.companies(store::Scope::of(session.actor)));
    QJsonArray list;
    for (const Company &company : companies) {
        KP_TRY(level, session.profile.services().stock.level(company.id));
        KP_TRY(ranges, session.profile.stores().numbers.ranges(company.id));
        KP_TRY(months, session.profile.stores().credit.months(company.id));
        QJsonArray rangeList;
        for (const store::StoredRange &range : ranges)
            rangeList.append(
                QJsonObject{{QStringLiteral("first"), range.range.first}, {QStringLiteral("last"), range.range.last},
                    {QStringLiteral("count"), range.range.count}, {QStringLiteral("taken"), range.taken}});
        QJsonArray monthList;
        for (const store::MonthCredit &month : months)
            monthList.append(QJsonObject{{QStringLiteral("month"), month.month},
                {QStringLiteral("downloaded"), month.downloaded.toString()},
                {QStringLiteral("used"), month.used.toString()},
                {QStringLiteral("available"), month.available().toString()},
                {QStringLiteral("valid_from"), month.validity.from.toString(Qt::ISODate)},
                {QStringLiteral("valid_to"), month.validity.to.toString(Qt::ISODate)}});
        list.append(QJsonObject{{QStringLiteral("name"), company.party.name},
            {QStringLiteral("tax_number"), company.party.taxNumber},
            {QStringLiteral("numbers_available"), level.numbers},
            {QStringLiteral("credit_available"), level.credit.toString()}, {QStringLiteral("ranges"), rangeList},
            {QStringLiteral("credit"), monthList}});
        if (!session.arguments.json)
            print(CommandLineText::tr("%1 %2: %3 numbers at hand, credit %4")
                      .arg(company.party.taxNumber, company.party.name)
                      .arg(level.numbers)
                      .arg(level.credit.toGrouped()));
    }
    KP_TRY(pending, session.profile.stores().outbox.pendingCount());
    KP_TRY(states, session.profile.stores().invoices.countByState(store::Scope::of(session.actor)));
    QJsonObject byState;
    for (auto it = states.cbegin(); it != states.cend(); ++it)
        byState.insert(QString::fromLatin1(code(it.key())), it.value());
    if (session.arguments.json)
        print(QJsonObject{{QStringLiteral("companies"), list}, {QStringLiteral("outbox"), pending},
            {QStringLiteral("invoices"), byState}});
    else
        print(CommandLineText::tr("On their way to the platform: %1").arg(pending));
    return static_cast<int>(Success);
}

Result<int> verify(const Session &session)
{
    KP_TRY(report, service::verifyBooks(session.profile.stores()));
    if (session.arguments.json)
        print(verificationJson(report));
    else
        print(verificationText(report));
    return static_cast<int>(report.clean() ? Success : Findings);
}

} // namespace kp::cli
