// SPDX-License-Identifier: GPL-3.0-or-later
// Each rule of leqi-protocol §5 to §7: what just passes and what just fails, through the whole platform.
#include "tests/sandbox/invoice_changes.h"

using namespace practice;

namespace
{
QJsonObject voucher(const QJsonObject &members = {})
{
    QJsonObject out{{u"xh"_s, 1}, {u"pzlx"_s, u"01"_s}, {u"fphm"_s, u"26432000001576189981"_s},
        {u"kjrq"_s, u"2026-05-01"_s}, {u"pzhjje"_s, u"9000.00"_s}, {u"bckcje"_s, u"8000.00"_s}};
    for (auto it = members.begin(); it != members.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

Change vouchers(const QList<QJsonObject> &list)
{
    QJsonArray array;
    for (const QJsonObject &one : list)
        array.append(one);
    return head(u"cekcList"_s, array);
}

/// 经纪代理 for 10,000.00 with tax at 5 %, of which 8,000.00 are deducted: tax 95.24 on the margin.
Change margin(
    const Change &change = [](QJsonObject &) {}, const QString &mode = u"02"_s, const QString &tax = u"95.24"_s,
    const QString &net = u"9904.76"_s)
{
    QJsonObject only = item(u"3040802990000000000"_s, u"生产生活服务"_s, u"0.05"_s, tax, u"09"_s);
    only.insert(u"je"_s, net);
    only.insert(u"hsje"_s, u"10000.00"_s);
    only.insert(u"kce"_s, u"8000.00"_s);
    only.insert(u"sl"_s, QString());
    only.insert(u"dj"_s, QString());
    return all(
        {lines({only}), totals(net, tax, u"10000.00"_s), head(u"cezslxDm"_s, mode), vouchers({voucher()}), change});
}

template<class Row>
void marginRefusals(const Row &row)
{
    row("margin scheme without deduction", head(u"cezslxDm"_s, u"02"_s), u"须填扣除额"_s);
    row("voucher without fields", vouchers({QJsonObject{}}), u"序号xh不能为空"_s);
    row("voucher without margin scheme", vouchers({voucher()}), u"不填扣除凭证"_s);
    row("margin of two lines", margin([](QJsonObject &invoice) {
        QJsonArray list = invoice.value(u"fpmxList"_s).toArray();
        list.append(Practice::line(2));
        invoice.insert(u"fpmxList"_s, list);
        totals(u"10004.76"_s, u"108.24"_s, u"10113.00"_s)(invoice);
    }),
        u"只能有一行"_s);
    row("tax of the whole amount on a margin", margin([](QJsonObject &) {}, u"02"_s, u"476.19"_s, u"9523.81"_s),
        u"相差超过0.06"_s);
    row("nothing deducted", margin(line(0, {{u"kce"_s, u"0.00"_s}}), u"02"_s, u"476.19"_s, u"9523.81"_s),
        u"须大于零"_s);
    row("vouchers for less", margin(vouchers({voucher({{u"bckcje"_s, u"7999.99"_s}})})), u"不等于本次扣除金额之和"_s);
    row("voucher for less than it deducts", margin(vouchers({voucher({{u"pzhjje"_s, u"7999.99"_s}})})),
        u"本次扣除金额有误"_s);
    row("voucher without number", margin(vouchers({voucher({{u"fphm"_s, QString()}})})), u"缺少发票号码"_s);
    row("voucher without date", margin(vouchers({voucher({{u"kjrq"_s, QString()}})})), u"缺少开具日期"_s);
    row("old invoice without code", margin(vouchers({voucher({{u"pzlx"_s, u"02"_s}})})), u"缺少发票代码"_s);
    row("court ruling with a number of an invoice", margin(vouchers({voucher({{u"pzlx"_s, u"06"_s}})})),
        u"不填发票号码"_s);
    row("other voucher without remark", margin(vouchers({voucher({{u"pzlx"_s, u"09"_s}, {u"fphm"_s, QString()}})})),
        u"缺少备注"_s);
    row("code without margin scheme", margin(line(0, {{u"sphfwssflhbbm"_s, u"3040201010000000000"_s}})),
        u"不适用差额征税"_s);
    row("margin on a special invoice", margin(head(u"fppz"_s, u"01"_s)), u"不能开具专用发票"_s);
    row("reduced levy on the plain amount", // 1.5 % of 100.00 upwards it would no longer be within 0.06
        all({single(item(u"3040502020102000000"_s, u"生产生活服务"_s, u"0.015"_s, u"1.50"_s, u"10"_s)),
            line(0, {{u"je"_s, u"10000.00"_s}, {u"se"_s, u"150.00"_s}, {u"hsje"_s, u"10150.00"_s}, {u"sl"_s, QString()},
                        {u"dj"_s, QString()}}),
            totals(u"10000.00"_s, u"150.00"_s, u"10150.00"_s)}),
        u"相差超过0.06"_s);
}
} // namespace

class TestUploadRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void passes_data();
    void passes();
    void refuses_data();
    void refuses();
    void mandatory_data();
    void mandatory();

private:
    /// Uploads a good invoice changed like this, under a fresh number, and gives its result.
    QJsonObject settled(const Change &change)
    {
        const Company &company = m_practice.technology();
        QJsonObject invoice =
            m_practice.invoice(company, m_first.chopped(3) + QString::number(++m_used).rightJustified(3, u'0'));
        change(invoice);
        return m_practice.settled(company, invoice);
    }

    Practice m_practice;
    QString m_first; // of 900 numbers
    int m_used = 0;
};

void TestUploadRules::initTestCase()
{
    QCOMPARE(m_practice.download(m_practice.technology(), u"1000000.00"_s).code(), u"00"_s);
    m_first = m_practice.numbers(m_practice.technology(), 900);
    QVERIFY(m_first.endsWith(u"001"));
}

void TestUploadRules::passes_data()
{
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
    row("as it is", [](QJsonObject &) {});
    row("numbers as numbers", all({head(u"hjje"_s, 100), head(u"hjse"_s, 13), head(u"jshj"_s, 113),
                                  line(0, {{u"je"_s, 100}, {u"se"_s, 13}, {u"hsje"_s, 113}, {u"slv"_s, 0.13}})}));
    row("special invoice", head(u"fppz"_s, u"01"_s));
    row("rate with six decimals", line(0, {{u"slv"_s, u"0.130000"_s}}));
    row("no quantity and price", line(0, {{u"sl"_s, QString()}, {u"dj"_s, QString()}}));
    row("price times quantity off by 0.01", line(0, {{u"sl"_s, u"3"_s}, {u"dj"_s, u"33.33"_s}}));
    row("price and quantity of 25 characters",
        line(0, {{u"sl"_s, u"2.00000000000000000000000"_s}, {u"dj"_s, u"50.0000000000000000000001"_s}}));
    row("line tax off by 0.06", all({line(0, {{u"se"_s, u"13.06"_s}, {u"hsje"_s, u"113.06"_s}}),
                                    totals(u"100.00"_s, u"13.06"_s, u"113.06"_s)}));
    row("net total off by 0.01", totals(u"100.01"_s, u"13.00"_s, u"113.01"_s));
    row("tax total off by 1.27", totals(u"100.00"_s, u"14.27"_s, u"114.27"_s));
    row("almost 48 hours old", head(u"kprq"_s, stampAgo(48 * 3600 - 60)));
    row("discounted line", discount());
    row("discount of the whole line beside another", [](QJsonObject &invoice) {
        discount({}, u"-100.00"_s, u"-13.00"_s, u"-113.00"_s)(invoice);
        QJsonArray list = invoice.value(u"fpmxList"_s).toArray();
        list.append(Practice::line(3));
        invoice.insert(u"fpmxList"_s, list);
        totals(u"100.00"_s, u"13.00"_s, u"113.00"_s)(invoice);
    });
    row("remark of 450 bytes", head(u"bz"_s, QString(150, u'注')));
    row("natural person without number",
        all({head(u"gmfnsrsbh"_s, QString()), head(u"gmfzrrbz"_s, u"Y"_s), head(u"gmfmc"_s, u"张女士"_s)}));
    row("tax exempt", single(item(u"3070401000000000000"_s, u"生产生活服务"_s, u"0"_s, u"0.00"_s, u"03"_s)));
    row("not taxable", single(item(u"6010000000000000000"_s, u"预付卡销售"_s, u"0"_s, u"0.00"_s, u"04"_s)));
    row("export at zero",
        all({single(item(u"1060402010100000000"_s, u"文具"_s, u"0"_s, u"0.00"_s)), head(u"ckywsyzcDm"_s, u"01"_s)}));
    row("simple taxation 3 %", single(item(u"1060402010100000000"_s, u"文具"_s, u"0.03"_s, u"3.00"_s, u"08"_s)));
    row("reduced rent", single(item(u"3040502020102000000"_s, u"生产生活服务"_s, u"0.015"_s, u"1.50"_s, u"10"_s)));
    row("D1 margin only", margin());
    row("D1 full amount", margin([](QJsonObject &) {}, u"01"_s, u"476.19"_s, u"9523.81"_s));
    row("D1 full amount without deduction",
        margin(all({line(0, {{u"kce"_s, u"0.00"_s}}), vouchers({})}), u"01"_s, u"476.19"_s, u"9523.81"_s));
    row("D8 elements and agent",
        all({head(u"fjysList"_s, QJsonArray{QJsonObject{{u"fjysmc"_s, u"合同号"_s}, {u"fjysz"_s, u"HT-1"_s}}}),
            head(u"gmfjbr"_s, u"王经办"_s), head(u"jbrsfzjzlDm"_s, u"201"_s), head(u"jbrgjhdqDm"_s, u"156"_s)}));
    row("flight with its fund",
        all({lines({numbered(item(u"3010301010100000000"_s, u"交通运输服务"_s, u"0.09"_s, u"9.00"_s), 1),
                 numbered(item(u"6130000000000000000"_s, u"代收民航发展基金"_s, u"0"_s, u"0.00"_s, u"04"_s), 2)}),
            totals(u"200.00"_s, u"9.00"_s, u"209.00"_s)}));
    row("untaxed water beside goods",
        all({lines({Practice::line(1),
                 numbered(item(u"6110000000000000000"_s, u"不征增值税自来水"_s, u"0"_s, u"0.00"_s, u"04"_s), 2)}),
            totals(u"200.00"_s, u"13.00"_s, u"213.00"_s)}));
}

void TestUploadRules::passes()
{
    QFETCH(const Change, change);
    const qsizetype before = m_practice.ledger().size();
    const QJsonObject result = settled(change);
    QVERIFY2(result.value(u"status"_s) == u"00"_s, qUtf8Printable(result.value(u"message"_s).toString()));
    QCOMPARE(m_practice.ledger().size(), before + 1);
}

void TestUploadRules::refuses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *name, const Change &change, const QString &words) {
        QTest::newRow(name) << change << words;
    };
    // What this platform, or the base ability, does not take.
    row("special element", head(u"tdys"_s, u"03"_s), u"特定要素"_s);
    marginRefusals(row);
    row("purchase", head(u"sgfplxDm"_s, u"01"_s), u"收购"_s);
    row("deduction", line(0, {{u"kce"_s, u"1.00"_s}}), u"扣除额"_s);
    row("blue line number", line(0, {{u"dylzfpmxxh"_s, 1}}), u"对应蓝字"_s);
    // Parties.
    row("other seller", head(u"xsfnsrsbh"_s, u"91310000YL0000020U"_s), u"销售方税号"_s);
    row("other seller's name", head(u"xsfmc"_s, u"演练云杉科技"_s), u"销售方名称"_s);
    row("special without buyer's number", all({head(u"fppz"_s, u"01"_s), head(u"gmfnsrsbh"_s, QString())}),
        u"购买方税号"_s);
    row("buyer's number in small letters", head(u"gmfnsrsbh"_s, u"91320000yl0000127b"_s), u"购买方税号"_s);
    row("unknown kind", head(u"fppz"_s, u"03"_s), u"票种"_s);
    row("unknown settlement", head(u"jsfs"_s, u"06"_s), u"结算方式"_s);
    row("payment channel", head(u"zfxxList"_s, QJsonArray{QJsonObject{{u"zfqdDm"_s, u"014"_s}}}), u"支付渠道"_s);
    row("additional element too long", head(u"fjysList"_s, QJsonArray{QJsonObject{{u"fjysmc"_s, QString(201, u'a')}}}),
        u"超过200字节"_s);
    row("additional elements no list", head(u"fjysList"_s, QJsonObject{}), u"须为数组"_s);
    // Time.
    row("48 hours old", head(u"kprq"_s, stampAgo(48 * 3600)), u"48小时"_s);
    row("in the future", head(u"kprq"_s, stampAgo(-120)), u"晚于当前时间"_s);
    row("date only", head(u"kprq"_s, u"2026-03-30"_s), u"开票日期"_s);
    // Amounts.
    row("three decimals", head(u"hjje"_s, u"100.001"_s), u"合计金额"_s);
    row("amount in words", line(0, {{u"je"_s, u"一百"_s}}), u"第1行金额"_s);
    row("line gross", line(0, {{u"hsje"_s, u"113.01"_s}}), u"含税金额"_s);
    row("line tax off by 0.07",
        all({line(0, {{u"se"_s, u"13.07"_s}, {u"hsje"_s, u"113.07"_s}}), totals(u"100.00"_s, u"13.07"_s, u"113.07"_s)}),
        u"超过0.06"_s);
    row("price times quantity off by 0.02", line(0, {{u"sl"_s, u"1"_s}, {u"dj"_s, u"99.98"_s}}), u"超过0.01"_s);
    row("quantity without price", line(0, {{u"dj"_s, QString()}}), u"同时填写"_s);
    row("negative quantity", line(0, {{u"sl"_s, u"-2"_s}, {u"dj"_s, u"-50"_s}}), u"大于零"_s);
    row("quantity of 26 characters", line(0, {{u"sl"_s, u"2."_s + QString(24, u'0')}}), u"超过25字节"_s);
    row("net total off by 0.02", totals(u"100.02"_s, u"13.00"_s, u"113.02"_s), u"合计金额"_s);
    row("tax total off by 1.28", totals(u"100.00"_s, u"14.28"_s, u"114.28"_s), u"超过1.27"_s);
    row("gross total", head(u"jshj"_s, u"113.01"_s), u"价税合计"_s);
    row("negative line",
        all({line(0, {{u"je"_s, u"-100.00"_s}, {u"se"_s, u"-13.00"_s}, {u"hsje"_s, u"-113.00"_s}, {u"sl"_s, QString()},
                         {u"dj"_s, QString()}}),
            totals(u"-100.00"_s, u"-13.00"_s, u"-113.00"_s)}),
        u"负数"_s);
    row("nothing left after discount",
        all({discount({}, u"-100.00"_s, u"-13.00"_s, u"-113.00"_s), totals(u"0.00"_s, u"0.00"_s, u"0.00"_s)}),
        u"大于零"_s);
    // Discounts.
    row("discount with unit", discount({{u"dw"_s, u"支"_s}}), u"须为空"_s);
    row("discount with other item", discount({{u"xmmc"_s, u"铅笔"_s}, {u"hwhyslwfwmc"_s, u"*文具*铅笔"_s}}),
        u"同被折扣行"_s);
    row("discount with other preference", discount({{u"yhzcbs"_s, u"05"_s}}), u"同被折扣行"_s);
    row("positive discount",
        all({discount({}, u"10.00"_s, u"1.30"_s, u"11.30"_s), totals(u"110.00"_s, u"14.30"_s, u"124.30"_s)}),
        u"负数"_s);
    row(
        "discount above the line",
        [](QJsonObject &invoice) {
            discount({}, u"-100.01"_s, u"-13.00"_s, u"-113.01"_s)(invoice);
            QJsonArray list = invoice.value(u"fpmxList"_s).toArray();
            list.append(Practice::line(3));
            invoice.insert(u"fpmxList"_s, list);
            totals(u"99.99"_s, u"13.00"_s, u"112.99"_s)(invoice);
        },
        u"折扣超过"_s);
    row("discount alone", all({discount(), line(0, {{u"fphxz"_s, u"00"_s}})}), u"之前须为被折扣行"_s);
    row("discounted line last", line(0, {{u"fphxz"_s, u"02"_s}}), u"之后须为折扣行"_s);
    row("same line number twice", all({discount(), line(1, {{u"mxxh"_s, 1}})}), u"序号重复"_s);
    // Codes, names, rates, preferences.
    row("unknown code", line(0, {{u"sphfwssflhbbm"_s, u"1060402019999900000"_s}}), u"编码不存在"_s);
    row("summary code", single(item(u"1060402000000000000"_s, u"文具"_s, u"0.13"_s, u"13.00"_s)), u"汇总项"_s);
    row("telecom heading of another trade", single(item(u"3030100000000000000"_s, u"电信服务"_s, u"0.09"_s, u"9.00"_s)),
        u"汇总项"_s);
    row("other short name", line(0, {{u"spfwjc"_s, u"办公用品"_s}, {u"hwhyslwfwmc"_s, u"*办公用品*演练钢笔"_s}}),
        u"应为文具"_s);
    row("printed name", line(0, {{u"hwhyslwfwmc"_s, u"演练钢笔"_s}}), u"*简称*项目名称"_s);
    row("rate not in the list", single(item(u"1060402010100000000"_s, u"文具"_s, u"0.12"_s, u"12.00"_s)),
        u"可用税率"_s);
    row("former rate", single(item(u"1060402010100000000"_s, u"文具"_s, u"0.17"_s, u"17.00"_s)), u"已停用"_s);
    row("rate of a small-scale taxpayer", single(item(u"1060402010100000000"_s, u"文具"_s, u"0.01"_s, u"1.00"_s)),
        u"可用税率"_s);
    row("rate of 100 %", single(item(u"1060402010100000000"_s, u"文具"_s, u"1"_s, u"100.00"_s)), u"税率"_s);
    row("zero without reason", single(item(u"1060402010100000000"_s, u"文具"_s, u"0"_s, u"0.00"_s)), u"零税率须填"_s);
    row("special at zero",
        all({single(item(u"3070401000000000000"_s, u"生产生活服务"_s, u"0"_s, u"0.00"_s, u"03"_s)),
            head(u"fppz"_s, u"01"_s)}),
        u"专用发票"_s);
    for (const auto &[preference, rate, tax] :
        {std::tuple{u"01"_s, u"0.13"_s, u"13.00"_s}, {u"03"_s, u"0.13"_s, u"13.00"_s}, {u"04"_s, u"0.13"_s, u"13.00"_s},
            {u"08"_s, u"0.05"_s, u"5.00"_s}, {u"09"_s, u"0.03"_s, u"3.00"_s}, {u"10"_s, u"0.015"_s, u"1.50"_s},
            {u"05"_s, u"0.03"_s, u"3.00"_s}, {u"18"_s, u"0"_s, u"0.00"_s}})
        row(qUtf8Printable(u"preference %1 at %2"_s.arg(preference, rate)),
            single(item(u"1060402010100000000"_s, u"文具"_s, rate, tax, preference)),
            u"优惠政策%1与税率不匹配"_s.arg(preference));
    row("unknown preference", single(item(u"1060402010100000000"_s, u"文具"_s, u"0.13"_s, u"13.00"_s, u"19"_s)),
        u"优惠政策"_s);
    row("not taxable goods", single(item(u"1060402010100000000"_s, u"文具"_s, u"0"_s, u"0.00"_s, u"04"_s)), u"6开头"_s);
    row("untaxed item without preference",
        all({single(item(u"6010000000000000000"_s, u"预付卡销售"_s, u"0"_s, u"0.00"_s)),
            head(u"ckywsyzcDm"_s, u"02"_s)}),
        u"6开头"_s);
    row("not taxable mixed",
        all({lines({Practice::line(1),
                 numbered(item(u"6010000000000000000"_s, u"预付卡销售"_s, u"0"_s, u"0.00"_s, u"04"_s), 2)}),
            totals(u"200.00"_s, u"13.00"_s, u"213.00"_s)}),
        u"不能与其他项目混开"_s);
    row("reduced rent mixed",
        all({lines({Practice::line(1),
                 numbered(item(u"3040502020102000000"_s, u"生产生活服务"_s, u"0.015"_s, u"1.50"_s, u"10"_s), 2)}),
            totals(u"200.00"_s, u"14.50"_s, u"214.50"_s)}),
        u"1.5%"_s);
    row("no lines", lines({}), u"fpmxList"_s);
    row("object for a text", head(u"gmfmc"_s, QJsonObject{}), u"gmfmc"_s);
}

