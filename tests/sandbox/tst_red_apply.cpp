// SPDX-License-Identifier: GPL-3.0-or-later
// Applying for a red form: who may, in what state it begins, and every rule of leqi-protocol §9.1 and invoice-rules §3.
#include "tests/sandbox/red_practice.h"

using namespace practice;

namespace
{
/// The blue invoice of two lines: 100.00 of pens, 200.00 of pens without quantity.
void twoLines(QJsonObject &invoice)
{
    QJsonObject plain = Practice::line(2);
    plain.insert(u"sl"_s, QString());
    plain.insert(u"dj"_s, QString());
    plain.insert(u"je"_s, u"200.00"_s);
    plain.insert(u"se"_s, u"26.00"_s);
    plain.insert(u"hsje"_s, u"226.00"_s);
    all({lines({Practice::line(1), plain}), totals(u"300.00"_s, u"39.00"_s, u"339.00"_s)})(invoice);
}

Change redTwoLines()
{
    QJsonObject plain = RedPractice::redLine(2);
    plain.insert(u"fpspsl"_s, QString());
    plain.insert(u"fpspdj"_s, QString());
    plain.insert(u"je"_s, u"-200.00"_s);
    plain.insert(u"se"_s, u"-26.00"_s);
    return all({head(u"hzqrdmxList"_s, QJsonArray{RedPractice::redLine(1), plain}),
        redTotals(u"-300.00"_s, u"-39.00"_s), head(u"lzhjje"_s, u"300.00"_s), head(u"lzhjse"_s, u"39.00"_s)});
}

Change service()
{
    return single(item(u"3070401000000000000"_s, u"生产生活服务"_s, u"0.06"_s, u"6.00"_s));
}

Change redService()
{
    return all({redLine(0, {{u"sphfwssflhbbm"_s, u"3070401000000000000"_s}, {u"spfwjc"_s, u"生产生活服务"_s},
                               {u"xmmc"_s, u"演练"_s}, {u"hwhyslwfwmc"_s, u"*生产生活服务*演练"_s},
                               {u"sl1"_s, u"0.06"_s}, {u"se"_s, u"-6.00"_s}}),
        redTotals(u"-100.00"_s, u"-6.00"_s), head(u"lzhjse"_s, u"6.00"_s), head(u"chyyDm"_s, u"03"_s)});
}

const Change same = [](QJsonObject &) {};
} // namespace

class TestRedApply : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void beginnings_data();
    void beginnings();
    void passes_data();
    void passes();
    void refuses_data();
    void refuses();
    void partiesAndNumbers();
    void remains();
    void lastPartTakesTheFen();
    void openFormBlocks();
    void discounts();
    void margin();
    void naturalPerson();

private:
    RedPractice m_practice;
};

void TestRedApply::beginnings_data()
{
    QTest::addColumn<QString>("member"); // of the use, "" when untouched
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("side");
    QTest::addColumn<QString>("outcome"); // the state, or the words of the refusal
    const QString sellerOnly = u"未确认用途和入账的发票只能由销售方申请"_s;
    QTest::newRow("untouched, seller") << QString() << QString() << u"0"_s << u"01"_s;
    QTest::newRow("untouched, buyer") << QString() << QString() << u"1"_s << sellerOnly;
    const std::tuple<QString, QString> used[] = {{u"vat_use"_s, u"1"_s}, {u"vat_use"_s, u"4"_s}, {u"vat_use"_s, u"6"_s},
        {u"vat_use"_s, u"8"_s}, {u"posted"_s, u"02"_s}, {u"stock_use"_s, u"01"_s}};
    for (const auto &[member, code] : used) {
        QTest::newRow(qPrintable(u"%1 %2, seller"_s.arg(member, code))) << member << code << u"0"_s << u"02"_s;
        QTest::newRow(qPrintable(u"%1 %2, buyer"_s.arg(member, code))) << member << code << u"1"_s << u"03"_s;
    }
    QTest::newRow("posting taken back, seller") << u"posted"_s << u"03"_s << u"0"_s << u"01"_s;
    QTest::newRow("posting taken back, buyer") << u"posted"_s << u"03"_s << u"1"_s << sellerOnly;
    QTest::newRow("doubtful voucher") << u"voucher"_s << u"03"_s << u"0"_s << u"01"_s;
    for (const QString &code : u"2 3 5 7 9 10 11"_s.split(u' '))
        QTest::newRow(qPrintable(u"vat_use "_s + code))
            << u"vat_use"_s << code << u"0"_s << u"蓝字发票用途为%1，不能红冲"_s.arg(code);
    QTest::newRow("abnormal") << u"voucher"_s << u"02"_s << u"0"_s << u"蓝字发票为异常凭证，不能红冲"_s;
    QTest::newRow("locked") << u"locked"_s << u"Y"_s << u"0"_s << u"蓝字发票已红字锁定，不能红冲"_s;
    QTest::newRow("voided") << u"voided"_s << u"Y"_s << u"0"_s << u"蓝字发票已作废，不能红冲"_s;
}

