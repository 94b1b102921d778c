// SPDX-License-Identifier: GPL-3.0-or-later
// What check() says of lines, rates and their mixture; see check_cases.h.
#include "tests/rules/check_cases.h"

#include "core/rules/preferences.h"

#include <QTest>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;

class TestLineChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limits_data();
    void limits() { judgeCase(); }
    void discountLinesDoNotShiftFindings();

private:
    static void lineCases();
    static void rateCases();
    static void mixtureCases();
};

void TestLineChecks::limits_data()
{
    beginCases();
    lineCases();
    rateCases();
    mixtureCases();
}

void TestLineChecks::lineCases()
{
    error("no item", "item", 0, [](Case &c) { c.line().item.clear(); });
    pass("item 100 characters", [](Case &c) { c.line().item = latin(100); });
    error("item 101 characters", "item", 0, [](Case &c) { c.line().item = latin(101); });
    // *文具* takes 8 bytes of the 300 of the printed name.
    pass("printed name 300 bytes", [](Case &c) { c.line().item = han(97) + u'x'; });
    error("printed name 301 bytes", "item", 0, [](Case &c) { c.line().item = han(97) + QStringLiteral("xx"); });
    error("printed name with the short name of the code", "item", 0, [](Case &c) {
        c.line().shortName.clear();
        c.line().item = han(97) + QStringLiteral("xx");
    });
    error("item with its short name", "item", 0, [](Case &c) { c.line().item = QStringLiteral(u"*文具*铅笔"); });
    pass("item with an asterisk", [](Case &c) { c.line().item = QStringLiteral(u"*铅笔"); });
    error("item with a line break", "item", 0, [](Case &c) { c.line().item = QStringLiteral(u"铅\n笔"); });
    pass("item with signs and a rare character", [](Case &c) { c.line().item = QStringLiteral(u"㎡℃×★①　𠮷"); });
    error("item with a pictograph", "item", 0, [](Case &c) { c.line().item = QStringLiteral(u"铅笔😀"); });
    error("item that turns its direction", "item", 0, [](Case &c) { c.line().item = QStringLiteral(u"铅\u202E笔"); });
    error("item with half a pair", "item", 0, [](Case &c) { c.line().item = QStringLiteral(u"铅笔") + QChar(0xD83D); });
    pass("specification 40", [](Case &c) { c.line().spec = han(40); });
    error("specification 41", "spec", 0, [](Case &c) { c.line().spec = latin(41); });
    pass("unit 22", [](Case &c) { c.line().unit = han(22); });
    error("unit 23", "unit", 0, [](Case &c) { c.line().unit = latin(23); });

    error("no code", "classification", 0, [](Case &c) { c.line().classification.clear(); });
    error("unknown code", "classification", 0, [](Case &c) { c.line().classification = latin(19); });
    error("summary node", "classification", 0,
        [](Case &c) { c.line().classification = QStringLiteral("1060402000000000000"); });
    pass("short name left to the code", [](Case &c) { c.line().shortName.clear(); });
    error("other short name", "shortName", 0, [](Case &c) { c.line().shortName = QStringLiteral(u"机械"); });

    const auto amounts = [](const char *quantity, const char *price, const char *amount) {
        return [quantity, price, amount](Case &c) {
            c.line().quantity = Decimal::parse(QString::fromLatin1(quantity));
            c.line().price = Decimal::parse(QString::fromLatin1(price));
            c.line().amount = Money::parse(QString::fromLatin1(amount));
        };
    };
    pass("an amount alone", amounts("", "", "1.00"));
    error("no amount", "amount", 0, [](Case &c) {
        c.draft.lines.append(c.line());
        c.line().quantity.reset();
        c.line().price.reset();
        c.line().amount.reset();
    });
    pass("0.01 off", amounts("3", "33.33", "100.00"));
    error("0.02 off", "amount", 0, amounts("3", "33.33", "100.01"));
    const auto beside = [](const Change &change) { // so that the total stays larger than zero
        return [change](Case &c) {
            c.draft.lines.append(c.line());
            change(c);
        };
    };
    error("amount zero", "amount", 0, beside(amounts("", "", "0.00")));
    error("amount negative", "amount", 0, beside(amounts("", "", "-1.00")));
    pass("13 decimals", amounts("1.1234567890123", "", "1.00"));
    error("14 decimals", "quantity", 0, [amounts](Case &c) {
        c.draft.taxIncluded = false;
        amounts("1.12345678901234", "1", "1.12")(c);
    });
    error("price of 14 decimals", "price", 0, amounts("1", "1.12345678901234", "1.12"));
    error("price of 26 characters", "price", 0, amounts("0.000000000001", "123456789012.1234567890123", ""));
    error("largest amount exceeded", "amount", 0, beside(amounts("", "", "10000000000000.00")));

    const auto discount = [](const char *amount) {
        return [amount](Case &c) { c.line().discount = Money::parse(QString::fromLatin1(amount)); };
    };
    pass("discount of nearly all", discount("112.99"));
    pass("discount of zero", discount("0.00"));
    error("discount too large", "discount", 0, beside(discount("113.01")));
    error("negative discount", "discount", 0, discount("-1.00"));
    pass("discount of all, tax excluded", beside([](Case &c) {
        c.draft.taxIncluded = false;
        c.line().discount = c.line().amount;
    }));
}

