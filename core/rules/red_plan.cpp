// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/red_plan.h"

#include "core/rules/copies.h"
#include "core/rules/line_arithmetic.h"
#include "core/rules/red_differences.h"
#include "core/rules/red_lifecycle.h"
#include "core/rules/report.h"
#include "core/rules/texts.h"
#include "core/rules/totals.h"

#include <QHash>
#include <QMap>

#include <algorithm>

namespace kp::rules
{

namespace
{
/// What is printed and sent of a head, and not how it is kept here.
InvoiceHead printedHead(InvoiceHead head)
{
    head.serial.clear();
    head.businessType.clear();
    head.buyerEmail.clear();
    head.buyerKind = {};
    if (isMargin(head.taxMode))
        head.vouchers.clear(); // the lines tell what is deducted
    return head;
}

/// Steps that would do. Their number is what counts.
struct Candidate {
    QList<RedForm> forms;
    std::optional<InvoiceDraft> draft;

    [[nodiscard]] qsizetype steps() const { return forms.size() + (draft ? 1 : 0); }
};

/// What a plan is made of.
struct Ground {
    const Invoice &blue;
    const Reversibility &may;
    std::optional<InvoiceDraft> wanted; ///< entered without tax
    QList<WantedLine> lines;            ///< of it
    std::optional<RedReason> reason;
};

bool isAllowed(const RedForm &form, const Ground &ground)
{
    return !form.lines.isEmpty() && checkRedForm(form, ground.blue, ground.may).isEmpty();
}

/// The reasons, as few as there are, that parts may be reversed for: every set of them, the smaller first.
QList<RedReasons> partReasonSets(const Ground &ground)
{
    RedReasons all;
    for (const RedReason reason : ground.may.reasons)
        if (ruleOf(reason).part && (!ground.reason || ground.reason == reason))
            all.append(reason);
    QList<RedReasons> sets;
    for (unsigned bits = 0; bits < (1U << static_cast<unsigned>(all.size())); ++bits) {
        RedReasons set;
        for (qsizetype i = 0; i < all.size(); ++i)
            if (((bits >> static_cast<unsigned>(i)) & 1U) != 0)
                set.append(all.at(i));
        sets.append(set);
    }
    std::stable_sort(
        sets.begin(), sets.end(), [](const RedReasons &a, const RedReasons &b) { return a.size() < b.size(); });
    return sets;
}

/// The forms of lines that were sorted by their reasons; empty when one of them is not allowed.
std::optional<QList<RedForm>> formsOf(const QHash<RedReason, QList<RedFormLine>> &lines, const Ground &ground)
{
    QList<RedForm> out;
    for (const CodeRow<RedReason> &row : codeRows<RedReason>()) {
        const auto some = lines.constFind(row.value);
        if (some == lines.cend())
            continue;
        out.append(composeRedForm(ground.blue, Side::Seller, row.value, *some));
        if (!isAllowed(out.last(), ground))
            return std::nullopt;
    }
    return out;
}

/// What was wanted, as another invoice; empty when that is nothing.
std::optional<InvoiceDraft> wantedAnew(const Ground &ground)
{
    if (!ground.wanted || ground.lines.isEmpty())
        return std::nullopt;
    InvoiceDraft out = *ground.wanted;
    out.serial.clear();
    return out;
}

/// All that is left is reversed and what was wanted issued anew.
QList<Candidate> wholeCandidates(const Ground &ground)
{
    if (ground.may.left.isEmpty())
        return {{{}, wantedAnew(ground)}};
    QList<Candidate> out;
    const auto add = [&](const std::optional<QList<RedForm>> &forms) {
        if (forms)
            out.append({*forms, wantedAnew(ground)});
    };
    for (const RedReason reason : ground.may.reasons) {
        if (ground.reason ? reason != *ground.reason : ruleOf(reason).part)
            continue;
        QHash<RedReason, QList<RedFormLine>> lines;
        for (const InvoiceLine &left : ground.may.left)
            lines[reason].append(reversedWhole(left, reason));
        add(formsOf(lines, ground));
    }
    for (const RedReasons &reasons : partReasonSets(ground)) {
        QHash<RedReason, QList<RedFormLine>> lines;
        const bool all = std::all_of(ground.may.left.cbegin(), ground.may.left.cend(), [&](const InvoiceLine &left) {
            const auto red = takenAway(left, reasons, ground.reason.has_value());
            if (red)
                lines[red->reason].append(red->line);
            return red.has_value();
        });
        if (all && lines.size() == reasons.size())
            add(formsOf(lines, ground));
    }
    return out;
}

/// The invoice stays; what is too much is reversed for these reasons, and what is too little issued beside it.
std::optional<Candidate> partCandidate(const Ground &ground, const QList<LineDifference> &differences,
    const RedReasons &reasons, bool another, const PartCheck &allowed)
{
    QHash<RedReason, QList<RedFormLine>> taken;
    QList<DraftLine> added;
    for (const LineDifference &difference : differences) {
        if (difference.isNone())
            continue;
        const bool asked = ground.reason.has_value();
        std::optional<RedPart> red;
        std::optional<DraftLine> more;
        if (difference.left && difference.wanted) {
            red = shrunk(*difference.left, *difference.wanted, reasons, allowed);
            if (!red && another)
                more = grown(*difference.left, *difference.wanted, *ground.wanted);
        }
        if (!red && !more) { // the one goes, the other comes in its place
            if (difference.left)
                red = takenAway(*difference.left, reasons, asked);
            if (difference.wanted)
                more = ground.wanted->lines.at(difference.wanted->draftLine);
            if ((difference.left && !red) || (more && !another))
                return std::nullopt;
        }
        if (red)
            taken[red->reason].append(red->line);
        if (more)
            added.append(*more);
    }
    if (taken.size() != reasons.size() || added.isEmpty() == another)
        return std::nullopt; // fewer would do
    const auto forms = formsOf(taken, ground);
    if (!forms)
        return std::nullopt;
    Candidate out{*forms, std::nullopt};
    if (another) {
        InvoiceDraft draft = *ground.wanted;
        draft.serial.clear();
        draft.lines = added;
        out.draft = draft;
    }
    return out;
}

QList<Candidate> partCandidates(const Ground &ground)
{
    QList<Candidate> out;
    const bool headStays = ground.wanted && printedHead(*ground.wanted) == printedHead(ground.blue);
    if (!headStays || isMargin(ground.blue.taxMode))
        return out;
    const bool mayReverse = ground.may.obstacle.isEmpty() && !ground.may.wholeOnly;
    Reversibility alone = ground.may; // of 5,000 lines, each would be looked for among all
    const PartCheck allowed = [&](const InvoiceLine &left, const RedPart &part) {
        alone.left = {left};
        const RedForm form = composeRedForm(ground.blue, Side::Seller, part.reason, {part.line});
        return checkRedForm(form, ground.blue, alone).isEmpty();
    };
    for (const RedReasons &reasons : partReasonSets(ground)) {
        if (!reasons.isEmpty() && !mayReverse)
            continue;
        const PairCheck shrinks = [&](const InvoiceLine &left, const WantedLine &wanted) {
            return shrunk(left, wanted, reasons, allowed).has_value();
        };
        const PairCheck grows = [&](const InvoiceLine &left, const WantedLine &wanted) {
            return grown(left, wanted, *ground.wanted).has_value();
        };
        for (const bool another : {false, true})
            for (const PairCheck &canBecome : {shrinks, grows})
                if (const auto candidate = partCandidate(
                        ground, pairedUp(ground.may.left, ground.lines, canBecome), reasons, another, allowed))
                    out.append(*candidate);
    }
    return out;
}

bool nothingDiffers(const Ground &ground)
{
    if (!ground.wanted)
        return ground.may.left.isEmpty();
    if (ground.lines.isEmpty() && ground.may.left.isEmpty())
        return true;
    const QList<LineDifference> differences =
        pairedUp(ground.may.left, ground.lines, [](const InvoiceLine &, const WantedLine &) { return false; });
    return printedHead(*ground.wanted) == printedHead(ground.blue) &&
           std::all_of(
               differences.cbegin(), differences.cend(), [](const LineDifference &one) { return one.isNone(); });
}

bool isSameMonth(QDate a, QDate b)
{
    return a.year() == b.year() && a.month() == b.month();
}

void addSteps(RedPlan &plan, const Candidate &chosen, const Ground &ground, QDate today)
{
    const RedFormState opening = openingState(Side::Seller, ground.may.used, ground.blue.naturalPerson);
    for (const RedForm &form : chosen.forms) {
        RedPlanStep step;
        step.kind = RedPlanStepKind::Reverse;
        step.form = form;
        if (opening != RedFormState::NotNeeded)
            step.confirmer = other(form.enteredBy);
        step.change = form.totals;
        if (isSameMonth(ground.blue.issuedAt.date(), today))
            step.credit = -form.totals.net;
        plan.steps.append(step);
    }
    if (!chosen.draft)
        return;
    RedPlanStep step;
    step.kind = RedPlanStepKind::IssueBlue;
    step.draft = *chosen.draft;
    step.change = compose(step.draft).totals;
    step.credit = -step.change.net;
    plan.steps.append(step);
}

/// Why nothing leads there.
void explain(Report &report, const Ground &ground)
{
    if (!ground.may.obstacle.isEmpty())
        return report.error(whole, ground.may.obstacle);
    if (ground.reason)
        return report.error("reason",
            ChecksText::tr("For the reason \"%1\" this invoice can not be reversed so that it becomes what was wanted.")
                .arg(label(*ground.reason)));
    report.error(whole, ChecksText::tr("What is left of this invoice can not be reversed for any one reason."));
}

/// What the clerk should know before he begins.
void warn(Report &report, const RedPlan &plan, QDate today)
{
    for (const RedPlanStep &step : plan.steps)
        if (step.confirmer && step.credit > Money() &&
            !isSameMonth(today, today.addDays(redFormLifetime / std::chrono::hours(24)))) {
            report.warning(whole,
                ChecksText::tr("If the other side confirms only after the end of the month, no credit comes back."));
            return;
        }
}
} // namespace

InvoiceDraft standingDraft(const Invoice &blue, const Reversibility &may, bool taxIncluded)
{
    if (may.untouched || may.left.isEmpty())
        return copyOf(blue, taxIncluded);
    Invoice rest = blue;
    rest.lines = may.left;
    for (InvoiceLine &line : rest.lines)
        if (line.quantity && line.price && !agrees(*line.quantity, *line.price, line.net)) { // after an allowance
            line.price = third(line.net, *line.quantity);
            if (!line.price)
                line.quantity.reset();
        }
    return copyOf(rest, taxIncluded);
}

RedProposal planRed(const Invoice &blue, const Reversibility &may, const std::optional<InvoiceDraft> &wanted,
    std::optional<RedReason> reason, QDate today)
{
    RedProposal out;
    out.plan.company = blue.company;
    out.plan.blueNumber = blue.number;
    out.plan.wanted = wanted;
    out.plan.reason = reason;
    for (const InvoiceLine &line : may.left)
        out.plan.base.append({line.number, {line.net, line.tax}});
    Report report(out.findings);
    if (blue.isRed() || blue.state != InvoiceState::Issued) {
        report.error(whole, may.obstacle);
        return out;
    }
    Ground ground{blue, may, std::nullopt, {}, reason};
    if (wanted) {
        const Composed composed = compose(*wanted);
        if (!composed.findings.isEmpty()) {
            out.findings = composed.findings;
            return out;
        }
        ground.wanted = switchTaxIncluded(*wanted, false);
        ground.lines = wantedLines(composed, *wanted);
    }
    if (nothingDiffers(ground))
        return out;
    QList<Candidate> candidates =
        may.obstacle.isEmpty() || may.left.isEmpty() ? wholeCandidates(ground) : QList<Candidate>();
    candidates += partCandidates(ground);
    const auto least = std::min_element(candidates.cbegin(), candidates.cend(),
        [](const Candidate &a, const Candidate &b) { return a.steps() < b.steps(); });
    if (least == candidates.cend()) {
        explain(report, ground);
        return out;
    }
    addSteps(out.plan, *least, ground, today);
    warn(report, out.plan, today);
    return out;
}

bool standsAsPlanned(const RedPlan &plan, const Reversibility &may)
{
    QMap<int, Totals> expected;
    for (const RedPlanBase &base : plan.base)
        expected.insert(base.line, base.left);
    for (const RedPlanStep &step : plan.steps.first(plan.current()))
        for (const RedFormLine &line : step.form.lines) {
            expected[line.blueLine].net += line.net;
            expected[line.blueLine].tax += line.tax;
        }
    QMap<int, Totals> found;
    for (const InvoiceLine &line : may.left)
        found.insert(line.number, {line.net, line.tax});
    expected.removeIf([](const std::pair<const int &, Totals &> &one) { return one.second.net.isZero(); });
    return expected == found;
}

bool asksForTheSame(const RedForm &a, const RedForm &b)
{
    return a.enteredBy == b.enteredBy && a.reason == b.reason && a.totals == b.totals &&
           std::equal(a.lines.cbegin(), a.lines.cend(), b.lines.cbegin(), b.lines.cend(),
               [](const RedFormLine &x, const RedFormLine &y) {
                   return x.blueLine == y.blueLine && x.net == y.net && x.tax == y.tax && x.quantity == y.quantity;
               });
}

} // namespace kp::rules
