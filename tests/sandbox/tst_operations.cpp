// SPDX-License-Identifier: GPL-3.0-or-later
// The operations of the practice platform: idempotence, throttles, quota, receipts, addresses, restarts.
#include "tests/sandbox/practice.h"

using namespace practice;

class TestOperations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void seedsAreValid();
    void addresses_data();
    void addresses();
    void gateway();
    void sealing();
    void taxpayer();
    void rates();
    void marginCodes();
    void classificationCodes();
    void numberRanges();
    void numbersOutliveReset();
    void foreignNumbers();
    void duplicates();
    void results();
    void initialisers();
    void restart();
    void clock();
    void ledgerView();
};

namespace
{
/// The check digits of a 统一社会信用代码: GB 32100-2015 over all, GB 11714 over positions 9 to 17.
bool validCreditCode(const QString &code)
{
    const QString alphabet = u"0123456789ABCDEFGHJKLMNPQRTUWXY"_s;
    int sum = 0;
    for (int i = 0, weight = 1; i < 17; ++i, weight = weight * 3 % 31)
        sum += static_cast<int>(alphabet.indexOf(code.at(i))) * weight;
    constexpr int weights[] = {3, 7, 9, 10, 5, 8, 4, 2};
    int organisation = 0;
    for (int i = 0; i < 8; ++i)
        organisation += code.mid(8 + i, 1).toInt(nullptr, 36) * weights[i];
    const int check = 11 - organisation % 11;
    const QChar wanted = check == 10 ? u'X' : check == 11 ? u'0' : QChar(u'0' + check);
    return code.size() == 18 && code.at(16) == wanted && code.at(17) == alphabet.at((31 - sum % 31) % 31);
}

} // namespace

void TestOperations::seedsAreValid()
{
    Practice practice;
    QCOMPARE(practice.all.size(), 5);
    for (const Company &company : std::as_const(practice.all)) {
        QVERIFY2(validCreditCode(company.taxNumber), qPrintable(company.taxNumber));
        QCOMPARE(company.unitId.size(), 20);
        QVERIFY(company.name.startsWith(u"演练"));
    }
    QCOMPARE(practice.technology().connectionId, practice.technology().unitId);
    QCOMPARE(practice.trade().connectionId, practice.technology().connectionId);
    QVERIFY(practice.trade().connectionId != practice.trade().unitId);
    QVERIFY(practice.key(practice.technology()) != practice.key(practice.catering()));
    Practice other;
    QVERIFY(practice.key(practice.technology()) != other.key(other.technology()));
}

void TestOperations::addresses_data()
{
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status"); // of HTTP
    for (const QByteArray root : {"/access/v2/invoke/", "/access/sandbox/v2/invoke/", "/access/newsandbox/v2/invoke/"})
        for (const QByteArray rest : {"202007/CXNSRFXXX", "202007/CXNSRFXXX/", "CXNSRFXXX", "CXNSRFXXX/"})
            QTest::newRow(QByteArray(root + rest).constData()) << QByteArray(root + rest) << 200;
    QTest::newRow("other root") << QByteArray("/access/v3/invoke/202007/CXNSRFXXX") << 404;
    QTest::newRow("too deep") << QByteArray("/access/v2/invoke/1/2/CXNSRFXXX") << 404;
    QTest::newRow("no operation") << QByteArray("/access/v2/invoke/") << 404;
    QTest::newRow("empty part") << QByteArray("/access/v2/invoke//CXNSRFXXX") << 404;
}

void TestOperations::addresses()
{
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    Practice practice;
    HttpRequest request = practice.request(practice.technology(), "", compact(whose(practice.technology())));
    request.path = path;
    request.headers.insert("content-type", "application/x-www-form-urlencoded");
    request.headers.insert("fwbm", "SOMETHING_ELSE"); // the path decides (§3.6)
    const Answered answered = opened(practice.platform->answer(request), practice.key(practice.technology()));
    QCOMPARE(answered.reply.status, status);
    QCOMPARE(answered.code(), status == 200 ? u"00"_s : QString());
}

