// SPDX-License-Identifier: GPL-3.0-or-later
// The red invoice itself: what it must share with its form and its blue invoice, and what it does to form and quota.
#include "tests/sandbox/red_practice.h"

using namespace practice;

class TestRedUpload : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void refuses_data();
    void refuses();
    void formRefusals();
    void success();
    void severalLines();
    void repetition();
    void secondNumber();
    void quota();
    void margin();
    void right();

private:
    RedPractice m_practice;
};

void TestRedUpload::refuses_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("code");
    const auto row = [](const char *name, const Change &change, const QString &words, const QString &code) {
        QTest::newRow(name) << change << words << code;
    };
    const QString right = u"1000"_s;
    const QString field = u"2000"_s;
    const QString amount = u"3000"_s;
    const QString line4 = u"4000"_s;
    const QString number = u"6000"_s;
    row("no blue number", head(u"dylzfphm"_s, QString()), u"对应蓝字发票号码dylzfphm不能为空"_s, field);
    row("no form number", head(u"hzqrxxdbh"_s, QString()), u"红字确认单编号hzqrxxdbh不能为空"_s, field);
    row("no uuid", head(u"hzqrduuid"_s, QString()), u"红字确认单hzqrduuid不能为空"_s, field);
    row("unknown uuid", head(u"hzqrduuid"_s, QString(32, u'0')), u"红字确认单不存在"_s, right);
    row("other form number", head(u"hzqrxxdbh"_s, QString(20, u'1')), u"红字确认单编号与UUID不符"_s, right);
    row("other blue number", head(u"dylzfphm"_s, QString(20, u'1')), u"对应蓝字发票号码与红字确认单不一致"_s, right);
    row("kind", head(u"fppz"_s, u"01"_s), u"发票票种与蓝字发票不一致"_s, field);
    row("buyer's number", head(u"gmfnsrsbh"_s, u"91320000YL0000127B"_s), u"购买方税号或名称与蓝字发票不一致"_s, field);
    row("buyer's name", head(u"gmfmc"_s, u"演练海棠"_s), u"购买方税号或名称与蓝字发票不一致"_s, field);
    row("natural person", head(u"gmfzrrbz"_s, u"Y"_s), u"购买方自然人标志与蓝字发票不一致"_s, field);
    row("seller's name", head(u"xsfmc"_s, u"演练云杉"_s), u"销售方名称与税务登记名称不符"_s, field);
    row("margin", head(u"cezslxDm"_s, u"02"_s), u"差额征税类型与蓝字发票不一致"_s, field);
    const QJsonObject voucher{{u"xh"_s, 1}, {u"pzlx"_s, u"01"_s}, {u"fphm"_s, u"26432000001576189981"_s},
        {u"kjrq"_s, u"2026-05-01"_s}, {u"pzhjje"_s, u"1.00"_s}, {u"bckcje"_s, u"1.00"_s}};
    row("voucher", head(u"cekcList"_s, QJsonArray{voucher}), u"红字发票不填差额扣除凭证"_s, field);
    row("remark of 384 bytes", head(u"bz"_s, QString(128, u'注')), u"红字发票备注bz超过382字节"_s, field);
    row("no issuer", head(u"kpr"_s, QString()), u"开票人kpr不能为空"_s, field);
    // Lines.
    row(
        "one line more",
        [](QJsonObject &invoice) {
            QJsonArray list = invoice.value(u"fpmxList"_s).toArray();
            list.append(numbered(list.at(0).toObject(), 2));
            invoice.insert(u"fpmxList"_s, list);
        },
        u"明细行数与红字确认单不一致"_s, line4);
    row("no blue line", line(0, {{u"dylzfpmxxh"_s, QString()}}), u"第1行对应蓝字明细序号不能为空"_s, line4);
    row("other blue line", line(0, {{u"dylzfpmxxh"_s, 2}}), u"第1行对应蓝字明细序号不在红字确认单中"_s, line4);
    row("nature", line(0, {{u"fphxz"_s, u"01"_s}}), u"第1行红字发票行性质须为00"_s, line4);
    row("item", line(0, {{u"xmmc"_s, u"铅笔"_s}}), u"第1行名称与红字确认单不一致"_s, line4);
    row("printed name", line(0, {{u"hwhyslwfwmc"_s, u"钢笔"_s}}), u"第1行名称与红字确认单不一致"_s, line4);
    row("short name", line(0, {{u"spfwjc"_s, u"办公用品"_s}}), u"第1行名称与红字确认单不一致"_s, line4);
    row("spec", line(0, {{u"ggxh"_s, u"A4"_s}}), u"第1行规格型号或单位与红字确认单不一致"_s, line4);
    row("unit", line(0, {{u"dw"_s, u"盒"_s}}), u"第1行规格型号或单位与红字确认单不一致"_s, line4);
    row("code", line(0, {{u"sphfwssflhbbm"_s, u"1060402010200000000"_s}}), u"第1行税收分类编码与红字确认单不一致"_s,
        line4);
    row("quantity", line(0, {{u"sl"_s, u"-1"_s}}), u"第1行数量与红字确认单不一致"_s, line4);
    row("positive quantity", line(0, {{u"sl"_s, u"2"_s}}), u"第1行数量与红字确认单不一致"_s, line4);
    row("price", line(0, {{u"dj"_s, u"-50"_s}}), u"第1行单价与红字确认单不一致"_s, line4);
    row("net", line(0, {{u"je"_s, u"-99.99"_s}}), u"第1行金额与红字确认单不一致"_s, line4);
    row("positive net", line(0, {{u"je"_s, u"100.00"_s}}), u"第1行金额与红字确认单不一致"_s, line4);
    row("rate", line(0, {{u"slv"_s, u"0.06"_s}}), u"第1行税率与红字确认单不一致"_s, line4);
    row("tax", line(0, {{u"se"_s, u"-12.99"_s}}), u"第1行税额与红字确认单不一致"_s, line4);
    row("line gross", line(0, {{u"hsje"_s, u"-113.01"_s}}), u"第1行含税金额不等于金额加税额"_s, line4);
    row("deduction", line(0, {{u"kce"_s, u"-1.00"_s}}), u"第1行扣除额须为蓝字扣除额的负数"_s, line4);
    row("preference", line(0, {{u"yhzcbs"_s, u"05"_s}}), u"第1行优惠政策标识须同蓝字明细"_s, line4);
    // Totals.
    row("net total", head(u"hjje"_s, u"-99.99"_s), u"合计金额与红字确认单不一致"_s, amount);
    row("tax total", head(u"hjse"_s, u"-12.99"_s), u"合计税额与红字确认单不一致"_s, amount);
    row("gross total", head(u"jshj"_s, u"-112.99"_s), u"价税合计不等于合计金额加合计税额"_s, amount);
    // Time and number.
    row("48 hours old", head(u"kprq"_s, stampAgo(48 * 3600)), u"开票日期距今已满48小时，不能上传"_s, number);
    row("in the future", head(u"kprq"_s, stampAgo(-120)), u"开票日期晚于当前时间"_s, number);
    row("foreign number", head(u"fphm"_s, u"26317000000000000001"_s), u"发票号码不属于该企业领用的号段"_s, number);
}

