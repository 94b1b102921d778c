// SPDX-License-Identifier: GPL-3.0-or-later
// What check() says of the head, the buyer, the company and the whole; see check_cases.h.
#include "tests/rules/check_cases.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;

class TestChecks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void limits_data();
    void limits() { judgeCase(); }
    void everythingAtOnce();
    void tidies();
    void fastEnough();

private:
    static void headCases();
    static void buyerCases();
    static void companyCases();
};

void TestChecks::limits_data()
{
    beginCases();
    pass("good", [](Case &) {});
    headCases();
    buyerCases();
    companyCases();
}

void TestChecks::headCases()
{
    pass("serial 20", [](Case &c) { c.draft.serial = latin(20); });
    error("serial 21", "serial", head, [](Case &c) { c.draft.serial = latin(21); });
    pass("remark 230 characters, 450 bytes", [](Case &c) { c.draft.remark = latin(120) + han(110); });
    error("remark 231 characters", "remark", head, [](Case &c) { c.draft.remark = latin(231); });
    pass("remark 450 bytes", [](Case &c) { c.draft.remark = han(150); });
    error("remark 451 bytes", "remark", head, [](Case &c) { c.draft.remark = han(150) + u'x'; });
    pass("remark of several lines", [](Case &c) { c.draft.remark = QStringLiteral("a\nb"); });
    error("remark with a tab", "remark", head, [](Case &c) { c.draft.remark = QStringLiteral("a\tb"); });
    pass("payee 16", [](Case &c) { c.draft.payee = han(16); });
    error("payee 17", "payee", head, [](Case &c) { c.draft.payee = han(17); });
    pass("reviewer 16", [](Case &c) { c.draft.reviewer = han(16); });
    error("reviewer 17", "reviewer", head, [](Case &c) { c.draft.reviewer = han(17); });
    pass("e-mail", [](Case &c) { c.draft.buyerEmail = QStringLiteral("rechnung.eins+2@mail.example.cn"); });
    for (const char *wrong : {"x", "@example.cn", "a@b", "a@@example.cn", "a@example.", "a b@example.cn", "a@.cn",
             "a@example.cn;b@example.cn", "a@exa@mple.cn"})
        error(wrong, "buyerEmail", head, [wrong](Case &c) { c.draft.buyerEmail = QString::fromLatin1(wrong); });
    pass("e-mail 72", [](Case &c) { c.draft.buyerEmail = latin(61) + QStringLiteral("@example.cn"); });
    error("e-mail 73", "buyerEmail", head,
        [](Case &c) { c.draft.buyerEmail = latin(62) + QStringLiteral("@example.cn"); });

    error("no lines", "", head, [](Case &c) { c.draft.lines.clear(); });
    error("total zero", "", head, [](Case &c) { c.line().discount = c.line().amount; });
    pass("a gift beside goods", [](Case &c) {
        c.draft.lines.append(c.line());
        c.line().discount = c.line().amount;
    });
    const auto lines = [](int count) {
        return [count](Case &c) { c.draft.lines = QList<DraftLine>(count, c.line()); };
    };
    pass("2,000 lines", lines(2000));
    warning("2,001 lines", "", head, lines(2001));
    warning("1,001 lines with a discount each", "", head, [](Case &c) {
        c.line().discount = Money::fromFen(113); // 1.00 and 0.13: no rounding
        c.draft.lines = QList<DraftLine>(1001, c.line());
    });
    warning("5,000 lines", "", head, lines(5000));
    error("5,001 lines", "", head, lines(5001));

    // Each line of 1.10 at 13 % is 0.0035 off: 362 lines come to 1.27.
    const auto rounding = [](int count) {
        return [count](Case &c) {
            c.line().quantity.reset();
            c.line().price.reset();
            c.line().amount = Money::fromFen(105); // net 0.93, tax 0.12: 0.0009 off
            c.draft.lines = QList<DraftLine>(count, c.line());
        };
    };
    pass("roundings of 1.2699", rounding(1411));
    error("roundings of 1.2708", "", head, rounding(1412));
}