void TestOperations::gateway()
{
    Practice practice;
    const Company &company = practice.technology();
    const QByteArray key = practice.key(company);
    const HttpRequest good = practice.request(company, "CXNSRFXXX", compact(whose(company)));
    const auto answer = [&](const HttpRequest &request) { return opened(practice.platform->answer(request), key); };
    QCOMPARE(answer(good).code(), u"00"_s);

    HttpRequest request = good;
    request.headers.insert("jrdwptbh", "00000000000000000000");
    QCOMPARE(answer(request).envelopeStatus, u"401"_s);
    request = good;
    request.headers.insert("sydwptbh", practice.catering().unitId.toLatin1()); // belongs to another connection
    QCOMPARE(answer(request).envelopeStatus, u"403"_s);
    QVERIFY(answer(request).error.value(u"Message"_s).toString().contains(u"sydwptbh"));
    QCOMPARE(practice.call(company, "NOSUCHTHING", QByteArray("{}")).envelopeStatus, u"404"_s);

    request = good;
    request.body = "\"" + good.body + "\"";
    QCOMPARE(answer(request).envelopeStatus, u"200"_s);
    QVERIFY(answer(request).error.value(u"Message"_s).toString().contains(u"Base64"));
    request.body = sm4Encrypt(practice.key(practice.catering()), "{}")->toBase64();
    QVERIFY(answer(request).error.value(u"Message"_s).toString().contains(u"密钥"));
    QVERIFY(
        practice.call(company, "CXNSRFXXX", QByteArray("{")).error.value(u"Message"_s).toString().contains(u"JSON"));

    // Another taxpayer than the headers name.
    const Answered foreign = practice.call(company, "CXNSRFXXX", whose(practice.trade()));
    QCOMPARE(foreign.code(), u"01"_s);
    QVERIFY(foreign.words().contains(u"不符"));

    request = good;
    request.method = "GET";
    QCOMPARE(answer(request).reply.status, 405);
    request = good;
    request.headers.insert("origin", "http://example.invalid");
    QCOMPARE(answer(request).reply.status, 403);
}

void TestOperations::sealing()
{
    Practice practice;
    const Company &company = practice.technology();
    HttpRequest request = practice.request(company, "CXSSFLBM", compact(whose(company)));
    const HttpReply plain = practice.platform->answer(request);
    QVERIFY(!plain.gzipped);
    const QJsonObject outer = QJsonDocument::fromJson(plain.body).object();
    QCOMPARE(outer.value(u"httpStatusCode"_s), QJsonValue(u"200"_s));
    QVERIFY(outer.value(u"body"_s).isString());
    const QJsonObject inner = QJsonDocument::fromJson(outer.value(u"body"_s).toString().toUtf8()).object();
    const QString id = inner.value(u"Response"_s).toObject().value(u"RequestId"_s).toString();
    QVERIFY(QRegularExpression(u"^[0-9a-f]{16}$"_s).match(id).hasMatch());

    request.headers.insert("accept-encoding", "deflate, gzip");
    const HttpReply packed = practice.platform->answer(request);
    QVERIFY(packed.gzipped);
    QVERIFY(packed.body.startsWith("\x1f\x8b"));
    QVERIFY(packed.body.size() < plain.body.size());
    request.headers.insert("accept-encoding", "gzip;q=0, identity");
    QVERIFY(!practice.platform->answer(request).gzipped);

    practice.call(company, "CXNSRFXXX", R"({"nsrsbh":")" + company.taxNumber.toLatin1() + R"(","a":"\u4e2d"})");
    const QJsonObject counted =
        practice.control("/control/requests").value(u"operations"_s).toObject().value(u"CXNSRFXXX"_s).toObject();
    QCOMPARE(counted.value(u"calls"_s).toInt(), 1);
    QCOMPARE(counted.value(u"unicode_escapes"_s).toInt(), 1);
}

