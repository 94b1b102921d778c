// SPDX-License-Identifier: GPL-3.0-or-later
// The money bar: random invoices against an oracle that knows nothing of Money and Decimal. It reads the texts of the
// draft, reckons with exact rationals, and compares fen by fen.
//   KP_ORACLE_COUNT  how many invoices (20,000 unless told)
//   KP_ORACLE_SEED   repeats a run
#include "core/rules/totals.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTest>

#include <boost/multiprecision/cpp_int.hpp>

#include <random>

using namespace kp;
using namespace kp::rules;
using boost::multiprecision::cpp_int;
using Exact = boost::multiprecision::cpp_rational;

namespace
{
using Random = std::mt19937_64;

std::int64_t pick(Random &random, std::int64_t from, std::int64_t to)
{
    return std::uniform_int_distribution<std::int64_t>(from, to)(random);
}

cpp_int tenTo(int exponent)
{
    cpp_int out = 1;
    for (int i = 0; i < exponent; ++i)
        out *= 10;
    return out;
}

Exact exact(const QString &text)
{
    cpp_int digits = 0;
    int decimals = 0;
    bool point = false;
    for (const QChar c : text) {
        if (c == u'.') {
            point = true;
        } else if (c != u'-') {
            digits = digits * 10 + c.digitValue();
            decimals += point ? 1 : 0;
        }
    }
    const Exact value(digits, tenTo(decimals));
    return text.startsWith(u'-') ? Exact(-value) : value;
}

Exact size(const Exact &value)
{
    return value < 0 ? Exact(-value) : value;
}

/// Half away from zero, to fen.
Exact toFen(const Exact &value)
{
    const Exact raised = size(value) * 100 + Exact(1, 2);
    const Exact out(cpp_int(numerator(raised) / denominator(raised)), 100);
    return value < 0 ? Exact(-out) : out;
}

struct ExpectedLine {
    Exact net;
    Exact tax;
};

struct Expected {
    std::vector<ExpectedLine> lines;
    Exact net = 0;
    Exact tax = 0;
};

ExpectedLine taxed(const Exact &entered, const Exact &rate, bool taxIncluded)
{
    if (!taxIncluded)
        return {entered, toFen(entered * rate)};
    const Exact tax = toFen(entered * rate / (1 + rate));
    return {entered - tax, tax};
}

Expected expected(const InvoiceDraft &draft)
{
    Expected out;
    const auto add = [&](const Exact &net, const Exact &tax) {
        out.lines.push_back({net, tax});
        out.net += net;
        out.tax += tax;
    };
    for (const DraftLine &line : draft.lines) {
        const Exact amount = line.amount ? exact(line.amount->toString())
                                         : toFen(exact(line.quantity->toString()) * exact(line.price->toString()));
        const bool untaxed = line.preference == Preference::Exempt;
        const Exact rate = untaxed ? Exact(0) : exact(line.rate->toString());
        const ExpectedLine main = taxed(amount, rate, draft.taxIncluded);
        add(main.net, main.tax);
        if (line.discount && !line.discount->isZero()) {
            const ExpectedLine discount = taxed(exact(line.discount->toString()), rate, draft.taxIncluded);
            add(-discount.net, -discount.tax);
        }
    }
    return out;
}

Decimal someNumber(Random &random, int digits, int decimals)
{
    std::int64_t most = 1;
    for (int i = static_cast<int>(pick(random, 1, digits)); i > 0; --i)
        most *= 10;
    return Decimal::fromParts(pick(random, 1, most - 1), static_cast<int>(pick(random, 0, decimals)));
}

DraftLine someLine(Random &random)
{
    static constexpr int rates[] = {
        130'000, 90'000, 60'000, 30'000, 50'000, 10'000, 15'000, 5'000, 0, 170'000, 123'456};
    DraftLine line;
    line.item = QStringLiteral("x");
    line.rate = TaxRate::fromMillionths(rates[pick(random, 0, std::size(rates) - 1)]);
    line.preference = pick(random, 0, 19) == 0 ? Preference::Exempt : Preference::None;
    const auto amount = [&] { return Money::fromFen(someNumber(random, 11, 0).toString().toLongLong()); };
    switch (pick(random, 0, 5)) {
    case 0: // an amount alone
        line.amount = amount();
        break;
    case 1:
        line.amount = amount();
        line.quantity = someNumber(random, 6, 3);
        break;
    case 2:
        line.amount = amount();
        line.price = someNumber(random, 8, 2); // smaller ones may need more than the 13 decimals there are
        break;
    case 3: // all three, the amount up to 0.01 off
        line.quantity = someNumber(random, 5, 2);
        line.price = someNumber(random, 7, 4);
        line.amount = *Decimal::productAsMoney(*line.quantity, *line.price);
        if (Decimal::fromMoney(*line.amount) == *Decimal::product(*line.quantity, *line.price))
            *line.amount += Money::fromFen(pick(random, -1, 1));
        break;
    default:
        line.quantity = someNumber(random, 5, 3);
        line.price = someNumber(random, 7, 6);
    }
    const Money entered = line.amount ? *line.amount : *Decimal::productAsMoney(*line.quantity, *line.price);
    if (entered.fen() > 0 && pick(random, 0, 3) == 0)
        line.discount = pick(random, 0, 3) == 0 ? entered : Money::fromFen(pick(random, 0, entered.fen()));
    return line;
}

InvoiceDraft someDraft(Random &random)
{
    InvoiceDraft draft;
    draft.taxIncluded = pick(random, 0, 1) == 1;
    for (std::int64_t i = pick(random, 0, 9) == 0 ? pick(random, 10, 100) : pick(random, 1, 8); i > 0; --i)
        draft.lines.append(someLine(random));
    return draft;
}

/// What is wrong with a composed invoice; empty when nothing is.
QString difference(const InvoiceDraft &draft, const Composed &composed)
{
    if (!composed.findings.isEmpty())
        return composed.findings.front().text;
    const Expected oracle = expected(draft);
    if (oracle.lines.size() != static_cast<std::size_t>(composed.lines.size()))
        return QStringLiteral("%1 lines").arg(composed.lines.size());
    Exact rounding = 0;
    for (int i = 0; i < composed.lines.size(); ++i) {
        const InvoiceLine &line = composed.lines.at(i);
        const Exact net = exact(line.net.toString());
        const Exact tax = exact(line.tax.toString());
        const ExpectedLine &right = oracle.lines[static_cast<std::size_t>(i)];
        if (net != right.net || tax != right.tax)
            return QStringLiteral("line %1: %2 + %3").arg(i).arg(line.net.toString(), line.tax.toString());
        const Exact off = net * exact(line.rate.toString()) - tax;
        rounding += off;
        if (size(off) > Exact(6, 100))
            return QStringLiteral("line %1: tax off by more than 0.06").arg(i);
        if (line.quantity.has_value() != line.price.has_value())
            return QStringLiteral("line %1: quantity or price alone").arg(i);
        if (!line.price)
            continue;
        const QString price = line.price->toString();
        if (line.price->decimals() > 13 || price.size() > 25 || line.quantity->toString().size() > 25)
            return QStringLiteral("line %1: %2 is too long").arg(i).arg(price);
        if (size(exact(line.quantity->toString()) * exact(price) - net) > Exact(1, 100))
            return QStringLiteral("line %1: %2 × %3 is not %4")
                .arg(i)
                .arg(line.quantity->toString(), price, line.net.toString());
    }
    if (exact(composed.totals.net.toString()) != oracle.net || exact(composed.totals.tax.toString()) != oracle.tax)
        return QStringLiteral("totals");
    return size(rounding) > Exact(127, 100) ? QStringLiteral("roundings add up to more than 1.27") : QString();
}

/// Turning it round changes nothing, however often; empty when that holds.
QString differenceWhenTurned(const InvoiceDraft &draft, const Composed &composed)
{
    const InvoiceDraft once = switchTaxIncluded(draft, !draft.taxIncluded);
    const InvoiceDraft twice = switchTaxIncluded(once, draft.taxIncluded);
    if (once.taxIncluded == draft.taxIncluded)
        return QStringLiteral("not turned round");
    if (compose(once) != composed)
        return QStringLiteral("another invoice when turned round");
    if (compose(twice) != composed)
        return QStringLiteral("another invoice when turned round and back");
    return switchTaxIncluded(twice, !draft.taxIncluded) == once ? QString()
                                                                : QStringLiteral("the draft does not settle");
}

QString describe(const InvoiceDraft &draft)
{
    QString out = draft.taxIncluded ? QStringLiteral("tax included:") : QStringLiteral("tax excluded:");
    for (const DraftLine &line : draft.lines)
        out += QStringLiteral("\n  q %1  p %2  a %3  r %4  d %5%6")
                   .arg(line.quantity ? line.quantity->toString() : QStringLiteral("–"),
                       line.price ? line.price->toString() : QStringLiteral("–"),
                       line.amount ? line.amount->toString() : QStringLiteral("–"), line.rate->toString(),
                       line.discount ? line.discount->toString() : QStringLiteral("–"),
                       line.preference == Preference::Exempt ? QStringLiteral(" exempt") : QString());
    return out;
}
} // namespace

