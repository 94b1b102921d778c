// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/net/leqi/answers.h"
#include "core/net/leqi/questions.h"
#include "core/net/leqi/upload.h"

#include <QTest>

using namespace kp;
using namespace kp::leqi;

namespace
{
InvoiceLine line(int number, LineNature nature, const QString &item, Money net, Money tax)
{
    InvoiceLine out;
    out.number = number;
    out.nature = nature;
    out.item = item;
    out.classification = QStringLiteral("1090511030000000000");
    out.shortName = QStringLiteral(u"计算机配套产品");
    out.net = net;
    out.rate = TaxRate::fromMillionths(130'000);
    out.tax = tax;
    return out;
}

Invoice specialInvoice()
{
    Invoice out;
    out.kind = InvoiceKind::Special;
    out.number = QStringLiteral("26314000000000000017");
    out.issuedAt = Clock::parseChinaTime(QStringLiteral("2026-03-01 09:05:07"));
    out.seller = {QStringLiteral(u"上海青禾示例科技有限公司"), QStringLiteral("91310000MA1K000017"),
        QStringLiteral(u"上海市示例路1号"), QStringLiteral("021-55550000"), QStringLiteral(u"示例银行"),
        QStringLiteral("1001000000000000017")};
    out.buyer = {QStringLiteral(u"北京远山\"示例\"有限公司"), QStringLiteral("91110000MA00000013"),
        QStringLiteral(u"北京市示例街2号"), QStringLiteral("010-55550000"), QStringLiteral(u"样例银行"),
        QStringLiteral("2002")};
    out.showBuyerContact = true;
    out.showSellerBank = true;
    out.totals = {Money::fromFen(90'010), Money::fromFen(11'701)};
    out.issuer = QStringLiteral(u"李样例");
    out.payee = QStringLiteral(u"王示例");
    out.reviewer = QStringLiteral(u"赵样例");
    out.remark = QStringLiteral(u"第一行\n第二行\u0007");
    InvoiceLine goods =
        line(1, LineNature::Discounted, QStringLiteral(u"键盘"), Money::fromFen(100'010), Money::fromFen(13'001));
    goods.spec = QStringLiteral("K-2");
    goods.unit = QStringLiteral(u"把");
    goods.quantity = Decimal::parse(u"3");
    goods.price = Decimal::parse(u"333.3666666666667");
    out.lines = {
        goods, line(2, LineNature::Discount, QStringLiteral(u"键盘"), Money::fromFen(-10'000), Money::fromFen(-1'300))};
    return out;
}

const UploadFrame frame{QStringLiteral("c0ffee0000000000abcd"), QStringLiteral("31"), true,
    {QStringLiteral("192.0.2.7"), QStringLiteral("00:1A:2B:3C:4D:5E")}};

JsonObject json(const QByteArray &text)
{
    const auto read = JsonObject::parse(text);
    if (!read)
        qFatal("the test's own JSON is wrong");
    return *read;
}
} // namespace

class TestCodec : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void uploadsEveryField();
    void uploadsNoEmptyOption();
    void D1_uploadsTheMarginScheme();
    void D8_uploadsElementsAndPersons();
    void uploadsBatch();
    void derivesAreaFromTaxNumber();
    void asksAsPublished();
    void readsTaxpayer_data();
    void readsTaxpayer();
    void readsRisk();
    void readsRates();
    void readsMarginCodes();
    void readsClassification();
    void readsCredit();
    void readsValidity();
    void readsNumbers_data();
    void readsNumbers();
    void readsVerdicts();
    void refusesIncompleteAnswers();
    void findsProvincialAuthority();
};