void TestOperations::taxpayer()
{
    Practice practice;
    const QJsonObject facts = practice.call(practice.technology(), "CXNSRJBXX", whose(practice.technology()))
                                  .business.value(u"jcxx"_s)
                                  .toObject();
    QCOMPARE(facts.value(u"nsrmc"_s).toString(), practice.technology().name);
    QCOMPARE(facts.value(u"nsrlx"_s).toString(), u"1"_s);
    QCOMPARE(facts.value(u"nsrztdm"_s).toString(), u"03"_s);
    QCOMPARE(facts.value(u"qxjswjgdm"_s).toString(), u"11100000000"_s);
    QCOMPARE(practice.call(practice.risky(), "CXNSRFXXX", whose(practice.risky())).text(u"fxnsrlx"_s), u"01"_s);
    QCOMPARE(
        practice.call(practice.technology(), "CXNSRFXXX", whose(practice.technology())).text(u"fxnsrlx"_s), u"04"_s);
}

void TestOperations::marginCodes()
{
    Practice practice;
    const auto answer = practice.call(practice.technology(), "CXCEZSBM", QByteArray("{}"));
    QCOMPARE(answer.code(), u"00"_s);
    const QJsonArray list = answer.business.value(u"cezsbmList"_s).toArray();
    QCOMPARE(answer.business.value(u"count"_s).toString(), QString::number(list.size()));
    const auto agency = std::find_if(list.begin(), list.end(),
        [](const QJsonValue &row) { return row.toObject().value(u"sphfwssflhbbm"_s) == u"3040802000000000000"_s; });
    QVERIFY(agency != list.end());
    QCOMPARE(agency->toObject().value(u"sfkycekp"_s).toString(), u"Y"_s);
    QCOMPARE(agency->toObject().value(u"ybnsrsl"_s).toString(), u"6%"_s);
}

void TestOperations::rates()
{
    Practice practice;
    for (const QByteArray name : {"CXKYSL", "CXYKYSL"}) {
        const Answered answered = practice.call(practice.technology(), name, QByteArray("{}"));
        const QJsonArray list = answered.business.value(u"slzslList"_s).toArray();
        QCOMPARE(answered.text(u"count"_s), QString::number(list.size()));
        const QJsonObject first = list.first().toObject();
        QCOMPARE(first.value(u"slzsl"_s).toString(), u"0.130000"_s);
        QCOMPARE(first.value(u"cszt"_s).toString(), u"0"_s);
        QCOMPARE(first.value(u"dyysl"_s).toString(), u"17%,16%"_s);
    }
    const QJsonArray small =
        practice.call(practice.catering(), "CXKYSL", QByteArray("{}")).business.value(u"slzslList"_s).toArray();
    QCOMPARE(small.first().toObject().value(u"slzsl"_s).toString(), u"0.010000"_s);
}

void TestOperations::classificationCodes()
{
    Practice practice;
    const Company &company = practice.technology();
    const auto ask = [&](const QString &since) {
        return practice.call(company, "CXSSFLBM", {{u"nsrsbh"_s, company.taxNumber}, {u"sjc"_s, since}});
    };
    const Answered whole = ask({});
    const QJsonArray list = whole.business.value(u"ssbmList"_s).toArray();
    QCOMPARE(list.size(), 4446);
    QCOMPARE(whole.text(u"count"_s), u"4446"_s);
    QHash<QString, QJsonObject> codes;
    for (const auto &item : list)
        codes.insert(item[u"sphfwssflhbbm"_s].toString(), item.toObject());
    const QJsonObject catering = codes.value(u"3070401000000000000"_s);
    QCOMPARE(catering.value(u"fjbm"_s).toString(), u"3070400000000000000"_s);
    QCOMPARE(catering.value(u"sphfwfljc"_s).toString(), u"生产生活服务"_s);
    QCOMPARE(catering.value(u"zzssl"_s).toString(), u"6%"_s);
    QCOMPARE(catering.value(u"sfhzx"_s).toString(), u"N"_s);
    QCOMPARE(codes.value(u"3070400000000000000"_s).value(u"sfhzx"_s).toString(), u"Y"_s);
    QCOMPARE(codes.value(u"1000000000000000000"_s).value(u"fjbm"_s).toString(), QString());
    QVERIFY(catering.value(u"zspmList"_s).isArray());
    for (auto it = codes.cbegin(); it != codes.cend(); ++it) // every parent is in the list
        QVERIFY(it->value(u"fjbm"_s).toString().isEmpty() || codes.contains(it->value(u"fjbm"_s).toString()));

    QCOMPARE(ask(whole.text(u"sjc"_s)).text(u"count"_s), u"0"_s);
    const QJsonArray renamed = ask(u"20260101000000"_s).business.value(u"ssbmList"_s).toArray();
    QVERIFY(renamed.size() > 300 && renamed.size() < 400); // the renaming of May 2026
    QCOMPARE(ask(u"2026-01-01"_s).code(), u"01"_s);
}

