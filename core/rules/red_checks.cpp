// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform would refuse of a confirmation form.
#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/red_reversal.h"
#include "core/rules/report.h"
#include "core/rules/texts.h"

#include <QSet>

#include <algorithm>
#include <cstdlib>

namespace kp::rules
{

namespace
{
constexpr Money taxTolerance = Money::fromFen(6);
constexpr std::int64_t millionths = 1'000'000; // of a fen

/// What can never be changed.
bool saysTheSame(const RedFormLine &line, const InvoiceLine &blue)
{
    const std::optional<Money> deduction = blue.deduction ? std::optional(-*blue.deduction) : std::nullopt;
    return line.item == blue.item && line.classification == blue.classification && line.shortName == blue.shortName &&
           line.spec == blue.spec && line.unit == blue.unit && line.rate == blue.rate &&
           line.preference == blue.preference && line.deduction == deduction;
}

/// All that earlier parts have left, with what their rounding left over.
bool takesTheRest(const RedFormLine &line, const InvoiceLine &left)
{
    return -line.net == left.net && -*line.quantity == *left.quantity;
}

void checkQuantity(Report &report, const RedFormLine &line, const InvoiceLine &left, const RedReasonRule &rule)
{
    if (line.quantity.has_value() != line.price.has_value()) {
        report.error("quantity", ChecksText::tr("Quantity and price go together: enter both or neither."));
    } else if (rule.bare && line.quantity) {
        report.error("quantity", ChecksText::tr("A sales allowance has neither quantity nor price."));
    } else if (!rule.bare && left.quantity.has_value() != line.quantity.has_value()) {
        report.error("quantity", ChecksText::tr("The quantity must be given as on the blue invoice."));
    } else if (line.quantity) {
        if (*line.quantity >= Decimal() || -*line.quantity > *left.quantity)
            report.error(
                "quantity", ChecksText::tr("At most %1 can be reversed of this line.").arg(left.quantity->toString()));
        else if (!fitsNumber(-*line.quantity))
            report.error("quantity", ChecksText::tr("%1 may have at most %2 decimals and %3 characters.")
                                         .arg(fieldLabel("Quantity"))
                                         .arg(priceDecimals)
                                         .arg(numberCharacters));
        if (line.price != left.price)
            report.error("price", ChecksText::tr("The price stays that of the blue invoice."));
        else if (!takesTheRest(line, left) && !agrees(*line.quantity, *line.price, line.net))
            report.error("net", ChecksText::tr("The amount must be quantity × price, to within 0.01."));
    }
}

void checkAmounts(Report &report, const RedFormLine &line, const InvoiceLine &left)
{
    if (line.net >= Money() || -line.net > left.net) {
        report.error("net", ChecksText::tr("At most %1 can be reversed of this line.").arg(left.net.toString()));
        return;
    }
    if (line.tax > Money() || -line.tax > left.tax) {
        report.error("tax", ChecksText::tr("At most %1 of tax can be reversed of this line.").arg(left.tax.toString()));
        return;
    }
    const bool bearsTax = !left.rate.isZero() && !left.tax.isZero();
    if (bearsTax && (-line.net == left.net) != (-line.tax == left.tax))
        report.error("tax", ChecksText::tr("All of the tax is reversed with all of the amount, and only then."));
    // The tax of a margin is no share of the amount; it is reversed whole.
    const TaxBasis basis(line.rate, statutoryRate(line.preference));
    if (!left.deduction && std::abs(taxError(line.net, line.tax, basis)) > millionths * taxTolerance.fen())
        report.error("tax", ChecksText::tr("The tax differs from amount × rate by more than 0.06."));
}

void checkLine(Report &report, const RedFormLine &line, const InvoiceLine &left, const RedReasonRule &rule)
{
    if (!saysTheSame(line, left))
        report.error("item", ChecksText::tr("Name, code and rate stay those of the blue invoice."));
    if (!line.classification.isEmpty() && QLatin1StringView(rule.excluded).contains(line.classification.front()))
        report.error("classification",
            rule.reason == RedReason::GoodsReturned
                ? ChecksText::tr("A service can not be returned: choose \"%1\".").arg(label(RedReason::ServiceStopped))
                : ChecksText::tr("Goods can not be stopped: choose \"%1\".").arg(label(RedReason::GoodsReturned)));
    checkQuantity(report, line, left, rule);
    checkAmounts(report, line, left);
}

bool reversesAll(const RedForm &form, const QList<InvoiceLine> &left)
{
    return form.lines.size() == left.size() && std::all_of(left.cbegin(), left.cend(), [&](const InvoiceLine &line) {
        return std::any_of(form.lines.cbegin(), form.lines.cend(), [&](const RedFormLine &red) {
            return red.blueLine == line.number && -red.net == line.net && -red.tax == line.tax;
        });
    });
}
} // namespace

QList<Finding> checkRedForm(const RedForm &form, const Invoice &blue, const Reversibility &may)
{
    QList<Finding> findings;
    Report head(findings);
    if (!may.obstacle.isEmpty()) {
        head.error(whole, may.obstacle);
        return findings;
    }
    const RedReasonRule &rule = ruleOf(form.reason);
    if (form.enteredBy == Side::Buyer && !may.used)
        head.error("enteredBy",
            ChecksText::tr(
                "As long as the buyer has neither ticked nor posted the invoice, only the seller can apply."));
    if (!rule.part && !may.untouched)
        head.error(
            "reason", ChecksText::tr("\"%1\" reverses the whole invoice; of this one a part is reversed already.")
                          .arg(label(form.reason)));
    else if ((may.wholeOnly || !rule.part) && !reversesAll(form, may.left))
        head.error(whole,
            isMargin(blue.taxMode) ? ChecksText::tr("An invoice of the margin scheme can only be reversed as a whole.")
            : may.used
                ? ChecksText::tr("\"%1\" reverses the whole invoice.").arg(label(form.reason))
                : ChecksText::tr("As long as the buyer has not used the invoice, it can only be reversed as a whole."));
    if (form.lines.isEmpty())
        head.error(whole, ChecksText::tr("Choose at least one line to reverse."));
    QSet<int> seen;
    Totals sum;
    for (qsizetype i = 0; i < form.lines.size(); ++i) {
        const RedFormLine &line = form.lines.at(i);
        Report report(findings, static_cast<int>(i));
        const auto left = std::find_if(
            may.left.cbegin(), may.left.cend(), [&](const InvoiceLine &l) { return l.number == line.blueLine; });
        if (left == may.left.cend() || seen.contains(line.blueLine))
            report.error("blueLine", ChecksText::tr("Of line %1 nothing is left to reverse.").arg(line.blueLine));
        else
            checkLine(report, line, *left, rule);
        seen.insert(line.blueLine);
        sum.net += line.net;
        sum.tax += line.tax;
    }
    if (sum != form.totals)
        head.error(whole, ChecksText::tr("The totals are not the sum of the lines."));
    return findings;
}

} // namespace kp::rules
