// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/red_differences.h"

#include "core/rules/line_arithmetic.h"

#include <QMap>
#include <QSet>

#include <algorithm>
#include <cstdlib>
#include <functional>

namespace kp::rules
{

namespace
{
/// At the same price, to the fen: entered with tax it may differ in its last digits.
bool isSamePrice(const InvoiceLine &left, const InvoiceLine &wanted)
{
    if (!left.quantity || !left.price || !wanted.quantity)
        return !left.quantity && !wanted.quantity;
    return wanted.price == left.price || agrees(*wanted.quantity, *left.price, wanted.net);
}

/// Where nothing of the amount changes, neither does the tax: what earlier parts have left over by rounding it no draft
/// can say.
bool isSameAmount(const InvoiceLine &left, const InvoiceLine &wanted)
{
    constexpr std::int64_t roundedFen = 6; // what the platform lets a line's tax be off by
    return left.net == wanted.net && left.quantity == wanted.quantity && left.deduction == wanted.deduction &&
           std::abs(left.tax.fen() - wanted.tax.fen()) <= roundedFen;
}

bool mayBeReversedFor(const InvoiceLine &line, RedReason reason)
{
    const QLatin1StringView excluded(ruleOf(reason).excluded);
    return line.classification.isEmpty() || !excluded.contains(line.classification.front());
}

std::optional<RedFormLine> shrunkFor(RedReason reason, const InvoiceLine &left, const InvoiceLine &wanted)
{
    if (wanted.net >= left.net)
        return std::nullopt;
    const RedReasonRule &rule = ruleOf(reason);
    RedFormLine out = reversedWhole(left, reason);
    out.net = wanted.net - left.net;
    out.tax = wanted.tax - left.tax;
    if (left.quantity != wanted.quantity) { // fewer pieces
        if (!rule.quantity || !left.quantity || !left.price || !wanted.quantity || *wanted.quantity > *left.quantity ||
            !isSamePrice(left, wanted))
            return std::nullopt;
        out.quantity = Decimal::difference(*wanted.quantity, *left.quantity);
        out.price = left.price;
        if (!out.quantity)
            return std::nullopt;
    } else if (!rule.amount || out.quantity) { // less for as many
        return std::nullopt;
    }
    return out;
}

using Fits = std::function<bool(const InvoiceLine &left, const InvoiceLine &wanted)>;

/// Lines that may belong together: of the same thing, or of the same thing and amount.
struct Group {
    QList<InvoiceLine> left;
    QList<WantedLine> wanted;
};

/// Pairs what fits: the largest of the side that shall be less first, each with the smallest that is not less.
void pairUp(QList<LineDifference> &out, Group &group, bool shrinking, const Fits &fits)
{
    std::stable_sort(
        group.left.begin(), group.left.end(), [](const InvoiceLine &a, const InvoiceLine &b) { return a.net > b.net; });
    std::stable_sort(group.wanted.begin(), group.wanted.end(),
        [](const WantedLine &a, const WantedLine &b) { return a.line.net > b.line.net; });
    const auto belong = [&](qsizetype l, qsizetype w, bool enough) {
        if (!enough || !fits(group.left.at(l), group.wanted.at(w).line))
            return false;
        out.append({group.left.takeAt(l), group.wanted.takeAt(w)});
        return true;
    };
    if (shrinking) {
        for (qsizetype w = 0; w < group.wanted.size(); ++w)
            for (qsizetype l = group.left.size() - 1; l >= 0; --l)
                if (belong(l, w, group.left.at(l).net >= group.wanted.at(w).line.net)) {
                    --w;
                    break;
                }
        return;
    }
    for (qsizetype l = 0; l < group.left.size(); ++l)
        for (qsizetype w = group.wanted.size() - 1; w >= 0; --w)
            if (belong(l, w, group.wanted.at(w).line.net >= group.left.at(l).net)) {
                --l;
                break;
            }
}

QString thingOf(const InvoiceLine &line)
{
    return QStringList{line.item, line.classification, line.spec, line.unit, line.rate.toString(),
        QString::fromLatin1(code(line.preference))}
        .join(u'\n');
}

QString thingAndAmountOf(const InvoiceLine &line)
{
    return thingOf(line) + u'\n' + line.net.toString() + u'\n' +
           (line.quantity ? line.quantity->toString() : QString());
}

/// The lines in groups by a key. An invoice has up to 5,000 lines: not each is compared with each.
template<class KeyOf>
QMap<QString, Group> grouped(const QList<InvoiceLine> &left, const QList<WantedLine> &wanted, KeyOf keyOf)
{
    QMap<QString, Group> out;
    for (const InvoiceLine &line : left)
        out[keyOf(line)].left.append(line);
    for (const WantedLine &line : wanted)
        out[keyOf(line.line)].wanted.append(line);
    return out;
}
/// Beyond that many lines of one thing, the best of all ways of putting them together is not looked for.
bool isLarge(const Group &group)
{
    constexpr qsizetype most = 64;
    return group.left.size() > most || group.wanted.size() > most;
}

/// Pairs the lines that stay as they are; gives the others.
Group unlike(QList<LineDifference> &out, const Group &group)
{
    Group rest;
    for (Group &same : grouped(group.left, group.wanted, thingAndAmountOf)) {
        pairUp(out, same, true, isSameAmount);
        rest.left += same.left;
        rest.wanted += same.wanted;
    }
    return rest;
}

/// Pairs as many lines as can be with one that they stay or can become: a largest matching, found by augmenting paths.
class Matching
{
public:
    Matching(const Group &group, const PairCheck &canBecome)
        : m_ofWanted(group.wanted.size(), -1)
    {
        for (const WantedLine &wanted : group.wanted) {
            QList<qsizetype> same;
            QList<qsizetype> other;
            for (qsizetype l = 0; l < group.left.size(); ++l) {
                if (isSameAmount(group.left.at(l), wanted.line))
                    same.append(l);
                else if (canBecome(group.left.at(l), wanted))
                    other.append(l);
            }
            m_candidates.append(same + other);
            m_same.append(same.size());
        }
        m_ofLeft = QList<qsizetype>(group.left.size(), -1);
        for (qsizetype w = 0; w < m_ofWanted.size(); ++w) // what can stay stays, where nothing speaks against it
            for (const qsizetype l : m_candidates.at(w).first(m_same.at(w)))
                if (m_ofLeft.at(l) < 0) {
                    take(l, w);
                    break;
                }
        for (qsizetype w = 0; w < m_ofWanted.size(); ++w)
            if (m_ofWanted.at(w) < 0) {
                QSet<qsizetype> tried;
                augment(w, tried);
            }
    }
    /// The line that is left for one that was wanted; −1: none.
    [[nodiscard]] qsizetype of(qsizetype wanted) const { return m_ofWanted.at(wanted); }

private:
    void take(qsizetype left, qsizetype wanted)
    {
        m_ofLeft[left] = wanted;
        m_ofWanted[wanted] = left;
    }
    bool augment(qsizetype wanted, QSet<qsizetype> &tried) // no deeper than the group is large
    {
        for (const qsizetype l : m_candidates.at(wanted)) {
            if (tried.contains(l))
                continue;
            tried.insert(l);
            if (m_ofLeft.at(l) < 0 || augment(m_ofLeft.at(l), tried)) {
                take(l, wanted);
                return true;
            }
        }
        return false;
    }