void TestRedApply::beginnings()
{
    QFETCH(const QString, member);
    QFETCH(const QString, code);
    QFETCH(const QString, side);
    QFETCH(const QString, outcome);
    const QString number = m_practice.blue();
    if (!member.isEmpty())
        QCOMPARE(m_practice.use(number, member, code).value(member).toString(), code);
    const Answered answered = m_practice.apply(m_practice.application(number, side));
    QCOMPARE(answered.code() == u"00" ? answered.text(u"hzqrxxztDm"_s) : answered.words(), outcome);
}

void TestRedApply::passes_data()
{
    QTest::addColumn<Change>("blue");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &blue, const Change &change) {
        QTest::newRow(name) << blue << change;
    };
    row("returned goods, whole", same, same);
    row("wrongly issued", same, head(u"chyyDm"_s, u"01"_s));
    row("one of two pens returned", same, part(u"-1"_s, u"-50.00"_s, u"-6.50"_s));
    row("tax off by 0.06", same, part(u"-1"_s, u"-50.00"_s, u"-6.56"_s));
    row("net off by 0.01", same, part(u"-1"_s, u"-50.01"_s, u"-6.50"_s));
    row("allowance", same, all({part(QString(), u"-30.00"_s, u"-3.90"_s), head(u"chyyDm"_s, u"04"_s)}));
    row("numbers as numbers", same,
        all({redLine(0, {{u"je"_s, -100}, {u"se"_s, -13}, {u"sl1"_s, 0.13}, {u"fpspsl"_s, -2}, {u"fpspdj"_s, 50}}),
            head(u"hzcxje"_s, -100), head(u"hzcxse"_s, -13), head(u"lzhjje"_s, 100)}));
    row("preference and deduction sent along", same, redLine(0, {{u"kce"_s, u"0.00"_s}, {u"yhzcbs"_s, QString()}}));
    row("service broken off", service(), redService());
    row("two lines", twoLines, redTwoLines());
    row("the second of two lines", twoLines,
        all({redTwoLines(),
            [](QJsonObject &application) {
                QJsonObject second = application.value(u"hzqrdmxList"_s).toArray().at(1).toObject();
                second.insert(u"xh"_s, 1);
                application.insert(u"hzqrdmxList"_s, QJsonArray{second});
            },
            redTotals(u"-200.00"_s, u"-26.00"_s)}));
    row("special", head(u"fppz"_s, u"01"_s), head(u"lzfppzDm"_s, u"01"_s));
}

void TestRedApply::passes()
{
    QFETCH(const Change, blue);
    QFETCH(const Change, change);
    QJsonObject application = m_practice.application(m_practice.usedBlue(blue));
    change(application);
    const Answered answered = m_practice.apply(application);
    QVERIFY2(answered.code() == u"00", qUtf8Printable(answered.words()));
    QCOMPARE(answered.text(u"hzqrxxztDm"_s), u"02"_s);
    QVERIFY(QRegularExpression(u"^[0-9a-f]{32}$"_s).match(answered.text(u"uuid"_s)).hasMatch());
    QVERIFY(QRegularExpression(u"^[0-9]{20}$"_s).match(answered.text(u"hzfpxxqrdbh"_s)).hasMatch());
}

