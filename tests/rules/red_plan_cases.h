// SPDX-License-Identifier: GPL-3.0-or-later
// An invoice to plan the reversal of, and plans in short words.
#pragma once

#include "core/rules/red_plan.h"
#include "core/rules/totals.h"
#include "tests/rules/check_cases.h"

namespace kp::rules::cases
{

using Qt::StringLiterals::operator""_s;

inline constexpr const char *pens = "1060402019900000000";
inline constexpr const char *parking = "3040502020200000000";
inline const QDate issueDay(2026, 3, 10);
inline const QDate today(2026, 3, 12);

inline DraftLine lineOf(const QString &item, const char *code, const char *quantity, const char *price, int tenths)
{
    DraftLine line;
    line.item = item;
    line.classification = QString::fromLatin1(code);
    line.shortName = u"简称"_s;
    if (*quantity != '\0') {
        line.quantity = Decimal::parse(QString::fromLatin1(quantity));
        line.price = Decimal::parse(QString::fromLatin1(price));
    } else {
        line.amount = yuan(price);
    }
    line.rate = rateOf(tenths);
    return line;
}

/// Another quantity; the amount follows.
inline void setCount(DraftLine &line, const char *quantity)
{
    line.quantity = Decimal::parse(QString::fromLatin1(quantity));
    line.amount.reset();
    line.keptTax.reset();
}

/// Ten pens of 33.33 with 13 %, and parking for 100.00 with 9 %.
inline InvoiceDraft mixed()
{
    InvoiceDraft draft = Case::good().draft;
    draft.taxIncluded = false;
    draft.lines = {lineOf(u"笔"_s, pens, "10", "33.33", 130), lineOf(u"停车"_s, parking, "", "100.00", 90)};
    return draft;
}

inline Invoice issued(const InvoiceDraft &draft)
{
    const Composed composed = compose(draft);
    Invoice blue;
    static_cast<InvoiceHead &>(blue) = draft;
    blue.number = u"26112000000000000001"_s;
    blue.state = InvoiceState::Issued;
    blue.issuedAt = issueDay.startOfDay(Qt::UTC);
    blue.seller = {u"演练云杉科技有限公司"_s, u"91110000YL0000012K"_s, {}, {}, {}, {}};
    blue.lines = composed.lines;
    blue.totals = composed.totals;
    return blue;
}

inline InvoiceUse ticked()
{
    InvoiceUse use;
    use.vatUse = u"1"_s;
    return use;
}

inline RedProposal proposal(const InvoiceDraft &from, const std::optional<InvoiceDraft> &wanted, bool isTicked,
    std::optional<RedReason> reason = {}, QDate day = today)
{
    const Invoice blue = issued(from);
    return planRed(blue, reversibility(blue, {}, isTicked ? ticked() : InvoiceUse()), wanted, reason, day);
}

/// "01 -433.30 | blue 333.30"
inline QString told(const RedProposal &proposal)
{
    QStringList out;
    for (const RedPlanStep &step : proposal.plan.steps)
        out.append(step.kind == RedPlanStepKind::Reverse
                       ? QString::fromLatin1(code(step.form.reason)) + u' ' + step.change.net.toString()
                       : u"blue "_s + step.change.net.toString());
    for (const Finding &finding : proposal.findings)
        out.append((finding.severity == Severity::Error ? u"error@"_s : u"warning@"_s) + finding.field);
    return out.join(u" | "_s);
}

} // namespace kp::rules::cases
