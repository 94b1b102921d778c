// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/codes.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace kp
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Codes)
};

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

constexpr CustomerKindRow customerKindRows[] = {
    {CustomerKind::Company, "company", u"企业", QT_TRANSLATE_NOOP("Codes", "Company")},
    {CustomerKind::Person, "person", u"个人", QT_TRANSLATE_NOOP("Codes", "Person")},
    {CustomerKind::Institution, "institution", u"机关", QT_TRANSLATE_NOOP("Codes", "Institution")},
};

constexpr ElementTypeRow elementTypeRows[] = {
    {ElementType::Text, "text", u"文本", QT_TRANSLATE_NOOP("Codes", "Text")},
    {ElementType::Number, "number", u"数值", QT_TRANSLATE_NOOP("Codes", "Number")},
    {ElementType::Date, "date", u"日期", QT_TRANSLATE_NOOP("Codes", "Date")},
};

struct NatureRow {
    LineNature nature;
    const char *code;
};
constexpr NatureRow natureRows[] = {
    {LineNature::Normal, "00"}, {LineNature::Discount, "01"}, {LineNature::Discounted, "02"}};

struct StateRow {
    InvoiceState state;
    const char *code;
    const char *label;
};
constexpr StateRow stateRows[] = {
    {InvoiceState::Queued, "queued", QT_TRANSLATE_NOOP("Codes", "Waiting to be sent")},
    {InvoiceState::Sending, "sending", QT_TRANSLATE_NOOP("Codes", "Sending")},
    {InvoiceState::Unknown, "unknown", QT_TRANSLATE_NOOP("Codes", "Answer outstanding")},
    {InvoiceState::Processing, "processing", QT_TRANSLATE_NOOP("Codes", "Being processed")},
    {InvoiceState::Issued, "issued", QT_TRANSLATE_NOOP("Codes", "Issued")},
    {InvoiceState::Refused, "refused", QT_TRANSLATE_NOOP("Codes", "Refused")},
    {InvoiceState::Discarded, "discarded", QT_TRANSLATE_NOOP("Codes", "Discarded")},
};
constexpr auto stateList = [] {
    std::array<InvoiceState, std::size(stateRows)> out{};
    std::transform(std::begin(stateRows), std::end(stateRows), out.begin(), [](const StateRow &r) { return r.state; });
    return out;
}();

/// The row whose member equals the value, or null.
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

QString label(InvoiceKind kind)
{
    return Text::tr(row(kind).label);
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

std::span<const CustomerKindRow> customerKinds()
{
    return customerKindRows;
}

const CustomerKindRow &row(CustomerKind kind)
{
    return customerKindRows[static_cast<std::size_t>(kind)];
}

QString label(CustomerKind kind)
{
    return Text::tr(row(kind).label);
}

std::optional<CustomerKind> customerKindFromCode(QStringView code)
{
    const auto *found =
        findRow(customerKindRows, [&](const CustomerKindRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->kind) : std::nullopt;
}

std::span<const ElementTypeRow> elementTypes()
{
    return elementTypeRows;
}

const ElementTypeRow &row(ElementType type)
{
    return elementTypeRows[static_cast<std::size_t>(type)];
}

QString label(ElementType type)
{
    return Text::tr(row(type).label);
}

std::optional<ElementType> elementTypeFromCode(QStringView code)
{
    const auto *found =
        findRow(elementTypeRows, [&](const ElementTypeRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->type) : std::nullopt;
}

std::span<const InvoiceState> invoiceStates()
{
    return stateList;
}

const char *code(InvoiceState state)
{
    return stateRows[static_cast<std::size_t>(state)].code;
}

QString label(InvoiceState state)
{
    return Text::tr(stateRows[static_cast<std::size_t>(state)].label);
}

std::optional<InvoiceState> invoiceStateFromCode(QStringView code)
{
    const auto *found = findRow(stateRows, [&](const StateRow &r) { return code == QLatin1StringView(r.code); });
    return found != nullptr ? std::optional(found->state) : std::nullopt;
}

} // namespace kp