class TestMoneyOracle : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void randomInvoices();
};

void TestMoneyOracle::randomInvoices()
{
    const int asked = qEnvironmentVariableIntValue("KP_ORACLE_COUNT");
    const int count = asked > 0 ? asked : 20'000;
    const std::uint64_t seed = qEnvironmentVariable("KP_ORACLE_SEED", QStringLiteral("20260330")).toULongLong();
    Random random(seed);
    QElapsedTimer timer;
    timer.start();
    int differences = 0;
    qint64 lines = 0;
    for (int i = 0; i < count; ++i) {
        const InvoiceDraft draft = someDraft(random);
        const Composed composed = compose(draft);
        lines += composed.lines.size();
        QString wrong = difference(draft, composed);
        if (wrong.isEmpty())
            wrong = differenceWhenTurned(draft, composed);
        if (wrong.isEmpty())
            continue;
        if (++differences <= 5)
            qWarning("invoice %d: %s\n%s", i, qPrintable(wrong), qPrintable(describe(draft)));
    }
    qInfo("%d random invoices, %lld lines, seed %llu: %d differences, %.1f s", count, static_cast<long long>(lines),
        static_cast<unsigned long long>(seed), differences, static_cast<double>(timer.elapsed()) / 1000);
    QCOMPARE(differences, 0);
}

int main(int argc, char **argv)
{
    // A million takes longer than the five minutes Qt Test gives a function.
    if (!qEnvironmentVariableIsSet("QTEST_FUNCTION_TIMEOUT"))
        qputenv("QTEST_FUNCTION_TIMEOUT", "7200000");
    QCoreApplication app(argc, argv);
    TestMoneyOracle test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_money_oracle.moc"