void TestChecks::buyerCases()
{
    error("no buyer", "buyer.name", head, [](Case &c) { c.draft.buyer.name.clear(); });
    pass("buyer 100 characters, 300 bytes", [](Case &c) { c.draft.buyer.name = han(100); });
    error("buyer 101 characters", "buyer.name", head, [](Case &c) { c.draft.buyer.name = latin(101); });
    pass("person with 300 bytes as printed", [](Case &c) {
        c.draft.naturalPerson = true;
        c.draft.buyer.name = han(96);
    });
    error("person with 303 bytes as printed", "buyer.name", head, [](Case &c) {
        c.draft.naturalPerson = true;
        c.draft.buyer.name = han(97);
    });
    error("buyer with a line break", "buyer.name", head, [](Case &c) { c.draft.buyer.name += u'\n'; });
    pass("rare characters count once", [](Case &c) {
        c.draft.buyer.name = QString::fromUcs4(U"\U00020BB7").repeated(75); // 300 bytes, 150 code units
    });
    pass("address 100", [](Case &c) { c.draft.buyer.address = han(100); });
    error("address 101", "buyer.address", head, [](Case &c) { c.draft.buyer.address = latin(101); });
    pass("phone 50", [](Case &c) { c.draft.buyer.phone = latin(50); });
    error("phone 51", "buyer.phone", head, [](Case &c) { c.draft.buyer.phone = latin(51); });
    pass("phone 60 bytes", [](Case &c) { c.draft.buyer.phone = han(20); });
    error("phone 61 bytes", "buyer.phone", head, [](Case &c) { c.draft.buyer.phone = han(20) + u'x'; });
    pass("bank 120 bytes", [](Case &c) { c.draft.buyer.bank = han(40); });
    error("bank 121 bytes", "buyer.bank", head, [](Case &c) { c.draft.buyer.bank = han(40) + u'x'; });
    error("bank 101 characters", "buyer.bank", head, [](Case &c) { c.draft.buyer.bank = latin(101); });
    pass("account 50", [](Case &c) { c.draft.buyer.account = latin(50); });
    warning("account 51", "buyer.account", head, [](Case &c) { c.draft.buyer.account = latin(51); });
    warning("account 100", "buyer.account", head, [](Case &c) { c.draft.buyer.account = latin(100); });
    error("account 101", "buyer.account", head, [](Case &c) { c.draft.buyer.account = latin(101); });

    const auto special = [](const char *number) {
        return [number](Case &c) {
            c.draft.kind = InvoiceKind::Special;
            c.draft.buyer.taxNumber = QString::fromLatin1(number);
        };
    };
    const auto ordinary = [](const char *number) {
        return [number](Case &c) { c.draft.buyer.taxNumber = QString::fromLatin1(number); };
    };
    pass("special with number", special("91330100799655058B"));
    error("special without number", "buyer.taxNumber", head, special(""));
    warning("ordinary without number", "buyer.taxNumber", head, ordinary(""));
    pass("person without number", [](Case &c) {
        c.draft.naturalPerson = true;
        c.draft.buyer = {};
        c.draft.buyer.name = QStringLiteral(u"张女士");
    });
    warning("wrong check digit", "buyer.taxNumber", head, ordinary("91330100799655058A"));
    warning("unusual length", "buyer.taxNumber", head, ordinary("9133010079965"));
    error("small letters", "buyer.taxNumber", head, ordinary("91330100799655058b"));
    error("hyphen", "buyer.taxNumber", head, ordinary("9133-0100"));
    error("21 characters", "buyer.taxNumber", head, ordinary("913301007996550581234"));
    pass("15 characters", ordinary("330100799655058"));
    pass("20 characters", ordinary("11010519491231002X01"));
    error("special to a person", "naturalPerson", head, [](Case &c) {
        c.draft.kind = InvoiceKind::Special;
        c.draft.naturalPerson = true;
    });
    const auto named = [](const char16_t *name, const char *number) {
        return [name, number](Case &c) {
            c.draft.buyer.name = QString::fromUtf16(name);
            c.draft.buyer.taxNumber = QString::fromLatin1(number);
        };
    };
    warning("four characters ask", "naturalPerson", head, named(u"欧阳小明", "330100799655058"));
    pass("five characters do not ask", named(u"样例小卖部", "330100799655058"));
    pass("a credit code answers", named(u"样例小店", "91330100799655058B"));
    pass("special does not ask", [](Case &c) {
        c.draft.kind = InvoiceKind::Special;
        c.draft.buyer.name = QStringLiteral(u"样例");
        c.draft.buyer.taxNumber = QStringLiteral("330100799655058");
    });
}

