// SPDX-License-Identifier: GPL-3.0-or-later
// Uploads as a whole: who may issue, how much at once, and what makes the platform take nothing at all.
#include "tests/sandbox/invoice_changes.h"

using namespace practice;

class TestUploadCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void lengthInBytes();
    void year();
    void seller_data();
    void seller();
    void smallScaleRates();
    void telecomHeadings();
    void lineLimit();
    void callRefusals_data();
    void callRefusals();
};

void TestUploadCalls::lengthInBytes()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000000.00"_s);
    const QString first = practice.numbers(company, 2);
    QJsonObject fits = practice.invoice(company, first);
    fits.insert(u"gmfmc"_s, QString(100, u'司')); // 300 bytes
    QCOMPARE(practice.settled(company, fits).value(u"status"_s).toString(), u"00"_s);
    QJsonObject tooLong = practice.invoice(company, first.chopped(1) + u'2');
    tooLong.insert(u"gmfmc"_s, QString(QString(100, u'司') + u'x'));
    QCOMPARE(practice.settled(company, tooLong).value(u"message"_s).toString(), u"购买方名称gmfmc超过300字节"_s);
}

void TestUploadCalls::year()
{
    // Numbers belong to a year; an invoice of the last day may still be uploaded on the first.
    Practice practice;
    const Company &company = practice.technology();
    practice.setTime(u"2026-12-31 23:00:00"_s);
    practice.download(company, u"1000000.00"_s);
    const QString old = practice.numbers(company, 2);
    QVERIFY(old.startsWith(u"26"));
    practice.setTime(u"2027-01-01 08:00:00"_s);
    practice.download(company, u"1000000.00"_s);
    QVERIFY(practice.numbers(company).startsWith(u"27"));
    QJsonObject invoice = practice.invoice(company, old);
    invoice.insert(u"kprq"_s, u"2026-12-31 23:30:00"_s);
    QCOMPARE(practice.settled(company, invoice).value(u"status"_s).toString(), u"00"_s);
    invoice.insert(u"fphm"_s, QString(old.chopped(1) + u'2'));
    invoice.insert(u"kprq"_s, u"2027-01-01 00:00:00"_s);
    QVERIFY(practice.settled(company, invoice).value(u"message"_s).toString().contains(u"年份"));
}

void TestUploadCalls::seller_data()
{
    QTest::addColumn<QByteArray>("setting");
    QTest::addColumn<QString>("words"); // "" when it may issue
    QTest::newRow("high risk") << QByteArray(R"("risk":"01")") << u"风险等级"_s;
    QTest::newRow("class II") << QByteArray(R"("risk":"02")") << QString();
    QTest::newRow("red alert") << QByteArray(R"("alert":"01")") << u"红色预警"_s;
    QTest::newRow("yellow alert") << QByteArray(R"("alert":"02")") << QString();
    QTest::newRow("flagged") << QByteArray(R"("flagged":"Y")") << u"风险纳税人"_s;
    QTest::newRow("abnormal") << QByteArray(R"("state":"05")") << u"状态为05"_s;
    QTest::newRow("registered for inspection") << QByteArray(R"("state":"09")") << QString();
}

void TestUploadCalls::seller()
{
    QFETCH(const QByteArray, setting);
    QFETCH(const QString, words);
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000000.00"_s);
    const QJsonObject invoice = practice.invoice(company, practice.numbers(company));
    practice.control("/control/company", R"({"tax_number":")" + company.taxNumber.toLatin1() + R"(",)" + setting + '}');
    QCOMPARE(practice.lastControlStatus, 200);
    const QJsonObject result = practice.settled(company, invoice);
    QCOMPARE(result.value(u"status"_s).toString(), words.isEmpty() ? u"00"_s : u"02"_s);
    QVERIFY(result.value(u"message"_s).toString().contains(words));
}

void TestUploadCalls::smallScaleRates()
{
    Practice practice;
    const Company &company = practice.catering();
    practice.download(company, u"1000.00"_s);
    const QString first = practice.numbers(company, 2);
    QJsonObject invoice = practice.invoice(company, first);
    single(item(u"1060402010100000000"_s, u"文具"_s, u"0.01"_s, u"1.00"_s))(invoice);
    QCOMPARE(practice.settled(company, invoice).value(u"status"_s).toString(), u"00"_s);
    const QJsonObject result = practice.settled(company, practice.invoice(company, first.chopped(1) + u'2'));
    QVERIFY(result.value(u"message"_s).toString().contains(u"税率0.13不在可用税率内"));
}

