// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/totals.h"

#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/texts.h"

namespace kp::rules
{

namespace
{
using Problem = LineAmounts::Problem;

bool isTooLarge(Money amount)
{
    return amount > largestAmount || amount < -largestAmount;
}

/// The tax upon a net amount. A kept tax counts while it is the tax within the gross amount it makes: then the line was
/// entered with tax, and net × rate merely rounds to the next fen.
Money taxOf(Money net, const TaxBasis &basis, const std::optional<Money> &kept)
{
    return kept && !isTooLarge(*kept) && taxWithin(net + *kept, basis) == *kept ? *kept : taxUpon(net, basis);
}

struct Parts {
    Money net;
    Money tax;
};

/// Net and tax of an entered amount; empty when it is too large. The limit is that of the amount with tax, whichever
/// way it was entered, so that turning a draft round carries no line over it.
std::optional<Parts> partsOf(
    Money entered, const TaxBasis &basis, bool taxIncluded, const std::optional<Money> &keptTax)
{
    if (isTooLarge(entered) || isTooLarge(basis.deduction))
        return std::nullopt;
    const Money tax = taxIncluded ? taxWithin(entered, basis) : taxOf(entered, basis, keptTax);
    const Parts out{taxIncluded ? entered - tax : entered, tax};
    return isTooLarge(out.net + out.tax) ? std::nullopt : std::optional(out);
}

void workDiscount(LineAmounts &out, const DraftLine &line, const TaxBasis &basis, bool taxIncluded)
{
    if (!line.discount)
        return;
    const auto parts = partsOf(*line.discount, basis, taxIncluded, line.keptDiscountTax);
    if (!parts) {
        out.problem = Problem::TooLarge;
        return;
    }
    out.discountNet = parts->net;
    // 100 %: the pair is zero to the fen, whatever the tax of the line was kept at.
    const bool whole = !taxIncluded && out.problem == Problem::None && parts->net == out.net && !line.keptDiscountTax;
    out.discountTax = whole ? out.tax : parts->tax;
}

void workPrice(LineAmounts &out, const DraftLine &line, const PriceScale &scale, Money amount)
{
    out.quantity = line.quantity;
    auto entered = line.price;
    if (out.quantity && !entered)
        entered = third(amount, *out.quantity);
    else if (entered && !out.quantity)
        out.quantity = third(amount, *entered);
    if (!entered && !out.quantity && !line.quantity && !line.price)
        return; // an amount alone is enough
    if (!entered || !out.quantity) {
        out.problem = Problem::NoPrice;
        return;
    }
    const bool enteredAgrees = agrees(*out.quantity, *entered, amount);
    out.price = netPrice(*out.quantity, *entered, scale, out.net, enteredAgrees);
    if (!out.price) {
        out.problem = enteredAgrees || !line.amount ? Problem::NoPrice : Problem::Disagreement;
        out.price = priceWithoutTax(*entered, scale);
    }
}

QString explanation(const LineAmounts &worked, const DraftLine &line)
{
    switch (worked.problem) {
    case Problem::None:
        break;
    case Problem::NoAmount:
        return ChecksText::tr("The amount is missing: enter it, or quantity and unit price.");
    case Problem::TooLarge:
        return ChecksText::tr("The amount is too large: with tax it may be at most %1.").arg(largestAmount.toGrouped());
    case Problem::Disagreement: {
        const auto product = Decimal::product(*line.quantity, *line.price);
        return ChecksText::tr("Quantity × unit price is %1, but the amount is %2. They may differ by 0.01 at most.")
            .arg(product ? product->toString() : QStringLiteral("…"), line.amount->toString());
    }
    case Problem::NoPrice:
        return ChecksText::tr(
            "No unit price with 13 decimals gives this amount for this quantity. Enter the quantity in a "
            "larger unit, or leave quantity and unit price empty.");
    }
    return {};
}

/// The field a problem is marked at.
QString fieldOf(const LineAmounts &worked, const DraftLine &line)
{
    // A discount that is too large leaves the amounts of the line as they are.
    if (worked.problem == Problem::TooLarge && line.discount && !worked.gross().isZero())
        return QStringLiteral("discount");
    return worked.problem == Problem::NoPrice ? QStringLiteral("quantity") : QStringLiteral("amount");
}

/// Adds while the platform's 18 digits hold; false when they do not.
bool add(Totals &totals, const InvoiceLine &line)
{
    constexpr Money most = Money::fromFen(999'999'999'999'999'999);
    const Totals sum{totals.net + line.net, totals.tax + line.tax};
    if (sum.gross() > most || sum.gross() < -most)
        return false;
    totals = sum;
    return true;
}

InvoiceLine composedLine(const DraftLine &line, const LineAmounts &worked, std::optional<Money> deducted)
{
    InvoiceLine out;
    out.item = line.item;
    out.classification = line.classification;
    out.shortName = line.shortName;
    out.spec = line.spec;
    out.unit = line.unit;
    out.quantity = worked.quantity;
    out.price = worked.price;
    out.net = worked.net;
    out.tax = worked.tax;
    out.rate = effectiveRate(line);
    out.preference = line.preference;
    out.deduction = deducted;
    return out;
}

/// The discount line of a line: everything that names the goods stays, everything that counts them goes.
InvoiceLine discountLine(const InvoiceLine &line, const LineAmounts &worked)
{
    InvoiceLine out = line;
    out.nature = LineNature::Discount;
    out.spec.clear();
    out.unit.clear();
    out.quantity.reset();
    out.price.reset();
    out.deduction.reset();
    out.net = -worked.discountNet;
    out.tax = -worked.discountTax;
    return out;
}
} // namespace

TaxRate effectiveRate(const DraftLine &line)
{
    return isUntaxed(line.preference) ? TaxRate() : line.rate.value_or(TaxRate());
}

Money deduction(const InvoiceHead &head)
{
    Money out;
    if (isMargin(head.taxMode))
        for (const DeductionVoucher &voucher : head.vouchers)
            if (!isTooLarge(voucher.used) && !isTooLarge(out)) // the sum must not overflow
                out += voucher.used;
    return out;
}

Money untaxedPart(const InvoiceHead &head, qsizetype line)
{
    return head.taxMode == TaxMode::MarginNet && line == 0 ? deduction(head) : Money();
}

LineAmounts lineAmounts(const DraftLine &line, bool taxIncluded, Money untaxed)
{
    LineAmounts out;
    const TaxBasis basis(effectiveRate(line), statutoryRate(line.preference), untaxed);
    std::optional<Money> amount = line.amount;
    if (!amount && line.quantity && line.price) {
        amount = Decimal::productAsMoney(*line.quantity, *line.price);
        if (!amount)
            out.problem = Problem::TooLarge;
    }
    if (const auto parts = amount ? partsOf(*amount, basis, taxIncluded, line.keptTax) : std::nullopt) {
        out.problem = Problem::None;
        out.net = parts->net;
        out.tax = parts->tax;
        workPrice(out, line, taxIncluded ? priceScale(basis, out.gross(), out.net) : PriceScale(), *amount);
    } else if (amount) {
        out.problem = Problem::TooLarge;
    }
    workDiscount(out, line, TaxBasis(basis.rate, basis.statutory), taxIncluded); // no deduction beside a discount
    return out;
}

Composed compose(const InvoiceDraft &draft)
{
    Composed out;
    out.lines.reserve(draft.lines.size());
    bool fits = true;
    const auto append = [&](InvoiceLine line) {
        line.number = static_cast<int>(out.lines.size()) + 1;
        fits = fits && add(out.totals, line);
        out.lines.append(std::move(line));
    };
    for (int i = 0; i < draft.lines.size(); ++i) {
        const DraftLine &line = draft.lines.at(i);
        const LineAmounts worked = lineAmounts(line, draft.taxIncluded, untaxedPart(draft, i));
        if (worked.problem != Problem::None)
            out.findings.append({Severity::Error, fieldOf(worked, line), i, explanation(worked, line)});
        const bool margin = isMargin(draft.taxMode) && i == 0;
        InvoiceLine composed = composedLine(line, worked, margin ? std::optional(deduction(draft)) : std::nullopt);
        if (worked.discountNet.isZero() && worked.discountTax.isZero()) {
            append(std::move(composed));
            continue;
        }
        composed.nature = LineNature::Discounted;
        const InvoiceLine discount = discountLine(composed, worked);
        append(std::move(composed));
        append(discount);
    }
    if (!fits)
        out.findings.append({Severity::Error, {}, -1, ChecksText::tr("The total is too large for one invoice.")});
    return out;
}

} // namespace kp::rules
