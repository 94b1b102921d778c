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
const Schema<ExtraElement> &schema<ExtraElement>()
{
    using R = ExtraElement;
    static const Schema<R> instance{{
        field<R, &R::name>("name", QT_TRANSLATE_NOOP("Fields", "Element"), 50),
        field<R, &R::type>("type", QT_TRANSLATE_NOOP("Fields", "Element type"), 50),
        field<R, &R::value>("value", QT_TRANSLATE_NOOP("Fields", "Content"), 300),
    }};
    return instance;
}

template<>
const Schema<DeductionVoucher> &schema<DeductionVoucher>()
{
    using R = DeductionVoucher;
    static const Schema<R> instance{{
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Voucher kind")),
        field<R, &R::code>("code", QT_TRANSLATE_NOOP("Fields", "Voucher code"), 12),
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Voucher number"), 40),
        field<R, &R::date>("date", QT_TRANSLATE_NOOP("Fields", "Voucher date")),
        field<R, &R::total>("total", QT_TRANSLATE_NOOP("Fields", "Voucher total"), 16),
        field<R, &R::used>("used", QT_TRANSLATE_NOOP("Fields", "Deducted here"), 16),
        field<R, &R::remark>("remark", QT_TRANSLATE_NOOP("Fields", "Remark"), 150),
    }};
    return instance;
}

namespace
{
/// The fields of InvoiceHead, in a record made of it.
template<class R>
void appendHead(std::vector<Field<R>> &out)
{
    const std::initializer_list<Field<R>> fields{
        field<R, &R::serial>("serial", QT_TRANSLATE_NOOP("Fields", "Serial number"), 20),
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Invoice kind")),
        field<R, &R::taxMode>("taxMode", QT_TRANSLATE_NOOP("Fields", "Tax mode")),
        field<R, &R::naturalPerson>("naturalPerson", QT_TRANSLATE_NOOP("Fields", "Natural person")),
        field<R, &R::buyerKind>("buyerKind", QT_TRANSLATE_NOOP("Fields", "Buyer kind")),
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
        field<R, [](auto &r) -> auto & { return r.buyerDocument.type; }>(
            "buyer.idType", QT_TRANSLATE_NOOP("Fields", "Buyer's identity document"), 3),
        field<R, [](auto &r) -> auto & { return r.buyerDocument.number; }>(
            "buyer.idNumber", QT_TRANSLATE_NOOP("Fields", "Buyer's document number"), 30),
        field<R, [](auto &r) -> auto & { return r.buyerDocument.country; }>(
            "buyer.country", QT_TRANSLATE_NOOP("Fields", "Buyer's country"), 40),
        field<R, &R::buyerEmail>("buyerEmail", QT_TRANSLATE_NOOP("Fields", "Buyer's e-mail"), 72),
        field<R, &R::showBuyerContact>(
            "showBuyerContact", QT_TRANSLATE_NOOP("Fields", "Show buyer's address and phone")),
        field<R, &R::showBuyerBank>("showBuyerBank", QT_TRANSLATE_NOOP("Fields", "Show buyer's bank account")),
        field<R, &R::showSellerContact>(
            "showSellerContact", QT_TRANSLATE_NOOP("Fields", "Show seller's address and phone")),
        field<R, &R::showSellerBank>("showSellerBank", QT_TRANSLATE_NOOP("Fields", "Show seller's bank account")),
        field<R, [](auto &r) -> auto & { return r.agent.name; }>(
            "agent.name", QT_TRANSLATE_NOOP("Fields", "Buyer's agent"), 150),
        field<R, [](auto &r) -> auto & { return r.agent.document.type; }>(
            "agent.idType", QT_TRANSLATE_NOOP("Fields", "Agent's identity document"), 3),
        field<R, [](auto &r) -> auto & { return r.agent.document.number; }>(
            "agent.idNumber", QT_TRANSLATE_NOOP("Fields", "Agent's document number"), 30),
        field<R, [](auto &r) -> auto & { return r.agent.document.country; }>(
            "agent.country", QT_TRANSLATE_NOOP("Fields", "Agent's country"), 40),
        field<R, [](auto &r) -> auto & { return r.agent.taxNumber; }>(
            "agent.taxNumber", QT_TRANSLATE_NOOP("Fields", "Agent's tax number"), 20),
        field<R, [](auto &r) -> auto & { return r.agent.phone; }>(
            "agent.phone", QT_TRANSLATE_NOOP("Fields", "Agent's phone"), 60),
        field<R, &R::payee>("payee", QT_TRANSLATE_NOOP("Fields", "Payee"), 16),
        field<R, &R::reviewer>("reviewer", QT_TRANSLATE_NOOP("Fields", "Reviewer"), 16),
        field<R, &R::remark>("remark", QT_TRANSLATE_NOOP("Fields", "Remark"), 230),
        field<R, &R::businessType>("businessType", QT_TRANSLATE_NOOP("Fields", "Business type"), 50),
        field<R, &R::waiver>("waiver", QT_TRANSLATE_NOOP("Fields", "Reason for 3% instead of 1%")),
        field<R, &R::refund>("refund", QT_TRANSLATE_NOOP("Fields", "Refund class")),
        field<R, &R::taxService>("taxService", QT_TRANSLATE_NOOP("Fields", "Professional tax service")),
        field<R, &R::serviceAgreement>("serviceAgreement", QT_TRANSLATE_NOOP("Fields", "Service agreement"), 20),
    };
    out.insert(out.end(), fields);
}

template<class R>
Schema<R> headAnd(std::initializer_list<Field<R>> own)
{
    Schema<R> out{own};
    appendHead(out.fields);
    return out;
}
} // namespace

