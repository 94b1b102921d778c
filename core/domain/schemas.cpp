// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/schemas.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace kp
{

QString fieldLabel(const char *label)
{
    return QCoreApplication::translate("Fields", label);
}

// The limits are those of the official template V260401 (characters); the platform's own limits (UTF-8 bytes) are
// checked by core/rules.
template<>
const Schema<DraftLine> &schema<DraftLine>()
{
    using R = DraftLine;
    static const Schema<R> instance{{
        field<R, &R::item>("item", QT_TRANSLATE_NOOP("Fields", "Item"), 100),
        field<R, &R::classification>("classification", QT_TRANSLATE_NOOP("Fields", "Classification code"), 19),
        field<R, &R::shortName>("shortName", QT_TRANSLATE_NOOP("Fields", "Short name"), 120),
        field<R, &R::spec>("spec", QT_TRANSLATE_NOOP("Fields", "Specification"), 40),
        field<R, &R::unit>("unit", QT_TRANSLATE_NOOP("Fields", "Unit"), 22),
        field<R, &R::quantity>("quantity", QT_TRANSLATE_NOOP("Fields", "Quantity"), 16),
        field<R, &R::price>("price", QT_TRANSLATE_NOOP("Fields", "Unit price"), 16),
        field<R, &R::amount>("amount", QT_TRANSLATE_NOOP("Fields", "Amount"), 16),
        field<R, &R::rate>("rate", QT_TRANSLATE_NOOP("Fields", "Tax rate"), 8),
        field<R, &R::preference>("preference", QT_TRANSLATE_NOOP("Fields", "Preferential policy")),
        field<R, &R::discount>("discount", QT_TRANSLATE_NOOP("Fields", "Discount"), 16),
        field<R, &R::keptTax>("keptTax", QT_TRANSLATE_NOOP("Fields", "Tax"), 16),
        field<R, &R::keptDiscountTax>("keptDiscountTax", QT_TRANSLATE_NOOP("Fields", "Tax of the discount"), 16),
    }};
    return instance;
}

template<>
const Schema<InvoiceDraft> &schema<InvoiceDraft>()
{
    using R = InvoiceDraft;
    static const Schema<R> instance{
        {
            field<R, &R::serial>("serial", QT_TRANSLATE_NOOP("Fields", "Serial number"), 20),
            field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Invoice kind")),
            field<R, &R::taxIncluded>("taxIncluded", QT_TRANSLATE_NOOP("Fields", "Tax included")),
            field<R, &R::naturalPerson>("naturalPerson", QT_TRANSLATE_NOOP("Fields", "Natural person")),
            field<R, [](auto &r) -> auto & { return r.buyer.name; }>(
                "buyer.name", QT_TRANSLATE_NOOP("Fields", "Buyer"), 100),
            field<R, [](auto &r) -> auto & { return r.buyer.taxNumber; }>(
                "buyer.taxNumber", QT_TRANSLATE_NOOP("Fields", "Buyer's tax number"), 20),
            field<R, [](auto &r) -> auto & { return r.buyer.address; }>(
                "buyer.address", QT_TRANSLATE_NOOP("Fields", "Buyer's address"), 100),
            field<R, [](auto &r) -> auto & { return r.buyer.phone; }>(
                "buyer.phone", QT_TRANSLATE_NOOP("Fields", "Buyer's phone"), 50),
            field<R, [](auto &r) -> auto & { return r.buyer.bank; }>(
                "buyer.bank", QT_TRANSLATE_NOOP("Fields", "Buyer's bank"), 100),
            field<R, [](auto &r) -> auto & { return r.buyer.account; }>(
                "buyer.account", QT_TRANSLATE_NOOP("Fields", "Buyer's account"), 100),
            field<R, &R::buyerEmail>("buyerEmail", QT_TRANSLATE_NOOP("Fields", "Buyer's e-mail"), 72),
            field<R, &R::showBuyerContact>(
                "showBuyerContact", QT_TRANSLATE_NOOP("Fields", "Show buyer's address and phone")),
            field<R, &R::showBuyerBank>("showBuyerBank", QT_TRANSLATE_NOOP("Fields", "Show buyer's bank account")),
            field<R, &R::showSellerContact>(
                "showSellerContact", QT_TRANSLATE_NOOP("Fields", "Show seller's address and phone")),
            field<R, &R::showSellerBank>("showSellerBank", QT_TRANSLATE_NOOP("Fields", "Show seller's bank account")),
            field<R, &R::remark>("remark", QT_TRANSLATE_NOOP("Fields", "Remark"), 230),
            field<R, &R::payee>("payee", QT_TRANSLATE_NOOP("Fields", "Payee"), 16),
            field<R, &R::reviewer>("reviewer", QT_TRANSLATE_NOOP("Fields", "Reviewer"), 16),
        } // namespace kp
    };
    return instance;
}

template<>
const Schema<InvoiceLine> &schema<InvoiceLine>()
{
    using R = InvoiceLine;
    static const Schema<R> instance{{
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Line")),
        field<R, &R::nature>("nature", QT_TRANSLATE_NOOP("Fields", "Line nature")),
        field<R, &R::item>("item", QT_TRANSLATE_NOOP("Fields", "Item")),
        field<R, &R::classification>("classification", QT_TRANSLATE_NOOP("Fields", "Classification code")),
        field<R, &R::shortName>("shortName", QT_TRANSLATE_NOOP("Fields", "Short name")),
        field<R, &R::spec>("spec", QT_TRANSLATE_NOOP("Fields", "Specification")),
        field<R, &R::unit>("unit", QT_TRANSLATE_NOOP("Fields", "Unit")),
        field<R, &R::quantity>("quantity", QT_TRANSLATE_NOOP("Fields", "Quantity")),
        field<R, &R::price>("price", QT_TRANSLATE_NOOP("Fields", "Unit price")),
        field<R, &R::net>("net", QT_TRANSLATE_NOOP("Fields", "Amount")),
        field<R, &R::rate>("rate", QT_TRANSLATE_NOOP("Fields", "Tax rate")),
        field<R, &R::tax>("tax", QT_TRANSLATE_NOOP("Fields", "Tax")),
        field<R, &R::preference>("preference", QT_TRANSLATE_NOOP("Fields", "Preferential policy")),
    }};
    return instance;
}

template<>
const Schema<Invoice> &schema<Invoice>()
{
    using R = Invoice;
    static const Schema<R> instance{{
        field<R, &R::id>("id", QT_TRANSLATE_NOOP("Fields", "Id")),
        field<R, &R::company>("company", QT_TRANSLATE_NOOP("Fields", "Company")),
        field<R, &R::serial>("serial", QT_TRANSLATE_NOOP("Fields", "Serial number")),
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Invoice kind")),
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Invoice number")),
        field<R, &R::issuedAt>("issuedAt", QT_TRANSLATE_NOOP("Fields", "Issue time")),
        field<R, &R::state>("state", QT_TRANSLATE_NOOP("Fields", "State")),
        field<R, &R::naturalPerson>("naturalPerson", QT_TRANSLATE_NOOP("Fields", "Natural person")),
        field<R, [](auto &r) -> auto & { return r.seller.name; }>("seller.name", QT_TRANSLATE_NOOP("Fields", "Seller")),
        field<R, [](auto &r) -> auto & { return r.seller.taxNumber; }>(
            "seller.taxNumber", QT_TRANSLATE_NOOP("Fields", "Seller's tax number")),
        field<R, [](auto &r) -> auto & { return r.seller.address; }>(
            "seller.address", QT_TRANSLATE_NOOP("Fields", "Seller's address")),
        field<R, [](auto &r) -> auto & { return r.seller.phone; }>(
            "seller.phone", QT_TRANSLATE_NOOP("Fields", "Seller's phone")),
        field<R, [](auto &r) -> auto & { return r.seller.bank; }>(
            "seller.bank", QT_TRANSLATE_NOOP("Fields", "Seller's bank")),
        field<R, [](auto &r) -> auto & { return r.seller.account; }>(
            "seller.account", QT_TRANSLATE_NOOP("Fields", "Seller's account")),
        field<R, [](auto &r) -> auto & { return r.buyer.name; }>("buyer.name", QT_TRANSLATE_NOOP("Fields", "Buyer")),
        field<R, [](auto &r) -> auto & { return r.buyer.taxNumber; }>(
            "buyer.taxNumber", QT_TRANSLATE_NOOP("Fields", "Buyer's tax number")),
        field<R, [](auto &r) -> auto & { return r.buyer.address; }>(
            "buyer.address", QT_TRANSLATE_NOOP("Fields", "Buyer's address")),
        field<R, [](auto &r) -> auto & { return r.buyer.phone; }>(
            "buyer.phone", QT_TRANSLATE_NOOP("Fields", "Buyer's phone")),
        field<R, [](auto &r) -> auto & { return r.buyer.bank; }>(
            "buyer.bank", QT_TRANSLATE_NOOP("Fields", "Buyer's bank")),
        field<R, [](auto &r) -> auto & { return r.buyer.account; }>(
            "buyer.account", QT_TRANSLATE_NOOP("Fields", "Buyer's account")),
        field<R, &R::buyerEmail>("buyerEmail", QT_TRANSLATE_NOOP("Fields", "Buyer's e-mail")),
        field<R, &R::showBuyerContact>(
            "showBuyerContact", QT_TRANSLATE_NOOP("Fields", "Show buyer's address and phone")),
        field<R, &R::showBuyerBank>("showBuyerBank", QT_TRANSLATE_NOOP("Fields", "Show buyer's bank account")),
        field<R, &R::showSellerContact>(
            "showSellerContact", QT_TRANSLATE_NOOP("Fields", "Show seller's address and phone")),
        field<R, &R::showSellerBank>("showSellerBank", QT_TRANSLATE_NOOP("Fields", "Show seller's bank account")),
        field<R, [](auto &r) -> auto & { return r.totals.net; }>("net", QT_TRANSLATE_NOOP("Fields", "Amount")),
        field<R, [](auto &r) -> auto & { return r.totals.tax; }>("tax", QT_TRANSLATE_NOOP("Fields", "Tax")),
        field<R, &R::issuer>("issuer", QT_TRANSLATE_NOOP("Fields", "Issuer")),
        field<R, &R::payee>("payee", QT_TRANSLATE_NOOP("Fields", "Payee")),
        field<R, &R::reviewer>("reviewer", QT_TRANSLATE_NOOP("Fields", "Reviewer")),
        field<R, &R::remark>("remark", QT_TRANSLATE_NOOP("Fields", "Remark")),
        field<R, &R::message>("message", QT_TRANSLATE_NOOP("Fields", "Message")),
        field<R, &R::practice>("practice", QT_TRANSLATE_NOOP("Fields", "Practice")),
    }};
    return instance;
}

template<>
const Schema<InvoiceSummary> &schema<InvoiceSummary>()
{
    using R = InvoiceSummary;
    static const Schema<R> instance{{
        field<R, &R::id>("id", QT_TRANSLATE_NOOP("Fields", "Id")),
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Invoice number")),
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Invoice kind")),
        field<R, &R::issuedAt>("issuedAt", QT_TRANSLATE_NOOP("Fields", "Issue time")),
        field<R, &R::buyerName>("buyer.name", QT_TRANSLATE_NOOP("Fields", "Buyer")),
        field<R, &R::buyerTaxNumber>("buyer.taxNumber", QT_TRANSLATE_NOOP("Fields", "Buyer's tax number")),
        field<R, [](auto &r) -> auto & { return r.totals.net; }>("net", QT_TRANSLATE_NOOP("Fields", "Amount")),
        field<R, [](auto &r) -> auto & { return r.totals.tax; }>("tax", QT_TRANSLATE_NOOP("Fields", "Tax")),
        field<R, &R::state>("state", QT_TRANSLATE_NOOP("Fields", "State")),
        field<R, &R::issuer>("issuer", QT_TRANSLATE_NOOP("Fields", "Issuer")),
        field<R, &R::serial>("serial", QT_TRANSLATE_NOOP("Fields", "Serial number")),
        field<R, &R::message>("message", QT_TRANSLATE_NOOP("Fields", "Message")),
    }};
    return instance;
}

QJsonObject draftToJson(const InvoiceDraft &draft)
{
    QJsonObject json = toJson(draft);
    QJsonArray lines;
    for (const DraftLine &line : draft.lines)
        lines.append(toJson(line));
    json.insert(QStringLiteral("lines"), lines);
    return json;
}

InvoiceDraft draftFromJson(const QJsonObject &json)
{
    InvoiceDraft draft = fromJson<InvoiceDraft>(json);
    for (const auto &line : json.value(QStringLiteral("lines")).toArray())
        draft.lines.append(fromJson<DraftLine>(line.toObject()));
    return draft;
}

} // namespace kp