void TestRedUpload::refuses()
{
    QFETCH(const Change, change);
    QFETCH(const QString, words);
    QFETCH(const QString, code);
    const QString blue = m_practice.blue();
    const Answered form = m_practice.apply(m_practice.application(blue));
    QJsonObject red = m_practice.red(form, blue);
    const QJsonObject good = red;
    change(red);
    const QJsonObject result = m_practice.settled(m_practice.seller(), red);
    QCOMPARE(result.value(u"message"_s).toString(), words);
    QVERIFY(words.size() <= 30);
    QCOMPARE(result.value(u"status"_s).toString(), u"02"_s);
    QCOMPARE(result.value(u"Code"_s).toString(), code);
    QCOMPARE(m_practice.detail(form.text(u"uuid"_s)).text(u"ykjhzfpbz"_s), u"N"_s);
    // Mended, the same number passes.
    QCOMPARE(m_practice.settled(m_practice.seller(), good).value(u"status"_s).toString(), u"00"_s);
}

void TestRedUpload::formRefusals()
{
    RedPractice practice;
    const auto message = [&](const QJsonObject &red) {
        return practice.settled(practice.seller(), red).value(u"message"_s).toString();
    };
    const QString state = u"红字确认单的状态不满足开具条件，无法开具红字发票"_s;
    const QString blue = practice.usedBlue();
    const Answered waiting = practice.apply(practice.application(blue));
    QCOMPARE(message(practice.red(waiting, blue)), state); // 02
    practice.act(u"agree"_s, waiting.text(u"uuid"_s), u"buyer"_s);
    practice.act(u"withdraw"_s, waiting.text(u"uuid"_s), u"buyer"_s);
    QCOMPARE(message(practice.red(waiting, blue)), state); // 09
    const Answered lapsing = practice.apply(practice.application(blue, u"1"_s));
    QCOMPARE(message(practice.red(lapsing, blue)), state); // 03
    practice.act(u"agree"_s, lapsing.text(u"uuid"_s), u"seller"_s);
    QCOMPARE(message(practice.red(lapsing, blue)), u"上传成功"_s); // 04, also when the buyer applied

    // The form of another seller.
    practice.download(practice.buyer(), u"1000.00"_s);
    const QString number = practice.numbers(practice.buyer());
    const QString own = practice.blue();
    const Answered form = practice.apply(practice.application(own));
    QJsonObject foreign = practice.red(form, own);
    for (const auto &[name, value] : {std::pair{u"fphm"_s, number}, {u"xsfnsrsbh"_s, practice.buyer().taxNumber},
             {u"xsfmc"_s, practice.buyer().name}, {u"qyDm"_s, practice.buyer().area}})
        foreign.insert(name, value);
    QCOMPARE(practice.settled(practice.buyer(), foreign).value(u"message"_s).toString(), u"红字确认单不属于该销售方"_s);
}

