// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/line_checks.h"

#include "core/domain/schemas.h"
#include "core/rules/line_arithmetic.h"
#include "core/rules/preferences.h"
#include "core/rules/text_limits.h"
#include "core/rules/texts.h"

#include <QStringList>

#include <cstdlib>

namespace kp::rules
{

namespace
{
// Base ability §6.2: xmmc, spfwjc, ggxh, dw.
constexpr ByteLimit lineLimits[] = {{"item", 600}, {"shortName", 120}, {"spec", 150}, {"unit", 300}};
constexpr int printedNameBytes = 300; // hwhyslwfwmc: *short name*item
constexpr Money lineTolerance = Money::fromFen(6);

QString official(Preference preference)
{
    return QStringView(row(preference).official).toString();
}

void checkNames(Report &report, const LineContext &context, const DraftLine &line, const Classification *known)
{
    checkTexts(report, line, lineLimits, "");
    if (line.item.isEmpty())
        report.error("item", ChecksText::tr("The item is missing."));
    else if (line.item.startsWith(u'*') && line.item.indexOf(u'*', 1) > 1)
        report.error("item", ChecksText::tr("Leave out the short name between asterisks: it is printed by itself."));

    if (line.classification.isEmpty())
        report.error("classification",
            context.manyLines
                ? ChecksText::tr(
                      "The classification code is missing: with more than 200 lines each must carry its own.")
                : ChecksText::tr("The classification code is missing."));
    else if (known == nullptr)
        report.error("classification",
            ChecksText::tr("%1 is not in the tax classification. A code has 19 digits.").arg(line.classification));
    else if (known->summary)
        report.error("classification",
            ChecksText::tr("%1 (%2) is a summary node and not usable on invoices. Choose a code below it.")
                .arg(known->code, known->name));

    if (known != nullptr && !line.shortName.isEmpty() && line.shortName != known->shortName)
        report.error("shortName",
            ChecksText::tr("The short name of this code is \"%1\", not \"%2\".").arg(known->shortName, line.shortName));
    const QString &shortName = line.shortName.isEmpty() && known != nullptr ? known->shortName : line.shortName;
    // Two asterisks.
    if (const int bytes = utf8Size(line.item) + utf8Size(shortName) + 2; bytes > printedNameBytes)
        report.error(
            "item", ChecksText::tr(
                        "Item and short name together take %1 bytes (a Chinese character counts 3); the tax platform "
                        "takes at most %2.")
                        .arg(bytes)
                        .arg(printedNameBytes));
}

void checkNumber(Report &report, const char *field, const char *label, const std::optional<Decimal> &value)
{
    if (!value)
        return;
    if (value->isNegative() || value->isZero())
        report.error(field, ChecksText::tr("%1 must be larger than zero.").arg(fieldLabel(label)));
    else if (!fitsNumber(*value))
        report.error(field, ChecksText::tr("%1 may have at most %2 decimals and %3 characters.")
                                .arg(fieldLabel(label))
                                .arg(priceDecimals)
                                .arg(numberCharacters));
}

/// |net × rate − tax| ≤ 0.06 (base ability §7.1).
bool isWithinTolerance(const InvoiceLine &line, TaxMode mode)
{
    constexpr std::int64_t millionths = 1'000'000; // of a fen
    return std::abs(taxError(line, mode)) <= millionths * lineTolerance.fen();
}

void checkAmounts(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes)
{
    checkNumber(report, "quantity", QT_TRANSLATE_NOOP("Fields", "Quantity"), line.quantity);
    checkNumber(report, "price", QT_TRANSLATE_NOOP("Fields", "Unit price"), line.price);
    if (line.discount && line.discount->isNegative())
        report.error("discount", ChecksText::tr("Enter the discount as a positive amount."));
    if (!composes)
        return;
    if (worked.gross().isNegative())
        report.error("amount",
            ChecksText::tr("The amount is negative. Enter reductions as a discount of their line; a return needs a red "
                           "invoice."));
    else if (worked.gross().isZero())
        report.error(
            "amount", ChecksText::tr("The amount is zero. Enter gifts with their price and a discount of 100 %."));
    else if (discount != nullptr) {
        const Money entered = context.draft.taxIncluded ? worked.gross() : worked.net;
        if (*line.discount > entered)
            report.error("discount", ChecksText::tr("The discount %1 is larger than the amount %2 of the line.")
                                         .arg(line.discount->toString(), entered.toString()));
    }
    const TaxMode mode = context.draft.taxMode;
    if (!isWithinTolerance(worked, mode) || (discount != nullptr && !isWithinTolerance(*discount, mode)))
        report.error("amount", ChecksText::tr("The tax %1 differs by more than %2 from amount × rate.")
                                   .arg(worked.tax.toString(), lineTolerance.toString()));
}

void checkUsable(Report &report, const UsableRates &rates, TaxRate rate, const Classification *known)
{
    if (rates.areUnknown())
        return; // said once for the whole invoice
    if (!rates.contain(rate)) {
        report.error("rate",
            ChecksText::tr("%1 is not among the rates you may use today: %2.").arg(rate.toPercent(), rates.text()));
        return;
    }
    if (known == nullptr || known->rates.isEmpty() || rate.isZero() || rates.areLevyOnly(rate))
        return;
    const QString chosen = rate.toPercent();
    if (!QStringView(known->rates).split(u'、').contains(QStringView(chosen)))
        report.warning("rate",
            ChecksText::tr("The usual rate of %1 is %2; here it is %3.").arg(known->name, known->rates, chosen));
}

/// The rates a preference allows, as words.
QString allowedText(const PreferenceRule &rule)
{
    if (rule.rates != PreferenceRule::Rates::Listed)
        return ChecksText::tr("a general rate such as 13%");
    QStringList out;
    for (const int rate : rule.listed)
        if (rate >= 0)
            out.append(TaxRate::fromMillionths(rate).toPercent());
    return out.join(ChecksText::tr(" or "));
}

void checkRate(Report &report, const LineContext &context, const DraftLine &line, const Classification *known)
{
    const PreferenceRule &rule = ruleOf(line.preference);
    if (!line.rate && !rule.untaxed) {
        report.error("rate", ChecksText::tr("The tax rate is missing."));
        return;
    }
    const TaxRate rate = line.rate.value_or(TaxRate());
    if (!allows(line.preference, rate, context.rates))
        report.error("rate", ChecksText::tr("With \"%1\" the rate is %2, not %3.")
                                 .arg(official(line.preference), allowedText(rule), rate.toPercent()));
    else if (!rule.untaxed) // the classification names general rates only
        checkUsable(report, context.rates, rate, rule.rates == PreferenceRule::Rates::Listed ? nullptr : known);
}

/// 减按征税 and its one policy belong together (base ability §7.5: only leases of real estate).
void checkReduced(Report &report, const LineContext &context, const DraftLine &line)
{
    constexpr QStringView leases = u"304050202"; // 不动产经营租赁
    const bool reduced = statutoryRate(line.preference).has_value();
    if (reduced != (context.draft.taxMode == TaxMode::Reduced)) {
        report.error(
            "preference", reduced ? ChecksText::tr("\"%1\" needs the tax mode \"%2\".")
                                        .arg(official(line.preference), label(TaxMode::Reduced))
                                  : ChecksText::tr("The tax mode \"%1\" needs a policy that reduces the levy: \"%2\".")
                                        .arg(label(TaxMode::Reduced), official(Preference::Reduced15)));
        return;
    }
    if (!reduced)
        return;
    if (!line.classification.startsWith(leases))
        report.error("classification",
            ChecksText::tr("\"%1\" is only for leases of real estate.").arg(official(line.preference)));
    else
        report.warning(
            "preference", ChecksText::tr("The tax platform may ask for the special business of real estate leases "
                                         "here, which this program does not issue yet."));
}

void checkKind(Report &report, const LineContext &context, const DraftLine &line)
{
    const bool special = context.draft.kind == InvoiceKind::Special;
    if (special && isUntaxed(line.preference))
        report.error("preference", ChecksText::tr("A special invoice can not bear \"%1\". Issue an ordinary invoice.")
                                       .arg(official(line.preference)));
    else if (special && line.rate && line.rate->isZero())
        report.error(
            "rate", ChecksText::tr(
                        "A special invoice can not bear 0%. Issue an ordinary invoice, or give a gift as a discount of "
                        "100 %."));

    const bool notTaxableCode = line.classification.startsWith(u'6');
    if (special && notTaxableCode)
        report.error(
            "classification", ChecksText::tr("Codes that begin with 6 (not taxable) stand on ordinary invoices only."));
    if (line.preference == Preference::NotTaxable && !notTaxableCode)
        report.error("preference",
            ChecksText::tr("\"%1\" needs a classification code that begins with 6.").arg(official(line.preference)));
    else if (line.preference != Preference::NotTaxable && notTaxableCode)
        report.warning("preference", ChecksText::tr("This classification code is not taxable: choose \"%1\".")
                                         .arg(official(Preference::NotTaxable)));
}
} // namespace

std::int64_t taxError(const InvoiceLine &line, TaxMode mode)
{
    const Money untaxed = mode == TaxMode::MarginNet ? line.deduction.value_or(Money()) : Money();
    return taxError(line.net, line.tax, TaxBasis(line.rate, statutoryRate(line.preference), untaxed));
}

void checkLine(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes)
{
    const Classification *known = line.classification.isEmpty() ? nullptr : context.classification(line.classification);
    checkNames(report, context, line, known);
    checkAmounts(report, context, line, worked, discount, composes);
    checkRate(report, context, line, known);
    checkReduced(report, context, line);
    checkKind(report, context, line);
}

} // namespace kp::rules
