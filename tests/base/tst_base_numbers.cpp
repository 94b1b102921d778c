// SPDX-License-Identifier: GPL-3.0-or-later
// Money and Decimal: by example, and against an independent oracle of exact rationals.
#include "core/base/decimal.h"
#include "core/base/money.h"

#include <QTest>

#include <boost/multiprecision/cpp_int.hpp>
#include <rapidcheck.h>

#include <limits>

using namespace kp;
using boost::multiprecision::cpp_int;
using boost::multiprecision::cpp_rational;

namespace
{
QString utf(const char *text)
{
    return QString::fromUtf8(text);
}

cpp_int tenTo(int exponent)
{
    cpp_int out = 1;
    for (int i = 0; i < exponent; ++i)
        out *= 10;
    return out;
}

/// The value of a plain decimal text, read digit by digit.
cpp_rational exact(const QString &text)
{
    cpp_int digits = 0;
    int decimals = 0;
    bool point = false;
    for (const QChar c : text) {
        if (c == u'.')
            point = true;
        else if (c != u'-') {
            digits = digits * 10 + c.digitValue();
            decimals += point ? 1 : 0;
        }
    }
    const cpp_rational value(digits, tenTo(decimals));
    return text.startsWith(u'-') ? cpp_rational(-value) : value;
}

cpp_rational exact(const Decimal &value)
{
    return exact(value.toString());
}

/// Rounds half away from zero to so many decimals.
cpp_rational roundedTo(const cpp_rational &value, int decimals)
{
    const cpp_int scale = tenTo(decimals);
    const cpp_rational size = (value < 0 ? cpp_rational(-value) : value) * scale + cpp_rational(1, 2);
    const cpp_int whole = numerator(size) / denominator(size);
    const cpp_rational out(whole, scale);
    return value < 0 ? cpp_rational(-out) : out;
}

Decimal someDecimal()
{
    const auto mantissa = *rc::gen::arbitrary<std::int64_t>();
    return Decimal::fromParts(mantissa, *rc::gen::inRange(0, 16));
}
} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void moneyParses_data();
    void moneyParses();
    void moneyRefuses_data();
    void moneyRefuses();
    void moneyPrints();
    void moneyAtItsEnds();
    void moneyRoundTrip();
    void decimalParses_data();
    void decimalParses();
    void decimalRefuses_data();
    void decimalRefuses();
    void decimalRounds_data();
    void decimalRounds();
    void decimalHasNoRoomForMore();
    void decimalRoundTrip();
    void decimalProduct();
    void decimalSum();
    void decimalQuotient();
    void decimalRounding();
    void decimalMoney();
    void decimalOrder();
};

void TestNumbers::moneyParses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("fen");
    const auto row = [](const char *text, qint64 fen) { QTest::newRow(text) << utf(text) << fen; };
    row("0", 0);
    row("1", 100);
    row("1.5", 150);
    row("-0.01", -1);
    row("+3.20", 320);
    row("1,234.50", 123450);
    row(" 7.00 ", 700);
    row(".5", 50);
    row("5.", 500);
    row("92233720368547.75", 9223372036854775);
    row("9999999999999999.99", 999999999999999999); // as the platform writes its 18 digits
}

void TestNumbers::moneyParses()
{
    QFETCH(QString, text);
    QFETCH(qint64, fen);
    const auto money = Money::parse(text);
    QVERIFY(money.has_value());
    QCOMPARE(money->fen(), fen);
}

void TestNumbers::moneyRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
        {"", " ", "-", ".", "1.234", "1.2.3", "abc", "12 3", "1e3", "--1", "1-", ",5", "１", "1234567890123456789012",
            "99999999999999999999", "92233720368547759", "922337203685477580.7", "¥5", "5元", "1.2,3"})
        QTest::newRow(*text == '\0' ? "empty" : text) << utf(text);
}

void TestNumbers::moneyRefuses()
{
    QFETCH(QString, text);
    QVERIFY(!Money::parse(text).has_value());
}