void TestChecks::companyCases()
{
    error("seller without name", "", head, [](Case &c) { c.facts.company.party.name.clear(); });
    error("seller without number", "", head, [](Case &c) { c.facts.company.party.taxNumber.clear(); });
    pass("seller's address 300 bytes", [](Case &c) { c.facts.company.party.address = han(100); });
    error("seller's address 301 bytes", "", head, [](Case &c) { c.facts.company.party.address = han(100) + u'x'; });
    error("no issuer", "", head, [](Case &c) { c.facts.issuer.clear(); });
    pass("issuer 300 bytes", [](Case &c) { c.facts.issuer = han(100); });
    error("issuer 303 bytes", "", head, [](Case &c) { c.facts.issuer = han(101); });
    pass("state 09", [](Case &c) { c.facts.company.stateCode = QStringLiteral("09"); });
    error("state 05", "", head, [](Case &c) { c.facts.company.stateCode = QStringLiteral("05"); });
    warning("state unknown", "", head, [](Case &c) { c.facts.company.stateCode.clear(); });
    pass("risk class 02", [](Case &c) { c.facts.company.riskClass = QStringLiteral("02"); });
    error("risk class 01", "", head, [](Case &c) { c.facts.company.riskClass = QStringLiteral("01"); });
    pass("alert 02", [](Case &c) { c.facts.company.alert = QStringLiteral("02"); });
    error("alert 01", "", head, [](Case &c) { c.facts.company.alert = QStringLiteral("01"); });
    error("risk mark", "", head, [](Case &c) { c.facts.company.riskMarked = true; });
    warning("rates unknown", "", head, [](Case &c) { c.facts.rates.clear(); });
}

void TestChecks::everythingAtOnce()
{
    Case empty;
    empty.draft.lines = {DraftLine(), DraftLine()};
    const QList<Finding> findings = findingsOf(empty);
    QStringList fields;
    for (const Finding &finding : findings)
        fields.append(QString::number(finding.line) + finding.field);
    for (const char *expected : {"-1buyer.name", "-1buyer.taxNumber", "-1", "0item", "0classification", "0rate",
             "0amount", "1item", "1classification", "1rate", "1amount"})
        QVERIFY2(fields.contains(QString::fromLatin1(expected)), expected);
    QVERIFY(std::is_sorted(
        findings.begin(), findings.end(), [](const Finding &a, const Finding &b) { return a.line < b.line; }));
    QVERIFY(hasErrors(findings));
}

void TestChecks::tidies()
{
    Case c = Case::good();
    const InvoiceDraft good = c.draft;
    c.draft.buyer.name = QStringLiteral(u"　 杭州样例科技有限公司\n");
    c.draft.buyer.taxNumber = QStringLiteral(u"９1330100 799655058b");
    c.line().item = QStringLiteral(u"铅笔 ");
    c.line().shortName.clear();
    QCOMPARE(tidied(c.draft, catalogue().lookup()), good);
    c.line().shortName = QStringLiteral(u"别的"); // not ours to change
    QCOMPARE(tidied(c.draft, catalogue().lookup()).lines.front().shortName, QStringLiteral(u"别的"));
}

void TestChecks::fastEnough()
{
    Case c = Case::good();
    c.line().discount = Money::fromFen(113);
    c.draft.lines = QList<DraftLine>(2500, c.line());
    const Composed composed = compose(c.draft);
    QCOMPARE(composed.lines.size(), 5000);
    QElapsedTimer timer;
    timer.start();
    const QList<Finding> findings = check(c.draft, composed, c.facts, catalogue().lookup());
    // It takes about 5 ms; what takes a hundred times as long has another order.
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!hasErrors(findings));
}

QTEST_GUILESS_MAIN(TestChecks)
#include "tst_rules_checks.moc"
