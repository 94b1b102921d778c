// SPDX-License-Identifier: GPL-3.0-or-later
// 差额征税, 减按征税, and what else the complete issuing page can say of an invoice; see check_cases.h.
#include "tests/rules/check_cases.h"

#include "core/rules/copies.h"
#include "core/rules/preferences.h"

#include <QTest>

using namespace kp;
using namespace kp::rules;
using namespace kp::rules::cases;
using namespace Qt::StringLiterals;

namespace
{
DeductionVoucher voucher(const char *used)
{
    DeductionVoucher out;
    out.number = u"26432000001576189981"_s;
    out.date = QDate(2026, 2, 1);
    out.total = Money::fromFen(1'000'000);
    out.used = *Money::parse(QString::fromLatin1(used));
    return out;
}

/// 10,000.00 with tax at 5 %, of which 8,000.00 are deducted.
void margin(Case &c, TaxMode mode = TaxMode::MarginNet)
{
    c.draft.taxMode = mode;
    c.draft.vouchers = {voucher("8000.00")};
    DraftLine &line = c.line();
    line.quantity.reset();
    line.price.reset();
    line.amount = Money::fromFen(1'000'000);
    line.rate = rateOf(50);
    line.preference = Preference::Simplified5;
}

/// A parking space let for 10,500.00 with tax at 5 %, reduced to 1.5 %.
void reduced(Case &c)
{
    c.draft.taxMode = TaxMode::Reduced;
    c.facts.rates.append({rateOf(15), true, {}, {}});
    DraftLine &line = c.line();
    line.classification = u"3040502020200000000"_s;
    line.shortName = u"经营租赁"_s;
    line.quantity.reset();
    line.price.reset();
    line.amount = Money::fromFen(1'050'000);
    line.rate = rateOf(15);
    line.preference = Preference::Reduced15;
}

void smallScale(Case &c, InvoiceKind kind)
{
    c.facts.company.taxpayerKind = TaxpayerKind::SmallScale;
    c.draft.kind = kind;
    c.line().rate = rateOf(30);
}

Change with(Change first, Change then)
{
    return [first = std::move(first), then = std::move(then)](Case &c) {
        first(c);
        then(c);
    };
}
} // namespace

class TestModes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D1_marginOfTheFactSheet();
    void D1_fullAmountIsTaxedWhole();
    void D1_reducedLevy();
    void D1_modes_data();
    void D1_modes() { judgeCase(); }
    void D2_naturalPersonIsAsked();
    void D3_ratesToOffer();
    void D3_preferencesToOffer();
    void D3_zeroRateMarks();
    void D4_roundTripsOfModes();
    void D7_aCopyHasNoVouchers();
    void D8_remarkLength();

private:
    static void marginCases();
    static void markCases();
    static void personCases();
};

void TestModes::D1_marginOfTheFactSheet()
{
    Case c = Case::good();
    margin(c);
    const Composed worked = compose(c.draft);
    QCOMPARE(worked.totals.tax, yuan("95.24"));
    QCOMPARE(worked.totals.net, yuan("9904.76"));
    QCOMPARE(worked.lines.first().deduction, yuan("8000.00"));
    QVERIFY2(findingsOf(c).isEmpty(), qPrintable(describe(findingsOf(c))));

    c.draft.taxIncluded = false; // entered the other way round
    c.line().amount = yuan("9904.76");
    QCOMPARE(compose(c.draft).totals, worked.totals);
}

void TestModes::D1_fullAmountIsTaxedWhole()
{
    Case c = Case::good();
    margin(c, TaxMode::MarginGross);
    const Composed worked = compose(c.draft);
    QCOMPARE(worked.totals.tax, yuan("476.19"));
    QCOMPARE(worked.totals.gross(), yuan("10000.00"));
    QCOMPARE(worked.lines.first().deduction, yuan("8000.00"));
    QVERIFY(findingsOf(c).isEmpty());
}