void TestRedUpload::success()
{
    RedPractice practice;
    const QString blue = practice.blue();
    const Answered form = practice.apply(practice.application(blue));
    const QJsonObject red = practice.red(form, blue);
    const QString number = red.value(u"fphm"_s).toString();
    const QJsonObject result = practice.settled(practice.seller(), red);
    QCOMPARE(result.value(u"status"_s).toString(), u"00"_s);
    const QJsonArray ledger = practice.ledger();
    QCOMPARE(ledger.size(), 2);
    QCOMPARE(ledger[1][u"number"_s].toString(), number);
    QCOMPARE(ledger[1][u"colour"_s].toString(), u"red"_s);
    QCOMPARE(ledger[1][u"net"_s].toString(), u"-100.00"_s);
    QCOMPARE(ledger[1][u"blue_number"_s].toString(), blue);
    QCOMPARE(ledger[1][u"red_form"_s].toString(), form.text(u"hzfpxxqrdbh"_s));
    QCOMPARE(ledger[0][u"blue_number"_s].toString(), QString());
    const Answered detail = practice.detail(form.text(u"uuid"_s));
    QCOMPARE(detail.text(u"ykjhzfpbz"_s), u"Y"_s);
    QCOMPARE(detail.text(u"hzfphm"_s), number);
    QCOMPARE(detail.text(u"hzkprq"_s), u"2026-06-17 09:59:00"_s);
    practice.reopen();
    QCOMPARE(practice.detail(form.text(u"uuid"_s)).text(u"hzfphm"_s), number);
}

