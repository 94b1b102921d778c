// SPDX-License-Identifier: GPL-3.0-or-later
// Confirmation forms and red invoices as they go over the wire, member by member.
#include "core/base/clock.h"
#include "core/net/leqi/red.h"
#include "core/net/leqi/upload.h"

#include <QTest>

using namespace kp;
using namespace kp::leqi;
using namespace Qt::StringLiterals;

namespace
{
RedForm sampleForm()
{
    RedForm form;
    form.number = u"11010126110000000001"_s;
    form.uuid = u"0123456789abcdef0123456789abcdef"_s;
    form.enteredBy = Side::Buyer;
    form.seller = {u"演练云杉科技有限公司"_s, u"91110000YL0000012K"_s, {}, {}, {}, {}};
    form.buyer = {u"演练海棠商贸有限公司"_s, u"91310000YL0000020U"_s, {}, {}, {}, {}};
    form.blueNumber = u"26114000000000000017"_s;
    form.blueIssuedAt = Clock::parseChinaTime(u"2026-11-03 09:05:07"_s);
    form.blueTotals = {Money::fromFen(33'330), Money::fromFen(4'333)};
    form.kind = InvoiceKind::Special;
    form.reason = RedReason::GoodsReturned;
    form.totals = {Money::fromFen(-9'999), Money::fromFen(-1'300)};
    RedFormLine line;
    line.number = 1;
    line.blueLine = 2;
    line.item = u"键盘"_s;
    line.classification = u"1090511030000000000"_s;
    line.shortName = u"计算机配套产品"_s;
    line.unit = u"把"_s;
    line.quantity = Decimal(-3);
    line.price = Decimal::parse(u"33.33");
    line.net = Money::fromFen(-9'999);
    line.rate = TaxRate::fromMillionths(130'000);
    line.tax = Money::fromFen(-1'300);
    form.lines = {line};
    return form;
}

const QByteArray headJson =
    R"("uuid":"0123456789abcdef0123456789abcdef","hzfpxxqrdbh":"11010126110000000001","lrfsf":"1",)"
    R"("xsfnsrsbh":"91110000YL0000012K","xsfmc":"演练云杉科技有限公司","gmfnsrsbh":"91310000YL0000020U",)"
    R"("gmfmc":"演练海棠商贸有限公司","lzfphm":"26114000000000000017","lzkprq":"2026-11-03 09:05:07",)"
    R"("lzhjje":"333.30","lzhjse":43.33,"lzfppzDm":"01","hzcxje":"-99.99","hzcxse":"-13.00","chyyDm":"02",)"
    R"("hzqrxxztDm":"03","lrrq":"2026-11-05 10:00:00","qrrq":"","ykjhzfpbz":"N","yxbz":"Y")";
const QByteArray linesJson =
    R"("hzqrdmxList":[{"lzmxxh":"2","xh":1,"sphfwssflhbbm":"1090511030000000000","spfwjc":"计算机配套产品",)"
    R"("xmmc":"键盘","dw":"把","fpspdj":"33.33","fpspsl":"-3","je":"-99.99","sl1":"0.13","se":"-13.00"}])";

JsonObject json(const QByteArray &text)
{
    const auto read = JsonObject::parse(text);
    if (!read)
        qFatal("the test's own JSON is wrong");
    return *read;
}
} // namespace

class TestCodecRed : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void E2_appliesWithEveryMember();
    void E3_answersInThreeWays();
    void E1_asksForAListAsEitherSide();
    void E1_readsAPage();
    void E5_readsAFormWithItsLines();
    void unreadableForms_data();
    void unreadableForms();
    void E2_readsTheUseOfAnInvoice();
    void E4_uploadsARedInvoice();
};

void TestCodecRed::E2_appliesWithEveryMember()
{
    QCOMPARE(QString::fromUtf8(redApplyQuestion(sampleForm())),
        uR"({"lrfsf":"1","xsfnsrsbh":"91110000YL0000012K","xsfmc":"演练云杉科技有限公司",)"
        uR"("gmfnsrsbh":"91310000YL0000020U","gmfmc":"演练海棠商贸有限公司","lzfphm":"26114000000000000017",)"
        uR"("sfzzfpbz":"N","lzkprq":"2026-11-03 09:05:07","lzhjje":333.30,"lzhjse":43.33,"lzfppzDm":"01",)"
        uR"("hzcxje":-99.99,"hzcxse":-13.00,"chyyDm":"02","hzqrdmxList":[{"lzmxxh":2,"xh":1,)"
        uR"("sphfwssflhbbm":"1090511030000000000","hwhyslwfwmc":"*计算机配套产品*键盘","spfwjc":"计算机配套产品",)"
        uR"("xmmc":"键盘","dw":"把","fpspdj":"33.33","fpspsl":"-3","je":-99.99,"sl1":0.13,"se":-13.00}]})"_s);
}

void TestCodecRed::E3_answersInThreeWays()
{
    const std::pair<RedAnswer, QString> ways[] = {
        {RedAnswer::Agree, u"Y"_s}, {RedAnswer::Refuse, u"N"_s}, {RedAnswer::Withdraw, u"C"_s}};
    for (const auto &[answer, word] : ways)
        QCOMPARE(QString::fromUtf8(redAnswerQuestion(sampleForm(), answer)),
            uR"({"xsfnsrsbh":"91110000YL0000012K","uuid":"0123456789abcdef0123456789abcdef",)"
            uR"("hzqrdbh":"11010126110000000001","qrlx":"%1"})"_s.arg(word));
    const auto at = redAnsweredFrom(json(R"({"qrrq":"2026-11-06 08:00:01"})"));
    QVERIFY(at.ok());
    QCOMPARE(*at, Clock::parseChinaTime(u"2026-11-06 08:00:01"_s));
    QVERIFY(!redAnsweredFrom(json("{}")).ok());
}

void TestCodecRed::E1_asksForAListAsEitherSide()
{
    RedFormFilter filter;
    filter.partyName = u"演练海棠商贸有限公司"_s;
    QCOMPARE(QString::fromUtf8(redListQuestion(u"91310000YL0000020U"_s, filter)),
        uR"({"yhjslx":"0","xsfnsrsbh":"91310000YL0000020U","xsfmc":"演练海棠商贸有限公司","pageNumber":1,"pageSize":100})"_s);
    filter.side = Side::Buyer;
    filter.enteredBy = Side::Seller;
    filter.enteredFrom = QDate(2026, 11, 1);
    filter.enteredTo = QDate(2026, 11, 30);
    filter.blueNumber = u"26114000000000000017"_s;
    filter.state = RedFormState::AwaitsBuyer;
    filter.kind = InvoiceKind::Ordinary;
    filter.page = 3;
    QCOMPARE(QString::fromUtf8(redListQuestion(u"91310000YL0000020U"_s, filter)),
        uR"({"yhjslx":"1","gmfnsrsbh":"91310000YL0000020U","gmfmc":"演练海棠商贸有限公司","lrfsf":"0",)"
        uR"("lrrqq":"2026-11-01","lrrqz":"2026-11-30","lzfphm":"26114000000000000017","hzqrxxztDm":"02",)"
        uR"("fppzDm":"02","pageNumber":3,"pageSize":100})"_s);
}

void TestCodecRed::E1_readsAPage()
{
    const auto page = redPageFrom(
        json(R"({"hzqrxxList":{"pageNumber":"2","pageSize":"1","total":"7","list":[{)" + headJson + "}]}}"));
    QVERIFY(page.ok());
    QCOMPARE(page->page, 2);
    QCOMPARE(page->total, 7);
    RedForm expected = sampleForm();
    expected.lines.clear();
    expected.state = RedFormState::AwaitsSeller;
    expected.enteredAt = Clock::parseChinaTime(u"2026-11-05 10:00:00"_s);
    QCOMPARE(page->forms, QList<RedForm>{expected});
    QCOMPARE(page->rows, 1);
    QByteArray vehicle = headJson;
    vehicle.replace(R"("lzfppzDm":"01")", R"("lzfppzDm":"03")");
    QByteArray older = headJson;
    older.replace(R"("lzfphm":"26114000000000000017")", R"("lzfpdm":"011002000111","lzfphm":"12345678")");
    const auto mixed = redPageFrom(json(R"({"hzqrxxList":{"total":"2","list":[{)" + vehicle + "},{" + older + "}]}}"));
    QVERIFY(mixed.ok());
    QCOMPARE(mixed->rows, 2);
    QCOMPARE(mixed->forms.size(), 1);
    QCOMPARE(mixed->forms.first().blueNumber, u"01100200011112345678"_s);
    const auto none = redPageFrom(json(R"({"hzqrxxList":{"pageNumber":1,"pageSize":100,"total":0}})"));
    QVERIFY(none.ok() && none->forms.isEmpty());
    QVERIFY(!redPageFrom(json("{}")).ok());
}

void TestCodecRed::E5_readsAFormWithItsLines()
{
    const auto form = redFormFrom(json("{" + headJson + R"(,"cezslxDm":"",)" + linesJson + "}"));
    QVERIFY2(form.ok(), form.ok() ? "" : qPrintable(form.fault().detail));
    RedForm expected = sampleForm();
    expected.state = RedFormState::AwaitsSeller;
    expected.enteredAt = Clock::parseChinaTime(u"2026-11-05 10:00:00"_s);
    QCOMPARE(*form, expected);
    QByteArray issued = headJson;
    issued.replace(
        R"("ykjhzfpbz":"N")", R"("ykjhzfpbz":"Y","hzfphm":"26114000000000000099","hzkprq":"2026-11-07 07:07:07")");
    QByteArray taken = headJson;
    taken.replace(R"("yxbz":"Y")", R"("yxbz":"N")").replace("2026-11-05 10:00:00", "2026-11-05");
    const auto invalid = redFormFrom(json("{" + taken + "," + linesJson + "}"));
    QVERIFY(invalid.ok() && !invalid->valid);
    QCOMPARE(invalid->enteredAt, Clock::parseChinaTime(u"2026-11-05 00:00:00"_s));
    const auto withRed = redFormFrom(json("{" + issued + "," + linesJson + "}"));
    QVERIFY(withRed.ok());
    QCOMPARE(withRed->redNumber, u"26114000000000000099"_s);
    QCOMPARE(withRed->redIssuedAt, Clock::parseChinaTime(u"2026-11-07 07:07:07"_s));
}

void TestCodecRed::unreadableForms_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) {
        QTest::newRow(name) << from << to;
    };
    row("unknown state", R"("hzqrxxztDm":"03")", R"("hzqrxxztDm":"99")");
    row("no uuid", R"("uuid":"0123456789abcdef0123456789abcdef")", R"("uuid":"")");
    row("no time", R"("lrrq":"2026-11-05 10:00:00")", R"("lrrq":"yesterday")");
    row("an amount that is none", R"("hzcxje":"-99.99")", R"("hzcxje":"-99.999")");
    row("issued without a number", R"("ykjhzfpbz":"N")", R"("ykjhzfpbz":"Y")");
    row("lines that do not add up", R"("je":"-99.99")", R"("je":"-99.98")");
    row("a quantity that is none", R"("fpspsl":"-3")", R"("fpspsl":"three")");
    row("no rate", R"("sl1":"0.13")", R"("sl1":"")");
}