void TestModes::D1_reducedLevy()
{
    Case c = Case::good();
    reduced(c);
    const Composed worked = compose(c.draft);
    QCOMPARE(worked.totals.tax, yuan("150.00")); // 10,500 / 1.05 × 1.5 %
    QCOMPARE(worked.totals.net, yuan("10350.00"));
    c.draft.taxIncluded = false;
    c.line().amount = yuan("10350.00");
    QCOMPARE(compose(c.draft).totals, worked.totals);
}

void TestModes::D7_aCopyHasNoVouchers()
{
    Case c = Case::good();
    margin(c);
    const auto issued = [&] {
        Invoice invoice;
        static_cast<InvoiceHead &>(invoice) = c.draft;
        invoice.lines = compose(c.draft).lines;
        return invoice;
    };
    for (const bool taxIncluded : {true, false}) {
        Case copy = c;
        copy.draft = copyOf(issued(), taxIncluded);
        QVERIFY(copy.draft.vouchers.isEmpty());
        QVERIFY(copy.draft.serial.isEmpty());
        QCOMPARE(copy.draft.taxMode, TaxMode::MarginNet);
        QCOMPARE(compose(copy.draft).totals.gross(), yuan("10000.00")); // what the buyer pays
        QCOMPARE(compose(copy.draft).totals.tax, yuan("476.19"));       // of the whole, as nothing is deducted
        const QList<Finding> findings = findingsOf(copy);
        QVERIFY2(std::any_of(findings.begin(), findings.end(),
                     [](const Finding &f) { return f.severity == Severity::Error && f.field == u"vouchers"; }),
            qPrintable(describe(findings)));
        copy.draft.vouchers = {voucher("8000.00")};
        copy.draft.vouchers.first().number = u"26432000001576189982"_s;
        QCOMPARE(compose(copy.draft).totals, compose(c.draft).totals);
    }
    // Others are copied as they are.
    const Case plain = Case::good();
    Invoice invoice;
    static_cast<InvoiceHead &>(invoice) = plain.draft;
    invoice.lines = compose(plain.draft).lines;
    QCOMPARE(copyOf(invoice, false).taxIncluded, false);
    QCOMPARE(compose(copyOf(invoice, true)).totals, compose(plain.draft).totals);
}

