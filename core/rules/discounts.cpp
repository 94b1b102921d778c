// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/discounts.h"

#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/totals.h"

#include <algorithm>
#include <numeric>

namespace kp::rules
{

namespace
{
__extension__ using Wide = __int128;

/// What a line comes to as it is entered, without its discount; zero when it can not be worked out.
Money enteredAmount(const InvoiceDraft &draft, qsizetype line)
{
    const LineAmounts worked = lineAmounts(draft.lines.at(line), draft.taxIncluded, untaxedPart(draft, line));
    if (worked.problem != LineAmounts::Problem::None)
        return {};
    return std::max(Money(), draft.taxIncluded ? worked.gross() : worked.net);
}

void setDiscount(DraftLine &line, Money discount)
{
    line.discount = discount.isZero() ? std::nullopt : std::optional(discount);
    line.keptDiscountTax.reset(); // it belonged to the discount before
}

/// What the other lines come to with tax, discounts taken off.
Money grossOfOthers(const InvoiceDraft &draft, qsizetype line)
{
    InvoiceDraft others = draft;
    others.lines.removeAt(line);
    return compose(others).totals.gross();
}
} // namespace

std::optional<InvoiceDraft> discountedByPercent(
    const InvoiceDraft &draft, const QList<qsizetype> &lines, const Decimal &percent)
{
    if (percent.isNegative() || percent > Decimal(100))
        return std::nullopt;
    InvoiceDraft out = draft;
    for (const qsizetype i : lines)
        if (const Money amount = enteredAmount(draft, i); amount > Money())
            setDiscount(out.lines[i], discountOfPercent(amount, percent).value_or(Money()));
    return out;
}

std::optional<InvoiceDraft> discountedByAmount(const InvoiceDraft &draft, const QList<qsizetype> &lines, Money discount)
{
    QList<Money> amounts;
    for (const qsizetype i : lines)
        amounts.append(enteredAmount(draft, i));
    const Money total = std::accumulate(amounts.begin(), amounts.end(), Money());
    if (discount.isNegative() || discount > total)
        return std::nullopt;
    InvoiceDraft out = draft;
    // Each line gets what brings the sum so far nearest to its share: no rounding is left over at the end, and since
    // the shares never grow faster than the amounts, none exceeds its line.
    Money before;
    Money shared;
    for (qsizetype i = 0; i < lines.size(); ++i) {
        before += amounts.at(i);
        const Money upTo = total.isZero() ? Money()
                                          : Money::fromFen(static_cast<std::int64_t>(
                                                static_cast<Wide>(discount.fen()) * before.fen() / total.fen()));
        if (amounts.at(i) > Money())
            setDiscount(out.lines[lines.at(i)], upTo - shared);
        shared = upTo;
    }
    return out;
}

std::optional<DraftLine> filledUpTo(const InvoiceDraft &draft, qsizetype line, Money gross)
{
    if (line < 0 || line >= draft.lines.size() || gross > largestAmount)
        return std::nullopt;
    DraftLine out = draft.lines.at(line);
    const Money untaxed = untaxedPart(draft, line);
    const LineAmounts before = lineAmounts(out, draft.taxIncluded, untaxed);
    const Money own = gross - grossOfOthers(draft, line) + before.discountNet + before.discountTax;
    if (own <= Money())
        return std::nullopt;
    const Money tax = taxWithin(own, TaxBasis(effectiveRate(out), statutoryRate(out.preference), untaxed));
    out.amount = draft.taxIncluded ? own : own - tax;
    recompute(out, Entry::Amount);
    if (!draft.taxIncluded && lineAmounts(out, false, untaxed).tax != tax)
        out.keptTax = tax; // net × rate rounds to another fen
    return out;
}

} // namespace kp::rules
