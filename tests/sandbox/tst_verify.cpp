// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查验 (FPCY_NEW): what its container holds, and to whom. The archive is read with libzip, which did not write it.
#include "tests/sandbox/red_practice.h"

#include <zip.h>

using namespace practice;

namespace
{
/// The only entry of the archive in cyjgxx; its name goes to @p name.
QByteArray entryOf(const Answered &answered, QByteArray &name)
{
    const QByteArray packed = QByteArray::fromBase64(answered.text(u"cyjgxx"_s).toLatin1());
    zip_error_t error;
    zip_source_t *source =
        zip_source_buffer_create(packed.constData(), static_cast<zip_uint64_t>(packed.size()), 0, &error);
    zip_t *archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error);
    if (archive == nullptr || zip_get_num_entries(archive, 0) != 1)
        return {};
    name = zip_get_name(archive, 0, 0);
    QByteArray out(1 << 20, '\0');
    zip_file_t *file = zip_fopen_index(archive, 0, 0);
    out.truncate(zip_fread(file, out.data(), static_cast<zip_uint64_t>(out.size())));
    zip_fclose(file);
    zip_discard(archive);
    return out;
}

QJsonObject question(const Company &company, const QString &number)
{
    return {{u"fplx"_s, u"82"_s}, {u"fphm"_s, number}, {u"kprq"_s, u"20260617"_s}, {u"kpje"_s, u"113.00"_s},
        {u"nsrsbh"_s, company.taxNumber}};
}
} // namespace

class TestVerify : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothSidesGetTheFace();
    void discountsElementsAndDeductions();
    void aRedInvoiceNamesItsBlueOne();
    void refusals_data();
    void refusals();
};

void TestVerify::bothSidesGetTheFace()
{
    RedPractice practice;
    const QString number = practice.blue(all({head(u"bz"_s, u"演练备注"_s), head(u"xsfdz"_s, u"北京"_s)}));
    QByteArray name;
    const Answered asBuyer = practice.call(practice.buyer(), "FPCY_NEW", question(practice.buyer(), number));
    QCOMPARE(asBuyer.code(), u"00"_s);
    QVERIFY(asBuyer.text(u"cyjgxx"_s).contains(u"\r\n"_s));
    const QJsonObject face = QJsonDocument::fromJson(entryOf(asBuyer, name)).object();
    QCOMPARE(name, QByteArray("1.json"));
    const std::pair<QString, QString> expected[] = {{u"fphm"_s, number}, {u"kprq"_s, RedPractice::issueTime()},
        {u"fppzDm"_s, u"02"_s}, {u"sflzfp"_s, u"Y"_s}, {u"xsfmc"_s, practice.seller().name}, {u"xhfdz"_s, u"北京"_s},
        {u"gmfnsrsbh"_s, practice.buyer().taxNumber}, {u"hjje"_s, u"100.00"_s}, {u"hjse"_s, u"13.00"_s},
        {u"jshj"_s, u"113.00"_s}, {u"bz"_s, u"演练备注"_s}, {u"kpr"_s, u"演开票"_s}, {u"xmmxhs"_s, u"1"_s},
        {u"kjhzfpdydlzfphm"_s, QString()}};
    for (const auto &[member, value] : expected)
        QCOMPARE(face.value(member).toString(), value);
    const QJsonObject line{{u"xh"_s, u"1"_s}, {u"xmmc"_s, u"演练钢笔"_s}, {u"spfwjc"_s, u"文具"_s},
        {u"hwhyslwfwmc"_s, u"*文具*演练钢笔"_s}, {u"sphfwssflhbbm"_s, u"1060402010100000000"_s}, {u"ggxh"_s, QString()},
        {u"dw"_s, u"支"_s}, {u"fpjysl"_s, u"2"_s}, {u"fpjydj"_s, u"50"_s}, {u"slv"_s, u"0.13"_s}, {u"se"_s, u"13.00"_s},
        {u"je"_s, u"100.00"_s}, {u"kce"_s, QString()}};
    QCOMPARE(face.value(u"hwxx"_s).toArray(), (QJsonArray{line}));
    const Answered asSeller = practice.call(practice.seller(), "FPCY_NEW", question(practice.seller(), number));
    QCOMPARE(asSeller.text(u"cyjgxx"_s), asBuyer.text(u"cyjgxx"_s)); // the same bytes for the same invoice
}