void TestOperations::numberRanges()
{
    Practice practice;
    const Company &company = practice.technology();
    const auto ask = [&](const QJsonValue &quantity, const QString &serial) {
        return practice.call(
            company, "QDFPPLFM", {{u"nsrsbh"_s, company.taxNumber}, {u"lysl"_s, quantity}, {u"ywlsh"_s, serial}});
    };
    const Answered first = ask(10, u"a"_s);
    QCOMPARE(first.text(u"fpqshm"_s), u"26117000000000000001"_s);
    QCOMPARE(first.text(u"fpzzhm"_s), u"26117000000000000010"_s);
    QCOMPARE(first.text(u"lysl"_s), u"10"_s);
    QCOMPARE(ask(u"10"_s, u"a"_s).text(u"fpqshm"_s), first.text(u"fpqshm"_s)); // the same request again
    QCOMPARE(ask(11, u"a"_s).code(), u"01"_s);
    QCOMPARE(ask(5000, u"b"_s).text(u"fpqshm"_s), u"26117000000000000011"_s);
    for (const auto &bad :
        {QJsonValue(0), QJsonValue(-1), QJsonValue(5001), QJsonValue(u"ten"_s), QJsonValue(1.5), QJsonValue()})
        QCOMPARE(ask(bad, u"c"_s).code(), u"01"_s);
    QCOMPARE(ask(1, {}).code(), u"01"_s);
    QCOMPARE(ask(1, QString(101, u'x')).code(), u"01"_s);
    // Another company of the same connection: its own area, and the same serial is no repetition.
    const Answered other = practice.call(practice.trade(), "QDFPPLFM",
        {{u"nsrsbh"_s, practice.trade().taxNumber}, {u"lysl"_s, 3}, {u"ywlsh"_s, u"a"_s}});
    QCOMPARE(other.text(u"fpqshm"_s), u"26317000000000000001"_s);
}

void TestOperations::numbersOutliveReset()
{
    Practice practice;
    const QString before = practice.numbers(practice.technology());
    QCOMPARE(practice.control("/control/reset", "").value(u"reset"_s), QJsonValue(true));
    practice.setTime(u"2026-06-17 10:00:00"_s);
    QVERIFY(practice.numbers(practice.technology()) > before);
}

void TestOperations::foreignNumbers()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000.00"_s);
    practice.download(practice.trade(), u"1000.00"_s);
    const QString first = practice.numbers(company, 2);
    const QString foreign = practice.numbers(practice.trade());
    for (const QString &number : {foreign, QString(first.chopped(1) + u'3')}) {
        const QJsonObject result = practice.settled(company, practice.invoice(company, number));
        QCOMPARE(result.value(u"status"_s).toString(), u"02"_s);
        QVERIFY(result.value(u"message"_s).toString().contains(u"号段"));
    }
    // A number another company has used already is no repetition either.
    QCOMPARE(
        practice.settled(practice.trade(), practice.invoice(practice.trade(), foreign)).value(u"status"_s).toString(),
        u"00"_s);
    QCOMPARE(practice.settled(company, practice.invoice(company, foreign)).value(u"status"_s).toString(), u"02"_s);
}