void TestNumbers::moneyPrints()
{
    QCOMPARE(Money::fromFen(0).toString(), utf("0.00"));
    QCOMPARE(Money::fromFen(-5).toString(), utf("-0.05"));
    QCOMPARE(Money::fromFen(123456789).toString(), utf("1234567.89"));
    QCOMPARE(Money::fromFen(123456789).toGrouped(), utf("1,234,567.89"));
    QCOMPARE(Money::fromFen(-12345678).toGrouped(), utf("-123,456.78"));
    QCOMPARE(Money::fromFen(-123456).toGrouped(), utf("-1,234.56"));
    QCOMPARE(Money::fromFen(12345).toGrouped(), utf("123.45"));
}

void TestNumbers::moneyAtItsEnds()
{
    constexpr auto least = Money::fromFen(std::numeric_limits<std::int64_t>::min());
    QCOMPARE(least.toString(), utf("-92233720368547758.08"));
    QCOMPARE(Money::fromFen(std::numeric_limits<std::int64_t>::max()).toString(), utf("92233720368547758.07"));
}

void TestNumbers::moneyRoundTrip()
{
    QVERIFY(rc::check("an amount is read as it is printed", [] {
        const Money money = Money::fromFen(*rc::gen::arbitrary<std::int64_t>() / 10);
        RC_ASSERT(Money::parse(money.toString()) == money);
        RC_ASSERT(Money::parse(money.toGrouped()) == money);
    }));
}

void TestNumbers::decimalParses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shortest");
    const auto row = [](const char *text, const char *shortest) { QTest::newRow(text) << utf(text) << utf(shortest); };
    row("0", "0");
    row("-0", "0");
    row("1.50", "1.5");
    row("-12.340", "-12.34");
    row("1,234.5", "1234.5");
    row("1.2E-3", "0.0012");
    row("1.2e3", "1200");
    row("8.8495575221238942E-2", "0.088495575221238942");
    row("123456789012345678901234567890123456", "123456789012345678901234567890123456");
    row("0.00000000000000000000000001", "0.00000000000000000000000001");
    row(" 5 ", "5");
    row("+.5", "0.5");
}

void TestNumbers::decimalParses()
{
    QFETCH(QString, text);
    QFETCH(QString, shortest);
    const auto decimal = Decimal::parse(text);
    QVERIFY(decimal.has_value());
    QCOMPARE(decimal->toString(), shortest);
}

void TestNumbers::decimalRefuses_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "-", ".", "1.2.3", "1e", "e5", "1e99", "1e-99", "x", "1 2", "NaN", "inf",
             "1234567890123456789012345678901234567", "0.000000000000000000000000001"})
        QTest::newRow(*text == '\0' ? "empty" : text) << utf(text);
}

void TestNumbers::decimalRefuses()
{
    QFETCH(QString, text);
    QVERIFY(!Decimal::parse(text).has_value());
}

void TestNumbers::decimalRounds_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QString>("rounded");
    const auto row = [](const char *text, int decimals, const char *rounded) {
        QTest::addRow("%s to %d", text, decimals) << utf(text) << decimals << utf(rounded);
    };
    row("2.005", 2, "2.01");
    row("-2.005", 2, "-2.01");
    row("2.00499999", 2, "2");
    row("0.5", 0, "1");
    row("-0.5", 0, "-1");
    row("0.49", 0, "0");
    row("9.995", 2, "10");
    row("1.25", 5, "1.25");
}

void TestNumbers::decimalRounds()
{
    QFETCH(QString, text);
    QFETCH(int, decimals);
    QFETCH(QString, rounded);
    QCOMPARE(Decimal::parse(text)->rounded(decimals).toString(), rounded);
}

void TestNumbers::decimalHasNoRoomForMore()
{
    const Decimal large = *Decimal::parse(utf("999999999999999999999999999999999999"));
    QVERIFY(!Decimal::product(large, Decimal(2)));
    QVERIFY(!Decimal::sum(large, Decimal(1)));
    QVERIFY(!Decimal::quotient(large, Decimal(1), 0)->toMoney());
    QVERIFY(!Decimal::productAsMoney(large, Decimal(1)));
    QVERIFY(!Decimal::quotient(Decimal(1), Decimal(0), 2));
    QCOMPARE(Decimal::sum(large, -large)->toString(), utf("0"));
    const Decimal small = *Decimal::parse(utf("0.000000000000000000000001"));
    QVERIFY(!Decimal::product(small, small));
    QCOMPARE(Decimal::productAsMoney(small, small)->fen(), 0);
}

