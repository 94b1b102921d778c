// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/preferences.h"

#include <algorithm>
#include <iterator>

namespace kp::rules
{

namespace
{
using Rule = PreferenceRule;
using Rates = PreferenceRule::Rates;

constexpr int missing = -1;

constexpr Rule general(Preference preference, bool refunded = false)
{
    return {preference, Rates::General, {missing, missing}, false, refunded, missing};
}

constexpr Rule listed(Preference preference, int first, int second = missing)
{
    return {preference, Rates::Listed, {first, second}, false, false, missing};
}

constexpr Rule untaxed(Preference preference)
{
    return {preference, Rates::Listed, {0, missing}, true, false, missing};
}

constexpr Rule rules[] = {
    {Preference::None, Rates::Usable, {missing, missing}, false, false, missing},
    listed(Preference::Simplified, 30'000, 50'000),
    general(Preference::RareEarth),
    untaxed(Preference::Exempt),
    untaxed(Preference::NotTaxable),
    general(Preference::LevyThenRefund),
    general(Preference::LevyThenRefund100),
    general(Preference::LevyThenRefund50),
    listed(Preference::Simplified3, 30'000),
    listed(Preference::Simplified5, 50'000),
    {Preference::Reduced15, Rates::Listed, {15'000, missing}, false, false, 50'000},
    general(Preference::Refund30, true),
    general(Preference::Refund50, true),
    general(Preference::Refund70, true),
    general(Preference::Refund100, true),
    general(Preference::OverBurden3, true),
    general(Preference::OverBurden8, true),
    general(Preference::OverBurden12, true),
    general(Preference::OverBurden6, true),
};
} // namespace

const PreferenceRule &ruleOf(Preference preference)
{
    return rules[static_cast<std::size_t>(preference)];
}

std::optional<TaxRate> statutoryRate(Preference preference)
{
    const int rate = ruleOf(preference).statutoryRate;
    return rate == missing ? std::nullopt : std::optional(TaxRate::fromMillionths(rate));
}

QString zeroRateMark(const InvoiceLine &line)
{
    if (!line.rate.isZero())
        return {};
    return line.preference == Preference::Exempt       ? QStringLiteral("1")
           : line.preference == Preference::NotTaxable ? QStringLiteral("2")
                                                       : QStringLiteral("3");
}

bool allows(Preference preference, TaxRate rate, const UsableRates &usable)
{
    const Rule &rule = ruleOf(preference);
    switch (rule.rates) {
    case Rates::Usable:
        return true;
    case Rates::General:
        return !rate.isZero() && !usable.areLevyOnly(rate);
    case Rates::Listed:
        break;
    }
    return std::any_of(
        std::begin(rule.listed), std::end(rule.listed), [&](int allowed) { return allowed == rate.millionths(); });
}

QList<TaxRate> proposedRates(
    Preference preference, const UsableRates &usable, const Classification *classification, InvoiceKind kind)
{
    if (isUntaxed(preference))
        return {TaxRate()};
    const QStringList usual =
        classification != nullptr ? classification->rates.split(u'、', Qt::SkipEmptyParts) : QStringList();
    QList<TaxRate> first;
    QList<TaxRate> then;
    for (const TaxRate rate : usable.values()) {
        if (!allows(preference, rate, usable) || (rate.isZero() && kind == InvoiceKind::Special))
            continue;
        if (usual.contains(rate.toPercent()))
            first.append(rate);
        else if (usual.isEmpty() || usable.areLevyOnly(rate))
            then.append(rate);
    }
    return first + then;
}

QList<Preference> possiblePreferences(InvoiceKind kind, TaxMode mode, QStringView classification)
{
    const bool notTaxable = classification.startsWith(u'6');
    const bool taxedOnly = kind == InvoiceKind::Special || isMargin(mode);
    QList<Preference> out;
    for (const Rule &rule : rules) {
        const bool reduced = rule.statutoryRate != missing;
        const bool fitsCode = classification.isEmpty() || rule.preference == Preference::None ||
                              notTaxable == (rule.preference == Preference::NotTaxable);
        if (reduced == (mode == TaxMode::Reduced) && fitsCode && !(taxedOnly && rule.untaxed))
            out.append(rule.preference);
    }
    return out;
}

} // namespace kp::rules
