// SPDX-License-Identifier: GPL-3.0-or-later
// Amounts in capitals, tax numbers, identity cards, QR text, waiting times.
#include "core/base/decimal.h"
#include "core/rules/capitals.h"
#include "core/rules/qr.h"
#include "core/rules/retry.h"
#include "core/rules/tax_number.h"

#include <QTest>

#include <rapidcheck.h>

using namespace kp;
using namespace kp::rules;

namespace
{
QString utf(const char *text)
{
    return QString::fromUtf8(text);
}

/// Reads an amount in capitals back, by another way than it is written: sums of figure × unit. In fen; −1: unreadable.
qint64 fenOf(QString text)
{
    const bool negative = text.startsWith(utf("（负数）"));
    if (negative)
        text.remove(0, 4);
    const QString figures = utf("零壹贰叁肆伍陆柒捌玖");
    qint64 total = 0;   // yuan above the last 亿
    qint64 section = 0; // since the last 亿
    qint64 group = 0;   // since the last 万
    qint64 fen = 0;
    qint64 figure = 0;
    for (const QChar c : text) {
        if (figures.contains(c)) {
            figure = figures.indexOf(c);
            continue;
        }
        switch (c.unicode()) {
        case u'拾':
        case u'佰':
        case u'仟':
            group += figure * (c == u'拾' ? 10 : c == u'佰' ? 100 : 1000);
            break;
        case u'万':
            section += (group + figure) * 10'000;
            group = 0;
            break;
        case u'亿':
            total = (total + section + group + figure) * 100'000'000;
            section = group = 0;
            break;
        case u'圆':
            total += section + group + figure;
            break;
        case u'角':
            fen += figure * 10;
            break;
        case u'分':
            fen += figure;
            break;
        case u'整':
            break;
        default:
            return -1;
        }
        figure = 0;
    }
    fen += total * 100;
    return negative ? -fen : fen;
}
} // namespace

class TestNumbers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void capitals_data();
    void capitals();
    void capitalsReadBack();
    void taxNumbers_data();
    void taxNumbers();
    void aWrongDigitIsSeen();
    void idCards_data();
    void idCards();
    void normalized_data();
    void normalized();
    void characters();
    void qr_data();
    void qr();
    void retry();
};

// The published values.
void TestNumbers::capitals_data()
{
    QTest::addColumn<QString>("amount");
    QTest::addColumn<QString>("written");
    const auto row = [](const char *amount, const char *written) {
        QTest::newRow(amount) << utf(amount) << utf(written);
    };
    row("0", "零圆整");
    row("0.01", "壹分");
    row("0.10", "壹角整");
    row("0.19", "壹角玖分");
    row("1", "壹圆整");
    row("1.01", "壹圆零壹分");
    row("1.10", "壹圆壹角整");
    row("1.23", "壹圆贰角叁分");
    row("2.005", "贰圆零壹分");
    row("10", "壹拾圆整");
    row("10.05", "壹拾圆零伍分");
    row("10.70", "壹拾圆柒角整");
    row("15", "壹拾伍圆整");
    row("20.02", "贰拾圆零贰分");
    row("85.86", "捌拾伍圆捌角陆分");
    row("100", "壹佰圆整");
    row("100.10", "壹佰圆壹角整");
    row("101", "壹佰零壹圆整");
    row("105.05", "壹佰零伍圆零伍分");
    row("110", "壹佰壹拾圆整");
    row("113", "壹佰壹拾叁圆整");
    row("1000", "壹仟圆整");
    row("1001", "壹仟零壹圆整");
    row("1010", "壹仟零壹拾圆整");
    row("1100.01", "壹仟壹佰圆零壹分");
    row("2026.06", "贰仟零贰拾陆圆零陆分");
    row("10000", "壹万圆整");
    row("10001", "壹万零壹圆整");
    row("10010", "壹万零壹拾圆整");
    row("10100", "壹万零壹佰圆整");
    row("11000", "壹万壹仟圆整");
    row("20500.5", "贰万零伍佰圆伍角整");
    row("100000", "壹拾万圆整");
    row("100001", "壹拾万零壹圆整");
    row("107000.53", "壹拾万零柒仟圆伍角叁分");
    row("110000", "壹拾壹万圆整");
    row("1000000", "壹佰万圆整");
    row("1000001", "壹佰万零壹圆整");
    row("1010101.01", "壹佰零壹万零壹佰零壹圆零壹分");
    row("10000000", "壹仟万圆整");
    row("10001000", "壹仟万零壹仟圆整");
    row("12003000", "壹仟贰佰万零叁仟圆整");
    row("100000000", "壹亿圆整");
    row("100000001", "壹亿零壹圆整");
    row("100010000", "壹亿零壹万圆整");
    row("1000000000", "壹拾亿圆整");
    row("1020304050.6", "壹拾亿零贰仟零叁拾万零肆仟零伍拾圆陆角整");
    row("9999999999.99", "玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖圆玖角玖分");
    row("1000000000000", "壹万亿圆整");
    row("-113", "（负数）壹佰壹拾叁圆整");
    row("-0.05", "（负数）伍分");
    row("-1001.1", "（负数）壹仟零壹圆壹角整");
    row("99999999999999.99", "玖拾玖万玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖圆玖角玖分");
    row("-92233720368547758.07", "（负数）玖亿贰仟贰佰叁拾叁万柒仟贰佰零叁亿陆仟捌佰伍拾肆万柒仟柒佰伍拾捌圆零柒分");
}

