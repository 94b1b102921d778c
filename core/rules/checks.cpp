// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/checks.h"

#include "core/domain/schemas.h"
#include "core/rules/line_checks.h"
#include "core/rules/mode_checks.h"
#include "core/rules/party_checks.h"
#include "core/rules/report.h"
#include "core/rules/right_to_issue.h"
#include "core/rules/tax_number.h"
#include "core/rules/text_limits.h"
#include "core/rules/texts.h"

#include <algorithm>
#include <cstdlib>

namespace kp::rules
{

namespace
{
constexpr int sellerNameBytes = 300;
constexpr int remarkBytes = 450;
// Base ability §6.1: gmfdz, gmfdh, gmfkhh, gmfzh, gmfjbr, jbrsfzjhm, gmfjbrlxdh, zrrzjhm, bz, skrxm, fhrxm,
// sszyfwxybh. The name is judged as it is printed. A business type has 50 bytes where it is kept.
constexpr ByteLimit headLimits[] = {{"buyer.address", 300}, {"buyer.phone", 60}, {"buyer.bank", 120},
    {"buyer.account", 100}, {"agent.name", 150}, {"agent.idNumber", 30}, {"agent.phone", 60}, {"buyer.idNumber", 30},
    {"remark", remarkBytes}, {"payee", 150}, {"reviewer", 75}, {"serviceAgreement", 20}, {"businessType", 50}};

constexpr qsizetype advisedLines = 2000;
constexpr qsizetype mostLines = 5000;
constexpr qsizetype linesWithoutOwnCode = 200;
constexpr Money invoiceTolerance = Money::fromFen(127);

void checkCompany(Report &report, const IssuingFacts &facts)
{
    const Company &company = facts.company;
    if (company.party.name.isEmpty() || company.party.taxNumber.isEmpty())
        report.error(
            whole, ChecksText::tr("The seller's name or tax number is missing. Fetch the company's facts first."));
    const struct {
        const char *label;
        const QString &text;
        int bytes;
    } sellerTexts[] = {{QT_TRANSLATE_NOOP("Fields", "Seller"), company.party.name, sellerNameBytes},
        {QT_TRANSLATE_NOOP("Fields", "Seller's address"), company.party.address, 300},
        {QT_TRANSLATE_NOOP("Fields", "Seller's phone"), company.party.phone, 60},
        {QT_TRANSLATE_NOOP("Fields", "Seller's bank"), company.party.bank, 120},
        {QT_TRANSLATE_NOOP("Fields", "Seller's account"), company.party.account, 100},
        {QT_TRANSLATE_NOOP("Fields", "Issuer"), facts.issuer, 300}};
    for (const auto &seller : sellerTexts)
        checkText(report, whole, seller.label, seller.text, 0, seller.bytes);
    if (facts.issuer.isEmpty())
        report.error(whole, ChecksText::tr("The issuer's name is missing: it is printed on the invoice."));

    if (company.stateCode.isEmpty())
        report.warning(whole, ChecksText::tr("The tax platform was not asked yet if this company may issue."));
    for (const QString &obstacle : obstaclesToIssuing(company))
        report.error(whole, obstacle);
    if (facts.rates.isEmpty())
        report.warning(
            whole, ChecksText::tr("The usable tax rates were not fetched yet, so the rates are not checked."));
}

/// 不征税 stands alone on an invoice (base ability §7.5), but untaxed water goes with anything and the aviation fund
/// goes with air tickets. One finding is enough: the cure is the same for all lines.
void checkMixture(QList<Finding> &findings, const InvoiceDraft &draft)
{
    constexpr QStringView untaxedWater = u"6110000000000000000";
    constexpr QStringView aviationFund = u"6130000000000000000";
    constexpr QStringView airPassengers = u"301030101";
    const auto isNotTaxable = [](const DraftLine &line) { return line.preference == Preference::NotTaxable; };
    const auto isOther = [&](const DraftLine &line) {
        return !isNotTaxable(line) && !line.classification.startsWith(airPassengers);
    };
    const bool taxed = !std::all_of(draft.lines.begin(), draft.lines.end(), isNotTaxable);
    const bool taxedOther = std::any_of(draft.lines.begin(), draft.lines.end(), isOther);
    const auto offends = [&](const DraftLine &line) {
        return isNotTaxable(line) && line.classification != untaxedWater &&
               (line.classification == aviationFund ? taxedOther : taxed);
    };
    const auto line = std::find_if(draft.lines.begin(), draft.lines.end(), offends);
    if (line != draft.lines.end())
        Report(findings, static_cast<int>(line - draft.lines.begin()))
            .error("preference",
                ChecksText::tr("\"%1\" can not stand on one invoice with other lines. Issue two invoices.")
                    .arg(QStringView(row(Preference::NotTaxable).official)));
}

/// The company may let its issuers use its favourite items only (C5).
void checkAllowed(Report &report, const IssuingFacts &facts, const DraftLine &line)
{
    if (facts.allowedItems && !line.item.isEmpty() && !facts.allowedItems->contains({line.item, line.classification}))
        report.error(
            "item", ChecksText::tr("\"%1\" is none of the favourite items, and this company lets you use no others. "
                                   "Choose one of them, or ask an administrator.")
                        .arg(line.item));
}

/// |Σ(net × rate) − tax| ≤ 1.27 (base ability §7.1).
bool isWithinTolerance(const Composed &composed, TaxMode mode)
{
    constexpr std::int64_t millionths = 1'000'000; // of a fen
    std::int64_t difference = 0;
    for (const InvoiceLine &line : composed.lines)
        difference += taxError(line, mode);
    return std::abs(difference) <= millionths * invoiceTolerance.fen();
}

void checkWhole(Report &report, const InvoiceDraft &draft, const Composed &composed)
{
    const qsizetype count = composed.lines.size();
    if (draft.lines.isEmpty())
        report.error(whole, ChecksText::tr("The invoice has no lines."));
    else if (composed.totals.gross() <= Money())
        report.error(whole, ChecksText::tr("The total must be larger than zero."));
    if (count > mostLines)
        report.error(
            whole, ChecksText::tr(
                       "The invoice has %1 lines with its discount lines; the tax platform takes at most %2. Split it.")
                       .arg(count)
                       .arg(mostLines));
    else if (count > advisedLines)
        report.warning(whole,
            ChecksText::tr("The invoice has %1 lines with its discount lines; the tax platform advises at most %2.")
                .arg(count)
                .arg(advisedLines));
    if (!isWithinTolerance(composed, draft.taxMode))
        report.error(whole,
            ChecksText::tr(
                "The roundings of the lines add up to more than %1 of tax, which the tax platform refuses. Split "
                "the invoice, or enter the lines the other way round (tax included or excluded).")
                .arg(invoiceTolerance.toString()));
}
} // namespace

RemarkLength remarkLength(const QString &remark)
{
    const Field<InvoiceDraft> *field = schema<InvoiceDraft>().find(u"remark");
    return {characterCount(remark), field != nullptr ? field->limit : 0, utf8Size(remark), remarkBytes};
}

InvoiceDraft tidied(InvoiceDraft draft, const ClassificationLookup &classification)
{
    const auto trim = [](auto &record) {
        for (const auto &field : schema<std::remove_cvref_t<decltype(record)>>().fields)
            if (field.kind == FieldKind::Text)
                field.parse(record, field.text(record).trimmed());
    };
    trim(draft);
    draft.buyer.taxNumber = normalizeTaxNumber(draft.buyer.taxNumber);
    draft.agent.taxNumber = normalizeTaxNumber(draft.agent.taxNumber);
    for (ExtraElement &element : draft.elements)
        trim(element);
    for (DeductionVoucher &voucher : draft.vouchers)
        trim(voucher);
    for (DraftLine &line : draft.lines) {
        trim(line);
        if (line.shortName.isEmpty() && !line.classification.isEmpty())
            if (const Classification *known = classification(line.classification))
                line.shortName = known->shortName;
    }
    return draft;
}

QList<Finding> check(const InvoiceDraft &draft, const Composed &composed, const IssuingFacts &facts,
    const ClassificationLookup &classification)
{
    QList<Finding> findings;
    Report head(findings);
    checkTexts(head, draft, headLimits, "remark");
    checkBuyer(head, draft);
    checkAgent(head, draft.agent);
    checkCompany(head, facts);
    checkWhole(head, draft, composed);
    checkMode(findings, draft, composed, facts);
    checkMarks(findings, draft, facts);
    checkElements(findings, draft.elements);

    // compose() names its findings in the order of the lines; those of the whole come last and belong to the head.
    const auto isHead = [](const Finding &finding) { return finding.line < 0; };
    std::copy_if(composed.findings.begin(), composed.findings.end(), std::back_inserter(findings), isHead);

    const UsableRates rates(facts.rates, facts.today);
    const LineContext context{draft, rates, classification, draft.lines.size() > linesWithoutOwnCode};
    auto composing = composed.findings.begin();
    qsizetype at = 0; // in composed.lines, where discount lines stand between
    for (int i = 0; i < draft.lines.size(); ++i) {
        bool composes = true;
        for (; composing != composed.findings.end() && composing->line == i; ++composing) {
            findings.append(*composing);
            composes = false;
        }
        const bool discounted = composed.lines.at(at).nature == LineNature::Discounted;
        Report report(findings, i);
        checkAllowed(report, facts, draft.lines.at(i));
        checkLine(report, context, draft.lines.at(i), composed.lines.at(at),
            discounted ? &composed.lines.at(at + 1) : nullptr, composes);
        at += discounted ? 2 : 1;
    }
    checkMixture(findings, draft);
    return findings;
}

} // namespace kp::rules
