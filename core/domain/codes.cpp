// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace kp
{

namespace
{
constexpr InvoiceKindRow kindRows[] = {
    {InvoiceKind::Special, "01", "31", u"电子发票（增值税专用发票）", u"增值税专用发票",
        QT_TRANSLATE_NOOP("Codes", "VAT special invoice")},
    {InvoiceKind::Ordinary, "02", "32", u"电子发票（普通发票）", u"普通发票",
        QT_TRANSLATE_NOOP("Codes", "Ordinary invoice")},
};

constexpr PreferenceRow preferenceRows[] = {
    {Preference::None, "", u""},
    {Preference::Simplified, "01", u"简易征收"},
    {Preference::RareEarth, "02", u"稀土产品"},
    {Preference::Exempt, "03", u"免税"},
    {Preference::NotTaxable, "04", u"不征税"},
    {Preference::LevyThenRefund, "05", u"先征后退"},
    {Preference::LevyThenRefund100, "06", u"100%先征后退"},
    {Preference::LevyThenRefund50, "07", u"50%先征后退"},
    {Preference::Simplified3, "08", u"按3%简易征收"},
    {Preference::Simplified5, "09", u"按5%简易征收"},
    // The official drop-down writes 计证 (sic).
    {Preference::Reduced15, "10", u"按5%简易征收减按1.5%计证"},
    {Preference::Refund30, "11", u"即征即退30%"},
    {Preference::Refund50, "12", u"即征即退50%"},
    {Preference::Refund70, "13", u"即征即退70%"},
    {Preference::Refund100, "14", u"即征即退100%"},
    {Preference::OverBurden3, "15", u"超税负3%即征即退"},
    {Preference::OverBurden8, "16", u"超税负8%即征即退"},
    {Preference::OverBurden12, "17", u"超税负12%即征即退"},
    {Preference::OverBurden6, "18", u"超税负6%即征即退"},
};

struct NatureRow {
    LineNature nature;
    const char *code;
};
constexpr NatureRow natureRows[] = {
    {LineNature::Normal, "00"}, {LineNature::Discount, "01"}, {LineNature::Discounted, "02"}};

constexpr CodeRow<InvoiceState> stateRows[] = {
    {InvoiceState::Queued, "queued", u"", QT_TRANSLATE_NOOP("Codes", "Waiting to be sent")},
    {InvoiceState::Sending, "sending", u"", QT_TRANSLATE_NOOP("Codes", "Sending")},
    {InvoiceState::Unknown, "unknown", u"", QT_TRANSLATE_NOOP("Codes", "Answer outstanding")},
    {InvoiceState::Processing, "processing", u"", QT_TRANSLATE_NOOP("Codes", "Being processed")},
    {InvoiceState::Issued, "issued", u"", QT_TRANSLATE_NOOP("Codes", "Issued")},
    {InvoiceState::Refused, "refused", u"", QT_TRANSLATE_NOOP("Codes", "Refused")},
    {InvoiceState::Discarded, "discarded", u"", QT_TRANSLATE_NOOP("Codes", "Discarded")},
};

constexpr CodeRow<TaxMode> taxModeRows[] = {
    {TaxMode::Ordinary, "00", u"普通征税", QT_TRANSLATE_NOOP("Codes", "Ordinary taxation")},
    {TaxMode::MarginGross, "01", u"差额征税-全额开票", QT_TRANSLATE_NOOP("Codes", "Margin scheme, full amount")},
    {TaxMode::MarginNet, "02", u"差额征税-差额开票", QT_TRANSLATE_NOOP("Codes", "Margin scheme, margin only")},
    {TaxMode::Reduced, "03", u"减按征税", QT_TRANSLATE_NOOP("Codes", "Reduced levy")},
};

constexpr CodeRow<PartyKind> partyKindRows[] = {
    {PartyKind::Company, "01", u"企业", QT_TRANSLATE_NOOP("Codes", "Company")},
    {PartyKind::Person, "02", u"个人", QT_TRANSLATE_NOOP("Codes", "Individual")},
    {PartyKind::Authority, "03", u"机关", QT_TRANSLATE_NOOP("Codes", "Public body")},
};

constexpr CodeRow<ElementType> elementTypeRows[] = {
    {ElementType::Text, "text", u"文本", QT_TRANSLATE_NOOP("Codes", "Text")},
    {ElementType::Number, "number", u"数值", QT_TRANSLATE_NOOP("Codes", "Number")},
    {ElementType::Date, "date", u"日期", QT_TRANSLATE_NOOP("Codes", "Date")},
};

constexpr CodeRow<VoucherKind> voucherKindRows[] = {
    {VoucherKind::DigitalInvoice, "01", u"数电发票", QT_TRANSLATE_NOOP("Codes", "Digital invoice")},
    {VoucherKind::SpecialInvoice, "02", u"增值税专用发票", QT_TRANSLATE_NOOP("Codes", "VAT special invoice")},
    {VoucherKind::OrdinaryInvoice, "03", u"增值税普通发票", QT_TRANSLATE_NOOP("Codes", "VAT ordinary invoice")},
    {VoucherKind::BusinessTaxInvoice, "04", u"营业税发票", QT_TRANSLATE_NOOP("Codes", "Business tax invoice")},
    {VoucherKind::FiscalReceipt, "05", u"财政票据", QT_TRANSLATE_NOOP("Codes", "Fiscal receipt")},
    {VoucherKind::CourtRuling, "06", u"法院裁决书", QT_TRANSLATE_NOOP("Codes", "Court ruling")},
    {VoucherKind::DeedTaxCertificate, "07", u"契税完税凭证", QT_TRANSLATE_NOOP("Codes", "Deed tax certificate")},
    {VoucherKind::OtherInvoice, "08", u"其他发票类", QT_TRANSLATE_NOOP("Codes", "Other invoice")},
    {VoucherKind::OtherVoucher, "09", u"其他扣除凭证", QT_TRANSLATE_NOOP("Codes", "Other deduction voucher")},
};

constexpr CodeRow<WaiverReason> waiverRows[] = {
    {WaiverReason::None, "", u"", QT_TRANSLATE_NOOP("Codes", "None")},
    {WaiverReason::EarlierInvoice, "01",
        u"前期已开具3%征收率的发票，发生销售折让、中止或者退回等情形需要开具3%"
        u"征收率的红字发票，或者开票有误需要重新开具3%"
        u"征收率的发票",
        QT_TRANSLATE_NOOP("Codes", "An earlier invoice of 3% must be reversed or issued again")},
    {WaiverReason::OwnChoice, "02", u"因为实际经营业务需要，放弃享受减按1%征收率征收增值税政策。",
        QT_TRANSLATE_NOOP("Codes", "The business needs 3% and gives up the reduction to 1%")},
};

constexpr CodeRow<RefundClass> refundRows[] = {
    {RefundClass::None, "", u"", QT_TRANSLATE_NOOP("Codes", "None")},
    {RefundClass::Software, "01", u"增值税即征即退-软件产品", QT_TRANSLATE_NOOP("Codes", "Software")},
    {RefundClass::ResourceReuse, "02", u"增值税即征即退-资源综合利用产品",
        QT_TRANSLATE_NOOP("Codes", "Products of reused resources")},
    {RefundClass::PipelineTransport, "03", u"增值税即征即退-管道运输服务",
        QT_TRANSLATE_NOOP("Codes", "Pipeline transport")},
    {RefundClass::FinanceLease, "04", u"增值税即征即退-有形动产融资租赁服务",
        QT_TRANSLATE_NOOP("Codes", "Finance lease of movables")},
    {RefundClass::SaleAndLeaseBack, "05", u"增值税即征即退-有形动产融资性售后回租服务",
        QT_TRANSLATE_NOOP("Codes", "Sale and lease back of movables")},
    {RefundClass::NewWallMaterials, "06", u"增值税即征即退-新型墙体材料",
        QT_TRANSLATE_NOOP("Codes", "New wall materials")},
    {RefundClass::WindPower, "07", u"增值税即征即退-风力发电产品", QT_TRANSLATE_NOOP("Codes", "Wind power")},
    {RefundClass::SolarPower, "08", u"增值税即征即退-光伏发电产品", QT_TRANSLATE_NOOP("Codes", "Solar power")},
    {RefundClass::AnimationSoftware, "09", u"增值税即征即退-动漫软件产品",
        QT_TRANSLATE_NOOP("Codes", "Animation software")},
    {RefundClass::AircraftRepair, "10", u"增值税即征即退-飞机维修劳务", QT_TRANSLATE_NOOP("Codes", "Aircraft repair")},
    {RefundClass::Gold, "11", u"增值税即征即退-黄金", QT_TRANSLATE_NOOP("Codes", "Gold")},
    {RefundClass::Platinum, "12", u"增值税即征即退-铂金", QT_TRANSLATE_NOOP("Codes", "Platinum")},
};

/// The row that matches, or null.
template<class Rows, class Predicate>
auto findRow(const Rows &rows, Predicate matches) -> decltype(&rows[0])
{
    const auto it = std::find_if(std::begin(rows), std::end(rows), matches);
    return it == std::end(rows) ? nullptr : &*it;
}
} // namespace

std::span<const InvoiceKindRow> invoiceKinds()
{
    return kindRows;
}

const InvoiceKindRow &row(InvoiceKind kind)
{
    return kindRows[static_cast<std::size_t>(kind)];
}

QString codesText(const char *text)
{
    return QCoreApplication::translate("Codes", text);
}

QString label(InvoiceKind kind)
{
    return codesText(row(kind).label);
}

std::optional<InvoiceKind> invoiceKindFromCode(QStringView code)
{
    const auto *found = findRow(kindRows, [&](const InvoiceKindRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->kind) : std::nullopt;
}

std::optional<InvoiceKind> invoiceKindFromOfficial(QStringView name)
{
    const auto *found = findRow(kindRows, [&](const InvoiceKindRow &r) { return name == QStringView(r.official); });
    return found != nullptr ? std::optional(found->kind) : std::nullopt;
}

const char *code(LineNature nature)
{
    return natureRows[static_cast<std::size_t>(nature)].code;
}

std::optional<LineNature> lineNatureFromCode(QStringView code)
{
    const auto *found = findRow(natureRows, [&](const NatureRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->nature) : std::nullopt;
}

std::span<const PreferenceRow> preferences()
{
    return preferenceRows;
}

const PreferenceRow &row(Preference preference)
{
    return preferenceRows[static_cast<std::size_t>(preference)];
}

std::optional<Preference> preferenceFromCode(QStringView code)
{
    const auto *found =
        findRow(preferenceRows, [&](const PreferenceRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->preference) : std::nullopt;
}

std::optional<Preference> preferenceFromOfficial(QStringView name)
{
    const auto *found =
        findRow(preferenceRows, [&](const PreferenceRow &r) { return name == QStringView(r.official); });
    return found != nullptr ? std::optional(found->preference) : std::nullopt;
}

template<>
std::span<const CodeRow<TaxMode>> codeRows<TaxMode>()
{
    return taxModeRows;
}

template<>
std::span<const CodeRow<PartyKind>> codeRows<PartyKind>()
{
    return partyKindRows;
}

template<>
std::span<const CodeRow<ElementType>> codeRows<ElementType>()
{
    return elementTypeRows;
}

template<>
std::span<const CodeRow<VoucherKind>> codeRows<VoucherKind>()
{
    return voucherKindRows;
}

template<>
std::span<const CodeRow<WaiverReason>> codeRows<WaiverReason>()
{
    return waiverRows;
}

template<>
std::span<const CodeRow<RefundClass>> codeRows<RefundClass>()
{
    return refundRows;
}

template<>
std::span<const CodeRow<InvoiceState>> codeRows<InvoiceState>()
{
    return stateRows;
}

} // namespace kp
