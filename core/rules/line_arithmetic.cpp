// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/line_arithmetic.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
__extension__ using Wide = __int128;

constexpr int one = 1'000'000; // of a rate, in millionths
constexpr int templateCharacters = 16;
constexpr int platformCharacters = 25;

/// amount × above / below, rounded half away from zero; below > 0.
Money share(Money amount, std::int64_t above, std::int64_t below)
{
    const Wide product = static_cast<Wide>(amount.fen()) * above;
    const Wide quotient = product / below;
    const Wide rest = product - quotient * below;
    const int step = 2 * (rest < 0 ? -rest : rest) < below ? 0 : (product < 0 ? -1 : 1);
    return Money::fromFen(static_cast<std::int64_t>(quotient + step));
}

/// 1 + statutory − rate, in millionths.
std::int64_t netShare(const TaxBasis &basis)
{
    return std::int64_t{one} + basis.statutory.millionths() - basis.rate.millionths();
}

/// @p value with as many decimals less as it has characters too many; empty when that is not enough.
std::optional<Decimal> shortened(const Decimal &value, int characters)
{
    const int excess = static_cast<int>(value.toString().size()) - characters;
    if (excess <= 0)
        return value;
    return excess > value.decimals() ? std::nullopt : std::optional(value.rounded(value.decimals() - excess));
}

/// above / below as long as the platform takes it.
std::optional<Decimal> longest(const Decimal &above, const Decimal &below)
{
    const auto value = Decimal::quotient(above, below, priceDecimals);
    return value ? shortened(*value, platformCharacters) : std::nullopt;
}

/// above / below as short as it agrees. The short form comes from the long one, not from the quotient, so that a price
/// leads to itself again when it is given back as it is.
std::optional<Decimal> agreeing(const Decimal &above, const Decimal &below, const Decimal &other, Money amount)
{
    const auto full = longest(above, below);
    if (!full)
        return std::nullopt;
    if (const auto brief = shortened(*full, templateCharacters); brief && agrees(other, *brief, amount))
        return brief;
    return agrees(other, *full, amount) ? full : std::nullopt;
}
} // namespace

Money taxWithin(Money gross, const TaxBasis &basis)
{
    return share(gross - basis.deduction, basis.rate.millionths(), std::int64_t{one} + basis.statutory.millionths());
}

Money taxUpon(Money net, const TaxBasis &basis)
{
    return share(net - basis.deduction, basis.rate.millionths(), netShare(basis));
}

std::int64_t taxError(Money net, Money tax, const TaxBasis &basis)
{
    const Wide exact =
        static_cast<Wide>((net - basis.deduction).fen()) * basis.rate.millionths() * one / netShare(basis);
    return static_cast<std::int64_t>(exact - static_cast<Wide>(tax.fen()) * one);
}

PriceScale priceScale(const TaxBasis &basis, Money gross, Money net)
{
    if (basis.isPlain())
        return {Decimal::fromParts(std::int64_t{one} + basis.rate.millionths(), 6), Decimal(1)};
    if (gross.isZero() || net.isZero())
        return {Decimal(std::int64_t{one} + basis.statutory.millionths()), Decimal(netShare(basis))};
    return {Decimal::fromMoney(gross), Decimal::fromMoney(net)};
}

bool agrees(const Decimal &quantity, const Decimal &price, Money amount)
{
    static const Decimal tolerance = Decimal::fromParts(1, 2);
    const auto product = Decimal::product(quantity, price);
    const auto difference = product ? Decimal::difference(*product, Decimal::fromMoney(amount)) : std::nullopt;
    return difference && (difference->isNegative() ? -*difference : *difference) <= tolerance;
}

std::optional<Decimal> third(Money amount, const Decimal &other)
{
    return agreeing(Decimal::fromMoney(amount), other, other, amount);
}

std::optional<Decimal> netPrice(
    const Decimal &quantity, const Decimal &entered, const PriceScale &scale, Money net, bool enteredAgrees)
{
    const auto raised = Decimal::product(entered, scale.below);
    const auto price = raised ? agreeing(*raised, scale.above, quantity, net) : std::nullopt;
    return price || !enteredAgrees ? price : third(net, quantity);
}

std::optional<Decimal> priceWithoutTax(const Decimal &price, const PriceScale &scale)
{
    const auto raised = Decimal::product(price, scale.below);
    const auto full = raised ? longest(*raised, scale.above) : std::nullopt;
    return full ? shortened(*full, templateCharacters) : std::nullopt;
}

std::optional<Decimal> priceWithTax(const Decimal &price, const PriceScale &scale, int decimals)
{
    const auto raised = Decimal::product(price, scale.above);
    return raised ? Decimal::quotient(*raised, scale.below, decimals) : std::nullopt;
}

bool fitsNumber(const Decimal &value)
{
    return value.decimals() <= priceDecimals && value.toString().size() <= numberCharacters;
}

} // namespace kp::rules