void TestNumbers::capitals()
{
    QFETCH(QString, amount);
    QFETCH(QString, written);
    const auto money = Decimal::parse(amount)->toMoney();
    QVERIFY(money.has_value());
    QCOMPARE(rules::capitals(*money), written);
}

void TestNumbers::capitalsReadBack()
{
    QVERIFY(rc::check("capitals say the amount, without two 零 in a row", [] {
        // Few figures that are not zero, because the zeros are the trap.
        qint64 fen = 0;
        for (int i = *rc::gen::inRange(1, 17); i > 0; --i)
            fen = fen * 10 + *rc::gen::element(0, 0, 0, 1, *rc::gen::inRange(0, 10));
        const QString written = rules::capitals(Money::fromFen(fen));
        RC_ASSERT(fenOf(written) == fen);
        RC_ASSERT(!written.contains(utf("零零")));
        RC_ASSERT(fen == 0 || !written.contains(utf("零圆")));
        RC_ASSERT(!written.contains(utf("零万")) && !written.contains(utf("零亿")));
        RC_ASSERT(written.endsWith(u'分') != written.endsWith(u'整'));
        if (fen > 0)
            RC_ASSERT(rules::capitals(Money::fromFen(-fen)) == utf("（负数）") + written);
    }));
}

void TestNumbers::taxNumbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<NumberCheck>("expected");
    const auto row = [](const char *number, NumberCheck expected) { QTest::newRow(number) << utf(number) << expected; };
    // Published numbers, and a published example that is wrong.
    for (const char *number : {"91430104MA4T8FT50U", "91430104MAEP5LEU4X", "91610131MAK4HN8C1L", "91610131MA6U6DMDXT",
             "9144030071526726XG", "91330100799655058B", "91310000MA1FW9A80N", "52310106751466629W",
             "91350100M000100Y43", "91110000802100433B", "915101820724315989"})
        row(number, NumberCheck::Valid);
    row("91500105MAC35KKR6G", NumberCheck::WrongCheckDigit);

    row("91430104MA4T8FT50T", NumberCheck::WrongCheckDigit); // check digit
    row("91430104MA4T8FT5OU", NumberCheck::WrongForm);       // O for 0
    row("9143O104MA4T8FT50U", NumberCheck::WrongForm);
    row("91A30104MA4T8FT50U", NumberCheck::WrongForm); // the division has digits only
    row("11010519491231002X", NumberCheck::Valid);     // a natural person's own number
    row("110105194912310021", NumberCheck::WrongCheckDigit);
    row("430104715267263", NumberCheck::Valid);      // 15: area and organisation code
    row("11010549123100201", NumberCheck::Valid);    // 17
    row("11010519491231002X01", NumberCheck::Valid); // 20
    row("914301", NumberCheck::WrongForm);
    row("1234567890123456", NumberCheck::WrongForm);      // 16
    row("123456789012345678901", NumberCheck::WrongForm); // 21
    row("91430104ma4t8ft50u", NumberCheck::WrongForm);    // not normalized
    row("９1430104MA4T8FT50U", NumberCheck::WrongForm);
    row("91430104MA4T8FT5-U", NumberCheck::WrongForm);
    QTest::newRow("empty") << QString() << NumberCheck::WrongForm;
}

void TestNumbers::taxNumbers()
{
    QFETCH(QString, number);
    QFETCH(NumberCheck, expected);
    QCOMPARE(checkTaxNumber(number), expected);
}

void TestNumbers::aWrongDigitIsSeen()
{
    // Both codes detect every single wrong character; the check digit of the whole alone would do, too.
    const QString alphabet = QStringLiteral("0123456789ABCDEFGHJKLMNPQRTUWXY");
    const QString number = QStringLiteral("91430104MA4T8FT50U");
    for (int i = 0; i < number.size(); ++i)
        for (const QChar c : alphabet) {
            QString wrong = number;
            wrong[i] = c;
            QCOMPARE(checkCreditCode(wrong) == NumberCheck::Valid, wrong == number);
        }
    // An organisation code that fails within a right outer check digit.
    int found = 0;
    for (const QChar organisation : alphabet)
        for (const QChar check : alphabet)
            found += checkCreditCode(QStringLiteral("91430104MA4T8FT5") + organisation + check) == NumberCheck::Valid;
    QCOMPARE(found, 1);
}

