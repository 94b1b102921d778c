// SPDX-License-Identifier: GPL-3.0-or-later
// Every plan leads from the invoice exactly to what it should have been, and no fewer steps would do: the test reckons
// in whole numbers of its own and tries every way of putting the lines together.
#include "tests/rules/red_plan_cases.h"

#include <QTest>

#include <rapidcheck.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <numeric>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;

class TestRedPlanSteps : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E11_leadsExactlyThereInTheFewestSteps();
};

namespace
{
/// A line in whole numbers, so that the test reckons for itself.
struct Plain {
    int item = 0; ///< even: goods, odd: services
    std::int64_t tenths = 0;
    std::int64_t priceFen = 0; ///< zero: an amount alone
    std::int64_t net = 0;
    std::int64_t tax = 0;
    int rate = 0; ///< per mille

    [[nodiscard]] bool isService() const { return item % 2 != 0; }
    [[nodiscard]] bool isCounted() const { return priceFen != 0; }
    /// A price that makes no fen of difference is none.
    friend bool operator==(const Plain &a, const Plain &b)
    {
        return a.item == b.item && a.rate == b.rate && a.isCounted() == b.isCounted() && a.tenths == b.tenths &&
               a.net == b.net && a.tax == b.tax;
    }
};

std::int64_t rounded(std::int64_t a, std::int64_t b)
{
    return (2 * a + b) / (2 * b);
}

DraftLine drafted(const Plain &plain)
{
    DraftLine line = lineOf(u"物%1"_s.arg(plain.item), plain.isService() ? parking : pens, "", "1", plain.rate);
    line.amount = Money::fromFen(plain.net);
    if (plain.isCounted()) {
        line.amount.reset();
        line.quantity = Decimal::fromParts(plain.tenths, 1);
        line.price = Decimal::fromParts(plain.priceFen, 2);
    }
    return line;
}

Plain reckoned(Plain plain)
{
    if (plain.isCounted())
        plain.net = rounded(plain.tenths * plain.priceFen, 10);
    plain.tax = rounded(plain.net * plain.rate, 1000);
    return plain;
}

bool agree(std::int64_t tenths, std::int64_t priceFen, std::int64_t net)
{
    return std::abs(tenths * priceFen - net * 10) <= 10;
}

bool isOneThing(const Plain &a, const Plain &b)
{
    return a.item == b.item && a.rate == b.rate && a.isCounted() == b.isCounted();
}

bool isOnePrice(const Plain &left, const Plain &wanted)
{
    return left.priceFen == wanted.priceFen || agree(wanted.tenths, left.priceFen, wanted.net);
}

bool canShrink(const Plain &left, const Plain &wanted, RedReason reason)
{
    const std::int64_t net = left.net - wanted.net;
    const std::int64_t tax = left.tax - wanted.tax;
    if (!isOneThing(left, wanted) || net <= 0 || tax < 0 || (tax == left.tax && left.tax != 0) ||
        std::abs(net * left.rate - tax * 1000) > 6000)
        return false;
    const std::int64_t tenths = left.tenths - wanted.tenths;
    switch (reason) {
    case RedReason::GoodsReturned:
    case RedReason::ServiceStopped:
        if ((reason == RedReason::ServiceStopped) != left.isService())
            return false;
        if (!left.isCounted())
            return left.isService();
        return tenths > 0 && isOnePrice(left, wanted) && agree(tenths, left.priceFen, net);
    case RedReason::Allowance:
        return tenths == 0;
    case RedReason::Mistake:
        break;
    }
    return false;
}

bool canGrow(const Plain &left, const Plain &wanted)
{
    const std::int64_t net = wanted.net - left.net;
    const std::int64_t tax = wanted.tax - left.tax;
    const std::int64_t tenths = wanted.tenths - left.tenths;
    if (!isOneThing(left, wanted) || net <= 0 || tax < 0)
        return false;
    if (left.isCounted() && (tenths <= 0 || !isOnePrice(left, wanted) || !agree(tenths, left.priceFen, net)))
        return false;
    return tax == rounded(net * left.rate, 1000) || tax == rounded((net + tax) * left.rate, 1000 + left.rate);
}

/// "0: 5.0 * 3.33 = 16.65 + 2.16 (13 %)", for who has to look why a case fails.
QString words(const QList<Plain> &lines)
{
    QString out;
    for (const Plain &line : lines)
        out += u"%1: %2 * %3 = %4 + %5 (%6); "_s.arg(line.item)
                   .arg(line.tenths)
                   .arg(line.priceFen)
                   .arg(line.net)
                   .arg(line.tax)
                   .arg(line.rate);
    return out;
}

/// Tries every way of putting the lines together.
bool canBeDone(
    const QList<Plain> &left, const QList<Plain> &wanted, const std::function<bool(const Plain *, const Plain *)> &fits)
{
    // Places without a line stand for lines that come or go.
    const std::size_t places = static_cast<std::size_t>(left.size() + wanted.size());
    std::vector<qsizetype> order(places);
    std::iota(order.begin(), order.end(), 0);
    do {
        bool all = true;
        for (std::size_t place = 0; place < places && all; ++place) {
            const qsizetype l = static_cast<qsizetype>(place);
            const qsizetype w = order[place];
            const Plain *from = l < left.size() ? &left[l] : nullptr;
            const Plain *to = w < wanted.size() ? &wanted[w] : nullptr;
            all = (from == nullptr && to == nullptr) || (from != nullptr && to != nullptr && *from == *to) ||
                  fits(from, to);
        }
        if (all)
            return true;
    } while (std::next_permutation(order.begin(), order.end()));
    return false;
}

/// How many steps it takes, found by trying.
qsizetype fewest(const QList<Plain> &left, const QList<Plain> &wanted, bool used)
{
    if (canBeDone(left, wanted, [](const Plain *, const Plain *) { return false; }))
        return 0;
    if (wanted.isEmpty())
        return 1;
    if (canBeDone(left, wanted, [](const Plain *from, const Plain *to) {
            return to != nullptr && (from == nullptr || canGrow(*from, *to));
        }))
        return 1;
    for (const RedReason reason : {RedReason::GoodsReturned, RedReason::ServiceStopped, RedReason::Allowance}) {
        const auto fits = [&](const Plain *from, const Plain *to) {
            if (from == nullptr)
                return false;
            if (to == nullptr) // an allowance leaves the goods with the buyer
                return reason != RedReason::Allowance && (reason == RedReason::ServiceStopped) == from->isService();
            return canShrink(*from, *to, reason);
        };
        if (used && canBeDone(left, wanted, fits))
            return 1;
    }
    return 2;
}

struct Sum {
    Money net;
    Money tax;
    Decimal quantity;
    friend bool operator==(const Sum &, const Sum &) = default;
};
using Sums = QMap<QString, Sum>;

void add(Sums &sums, const QString &thing, Money net, Money tax, const std::optional<Decimal> &quantity)
{
    Sum &sum = sums[thing];
    sum.net += net;
    sum.tax += tax;
    sum.quantity = *Decimal::sum(sum.quantity, quantity.value_or(Decimal()));
    if (sum == Sum())
        sums.remove(thing);
}

void add(Sums &sums, const QList<InvoiceLine> &lines)
{
    for (const InvoiceLine &line : lines)
        add(sums, line.item + line.rate.toString(), line.net, line.tax, line.quantity);
}
} // namespace

