// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/mode_checks.h"

#include "core/domain/schemas.h"
#include "core/rules/margin_codes.h"
#include "core/rules/preferences.h"
#include "core/rules/report.h"
#include "core/rules/text_limits.h"
#include "core/rules/texts.h"

#include <QSet>

#include <algorithm>

namespace kp::rules
{

namespace
{
// Base ability §6.3, §6.4: fpdm, cepzhm (fphm of an invoice has 30), bz; fjysmc, fjyslx, fjysz.
constexpr ByteLimit voucherBytes[] = {{"code", 12}, {"number", 40}, {"remark", 450}};
constexpr int invoiceNumberBytes = 30;
constexpr ByteLimit elementBytes[] = {{"name", 200}, {"type", 200}, {"value", 200}};
constexpr qsizetype digitalNumberLength = 20;

/// What a kind of voucher must say (base ability §6.4): invoices their number and date, older ones their code too, the
/// remaining kinds what they are.
struct VoucherNeeds {
    bool code = false;
    bool number = false; ///< and the date
    bool remark = false;
};

VoucherNeeds needsOf(VoucherKind kind)
{
    switch (kind) {
    case VoucherKind::DigitalInvoice:
        return {false, true, false};
    case VoucherKind::SpecialInvoice:
    case VoucherKind::OrdinaryInvoice:
    case VoucherKind::BusinessTaxInvoice:
        return {true, true, false};
    case VoucherKind::FiscalReceipt:
    case VoucherKind::CourtRuling:
    case VoucherKind::DeedTaxCertificate:
        return {};
    case VoucherKind::OtherInvoice:
    case VoucherKind::OtherVoucher:
        break;
    }
    return {false, false, true};
}

void checkVoucherAmounts(Report &report, const DeductionVoucher &voucher)
{
    if (voucher.total <= Money())
        report.error("total", ChecksText::tr("The total of the voucher must be larger than zero."));
    if (voucher.used <= Money())
        report.error("used", ChecksText::tr("What is deducted here must be larger than zero."));
    else if (voucher.used > voucher.total)
        report.error("used", ChecksText::tr("Deducted are %1, but the voucher is only about %2.")
                                 .arg(voucher.used.toGrouped(), voucher.total.toGrouped()));
}

void checkVoucher(Report &report, const DeductionVoucher &voucher)
{
    checkTexts(report, voucher, voucherBytes, "");
    const VoucherNeeds needs = needsOf(voucher.kind);
    const QString kind = label(voucher.kind);
    if (needs.code && voucher.code.isEmpty())
        report.error("code", ChecksText::tr("A voucher of the kind \"%1\" needs its invoice code.").arg(kind));
    else if (!needs.code && !voucher.code.isEmpty())
        report.error("code", ChecksText::tr("A voucher of the kind \"%1\" has no invoice code.").arg(kind));
    if (needs.number && voucher.number.isEmpty())
        report.error("number", ChecksText::tr("A voucher of the kind \"%1\" needs its number.").arg(kind));
    else if (needs.number && utf8Size(voucher.number) > invoiceNumberBytes)
        report.error("number", ChecksText::tr("The number has %1 characters; at most %2 are allowed.")
                                   .arg(utf8Size(voucher.number))
                                   .arg(invoiceNumberBytes));
    else if (voucher.kind == VoucherKind::DigitalInvoice && voucher.number.size() != digitalNumberLength)
        report.warning("number", ChecksText::tr("The number of a digital invoice has 20 digits."));
    if (needs.number && !voucher.date.isValid())
        report.error("date", ChecksText::tr("A voucher of the kind \"%1\" needs its date.").arg(kind));
    if (needs.remark && voucher.remark.isEmpty())
        report.error(
            "remark", ChecksText::tr("A voucher of the kind \"%1\" needs a remark that says what it is.").arg(kind));
    checkVoucherAmounts(report, voucher);
}

void checkMargin(QList<Finding> &findings, const InvoiceDraft &draft, const Composed &composed)
{
    Report head(findings);
    const QString mode = label(draft.taxMode);
    if (draft.lines.size() > 1)
        head.error("taxMode", ChecksText::tr("With \"%1\" an invoice has exactly one line.").arg(mode));
    if (!draft.lines.isEmpty() && draft.lines.first().discount)
        Report(findings, 0).error("discount", ChecksText::tr("With \"%1\" there is no discount.").arg(mode));
    if (!draft.lines.isEmpty() && isUntaxed(draft.lines.first().preference))
        Report(findings, 0).error("preference", ChecksText::tr("With \"%1\" a line can not be free of tax.").arg(mode));

    const Money deducted = deduction(draft);
    if (draft.taxMode == TaxMode::MarginNet && deducted.isZero())
        head.error("vouchers", ChecksText::tr("With \"%1\" something must be deducted: add a voucher.").arg(mode));
    else if (deducted.isZero())
        head.warning("vouchers",
            ChecksText::tr("Nothing is deducted. Add the vouchers, or choose \"%1\".").arg(label(TaxMode::Ordinary)));
    if (const Money gross = composed.totals.gross(); deducted > gross)
        head.error("vouchers", ChecksText::tr("The vouchers deduct %1, more than the amount with tax of %2.")
                                   .arg(deducted.toGrouped(), gross.toGrouped()));

    QSet<QString> seen;
    for (qsizetype i = 0; i < draft.vouchers.size(); ++i) {
        const DeductionVoucher &voucher = draft.vouchers.at(i);
        Report report(findings, -1, QStringLiteral("vouchers.%1.").arg(i));
        checkVoucher(report, voucher);
        const QString identity = voucher.code + u'/' + voucher.number;
        if (!voucher.number.isEmpty() && seen.contains(identity))
            report.error("number", ChecksText::tr("This voucher stands here already."));
        seen.insert(identity);
    }
}

bool isRefunded(const DraftLine &line)
{
    return ruleOf(line.preference).refunded;
}

/// Since 2023 small-scale taxpayers pay 1 % instead of 3 %. Who gives that up on a special invoice says why (template
/// V260401, column 放弃享受减按1%征收率原因); ordinary invoices need no reason.
void checkWaiver(Report &head, const InvoiceDraft &draft, const IssuingFacts &facts)
{
    static constexpr TaxRate threePercent = TaxRate::fromMillionths(30'000);
    const bool smallScale = facts.company.taxpayerKind == TaxpayerKind::SmallScale ||
                            facts.company.taxpayerKind == TaxpayerKind::ConvertedSmallScale;
    const bool full = smallScale && std::any_of(draft.lines.begin(), draft.lines.end(),
                                        [](const DraftLine &line) { return line.rate == threePercent; });
    if (!full && draft.waiver != WaiverReason::None)
        head.warning("waiver", ChecksText::tr("The reason is only for small-scale taxpayers who issue at 3%."));
    else if (full && draft.waiver == WaiverReason::None && draft.kind == InvoiceKind::Special)
        head.error("waiver", ChecksText::tr("Say why the invoice bears 3% instead of 1%."));
    else if (full && draft.waiver == WaiverReason::None)
        head.warning("waiver", ChecksText::tr("Small-scale taxpayers usually issue at 1%; this invoice bears 3%."));
}

void checkRefund(Report &head, const InvoiceDraft &draft)
{
    const bool refunded = std::any_of(draft.lines.begin(), draft.lines.end(), isRefunded);
    if (refunded && draft.refund == RefundClass::None)
        head.warning("refund", ChecksText::tr("Choose what the tax is refunded for."));
    else if (!refunded && draft.refund != RefundClass::None)
        head.error("refund", ChecksText::tr("No line has a preferential policy with an immediate refund."));
}

void checkService(Report &head, const InvoiceDraft &draft)
{
    if (draft.taxService && draft.serviceAgreement.isEmpty())
        head.error("serviceAgreement", ChecksText::tr("A professional tax service needs the number of its agreement."));
    else if (!draft.taxService && !draft.serviceAgreement.isEmpty())
        head.error("serviceAgreement", ChecksText::tr("An agreement is only named with a professional tax service."));
}
} // namespace

void checkMode(QList<Finding> &findings, const InvoiceDraft &draft, const Composed &composed, const IssuingFacts &facts)
{
    if (isMargin(draft.taxMode)) {
        checkMargin(findings, draft, composed);
        checkMarginCode(findings, draft, facts.marginCodes);
    } else if (!draft.vouchers.isEmpty()) {
        Report(findings).error(
            "vouchers", ChecksText::tr("Vouchers belong to the margin scheme. Take them out, or choose "
                                       "its tax mode."));
    }
}

void checkMarks(QList<Finding> &findings, const InvoiceDraft &draft, const IssuingFacts &facts)
{
    Report head(findings);
    checkWaiver(head, draft, facts);
    checkRefund(head, draft);
    checkService(head, draft);
}

void checkElements(QList<Finding> &findings, const QList<ExtraElement> &elements)
{
    QSet<QString> seen;
    for (qsizetype i = 0; i < elements.size(); ++i) {
        const ExtraElement &element = elements.at(i);
        Report report(findings, -1, QStringLiteral("elements.%1.").arg(i));
        checkTexts(report, element, elementBytes, "");
        if (element.name.isEmpty())
            report.error("name", ChecksText::tr("The element needs a name."));
        else if (element.name == u"备注")
            report.error("name", ChecksText::tr("\"%1\" is not allowed as the name of an element.").arg(element.name));
        else if (seen.contains(element.name))
            report.error("name", ChecksText::tr("This element stands here already."));
        if (element.value.isEmpty())
            report.error("value", ChecksText::tr("The element has no content. Fill it in or take it out."));
        seen.insert(element.name);
    }
}

} // namespace kp::rules