void TestLineChecks::rateCases()
{
    error("no rate", "rate", 0, [](Case &c) { c.line().rate.reset(); });
    const auto rated = [](int rate, Preference preference = Preference::None,
                           InvoiceKind kind = InvoiceKind::Ordinary) {
        return [rate, preference, kind](Case &c) {
            c.draft.kind = kind;
            c.line().rate = rateOf(rate);
            c.line().preference = preference;
            if (ruleOf(preference).refunded)
                c.draft.refund = RefundClass::Gold;
        };
    };
    error("rate not usable", "rate", 0, rated(170));
    const auto valid = [](QDate from, QDate to) {
        return [from, to](Case &c) {
            c.facts.rates.first().validFrom = from;
            c.facts.rates.first().validTo = to;
        };
    };
    const QDate today(2026, 3, 30);
    pass("rate valid from today", valid(today, {}));
    error("rate valid from tomorrow", "rate", 0, valid(today.addDays(1), {}));
    pass("rate valid until today", valid({}, today));
    error("rate valid until yesterday", "rate", 0, valid({}, today.addDays(-1)));
    warning("another rate than usual", "rate", 0, rated(90));
    pass("levy rates are not compared", rated(30));
    pass("a code without usual rate", [](Case &c) {
        c.line().classification = QStringLiteral("1090000000000000000");
        c.line().shortName = QStringLiteral(u"机械");
        c.line().rate = rateOf(60);
    });
    const auto book = [](int rate) {
        return [rate](Case &c) {
            c.line().classification = QStringLiteral("1090000000000000001");
            c.line().shortName = QStringLiteral(u"图书");
            c.line().rate = rateOf(rate);
        };
    };
    pass("second usual rate", book(90));
    warning("3 % is not in 13 %", "rate", 0, [book](Case &c) {
        c.facts.rates.append({rateOf(30), false, {}, {}});
        book(30)(c);
    });

    pass("simplified 3 %", rated(30, Preference::Simplified));
    pass("simplified 5 %", rated(50, Preference::Simplified));
    error("simplified 6 %", "rate", 0, rated(60, Preference::Simplified));
    pass("simplified at 3 %", rated(30, Preference::Simplified3));
    error("simplified at 3 % with 5 %", "rate", 0, rated(50, Preference::Simplified3));
    pass("simplified at 5 %", rated(50, Preference::Simplified5));
    error("simplified at 5 % with 3 %", "rate", 0, rated(30, Preference::Simplified5));
    error("simplified, but not usable", "rate", 0, [rated](Case &c) {
        rated(50, Preference::Simplified5)(c);
        c.facts.rates.removeLast();
    });
    error("reduced to 1.5 % in the ordinary mode", "preference", 0, [rated](Case &c) {
        rated(15, Preference::Reduced15)(c);
        c.facts.rates.append({rateOf(15), true, {}, {}});
    });
    pass("exempt", rated(0, Preference::Exempt));
    error("exempt with 13 %", "rate", 0, rated(130, Preference::Exempt));
    pass("exempt without rate", [](Case &c) {
        c.line().preference = Preference::Exempt;
        c.line().rate.reset();
    });
    pass("refund with 13 %", rated(130, Preference::Refund50));
    warning("refund of what", "refund", head, [rated](Case &c) {
        rated(130, Preference::Refund50)(c);
        c.draft.refund = RefundClass::None;
    });
    error("refund without policy", "refund", head, [](Case &c) { c.draft.refund = RefundClass::Gold; });
    error("refund with 3 %", "rate", 0, rated(30, Preference::Refund50));
    error("refund with 0 %", "rate", 0, rated(0, Preference::LevyThenRefund));

    pass("zero rate on an ordinary invoice", rated(0));
    error("zero rate on a special invoice", "rate", 0, rated(0, Preference::None, InvoiceKind::Special));
    error("exempt on a special invoice", "preference", 0, rated(0, Preference::Exempt, InvoiceKind::Special));
    pass("3 % on a special invoice", rated(30, Preference::Simplified, InvoiceKind::Special));
    pass("not taxable", [](Case &c) { c.line() = notTaxable("6010000000000000000"); });
    error("not taxable with another code", "preference", 0, rated(0, Preference::NotTaxable));
    warning("code 6 without the mark", "preference", 0, [](Case &c) {
        c.line() = notTaxable("6010000000000000000");
        c.line().preference = Preference::None;
    });
}

