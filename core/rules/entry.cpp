// SPDX-License-Identifier: GPL-3.0-or-later
// What the grid needs while a line is entered.
#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/totals.h"

namespace kp::rules
{

namespace
{
PriceScale scaleOf(const DraftLine &line, Money untaxed, const LineAmounts &worked)
{
    return priceScale(
        TaxBasis(effectiveRate(line), statutoryRate(line.preference), untaxed), worked.gross(), worked.net);
}

/// The draft line entered without tax that stands for @p worked.
DraftLine withoutTax(DraftLine line, const LineAmounts &worked, Money untaxed)
{
    if (line.discount)
        line.discount = worked.discountNet;
    if (worked.problem == LineAmounts::Problem::NoAmount) {
        if (line.price)
            line.price = priceWithoutTax(*line.price, scaleOf(line, untaxed, worked));
        return line;
    }
    line.amount = worked.net;
    line.quantity = worked.quantity;
    line.price = worked.price;
    // Kept only where the rule for entry without tax gives another fen.
    const LineAmounts plain = lineAmounts(line, false, untaxed);
    if (plain.tax != worked.tax)
        line.keptTax = worked.tax;
    if (lineAmounts(line, false, untaxed).discountTax != worked.discountTax)
        line.keptDiscountTax = worked.discountTax;
    return line;
}

/// The draft line entered with tax that stands for @p worked.
DraftLine withTax(DraftLine line, const LineAmounts &worked, Money untaxed)
{
    line.keptTax.reset();
    line.keptDiscountTax.reset();
    if (line.discount)
        line.discount = worked.discountNet + worked.discountTax;
    const bool hasAmount = worked.problem != LineAmounts::Problem::NoAmount;
    if (hasAmount) {
        line.amount = worked.gross();
        line.quantity = worked.quantity;
    }
    const std::optional<Decimal> price = hasAmount ? worked.price : line.price;
    if (!price)
        return line;
    // The shortest price that leads back to the price without tax: 29.4955752212389 at 13 % gives 33.33 again. With 13
    // decimals there always is one, because tax stretches the distance of two prices.
    const PriceScale scale = scaleOf(line, untaxed, worked);
    for (int decimals = 0; decimals <= priceDecimals; ++decimals) {
        line.price = priceWithTax(*price, scale, decimals);
        const auto back = hasAmount    ? lineAmounts(line, true, untaxed).price
                          : line.price ? priceWithoutTax(*line.price, scale)
                                       : std::nullopt;
        if (back == price)
            break;
    }
    return line;
}

/// The draft line that a stored line, and the discount line after it, came from.
DraftLine draftLineOf(const InvoiceLine &line, const InvoiceLine *discount, Money untaxed)
{
    DraftLine out;
    out.item = line.item;
    out.classification = line.classification;
    out.shortName = line.shortName;
    out.spec = line.spec;
    out.unit = line.unit;
    out.rate = line.rate;
    out.preference = line.preference;
    LineAmounts worked{LineAmounts::Problem::None, line.quantity, line.price, line.net, line.tax, {}, {}};
    if (discount != nullptr) {
        worked.discountNet = -discount->net;
        worked.discountTax = -discount->tax;
        out.discount = worked.discountNet;
    }
    return withoutTax(out, worked, untaxed);
}
} // namespace

void recompute(DraftLine &line, Entry edited)
{
    line.keptTax.reset(); // it belonged to the amount before
    const auto fill = [&] { line.amount = Decimal::productAsMoney(*line.quantity, *line.price); };
    const bool hasQuantity = line.quantity && !line.quantity->isZero();
    const bool hasPrice = line.price && !line.price->isZero();
    switch (edited) {
    case Entry::Quantity:
        if (line.quantity && line.price)
            fill();
        else if (hasQuantity && line.amount)
            line.price = third(*line.amount, *line.quantity);
        else if (!line.quantity && line.amount)
            line.price.reset();
        break;
    case Entry::Price:
        if (line.quantity && line.price)
            fill();
        else if (hasPrice && line.amount)
            line.quantity = third(*line.amount, *line.price);
        else if (!line.price && line.amount)
            line.quantity.reset();
        break;
    case Entry::Amount:
        if (!line.amount && line.quantity && line.price)
            fill();
        else if (line.amount && hasQuantity)
            line.price = third(*line.amount, *line.quantity);
        else if (line.amount && hasPrice)
            line.quantity = third(*line.amount, *line.price);
        break;
    }
}

InvoiceDraft switchTaxIncluded(const InvoiceDraft &draft, bool taxIncluded)
{
    if (draft.taxIncluded == taxIncluded)
        return draft;
    InvoiceDraft out = draft;
    out.taxIncluded = taxIncluded;
    for (qsizetype i = 0; i < out.lines.size(); ++i) {
        DraftLine &line = out.lines[i];
        const Money untaxed = untaxedPart(draft, i);
        const LineAmounts worked = lineAmounts(line, draft.taxIncluded, untaxed);
        if (worked.problem != LineAmounts::Problem::TooLarge)
            line = taxIncluded ? withTax(line, worked, untaxed) : withoutTax(line, worked, untaxed);
    }
    return out;
}

InvoiceDraft draftOf(const Invoice &invoice)
{
    InvoiceDraft out;
    static_cast<InvoiceHead &>(out) = invoice;
    out.taxIncluded = false;
    for (qsizetype i = 0; i < invoice.lines.size(); ++i) {
        const InvoiceLine &line = invoice.lines.at(i);
        const bool discounted = line.nature == LineNature::Discounted && i + 1 < invoice.lines.size();
        out.lines.append(
            draftLineOf(line, discounted ? &invoice.lines.at(i + 1) : nullptr, untaxedPart(invoice, out.lines.size())));
        i += discounted ? 1 : 0;
    }
    return out;
}

Decimal discountPercent(Money amount, Money discount)
{
    const auto share = Decimal::quotient(Decimal(discount.fen()), Decimal(amount.fen()), 5);
    const auto percent = share ? Decimal::product(*share, Decimal(100)) : std::nullopt;
    if (!percent)
        return {};
    for (int decimals = 0; decimals < 3; ++decimals) // 5 % of 194.36 is 9.72, which is 5.001 % of it
        if (const Decimal shorter = percent->rounded(decimals); discountOfPercent(amount, shorter) == discount)
            return shorter;
    return *percent;
}

std::optional<Money> discountOfPercent(Money amount, const Decimal &percent, const std::optional<Money> &current)
{
    if (current && discountPercent(amount, *current) == percent)
        return current;
    if (percent.isNegative() || percent > Decimal(100))
        return std::nullopt;
    const auto share = Decimal::product(percent, Decimal::fromParts(1, 2));
    return share ? Decimal::productAsMoney(Decimal::fromMoney(amount), *share) : std::nullopt;
}

} // namespace kp::rules