void TestCodec::uploadsEveryField()
{
    // Field by field and in one fixed order: what the platform gets is what stands here.
    const QString expected = QStringLiteral(u"[{"
                                            u"\"fphm\":\"26314000000000000017\","
                                            u"\"lzfpbz\":\"0\","
                                            u"\"ptbh\":\"c0ffee0000000000abcd\","
                                            u"\"fppz\":\"01\","
                                            u"\"gmfzrrbz\":\"N\","
                                            u"\"qyDm\":\"31\","
                                            u"\"xsfnsrsbh\":\"91310000MA1K000017\","
                                            u"\"xsfmc\":\"上海青禾示例科技有限公司\","
                                            u"\"xsfdz\":\"上海市示例路1号\","
                                            u"\"xsfdh\":\"021-55550000\","
                                            u"\"xsfkhh\":\"示例银行\","
                                            u"\"xsfzh\":\"1001000000000000017\","
                                            u"\"gmfnsrsbh\":\"91110000MA00000013\","
                                            u"\"gmfmc\":\"北京远山\\\"示例\\\"有限公司\","
                                            u"\"gmfdz\":\"北京市示例街2号\","
                                            u"\"gmfdh\":\"010-55550000\","
                                            u"\"gmfkhh\":\"样例银行\","
                                            u"\"gmfzh\":\"2002\","
                                            u"\"hjje\":900.10,"
                                            u"\"hjse\":117.01,"
                                            u"\"jshj\":1017.11,"
                                            u"\"kpr\":\"李样例\","
                                            u"\"bz\":\"第一行\\n第二行 \","
                                            u"\"ip\":\"192.0.2.7\","
                                            u"\"macdz\":\"00:1A:2B:3C:4D:5E\","
                                            u"\"kprq\":\"2026-03-01 09:05:07\","
                                            u"\"sfzsxsfyhzhbq\":\"Y\","
                                            u"\"sfzsgmfyhzhbq\":\"N\","
                                            u"\"sfzsxsfdzdh\":\"N\","
                                            u"\"sfzsgmfdzdh\":\"Y\","
                                            u"\"skrxm\":\"王示例\","
                                            u"\"fhrxm\":\"赵样例\","
                                            u"\"fpkjfsDm\":\"5\","
                                            u"\"fpmxList\":[{"
                                            u"\"mxxh\":1,"
                                            u"\"xmmc\":\"键盘\","
                                            u"\"hwhyslwfwmc\":\"*计算机配套产品*键盘\","
                                            u"\"spfwjc\":\"计算机配套产品\","
                                            u"\"ggxh\":\"K-2\","
                                            u"\"dw\":\"把\","
                                            u"\"sl\":\"3\","
                                            u"\"dj\":\"333.3666666666667\","
                                            u"\"je\":1000.10,"
                                            u"\"slv\":0.13,"
                                            u"\"se\":130.01,"
                                            u"\"hsje\":1130.11,"
                                            u"\"sphfwssflhbbm\":\"1090511030000000000\","
                                            u"\"fphxz\":\"02\""
                                            u"},{"
                                            u"\"mxxh\":2,"
                                            u"\"xmmc\":\"键盘\","
                                            u"\"hwhyslwfwmc\":\"*计算机配套产品*键盘\","
                                            u"\"spfwjc\":\"计算机配套产品\","
                                            u"\"je\":-100.00,"
                                            u"\"slv\":0.13,"
                                            u"\"se\":-13.00,"
                                            u"\"hsje\":-113.00,"
                                            u"\"sphfwssflhbbm\":\"1090511030000000000\","
                                            u"\"fphxz\":\"01\""
                                            u"}]}]");
    QCOMPARE(QString::fromUtf8(uploadQuestion({specialInvoice()}, frame)), expected);
}