void TestNumbers::idCards_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<NumberCheck>("expected");
    const auto row = [](const char *number, NumberCheck expected) { QTest::newRow(number) << utf(number) << expected; };
    row("11010519491231002X", NumberCheck::Valid); // samples of the standard
    row("440524188001010014", NumberCheck::Valid);
    row("110105194912310020", NumberCheck::WrongCheckDigit);
    row("11010519491231002x", NumberCheck::WrongForm); // not normalized
    row("99010519491231002X", NumberCheck::WrongForm); // no such province
    row("11010519490231002X", NumberCheck::WrongForm); // 31 February
    row("11010519491331002X", NumberCheck::WrongForm); // month 13
    row("11010517491231002X", NumberCheck::WrongForm); // too old
    row("1101051949123100", NumberCheck::WrongForm);   // too short
    row("A1010519491231002X", NumberCheck::WrongForm); // letter
    row("11010519491231002A", NumberCheck::WrongForm); // wrong letter at the end
    row("11010519000229001X", NumberCheck::WrongForm); // 1900 was no leap year
}

void TestNumbers::idCards()
{
    QFETCH(QString, number);
    QFETCH(NumberCheck, expected);
    QCOMPARE(checkIdCard(number), expected);
}

void TestNumbers::normalized_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("number");
    const auto row = [](const char *text, const char *number) { QTest::newRow(text) << utf(text) << utf(number); };
    row("91430104MA4T8FT50U", "91430104MA4T8FT50U");
    row(" 91430104 ma4t8ft50u ", "91430104MA4T8FT50U");
    row("９１４３０１０４ＭＡ４Ｔ８ＦＴ５０Ｕ", "91430104MA4T8FT50U");
    row("91430104ＭＡ4ｔ8ft50u\u3000\u00A0", "91430104MA4T8FT50U");
    row("\uFEFF9143\u200B0104", "91430104");
    row("9143-0104", "9143-0104"); // kept, so that the check can say what is wrong
    row("税号", "税号");
}

void TestNumbers::normalized()
{
    QFETCH(QString, text);
    QFETCH(QString, number);
    QCOMPARE(normalizeTaxNumber(text), number);
    QCOMPARE(normalizeTaxNumber(number), number);
}

void TestNumbers::characters()
{
    QVERIFY(hasTaxNumberCharacters(u"A"));
    QVERIFY(hasTaxNumberCharacters(u"12345678901234567890"));
    QVERIFY(!hasTaxNumberCharacters(u"123456789012345678901"));
    QVERIFY(!hasTaxNumberCharacters(u""));
    QVERIFY(!hasTaxNumberCharacters(u"a"));
    QVERIFY(!hasTaxNumberCharacters(u"1 2"));
    QVERIFY(!hasTaxNumberCharacters(u"１"));
}

void TestNumbers::qr_data()
{
    QTest::addColumn<InvoiceKind>("kind");
    QTest::addColumn<qint64>("gross");
    QTest::addColumn<QString>("text");
    // The checksum computed by hand-written polynomial division elsewhere.
    QTest::newRow("ordinary") << InvoiceKind::Ordinary << qint64{10076}
                              << utf("01,32,,26427000000316294884,100.76,20260330,,7D98");
    QTest::newRow("special") << InvoiceKind::Special << qint64{123456789}
                             << utf("01,31,,26427000000316294884,1234567.89,20260330,,2D11");
}

void TestNumbers::qr()
{
    QFETCH(InvoiceKind, kind);
    QFETCH(qint64, gross);
    QFETCH(QString, text);
    Invoice invoice;
    invoice.kind = kind;
    invoice.number = QStringLiteral("26427000000316294884");
    invoice.totals = {Money::fromFen(gross - 76), Money::fromFen(76)};
    // Half past midnight in China is still the day before in London.
    invoice.issuedAt = QDateTime(QDate(2026, 3, 29), QTime(16, 30), Qt::UTC);
    QCOMPARE(qrText(invoice), text);
}

void TestNumbers::retry()
{
    using namespace std::chrono_literals;
    QCOMPARE(retryDelay(0, 10), 10s);
    QCOMPARE(retryDelay(1, 10), 10s);
    QCOMPARE(retryDelay(2, 10), 20s);
    QCOMPARE(retryDelay(3, 10), 40s);
    QCOMPARE(retryDelay(5, 10), 160s);
    QCOMPARE(retryDelay(6, 10), 300s);
    QCOMPARE(retryDelay(1'000'000, 10), 300s);
    QCOMPARE(retryDelay(4, 1), 8s);
    QCOMPARE(retryDelay(1, 0), 1s); // never at once
    QCOMPARE(retryDelay(-5, -5), 1s);
    QCOMPARE(retryDelay(9, 600), 600s); // never faster than the platform asks
}

QTEST_GUILESS_MAIN(TestNumbers)
#include "tst_rules_numbers.moc"
