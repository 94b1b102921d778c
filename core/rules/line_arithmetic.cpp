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

Decimal onePlus(TaxRate rate)
{
    return Decimal::fromParts(std::int64_t{one} + rate.millionths(), 6);
}

/// above / below with at most 13 decimals and so many characters.
std::optional<Decimal> fitted(const Decimal &above, const Decimal &below, int characters)
{
    auto value = Decimal::quotient(above, below, priceDecimals);
    if (!value)
        return std::nullopt;
    const int excess = static_cast<int>(value->toString().size()) - characters;
    if (excess <= 0)
        return value;
    // Rounded once, from the quotient itself: rounding the rounded value could end on another digit.
    const int decimals = value->decimals() - excess;
    return decimals < 0 ? std::nullopt : Decimal::quotient(above, below, decimals);
}

std::optional<Decimal> fittedPrice(const Decimal &above, const Decimal &below, const Decimal &quantity, Money amount)
{
    for (const int characters : {templateCharacters, platformCharacters})
        if (const auto price = fitted(above, below, characters); price && agrees(quantity, *price, amount))
            return price;
    return std::nullopt;
}
} // namespace

Money taxWithin(Money gross, TaxRate rate)
{
    return share(gross, rate.millionths(), std::int64_t{one} + rate.millionths());
}

Money taxUpon(Money net, TaxRate rate)
{
    return share(net, rate.millionths(), one);
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
    return fittedPrice(Decimal::fromMoney(amount), other, other, amount);
}

std::optional<Decimal> netPrice(
    const Decimal &quantity, const Decimal &entered, TaxRate rate, bool taxIncluded, Money net, bool enteredAgrees)
{
    const auto price = fittedPrice(entered, taxIncluded ? onePlus(rate) : Decimal(1), quantity, net);
    return price || !enteredAgrees ? price : third(net, quantity);
}

std::optional<Decimal> priceWithoutTax(const Decimal &price, TaxRate rate)
{
    return fitted(price, onePlus(rate), templateCharacters);
}

std::optional<Decimal> priceWithTax(const Decimal &price, TaxRate rate, int decimals)
{
    const auto product = Decimal::product(price, onePlus(rate));
    return product ? std::optional(product->rounded(decimals)) : std::nullopt;
}

} // namespace kp::rules
