// SPDX-License-Identifier: GPL-3.0-or-later
// Cipher, JSON reader and HTTP reader of the practice platform.
#include "core/sandbox/amounts.h"
#include "core/sandbox/gzip.h"
#include "core/sandbox/http_parser.h"
#include "core/sandbox/json.h"
#include "core/sandbox/sm4.h"

#include <QtTest>

using namespace kp::sandbox;
using namespace Qt::StringLiterals;

namespace
{
QByteArray padded(const QByteArray &chunk)
{
    return QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n";
}
} // namespace

class TestWire : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sm4Vectors_data();
    void sm4Vectors();
    void sm4StandardBlock();
    void sm4WrongKey();
    void gzipIsOneMember();
    void jsonReads();
    void jsonRefuses_data();
    void jsonRefuses();
    void jsonQuotes();
    void numbers_data();
    void numbers();
    void httpReads_data();
    void httpReads();
    void httpPipelined();
    void httpExpectation();
    void httpRefuses_data();
    void httpRefuses();
};

void TestWire::sm4Vectors_data()
{
    // leqi-protocol §1.3
    QTest::addColumn<QByteArray>("plain");
    QTest::addColumn<QByteArray>("base64");
    QTest::newRow("empty object") << QByteArray("{}") << QByteArray("YTY3o8tVQ6g96gvkwx7LGg==");
    QTest::newRow("tax number") << QByteArray(R"({"nsrsbh":"91310000000000000X"})")
                                << QByteArray("M1r0uIsGDQ3qpqovmh/XrrfwNTJsEdn5rnLZl0i6MLM=");
    QTest::newRow("number range")
        << QByteArray(R"({"nsrsbh":"91310000000000000X","lysl":10,"ywlsh":"测试"})")
        << QByteArray("M1r0uIsGDQ3qpqovmh/Xrn3YK5yeRdZrDM1zMIt3SuI0ii2NNB4PX1Le0LFqOIxfxMOZZfa7v2npih"
                      "+DIqrRIg==");
    QTest::newRow("answer") << QByteArray(R"({"returncode":"00","returnmsg":"成功"})")
                            << QByteArray("pjJcxQs6RaLuqi8Uea4mkizork/J0TEZIwfNUmPkThHpADrZk87KEiFf5FHT7Y3e");
}

void TestWire::sm4Vectors()
{
    QFETCH(const QByteArray, plain);
    QFETCH(const QByteArray, base64);
    const QByteArray key = QByteArray::fromHex("0123456789abcdeffedcba9876543210");
    QCOMPARE(sm4Encrypt(key, plain).value_or(QByteArray()).toBase64(), base64);
    QCOMPARE(sm4Decrypt(key, QByteArray::fromBase64(base64)).value_or(QByteArray()), plain);
}

void TestWire::sm4StandardBlock()
{
    // The vector of GB/T 32907 has no padding; with padding its block comes first.
    const QByteArray key = QByteArray::fromHex("0123456789abcdeffedcba9876543210");
    QCOMPARE(
        sm4Encrypt(key, key).value_or(QByteArray()).first(16).toHex(), QByteArray("681edf34d206965e86b3e94f536e4246"));
}

void TestWire::sm4WrongKey()
{
    const QByteArray cipher = *sm4Encrypt(QByteArray(16, 'a'), "{\"nsrsbh\":\"1\"}");
    QVERIFY(sm4Decrypt(QByteArray(16, 'b'), cipher) != QByteArray("{\"nsrsbh\":\"1\"}"));
    QVERIFY(!sm4Encrypt("short", "{}"));
    QVERIFY(!sm4Decrypt(QByteArray(16, 'a'), cipher.chopped(1)));
}