void TestRedApply::refuses_data()
{
    QTest::addColumn<Change>("blue");
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Change &change, const QString &words, const Change &blue = same) {
        QTest::newRow(name) << blue << change << words;
    };
    // Fields.
    row("no side", head(u"lrfsf"_s, QString()), u"录入方身份lrfsf不能为空"_s);
    row("no lines", head(u"hzqrdmxList"_s, QJsonArray()), u"确认单明细hzqrdmxList不能为空"_s);
    row("unknown reason", head(u"chyyDm"_s, u"05"_s), u"红字冲销原因chyyDm不合规范"_s);
    row("line without net", redLine(0, {{u"je"_s, QString()}}), u"第1行金额je不能为空"_s);
    row("paper", head(u"sfzzfpbz"_s, u"Y"_s), u"练习平台只受理数电发票的红字确认单"_s);
    row("old code", head(u"lzfpdm"_s, u"011002000111"_s), u"练习平台只受理数电发票的红字确认单"_s);
    // What is said of the blue invoice.
    row("seller's name", head(u"xsfmc"_s, u"演练云杉"_s), u"销售方税号或名称与蓝字发票不符"_s);
    row("buyer's number", head(u"gmfnsrsbh"_s, QString()), u"购买方税号或名称与蓝字发票不符"_s);
    row("buyer's name", head(u"gmfmc"_s, u"演练海棠"_s), u"购买方税号或名称与蓝字发票不符"_s);
    row("blue time", head(u"lzkprq"_s, u"2026-06-17 09:59:01"_s), u"蓝字开票日期与蓝字发票不符"_s);
    row("blue net", head(u"lzhjje"_s, u"100.01"_s), u"蓝字合计金额与蓝字发票不符"_s);
    row("blue tax", head(u"lzhjse"_s, u"12.99"_s), u"蓝字合计税额与蓝字发票不符"_s);
    row("special for ordinary", head(u"lzfppzDm"_s, u"01"_s), u"蓝字发票票种与蓝字发票不符"_s);
    row("ordinary for special", same, u"蓝字发票票种与蓝字发票不符"_s, head(u"fppz"_s, u"01"_s));
    row("special element", head(u"lzfpTdyslxDm"_s, u"03"_s), u"蓝字特定要素与蓝字发票不符"_s);
    // Lines against the blue ones.
    row("unknown line", redLine(0, {{u"lzmxxh"_s, 2}}), u"第1行蓝字明细序号2不可红冲"_s);
    row("numbering", redLine(0, {{u"xh"_s, 2}}), u"第1行序号须从1起连续"_s);
    row("same line twice",
        all({redTwoLines(), redLine(1, {{u"lzmxxh"_s, 1}}),
            redLine(0, {{u"je"_s, u"-50.00"_s}, {u"se"_s, u"-6.50"_s}, {u"fpspsl"_s, u"-1"_s}})}),
        u"第2行蓝字明细序号重复"_s, twoLines);
    row("item", redLine(0, {{u"xmmc"_s, u"铅笔"_s}}), u"第1行名称须同蓝字明细"_s);
    row("printed name", redLine(0, {{u"hwhyslwfwmc"_s, u"演练钢笔"_s}}), u"第1行名称须同蓝字明细"_s);
    row("short name", redLine(0, {{u"spfwjc"_s, u"办公用品"_s}}), u"第1行名称须同蓝字明细"_s);
    row("spec", redLine(0, {{u"ggxh"_s, u"A4"_s}}), u"第1行规格型号和单位须同蓝字明细"_s);
    row("unit", redLine(0, {{u"dw"_s, u"盒"_s}}), u"第1行规格型号和单位须同蓝字明细"_s);
    row("code", redLine(0, {{u"sphfwssflhbbm"_s, u"1060402010200000000"_s}}), u"第1行税收分类编码和税率须同蓝字明细"_s);
    row("rate", redLine(0, {{u"sl1"_s, u"0.06"_s}}), u"第1行税收分类编码和税率须同蓝字明细"_s);
    row("preference", redLine(0, {{u"yhzcbs"_s, u"05"_s}}), u"第1行优惠政策标识须同蓝字明细"_s);
    row("deduction", redLine(0, {{u"kce"_s, u"-1.00"_s}}), u"第1行扣除额须为蓝字扣除额的负数"_s);
    // Signs, caps and tolerances.
    row("positive", part(u"-1"_s, u"50.00"_s, u"-6.50"_s), u"第1行金额须为负数，税额不能为正数"_s);
    row("positive tax", part(u"-1"_s, u"-50.00"_s, u"6.50"_s), u"第1行金额须为负数，税额不能为正数"_s);
    row("positive quantity", part(u"1"_s, u"-50.00"_s, u"-6.50"_s), u"第1行数量须为负数"_s);
    row("too much net", part(u"-2"_s, u"-100.01"_s, u"-13.00"_s), u"第1行金额超过可红冲金额100.00"_s);
    row("too much tax", part(u"-2"_s, u"-100.00"_s, u"-13.01"_s), u"第1行税额超过可红冲税额13.00"_s);
    row("too many", part(u"-3"_s, u"-100.00"_s, u"-13.00"_s), u"第1行数量超过可红冲数量2"_s);
    row("net off by 0.02", part(u"-1"_s, u"-50.02"_s, u"-6.50"_s), u"第1行金额与单价乘数量相差超过0.01"_s);
    row("tax off by 0.07", part(u"-1"_s, u"-50.00"_s, u"-6.57"_s), u"第1行税额与金额乘税率相差超过0.06"_s);
    row("all net but not all tax", part(u"-2"_s, u"-100.00"_s, u"-12.99"_s), u"第1行金额和税额须同时红冲完"_s);
    row("all tax but not all net", part(u"-2"_s, u"-99.99"_s, u"-13.00"_s), u"第1行金额和税额须同时红冲完"_s);
    row("price", redLine(0, {{u"fpspdj"_s, u"49.99"_s}}), u"第1行单价须同蓝字明细"_s);
    row("quantity without price", redLine(0, {{u"fpspdj"_s, QString()}}), u"第1行数量和单价须同时填写"_s);
    row("sum of net", head(u"hzcxje"_s, u"-99.99"_s), u"红字冲销金额不等于明细金额之和"_s);
    row("sum of tax", head(u"hzcxse"_s, u"-12.99"_s), u"红字冲销税额不等于明细税额之和"_s);
    // Reasons.
    row("wrongly issued in part", all({part(u"-1"_s, u"-50.00"_s, u"-6.50"_s), head(u"chyyDm"_s, u"01"_s)}),
        u"开票有误须全额红冲"_s);
    row("wrongly issued, one line left out",
        all({redTwoLines(),
            [](QJsonObject &application) {
                application.insert(u"hzqrdmxList"_s, QJsonArray{application.value(u"hzqrdmxList"_s).toArray().at(0)});
            },
            redTotals(u"-100.00"_s, u"-13.00"_s), head(u"chyyDm"_s, u"01"_s)}),
        u"开票有误须全额红冲"_s, twoLines);
    row("goods broken off", head(u"chyyDm"_s, u"03"_s), u"第1行货物不能以服务中止红冲"_s);
    row("service returned", all({redService(), head(u"chyyDm"_s, u"02"_s)}), u"第1行服务不能以销货退回红冲"_s,
        service());
    row("allowance with quantity", head(u"chyyDm"_s, u"04"_s), u"第1行销售折让不填数量和单价"_s);
    row("returned without quantity", part(QString(), u"-50.00"_s, u"-6.50"_s), u"第1行须填数量和单价"_s);
    row("quantity where there was none",
        all({redTwoLines(), redLine(1, {{u"fpspsl"_s, u"-4"_s}, {u"fpspdj"_s, u"50"_s}})}),
        u"第2行蓝字明细没有数量和单价"_s, twoLines);
    row("part of a line without quantity",
        all({redTwoLines(), redLine(1, {{u"je"_s, u"-100.00"_s}, {u"se"_s, u"-13.00"_s}}),
            redTotals(u"-200.00"_s, u"-26.00"_s)}),
        u"第2行没有数量的明细须全额红冲"_s, twoLines);
}

