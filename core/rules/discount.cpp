// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/discount.h"

#include "core/rules/totals.h"

#include <algorithm>

namespace kp::rules
{

namespace
{
__extension__ using Wide = __int128;

/// round(of × part / whole), half up; none may be negative.
Money proportion(Money of, Money part, Money whole)
{
    if (whole.isZero())
        return {};
    const Wide twice = Wide(2) * of.fen() * part.fen();
    return Money::fromFen(static_cast<std::int64_t>((twice + whole.fen()) / (Wide(2) * whole.fen())));
}
} // namespace

Money sumOf(const QList<Money> &amounts)
{
    Money sum;
    for (const Money amount : amounts)
        sum += amount;
    return sum;
}

std::optional<QList<Money>> discountsOfPercent(const QList<Money> &amounts, const Decimal &percent)
{
    QList<Money> discounts;
    for (const Money amount : amounts) {
        const auto discount = discountOfPercent(amount, percent);
        if (!discount)
            return std::nullopt;
        discounts.append(*discount);
    }
    return discounts;
}

// Each line takes its part of what is still to be shared, of the amounts that are still to come. So the last one takes
// what is left, and rounding never adds up.
std::optional<QList<Money>> shareDiscount(const QList<Money> &amounts, Money discount)
{
    Money open = sumOf(amounts);
    Money rest = discount;
    if (rest.isNegative() || rest > open)
        return std::nullopt;
    QList<Money> shares;
    for (const Money amount : amounts) {
        // Never more than its own amount, nor so little that the others could not bear what is left.
        const Money most = std::min(amount, rest);
        const Money least = std::max(Money(), rest - (open - amount));
        shares.append(std::clamp(proportion(rest, amount, open), least, most));
        rest -= shares.constLast();
        open -= amount;
    }
    return shares;
}

} // namespace kp::rules
