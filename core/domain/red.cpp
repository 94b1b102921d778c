// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/red.h"

#include <QCoreApplication>

namespace kp
{

namespace
{
constexpr CodeRow<Side> sideRows[] = {
    {Side::Seller, "0", u"销售方", QT_TRANSLATE_NOOP("Codes", "Seller")},
    {Side::Buyer, "1", u"购买方", QT_TRANSLATE_NOOP("Codes", "Buyer")},
};

constexpr CodeRow<RedReason> reasonRows[] = {
    {RedReason::Mistake, "01", u"开票有误", QT_TRANSLATE_NOOP("Codes", "Mistake in the invoice")},
    {RedReason::GoodsReturned, "02", u"销货退回", QT_TRANSLATE_NOOP("Codes", "Goods returned")},
    {RedReason::ServiceStopped, "03", u"服务中止", QT_TRANSLATE_NOOP("Codes", "Service stopped")},
    {RedReason::Allowance, "04", u"销售折让", QT_TRANSLATE_NOOP("Codes", "Sales allowance")},
};

constexpr CodeRow<RedFormState> formStateRows[] = {
    {RedFormState::NotNeeded, "01", u"无需确认", QT_TRANSLATE_NOOP("Codes", "No confirmation needed")},
    {RedFormState::AwaitsBuyer, "02", u"销方录入待购方确认",
        QT_TRANSLATE_NOOP("Codes", "Entered by the seller, awaits the buyer")},
    {RedFormState::AwaitsSeller, "03", u"购方录入待销方确认",
        QT_TRANSLATE_NOOP("Codes", "Entered by the buyer, awaits the seller")},
    {RedFormState::Confirmed, "04", u"购销双方已确认", QT_TRANSLATE_NOOP("Codes", "Confirmed by both sides")},
    {RedFormState::RefusedByBuyer, "05", u"作废（销方录入购方否认）",
        QT_TRANSLATE_NOOP("Codes", "Void (refused by the buyer)")},
    {RedFormState::RefusedBySeller, "06", u"作废（购方录入销方否认）",
        QT_TRANSLATE_NOOP("Codes", "Void (refused by the seller)")},
    {RedFormState::Lapsed, "07", u"作废（超72小时未确认）",
        QT_TRANSLATE_NOOP("Codes", "Void (not confirmed within 72 hours)")},
    {RedFormState::Withdrawn, "08", u"作废（发起方已撤销）",
        QT_TRANSLATE_NOOP("Codes", "Void (withdrawn by the side that entered it)")},
    {RedFormState::WithdrawnAfter, "09", u"作废（确认后撤销）",
        QT_TRANSLATE_NOOP("Codes", "Void (withdrawn after the confirmation)")},
    {RedFormState::AbnormalVoucher, "10", u"作废（异常凭证）", QT_TRANSLATE_NOOP("Codes", "Void (abnormal voucher)")},
    {RedFormState::TaxpayerBlocked, "11", u"作废（纳税人状态异常阻断）",
        QT_TRANSLATE_NOOP("Codes", "Void (taxpayer blocked)")},
    {RedFormState::RefusedByPerson, "12", u"作废（自然人拒收）",
        QT_TRANSLATE_NOOP("Codes", "Void (refused by the natural person)")},
    {RedFormState::RefundApplied, "13", u"作废（已开具退税申请单）",
        QT_TRANSLATE_NOOP("Codes", "Void (a tax refund was applied for)")},
};
} // namespace

template<>
std::span<const CodeRow<Side>> codeRows<Side>()
{
    return sideRows;
}

template<>
std::span<const CodeRow<RedReason>> codeRows<RedReason>()
{
    return reasonRows;
}

template<>
std::span<const CodeRow<RedFormState>> codeRows<RedFormState>()
{
    return formStateRows;
}

template<>
const Schema<RedFormLine> &schema<RedFormLine>()
{
    using R = RedFormLine;
    static const Schema<R> instance{{
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Line")),
        field<R, &R::blueLine>("blueLine", QT_TRANSLATE_NOOP("Fields", "Reversed line")),
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
    }};
    return instance;
}

template<>
const Schema<RedForm> &schema<RedForm>()
{
    using R = RedForm;
    static const Schema<R> instance{{
        field<R, &R::id>("id", QT_TRANSLATE_NOOP("Fields", "Id")),
        field<R, &R::company>("company", QT_TRANSLATE_NOOP("Fields", "Company")),
        field<R, &R::number>("number", QT_TRANSLATE_NOOP("Fields", "Confirmation form")),
        field<R, &R::uuid>("uuid", QT_TRANSLATE_NOOP("Fields", "Key of the confirmation form")),
        field<R, &R::side>("side", QT_TRANSLATE_NOOP("Fields", "Own side")),
        field<R, &R::enteredBy>("enteredBy", QT_TRANSLATE_NOOP("Fields", "Entered by")),
        field<R, [](auto &r) -> auto & { return r.seller.name; }>("seller.name", QT_TRANSLATE_NOOP("Fields", "Seller")),
        field<R, [](auto &r) -> auto & { return r.seller.taxNumber; }>(
            "seller.taxNumber", QT_TRANSLATE_NOOP("Fields", "Seller's tax number")),
        field<R, [](auto &r) -> auto & { return r.buyer.name; }>("buyer.name", QT_TRANSLATE_NOOP("Fields", "Buyer")),
        field<R, [](auto &r) -> auto & { return r.buyer.taxNumber; }>(
            "buyer.taxNumber", QT_TRANSLATE_NOOP("Fields", "Buyer's tax number")),
        field<R, &R::blueNumber>("blueNumber", QT_TRANSLATE_NOOP("Fields", "Reversed invoice")),
        field<R, &R::blueIssuedAt>("blueIssuedAt", QT_TRANSLATE_NOOP("Fields", "Issue time of the reversed invoice")),
        field<R, [](auto &r) -> auto & { return r.blueTotals.net; }>(
            "blueNet", QT_TRANSLATE_NOOP("Fields", "Amount of the reversed invoice")),
        field<R, [](auto &r) -> auto & { return r.blueTotals.tax; }>(
            "blueTax", QT_TRANSLATE_NOOP("Fields", "Tax of the reversed invoice")),
        field<R, &R::kind>("kind", QT_TRANSLATE_NOOP("Fields", "Invoice kind")),
        field<R, &R::taxMode>("taxMode", QT_TRANSLATE_NOOP("Fields", "Tax mode")),
        field<R, &R::reason>("reason", QT_TRANSLATE_NOOP("Fields", "Reason for reversal")),
        field<R, [](auto &r) -> auto & { return r.totals.net; }>("net", QT_TRANSLATE_NOOP("Fields", "Amount")),
        field<R, [](auto &r) -> auto & { return r.totals.tax; }>("tax", QT_TRANSLATE_NOOP("Fields", "Tax")),
        field<R, &R::state>("state", QT_TRANSLATE_NOOP("Fields", "State")),
        field<R, &R::valid>("valid", QT_TRANSLATE_NOOP("Fields", "Valid")),
        field<R, &R::enteredAt>("enteredAt", QT_TRANSLATE_NOOP("Fields", "Entry time")),
        field<R, &R::confirmedAt>("confirmedAt", QT_TRANSLATE_NOOP("Fields", "Confirmation time")),
        field<R, &R::redNumber>("redNumber", QT_TRANSLATE_NOOP("Fields", "Red invoice")),
        field<R, &R::redIssuedAt>("redIssuedAt", QT_TRANSLATE_NOOP("Fields", "Issue time of the red invoice")),
    }};
    return instance;
}

} // namespace kp