void TestRedPlanSteps::E11_leadsExactlyThereInTheFewestSteps()
{
    QMap<qsizetype, int> seen;
    QMap<QString, int> kinds;
    const bool held = rc::check("a plan leads exactly there, in the fewest steps", [&] {
        QList<Plain> left;
        const int count = *rc::gen::inRange(1, 4);
        for (int i = 0; i < count; ++i) {
            Plain line;
            line.item = *rc::gen::inRange(0, 3);
            line.rate = line.isService() ? *rc::gen::element(60, 90) : 130;
            if (*rc::gen::inRange(0, 4) != 0) {
                line.tenths = *rc::gen::inRange(1, 500);
                line.priceFen = *rc::gen::inRange(10, 9999);
            } else {
                line.net = *rc::gen::inRange(1, 99'999);
            }
            line = reckoned(line);
            if (line.net > 0)
                left.append(line);
        }
        RC_PRE(!left.isEmpty());
        QList<Plain> wanted;
        // Mostly one kind of change throughout: else hardly anything but 2 is ever the answer.
        const int habit = *rc::gen::inRange(0, 5);
        for (Plain line : std::as_const(left)) {
            const int change = *rc::gen::inRange(0, 8) == 0 ? *rc::gen::inRange(0, 6) : habit;
            const int part = *rc::gen::inRange(1, 100);
            const bool isKept = *rc::gen::inRange(0, 3) == 0;
            if (isKept || change == 5) {
                wanted.append(line);
                continue;
            }
            if (change == 0)
                continue; // dropped
            if (line.isCounted()) {
                line.tenths = change == 1   ? std::max<std::int64_t>(1, line.tenths * part / 100)
                              : change == 2 ? line.tenths + part
                                            : line.tenths;
                line.priceFen = change == 3   ? std::max<std::int64_t>(1, line.priceFen * part / 100)
                                : change == 4 ? line.priceFen + part
                                              : line.priceFen;
            } else {
                line.net = change % 2 != 0 ? std::max<std::int64_t>(1, line.net * part / 100) : line.net + part;
            }
            line = reckoned(line);
            if (line.net > 0)
                wanted.append(line);
        }
        if (habit == 2 && *rc::gen::arbitrary<bool>())
            wanted.append(reckoned({*rc::gen::inRange(0, 3), 0, 0, *rc::gen::inRange(1, 9999), 0, 130}));
        const bool used = *rc::gen::inRange(0, 4) != 0;

        InvoiceDraft from = mixed();
        from.lines.clear();
        for (const Plain &line : std::as_const(left))
            from.lines.append(drafted(line));
        InvoiceDraft to = from;
        to.lines.clear();
        for (const Plain &line : std::as_const(wanted))
            to.lines.append(drafted(line));
        const Invoice blue = issued(from);
        const Reversibility may = reversibility(blue, {}, used ? ticked() : InvoiceUse());
        const RedProposal found =
            planRed(blue, may, wanted.isEmpty() ? std::nullopt : std::optional(to), std::nullopt, today);
        RC_ASSERT(found.findings.isEmpty());

        Sums sums;
        add(sums, blue.lines);
        Sums aim;
        add(aim, wanted.isEmpty() ? QList<InvoiceLine>() : compose(to).lines);
        Money credit;
        QList<RedFormLine> taken;
        for (const RedPlanStep &step : found.plan.steps) {
            if (step.kind == RedPlanStepKind::Reverse) {
                RC_ASSERT(checkRedForm(step.form, blue, reversibility(blue, taken, ticked())).isEmpty());
                taken += step.form.lines;
                for (const RedFormLine &line : step.form.lines)
                    add(sums, line.item + line.rate.toString(), line.net, line.tax, line.quantity);
                credit -= step.form.totals.net;
            } else {
                const Composed composed = compose(step.draft);
                RC_ASSERT(composed.findings.isEmpty());
                add(sums, composed.lines);
                credit -= composed.totals.net;
            }
        }
        RC_ASSERT(sums == aim);
        RC_ASSERT(credit == found.plan.credit());
        const qsizetype least = fewest(left, wanted, used);
        RC_LOG() << (words(left) + u"-> "_s + words(wanted) + told(found)).toStdString() << (used ? " used" : "");
        ++seen[least];
        ++kinds[told(found).section(u' ', 0, 0) + u'/' + QString::number(found.plan.steps.size())];
        RC_ASSERT(found.plan.steps.size() == least);
    });
    QVERIFY(held);
    qInfo() << seen << kinds;
}

QTEST_GUILESS_MAIN(TestRedPlanSteps)
#include "tst_rules_red_plan_steps.moc"
