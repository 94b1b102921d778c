// SPDX-License-Identifier: GPL-3.0-or-later
// The sums behind a line.
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

/// What the tax of a line is reckoned on.
struct TaxBasis {
    TaxRate rate;
    TaxRate statutory; ///< the rate without tax is reckoned with; another one than rate for a reduced levy
    Money deduction;   ///< 扣除额 with 差额开票: bears no tax

    explicit TaxBasis(TaxRate r, std::optional<TaxRate> reducedFrom = {}, Money deducted = {})
        : rate(r)
        , statutory(reducedFrom.value_or(r))
        , deduction(deducted)
    {
    }
    /// Prices with and without tax stand in the ratio 1 + rate.
    [[nodiscard]] bool isPlain() const { return rate == statutory && deduction.isZero(); }
};

/// round((gross − deduction) × rate / (1 + statutory)): the tax that is within an amount. Defined for every amount.
Money taxWithin(Money gross, const TaxBasis &basis);
/// round((net − deduction) × rate / (1 + statutory − rate)): the tax that comes upon an amount. That is net × rate but
/// for reduced levies.
Money taxUpon(Money net, const TaxBasis &basis);
/// The exact tax upon net, less tax: in millionths of a fen.
std::int64_t taxError(Money net, Money tax, const TaxBasis &basis);

/// How prices with and without tax stand to each other: with × below = without × above.
struct PriceScale {
    Decimal above{1};
    Decimal below{1};
};
/// 1 + rate to 1; for margins and reduced levies, whose tax is no fixed share, as the amounts of the line do.
PriceScale priceScale(const TaxBasis &basis, Money gross, Money net);

/// |quantity × price − amount| ≤ 0.01, exactly: the platform's tolerance.
bool agrees(const Decimal &quantity, const Decimal &price, Money amount);

/// The third of quantity, price and amount: amount / other with at most 13 decimals and, where it agrees, at most the
/// template's 16 characters (they fit the column of the print), else the platform's 25; empty when none agrees.
std::optional<Decimal> third(Money amount, const Decimal &other);

/// The price without tax that stands on the invoice.
/// @param entered the price the clerk gave; @param scale of it and the price without tax
/// Comes from that price where it agrees with @p net, else, when @p enteredAgrees (rounding only), from net / quantity.
std::optional<Decimal> netPrice(
    const Decimal &quantity, const Decimal &entered, const PriceScale &scale, Money net, bool enteredAgrees);

/// @p price without tax, to 13 decimals and 16 characters.
std::optional<Decimal> priceWithoutTax(const Decimal &price, const PriceScale &scale);
/// @p price with tax, rounded to so many decimals.
std::optional<Decimal> priceWithTax(const Decimal &price, const PriceScale &scale, int decimals);

inline constexpr int priceDecimals = 13;
inline constexpr int numberCharacters = 25; ///< the platform's length of quantity and unit price
/// Whether the platform takes it for a quantity or a unit price.
bool fitsNumber(const Decimal &value);

} // namespace kp::rules
