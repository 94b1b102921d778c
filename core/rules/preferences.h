// SPDX-License-Identifier: GPL-3.0-or-later
// What a preferential policy does to a line: the rates it allows, the tax it leaves. One table (preferences.cpp), from
// the platform's base ability §7.5.
#pragma once

#include "core/domain/company.h"
#include "core/domain/invoice.h"
#include "core/rules/usable_rates.h"

#include <QList>

#include <optional>

namespace kp::rules
{

struct PreferenceRule {
    enum class Rates {
        Usable,  ///< whatever the taxpayer may use
        General, ///< a general rate above zero: the goods are taxed in the ordinary way
        Listed,  ///< those in rates
    };
    Preference preference = Preference::None;
    Rates rates = Rates::Usable;
    int listed[2] = {}; ///< in millionths; the second may be missing (−1)
    bool untaxed = false;
    bool refunded = false;  ///< 即征即退: a refund class belongs to it
    int statutoryRate = -1; ///< in millionths: of a reduced levy, the rate it is reduced from
};
const PreferenceRule &ruleOf(Preference preference);

/// 免税 and 不征税: the line bears no tax and its tax prints as ***.
inline bool isUntaxed(Preference preference)
{
    return ruleOf(preference).untaxed;
}
/// 减按征税: the rate it is reduced from, 5 % for 按5%简易征收减按1.5%计征.
std::optional<TaxRate> statutoryRate(Preference preference);

/// 零税率标识 (lslbs), as query interfaces and business systems write it: "1" 免税, "2" 不征税, "3" 普通零税率, empty
/// for a taxed line.
QString zeroRateMark(const InvoiceLine &line);

/// Whether the preference goes with the rate for this taxpayer.
bool allows(Preference preference, TaxRate rate, const UsableRates &usable);

/// The rates to offer for a line: usable today, allowed by the preference, and among those of the classification, if it
/// names any that are left; levy rates stay, as the classification names none. Best first: those of the classification,
/// then as the platform lists them. @p classification may be null.
QList<TaxRate> proposedRates(
    Preference preference, const UsableRates &usable, const Classification *classification, InvoiceKind kind);

/// The preferences a line can have: by kind of invoice, tax mode and code.
QList<Preference> possiblePreferences(InvoiceKind kind, TaxMode mode, QStringView classification);

} // namespace kp::rules