void TestModes::marginCases()
{
    const auto net = [](Case &c) { margin(c); };
    pass("margin", net);
    warning("full amount without deduction", "vouchers", head, [](Case &c) {
        margin(c, TaxMode::MarginGross);
        c.draft.vouchers.clear();
    });
    error("margin without deduction", "vouchers", head, with(net, [](Case &c) { c.draft.vouchers.clear(); }));
    error("two lines", "taxMode", head, with(net, [](Case &c) { c.draft.lines.append(Case::good().line()); }));
    error("discount", "discount", 0, with(net, [](Case &c) { c.line().discount = yuan("1.00"); }));
    error("deducts more than there is", "vouchers", head, with(net, [](Case &c) {
        c.draft.vouchers.append(voucher("2000.01"));
        c.draft.vouchers.last().number = u"26432000001576189982"_s;
    }));
    const auto open = [](MarginCode entry) {
        entry.code = u"1060402000000000000"_s; // and all below it
        return [entry](Case &c) { c.facts.marginCodes = {entry}; };
    };
    const auto gross = [](Case &c) { margin(c, TaxMode::MarginGross); };
    const auto special = [](Case &c) { c.draft.kind = InvoiceKind::Special; };
    pass("open to the margin", with(net, open({{}, true, false, false, {rateOf(50)}})));
    error("not open to the margin", "classification", 0, with(net, [](Case &c) {
        c.facts.marginCodes = {{u"3040802000000000000"_s, true, true, true, {}}};
    }));
    error("not open to the margin only", "classification", 0, with(net, open({{}, false, true, true, {}})));
    pass("open to the full amount", with(gross, open({{}, false, false, false, {}})));
    error("no special invoice", "classification", 0, with(with(net, special), open({{}, true, false, true, {}})));
    error("no special invoice in full", "classification", 0,
        with(with(gross, special), open({{}, true, true, false, {}})));
    error("rate of no margin", "rate", 0, with(net, open({{}, true, true, true, {rateOf(60), rateOf(30)}})));
    pass("the nearest entry counts", with(net, [](Case &c) {
        c.facts.marginCodes = {{u"1060000000000000000"_s, false, false, false, {}},
            {u"1060402019900000000"_s, true, false, false, {}}, {u"1060402000000000000"_s, false, false, false, {}}};
    }));
    pass("outside the margin scheme", [](Case &c) {
        c.facts.marginCodes = {{u"3040802000000000000"_s, {}, {}, {}, {}}};
    });
    error("vouchers in the ordinary mode", "vouchers", head, [](Case &c) { c.draft.vouchers = {voucher("8000.00")}; });

    const auto first = [net](
                           auto change) { return with(net, [change](Case &c) { change(c.draft.vouchers.first()); }); };
    error("no number", "vouchers.0.number", head, first([](DeductionVoucher &v) { v.number.clear(); }));
    warning("short number", "vouchers.0.number", head, first([](DeductionVoucher &v) { v.number = u"123"_s; }));
    error("no date", "vouchers.0.date", head, first([](DeductionVoucher &v) { v.date = {}; }));
    error("more than the voucher", "vouchers.0.used", head, first([](DeductionVoucher &v) { v.total = yuan("7999"); }));
    error("code with a digital invoice", "vouchers.0.code", head,
        first([](DeductionVoucher &v) { v.code = u"4300193130"_s; }));
    for (const VoucherKind kind :
        {VoucherKind::SpecialInvoice, VoucherKind::OrdinaryInvoice, VoucherKind::BusinessTaxInvoice}) {
        error(code(kind), "vouchers.0.code", head, first([kind](DeductionVoucher &v) {
            v.kind = kind;
            v.number = u"01234567"_s;
        }));
    }
    for (const VoucherKind kind :
        {VoucherKind::FiscalReceipt, VoucherKind::CourtRuling, VoucherKind::DeedTaxCertificate})
        pass(code(kind), first([kind](DeductionVoucher &v) {
            v.kind = kind;
            v.number.clear();
            v.date = {};
        }));
    for (const VoucherKind kind : {VoucherKind::OtherInvoice, VoucherKind::OtherVoucher})
        error(code(kind), "vouchers.0.remark", head, first([kind](DeductionVoucher &v) { v.kind = kind; }));
    error("the same voucher twice", "vouchers.1.number", head, with(net, [](Case &c) {
        c.draft.vouchers.first().used = yuan("1.00");
        c.draft.vouchers.append(c.draft.vouchers.first());
    }));

    warning("reduced levy", "preference", 0, reduced);
    error("reduced levy of other goods", "classification", 0, with(reduced, [](Case &c) {
        c.line().classification = u"1060402019900000000"_s;
        c.line().shortName = u"文具"_s;
    }));
    error("reduced mode without its policy", "preference", 0, [](Case &c) { c.draft.taxMode = TaxMode::Reduced; });
}

void TestModes::markCases()
{
    warning("small-scale at 3 %", "waiver", head, [](Case &c) { smallScale(c, InvoiceKind::Ordinary); });
    error("special at 3 % without reason", "waiver", head, [](Case &c) { smallScale(c, InvoiceKind::Special); });
    pass("special at 3 % with reason", [](Case &c) {
        smallScale(c, InvoiceKind::Special);
        c.draft.waiver = WaiverReason::OwnChoice;
    });
    warning("reason without need", "waiver", head, [](Case &c) { c.draft.waiver = WaiverReason::OwnChoice; });
    pass("tax service", [](Case &c) {
        c.draft.taxService = true;
        c.draft.serviceAgreement = u"XY-1"_s;
    });
    error("tax service without agreement", "serviceAgreement", head, [](Case &c) { c.draft.taxService = true; });
    error("agreement alone", "serviceAgreement", head, [](Case &c) { c.draft.serviceAgreement = u"XY-1"_s; });

    const auto elements = [](QList<ExtraElement> list) {
        return [list = std::move(list)](Case &c) { c.draft.elements = list; };
    };
    pass("two elements", elements({{u"合同号"_s, {}, u"HT-1"_s}, {u"批次"_s, {}, u"2"_s}}));
    error("element named remark", "elements.0.name", head, elements({{u"备注"_s, {}, u"x"_s}}));
    error("element twice", "elements.1.name", head, elements({{u"批次"_s, {}, u"1"_s}, {u"批次"_s, {}, u"2"_s}}));
    error("element without name", "elements.0.name", head, elements({{{}, {}, u"x"_s}}));
    error("element without content", "elements.0.value", head, elements({{u"批次"_s, {}, {}}}));
    pass("content of 200 bytes", elements({{u"批次"_s, {}, latin(200)}}));
    error("content of 201 bytes", "elements.0.value", head, elements({{u"批次"_s, {}, latin(201)}}));
    error("name of 51 characters", "elements.0.name", head, elements({{latin(51), {}, u"x"_s}}));
    error("business type of 51 bytes", "businessType", head, [](Case &c) { c.draft.businessType = han(17); });
}

