// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/document/layout/face_texts.h"

#include "core/document/layout/red_form_texts.h"
#include "core/document/layout/remark_text.h"

#include <algorithm>

namespace kp::document
{

using namespace Qt::StringLiterals;

namespace
{

using CellOf = QString (*)(const InvoiceLine &, TaxMode);

QString decimalText(const std::optional<Decimal> &value)
{
    return value ? value->toString() : QString();
}

/// 免税 and 不征税: the tax column shows ***.
bool isUntaxed(const InvoiceLine &line)
{
    return line.preference == Preference::Exempt || line.preference == Preference::NotTaxable;
}

QString rateText(const InvoiceLine &line, TaxMode mode)
{
    if (mode == TaxMode::MarginNet) // a rate would let the reader reckon back to what was deducted
        return u"***"_s;
    switch (line.preference) {
    case Preference::Exempt:
        return u"免税"_s;
    case Preference::NotTaxable:
        return u"不征税"_s;
    default:
        return line.rate.toPercent();
    }
}

const QHash<QString, CellOf> &cells()
{
    static const QHash<QString, CellOf> byKey{
        {u"blueLine"_s, [](const InvoiceLine &line, TaxMode) { return QString::number(line.blueLine); }},
        {u"item"_s, [](const InvoiceLine &line, TaxMode) { return line.printedName(); }},
        {u"spec"_s, [](const InvoiceLine &line, TaxMode) { return line.spec; }},
        {u"unit"_s, [](const InvoiceLine &line, TaxMode) { return line.unit; }},
        {u"quantity"_s, [](const InvoiceLine &line, TaxMode) { return decimalText(line.quantity); }},
        {u"price"_s, [](const InvoiceLine &line, TaxMode) { return decimalText(line.price); }},
        {u"net"_s, [](const InvoiceLine &line, TaxMode) { return line.net.toString(); }},
        {u"rate"_s, rateText},
        {u"tax"_s, [](const InvoiceLine &line, TaxMode) { return isUntaxed(line) ? u"***"_s : line.tax.toString(); }},
    };
    return byKey;
}

/// Those, with what is different on each page.
LayoutKeys keysWith(const QStringList &own)
{
    const QStringList fields = own + QStringList{u"pages"_s, u"subtotal.net"_s, u"subtotal.tax"_s};
    const QStringList columns = cells().keys();
    return {{fields.begin(), fields.end()}, {columns.begin(), columns.end()}};
}

} // namespace

QString yuan(Money amount)
{
    return u'¥' + amount.toString();
}

LayoutKeys invoiceKeys()
{
    return keysWith(fieldTexts({}).keys());
}

LayoutKeys redFormKeys()
{
    return keysWith(redFormTexts({}).keys());
}

QHash<QString, QString> fieldTexts(const InvoiceFace &face)
{
    const Invoice &invoice = face.invoice;
    const SumTexts total = sumTexts(invoice.totals, invoice.lines);
    return {
        {u"title"_s, QString::fromUtf16(row(invoice.kind).title)},
        {u"number"_s, invoice.number},
        {u"mark"_s, isMargin(invoice.taxMode) ? official(invoice.taxMode) : QString()},
        {u"date"_s, invoice.issuedAt.toOffsetFromUtc(8 * 3600).toString(u"yyyy'年'MM'月'dd'日'"_s)},
        {u"buyer.name"_s, invoice.printedBuyerName()},
        {u"buyer.taxNumber"_s, invoice.buyer.taxNumber},
        {u"seller.name"_s, invoice.seller.name},
        {u"seller.taxNumber"_s, invoice.seller.taxNumber},
        {u"total.net"_s, total.net},
        {u"total.tax"_s, total.tax},
        {u"capitals"_s, face.capitals},
        {u"gross"_s, yuan(invoice.totals.gross())},
        {u"remark"_s, remarkText(invoice)},
        {u"issuer"_s, invoice.issuer},
    };
}

QString cellText(const InvoiceLine &line, TaxMode mode, const QString &column)
{
    return cells().value(column)(line, mode);
}

SumTexts sumTexts(const Totals &sum, const QList<InvoiceLine> &lines)
{
    const bool untaxed = !lines.isEmpty() && std::all_of(lines.cbegin(), lines.cend(), isUntaxed);
    return {yuan(sum.net), untaxed ? u"***"_s : yuan(sum.tax)};
}

} // namespace kp::document
