// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/envelope.h"
#include "core/net/leqi/sm4.h"

#include <QTest>

using namespace kp;
using namespace kp::leqi;

namespace
{
const Secret key(QByteArray::fromHex("0123456789abcdeffedcba9876543210"));

/// A level-2 text as the server would wrap it.
HttpAnswer answerWithBody(const QByteArray &body, const QByteArray &status = "\"200\"")
{
    QByteArray escaped = body;
    escaped.replace('"', "\\\"");
    return {200, "{\"httpStatusCode\":" + status + ",\"body\":\"" + escaped + "\"}"};
}

/// An answer whose Data holds @p business.
HttpAnswer answerWith(const QByteArray &business, const Secret &with = key, const QByteArray &status = "\"200\"")
{
    const QByteArray data = sm4Encrypted(business, with)->toBase64();
    return answerWithBody("{\"Response\":{\"RequestId\":\"0123456789abcdef\",\"Data\":\"" + data + "\"}}", status);
}
} // namespace

class TestEnvelope : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encryptsAsPublished_data();
    void encryptsAsPublished();
    void takesKeyAsBytesOrDigits();
    void refusesForeignCipher();
    void opensGoodAnswer();
    void keepsDigitsOfNumbers();
    void writesEveryCharacter();
    void judgesLayersInOrder_data();
    void judgesLayersInOrder();
};

void TestEnvelope::encryptsAsPublished_data()
{
    QTest::addColumn<QString>("plain");
    QTest::addColumn<QByteArray>("base64");
    QTest::newRow("nothing asked") << QStringLiteral("{}") << QByteArray("YTY3o8tVQ6g96gvkwx7LGg==");
    QTest::newRow("tax number") << QStringLiteral(R"({"nsrsbh":"91310000000000000X"})")
                                << QByteArray("M1r0uIsGDQ3qpqovmh/XrrfwNTJsEdn5rnLZl0i6MLM=");
    QTest::newRow("number range")
        << QStringLiteral(u"{\"nsrsbh\":\"91310000000000000X\",\"lysl\":10,\"ywlsh\":\"测试\"}")
        << QByteArray("M1r0uIsGDQ3qpqovmh/Xrn3YK5yeRdZrDM1zMIt3SuI0ii2NNB4PX1Le0LFqOIxfxMOZZfa7v2npih+DIqrRIg==");
    QTest::newRow("answer") << QStringLiteral(u"{\"returncode\":\"00\",\"returnmsg\":\"成功\"}")
                            << QByteArray("pjJcxQs6RaLuqi8Uea4mkizork/J0TEZIwfNUmPkThHpADrZk87KEiFf5FHT7Y3e");
}

void TestEnvelope::encryptsAsPublished()
{
    QFETCH(QString, plain);
    QFETCH(QByteArray, base64);
    const auto body = sealed(plain.toUtf8(), key);
    QVERIFY(body.ok());
    QCOMPARE(*body, base64);
    QCOMPARE(sm4Decrypted(QByteArray::fromBase64(base64), key), plain.toUtf8());
}

void TestEnvelope::takesKeyAsBytesOrDigits()
{
    for (const char *text : {"0123456789abcdeffedcba9876543210", "0123456789ABCDEFFEDCBA9876543210"}) {
        const auto read = sm4Key(Secret(QByteArray(text)));
        QVERIFY(read);
        QCOMPARE(read->reveal(), key.reveal());
    }
    QCOMPARE(sm4Key(key)->reveal(), key.reveal());
    QVERIFY(!sm4Key(Secret(QByteArray("0123456789abcdeffedcba987654321"))));
    QVERIFY(!sm4Key(Secret(QByteArray("0123456789abcdeffedcba987654321g"))));
    QVERIFY(!sm4Key(Secret()));
    // GB/T 32907, example 1: one block, before the padding's block.
    const auto block = sm4Encrypted(key.reveal(), key);
    QCOMPARE(block->left(16).toHex(), QByteArray("681edf34d206965e86b3e94f536e4246"));
    QVERIFY(!sm4Encrypted("{}", Secret(QByteArray("short"))));
}

void TestEnvelope::refusesForeignCipher()
{
    const Secret other(QByteArray(16, 'k'));
    QVERIFY(!sm4Decrypted(*sm4Encrypted("{\"returncode\":\"00\"}", key), other));
    QVERIFY(!sm4Decrypted(QByteArray(15, 'x'), key));
    QVERIFY(!sm4Decrypted(QByteArray(), key));
}

void TestEnvelope::opensGoodAnswer()
{
    const auto business = opened(answerWith(R"({"returncode":"00","returnmsg":null,"sllsh":"abc"})"), key);
    QVERIFY2(business.ok(), business.ok() ? "" : qPrintable(business.fault().detail));
    QCOMPARE(business->text("sllsh"), QStringLiteral("abc"));
    QVERIFY(business->text("returnmsg").isNull());
    QVERIFY(opened(answerWith(R"({"returncode":"00"})", key, "200"), key).ok());
}

