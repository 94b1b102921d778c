// SPDX-License-Identifier: GPL-3.0-or-later
// The arithmetic of an invoice, exact to the fen. Sources: official template V260401 (13 decimals, quantity × price
// against the amount), the platform's base ability §7 (tolerances), its rule that tax entered within an amount is taken
// out of that amount.
#pragma once

#include "core/domain/finding.h"
#include "core/domain/invoice.h"

#include <QList>

namespace kp::rules
{

/// A draft worked out: the lines as they are stored, printed and sent, and what stands in the way of working it out.
struct Composed {
    QList<InvoiceLine> lines; ///< a discount line follows its line
    Totals totals;
    QList<Finding> findings; ///< already part of what check() gives

    friend bool operator==(const Composed &, const Composed &) = default;
};

/// Tax included: tax = round(gross × r / (1 + r)), net = gross − tax. Tax excluded: tax = round(net × r). 差额开票
/// takes the deduction off before; a reduced levy has r / (1 + the rate it is reduced from). Totals are the sums of the
/// lines. A line that can not be worked out counts as zero and has a finding.
Composed compose(const InvoiceDraft &draft);

/// 扣除额: what the vouchers deduct here together; zero outside the margin scheme.
Money deduction(const InvoiceHead &head);
/// What stays free of tax within a line: the deduction of 差额开票, whose invoice has one line; zero for all others.
Money untaxedPart(const InvoiceHead &head, qsizetype line);

/// One draft line worked out.
struct LineAmounts {
    enum class Problem {
        None,
        NoAmount,     ///< nothing to work with
        TooLarge,     ///< beyond 9,999,999,999,999.99 with tax
        Disagreement, ///< quantity × price is not the amount
        NoPrice,      ///< no price of 13 decimals gives the amount: the quantity is too large or has too many digits
    };
    Problem problem = Problem::NoAmount;
    std::optional<Decimal> quantity;
    std::optional<Decimal> price; ///< without tax
    Money net;
    Money tax;
    Money discountNet; ///< positive, as the discount is entered
    Money discountTax;

    [[nodiscard]] Money gross() const { return net + tax; }
};
/// @param untaxed untaxedPart() of the line
LineAmounts lineAmounts(const DraftLine &line, bool taxIncluded, Money untaxed = {});

/// The rate that counts: 0 for 免税 and 不征税, and while none is chosen.
TaxRate effectiveRate(const DraftLine &line);

/// Which of the three a clerk has just changed.
enum class Entry { Quantity, Price, Amount };

/// Lets the others follow: a new quantity or price gives the amount; a new amount gives the price (the quantity where
/// there is only a price). Emptying quantity or price empties both, because the platform takes both or neither;
/// emptying the amount fills it again from the two.
void recompute(DraftLine &line, Entry edited);

/// The same invoice entered the other way round: compose() gives the same lines before and after, however often.
InvoiceDraft switchTaxIncluded(const InvoiceDraft &draft, bool taxIncluded);

/// The draft of a stored invoice, entered without tax: compose() gives its lines again.
InvoiceDraft draftOf(const Invoice &invoice);

/// 折扣率: the shortest percent that gives the discount, of at most three decimals: "12.5" for 12.5 %; zero when the
/// amount is zero.
Decimal discountPercent(Money amount, Money discount);
/// The discount of a rate in percent; empty outside 0 … 100. The rate that @p current shows gives @p current again:
/// three decimals can not tell every fen, and looking at a discount as a rate must not change it.
std::optional<Money> discountOfPercent(
    Money amount, const Decimal &percent, const std::optional<Money> &current = std::nullopt);

} // namespace kp::rules