void TestRedApply::refuses()
{
    QFETCH(const Change, blue);
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    const QString number = m_practice.usedBlue(blue);
    QJsonObject application = m_practice.application(number);
    change(application);
    const Answered answered = m_practice.apply(application);
    QCOMPARE(answered.code(), u"01"_s);
    QCOMPARE(answered.words(), words);
    QVERIFY(answered.words().size() <= 30);
    QVERIFY(answered.text(u"uuid"_s).isEmpty());
    const QJsonArray forms = m_practice.control("/control/red?taxpayer=" + m_practice.seller().taxNumber.toLatin1())
                                 .value(u"forms"_s)
                                 .toArray();
    for (const QJsonValue form : forms)
        QVERIFY(form[u"blue_number"_s].toString() != number);
}

void TestRedApply::partiesAndNumbers()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const auto words = [&](const Company &company, const Change &change) {
        QJsonObject application = practice.application(number);
        change(application);
        return practice.call(company, "QDHZQRDSQ", application).words();
    };
    QCOMPARE(words(practice.buyer(), same), u"录入方身份与使用单位不符"_s);
    QCOMPARE(words(practice.seller(), head(u"lrfsf"_s, u"1"_s)), u"录入方身份与使用单位不符"_s);
    QCOMPARE(words(practice.seller(), head(u"lzfphm"_s, practice.number())), u"蓝字发票不存在"_s);
    const Change catering = all({head(u"lrfsf"_s, u"1"_s), head(u"gmfnsrsbh"_s, practice.catering().taxNumber)});
    QCOMPARE(words(practice.catering(), catering), u"不是该蓝字发票的购销方，不能申请"_s);
    practice.control(
        "/control/company", R"({"tax_number":")" + practice.seller().taxNumber.toLatin1() + R"(","alert":"01"})");
    QCOMPARE(words(practice.seller(), same), u"纳税人处于红色预警，不能开具发票"_s);
    practice.control(
        "/control/company", R"({"tax_number":")" + practice.seller().taxNumber.toLatin1() + R"(","alert":""})");

    // Form numbers are not given twice, not even after the company began anew.
    const QString first = practice.apply(practice.application(number)).text(u"hzfpxxqrdbh"_s);
    practice.control("/control/reset", "");
    practice.setTime(u"2026-06-17 10:00:00"_s);
    practice.download(practice.seller(), u"1000.00"_s);
    QJsonObject again = practice.invoice(practice.seller(), practice.numbers(practice.seller()));
    QCOMPARE(practice.settled(practice.seller(), again).value(u"status"_s).toString(), u"00"_s);
    QJsonObject application = practice.application(again.value(u"fphm"_s).toString());
    application.insert(u"gmfnsrsbh"_s, again.value(u"gmfnsrsbh"_s));
    application.insert(u"gmfmc"_s, again.value(u"gmfmc"_s));
    const QString second = practice.apply(application).text(u"hzfpxxqrdbh"_s);
    QCOMPARE(second.size(), 20);
    QVERIFY(second > first);
}