void TestRedUpload::severalLines()
{
    // The lines may come in another order than the form's, but each only once.
    RedPractice practice;
    const QString blue = practice.blue(
        all({lines({Practice::line(1), Practice::line(2)}), totals(u"200.00"_s, u"26.00"_s, u"226.00"_s)}));
    QJsonObject application = practice.application(blue);
    all({head(u"hzqrdmxList"_s, QJsonArray{RedPractice::redLine(1), RedPractice::redLine(2)}),
        redTotals(u"-200.00"_s, u"-26.00"_s), head(u"lzhjje"_s, u"200.00"_s), head(u"lzhjse"_s, u"26.00"_s)})(
        application);
    const Answered form = practice.apply(application);
    QJsonObject red = practice.red(form, blue);
    const QJsonObject only = red.value(u"fpmxList"_s).toArray().at(0).toObject();
    all({lines({only, numbered(only, 2)}), totals(u"-200.00"_s, u"-26.00"_s, u"-226.00"_s)})(red);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"message"_s).toString(),
        u"第2行对应蓝字明细序号不在红字确认单中"_s);
    line(0, {{u"dylzfpmxxh"_s, 2}})(red);
    QJsonObject twice = red;
    line(1, {{u"mxxh"_s, 1}})(twice);
    QCOMPARE(practice.settled(practice.seller(), twice).value(u"message"_s).toString(), u"第2行序号重复"_s);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"message"_s).toString(), u"上传成功"_s);
}

void TestRedUpload::repetition()
{
    RedPractice practice;
    const QString blue = practice.blue();
    const QJsonObject red = practice.red(practice.apply(practice.application(blue)), blue);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"00"_s);
    const QString unused = practice.call(practice.seller(), "CXSXED", whose(practice.seller())).text(u"yxzwsyed"_s);
    QCOMPARE(unused, u"1000000.00"_s);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"03"_s);
    QCOMPARE(practice.ledger().size(), 2);
    QCOMPARE(practice.ledger()[1][u"received"_s].toString(), u"2"_s);
    practice.reopen({.throttleQuotaQuery = false});
    QCOMPARE(practice.call(practice.seller(), "CXSXED", whose(practice.seller())).text(u"yxzwsyed"_s), unused);
}

void TestRedUpload::secondNumber()
{
    RedPractice practice;
    const QString blue = practice.blue();
    const Answered form = practice.apply(practice.application(blue));
    const QJsonObject first = practice.red(form, blue);
    const QJsonObject second = practice.red(form, blue);
    // In one upload as well as in two.
    const QJsonArray results =
        practice.result(practice.seller(), practice.upload(practice.seller(), {first, second}).text(u"sllsh"_s));
    QCOMPARE(results[0][u"status"_s].toString(), u"00"_s);
    QCOMPARE(results[1][u"status"_s].toString(), u"02"_s);
    QCOMPARE(results[1][u"message"_s].toString(), u"红字确认单已开具红字发票"_s);
    QCOMPARE(practice.settled(practice.seller(), second).value(u"message"_s).toString(), u"红字确认单已开具红字发票"_s);
    QCOMPARE(practice.detail(form.text(u"uuid"_s)).text(u"hzfphm"_s), first.value(u"fphm"_s).toString());
    QCOMPARE(practice.ledger().size(), 2);
}

void TestRedUpload::quota()
{
    RedPractice practice;
    practice.reopen({.throttleQuotaQuery = false});
    const Company seller = practice.seller();
    const auto unused = [&] { return practice.call(seller, "CXSXED", whose(seller)).text(u"yxzwsyed"_s); };
    const QString first = practice.blue();
    const QString second = practice.blue();
    QCOMPARE(unused(), u"999800.00"_s);
    // In the same month the amount comes back.
    const QJsonObject sameMonth = practice.red(practice.apply(practice.application(first)), first);
    QCOMPARE(practice.settled(seller, sameMonth).value(u"status"_s).toString(), u"00"_s);
    QCOMPARE(unused(), u"999900.00"_s);

    // In the next it neither comes back nor costs anything, and no quota need have been downloaded.
    const QString third = practice.blue();
    const Answered secondForm = practice.apply(practice.application(second));
    const Answered thirdForm = practice.apply(practice.application(third));
    practice.setTime(u"2026-07-01 10:00:00"_s);
    const auto july = [&](QJsonObject invoice) {
        invoice.insert(u"kprq"_s, u"2026-07-01 09:00:00"_s);
        return practice.settled(seller, invoice).value(u"status"_s).toString();
    };
    QCOMPARE(july(practice.red(secondForm, second)), u"00"_s);
    QCOMPARE(unused(), u"0.00"_s);
    practice.download(seller, u"500.00"_s);
    QCOMPARE(july(practice.invoice(seller, practice.number())), u"00"_s);
    QCOMPARE(unused(), u"400.00"_s);
    QCOMPARE(july(practice.red(thirdForm, third)), u"00"_s);
    QCOMPARE(unused(), u"400.00"_s);
    practice.setTime(u"2026-06-30 10:00:00"_s);
    QCOMPARE(unused(), u"999800.00"_s);
}