void TestLineChecks::mixtureCases()
{
    const auto together = [](const QList<const char *> &codes) {
        return [codes](Case &c) {
            for (const char *code : codes)
                c.draft.lines.append(notTaxable(code));
        };
    };
    error("not taxable beside goods", "preference", 1, together({"6010000000000000000"}));
    error("said once", "preference", 1, together({"6010000000000000000", "6010000000000000000"}));
    pass("water beside goods", together({"6110000000000000000"}));
    error(
        "water does not excuse the others", "preference", 2, together({"6110000000000000000", "6010000000000000000"}));
    error("aviation fund beside goods", "preference", 1, together({"6130000000000000000"}));
    pass("aviation fund beside air tickets", [together](Case &c) {
        c.line().classification = QStringLiteral("3010301010100000000");
        c.line().shortName = QStringLiteral(u"交通运输服务");
        c.line().rate = rateOf(90);
        together({"6130000000000000000"})(c);
    });
    pass("not taxable among themselves", [](Case &c) {
        c.draft.lines = {notTaxable("6010000000000000000"), notTaxable("6130000000000000000")};
    });
}

void TestLineChecks::discountLinesDoNotShiftFindings()
{
    Case c = Case::good();
    c.draft.lines = QList<DraftLine>(4, c.line());
    c.draft.lines[0].discount = Money::fromFen(100);
    c.draft.lines[1].discount = Money::fromFen(100);
    c.draft.lines[2].amount = Money::fromFen(-100);
    c.draft.lines[2].quantity.reset();
    c.draft.lines[2].price.reset();
    c.draft.lines[3].discount = Money::fromFen(20000);
    const QList<Finding> findings = findingsOf(c);
    QVERIFY2(findings.size() == 2, qPrintable(describe(findings)));
    QCOMPARE(findings.at(0).line, 2);
    QCOMPARE(findings.at(0).field, QStringLiteral("amount"));
    QCOMPARE(findings.at(1).line, 3);
    QCOMPARE(findings.at(1).field, QStringLiteral("discount"));
}

QTEST_GUILESS_MAIN(TestLineChecks)
#include "tst_rules_line_checks.moc"