void TestRedApply::remains()
{
    RedPractice practice;
    const QString number = practice.usedBlue();
    const auto apply = [&](const QString &quantity, const QString &net, const QString &tax, const QString &reason) {
        QJsonObject application = practice.application(number);
        part(quantity, net, tax)(application);
        application.insert(u"chyyDm"_s, reason);
        return practice.apply(application);
    };
    const auto rest = [&] {
        return practice.control("/control/red?taxpayer=" + practice.buyer().taxNumber.toLatin1())
            .value(u"blue_invoices"_s)
            .toArray()
            .at(0)
            .toObject();
    };
    const QString first = apply(u"-1"_s, u"-50.00"_s, u"-6.50"_s, u"02"_s).text(u"uuid"_s);
    QCOMPARE(rest().value(u"number"_s).toString(), number);
    QCOMPARE(rest().value(u"rest_net"_s).toString(), u"50.00"_s);
    QCOMPARE(rest().value(u"rest_tax"_s).toString(), u"6.50"_s);
    QCOMPARE(apply(u"-2"_s, u"-100.00"_s, u"-13.00"_s, u"02"_s).words(), u"第1行金额超过可红冲金额50.00"_s);
    QCOMPARE(apply(u"-1.5"_s, u"-50.00"_s, u"-6.50"_s, u"02"_s).words(), u"第1行数量超过可红冲数量1"_s);
    QCOMPARE(apply(u"-1"_s, u"-50.00"_s, u"-6.50"_s, u"01"_s).words(), u"存在进行中的红字确认单"_s);
    QCOMPARE(apply(QString(), u"-50.00"_s, u"-6.49"_s, u"04"_s).words(), u"第1行金额和税额须同时红冲完"_s);

    // What is refused, withdrawn or lapsed gives its part back.
    practice.act(u"refuse"_s, first, u"buyer"_s);
    QCOMPARE(rest().value(u"rest_net"_s).toString(), u"100.00"_s);
    const QString second = apply(QString(), u"-30.00"_s, u"-3.90"_s, u"04"_s).text(u"uuid"_s);
    QCOMPARE(rest().value(u"rest_net"_s).toString(), u"70.00"_s);
    practice.act(u"agree"_s, second, u"buyer"_s);
    practice.act(u"withdraw"_s, second, u"buyer"_s);
    QCOMPARE(rest().value(u"rest_net"_s).toString(), u"100.00"_s);
    apply(QString(), u"-30.00"_s, u"-3.90"_s, u"04"_s);
    practice.setTime(u"2026-06-20 10:00:10"_s);
    QCOMPARE(rest().value(u"rest_net"_s).toString(), u"100.00"_s);
    QCOMPARE(apply(u"-2"_s, u"-100.00"_s, u"-13.00"_s, u"01"_s).code(), u"00"_s);
}