void TestUploadRules::refuses()
{
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    const qsizetype before = m_practice.ledger().size();
    const QJsonObject result = settled(change);
    const QString message = result.value(u"message"_s).toString();
    QCOMPARE(result.value(u"status"_s).toString(), u"02"_s);
    QVERIFY2(message.contains(words), qUtf8Printable(message));
    QVERIFY2(message.size() <= 30, qUtf8Printable(message)); // the platform's field is that wide
    QVERIFY(!result.value(u"Code"_s).toString().isEmpty());
    QCOMPARE(m_practice.ledger().size(), before);
}

void TestUploadRules::mandatory_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("field");
    for (const char *name : {"lzfpbz", "fppz", "qyDm", "xsfnsrsbh", "xsfmc", "gmfmc", "hjje", "hjse", "jshj", "kpr",
             "ip", "macdz", "kprq", "fpkjfsDm"}) {
        const QString field = QString::fromLatin1(name);
        QTest::newRow(name) << Change([=](QJsonObject &invoice) { invoice.remove(field); }) << field;
        QTest::newRow(qPrintable(field + u" empty"_s)) << head(field, QString()) << field;
        QTest::newRow(qPrintable(field + u" null"_s)) << head(field, QJsonValue()) << field;
    }
    for (const char *name :
        {"mxxh", "xmmc", "hwhyslwfwmc", "spfwjc", "je", "slv", "se", "hsje", "sphfwssflhbbm", "fphxz"}) {
        const QString field = QString::fromLatin1(name);
        QTest::newRow(name) << line(0, {{field, QString()}}) << field;
    }
}

void TestUploadRules::mandatory()
{
    QFETCH(const Change, change);
    QFETCH(const QString, field);
    const QString message = settled(change).value(u"message"_s).toString();
    QVERIFY2(message.contains(field + u"不能为空"_s), qUtf8Printable(message));
}

QTEST_GUILESS_MAIN(TestUploadRules)
#include "tst_upload_rules.moc"
