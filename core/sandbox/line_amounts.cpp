// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/line_amounts.h"

namespace kp::sandbox
{

Decimal plus(const Decimal &a, const Decimal &b)
{
    return Decimal::sum(a, b).value_or(Decimal());
}

bool within(const Decimal &a, const Decimal &b, const Decimal &tolerance)
{
    const Decimal difference = plus(a, -b);
    return (difference.isNegative() ? -difference : difference) <= tolerance;
}

Decimal times(const Decimal &a, const Decimal &b)
{
    if (const std::optional<Decimal> exact = Decimal::product(a, b))
        return *exact;
    const std::optional<Money> rounded = Decimal::productAsMoney(a, b);
    return rounded ? Decimal::fromMoney(*rounded) : Decimal();
}

Money inFen(const Decimal &amount)
{
    return amount.toMoney().value_or(Money());
}

Decimal expectedTax(const UploadedLine &line, const QString &margin)
{
    if (line.preference == u"10") {
        const Decimal raised = times(line.net, Decimal::fromParts(15, 3));
        return Decimal::quotient(raised, Decimal::fromParts(1'035, 3), 8).value_or(Decimal());
    }
    const Decimal untaxed = margin == u"02" ? line.deduction.value_or(Decimal()) : Decimal();
    return times(plus(line.net, -untaxed), line.rate);
}

} // namespace kp::sandbox