void TestRedApply::lastPartTakesTheFen()
{
    // Three pens at 33.333 make 100.00, tax 13.00; parts of one pen at 33.33 and 4.33 leave 33.34 and 4.34.
    RedPractice practice;
    const QString number = practice.usedBlue(line(0, {{u"sl"_s, u"3"_s}, {u"dj"_s, u"33.333"_s}}));
    const auto apply = [&](const QString &net, const QString &tax) {
        QJsonObject application = practice.application(number);
        redLine(0, {{u"fpspsl"_s, u"-1"_s}, {u"fpspdj"_s, u"33.333"_s}, {u"je"_s, net}, {u"se"_s, tax}})(application);
        redTotals(net, tax)(application);
        return practice.apply(application);
    };
    QCOMPARE(apply(u"-33.33"_s, u"-4.30"_s).code(), u"00"_s);
    QCOMPARE(apply(u"-33.33"_s, u"-4.30"_s).code(), u"00"_s);
    QCOMPARE(apply(u"-33.34"_s, u"-4.33"_s).words(), u"第1行金额和税额须同时红冲完"_s);
    QCOMPARE(apply(u"-33.34"_s, u"-4.40"_s).code(), u"00"_s);
    QCOMPARE(apply(u"-33.34"_s, u"-4.40"_s).words(), u"存在进行中的红字确认单"_s);
}

void TestRedApply::openFormBlocks()
{
    RedPractice practice;
    const QString number = practice.blue();
    const Answered form = practice.apply(practice.application(number));
    QCOMPARE(practice.apply(practice.application(number)).words(), u"存在进行中的红字确认单"_s);
    const QJsonObject red = practice.red(form, number);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"00"_s);
    QCOMPARE(practice.apply(practice.application(number)).words(), u"没有可红冲的金额"_s);
    QCOMPARE(practice.apply(practice.application(red.value(u"fphm"_s).toString())).words(), u"红字发票不能再红冲"_s);

    // Partly reversed: no longer for the reason that it was wrong from the beginning.
    const QString parted = practice.usedBlue();
    QJsonObject some = practice.application(parted);
    part(u"-1"_s, u"-50.00"_s, u"-6.50"_s)(some);
    const Answered partly = practice.apply(some);
    practice.act(u"agree"_s, partly.text(u"uuid"_s), u"buyer"_s);
    QJsonObject half = practice.red(partly, parted);
    line(0, {{u"sl"_s, u"-1"_s}, {u"je"_s, u"-50.00"_s}, {u"se"_s, u"-6.50"_s}, {u"hsje"_s, u"-56.50"_s}})(half);
    totals(u"-50.00"_s, u"-6.50"_s, u"-56.50"_s)(half);
    QCOMPARE(practice.settled(practice.seller(), half).value(u"status"_s).toString(), u"00"_s);
    some.insert(u"chyyDm"_s, u"01"_s);
    QCOMPARE(practice.apply(some).words(), u"已部分红冲，原因不能为开票有误"_s);
    some.insert(u"chyyDm"_s, u"02"_s);
    QCOMPARE(practice.apply(some).code(), u"00"_s);
}

void TestRedApply::discounts()
{
    // 100.00 less 10.00 is reversed as one line of 90.00; the price is what is left of it.
    RedPractice practice;
    const QString number = practice.usedBlue(discount());
    QJsonObject application = practice.application(number);
    all({head(u"lzhjje"_s, u"90.00"_s), head(u"lzhjse"_s, u"11.70"_s), redTotals(u"-90.00"_s, u"-11.70"_s),
        redLine(0, {{u"fpspdj"_s, u"45"_s}, {u"je"_s, u"-90.00"_s}, {u"se"_s, u"-11.70"_s}}),
        head(u"chyyDm"_s, u"01"_s)})(application);
    QJsonObject undiscounted = application;
    redLine(0, {{u"fpspdj"_s, u"50"_s}})(undiscounted);
    QCOMPARE(practice.apply(undiscounted).words(), u"第1行单价须同蓝字明细"_s);
    QJsonObject discountLine = application;
    redLine(0, {{u"lzmxxh"_s, 2}})(discountLine);
    QCOMPARE(practice.apply(discountLine).words(), u"开票有误须全额红冲"_s);
    QCOMPARE(practice.apply(application).code(), u"00"_s);
}