void TestVerify::discountsElementsAndDeductions()
{
    RedPractice practice;
    QJsonObject discounted = Practice::line();
    discounted.insert(u"fphxz"_s, u"02"_s);
    QJsonObject discount = Practice::line(2);
    discount.insert(u"fphxz"_s, u"01"_s);
    for (const QString &bare : {u"sl"_s, u"dj"_s, u"dw"_s})
        discount.remove(bare);
    discount.insert(u"je"_s, u"-10.00"_s);
    discount.insert(u"se"_s, u"-1.30"_s);
    discount.insert(u"hsje"_s, u"-11.30"_s);
    const QJsonObject element{{u"fjysmc"_s, u"合同号"_s}, {u"fjyslx"_s, u"文本"_s}, {u"fjysz"_s, u"HT-1"_s}};
    const QString number = practice.blue(all({lines({discounted, discount}),
        totals(u"90.00"_s, u"11.70"_s, u"101.70"_s), head(u"fjysList"_s, QJsonArray{element})}));
    QJsonObject asked = question(practice.buyer(), number);
    asked.insert(u"kpje"_s, u"101.70"_s);
    QByteArray name;
    const QJsonObject face =
        QJsonDocument::fromJson(entryOf(practice.call(practice.buyer(), "FPCY_NEW", asked), name)).object();
    QCOMPARE(face.value(u"hwxx"_s)[1][u"je"_s].toString(), u"-10.00"_s);
    QCOMPARE(face.value(u"hwxx"_s)[1][u"fpjysl"_s].toString(), QString());
    QCOMPARE(face.value(u"fjysxx"_s)[u"fjysList"_s][0][u"fjysKey"_s].toString(), u"合同号"_s);
    QCOMPARE(face.value(u"fjysxx"_s)[u"fjysList"_s][0][u"fjysValue"_s].toString(), u"HT-1"_s);
}

void TestVerify::aRedInvoiceNamesItsBlueOne()
{
    RedPractice practice;
    const QString blue = practice.blue();
    const QJsonObject red = practice.red(practice.apply(practice.application(blue)), blue);
    QCOMPARE(practice.settled(practice.seller(), red).value(u"status"_s).toString(), u"00"_s);
    QJsonObject asked = question(practice.buyer(), red.value(u"fphm"_s).toString());
    asked.insert(u"kpje"_s, u"-113.00"_s);
    QByteArray name;
    const QJsonObject face =
        QJsonDocument::fromJson(entryOf(practice.call(practice.buyer(), "FPCY_NEW", asked), name)).object();
    QCOMPARE(face.value(u"sflzfp"_s).toString(), u"N"_s);
    QCOMPARE(face.value(u"kjhzfpdydlzfphm"_s).toString(), blue);
}

void TestVerify::refusals_data()
{
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("words");
    QTest::newRow("kind unknown") << u"fplx"_s << u"10"_s << u"01 发票类型fplx须为81或82"_s;
    QTest::newRow("day") << u"kprq"_s << u"2026-06-17"_s << u"01 开票日期kprq须为yyyyMMdd"_s;
    QTest::newRow("amount") << u"kpje"_s << u"1e2"_s << u"01 开票金额kpje须为价税合计"_s;
    QTest::newRow("no amount") << u"kpje"_s << QString() << u"01 开票金额kpje须为价税合计"_s;
    QTest::newRow("code") << u"fpdm"_s << u"011002000111"_s << u"01 数电发票没有发票代码fpdm"_s;
    QTest::newRow("no asker") << u"nsrsbh"_s << QString() << u"01 缺少纳税人识别号（nsrsbh）"_s;
    QTest::newRow("other asker") << u"nsrsbh"_s << u"91110000YL0000012K"_s
                                 << u"01 纳税人识别号91110000YL0000012K与使用单位平台编号不符"_s;
    QTest::newRow("number") << u"fphm"_s << u"26114000000000099999"_s << u"02 查无此票"_s;
    QTest::newRow("other kind") << u"fplx"_s << u"81"_s << u"03 查验信息与发票不一致"_s;
    QTest::newRow("other day") << u"kprq"_s << u"20260616"_s << u"03 查验信息与发票不一致"_s;
    QTest::newRow("net for gross") << u"kpje"_s << u"100.00"_s << u"03 查验信息与发票不一致"_s;
}

void TestVerify::refusals()
{
    QFETCH(const QString, member);
    QFETCH(const QString, value);
    QFETCH(const QString, words);
    RedPractice practice;
    const QString number = practice.blue();
    QJsonObject asked = question(practice.buyer(), number);
    asked.insert(member, value);
    const Answered refused = practice.call(practice.buyer(), "FPCY_NEW", asked);
    QCOMPARE(QString(refused.code() + u' ' + refused.words()), words);
    QVERIFY(!refused.business.contains(u"cyjgxx"_s));
    // A third company may know all of it: it is not shown.
    const Answered third = practice.call(practice.telecom(), "FPCY_NEW", question(practice.telecom(), number));
    QCOMPARE(third.code(), u"04"_s);
    QVERIFY(!third.business.contains(u"cyjgxx"_s));
}

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