template<>
const Schema<InvoiceDraft> &schema<InvoiceDraft>()
{
    using R = InvoiceDraft;
    static const Schema<R> instance =
        headAnd<R>({field<R, &R::taxIncluded>("taxIncluded", QT_TRANSLATE_NOOP("Fields", "Tax included"))});
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
        field<R, &R::deduction>("deduction", QT_TRANSLATE_NOOP("Fields", "Deduction")),
        field<R, &R::blueLine>("blueLine", QT_TRANSLATE_NOOP("Fields", "Reversed line")),
    }};
    return instance;
}

template<>
const Schema<Invoice> &schema<Invoice>()
{
    using R = Invoice;
    static const Schema<R> instance = headAnd<R>({
        field<R, &R::id>("id", QT_TRANSLATE_NOOP("Fields", "Id")),
        field<R, &R::company>("company", QT_TRANSLATE_NOOP("Fields", "Company")),
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Invoice number")),
        field<R, &R::issuedAt>("issuedAt", QT_TRANSLATE_NOOP("Fields", "Issue time")),
        field<R, &R::state>("state", QT_TRANSLATE_NOOP("Fields", "State")),
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
        field<R, [](auto &r) -> auto & { return r.totals.net; }>("net", QT_TRANSLATE_NOOP("Fields", "Amount")),
        field<R, [](auto &r) -> auto & { return r.totals.tax; }>("tax", QT_TRANSLATE_NOOP("Fields", "Tax")),
        field<R, &R::issuer>("issuer", QT_TRANSLATE_NOOP("Fields", "Issuer")),
        field<R, &R::message>("message", QT_TRANSLATE_NOOP("Fields", "Message")),
        field<R, &R::practice>("practice", QT_TRANSLATE_NOOP("Fields", "Practice")),
        field<R, [](auto &r) -> auto & { return r.reversal.blueNumber; }>(
            "reversal.blueNumber", QT_TRANSLATE_NOOP("Fields", "Reversed invoice")),
        field<R, [](auto &r) -> auto & { return r.reversal.form; }>(
            "reversal.form", QT_TRANSLATE_NOOP("Fields", "Confirmation form")),
        field<R, [](auto &r) -> auto & { return r.reversal.formUuid; }>(
            "reversal.formUuid", QT_TRANSLATE_NOOP("Fields", "Key of the confirmation form")),
    });
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
        field<R, &R::businessType>("businessType", QT_TRANSLATE_NOOP("Fields", "Business type")),
    }};
    return instance;
}

namespace
{
template<class R>
QJsonArray listToJson(const QList<R> &records)
{
    QJsonArray out;
    for (const R &record : records)
        out.append(toJson(record));
    return out;
}

template<class R>
QList<R> listFromJson(const QJsonValue &json)
{
    QList<R> out;
    for (const auto &record : json.toArray())
        out.append(fromJson<R>(record.toObject()));
    return out;
}
} // namespace

QJsonObject draftToJson(const InvoiceDraft &draft)
{
    QJsonObject json = toJson(draft);
    json.insert(QStringLiteral("lines"), listToJson(draft.lines));
    if (!draft.elements.isEmpty())
        json.insert(QStringLiteral("elements"), listToJson(draft.elements));
    if (!draft.vouchers.isEmpty())
        json.insert(QStringLiteral("vouchers"), listToJson(draft.vouchers));
    return json;
}

InvoiceDraft draftFromJson(const QJsonObject &json)
{
    InvoiceDraft draft = fromJson<InvoiceDraft>(json);
    draft.lines = listFromJson<DraftLine>(json.value(QStringLiteral("lines")));
    draft.elements = listFromJson<ExtraElement>(json.value(QStringLiteral("elements")));
    draft.vouchers = listFromJson<DeductionVoucher>(json.value(QStringLiteral("vouchers")));
    return draft;
}

} // namespace kp