void TestOperations::duplicates()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000.00"_s);
    const QString first = practice.numbers(company, 2);
    const QJsonObject invoice = practice.invoice(company, first);
    // The first answer gets lost: nobody asks for its result. The repetition proves that it arrived.
    QCOMPARE(practice.upload(company, {invoice}).code(), u"00"_s);
    QCOMPARE(practice.settled(company, invoice).value(u"status"_s).toString(), u"03"_s);
    // Whatever comes under an accepted number, what was accepted stays.
    QJsonObject changed = invoice;
    changed.insert(u"gmfmc"_s, u"演练别家有限公司"_s);
    QCOMPARE(practice.settled(company, changed).value(u"status"_s).toString(), u"03"_s);
    const QJsonObject entry = practice.ledger().at(0).toObject();
    QCOMPARE(practice.ledger().size(), 1);
    QCOMPARE(entry.value(u"buyer_name"_s).toString(), u"演练买家有限公司"_s);
    QCOMPARE(entry.value(u"received"_s).toString(), u"3"_s);
    QCOMPARE(entry.value(u"received_differing"_s).toString(), u"1"_s);
    // Within one call the same number twice is refused as a whole.
    const QJsonObject other = practice.invoice(company, first.chopped(1) + u'2');
    QVERIFY(practice.upload(company, {other, other}).words().contains(u"重复"));
    QCOMPARE(practice.ledger().size(), 1);
}

void TestOperations::results()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000.00"_s);
    const QString first = practice.numbers(company, 2);
    practice.control("/control/faults", R"({"processing_polls":2})");
    const QString receipt = practice.upload(company, {practice.invoice(company, first)}).text(u"sllsh"_s);
    QCOMPARE(receipt.size(), 32);
    const auto status = [&] { return practice.result(company, receipt)[0][u"status"_s].toString(); };
    QCOMPARE(status(), u"01"_s);
    practice.reopen();
    QCOMPARE(practice.result(practice.technology(), receipt)[0][u"status"_s].toString(), u"01"_s);
    QCOMPARE(status(), u"00"_s);
    QCOMPARE(status(), u"00"_s);

    QCOMPARE(practice.call(practice.trade(), "CXQDFPSCJG", {{u"sllsh"_s, receipt}}).code(), u"01"_s); // not its own
    QCOMPARE(practice.call(company, "CXQDFPSCJG", {{u"sllsh"_s, u"nothing"_s}}).code(), u"01"_s);
    QCOMPARE(practice.call(company, "CXQDFPSCJG", QByteArray("{}")).code(), u"01"_s);

    practice.setTime(u"2026-06-17 21:59:50"_s);
    QCOMPARE(status(), u"00"_s);
    practice.setTime(u"2026-06-17 22:01:00"_s); // 12 hours
    QVERIFY(practice.call(company, "CXQDFPSCJG", {{u"sllsh"_s, receipt}}).words().contains(u"重新上传"));
    // Uploaded again, the accepted number comes back as a repetition.
    QCOMPARE(practice.settled(company, practice.invoice(company, first)).value(u"status"_s).toString(), u"03"_s);

    practice.control("/control/faults", R"({"processing_polls":0,"processing_ms":3600000})");
    QJsonObject later = practice.invoice(company, first.chopped(1) + u'2');
    const QString slow = practice.upload(company, {later}).text(u"sllsh"_s);
    QCOMPARE(practice.result(company, slow)[0][u"status"_s].toString(), u"01"_s);
    practice.setTime(u"2026-06-17 23:01:01"_s);
    QCOMPARE(practice.result(company, slow)[0][u"status"_s].toString(), u"00"_s);
}

void TestOperations::initialisers()
{
    Practice practice;
    const Company &company = practice.technology();
    practice.download(company, u"1000.00"_s);
    practice.settled(company, practice.invoice(company, practice.numbers(company)));
    const QJsonObject asked{{u"nsrsbh"_s, company.taxNumber}, {u"ssjswjgDm"_s, u"11100000000"_s}};
    QCOMPARE(practice.call(company, "LQSX_SWZJ_GT4_CXXNQYXX", asked).text(u"nsrmc"_s), company.name);
    QCOMPARE(practice.ledger().size(), 1);
    QCOMPARE(practice.call(company, "LQSX_SWZJ_GT4_QYXXCSH", asked).code(), u"00"_s);
    QCOMPARE(practice.ledger().size(), 0);
    QCOMPARE(practice.call(company, "CXSXED", whose(company)).text(u"yxzed"_s), u"0.00"_s);
}