void TestWire::gzipIsOneMember()
{
    const QByteArray plain(100'000, 'x');
    const std::optional<QByteArray> packed = gzip(plain);
    QVERIFY(packed);
    QVERIFY(packed->startsWith("\x1f\x8b"));
    QVERIFY(packed->size() < 1000);
    // RFC 1952: the last four bytes are the length, least significant first.
    const QByteArray length = packed->last(4);
    QCOMPARE(static_cast<unsigned char>(length[0]) + 256 * static_cast<unsigned char>(length[1]) +
                 65536 * static_cast<unsigned char>(length[2]),
        100'000);
}

void TestWire::jsonReads()
{
    const auto json = Json::parse(
        R"( {"a":12345678901234567.89,"b":"x\"\\\/\n\u4e2d\ud83d\ude00中","c":[1,{"d":null},"",true],"e":{}} )");
    QVERIFY(json);
    const Json::Value root = json->root();
    QCOMPARE(root.member("a").text(), u"12345678901234567.89"_s); // a double would have lost the end
    QCOMPARE(root.member("b").text(), u"x\"\\/\n中😀中"_s);
    QVERIFY(json->usesUnicodeEscapes());
    const QList<Json::Value> list = root.member("c").items();
    QCOMPARE(list.size(), 4);
    QCOMPARE(list[0].text(), u"1"_s);
    QVERIFY(list[1].member("d").isEmpty());
    QVERIFY(list[2].isEmpty());
    QCOMPARE(list[3].text(), u"true"_s);
    QCOMPARE(list[1].source(), QByteArray(R"({"d":null})"));
    QVERIFY(root.member("e").isObject());
    QVERIFY(root.member("absent").isEmpty());
    QCOMPARE(root.member("absent").kind(), Json::Kind::Absent);
    const auto plain = Json::parse("{\"a\":\"中\"}");
    QVERIFY(plain && !plain->usesUnicodeEscapes());
}

void TestWire::jsonRefuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("two values") << QByteArray("{}{}");
    QTest::newRow("trailing comma") << QByteArray("[1,]");
    QTest::newRow("open object") << QByteArray("{\"a\":1");
    QTest::newRow("no colon") << QByteArray("{\"a\" 1}");
    QTest::newRow("single quotes") << QByteArray("{'a':1}");
    QTest::newRow("leading zero") << QByteArray("[01]");
    QTest::newRow("bare point") << QByteArray("[1.]");
    QTest::newRow("plus") << QByteArray("[+1]");
    QTest::newRow("NaN") << QByteArray("[NaN]");
    QTest::newRow("bad escape") << QByteArray(R"(["\x"])");
    QTest::newRow("short unicode escape") << QByteArray(R"(["\u12"])");
    QTest::newRow("control character") << QByteArray("[\"a\nb\"]");
    QTest::newRow("open string") << QByteArray("[\"a");
    QTest::newRow("backslash at the end") << QByteArray("[\"a\\");
    QTest::newRow("broken UTF-8") << QByteArray("[\"\xe4\xb8\"]");
    QTest::newRow("GBK") << QByteArray("[\"\xd6\xd0\"]");
    QTest::newRow("too deep") << QByteArray(40, '[') + QByteArray(40, ']');
}

void TestWire::jsonRefuses()
{
    QFETCH(const QByteArray, text);
    const auto json = Json::parse(text);
    QVERIFY(!json);
    QCOMPARE(json.fault().kind, kp::FaultKind::Invalid);
}

void TestWire::jsonQuotes()
{
    QCOMPARE(jsonQuoted("a\"b\\c\n中\x01"), QByteArray("\"a\\\"b\\\\c\\u000a中\\u0001\""));
}

void TestWire::numbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("value"); // "" when it is not an amount
    QTest::newRow("text") << QByteArray("\"100.10\"") << u"100.10"_s;
    QTest::newRow("number") << QByteArray("100.1") << u"100.10"_s;
    QTest::newRow("negative") << QByteArray("\"-0.01\"") << u"-0.01"_s;
    QTest::newRow("largest") << QByteArray("\"9999999999999999.99\"") << u"9999999999999999.99"_s;
    QTest::newRow("three decimals") << QByteArray("\"1.001\"") << QString();
    QTest::newRow("19 digits") << QByteArray("\"12345678901234567.89\"") << QString();
    QTest::newRow("grouped") << QByteArray("\"1,000.00\"") << QString();
    QTest::newRow("exponent") << QByteArray("1e3") << QString();
    QTest::newRow("plus") << QByteArray("\"+1\"") << QString();
    QTest::newRow("blank") << QByteArray("\" 1\"") << QString();
    QTest::newRow("point only") << QByteArray("\".5\"") << QString();
    QTest::newRow("point last") << QByteArray("\"5.\"") << QString();
    QTest::newRow("empty") << QByteArray("\"\"") << QString();
    QTest::newRow("list") << QByteArray("[1]") << QString();
}

void TestWire::numbers()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, value);
    const auto parsed = Json::parse(json);
    QVERIFY(parsed);
    const std::optional<kp::Money> amount = amountOf(parsed->root());
    QCOMPARE(amount ? amount->toString() : QString(), value);
}

void TestWire::httpReads_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("sized") << QByteArray(
        "POST /p?q=1&r=%E4%B8%AD HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nX-A: b \r\n\r\nhello");
    QTest::newRow("chunked")
        << QByteArray("POST /p?q=1&r=%E4%B8%AD HTTP/1.1\r\nhost:h\r\ntransfer-encoding: chunked\r\nx-a:b\r\n\r\n") +
               padded("he") + "3;name=value\r\nllo\r\n0\r\nTrailer: x\r\n\r\n";
}