void TestCodec::uploadsNoEmptyOption()
{
    Invoice invoice;
    invoice.number = QStringLiteral("26314000000000000018");
    invoice.issuedAt = Clock::parseChinaTime(QStringLiteral("2026-03-01 09:05:07"));
    invoice.naturalPerson = true;
    invoice.seller.name = QStringLiteral(u"示例");
    invoice.seller.taxNumber = QStringLiteral("91310000MA1K000017");
    invoice.buyer.name = QStringLiteral(u"张样例");
    invoice.issuer = QStringLiteral(u"李样例");
    InvoiceLine exempt = line(1, LineNature::Normal, QStringLiteral(u"图书"), Money::fromFen(1), Money());
    exempt.rate = TaxRate();
    exempt.preference = Preference::Exempt;
    invoice.lines = {exempt};
    invoice.totals = {Money::fromFen(1), Money()};
    UploadFrame foreign = frame;
    foreign.selfUse = false;
    const QString expected = QStringLiteral(
        u"[{\"fphm\":\"26314000000000000018\",\"lzfpbz\":\"0\",\"ptbh\":\"c0ffee0000000000abcd\",\"fppz\":\"02\","
        u"\"gmfzrrbz\":\"Y\",\"qyDm\":\"31\",\"xsfnsrsbh\":\"91310000MA1K000017\",\"xsfmc\":\"示例\","
        u"\"gmfmc\":\"张样例（个人）\",\"hjje\":0.01,\"hjse\":0.00,\"jshj\":0.01,\"kpr\":\"李样例\",\"ip\":\"192.0.2."
        u"7\","
        u"\"macdz\":\"00:1A:2B:3C:4D:5E\",\"kprq\":\"2026-03-01 09:05:07\",\"sfzsxsfyhzhbq\":\"N\","
        u"\"sfzsgmfyhzhbq\":\"N\",\"sfzsxsfdzdh\":\"N\",\"sfzsgmfdzdh\":\"N\",\"fpkjfsDm\":\"4\",\"fpmxList\":[{"
        u"\"mxxh\":1,\"xmmc\":\"图书\",\"hwhyslwfwmc\":\"*计算机配套产品*图书\",\"spfwjc\":\"计算机配套产品\","
        u"\"je\":0.01,\"slv\":0,\"se\":0.00,\"hsje\":0.01,\"sphfwssflhbbm\":\"1090511030000000000\",\"fphxz\":\"00\","
        u"\"yhzcbs\":\"03\"}]}]");
    QCOMPARE(QString::fromUtf8(uploadQuestion({invoice}, foreign)), expected);
}