void TestOperations::restart()
{
    Practice practice;
    const QByteArray key = practice.key(practice.technology());
    practice.download(practice.technology(), u"1000.00"_s);
    const QString first = practice.numbers(practice.technology(), 3);
    practice.settled(practice.technology(), practice.invoice(practice.technology(), first));
    const QJsonArray before = practice.ledger();
    practice.reopen();
    QCOMPARE(practice.key(practice.technology()), key);
    QCOMPARE(practice.ledger(), before);
    const QJsonObject second = practice.invoice(practice.technology(), first.chopped(1) + u'2');
    QCOMPARE(practice.settled(practice.technology(), second).value(u"status"_s).toString(), u"00"_s);
    QVERIFY(practice.numbers(practice.technology()) > first.chopped(1) + u'3');
}

void TestOperations::clock()
{
    Practice practice;
    const QJsonObject set = practice.control("/control/clock", R"({"now":"2026-01-02 03:04:05"})");
    QVERIFY(set.value(u"now"_s).toString().startsWith(u"2026-01-02 03:04:0"));
    QVERIFY(practice.numbers(practice.technology()).startsWith(u"26"));
    practice.reopen(); // kept over a restart
    QCOMPARE(practice.call(practice.technology(), "CXSXED", whose(practice.technology())).text(u"sq"_s), u"202601"_s);
    practice.control("/control/clock", R"({"now":"yesterday"})");
    QCOMPARE(practice.lastControlStatus, 400);
    for (const QByteArray bad : {R"({"shift_seconds":"999999999999"})", R"({"move_seconds":"999999999999"})",
             R"({"move_seconds":"9223372036854775807"})", R"({"move_seconds":"soon"})"}) {
        practice.control("/control/clock", bad);
        QCOMPARE(practice.lastControlStatus, 400);
    }
    practice.control("/control/clock", R"({"shift_seconds":3600})");
    practice.control("/control/clock", R"({"move_seconds":7200})");
    practice.reopen();
    QCOMPARE(practice.control("/control/clock", R"({"move_seconds":-600})").value(u"shift_seconds"_s), 10'200);
    practice.control("/control/reset", "");
    const qint64 now = kp::Clock::parseChinaTime(
        practice.control("/control/clock", R"({"shift_seconds":0})").value(u"now"_s).toString())
                           .toMSecsSinceEpoch();
    QVERIFY(qAbs(now - kp::SystemClock().nowMs()) < 5000);
}

void TestOperations::ledgerView()
{
    Practice practice;
    for (const Company &company : {practice.technology(), practice.trade()}) {
        practice.download(company, u"1000.00"_s);
        practice.settled(company, practice.invoice(company, practice.numbers(company)));
    }
    QCOMPARE(practice.ledger().size(), 2);
    const QJsonArray own = practice.control("/control/ledger?seller=" + practice.trade().taxNumber.toLatin1())
                               .value(u"invoices"_s)
                               .toArray();
    QCOMPARE(own.size(), 1);
    const QJsonObject entry = own.at(0).toObject();
    QCOMPARE(entry.value(u"seller_name"_s).toString(), practice.trade().name);
    QCOMPARE(entry.value(u"net"_s).toString(), u"100.00"_s);
    QCOMPARE(entry.value(u"tax"_s).toString(), u"13.00"_s);
    QCOMPARE(entry.value(u"gross"_s).toString(), u"113.00"_s);
    QCOMPARE(entry.value(u"kind"_s).toString(), u"02"_s);
    QCOMPARE(entry.value(u"colour"_s).toString(), u"blue"_s);
    QCOMPARE(entry.value(u"received"_s).toString(), u"1"_s);
    const QJsonObject whole =
        practice.control("/control/invoice?number=" + entry.value(u"number"_s).toString().toLatin1());
    QCOMPARE(whole.value(u"fpmxList"_s).toArray().size(), 1);
    practice.control("/control/invoice?number=00000000000000000000");
    QCOMPARE(practice.lastControlStatus, 404);
}

QTEST_GUILESS_MAIN(TestOperations)
#include "tst_operations.moc"
