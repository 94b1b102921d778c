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
    const char16_t *official; ///< as official forms write it
    const char *label;        ///< interface text, context "Codes"
};

/// 征税方式: what the tax is reckoned on.
enum class TaxMode {
    Ordinary,    ///< 普通征税
    MarginGross, ///< 差额征税-全额开票: tax on the whole amount, the deduction is declared
    MarginNet,   ///< 差额征税-差额开票: tax on what is left after the deduction
    Reduced,     ///< 减按征税: a levy rate whose tax is cut down, such as 5 % to 1.5 %
};
std::span<const CodeRow<TaxMode>> taxModes();
const char *code(TaxMode mode); ///< "00" … "03"; those of the margin scheme are the platform's cezslxDm
QString label(TaxMode mode);
QString official(TaxMode mode);
std::optional<TaxMode> taxModeFromCode(QStringView code);
/// 差额征税 of either kind.
constexpr bool isMargin(TaxMode mode)
{
    return mode == TaxMode::MarginGross || mode == TaxMode::MarginNet;
}

/// 购买方类型: what the buyer is. The platform only knows of natural persons; this is for the desk.
enum class PartyKind { Company, Person, Authority };
std::span<const CodeRow<PartyKind>> partyKinds();
const char *code(PartyKind kind);
QString label(PartyKind kind);
std::optional<PartyKind> partyKindFromCode(QStringView code);

/// 附加要素类型: what may be entered for an element. No official list is published.
enum class ElementType { Text, Number, Date };
std::span<const CodeRow<ElementType>> elementTypes();
const char *code(ElementType type);
QString label(ElementType type);
std::optional<ElementType> elementTypeFromCode(QStringView code);

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
std::span<const CodeRow<VoucherKind>> voucherKinds();
const char *code(VoucherKind kind);
QString label(VoucherKind kind);
QString official(VoucherKind kind);
std::optional<VoucherKind> voucherKindFromCode(QStringView code);

/// 放弃享受减按1%征收率原因: why a small-scale taxpayer issues at 3 %. It stays here: the platform has no field for it.
enum class WaiverReason {
    None,
    EarlierInvoice, ///< an earlier invoice of 3 % needs a red one or a new one
    OwnChoice,      ///< the business gives the reduction up
};
std::span<const CodeRow<WaiverReason>> waiverReasons();
const char *code(WaiverReason reason);
QString label(WaiverReason reason);
std::optional<WaiverReason> waiverReasonFromCode(QStringView code);
std::optional<WaiverReason> waiverReasonFromOfficial(QStringView name);

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
std::span<const CodeRow<RefundClass>> refundClasses();
const char *code(RefundClass refund);
QString label(RefundClass refund);
std::optional<RefundClass> refundClassFromCode(QStringView code);
std::optional<RefundClass> refundClassFromOfficial(QStringView name);

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
std::span<const InvoiceState> invoiceStates();
const char *code(InvoiceState state); ///< as stored: "queued" …
QString label(InvoiceState state);
std::optional<InvoiceState> invoiceStateFromCode(QStringView code);

} // namespace kp