    QList<QList<qsizetype>> m_candidates; ///< of each wanted line, those that stay first
    QList<qsizetype> m_same;              ///< how many of them stay
    QList<qsizetype> m_ofLeft;
    QList<qsizetype> m_ofWanted;
};

void matchUp(QList<LineDifference> &out, Group &group, const PairCheck &canBecome)
{
    const Matching matching(group, canBecome);
    Group rest;
    QSet<qsizetype> taken;
    for (qsizetype w = 0; w < group.wanted.size(); ++w) {
        if (const qsizetype l = matching.of(w); l >= 0) {
            out.append({group.left.at(l), group.wanted.at(w)});
            taken.insert(l);
        } else {
            rest.wanted.append(group.wanted.at(w));
        }
    }
    for (qsizetype l = 0; l < group.left.size(); ++l)
        if (!taken.contains(l))
            rest.left.append(group.left.at(l));
    group = rest;
}
} // namespace

QList<WantedLine> wantedLines(const Composed &composed, const InvoiceDraft &wanted)
{
    Invoice whole;
    static_cast<InvoiceHead &>(whole) = wanted;
    whole.lines = composed.lines;
    QHash<int, qsizetype> draftLines;
    for (const InvoiceLine &line : composed.lines)
        if (line.nature != LineNature::Discount)
            draftLines.insert(line.number, draftLines.size());
    QList<WantedLine> out;
    for (const InvoiceLine &line : reversibleLines(whole))
        out.append({line, draftLines.value(line.number)});
    return out;
}

bool LineDifference::isNone() const
{
    return left && wanted && isSameAmount(*left, wanted->line);
}

QList<LineDifference> pairedUp(
    const QList<InvoiceLine> &left, const QList<WantedLine> &wanted, const PairCheck &canBecome)
{
    QList<LineDifference> out;
    const Fits asMany = [](const InvoiceLine &l, const InvoiceLine &w) { return l.quantity == w.quantity; };
    for (Group &group : grouped(left, wanted, thingOf)) {
        if (isLarge(group))
            group = unlike(out, group);
        if (!isLarge(group))
            matchUp(out, group, canBecome);
        for (const Fits &fits : {Fits(isSamePrice), asMany})
            for (const bool shrinking : {true, false})
                pairUp(out, group, shrinking, fits);
        for (const InvoiceLine &line : std::as_const(group.left))
            out.append({line, std::nullopt});
        for (const WantedLine &line : std::as_const(group.wanted))
            out.append({std::nullopt, line});
    }
    // In the order of the invoice, what is new behind it.
    std::stable_sort(out.begin(), out.end(), [](const LineDifference &a, const LineDifference &b) {
        if (a.left && b.left)
            return a.left->number < b.left->number;
        if (!a.left && !b.left)
            return a.wanted->draftLine < b.wanted->draftLine;
        return a.left.has_value();
    });
    return out;
}

std::optional<RedPart> shrunk(
    const InvoiceLine &left, const WantedLine &wanted, const RedReasons &reasons, const PartCheck &isAllowed)
{
    for (const RedReason reason : reasons)
        if (const auto line = shrunkFor(reason, left, wanted.line); line && isAllowed(left, {reason, *line}))
            return RedPart{reason, *line};
    return std::nullopt;
}

std::optional<RedPart> takenAway(const InvoiceLine &left, const RedReasons &reasons, bool asked)
{
    for (const RedReason reason : reasons)
        if (mayBeReversedFor(left, reason) && (asked || reason != RedReason::Allowance))
            return RedPart{reason, reversedWhole(left, reason)};
    return std::nullopt;
}

std::optional<DraftLine> grown(const InvoiceLine &left, const WantedLine &wanted, const InvoiceDraft &like)
{
    const InvoiceLine &line = wanted.line;
    if (line.net <= left.net || line.tax < left.tax || !isSamePrice(left, line) || line.deduction || left.deduction)
        return std::nullopt;
    DraftLine out = like.lines.at(wanted.draftLine);
    out.discount.reset(); // is taken off already
    out.keptDiscountTax.reset();
    out.amount = line.net - left.net;
    out.keptTax = line.tax - left.tax;
    out.price.reset();
    out.quantity.reset();
    if (left.quantity) {
        out.quantity = Decimal::difference(*line.quantity, *left.quantity);
        out.price = left.price;
        if (!out.quantity || *out.quantity <= Decimal())
            return std::nullopt;
    }
    const LineAmounts worked = lineAmounts(out, false);
    const bool exact = worked.problem == LineAmounts::Problem::None && worked.net == *out.amount &&
                       worked.tax == line.tax - left.tax && worked.quantity == out.quantity;
    return exact ? std::optional(out) : std::nullopt;
}

} // namespace kp::rules