void TestModes::personCases()
{
    pass("agent", [](Case &c) {
        c.draft.agent = {u"王经办"_s, {u"201"_s, u"11010519491231002X"_s, u"中华人民共和国"_s}, {}, u"139"_s};
    });
    error("agent without name", "agent.name", head, [](Case &c) { c.draft.agent.phone = u"139"_s; });
    error("document without number", "agent.idNumber", head, [](Case &c) {
        c.draft.agent.name = u"王经办"_s;
        c.draft.agent.document.type = u"208"_s;
    });
    warning("wrong identity card", "agent.idNumber", head, [](Case &c) {
        c.draft.agent.name = u"王经办"_s;
        c.draft.agent.document = {u"201"_s, u"110105194912310021"_s, {}};
    });
    error("unknown country", "agent.country", head, [](Case &c) {
        c.draft.agent.name = u"王经办"_s;
        c.draft.agent.document.country = u"某国"_s;
    });
    const auto person = [](Case &c) {
        c.draft.naturalPerson = true;
        c.draft.buyer = {};
        c.draft.buyer.name = u"李四"_s;
        c.draft.buyerDocument = {u"208"_s, u"E1234567"_s, u"日本国"_s};
    };
    pass("foreign buyer", person);
    error("buyer with a military card", "buyer.idType", head,
        with(person, [](Case &c) { c.draft.buyerDocument.type = u"202"_s; }));
    error("company with a passport", "buyer.idType", head, with(person, [](Case &c) {
        c.draft.naturalPerson = false;
        c.draft.buyer = Case::good().draft.buyer;
    }));
    pass("public body without tax number", [](Case &c) {
        c.draft.buyerKind = PartyKind::Authority;
        c.draft.buyer.taxNumber.clear();
    });
}

void TestModes::D1_modes_data()
{
    beginCases();
    marginCases();
    markCases();
    personCases();
}

void TestModes::D2_naturalPersonIsAsked()
{
    InvoiceHead buyer;
    QVERIFY(!mayBeNaturalPerson(buyer));
    buyer.buyer.name = u"诸葛孔明"_s;
    QVERIFY(mayBeNaturalPerson(buyer));
    buyer.buyer.name = u"诸葛孔明先"_s;
    QVERIFY(!mayBeNaturalPerson(buyer));
    buyer.buyer.name = u"市政府"_s;
    buyer.buyerKind = PartyKind::Authority;
    QVERIFY(!mayBeNaturalPerson(buyer));
    buyer.buyerKind = PartyKind::Company;
    buyer.kind = InvoiceKind::Special;
    QVERIFY(!mayBeNaturalPerson(buyer));
}

