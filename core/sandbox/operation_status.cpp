// SPDX-License-Identifier: GPL-3.0-or-later
// What has become of an invoice: leqi-protocol §8.10, §10.1 (FPZTXXCX only).
#include "core/sandbox/invoice_use.h"
#include "core/sandbox/operation.h"
#include "core/sandbox/reversible.h"

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
/// The kind of the upload that a kind of the 用票 operations stands for; "" for those this platform has none of.
QString uploadKind(const QString &useKind)
{
    return useKind == u"81" ? u"01"_s : useKind == u"82" ? u"02"_s : QString();
}
} // namespace

Answer invoiceStatus(const Call &call)
{
    const auto text = [&](QByteArrayView name) { return call.request.member(name).text(); };
    const QString kind = uploadKind(text("fplx"));
    if (kind.isEmpty())
        return refusal(u"发票类型fplx须为81或82"_s);
    const QDate day = QDate::fromString(text("kprq"), u"yyyyMMdd"_s);
    if (!day.isValid())
        return refusal(u"开票日期kprq须为yyyyMMdd"_s);
    const QString number = text("fphm");
    const std::optional<Reversible> found = reversible(call.store, call.clock.nowMs(), number);
    const QString &own = call.company.taxNumber;
    // Whose invoice it is stays unsaid to whoever is neither its seller nor its buyer.
    if (!found || found->blue.kind != kind || found->blue.issuedAt.date() != day || !text("fpdm").isEmpty() ||
        (found->blue.sellerTaxNumber != own && found->blue.buyerTaxNumber != own))
        return refusal(u"未查询到该发票"_s);
    const InvoiceUse use = invoiceUse(call.store, number);
    return success({{u"fpdm"_s, QString()}, {u"fphm"_s, number}, {u"kprq"_s, Clock::stamp(found->blue.issuedAt)},
        {u"fpzt"_s, use.voided == u"Y" ? u"2"_s : found->status()}, {u"ycpzzt"_s, use.voucher},
        {u"hzsdbs"_s, use.locked}, {u"rzzt"_s, use.posted}, {u"fpyt"_s, use.vat}, {u"zzsyhyt"_s, u"0"_s},
        {u"xfsyt"_s, use.stock}, {u"cpyycbs"_s, u"9"_s}});
}

} // namespace kp::sandbox