void TestWire::httpReads()
{
    QFETCH(const QByteArray, bytes);
    // However the bytes are cut, the request is the same.
    for (const qsizetype step : {bytes.size(), qsizetype(1), qsizetype(7)}) {
        HttpParser parser;
        for (qsizetype at = 0; at < bytes.size(); at += step) {
            QVERIFY(parser.state() != HttpParser::State::Complete && parser.state() != HttpParser::State::Failed);
            parser.feed(bytes.mid(at, step));
        }
        QCOMPARE(parser.state(), HttpParser::State::Complete);
        const HttpRequest request = parser.take();
        QCOMPARE(request.method, QByteArray("POST"));
        QCOMPARE(request.path, QByteArray("/p"));
        QCOMPARE(request.query.queryItemValue(u"r"_s), u"中"_s);
        QCOMPARE(request.header("x-a"), QByteArray("b"));
        QCOMPARE(request.body, QByteArray("hello"));
        QVERIFY(request.keepAlive);
        QCOMPARE(parser.state(), HttpParser::State::Head);
    }
}

void TestWire::httpPipelined()
{
    HttpParser parser;
    parser.feed("GET /1 HTTP/1.1\r\nHost: h\r\n\r\nPOST /2 HTTP/1.0\r\nContent-Length: 1\r\n\r\nx\r\nGET /3 "
                "HTTP/1.1\r\nConnection: close\r\n\r\n");
    const HttpRequest one = parser.take();
    QCOMPARE(one.path, QByteArray("/1"));
    QVERIFY(one.body.isEmpty());
    const HttpRequest two = parser.take();
    QCOMPARE(two.body, QByteArray("x"));
    QVERIFY(!two.keepAlive); // HTTP/1.0
    QCOMPARE(parser.state(), HttpParser::State::Complete);
    QVERIFY(!parser.take().keepAlive);
}

void TestWire::httpExpectation()
{
    HttpParser parser;
    parser.feed("POST / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
    QVERIFY(parser.takeExpectation());
    QVERIFY(!parser.takeExpectation());
    parser.feed("ok");
    QCOMPARE(parser.take().body, QByteArray("ok"));
    parser.feed("POST / HTTP/1.1\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\no"); // did not wait
    QVERIFY(!parser.takeExpectation());
}

void TestWire::httpRefuses_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("status");
    const auto post = [](const QByteArray &headers) { return "POST / HTTP/1.1\r\n" + headers + "\r\n\r\n"; };
    QTest::newRow("no HTTP") << QByteArray("hello\r\n\r\n") << 400;
    QTest::newRow("version") << QByteArray("GET / HTTP/2.0\r\n\r\n") << 505;
    QTest::newRow("absolute target") << QByteArray("GET http://h/ HTTP/1.1\r\n\r\n") << 400;
    QTest::newRow("two lengths") << post("Content-Length: 1\r\nContent-Length: 2") << 400;
    QTest::newRow("length and chunks") << post("Content-Length: 1\r\nTransfer-Encoding: chunked") << 400;
    QTest::newRow("negative length") << post("Content-Length: -1") << 400;
    QTest::newRow("length in words") << post("Content-Length: ten") << 400;
    QTest::newRow("too long a body") << post("Content-Length: 999999999") << 413;
    QTest::newRow("unknown coding") << post("Transfer-Encoding: gzip, chunked") << 501;
    QTest::newRow("packed body") << post("Content-Encoding: gzip\r\nContent-Length: 1") << 415;
    QTest::newRow("folded header") << post("X-A: b\r\n c: d") << 400;
    QTest::newRow("blank before colon") << post("X-A : b") << 400;
    QTest::newRow("bad chunk size") << post("Transfer-Encoding: chunked") + "zz\r\n" << 400;
    QTest::newRow("chunk too short") << post("Transfer-Encoding: chunked") + "2\r\nabc\r\n" << 400;
    QTest::newRow("endless head") << QByteArray("GET / HTTP/1.1\r\nX: ") + QByteArray(HttpParser::maxHeadBytes, 'x')
                                  << 431;
}

void TestWire::httpRefuses()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const int, status);
    HttpParser parser;
    parser.feed(bytes);
    QCOMPARE(parser.state(), HttpParser::State::Failed);
    QCOMPARE(parser.failure(), status);
}

QTEST_GUILESS_MAIN(TestWire)
#include "tst_wire.moc"
