// SPDX-License-Identifier: GPL-3.0-or-later
// The sums behind a line; used within core/rules only.
#pragma once

#include "core/base/decimal.h"
#include "core/base/money.h"
#include "core/domain/tax_rate.h"

#include <optional>

namespace kp::rules
{

/// An amount with tax has at most 16 characters (template V260401). That also keeps 5,000 lines far from the end of 64
/// bits.
inline constexpr Money largestAmount = Money::fromFen(999'999'999'999'999);

/// round(gross × r / (1 + r)): the tax that is within an amount. Defined for every amount.
Money taxWithin(Money gross, TaxRate rate);
/// round(net × r): the tax that comes upon an amount.
Money taxUpon(Money net, TaxRate rate);

/// |quantity × price − amount| ≤ 0.01, exactly: the platform's tolerance.
bool agrees(const Decimal &quantity, const Decimal &price, Money amount);

/// The third of quantity, price and amount: amount / other with at most 13 decimals and, where it agrees, at most the
/// template's 16 characters (they fit the column of the print), else the platform's 25; empty when none agrees.
std::optional<Decimal> third(Money amount, const Decimal &other);

/// The price without tax that stands on the invoice.
/// @param entered the price the clerk gave, with or without tax
/// Comes from that price where it agrees with @p net, else, when @p enteredAgrees (rounding only), from net / quantity.
std::optional<Decimal> netPrice(
    const Decimal &quantity, const Decimal &entered, TaxRate rate, bool taxIncluded, Money net, bool enteredAgrees);

/// @p price without tax, to 13 decimals and 16 characters.
std::optional<Decimal> priceWithoutTax(const Decimal &price, TaxRate rate);
/// @p price with tax, rounded to so many decimals.
std::optional<Decimal> priceWithTax(const Decimal &price, TaxRate rate, int decimals);

inline constexpr int priceDecimals = 13;

} // namespace kp::rules