void TestCodec::D1_uploadsTheMarginScheme()
{
    Invoice invoice = specialInvoice();
    invoice.taxMode = TaxMode::MarginNet;
    invoice.lines.first().deduction = Money::fromFen(80'000);
    DeductionVoucher digital;
    digital.number = QStringLiteral("26432000001576189981");
    digital.date = QDate(2026, 2, 1);
    digital.total = Money::fromFen(90'000);
    digital.used = Money::fromFen(70'000);
    DeductionVoucher receipt;
    receipt.kind = VoucherKind::FiscalReceipt;
    receipt.number = QStringLiteral("CZ-1");
    receipt.total = receipt.used = Money::fromFen(10'000);
    receipt.remark = QStringLiteral(u"收据");
    invoice.vouchers = {digital, receipt};
    const QString sent = QString::fromUtf8(uploadQuestion({invoice}, frame));
    QVERIFY(sent.contains(QStringLiteral("\"cezslxDm\":\"02\"")));
    QVERIFY(sent.contains(QStringLiteral("\"kce\":800.00")));
    QVERIFY2(
        sent.contains(QStringLiteral(
            u"\"cekcList\":[{\"xh\":1,\"pzlx\":\"01\",\"fphm\":\"26432000001576189981\",\"kjrq\":\"2026-02-01\","
            u"\"pzhjje\":900.00,\"bckcje\":700.00},{\"xh\":2,\"pzlx\":\"05\",\"cepzhm\":\"CZ-1\",\"pzhjje\":100.00,"
            u"\"bckcje\":100.00,\"bz\":\"收据\"}]")),
        qPrintable(sent));
    invoice.taxMode = TaxMode::Reduced; // the platform knows it by the policy alone
    QVERIFY(!uploadQuestion({invoice}, frame).contains("cezslxDm"));
}

void TestCodec::D8_uploadsElementsAndPersons()
{
    Invoice invoice = specialInvoice();
    invoice.elements = {{QStringLiteral(u"合同号"), QStringLiteral(u"文本"), QStringLiteral("HT-1")},
        {QStringLiteral(u"批次"), {}, QStringLiteral(u"二")}};
    invoice.agent = {QStringLiteral(u"王样例"),
        {QStringLiteral("208"), QStringLiteral("E1"), QStringLiteral(u"日本国")}, QStringLiteral("T1"),
        QStringLiteral("139")};
    invoice.buyerDocument = {QStringLiteral("201"), QStringLiteral("N1"), QStringLiteral(u"科索沃")};
    invoice.refund = RefundClass::Gold;
    invoice.taxService = true;
    invoice.serviceAgreement = QStringLiteral("XY");
    invoice.businessType = QStringLiteral(u"零售"); // both stay here
    invoice.waiver = WaiverReason::OwnChoice;
    const QString sent = QString::fromUtf8(uploadQuestion({invoice}, frame));
    for (const QString &part :
        {QStringLiteral(u"\"fjysList\":[{\"fjysmc\":\"合同号\",\"fjyslx\":\"文本\",\"fjysz\":\"HT-1\"},"
                        u"{\"fjysmc\":\"批次\",\"fjysz\":\"二\"}]"),
            QStringLiteral(u"\"gmfjbr\":\"王样例\",\"jbrsfzjzlDm\":\"208\",\"jbrsfzjhm\":\"E1\",\"jbrgjhdqDm\":\"392\","
                           u"\"jbrnsrsbh\":\"T1\",\"gmfjbrlxdh\":\"139\""),
            QStringLiteral("\"zrrzjlxDm\":\"201\",\"zrrzjhm\":\"N1\",\"gmfjbr\""), // no code of that country is known
            QStringLiteral("\"zzsjzjtDm\":\"11\""), QStringLiteral("\"sfkjsszyfwfppm\":\"Y\",\"sszyfwxybh\":\"XY\"")})
        QVERIFY2(sent.contains(part), qPrintable(part));
    QVERIFY(!sent.contains(u"零售"));
}

void TestCodec::uploadsBatch()
{
    const QByteArray two = uploadQuestion({specialInvoice(), specialInvoice()}, frame);
    const QByteArray one = uploadQuestion({specialInvoice()}, frame);
    QCOMPARE(two, one.chopped(1) + ',' + one.mid(1));
    QVERIFY(!two.contains("\\u"));
}

void TestCodec::derivesAreaFromTaxNumber()
{
    QCOMPARE(areaCode(QStringLiteral("91310000MA1K000017")), QStringLiteral("31"));
    QCOMPARE(areaCode(QStringLiteral("110105000000001")), QStringLiteral("11"));
    QCOMPARE(areaCode(QStringLiteral("44052418800101001401")), QStringLiteral("44"));
    QCOMPARE(areaCode(QString()), QString());
}

void TestCodec::asksAsPublished()
{
    const QString tax = QStringLiteral("91310000000000000X");
    QCOMPARE(taxNumberQuestion(tax), QByteArray(R"({"nsrsbh":"91310000000000000X"})"));
    QCOMPARE(emptyQuestion(), QByteArray("{}"));
    QCOMPARE(classificationQuestion(tax, QString()), QByteArray(R"({"nsrsbh":"91310000000000000X","sjc":""})"));
    QCOMPARE(classificationQuestion(tax, QStringLiteral("20260301000000")),
        QByteArray(R"({"nsrsbh":"91310000000000000X","sjc":"20260301000000"})"));
    QCOMPARE(numbersQuestion(tax, 10, QStringLiteral(u"测试")),
        QByteArray("{\"nsrsbh\":\"91310000000000000X\",\"lysl\":10,\"ywlsh\":\"测试\"}"));
    QCOMPARE(creditMoveQuestion(tax, QStringLiteral("c0ffee"), {true, Money::fromFen(12'345'650), QStringLiteral("r")}),
        QByteArray(R"({"nsrsbh":"91310000000000000X","ptbh":"c0ffee","sqlx":"1","sqed":123456.50,"ywlsh":"r"})"));
    QVERIFY(creditMoveQuestion(tax, QString(), {}).contains(R"("sqlx":"0")"));
    QCOMPARE(extendCreditQuestion(tax, QDate(2026, 3, 31)),
        QByteArray(R"({"xsfnsrsbh":"91310000000000000X","sxedsq":"2026-03"})"));
    QCOMPARE(uploadResultQuestion(QStringLiteral("ab")), QByteArray(R"({"sllsh":"ab"})"));
}

void TestCodec::readsTaxpayer_data()
{
    QTest::addColumn<QByteArray>("answer");
    const QByteArray facts =
        "\"nsrsbh\":\"91310000000000000X\",\"nsrmc\":\"示例公司\",\"nsrlx\":\"2\",\"scjydz\":\"示例路\","
        "\"zcdlxdh\":\"021\",\"khhmc\":\"示例银行\",\"yhzh\":\"1001\",\"qxjswjgdm\":\"13101150000\","
        "\"nsrztdm\":\"03\"";
    QTest::newRow("nested") << QByteArray("{\"returncode\":\"00\",\"jcxx\":{" + facts + "},\"qyhyxzGrid\":[]}");
    QTest::newRow("flat") << QByteArray("{\"returncode\":\"00\"," + facts + "}");
}

void TestCodec::readsTaxpayer()
{
    QFETCH(QByteArray, answer);
    const auto taxpayer = taxpayerFrom(json(answer));
    QVERIFY(taxpayer.ok());
    const Party party{QStringLiteral(u"示例公司"), QStringLiteral("91310000000000000X"), QStringLiteral(u"示例路"),
        QStringLiteral("021"), QStringLiteral(u"示例银行"), QStringLiteral("1001")};
    QVERIFY(taxpayer->party == party);
    QCOMPARE(taxpayer->kind, TaxpayerKind::SmallScale);
    QCOMPARE(taxpayer->authority, QStringLiteral("13100000000"));
    QCOMPARE(taxpayer->stateCode, QStringLiteral("03"));
}

void TestCodec::readsRisk()
{
    const auto none = riskFrom(json(R"({"fxnsrlx":"","nsryjjb":"","fxnsrbz":"N"})"));
    QVERIFY(none.ok() && none->riskClass.isEmpty() && none->alert.isEmpty() && !none->marked);
    const auto high = riskFrom(json(R"({"fxnsrlx":"01","nsryjjb":"02","fxnsrbz":"Y"})"));
    QVERIFY(high.ok());
    QCOMPARE(high->riskClass, QStringLiteral("01"));
    QCOMPARE(high->alert, QStringLiteral("02"));
    QVERIFY(high->marked);
}

void TestCodec::readsRates()
{
    const QList<UsableRate> expected{{TaxRate::fromMillionths(130'000), false, QDate(2019, 4, 1), {}},
        {TaxRate::fromMillionths(15'000), true, QDate(2020, 1, 1), QDate(2027, 12, 31)},
        {TaxRate::fromMillionths(60'000), false, {}, QDate(2026, 6, 30)}};
    for (const char *list : {"slzslList", "szlist", "anything"}) {
        const auto rates =
            ratesFrom(json(R"({"returncode":"00","count":4,")" + QByteArray(list) +
                           R"(":[{"csxz":"1","slzsl":"0.130000","yslbz":"N","cszt":"0","yxqq":"2019-04-01"},
               {"csxz":"2","slzsl":0.015,"cszt":"0","yxqq":"2020-01-01","yxqz":"2027-12-31"},
               {"csxz":"1","slzsl":"0.06","cszt":"0","tyrq":"2026-06-30"},
               {"csxz":"1","slzsl":"0.17","cszt":"1"}]})"));
        QVERIFY(rates.ok());
        QCOMPARE(*rates, expected);
    }
    QVERIFY(!ratesFrom(json(R"({"slzslList":[{"slzsl":"13 per cent"}]})")).ok());
}

void TestCodec::readsMarginCodes()
{
    const auto codes = marginCodesFrom(json(R"({"returncode":"00","count":"2","cezsbmList":[
        {"sphfwssflhbbm":"3050000000000000000","sfkycekp":"Y","cekpsfkykzp":"N","qekpsfkykzp":"Y",
         "ybnsrsl":"9%","ybnsrzsl":"3%、5%","xgmnsrzsl":"3%、5%、无"},
        {"sphfwssflhbbm":"3060400000000000000"}]})"));
    QVERIFY(codes.ok());
    const auto rate = [](int percent) { return TaxRate::fromMillionths(percent * 10'000); };
    const QList<MarginCode> expected{
        {QStringLiteral("3050000000000000000"), true, false, true, {rate(9), rate(3), rate(5)}},
        {QStringLiteral("3060400000000000000"), false, false, false, {}}};
    QCOMPARE(*codes, expected);
    QVERIFY(marginCodesFrom(json(R"({"count":0})"))->isEmpty());
    QCOMPARE(marginCodesFrom(json(R"({"count":3})")).fault().kind, FaultKind::Uncertain);
    QCOMPARE(marginCodesFrom(json(R"({"cezsbmList":[{"sfkycekp":"Y"}]})")).fault().kind, FaultKind::Uncertain);
}

void TestCodec::readsClassification()
{
    const auto update = classificationFrom(json(
        "{\"sjc\":\"20260301120000\",\"count\":\"3\",\"ssbmList\":["
        "{\"sphfwssflhbbm\":\"1010101010000000000\",\"sphfwmc\":\"稻谷\",\"sphfwfljc\":\"谷物\",\"zzssl\":\"9%、13%\","
        "\"sm\":\"说明\",\"sfhzx\":\"N\"},"
        "{\"sphfwssflhbbm\":\"1010000000000000000\",\"sphfwmc\":\"农产品\",\"sfhzx\":\"Y\"},"
        "{\"sphfwssflhbbm\":\"1010101020000000000\",\"sphfwmc\":\"旧\",\"sfhzx\":\"N\",\"tyrq\":\"2026-02-28\"},"
        "{\"sphfwssflhbbm\":\"1010101030000000000\",\"sphfwmc\":\"将停\",\"sfhzx\":\"N\",\"tyrq\":\"2026-12-31\"}]}"));
    QVERIFY(update.ok());
    QCOMPARE(update->mark, QStringLiteral("20260301120000"));
    QCOMPARE(update->rows.size(), 4);
    const Classification &rice = update->rows.at(0);
    QCOMPARE(rice.code, QStringLiteral("1010101010000000000"));
    QCOMPARE(rice.name, QStringLiteral(u"稻谷"));
    QCOMPARE(rice.shortName, QStringLiteral(u"谷物"));
    QCOMPARE(rice.rates, QStringLiteral(u"9%、13%"));
    QCOMPARE(rice.description, QStringLiteral(u"说明"));
    QVERIFY(!rice.summary);
    QVERIFY(update->rows.at(1).summary);
    QVERIFY(update->rows.at(2).summary);
    QVERIFY(!update->rows.at(3).summary);

    const auto nothingNew = classificationFrom(json(R"({"sjc":"20260301120000","count":"0"})"));
    QVERIFY(nothingNew.ok() && nothingNew->rows.isEmpty());
    QVERIFY(!classificationFrom(json(R"({"sjc":"20260301120000","count":"3"})")).ok());
    QVERIFY(!classificationFrom(json(R"({"ssbmList":[]})")).ok());
}

void TestCodec::readsCredit()
{
    const auto strings = creditFrom(json(
        R"({"ztsxbz":"N","bysxed":"750000.00","kysyed":"650000.10","yxzed":"100000","yxzwsyed":"0.05","sq":"202603"})"));
    QVERIFY(strings.ok());
    QVERIFY(!strings->suspended);
    QCOMPARE(strings->total, Money::fromFen(75'000'000));
    QCOMPARE(strings->available, Money::fromFen(65'000'010));
    QCOMPARE(strings->downloaded, Money::fromFen(10'000'000));
    QCOMPARE(strings->unused, Money::fromFen(5));
    QCOMPARE(strings->month, QStringLiteral("202603"));
    const auto onDemand = creditFrom(json(
        R"({"ztsxbz":"Y","bysxed":9999999999999999,"kysyed":9999999999999999,"yxzed":0,"yxzwsyed":-1.5,"sq":"2026-03"})"));
    QVERIFY(onDemand.ok());
    QVERIFY(onDemand->suspended);
    QCOMPARE(onDemand->total, Money::fromFen(999'999'999'999'999'900));
    QCOMPARE(onDemand->unused, Money::fromFen(-150));
    QCOMPARE(onDemand->month, QStringLiteral("202603"));
}

void TestCodec::readsValidity()
{
    const auto validity = validityFrom(json(R"({"syqjq":"20260301","syqjz":"2026-03-31"})"), false);
    QVERIFY(validity.ok());
    QCOMPARE(validity->from, QDate(2026, 3, 1));
    QCOMPARE(validity->to, QDate(2026, 3, 31));
    QVERIFY(validityFrom(json(R"({"returncode":"00"})"), true).ok());
    QVERIFY(!validityFrom(json(R"({"returncode":"00"})"), false).ok());
}

void TestCodec::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("good");
    QTest::newRow("strings") << QByteArray(
                                    R"({"fpqshm":"26314000000000000001","fpzzhm":"26314000000000000010","lysl":"10"})")
                             << true;
    QTest::newRow("numbers") << QByteArray(R"({"fpqshm":26314000000000000001,"fpzzhm":26314000000000000010,"lysl":10})")
                             << true;
    QTest::newRow("one") << QByteArray(R"({"fpqshm":"26314000000000000001","fpzzhm":"26314000000000000001","lysl":1})")
                         << true;
    QTest::newRow("count is not the range")
        << QByteArray(R"({"fpqshm":"26314000000000000001","fpzzhm":"26314000000000000010","lysl":"11"})") << false;
    QTest::newRow("backwards")
        << QByteArray(R"({"fpqshm":"26314000000000000010","fpzzhm":"26314000000000000001","lysl":"10"})") << false;
    QTest::newRow("19 digits") << QByteArray(
                                      R"({"fpqshm":"2631400000000000001","fpzzhm":"2631400000000000001","lysl":"1"})")
                               << false;
    QTest::newRow("letters") << QByteArray(
                                    R"({"fpqshm":"2631400000000000000A","fpzzhm":"2631400000000000000A","lysl":"1"})")
                             << false;
}

void TestCodec::readsNumbers()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, good);
    const auto range = numbersFrom(json(answer));
    QCOMPARE(range.ok(), good);
    if (good) {
        QCOMPARE(range->first, QStringLiteral("26314000000000000001"));
        QCOMPARE(range->last.right(2).toInt(), range->count);
    }
}

void TestCodec::readsVerdicts()
{
    using Kind = UploadVerdict::Kind;
    const auto verdicts = verdictsFrom(
        json("{\"resultList\":["
             "{\"fphm\":\"1\",\"status\":\"00\",\"message\":\"\"},{\"fphm\":\"2\",\"status\":\"01\"},"
             "{\"fphm\":\"3\",\"status\":\"02\",\"message\":\"税率有误\"},{\"fphm\":\"4\",\"status\":\"03\"},"
             "{\"fphm\":\"5\",\"Code\":\"NORESULT\",\"message\":\"无结果\"},{\"fphm\":\"6\",\"status\":\"77\"}]}"));
    QVERIFY(verdicts.ok());
    const QList<Kind> kinds{
        Kind::Accepted, Kind::Processing, Kind::Failed, Kind::Duplicate, Kind::NoResult, Kind::NoResult};
    QCOMPARE(verdicts->size(), kinds.size());
    for (qsizetype i = 0; i < kinds.size(); ++i) {
        QCOMPARE(verdicts->at(i).number, QString::number(i + 1));
        QCOMPARE(verdicts->at(i).kind, kinds.at(i));
    }
    QCOMPARE(verdicts->at(2).message, QStringLiteral(u"税率有误"));
    QCOMPARE(verdicts->at(4).message, QStringLiteral(u"无结果"));
}

void TestCodec::refusesIncompleteAnswers()
{
    const JsonObject empty = json(R"({"returncode":"00"})");
    QCOMPARE(taxpayerFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(riskFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(ratesFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(classificationFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(creditFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(validityFrom(empty, false).fault().kind, FaultKind::Uncertain);
    QCOMPARE(numbersFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(receiptFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(verdictsFrom(empty).fault().kind, FaultKind::Uncertain);
    QCOMPARE(verdictsFrom(json(R"({"resultList":[{"status":"00"}]})")).fault().kind, FaultKind::Uncertain);
    QCOMPARE(taxpayerFrom(json(R"({"nsrsbh":"1","nsrmc":"a","nsrlx":"9"})")).fault().kind, FaultKind::Uncertain);
}

void TestCodec::findsProvincialAuthority()
{
    QCOMPARE(provincialAuthority(QStringLiteral("13101150000")), QStringLiteral("13100000000"));
    QCOMPARE(provincialAuthority(QStringLiteral("13302030000")), QStringLiteral("13302000000")); // 宁波
    QCOMPARE(provincialAuthority(QStringLiteral("13301060000")), QStringLiteral("13300000000"));
    QCOMPARE(provincialAuthority(QStringLiteral("131")), QString());
}

QTEST_GUILESS_MAIN(TestCodec)
#include "tst_codec.moc"
