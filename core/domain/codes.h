// SPDX-License-Identifier: GPL-3.0-or-later
// The closed lists of the field, each as an enum and one table that holds every code and name it goes by.
// Sources: the 乐企 base ability §6 and §8, the official 批量开票 template V260401.
#pragma once

#include "core/base/result.h"

#include <QString>

#include <optional>
#include <span>

namespace kp
{

/// 票种: what the invoice is.
enum class InvoiceKind { Special, Ordinary };

struct InvoiceKindRow {
    InvoiceKind kind;
    const char *code;         ///< the platform's fppz
    const char *qrCode;       ///< second field of the QR code
    const char16_t *title;    ///< title line of the face
    const char16_t *official; ///< 电子发票（…）'s inner name, as the official template writes it
    const char *label;        ///< interface text, context "Codes"
};
std::span<const InvoiceKindRow> invoiceKinds();
const InvoiceKindRow &row(InvoiceKind kind);
inline const char *code(InvoiceKind kind)
{
    return row(kind).code;
}
QString label(InvoiceKind kind);
std::optional<InvoiceKind> invoiceKindFromCode(QStringView code);
std::optional<InvoiceKind> invoiceKindFromOfficial(QStringView name);

/// 行性质: the nature of a line.
enum class LineNature { Normal, Discount, Discounted };
const char *code(LineNature nature); ///< the platform's fphxz: 00, 01, 02
std::optional<LineNature> lineNatureFromCode(QStringView code);

/// 优惠政策: preferential treatment of a line. The numbers are the platform's yhzcbs.
enum class Preference {
    None = 0,
    Simplified = 1,
    RareEarth = 2,
    Exempt = 3,
    NotTaxable = 4,
    LevyThenRefund = 5,
    LevyThenRefund100 = 6,
    LevyThenRefund50 = 7,
    Simplified3 = 8,
    Simplified5 = 9,
    Reduced15 = 10,
    Refund30 = 11,
    Refund50 = 12,
    Refund70 = 13,
    Refund100 = 14,
    OverBurden3 = 15,
    OverBurden8 = 16,
    OverBurden12 = 17,
    OverBurden6 = 18,
};
struct PreferenceRow {
    Preference preference;
    const char *code;         ///< yhzcbs; empty for none
    const char16_t *official; ///< as the official template writes it
};
std::span<const PreferenceRow> preferences();
const PreferenceRow &row(Preference preference);
inline const char *code(Preference preference)
{
    return row(preference).code;
}
std::optional<Preference> preferenceFromCode(QStringView code);
std::optional<Preference> preferenceFromOfficial(QStringView name);

/// One row of a closed list whose members have a code, an official name and an interface text.
template<class E>
struct CodeRow {
    E value;
    const char *code;
    const char16_t *official; ///< as official forms write it; empty for what stands on none
    const char *label;        ///< interface text, context "Codes"
};

/// All rows of a closed list, in the order of its enum: what each list has to give, and all it has to.
template<class E>
std::span<const CodeRow<E>> codeRows() = delete;

template<class E>
concept Coded = requires { codeRows<E>(); };

/// A text of the context "Codes" in the language of the interface.
QString codesText(const char *text);

template<Coded E>
const CodeRow<E> &row(E value)
{
    const std::span<const CodeRow<E>> rows = codeRows<E>();
    return rows[static_cast<std::size_t>(value) - static_cast<std::size_t>(rows.front().value)];
}
/// As the platform, or else the store, writes it.
template<Coded E>
const char *code(E value)
{
    return row(value).code;
}
template<Coded E>
QString label(E value)
{
    return codesText(row(value).label);
}
template<Coded E>
QString official(E value)
{
    return QString::fromUtf16(row(value).official);
}
template<Coded E>
std::optional<E> fromCode(QStringView code)
{
    for (const CodeRow<E> &row : codeRows<E>())
        if (code == QLatin1StringView(row.code))
            return row.value;
    return {};
}
template<Coded E>
std::optional<E> fromOfficial(QStringView name)
{
    for (const CodeRow<E> &row : codeRows<E>())
        if (name == QStringView(row.official))
            return row.value;
    return {};
}

/// 征税方式: what the tax is reckoned on.
enum class TaxMode {
    Ordinary,    ///< 普通征税
    MarginGross, ///< 差额征税-全额开票: tax on the whole amount, the deduction is declared
    MarginNet,   ///< 差额征税-差额开票: tax on what is left after the deduction
    Reduced,     ///< 减按征税: a levy rate whose tax is cut down, such as 5 % to 1.5 %
};
template<>
std::span<const CodeRow<TaxMode>> codeRows<TaxMode>();
/// 差额征税 of either kind.
constexpr bool isMargin(TaxMode mode)
{
    return mode == TaxMode::MarginGross || mode == TaxMode::MarginNet;
}

/// 购买方类型: what the buyer is. The platform only knows of natural persons; this is for the desk.
enum class PartyKind { Company, Person, Authority };
template<>
std::span<const CodeRow<PartyKind>> codeRows<PartyKind>();

/// 附加要素类型: what may be entered for an element. No official list is published.
enum class ElementType { Text, Number, Date };
template<>
std::span<const CodeRow<ElementType>> codeRows<ElementType>();

/// 差额扣除凭证类型: kind of a deduction voucher (the platform's pzlx).
enum class VoucherKind {
    DigitalInvoice = 1, ///< 数电发票
    SpecialInvoice,     ///< 增值税专用发票
    OrdinaryInvoice,    ///< 增值税普通发票
    BusinessTaxInvoice, ///< 营业税发票
    FiscalReceipt,      ///< 财政票据
    CourtRuling,        ///< 法院裁决书
    DeedTaxCertificate, ///< 契税完税凭证
    OtherInvoice,       ///< 其他发票类
    OtherVoucher,       ///< 其他扣除凭证
};
template<>
std::span<const CodeRow<VoucherKind>> codeRows<VoucherKind>();

/// 放弃享受减按1%征收率原因: why a small-scale taxpayer issues at 3 %. It stays here: the platform has no field for it.
enum class WaiverReason {
    None,
    EarlierInvoice, ///< an earlier invoice of 3 % needs a red one or a new one
    OwnChoice,      ///< the business gives the reduction up
};
template<>
std::span<const CodeRow<WaiverReason>> codeRows<WaiverReason>();

/// 增值税即征即退类型: what a refund is given for (the platform's zzsjzjtDm).
enum class RefundClass {
    None,
    Software,
    ResourceReuse,
    PipelineTransport,
    FinanceLease,
    SaleAndLeaseBack,
    NewWallMaterials,
    WindPower,
    SolarPower,
    AnimationSoftware,
    AircraftRepair,
    Gold,
    Platinum,
};
template<>
std::span<const CodeRow<RefundClass>> codeRows<RefundClass>();

/// 纳税人类型: kind of taxpayer (nsrlx).
enum class TaxpayerKind { General = 1, SmallScale = 2, ConvertedSmallScale = 3, Guided = 4, NaturalPerson = 5 };

/// Where a stored invoice stands. The only place where they change is core/rules/lifecycle.
enum class InvoiceState {
    Queued,     ///< prepared and stored; nothing has been sent
    Sending,    ///< marked before the bytes leave
    Unknown,    ///< sent, no answer: the same number is sent again
    Processing, ///< the platform gave a receipt and works on it
    Issued,     ///< accepted by the platform
    Refused,    ///< refused with the platform's words; the number is kept for the corrected invoice
    Discarded,  ///< refused and given up: the number is free again
};
template<>
std::span<const CodeRow<InvoiceState>> codeRows<InvoiceState>();

} // namespace kp