void TestEnvelope::keepsDigitsOfNumbers()
{
    const auto json = JsonObject::parse(
        R"({"a":9999999999999999.99,"b":"0.10","c":1E+3,"d":100.000,"e":0.125,"f":"","g":null,"h":-12.3,"i":50000000000000001})");
    QVERIFY(json);
    QCOMPARE(json->money({"a"}), Money::fromFen(999'999'999'999'999'999));
    QCOMPARE(json->money({"b"}), Money::fromFen(10));
    QCOMPARE(json->money({"c"}), Money::fromFen(100'000));
    QCOMPARE(json->money({"d"}), Money::fromFen(10'000));
    QCOMPARE(json->money({"e"}), std::nullopt); // below a fen
    QCOMPARE(json->money({"f"}), std::nullopt);
    QCOMPARE(json->money({"g"}), std::nullopt);
    QCOMPARE(json->money({"x", "h"}), Money::fromFen(-1230));
    QCOMPARE(json->text("i"), QStringLiteral("50000000000000001"));
    QCOMPARE(json->whole({"c"}), 1000);
    QCOMPARE(json->whole({"i"}), std::nullopt);
    QVERIFY(!JsonObject::parse("[1]"));
    QVERIFY(!JsonObject::parse("{\"a\":1}{"));
    QVERIFY(!JsonObject::parse("{\"a\":\"\xff\xfe\"}"));
    QVERIFY(!JsonObject::parse(QByteArray(2'000'000, '['))); // deep nesting is an error, not a crash
    QVERIFY(JsonObject::parse("{\"a\":" + QByteArray(500'000, '[') + QByteArray(500'000, ']') + '}'));
}

void TestEnvelope::writesEveryCharacter()
{
    for (char32_t point = 1; point <= 0x10FFFF; point += point < 0x3000 ? 1 : 37) {
        if (point >= 0xD800 && point < 0xE000)
            continue;
        const QString text = u'a' + QString::fromUcs4(&point, 1) + u'b';
        JsonWriter writer;
        writer.beginObject();
        writer.text("t", text);
        writer.endObject();
        QVERIFY(!writer.bytes().contains("\\u")); // the platform's rule
        const auto read = JsonObject::parse(writer.bytes());
        QVERIFY(read);
        const bool control = point < 0x20 && point != '\t' && point != '\n' && point != '\r';
        QCOMPARE(read->text("t"), control ? QStringLiteral("a b") : text);
    }
}

void TestEnvelope::judgesLayersInOrder_data()
{
    QTest::addColumn<int>("httpStatus");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<FaultKind>("kind");
    QTest::addColumn<QString>("words"); // in the clerk's message
    const auto row = [](const char *name, const HttpAnswer &answer, FaultKind kind, const QString &words) {
        QTest::newRow(name) << answer.status << answer.body << kind << words;
    };
    const HttpAnswer good = answerWith(R"({"returncode":"00"})");
    const QByteArray error = R"({"Response":{"RequestId":"1","Error":{"Code":"01","Message":"busy"},"Data":"AAAA"}})";
    row("HTTP status before all", {500, good.body}, FaultKind::Uncertain, QStringLiteral("HTTP 500"));
    row("no JSON", {200, "<html>"}, FaultKind::Uncertain, QStringLiteral("can not be read"));
    row("empty", {200, ""}, FaultKind::Uncertain, QStringLiteral("can not be read"));
    row("envelope status before Error", answerWithBody(error, "\"502\""), FaultKind::Uncertain,
        QStringLiteral("status 502"));
    row("status 00 is not 200", answerWithBody(error, "\"00\""), FaultKind::Uncertain, QStringLiteral("status 00"));
    row("no status", {200, R"({"body":"{}"})"}, FaultKind::Uncertain, QStringLiteral("status ?"));
    row("Error before Data", answerWithBody(error), FaultKind::Uncertain, QStringLiteral("busy (code 01)"));
    row("Error as text", answerWithBody(R"({"Response":{"Error":"closed"}})"), FaultKind::Uncertain,
        QStringLiteral("closed"));
    row("body no JSON", answerWithBody("nothing"), FaultKind::Uncertain, QStringLiteral("can not be read"));
    row("no Response", answerWithBody(R"({"response":{}})"), FaultKind::Uncertain, QStringLiteral("can not be read"));
    row("other key", answerWith(R"({"returncode":"00"})", Secret(QByteArray(16, 'k'))), FaultKind::Uncertain,
        QStringLiteral("Check the API key"));
    row("no Base64", answerWithBody(R"({"Response":{"Data":"#not base64#"}})"), FaultKind::Uncertain,
        QStringLiteral("Check the API key"));
    row("no Data", answerWithBody(R"({"Response":{"RequestId":"1"}})"), FaultKind::Uncertain,
        QStringLiteral("Check the API key"));
    row("no returncode", answerWith(R"({"sllsh":"1"})"), FaultKind::Uncertain, QStringLiteral("can not be read"));
    row("refused", answerWith("{\"returncode\":\"03\",\"returnmsg\":\"额度不足\"}"), FaultKind::Rejected,
        QStringLiteral(u"额度不足"));
    row("refused without words", answerWith(R"({"returncode":"99"})"), FaultKind::Rejected, QStringLiteral("code 99"));
}

void TestEnvelope::judgesLayersInOrder()
{
    QFETCH(int, httpStatus);
    QFETCH(QByteArray, body);
    QFETCH(FaultKind, kind);
    QFETCH(QString, words);
    const auto business = opened({httpStatus, body}, key);
    QVERIFY(!business.ok());
    QCOMPARE(business.fault().kind, kind);
    QVERIFY2(business.fault().message.contains(words), qPrintable(business.fault().message));
}

QTEST_GUILESS_MAIN(TestEnvelope)
#include "tst_envelope.moc"