void TestCodecRed::unreadableForms()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    QByteArray text = "{" + headJson + "," + linesJson + "}";
    QVERIFY(text.contains(from));
    const auto form = redFormFrom(json(text.replace(from, to)));
    QVERIFY(!form.ok());
    QCOMPARE(form.fault().kind, FaultKind::Uncertain);
}

void TestCodecRed::E2_readsTheUseOfAnInvoice()
{
    QCOMPARE(QString::fromUtf8(invoiceUseQuestion(InvoiceKind::Special, u"26114000000000000017"_s, QDate(2026, 11, 3))),
        uR"({"fplx":"81","fphm":"26114000000000000017","kprq":"20261103"})"_s);
    const auto use = invoiceUseFrom(json(
        R"({"fphm":"26114000000000000017","fpyt":"1","rzzt":"02","xfsyt":"00","fpzt":"0","ycpzzt":"01","hzsdbs":"Y"})"));
    QVERIFY(use.ok());
    QCOMPARE(*use, (InvoiceUse{u"1"_s, u"02"_s, u"00"_s, u"0"_s, u"01"_s, true}));
    QVERIFY(!invoiceUseFrom(json(R"({"fphm":"26114000000000000017"})")).ok());
}

void TestCodecRed::E4_uploadsARedInvoice()
{
    const RedForm form = sampleForm();
    Invoice red;
    red.kind = form.kind;
    red.number = u"26114000000000000099"_s;
    red.issuedAt = Clock::parseChinaTime(u"2026-11-07 07:07:07"_s);
    red.seller = form.seller;
    red.buyer = form.buyer;
    red.issuer = u"李样例"_s;
    red.totals = form.totals;
    red.reversal = {form.blueNumber, form.number, form.uuid};
    InvoiceLine line;
    line.number = 1;
    line.blueLine = 2;
    line.item = u"键盘"_s;
    line.quantity = Decimal(-3);
    line.price = Decimal::parse(u"33.33");
    line.net = Money::fromFen(-9'999);
    line.rate = TaxRate::fromMillionths(130'000);
    line.tax = Money::fromFen(-1'300);
    red.lines = {line};
    const QString sent = QString::fromUtf8(uploadQuestion({red}, {u"c0ffee0000000000abcd"_s, u"11"_s, true, {}}));
    QVERIFY(sent.contains(uR"("lzfpbz":"1")"_s));
    QVERIFY(sent.contains(uR"("dylzfphm":"26114000000000000017","hzqrxxdbh":"11010126110000000001",)"
                          uR"("hzqrduuid":"0123456789abcdef0123456789abcdef")"_s));
    QVERIFY(sent.contains(uR"("mxxh":1,"dylzfpmxxh":2,)"_s));
    QVERIFY(sent.contains(uR"("sl":"-3","dj":"33.33","je":-99.99,"slv":0.13,"se":-13.00,"hsje":-112.99)"_s));
    QVERIFY(!sent.contains(u"cekcList"_s));
}

QTEST_GUILESS_MAIN(TestCodecRed)
#include "tst_codec_red.moc"