void TestRedApply::margin()
{
    // 经纪代理 for 10,000.00 of which 8,000.00 are deducted: only whole, and the deduction comes back negative.
    RedPractice practice;
    QJsonObject only = item(u"3040802990000000000"_s, u"生产生活服务"_s, u"0.05"_s, u"95.24"_s, u"09"_s);
    for (const auto &[name, value] : {std::pair{u"je"_s, u"9904.76"_s}, {u"hsje"_s, u"10000.00"_s},
             {u"kce"_s, u"8000.00"_s}, {u"sl"_s, QString()}, {u"dj"_s, QString()}})
        only.insert(name, value);
    const QJsonObject voucher{{u"xh"_s, 1}, {u"pzlx"_s, u"01"_s}, {u"fphm"_s, u"26432000001576189981"_s},
        {u"kjrq"_s, u"2026-05-01"_s}, {u"pzhjje"_s, u"9000.00"_s}, {u"bckcje"_s, u"8000.00"_s}};
    const QString number = practice.usedBlue(all({lines({only}), totals(u"9904.76"_s, u"95.24"_s, u"10000.00"_s),
        head(u"cezslxDm"_s, u"02"_s), head(u"cekcList"_s, QJsonArray{voucher})}));
    QJsonObject application = practice.application(number);
    const auto reversed = [](const QString &net, const QString &tax) {
        return all(
            {redLine(0, {{u"sphfwssflhbbm"_s, u"3040802990000000000"_s}, {u"spfwjc"_s, u"生产生活服务"_s},
                            {u"xmmc"_s, u"演练"_s}, {u"hwhyslwfwmc"_s, u"*生产生活服务*演练"_s}, {u"sl1"_s, u"0.05"_s},
                            {u"fpspsl"_s, QString()}, {u"fpspdj"_s, QString()}, {u"je"_s, net}, {u"se"_s, tax}}),
                redTotals(net, tax), head(u"lzhjje"_s, u"9904.76"_s), head(u"lzhjse"_s, u"95.24"_s),
                head(u"chyyDm"_s, u"04"_s)});
    };
    reversed(u"-4904.76"_s, u"-47.62"_s)(application);
    QCOMPARE(practice.apply(application).words(), u"差额征税发票须全额红冲"_s);
    reversed(u"-9904.76"_s, u"-95.24"_s)(application);
    const Answered form = practice.apply(application);
    QVERIFY2(form.code() == u"00", qUtf8Printable(form.words()));
    const Answered detail = practice.detail(form.text(u"uuid"_s));
    QCOMPARE(detail.text(u"cezslxDm"_s), u"02"_s);
    const QJsonValue told = detail.business.value(u"hzqrdmxList"_s).toArray().at(0);
    QCOMPARE(told[u"kce"_s].toString(), u"-8000.00"_s);
    QCOMPARE(told[u"yhzcbs"_s].toString(), u"09"_s);
}

void TestRedApply::naturalPerson()
{
    // Nobody is there to confirm, whatever the platform notes as the use.
    RedPractice practice;
    const Change person =
        all({head(u"gmfnsrsbh"_s, QString()), head(u"gmfzrrbz"_s, u"Y"_s), head(u"gmfmc"_s, u"张女士"_s)});
    QJsonObject application = practice.application(practice.usedBlue(person));
    application.insert(u"gmfnsrsbh"_s, QString());
    application.insert(u"gmfmc"_s, u"张女士"_s);
    QJsonObject partly = application;
    part(u"-1"_s, u"-50.00"_s, u"-6.50"_s)(partly);
    QCOMPARE(practice.apply(partly).words(), u"未确认用途和入账的发票须全额红冲"_s);
    const Answered form = practice.apply(application);
    QCOMPARE(form.text(u"hzqrxxztDm"_s), u"01"_s);
    QCOMPARE(practice.act(u"person_refused"_s, form.text(u"uuid"_s)).value(u"state"_s).toString(), u"12"_s);
}

QTEST_GUILESS_MAIN(TestRedApply)
#include "tst_red_apply.moc"
