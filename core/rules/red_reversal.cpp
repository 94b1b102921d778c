// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/red_reversal.h"

#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/texts.h"

#include <algorithm>
#include <array>

namespace kp::rules
{

namespace
{
constexpr std::array<RedReasonRule, 4> reasonRules = {{
    {RedReason::Mistake, false, false, false, false, ""},
    {RedReason::GoodsReturned, true, true, false, false, "3"},
    {RedReason::ServiceStopped, true, true, true, false, "12"},
    {RedReason::Allowance, true, false, true, true, ""},
}};

/// 增值税用途 with which nothing can be reversed (leqi-protocol §9.1).
constexpr std::array<QLatin1StringView, 7> blockingUses = {QLatin1StringView("2"), QLatin1StringView("3"),
    QLatin1StringView("5"), QLatin1StringView("7"), QLatin1StringView("9"), QLatin1StringView("10"),
    QLatin1StringView("11")};

TaxBasis basisOf(const InvoiceLine &line)
{
    return TaxBasis(line.rate, statutoryRate(line.preference));
}

/// The tax of a part. All of the tax goes with all of the amount, and with nothing less: else a rest without tax would
/// be left, which the platform refuses.
Money taxOfPart(const InvoiceLine &left, Money net)
{
    if (net == left.net)
        return left.tax;
    const Money tax = std::min(taxUpon(net, basisOf(left)), left.tax);
    const bool leavesNone = tax == left.tax && tax > Money();
    return leavesNone ? tax - Money::fromFen(1) : tax;
}

RedFormLine redLine(const InvoiceLine &left, const std::optional<Decimal> &quantity, Money net, Money tax)
{
    RedFormLine out;
    out.blueLine = left.number;
    out.item = left.item;
    out.classification = left.classification;
    out.shortName = left.shortName;
    out.spec = left.spec;
    out.unit = left.unit;
    if (quantity && left.price) {
        out.quantity = -*quantity;
        out.price = left.price;
    }
    out.net = -net;
    out.rate = left.rate;
    out.tax = -tax;
    out.preference = left.preference;
    if (left.deduction)
        out.deduction = -*left.deduction;
    return out;
}

QString obstacleOf(const Invoice &blue, const InvoiceUse &use)
{
    if (blue.isRed())
        return ChecksText::tr("A red invoice can not be reversed.");
    if (blue.state != InvoiceState::Issued || use.status == QLatin1StringView("2"))
        return ChecksText::tr("Only an issued invoice can be reversed.");
    if (use.status == QLatin1StringView("3") || use.status == QLatin1StringView("8"))
        return ChecksText::tr("Nothing of this invoice is left to reverse.");
    if (use.voucherState == QLatin1StringView("02"))
        return ChecksText::tr(
            "The tax authority has marked this invoice as an abnormal voucher; it can not be reversed.");
    if (use.locked)
        return ChecksText::tr(
            "The tax platform has locked this invoice for another reversal. Wait until that is done.");
    if (std::find(blockingUses.begin(), blockingUses.end(), use.vatUse) != blockingUses.end())
        return ChecksText::tr("The buyer has used this invoice for a tax refund. He must have that taken back first.");
    return {};
}
} // namespace

const RedReasonRule &ruleOf(RedReason reason)
{
    return reasonRules[static_cast<std::size_t>(reason) - 1];
}

bool mayHaveReason(const InvoiceLine &line, RedReason reason)
{
    const QLatin1StringView excluded(ruleOf(reason).excluded);
    return line.classification.isEmpty() || !excluded.contains(line.classification.front());
}

QList<InvoiceLine> reversibleLines(const Invoice &blue)
{
    QList<InvoiceLine> out;
    for (const InvoiceLine &line : blue.lines) {
        if (line.nature != LineNature::Discount) {
            out.append(line);
            continue;
        }
        if (out.isEmpty())
            continue; // no discount stands alone on an issued invoice
        InvoiceLine &discounted = out.last();
        discounted.net += line.net;
        discounted.tax += line.tax;
        if (discounted.quantity)
            discounted.price = third(discounted.net, *discounted.quantity);
        if (!discounted.price)
            discounted.quantity.reset();
    }
    for (InvoiceLine &line : out)
        line.nature = LineNature::Normal;
    out.removeIf([](const InvoiceLine &line) { return line.net.isZero(); }); // given away
    return out;
}

QList<InvoiceLine> remainingLines(const Invoice &blue, const QList<RedFormLine> &taken)
{
    QList<InvoiceLine> left = reversibleLines(blue);
    for (const RedFormLine &red : taken) {
        const auto line =
            std::find_if(left.begin(), left.end(), [&](const InvoiceLine &l) { return l.number == red.blueLine; });
        if (line == left.end())
            continue;
        line->net += red.net;
        line->tax += red.tax;
        if (line->quantity && red.quantity)
            line->quantity = Decimal::sum(*line->quantity, *red.quantity);
    }
    left.removeIf([](const InvoiceLine &line) { return line.net <= Money(); });
    return left;
}

bool isUsed(const InvoiceUse &use)
{
    const bool vat = !use.vatUse.isEmpty() && use.vatUse != QLatin1StringView("0");
    return vat || use.posting == QLatin1StringView("02") || use.stockUse == QLatin1StringView("01");
}

Reversibility reversibility(const Invoice &blue, const QList<RedFormLine> &taken, const InvoiceUse &use)
{
    Reversibility out;
    out.left = remainingLines(blue, taken);
    out.untouched = taken.isEmpty();
    out.used = isUsed(use);
    out.wholeOnly = !out.used || isMargin(blue.taxMode);
    out.obstacle = obstacleOf(blue, use);
    if (out.obstacle.isEmpty() && (out.left.isEmpty() || (out.wholeOnly && !out.untouched)))
        out.obstacle = ChecksText::tr("Nothing of this invoice is left to reverse.");
    if (!out.obstacle.isEmpty())
        return out;
    for (const RedReasonRule &rule : reasonRules) {
        const auto fits = [&](const InvoiceLine &line) { return mayHaveReason(line, rule.reason); };
        const bool lines = out.wholeOnly ? std::all_of(out.left.cbegin(), out.left.cend(), fits)
                                         : std::any_of(out.left.cbegin(), out.left.cend(), fits);
        if (lines && (rule.part || out.untouched))
            out.reasons.append(rule.reason);
    }
    return out;
}

RedFormLine reversedWhole(const InvoiceLine &left, RedReason reason)
{
    if (ruleOf(reason).bare || !left.quantity || !left.price)
        return redLine(left, std::nullopt, left.net, left.tax);
    // After an allowance the rest comes to less than its quantity: the price stays, so the quantity gives way. What
    // parts have left over by rounding it bears.
    const bool agreed = agrees(*left.quantity, *left.price, left.net);
    const std::optional<Decimal> reckoned = agreed ? std::nullopt : third(left.net, *left.price);
    const bool less = reckoned && *reckoned < *left.quantity;
    return redLine(left, less ? reckoned : left.quantity, left.net, left.tax);
}

std::optional<RedFormLine> reversedByQuantity(const InvoiceLine &left, RedReason reason, const Decimal &quantity)
{
    if (!ruleOf(reason).quantity || !left.quantity || !left.price || quantity <= Decimal() ||
        quantity > *left.quantity || !fitsNumber(quantity))
        return std::nullopt;
    const std::optional<Money> product = Decimal::productAsMoney(quantity, *left.price);
    const bool everything = quantity == *left.quantity && agrees(quantity, *left.price, left.net);
    const Money net = everything ? left.net : product.value_or(Money());
    if (net <= Money() || net > left.net)
        return std::nullopt;
    return redLine(left, quantity, net, taxOfPart(left, net));
}

std::optional<RedFormLine> reversedByAmount(const InvoiceLine &left, RedReason reason, Money net)
{
    const RedReasonRule &rule = ruleOf(reason);
    if (!rule.amount || net <= Money() || net > left.net)
        return std::nullopt;
    if (net == left.net)
        return reversedWhole(left, reason);
    const bool counted = !rule.bare && left.price && left.quantity;
    const std::optional<Decimal> quantity = counted ? third(net, *left.price) : std::nullopt;
    if (counted && !quantity)
        return std::nullopt;
    return redLine(left, quantity, net, taxOfPart(left, net));
}

RedForm composeRedForm(const Invoice &blue, Side enteredBy, RedReason reason, QList<RedFormLine> lines)
{
    RedForm out;
    out.company = blue.company;
    out.enteredBy = enteredBy;
    out.seller.name = blue.seller.name;
    out.seller.taxNumber = blue.seller.taxNumber;
    out.buyer.name = blue.printedBuyerName();
    out.buyer.taxNumber = blue.buyer.taxNumber;
    out.blueNumber = blue.number;
    out.blueIssuedAt = blue.issuedAt;
    out.blueTotals = blue.totals;
    out.kind = blue.kind;
    out.taxMode = blue.taxMode;
    out.reason = reason;
    out.lines = std::move(lines);
    int number = 0;
    for (RedFormLine &line : out.lines) {
        line.number = ++number;
        out.totals.net += line.net;
        out.totals.tax += line.tax;
    }
    return out;
}

Invoice redInvoice(const RedForm &form, const Invoice &blue)
{
    Invoice out;
    out.company = blue.company;
    out.kind = blue.kind;
    out.taxMode = blue.taxMode;
    out.naturalPerson = blue.naturalPerson;
    out.buyerKind = blue.buyerKind;
    out.buyer = blue.buyer;
    out.buyerDocument = blue.buyerDocument;
    out.buyerEmail = blue.buyerEmail;
    out.showBuyerContact = blue.showBuyerContact;
    out.showBuyerBank = blue.showBuyerBank;
    out.showSellerContact = blue.showSellerContact;
    out.showSellerBank = blue.showSellerBank;
    out.businessType = blue.businessType;
    out.refund = blue.refund;
    out.taxService = blue.taxService;
    out.serviceAgreement = blue.serviceAgreement;
    out.seller = blue.seller;
    out.practice = blue.practice;
    out.totals = form.totals;
    out.reversal = {form.blueNumber, form.number, form.uuid};
    for (const RedFormLine &red : form.lines) {
        InvoiceLine line;
        line.number = red.number;
        line.blueLine = red.blueLine;
        line.item = red.item;
        line.classification = red.classification;
        line.shortName = red.shortName;
        line.spec = red.spec;
        line.unit = red.unit;
        line.quantity = red.quantity;
        line.price = red.price;
        line.net = red.net;
        line.rate = red.rate;
        line.tax = red.tax;
        line.preference = red.preference;
        line.deduction = red.deduction;
        out.lines.append(line);
    }
    return out;
}

} // namespace kp::rules