void TestRedUpload::margin()
{
    RedPractice practice;
    QJsonObject only = item(u"3040802990000000000"_s, u"生产生活服务"_s, u"0.05"_s, u"95.24"_s, u"09"_s);
    for (const auto &[name, value] : {std::pair{u"je"_s, u"9904.76"_s}, {u"hsje"_s, u"10000.00"_s},
             {u"kce"_s, u"8000.00"_s}, {u"sl"_s, QString()}, {u"dj"_s, QString()}})
        only.insert(name, value);
    const QJsonObject voucher{{u"xh"_s, 1}, {u"pzlx"_s, u"01"_s}, {u"fphm"_s, u"26432000001576189981"_s},
        {u"kjrq"_s, u"2026-05-01"_s}, {u"pzhjje"_s, u"9000.00"_s}, {u"bckcje"_s, u"8000.00"_s}};
    const QString blue = practice.blue(all({lines({only}), totals(u"9904.76"_s, u"95.24"_s, u"10000.00"_s),
        head(u"cezslxDm"_s, u"02"_s), head(u"cekcList"_s, QJsonArray{voucher})}));
    const QJsonObject applied = practice.control(
        "/control/red", R"({"act":"apply","side":"seller","reason":"04","blue":")" + blue.toLatin1() + R"("})");
    QCOMPARE(applied.value(u"state"_s).toString(), u"01"_s);
    const Answered form = practice.detail(applied.value(u"uuid"_s).toString());
    for (const auto &[name, value] : {std::pair{u"je"_s, u"-9904.76"_s}, {u"se"_s, u"-95.24"_s},
             {u"hsje"_s, u"-10000.00"_s}, {u"kce"_s, u"8000.00"_s}, {u"dylzfpmxxh"_s, u"1"_s}})
        only.insert(name, value);
    QJsonObject red = practice.red(form, blue);
    all({lines({only}), totals(u"-9904.76"_s, u"-95.24"_s, u"-10000.00"_s)})(red);
    const auto message = [&] { return practice.settled(practice.seller(), red).value(u"message"_s).toString(); };
    QCOMPARE(message(), u"差额征税类型与蓝字发票不一致"_s);
    red.insert(u"cezslxDm"_s, u"02"_s);
    QCOMPARE(message(), u"第1行扣除额须为蓝字扣除额的负数"_s);
    line(0, {{u"kce"_s, u"-8000.00"_s}})(red);
    QCOMPARE(message(), u"上传成功"_s);
}

void TestRedUpload::right()
{
    RedPractice practice;
    const QString blue = practice.blue();
    const QJsonObject red = practice.red(practice.apply(practice.application(blue)), blue);
    const auto risk = [&](const QByteArray &code) {
        practice.control("/control/company",
            R"({"tax_number":")" + practice.seller().taxNumber.toLatin1() + R"(","risk":")" + code + R"("})");
    };
    risk("01");
    QCOMPARE(
        practice.settled(practice.seller(), red).value(u"message"_s).toString(), u"纳税人风险等级为高，不能开具发票"_s);
    risk("04");
    practice.control("/control/faults", R"([{"kind":"force_failed","operation":"QDFPSC"}])");
    QCOMPARE(practice.settled(practice.seller(), red).value(u"Code"_s).toString(), u"9002"_s);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"message"_s).toString(), u"上传成功"_s);
}

QTEST_GUILESS_MAIN(TestRedUpload)
#include "tst_red_upload.moc"
