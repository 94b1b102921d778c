// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/remaining.h"

#include "core/rules/line_arithmetic.h"
#include "core/rules/totals.h"

namespace kp::rules
{

namespace
{
Money grossWith(InvoiceDraft draft, qsizetype line, Money amount)
{
    DraftLine &changed = draft.lines[line];
    changed.quantity.reset();
    changed.price.reset();
    changed.amount = amount;
    changed.keptTax.reset();
    return compose(draft).totals.gross();
}
} // namespace

std::optional<Money> remainingAmount(const InvoiceDraft &draft, qsizetype line, Money total)
{
    InvoiceDraft others = draft;
    others.lines.removeAt(line);
    const DraftLine &wanted = draft.lines.at(line);
    const Money rest = total - compose(others).totals.gross();
    if (rest <= Money() || rest > largestAmount)
        return std::nullopt;
    // Right but for the tax of the discount and for rounding: what is off by then is put right by trying.
    const Money discount = wanted.discount.value_or(Money());
    Money amount = draft.taxIncluded ? rest + discount : rest - taxWithin(rest, effectiveRate(wanted)) + discount;
    constexpr int tries = 4;
    for (int i = 0; i < tries && amount > Money(); ++i) {
        const Money off = total - grossWith(draft, line, amount);
        if (off.isZero())
            return amount;
        amount += off;
    }
    return std::nullopt;
}

} // namespace kp::rules
