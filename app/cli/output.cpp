// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "app/cli/texts.h"
#include "core/domain/schemas.h"
#include "core/rules/capitals.h"
#include "core/rules/preferences.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <cstdio>

namespace kp::cli
{

namespace
{
QJsonArray strings(const QStringList &list)
{
    return QJsonArray::fromStringList(list);
}
} // namespace

QJsonArray findingsJson(const QList<CellFinding> &findings)
{
    QJsonArray out;
    for (const CellFinding &finding : findings)
        out.append(
            QJsonObject{{QStringLiteral("sheet"), finding.place.sheet}, {QStringLiteral("row"), finding.place.row},
                {QStringLiteral("column"), finding.place.column}, {QStringLiteral("text"), finding.text},
                {QStringLiteral("severity"),
                    finding.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning")}});
    return out;
}

QString findingText(const CellFinding &finding)
{
    return CommandLineText::tr("    %1 row %2 column %3: %4")
        .arg(finding.place.sheet)
        .arg(finding.place.row)
        .arg(finding.place.column)
        .arg(finding.text);
}

void print(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stdout);
    std::fflush(stdout);
}

void printError(const QString &line)
{
    std::fputs((line + u'\n').toUtf8().constData(), stderr);
}

void print(const QJsonObject &json)
{
    std::fputs(QJsonDocument(json).toJson(QJsonDocument::Indented).constData(), stdout);
    std::fflush(stdout);
}

QJsonObject reportJson(const service::BatchReport &report)
{
    QJsonArray invoices;
    for (const service::OrderResult &order : report.orders)
        invoices.append(QJsonObject{{QStringLiteral("serial"), order.serial},
            {QStringLiteral("state"), QString::fromLatin1(service::code(order.state))},
            {QStringLiteral("number"), order.number},
            {QStringLiteral("issued_at"), order.issuedAt.isValid() ? Clock::stamp(order.issuedAt) : QString()},
            {QStringLiteral("net"), order.totals.net.toString()}, {QStringLiteral("tax"), order.totals.tax.toString()},
            {QStringLiteral("gross"), order.totals.gross().toString()},
            {QStringLiteral("messages"), findingsJson(order.messages)}});
    QJsonObject summary{{QStringLiteral("total"), report.orders.size()}};
    for (const auto state : {service::OrderState::Issued, service::OrderState::Refused, service::OrderState::Invalid,
             service::OrderState::Pending})
        summary.insert(QString::fromLatin1(service::code(state)), report.count(state));
    return {{QStringLiteral("invoices"), invoices}, {QStringLiteral("summary"), summary},
        {QStringLiteral("messages"), findingsJson(report.findings)}};
}

QString reportText(const service::BatchReport &report)
{
    QStringList lines;
    for (const service::OrderResult &order : report.orders) {
        lines.append(QStringLiteral("%1  %2  %3  %4")
                         .arg(order.serial, -20)
                         .arg(QString::fromLatin1(service::code(order.state)), -8)
                         .arg(order.number, -20)
                         .arg(order.totals.gross().toGrouped(), 16));
        for (const CellFinding &finding : order.messages)
            lines.append(findingText(finding));
    }
    for (const CellFinding &finding : report.findings)
        lines.append(findingText(finding));
    lines.append(CommandLineText::tr("%1 issued, %2 refused, %3 invalid, %4 pending")
                     .arg(report.count(service::OrderState::Issued))
                     .arg(report.count(service::OrderState::Refused))
                     .arg(report.count(service::OrderState::Invalid))
                     .arg(report.count(service::OrderState::Pending)));
    return lines.join(u'\n');
}

QJsonObject summaryJson(const InvoiceSummary &invoice)
{
    QJsonObject json = toJson(invoice);
    json.insert(QStringLiteral("gross"), invoice.totals.gross().toString());
    return json;
}

QString summaryText(const InvoiceSummary &invoice)
{
    return QStringLiteral("%1  %2  %3  %4  %5")
        .arg(invoice.number, -20)
        .arg(Clock::stamp(invoice.issuedAt))
        .arg(QString::fromLatin1(code(invoice.state)), -10)
        .arg(invoice.totals.gross().toGrouped(), 16)
        .arg(invoice.buyerName);
}

namespace
{
template<class Record>
void insertList(QJsonObject &json, const QString &key, const QList<Record> &records)
{
    QJsonArray list;
    for (const Record &record : records)
        list.append(toJson(record));
    if (!list.isEmpty())
        json.insert(key, list);
}
} // namespace

QJsonObject invoiceJson(const service::InvoiceDetail &detail)
{
    QJsonObject json = toJson(detail.invoice);
    json.insert(QStringLiteral("gross"), detail.invoice.totals.gross().toString());
    json.insert(QStringLiteral("capitals"), rules::capitals(detail.invoice.totals.gross()));
    QJsonArray lines;
    for (const InvoiceLine &line : detail.invoice.lines) {
        QJsonObject object = toJson(line);
        object.insert(QStringLiteral("gross"), line.gross().toString());
        object.insert(QStringLiteral("printedName"), line.printedName());
        if (const QString mark = rules::zeroRateMark(line); !mark.isEmpty())
            object.insert(QStringLiteral("zeroRateMark"), mark);
        lines.append(object);
    }
    json.insert(QStringLiteral("lines"), lines);
    insertList(json, QStringLiteral("elements"), detail.invoice.elements);
    insertList(json, QStringLiteral("vouchers"), detail.invoice.vouchers);
    QJsonArray history;
    for (const store::HistoryEntry &entry : detail.history)
        history.append(QJsonObject{{QStringLiteral("at"), Clock::stamp(entry.at)},
            {QStringLiteral("state"), QString::fromLatin1(code(entry.to))},
            {QStringLiteral("message"), entry.message}});
    json.insert(QStringLiteral("history"), history);
    return json;
}

namespace
{
/// As a person reads it: words for codes, and flags only where they are set.
QString fieldText(const Field<Invoice> &field, const Invoice &invoice)
{
    if (qstrcmp(field.key, "kind") == 0)
        return label(invoice.kind);
    if (qstrcmp(field.key, "state") == 0)
        return label(invoice.state);
    if (field.kind == FieldKind::Flag)
        return field.store(invoice).toBool() ? CommandLineText::tr("yes") : QString();
    return field.text(invoice);
}

QString lineText(const InvoiceLine &line)
{
    QStringList parts{QString::number(line.number), line.printedName(), line.spec};
    if (line.quantity && line.price)
        parts.append(QStringLiteral("%1 %2 × %3")
                         .arg(line.quantity->toString(), line.unit, line.price->toString())
                         .simplified());
    parts += {line.net.toGrouped(), line.rate.toPercent(), line.tax.toGrouped(), line.classification};
    parts.removeAll(QString());
    return QStringLiteral("  ") + parts.join(QStringLiteral("  "));
}
} // namespace

QString invoiceText(const service::InvoiceDetail &detail)
{
    QStringList lines;
    for (const Field<Invoice> &field : schema<Invoice>().fields)
        if (const QString text = fieldText(field, detail.invoice); !text.isEmpty())
            lines.append(QStringLiteral("%1: %2").arg(fieldLabel(field.label), text));
    lines.append(QStringLiteral("%1: %2 %3")
                     .arg(CommandLineText::tr("Gross"), detail.invoice.totals.gross().toGrouped(),
                         rules::capitals(detail.invoice.totals.gross())));
    for (const InvoiceLine &line : detail.invoice.lines)
        lines.append(lineText(line));
    for (const store::HistoryEntry &entry : detail.history)
        lines.append(QStringLiteral("  %1  %2  %3").arg(Clock::stamp(entry.at), label(entry.to), entry.message));
    return lines.join(u'\n');
}

QJsonObject verificationJson(const service::VerificationReport &report)
{
    QJsonArray companies;
    for (const service::VerificationReport::OfCompany &one : report.companies) {
        qint64 used = 0;
        qint64 freed = 0;
        qint64 unused = 0;
        for (const store::RangeAccount &range : one.numbers.ranges) {
            used += range.used;
            freed += range.freed;
            unused += range.unused;
        }
        companies.append(QJsonObject{{QStringLiteral("tax_number"), one.company.party.taxNumber},
            {QStringLiteral("ranges"), one.numbers.ranges.size()}, {QStringLiteral("used"), used},
            {QStringLiteral("freed"), freed}, {QStringLiteral("unused"), unused},
            {QStringLiteral("lost"), strings(one.numbers.lost)},
            {QStringLiteral("doubled"), strings(one.numbers.doubled)},
            {QStringLiteral("foreign"), strings(one.numbers.foreign)}});
    }
    return {{QStringLiteral("clean"), report.clean()},
        {QStringLiteral("audit"),
            QJsonObject{{QStringLiteral("entries"), report.audit.count},
                {QStringLiteral("first_bad"), report.audit.firstBad}, {QStringLiteral("reason"), report.audit.reason}}},
        {QStringLiteral("companies"), companies}, {QStringLiteral("complaints"), strings(report.complaints())}};
}

QString verificationText(const service::VerificationReport &report)
{
    QStringList lines = report.complaints();
    if (lines.isEmpty())
        lines.append(
            CommandLineText::tr("Clean: %n audit entries hold together, every invoice number is accounted for.",
                nullptr, static_cast<int>(report.audit.count)));
    return lines.join(u'\n');
}

} // namespace kp::cli
