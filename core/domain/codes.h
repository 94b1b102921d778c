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

/// 购买方类型: what a customer is.
enum class CustomerKind { Company, Person, Institution };
struct CustomerKindRow {
    CustomerKind kind;
    const char *code;         ///< as stored
    const char16_t *official; ///< as files and forms of the field write it: 企业, 个人, 机关
    const char *label;        ///< interface text, context "Codes"
};
std::span<const CustomerKindRow> customerKinds();
const CustomerKindRow &row(CustomerKind kind);
inline const char *code(CustomerKind kind)
{
    return row(kind).code;
}
QString label(CustomerKind kind);
std::optional<CustomerKind> customerKindFromCode(QStringView code);

/// 附加要素类型: what may be entered for an extra element.
enum class ElementType { Text, Number, Date };
struct ElementTypeRow {
    ElementType type;
    const char *code;         ///< as stored
    const char16_t *official; ///< as files write it: 文本, 数值, 日期
    const char *label;        ///< interface text, context "Codes"
};
std::span<const ElementTypeRow> elementTypes();
const ElementTypeRow &row(ElementType type);
inline const char *code(ElementType type)
{
    return row(type).code;
}
QString label(ElementType type);
std::optional<ElementType> elementTypeFromCode(QStringView code);

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
