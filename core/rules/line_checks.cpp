// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/line_checks.h"

#include "core/domain/schemas.h"
#include "core/rules/line_arithmetic.h"
#include "core/rules/text_limits.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

namespace kp::rules
{

namespace
{
struct Text {
    Q_DECLARE_TR_FUNCTIONS(Checks)
};

// Base ability §6.2: xmmc, spfwjc, ggxh, dw.
constexpr ByteLimit byteLimits[] = {{"item", 600}, {"shortName", 120}, {"spec", 150}, {"unit", 300}};
constexpr int printedNameBytes = 300; // hwhyslwfwmc: *short name*item
constexpr Money lineTolerance = Money::fromFen(6);

constexpr TaxRate percent(int hundredths)
{
    return TaxRate::fromMillionths(hundredths * 100);
}

QString official(Preference preference)
{
    return QStringView(row(preference).official).toString();
}

void checkNames(Report &report, const LineContext &context, const DraftLine &line, const Classification *known)
{
    checkTexts(report, line, byteLimits, "");
    if (line.item.isEmpty())
        report.error("item", Text::tr("The item is missing."));
    else if (line.item.startsWith(u'*') && line.item.indexOf(u'*', 1) > 1)
        report.error("item", Text::tr("Leave out the short name between asterisks: it is printed by itself."));

    if (line.classification.isEmpty())
        report.error("classification",
            context.manyLines
                ? Text::tr("The classification code is missing: with more than 200 lines each must carry its own.")
                : Text::tr("The classification code is missing."));
    else if (known == nullptr)
        report.error("classification",
            Text::tr("%1 is not in the tax classification. A code has 19 digits.").arg(line.classification));
    else if (known->summary)
        report.error(
            "classification", Text::tr("%1 (%2) is a summary node and not usable on invoices. Choose a code below it.")
                                  .arg(known->code, known->name));

    if (known != nullptr && !line.shortName.isEmpty() && line.shortName != known->shortName)
        report.error("shortName",
            Text::tr("The short name of this code is “%1”, not “%2”.").arg(known->shortName, line.shortName));
    const QString &shortName = line.shortName.isEmpty() && known != nullptr ? known->shortName : line.shortName;
    // Two asterisks.
    if (const int bytes = utf8Size(line.item) + utf8Size(shortName) + 2; bytes > printedNameBytes)
        report.error("item",
            Text::tr("Item and short name together take %1 bytes (a Chinese character counts 3); the tax platform "
                     "takes at most %2.")
                .arg(bytes)
                .arg(printedNameBytes));
}

void checkNumber(Report &report, const char *field, const char *label, const std::optional<Decimal> &value)
{
    if (!value)
        return;
    constexpr int most = 25; // the platform's length of quantity and unit price
    if (value->isNegative() || value->isZero())
        report.error(field, Text::tr("%1 must be larger than zero.").arg(fieldLabel(label)));
    else if (value->decimals() > priceDecimals || value->toString().size() > most)
        report.error(field, Text::tr("%1 may have at most %2 decimals and %3 characters.")
                                .arg(fieldLabel(label))
                                .arg(priceDecimals)
                                .arg(most));
}

/// |net × rate − tax| ≤ 0.06 (base ability §7.1), in millionths of a fen.
bool isWithinTolerance(const InvoiceLine &line)
{
    __extension__ using Wide = __int128;
    constexpr Wide one = 1'000'000; // of a rate, in millionths
    const Wide difference = static_cast<Wide>(line.net.fen()) * line.rate.millionths() - one * line.tax.fen();
    return (difference < 0 ? -difference : difference) <= one * lineTolerance.fen();
}

void checkAmounts(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes)
{
    checkNumber(report, "quantity", QT_TRANSLATE_NOOP("Fields", "Quantity"), line.quantity);
    checkNumber(report, "price", QT_TRANSLATE_NOOP("Fields", "Unit price"), line.price);
    if (line.discount && line.discount->isNegative())
        report.error("discount", Text::tr("Enter the discount as a positive amount."));
    if (!composes)
        return;
    if (worked.gross().isNegative())
        report.error("amount",
            Text::tr("The amount is negative. Enter reductions as a discount of their line; a return needs a red "
                     "invoice."));
    else if (worked.gross().isZero())
        report.error("amount", Text::tr("The amount is zero. Enter gifts with their price and a discount of 100 %."));
    else if (discount != nullptr) {
        const Money entered = context.draft.taxIncluded ? worked.gross() : worked.net;
        if (*line.discount > entered)
            report.error("discount", Text::tr("The discount %1 is larger than the amount %2 of the line.")
                                         .arg(line.discount->toString(), entered.toString()));
    }
    if (!isWithinTolerance(worked) || (discount != nullptr && !isWithinTolerance(*discount)))
        report.error("amount", Text::tr("The tax %1 differs by more than %2 from amount × rate.")
                                   .arg(worked.tax.toString(), lineTolerance.toString()));
}

void checkUsable(Report &report, const UsableRates &rates, TaxRate rate, const Classification *known)
{
    if (rates.areUnknown())
        return; // said once for the whole invoice
    if (!rates.contain(rate)) {
        report.error(
            "rate", Text::tr("%1 is not among the rates you may use today: %2.").arg(rate.toPercent(), rates.text()));
        return;
    }
    if (known == nullptr || known->rates.isEmpty() || rate.isZero() || rates.areLevyOnly(rate))
        return;
    const QString chosen = rate.toPercent();
    if (!QStringView(known->rates).split(u'、').contains(QStringView(chosen)))
        report.warning(
            "rate", Text::tr("The usual rate of %1 is %2; here it is %3.").arg(known->name, known->rates, chosen));
}

void checkRate(Report &report, const LineContext &context, const DraftLine &line, const Classification *known)
{
    const bool untaxed = line.preference == Preference::Exempt || line.preference == Preference::NotTaxable;
    if (!line.rate && !untaxed) {
        report.error("rate", Text::tr("The tax rate is missing."));
        return;
    }
    const TaxRate rate = line.rate.value_or(TaxRate());
    const auto wrongRate = [&](const QString &right) {
        report.error("rate",
            Text::tr("With “%1” the rate is %2, not %3.").arg(official(line.preference), right, rate.toPercent()));
    };
    switch (line.preference) { // base ability §7.5
    case Preference::None:
        checkUsable(report, context.rates, rate, known);
        break;
    case Preference::Exempt:
    case Preference::NotTaxable:
        if (!rate.isZero())
            wrongRate(percent(0).toPercent());
        break;
    case Preference::Simplified:
        if (rate != percent(300) && rate != percent(500))
            wrongRate(Text::tr("3% or 5%"));
        else
            checkUsable(report, context.rates, rate, nullptr);
        break;
    case Preference::Simplified3:
    case Preference::Simplified5: {
        const TaxRate right = percent(line.preference == Preference::Simplified3 ? 300 : 500);
        if (rate != right)
            wrongRate(right.toPercent());
        else
            checkUsable(report, context.rates, rate, nullptr);
        break;
    }
    case Preference::Reduced15:
        // Its tax is not net × rate, and leases of real estate are uploaded through an ability of their own.
        report.error("preference",
            Text::tr("“%1” is only for leases of real estate, which need a special kind of invoice that this program "
                     "does not issue yet.")
                .arg(official(line.preference)));
        break;
    default: // refunds and rare earths: taxed in the ordinary way
        if (rate.isZero() || context.rates.areLevyOnly(rate))
            wrongRate(Text::tr("a general rate such as 13%"));
        else
            checkUsable(report, context.rates, rate, known);
    }
}

void checkKind(Report &report, const LineContext &context, const DraftLine &line)
{
    const bool special = context.draft.kind == InvoiceKind::Special;
    const bool untaxed = line.preference == Preference::Exempt || line.preference == Preference::NotTaxable;
    if (special && untaxed)
        report.error("preference",
            Text::tr("A special invoice can not bear “%1”. Issue an ordinary invoice.").arg(official(line.preference)));
    else if (special && line.rate && line.rate->isZero())
        report.error("rate",
            Text::tr("A special invoice can not bear 0%. Issue an ordinary invoice, or give a gift as a discount of "
                     "100 %."));

    const bool notTaxableCode = line.classification.startsWith(u'6');
    if (special && notTaxableCode)
        report.error(
            "classification", Text::tr("Codes that begin with 6 (not taxable) stand on ordinary invoices only."));
    if (line.preference == Preference::NotTaxable && !notTaxableCode)
        report.error("preference",
            Text::tr("“%1” needs a classification code that begins with 6.").arg(official(line.preference)));
    else if (line.preference != Preference::NotTaxable && notTaxableCode)
        report.warning("preference",
            Text::tr("This classification code is not taxable: choose “%1”.").arg(official(Preference::NotTaxable)));
}
} // namespace

UsableRates::UsableRates(const QList<UsableRate> &rates, QDate day)
    : m_unknown(rates.isEmpty())
{
    std::copy_if(rates.begin(), rates.end(), std::back_inserter(m_rates), [&](const UsableRate &usable) {
        return (!usable.validFrom.isValid() || usable.validFrom <= day) &&
               (!usable.validTo.isValid() || day <= usable.validTo);
    });
}

bool UsableRates::contain(TaxRate rate) const
{
    return std::any_of(m_rates.begin(), m_rates.end(), [&](const UsableRate &usable) { return usable.rate == rate; });
}

bool UsableRates::areLevyOnly(TaxRate rate) const
{
    return contain(rate) && std::none_of(m_rates.begin(), m_rates.end(),
                                [&](const UsableRate &usable) { return usable.rate == rate && !usable.levy; });
}

QString UsableRates::text() const
{
    QStringList out;
    for (const UsableRate &usable : m_rates)
        if (const QString rate = usable.rate.toPercent(); !out.contains(rate))
            out.append(rate);
    return out.isEmpty() ? Text::tr("none") : out.join(QStringLiteral(", "));
}

void checkLine(Report &report, const LineContext &context, const DraftLine &line, const InvoiceLine &worked,
    const InvoiceLine *discount, bool composes)
{
    const Classification *known = line.classification.isEmpty() ? nullptr : context.classification(line.classification);
    checkNames(report, context, line, known);
    checkAmounts(report, context, line, worked, discount, composes);
    checkRate(report, context, line, known);
    checkKind(report, context, line);
}

} // namespace kp::rules