void TestUploadCalls::telecomHeadings()
{
    Practice practice;
    const Company &company = practice.telecom();
    practice.download(company, u"1000.00"_s);
    const QString first = practice.numbers(company, 9);
    int used = 0;
    const auto status = [&](const QJsonObject &only, const QString &kind = u"02"_s) {
        QJsonObject invoice = practice.invoice(company, first.chopped(1) + QString::number(++used));
        single(only)(invoice);
        invoice.insert(u"fppz"_s, kind);
        return practice.settled(company, invoice).value(u"status"_s).toString();
    };
    QCOMPARE(status(item(u"3030100000000000000"_s, u"电信服务"_s, u"0.09"_s, u"9.00"_s)), u"00"_s);
    QCOMPARE(status(item(u"3030100000000000000"_s, u"电信服务"_s, u"0.06"_s, u"6.00"_s)), u"02"_s);
    QCOMPARE(status(item(u"3030200000000000000"_s, u"电信服务"_s, u"0.06"_s, u"6.00"_s)), u"00"_s);
    QCOMPARE(status(item(u"3030000000000000000"_s, u"电信服务"_s, u"0"_s, u"0.00"_s, u"04"_s)), u"00"_s);
    QCOMPARE(status(item(u"3030000000000000000"_s, u"电信服务"_s, u"0"_s, u"0.00"_s, u"03"_s)), u"02"_s);
    QCOMPARE(status(item(u"3030000000000000000"_s, u"电信服务"_s, u"0"_s, u"0.00"_s, u"04"_s), u"01"_s), u"02"_s);
}

void TestUploadCalls::lineLimit()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"10000000.00"_s);
    const QString first = practice.numbers(company, 2);
    QJsonArray list;
    for (int i = 1; i <= 5000; ++i)
        list.append(Practice::line(i));
    QJsonObject invoice = practice.invoice(company, first);
    invoice.insert(u"fpmxList"_s, list);
    totals(u"500000.00"_s, u"65000.00"_s, u"565000.00"_s)(invoice);
    QCOMPARE(practice.settled(company, invoice).value(u"status"_s).toString(), u"00"_s);
    list.append(Practice::line(5001));
    invoice.insert(u"fpmxList"_s, list);
    invoice.insert(u"fphm"_s, QString(first.chopped(1) + u'2'));
    QCOMPARE(practice.settled(company, invoice).value(u"message"_s).toString(), u"发票明细超过5000行"_s);
}

void TestUploadCalls::callRefusals_data()
{
    QTest::addColumn<int>("invoices");
    QTest::addColumn<Change>("last");   // what is done to the last of them
    QTest::addColumn<QString>("words"); // "" when the call is taken
    QTest::newRow("100") << 100 << Change([](QJsonObject &) {}) << QString();
    QTest::newRow("101") << 101 << Change([](QJsonObject &) {}) << u"最多上传100张"_s;
    QTest::newRow("none") << 0 << Change() << u"非空"_s;
    QTest::newRow("platform id") << 2 << head(u"ptbh"_s, u"5a6d00000000000001b2"_s) << u"第2张发票的平台编号"_s;
    QTest::newRow("no number") << 2 << head(u"fphm"_s, QString()) << u"第2张发票的发票号码"_s;
    QTest::newRow("short number") << 2 << head(u"fphm"_s, u"2611700000000000001"_s) << u"发票号码"_s;
    QTest::newRow("letters in the number") << 2 << head(u"fphm"_s, u"2611700000000000000A"_s) << u"发票号码"_s;
    QTest::newRow("one bad invoice") << 2 << head(u"gmfmc"_s, QString()) << QString();
}

void TestUploadCalls::callRefusals()
{
    QFETCH(const int, invoices);
    QFETCH(const Change, last);
    QFETCH(const QString, words);
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000000.00"_s);
    const QString first = practice.numbers(company, 200);
    QJsonArray batch;
    for (int i = 0; i < invoices; ++i) {
        QJsonObject invoice =
            practice.invoice(company, first.chopped(3) + QString::number(i + 1).rightJustified(3, u'0'));
        if (i == invoices - 1)
            last(invoice);
        batch.append(invoice);
    }
    const Answered answered = practice.upload(company, batch);
    QCOMPARE(answered.code(), words.isEmpty() ? u"00"_s : u"01"_s);
    QVERIFY2(answered.words().contains(words), qUtf8Printable(answered.words()));
    if (words.isEmpty()) {
        QCOMPARE(practice.result(company, answered.text(u"sllsh"_s)).size(), invoices);
        QVERIFY(practice.ledger().size() >= invoices - 1);
    } else {
        QVERIFY(answered.text(u"sllsh"_s).isEmpty());
        QCOMPARE(practice.ledger().size(), 0);
    }
}

QTEST_GUILESS_MAIN(TestUploadCalls)
#include "tst_upload_calls.moc"