void TestNumbers::decimalRoundTrip()
{
    QVERIFY(rc::check("a decimal is read as it is printed", [] {
        const Decimal value = someDecimal();
        RC_ASSERT(Decimal::parse(value.toString()) == value);
    }));
}

void TestNumbers::decimalProduct()
{
    QVERIFY(rc::check("the product is exact, or there is none", [] {
        const Decimal a = someDecimal();
        const Decimal b = someDecimal();
        const auto product = Decimal::product(a, b);
        const cpp_rational expected = exact(a) * exact(b);
        if (product) {
            RC_ASSERT(exact(*product) == expected);
            return;
        }
        int decimals = 0;
        while (denominator(cpp_rational(expected * tenTo(decimals))) != 1)
            ++decimals;
        RC_ASSERT(
            decimals > Decimal::maxDecimals || abs(numerator(cpp_rational(expected * tenTo(decimals)))) >= tenTo(36));
    }));
}

void TestNumbers::decimalSum()
{
    QVERIFY(rc::check("sum and difference are exact", [] {
        const Decimal a = someDecimal();
        const Decimal b = someDecimal();
        RC_ASSERT(exact(*Decimal::sum(a, b)) == exact(a) + exact(b));
        RC_ASSERT(exact(*Decimal::difference(a, b)) == exact(a) - exact(b));
    }));
}

void TestNumbers::decimalQuotient()
{
    QVERIFY(rc::check("the quotient is rounded half away from zero", [] {
        const Decimal a =
            Decimal::fromParts(*rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 8));
        const auto size = *rc::gen::inRange<std::int64_t>(1, 1'000'000);
        const auto mantissa = *rc::gen::element(size, -size);
        const Decimal b = Decimal::fromParts(mantissa, *rc::gen::inRange(0, 8));
        const int decimals = *rc::gen::inRange(0, 14);
        RC_ASSERT(exact(*Decimal::quotient(a, b, decimals)) == roundedTo(exact(a) / exact(b), decimals));
    }));
}

void TestNumbers::decimalRounding()
{
    QVERIFY(rc::check("rounding is half away from zero", [] {
        const Decimal value = someDecimal();
        const int decimals = *rc::gen::inRange(0, 16);
        RC_ASSERT(exact(value.rounded(decimals)) == roundedTo(exact(value), decimals));
    }));
}

void TestNumbers::decimalMoney()
{
    QVERIFY(rc::check("a product becomes money with one rounding", [] {
        const Decimal a = Decimal::fromParts(
            *rc::gen::inRange<std::int64_t>(-1'000'000'000, 1'000'000'000), *rc::gen::inRange(0, 10));
        const Decimal b =
            Decimal::fromParts(*rc::gen::inRange<std::int64_t>(-1'000'000, 1'000'000), *rc::gen::inRange(0, 10));
        const Money money = *Decimal::productAsMoney(a, b);
        RC_ASSERT(exact(money.toString()) == roundedTo(exact(a) * exact(b), 2));
        RC_ASSERT(exact(Decimal::fromMoney(money)) == exact(money.toString()));
        RC_ASSERT(*a.toMoney() == *Decimal::productAsMoney(a, Decimal(1)));
    }));
}

void TestNumbers::decimalOrder()
{
    QVERIFY(rc::check("decimals are ordered as the numbers they are", [] {
        const Decimal a = someDecimal();
        const Decimal b = *rc::gen::element(someDecimal(), a, -a);
        RC_ASSERT((a < b) == (exact(a) < exact(b)));
        RC_ASSERT((a == b) == (exact(a) == exact(b)));
        RC_ASSERT((a >= b) == (exact(a) >= exact(b)));
    }));
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_base_numbers.moc"
