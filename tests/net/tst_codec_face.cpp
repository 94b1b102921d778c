// SPDX-License-Identifier: GPL-3.0-or-later
// 发票查验 as it goes over the wire: the question, the container, and the face in it, also damaged and hostile.
#include "core/base/clock.h"
#include "core/net/leqi/face.h"
#include "core/net/leqi/packed.h"

#include <QTest>
#include <QtEndian>

#include <zip.h>
#include <zlib.h>

using namespace kp;
using namespace kp::leqi;
using namespace Qt::StringLiterals;

namespace
{
using Entries = QList<QPair<QByteArray, QByteArray>>;

/// An archive as another program writes it.
QByteArray zipped(const Entries &entries, bool encrypted = false)
{
    zip_error_t error;
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    for (const auto &[name, content] : entries) {
        const zip_int64_t at = zip_file_add(archive, name.constData(),
            zip_source_buffer(archive, content.constData(), static_cast<zip_uint64_t>(content.size()), 0), 0);
        if (encrypted)
            zip_file_set_encryption(archive, static_cast<zip_uint64_t>(at), ZIP_EM_AES_256, "secret");
    }
    if (zip_close(archive) != 0)
        qFatal("the test's archive can not be made");
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    QByteArray out(static_cast<qsizetype>(stat.size), '\0');
    zip_source_open(target);
    zip_source_read(target, out.data(), stat.size);
    zip_source_close(target);
    zip_source_free(target);
    return out;
}

QByteArray gzipped(const QByteArray &plain)
{
    const QByteArray stream = qCompress(plain); // four bytes of length, two of head; four of checksum at the end
    QByteArray end(8, '\0');
    qToLittleEndian(static_cast<quint32>(
                        crc32(0, reinterpret_cast<const Bytef *>(plain.constData()), static_cast<uInt>(plain.size()))),
        end.data());
    qToLittleEndian(static_cast<quint32>(plain.size()), end.data() + 4);
    return QByteArray("\x1f\x8b\x08\0\0\0\0\0\0\3", 10) + stream.mid(6).chopped(4) + end;
}

const QByteArray faceText =
    R"({"fphm":"26114000000000000017","kprq":"2026-11-03 09:05:07","fppzDm":"01","sflzfp":"Y","kjhzfpdydlzfphm":"",)"
    R"("xsfnsrsbh":"91110000YL0000012K","xsfmc":"演练云杉科技有限公司","xhfdz":"北京","xsfdh":"010","xsfkhh":"银行",)"
    R"("xsfzh":"1","gmfnsrsbh":"91310000YL0000020U","gmfmc":"演练海棠商贸有限公司","gmfdz":"上海","hjje":"433.30",)"
    R"("hjse":"51.33","jshj":484.63,"kpr":"李样例","bz":"备注","skrxm":"收","fhrxm":"复","zzsjzjtDm":"01",)"
    R"("fjysxx":{"fjysList":[{"sjlx":"文本","fjysKey":"合同号","fjysValue":"HT-1"}]},"hwxx":[)"
    R"({"xh":"1","xmmc":"键盘","spfwjc":"计算机配套产品","hwhyslwfwmc":"*计算机配套产品*键盘",)"
    R"("sphfwssflhbbm":"1090511030000000000","ggxh":"K1","dw":"把","fpjysl":"10","fpjydj":"33.33","slv":"0.13",)"
    R"("se":"43.33","je":"333.30","kce":""},)"
    R"({"xh":2,"xmmc":"软件开发","spfwjc":"研发和技术服务","sphfwssflhbbm":"3040201010000000000","fpjysl":"","fpjydj":"0",)"
    R"("slv":"0.08","se":"8.00","je":"100.00"}]})";

const BlueReference asked{u"26114000000000000017"_s, InvoiceKind::Special, QDate(2026, 11, 3), Money::fromFen(484'63)};

JsonObject answerWith(const QByteArray &packed)
{
    const auto read = JsonObject::parse(R"({"returncode":"00","cyjgxx":")" + packed.toBase64() + R"("})");
    if (!read)
        qFatal("the test's own JSON is wrong");
    return *read;
}

Result<Invoice> verified(const QByteArray &face, const BlueReference &reference = asked)
{
    return verifiedFrom(answerWith(zipped({{"1.json", face}})), reference);
}

QByteArray changed(QByteArray face, const QByteArray &from, const QByteArray &to)
{
    if (!face.contains(from))
        qFatal("the test changes what is not there");
    return face.replace(from, to);
}
} // namespace

class TestCodecFace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void asksWithTheGrossAmount();
    void readsAFace();
    void readsEveryContainer();
    void refusesContainers_data();
    void refusesContainers();
    void refusesFaces_data();
    void refusesFaces();
    void readsDiscountsAndModes();
    void readsARedInvoice();
};

void TestCodecFace::asksWithTheGrossAmount()
{
    QCOMPARE(QString::fromUtf8(verifyQuestion(asked, u"91310000YL0000020U"_s)),
        uR"({"fplx":"81","fphm":"26114000000000000017","kprq":"20261103","kpje":484.63,"nsrsbh":"91310000YL0000020U"})"_s);
    BlueReference ordinary = asked;
    ordinary.kind = InvoiceKind::Ordinary;
    QVERIFY(verifyQuestion(ordinary, u"1"_s).contains(R"("fplx":"82")"));
}

void TestCodecFace::readsAFace()
{
    const auto invoice = verified(faceText);
    QVERIFY2(invoice.ok(), invoice.ok() ? "" : qPrintable(invoice.fault().detail));
    Invoice expected;
    expected.number = asked.number;
    expected.kind = InvoiceKind::Special;
    expected.issuedAt = Clock::parseChinaTime(u"2026-11-03 09:05:07"_s);
    expected.state = InvoiceState::Issued;
    expected.seller = {u"演练云杉科技有限公司"_s, u"91110000YL0000012K"_s, u"北京"_s, u"010"_s, u"银行"_s, u"1"_s};
    expected.buyer = {u"演练海棠商贸有限公司"_s, u"91310000YL0000020U"_s, u"上海"_s, {}, {}, {}};
    expected.totals = {Money::fromFen(433'30), Money::fromFen(51'33)};
    expected.issuer = u"李样例"_s;
    expected.payee = u"收"_s;
    expected.reviewer = u"复"_s;
    expected.remark = u"备注"_s;
    expected.refund = RefundClass::Software;
    expected.elements = {{u"合同号"_s, u"文本"_s, u"HT-1"_s}};
    InvoiceLine goods;
    goods.number = 1;
    goods.item = u"键盘"_s;
    goods.classification = u"1090511030000000000"_s;
    goods.shortName = u"计算机配套产品"_s;
    goods.spec = u"K1"_s;
    goods.unit = u"把"_s;
    goods.quantity = Decimal(10);
    goods.price = Decimal::parse(u"33.33");
    goods.net = Money::fromFen(333'30);
    goods.rate = TaxRate::fromMillionths(130'000);
    goods.tax = Money::fromFen(43'33);
    InvoiceLine service;
    service.number = 2;
    service.item = u"软件开发"_s;
    service.classification = u"3040201010000000000"_s;
    service.shortName = u"研发和技术服务"_s;
    service.net = Money::fromFen(100'00);
    service.rate = TaxRate::fromMillionths(80'000);
    service.tax = Money::fromFen(8'00);
    expected.lines = {goods, service};
    QCOMPARE(*invoice, expected);
    // The kind may come as the question has it.
    QVERIFY(verified(changed(faceText, R"("fppzDm":"01")", R"("fppzDm":"81")")).ok());
}

void TestCodecFace::readsEveryContainer()
{
    const QByteArray zip = zipped({{"1.json", faceText}});
    const QString base64 = QString::fromLatin1(zip.toBase64());
    QString broken;
    for (qsizetype at = 0; at < base64.size(); at += 60)
        broken += base64.mid(at, 60) + u"\r\n"_s;
    for (const QString &member : {base64, broken, QString::fromLatin1(zipped({{"data/x", faceText}}).toBase64()),
             QString::fromLatin1(gzipped(faceText).toBase64()),
             QString::fromLatin1(zipped({{"1.json", "\xEF\xBB\xBF" + faceText}}).toBase64())}) {
        const auto json = unpacked(member);
        QVERIFY2(json.ok(), json.ok() ? "" : qPrintable(json.fault().detail));
        QCOMPARE(json->text("fphm"), asked.number);
    }
}

void TestCodecFace::refusesContainers_data()
{
    QTest::addColumn<QByteArray>("packed");
    const QByteArray good = zipped({{"1.json", faceText}});
    const QByteArray huge = QByteArray(33 << 20, ' ') + "{}";
    QTest::newRow("nothing") << QByteArray("");
    QTest::newRow("text") << faceText;
    QTest::newRow("an archive of nothing") << QByteArray("PK\x05\x06") + QByteArray(18, '\0');
    QTest::newRow("its first half") << good.left(good.size() / 2);
    QTest::newRow("its head alone") << QByteArray("PK\x03\x04");
    QTest::newRow("two entries") << zipped({{"1.json", faceText}, {"2.json", faceText}});
    QTest::newRow("encrypted") << zipped({{"1.json", faceText}}, true);
    QTest::newRow("no JSON") << zipped({{"1.json", "<xml/>"}});
    QTest::newRow("an array") << zipped({{"1.json", "[]"}});
    QTest::newRow("a number") << zipped({{"1.json", "7"}});
    QTest::newRow("not UTF-8") << zipped({{"1.json", "{\"a\":\"\xFF\"}"}});
    QTest::newRow("an empty entry") << zipped({{"1.json", ""}});
    QTest::newRow("a bomb") << zipped({{"1.json", huge}});
    QTest::newRow("a bomb in gzip") << gzipped(huge);
    QTest::newRow("half of gzip") << gzipped(faceText).chopped(12);

    const qsizetype directory = good.indexOf("PK\x01\x02");
    QByteArray damaged = good;
    damaged[qsizetype{60}] = static_cast<char>(~damaged.at(60)); // within what is packed
    QTest::newRow("a damaged entry") << damaged;
    for (const auto &[name, size] : {std::pair{"smaller than it says", quint32(faceText.size() + 5)},
             {"larger than it says", quint32{5}}, {"says four gigabytes", quint32{0xFFFF'FFF0}}}) {
        QByteArray lying = good;
        qToLittleEndian(size, lying.data() + directory + 24); // unpacked size in the directory
        QTest::newRow(name) << lying;
    }
    QByteArray method = good;
    method[directory + 10] = 12; // bzip2
    QTest::newRow("another method") << method;
}

void TestCodecFace::refusesContainers()
{
    QFETCH(const QByteArray, packed);
    const auto read = unpacked(QString::fromLatin1(packed.toBase64()));
    QVERIFY(!read.ok());
    QCOMPARE(read.fault().kind, FaultKind::Uncertain);
    QVERIFY(!unpacked(u"%%"_s + QString::fromLatin1(packed.toBase64())).ok());
}

void TestCodecFace::refusesFaces_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to) {
        QTest::newRow(name) << from << to;
    };
    row("another invoice", R"("fphm":"26114000000000000017")", R"("fphm":"26114000000000000018")");
    row("another kind", R"("fppzDm":"01")", R"("fppzDm":"02")");
    row("no kind", R"("fppzDm":"01")", R"("fppzDm":null)");
    row("another day", "2026-11-03 09:05:07", "2026-11-04 09:05:07");
    row("a day without its time", "2026-11-03 09:05:07", "2026-11-03");
    row("another amount", R"("jshj":484.63)", R"("jshj":484.62)");
    row("totals that do not add up", R"("hjse":"51.33")", R"("hjse":"51.34")");
    row("lines that do not add up", R"("je":"100.00")", R"("je":"100.01")");
    row("an amount that is none", R"("je":"100.00")", R"("je":"1e2x")");
    row("an amount beyond all invoices", R"("je":"100.00")", R"("je":"99999999999999.00")");
    row("a number as an object", R"("je":"100.00")", R"("je":{"a":1})");
    const QByteArray lines = faceText.mid(faceText.indexOf(R"("hwxx")"));
    row("no lines", lines, R"("hwxx":[]})");
    row("lines as text", lines, R"("hwxx":"none"})");
    row("a line that is none", faceText.mid(faceText.indexOf(R"({"xh":2)")), "7]}");
    row("one number twice", R"("xh":2)", R"("xh":1)");
    row("a number below one", R"("xh":2)", R"("xh":0)");
    row("no item", R"("xmmc":"软件开发")", R"("xmmc":"")");
    row("no rate", R"("slv":"0.08")", R"("slv":"")");
    row("a rate of 1300 %", R"("slv":"0.08")", R"("slv":"13")");
    row("a quantity without a price", R"("fpjydj":"33.33")", R"("fpjydj":"")");
    row("a quantity that is none", R"("fpjysl":"10")", R"("fpjysl":"ten")");
    row("a deduction that is none", R"("kce":"")", R"("kce":"some")");
    row("no seller", R"("xsfnsrsbh":"91110000YL0000012K")", R"("xsfnsrsbh":[])");
    row("no buyer", R"("gmfmc":"演练海棠商贸有限公司")", R"("gmfmc":"")");
    row("neither blue nor red", R"("sflzfp":"Y")", R"("sflzfp":"")");
    row("red of no blue one", R"("sflzfp":"Y")", R"("sflzfp":"N")");
    row("blue with a blue one", R"("kjhzfpdydlzfphm":"")", R"("kjhzfpdydlzfphm":"26114000000000000001")");
}

void TestCodecFace::refusesFaces()
{
    QFETCH(const QByteArray, from);
    QFETCH(const QByteArray, to);
    const auto invoice = verified(changed(faceText, from, to));
    QVERIFY(!invoice.ok());
    QCOMPARE(invoice.fault().kind, FaultKind::Uncertain);
}

void TestCodecFace::readsDiscountsAndModes()
{
    const QByteArray discount =
        changed(changed(faceText, R"("je":"100.00")", R"("je":"-33.30")"), R"("se":"8.00")", R"("se":"-4.33")");
    const QByteArray totals = changed(changed(changed(discount, R"("hjje":"433.30")", R"("hjje":"300.00")"),
                                          R"("hjse":"51.33")", R"("hjse":"39.00")"),
        "484.63", "339.00");
    BlueReference reference = asked;
    reference.gross = Money::fromFen(339'00);
    const auto discounted = verified(totals, reference);
    QVERIFY2(discounted.ok(), discounted.ok() ? "" : qPrintable(discounted.fault().detail));
    QCOMPARE(discounted->lines.at(0).nature, LineNature::Discounted);
    QCOMPARE(discounted->lines.at(1).nature, LineNature::Discount);
    QCOMPARE(discounted->taxMode, TaxMode::Ordinary);
    QByteArray above =
        changed(changed(faceText, R"("je":"333.30")", R"("je":"-333.30")"), R"("se":"43.33")", R"("se":"-43.33")");
    above = changed(changed(above, R"("je":"100.00")", R"("je":"766.60")"), R"("se":"8.00")", R"("se":"94.66")");
    QVERIFY(!verified(above).ok()); // the sums are right, but it has no line to be a discount of

    // 全额开票 taxes all of the line, 差额开票 what 50.00 of deduction leave of it.
    const QByteArray whole = changed(faceText, R"("kce":"")", R"("kce":"50.00")");
    QCOMPARE(verified(whole)->taxMode, TaxMode::MarginGross);
    QCOMPARE(verified(whole)->lines.first().deduction, Money::fromFen(50'00));
    const QByteArray margin = changed(changed(whole, R"("se":"43.33")", R"("se":"36.83")"), R"("se":"8.00")",
        R"("se":"14.50")"); // the sum stays
    QCOMPARE(verified(margin)->taxMode, TaxMode::MarginNet);

    const QByteArray reduced = changed(faceText, R"("slv":"0.08")", R"("slv":"0.015")");
    QCOMPARE(verified(reduced)->taxMode, TaxMode::Reduced);
    QCOMPARE(verified(reduced)->lines.last().preference, Preference::Reduced15);
    const QByteArray exempt = changed(faceText, R"("slv":"0.08")", R"("slv":"免税")");
    QCOMPARE(verified(exempt)->lines.last().preference, Preference::Exempt);
    QVERIFY(verified(exempt)->lines.last().rate.isZero());
}

void TestCodecFace::readsARedInvoice()
{
    QByteArray red = changed(
        faceText, R"("sflzfp":"Y","kjhzfpdydlzfphm":"")", R"("sflzfp":"N","kjhzfpdydlzfphm":"26114000000000000001")");
    for (const char *amount : {R"("433.30")", R"("51.33")", R"("43.33")", R"("333.30")", R"("8.00")", R"("100.00")"})
        red = changed(red, amount, QByteArray(amount).insert(1, '-'));
    red = changed(changed(red, "484.63", "-484.63"), R"("fpjysl":"10")", R"("fpjysl":"-10")");
    BlueReference reference = asked;
    reference.gross = Money::fromFen(-484'63);
    const auto invoice = verified(red, reference);
    QVERIFY2(invoice.ok(), invoice.ok() ? "" : qPrintable(invoice.fault().detail));
    QVERIFY(invoice->isRed());
    QCOMPARE(invoice->reversal.blueNumber, u"26114000000000000001"_s);
    QCOMPARE(invoice->lines.first().nature, LineNature::Normal);
    QCOMPARE(invoice->lines.first().quantity, Decimal(-10));
}

QTEST_GUILESS_MAIN(TestCodecFace)
#include "tst_codec_face.moc"