void TestModes::D3_ratesToOffer()
{
    const UsableRates usable(Case::good().facts.rates, QDate(2026, 3, 30)); // 13, 9, 6, 0; levy 3, 5
    const auto offered = [&](Preference preference, const char *code, InvoiceKind kind = InvoiceKind::Ordinary) {
        QStringList out;
        const Classification *known = code != nullptr ? catalogue().find(QString::fromLatin1(code)) : nullptr;
        for (const TaxRate rate : proposedRates(preference, usable, known, kind))
            out.append(rate.toPercent());
        return out.join(u' ');
    };
    QCOMPARE(offered(Preference::None, "1060402019900000000"), u"13% 3% 5%"_s); // that of the code first
    QCOMPARE(offered(Preference::None, nullptr), u"13% 9% 6% 0% 3% 5%"_s);
    QCOMPARE(offered(Preference::None, nullptr, InvoiceKind::Special), u"13% 9% 6% 3% 5%"_s);
    QCOMPARE(offered(Preference::Simplified3, "1060402019900000000"), u"3%"_s);
    QCOMPARE(offered(Preference::Simplified, nullptr), u"3% 5%"_s);
    QCOMPARE(offered(Preference::Refund50, nullptr), u"13% 9% 6%"_s);
    QCOMPARE(offered(Preference::Exempt, "1060402019900000000"), u"0%"_s);
    QCOMPARE(offered(Preference::Reduced15, nullptr), QString()); // not among the usable ones
}

void TestModes::D3_preferencesToOffer()
{
    const auto goods = u"1060402019900000000";
    const auto has = [](const QList<Preference> &list, Preference one) { return list.contains(one); };
    const auto ordinary = possiblePreferences(InvoiceKind::Ordinary, TaxMode::Ordinary, goods);
    QVERIFY(has(ordinary, Preference::Exempt) && !has(ordinary, Preference::NotTaxable));
    QVERIFY(!has(ordinary, Preference::Reduced15));
    const auto special = possiblePreferences(InvoiceKind::Special, TaxMode::Ordinary, goods);
    QVERIFY(!has(special, Preference::Exempt) && has(special, Preference::Simplified3));
    QCOMPARE(possiblePreferences(InvoiceKind::Ordinary, TaxMode::Ordinary, u"6010000000000000000"),
        (QList{Preference::None, Preference::NotTaxable}));
    QCOMPARE(possiblePreferences(InvoiceKind::Ordinary, TaxMode::Reduced, {}), QList{Preference::Reduced15});
}

void TestModes::D3_zeroRateMarks()
{
    InvoiceLine line;
    QCOMPARE(zeroRateMark(line), u"3"_s);
    line.preference = Preference::Exempt;
    QCOMPARE(zeroRateMark(line), u"1"_s);
    line.preference = Preference::NotTaxable;
    QCOMPARE(zeroRateMark(line), u"2"_s);
    line.rate = rateOf(130);
    QCOMPARE(zeroRateMark(line), QString());
}

void TestModes::D4_roundTripsOfModes()
{
    // Margins and reduced levies have no fixed ratio of prices with and without tax.
    for (const auto &[mode, price] : {std::pair{TaxMode::MarginNet, "3333.333"},
             std::pair{TaxMode::MarginNet, "3333.3"}, std::pair{TaxMode::Reduced, "3466.67"}}) {
        Case c = Case::good();
        mode == TaxMode::Reduced ? reduced(c) : margin(c);
        c.line().amount.reset();
        c.line().quantity = Decimal(3);
        c.line().price = Decimal::parse(QString::fromLatin1(price));
        for (const bool included : {true, false}) {
            c.draft.taxIncluded = included;
            const Composed before = compose(c.draft);
            QVERIFY(before.findings.isEmpty());
            InvoiceDraft turned = c.draft;
            for (int i = 0; i < 5; ++i) {
                turned = switchTaxIncluded(turned, !turned.taxIncluded);
                QCOMPARE(compose(turned), before);
            }
        }
    }
}

void TestModes::D8_remarkLength()
{
    const RemarkLength length = remarkLength(u"合同A1"_s);
    QCOMPARE(length.characters, 4);
    QCOMPARE(length.bytes, 8);
    QCOMPARE(length.mostCharacters, 230);
    QCOMPARE(length.mostBytes, 450);
}

QTEST_GUILESS_MAIN(TestModes)
#include "tst_rules_modes.moc"
