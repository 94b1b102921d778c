// SPDX-License-Identifier: GPL-3.0-or-later
// What goes over the wire, and what is not even tried. How the platform answers: tst_leqi_contract.
#include "core/net/leqi/leqi_platform.h"
#include "core/net/leqi/sm4.h"
#include "tests/net/settled.h"
#include "tests/net/wire_server.h"

#include <QRegularExpression>
#include <QTest>

using namespace kp;

namespace
{
const Secret key(QByteArray::fromHex("0123456789abcdeffedcba9876543210"));

QByteArray answer(const QByteArray &business)
{
    const QByteArray data = leqi::sm4Encrypted(business, key)->toBase64();
    return WireServer::answer(
        200, "{\"httpStatusCode\":\"200\",\"body\":\"{\\\"Response\\\":{\\\"RequestId\\\":\\\"1\\\",\\\"Data\\\":\\\"" +
                 data + "\\\"}}\"}");
}

Route routeTo(const WireServer &server)
{
    Route out;
    out.url = server.url(QStringLiteral("/access/v2/invoke")).toString();
    out.connectionPlatformId = QStringLiteral("c0ffee0000000000abcd");
    out.companyPlatformId = QStringLiteral("beef000000000000abcd");
    out.taxNumber = QStringLiteral("91310000000000000X");
    out.key = key;
    return out;
}
} // namespace

class TestLeqiPlatform : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatTheProtocolAsks();
    void asksTheAbilityOfEachOperation();
    void takesSettings();
    void refusesBeforeSending();
    void namesThisDevice();
    void anOlderConnectionTellsTheUseElsewhere();
    void whatNeitherAbilityTellsIsToldOnce();
};

void TestLeqiPlatform::sendsWhatTheProtocolAsks()
{
    WireServer server(
        [](QTcpSocket &socket, const WireRequest &) { socket.write(answer(R"({"returncode":"00","sllsh":"0123"})")); });
    HttpClient client;
    LeqiPlatform platform(client);
    Invoice invoice;
    invoice.number = QStringLiteral("26314000000000000017");
    const auto receipt = settled(platform.upload(routeTo(server), {invoice}));
    QVERIFY2(receipt.ok(), receipt.ok() ? "" : qPrintable(receipt.fault().detail));
    QCOMPARE(*receipt, QStringLiteral("0123"));

    QCOMPARE(server.requests().size(), 1);
    const WireRequest &request = server.requests().first();
    QVERIFY(request.head.startsWith("POST /access/v2/invoke/202007/QDFPSC HTTP/1.1\r\n"));
    QCOMPARE(request.header("fwbm"), QByteArray("QDFPSC"));
    QCOMPARE(request.header("nlbm"), QByteArray("202007"));
    QCOMPARE(request.header("jrdwptbh"), QByteArray("c0ffee0000000000abcd"));
    QCOMPARE(request.header("sydwptbh"), QByteArray("beef000000000000abcd"));
    QCOMPARE(request.header("ylbm"), QByteArray("202007"));
    for (const char *empty : {"access_signature", "sxcsbz"}) {
        QVERIFY(request.hasHeader(empty));
        QCOMPARE(request.header(empty), QByteArray());
    }
    QVERIFY(!request.body.contains('"') && !request.body.contains('\n')); // Base64 and nothing else
    const auto plain = leqi::sm4Decrypted(QByteArray::fromBase64(request.body), key);
    QVERIFY(plain && plain->startsWith("[{\"fphm\":\"26314000000000000017\""));
    QVERIFY(plain->contains("\"qyDm\":\"31\"") && plain->contains("\"ptbh\":\"c0ffee0000000000abcd\""));
}

void TestLeqiPlatform::asksTheAbilityOfEachOperation()
{
    WireServer server([](QTcpSocket &socket, const WireRequest &) {
        socket.write(answer(R"({"returncode":"04","returnmsg":"no"})"));
    });
    HttpClient client;
    LeqiPlatform platform(client);
    const QString number = QStringLiteral("26314000000000000017");
    const QDate day(2026, 11, 3);
    QCOMPARE(settled(platform.invoiceUse(routeTo(server), InvoiceKind::Special, number, day)).fault().kind,
        FaultKind::Rejected);
    const BlueReference reference{number, InvoiceKind::Special, day, Money::fromFen(1)};
    QCOMPARE(settled(platform.verifiedInvoice(routeTo(server), reference)).fault().kind, FaultKind::Rejected);
    QCOMPARE(server.requests().size(), 3); // the use of an invoice is asked of the older ability too
    const std::pair<QByteArray, QByteArray> expected[] = {
        {"202007", "FPZTXXCX"}, {"203067", "FPZTXXCX"}, {"203059", "FPCY_NEW"}};
    for (qsizetype i = 0; i < 3; ++i) {
        const auto &[ability, operation] = expected[i];
        const WireRequest &request = server.requests().at(i);
        QVERIFY2(request.head.startsWith("POST /access/v2/invoke/" + ability + '/' + operation + ' '),
            request.head.constData());
        QCOMPARE(request.header("nlbm"), ability);
        QCOMPARE(request.header("ylbm"), ability);
    }
}

void TestLeqiPlatform::takesSettings()
{
    WireServer server(
        [](QTcpSocket &socket, const WireRequest &) { socket.write(answer(R"({"returncode":"00","sllsh":"0123"})")); });
    HttpClient client;
    LeqiPlatform platform(client, {.device =
                                          [] {
                                              return Device{QStringLiteral("192.0.2.9"), QStringLiteral("mac")};
                                          },
                                      .selfUse = false,
                                      .useCases = {{QStringLiteral("QDFPSC"), QStringLiteral("911001")}},
                                      .sandboxFlag = QStringLiteral("1"),
                                      .areaCodes = {{QStringLiteral("91310000000000000X"), QStringLiteral("310000")}}});
    Route route = routeTo(server);
    route.key = Secret(QByteArray("0123456789ABCDEFFEDCBA9876543210")); // as it was handed out
    QVERIFY(settled(platform.upload(route, {Invoice()})).ok());
    const WireRequest &request = server.requests().first();
    QCOMPARE(request.header("ylbm"), QByteArray("911001"));
    QCOMPARE(request.header("sxcsbz"), QByteArray("1"));
    const QByteArray plain = leqi::sm4Decrypted(QByteArray::fromBase64(request.body), key).value_or(QByteArray());
    QVERIFY(plain.contains("\"qyDm\":\"310000\""));
    QVERIFY(plain.contains("\"fpkjfsDm\":\"4\""));
    QVERIFY(plain.contains("\"ip\":\"192.0.2.9\",\"macdz\":\"mac\""));
}

void TestLeqiPlatform::refusesBeforeSending()
{
    WireServer server([](QTcpSocket &socket, const WireRequest &) { socket.write(answer("{}")); });
    HttpClient client;
    LeqiPlatform platform(client);
    const Route route = routeTo(server);
    const QString id = QStringLiteral("id");
    for (const int count : {0, -1, 5001})
        QCOMPARE(settled(platform.numbers(route, count, id)).fault().kind, FaultKind::Invalid);
    QCOMPARE(settled(platform.upload(route, {})).fault().kind, FaultKind::Invalid);
    QCOMPARE(settled(platform.upload(route, QList<Invoice>(101))).fault().kind, FaultKind::Invalid);
    Route badKey = route;
    badKey.key = Secret(QByteArray("not a key"));
    QCOMPARE(settled(platform.rates(badKey)).fault().kind, FaultKind::Invalid);
    QVERIFY(!settled(platform.rates(badKey)).fault().detail.contains(QStringLiteral("not a key")));
    Route badUrl = route;
    badUrl.url = QStringLiteral("http://lqpt.example/access/v2/invoke");
    QCOMPARE(settled(platform.rates(badUrl)).fault().kind, FaultKind::Invalid);
    QVERIFY(server.requests().isEmpty());
}

void TestLeqiPlatform::namesThisDevice()
{
    const Device device = thisDevice();
    static const QRegularExpression ip(QStringLiteral(R"(^\d{1,3}(\.\d{1,3}){3}$)"));
    static const QRegularExpression mac(QStringLiteral("^[0-9A-F]{2}(:[0-9A-F]{2}){5}$"));
    QVERIFY2(ip.match(device.ip).hasMatch(), qPrintable(device.ip));
    QVERIFY2(mac.match(device.mac).hasMatch(), qPrintable(device.mac));
}

void TestLeqiPlatform::anOlderConnectionTellsTheUseElsewhere()
{
    WireServer server([](QTcpSocket &socket, const WireRequest &request) {
        socket.write(
            request.head.contains("/202007/")
                ? WireServer::answer(200,
                      R"({"httpStatusCode":"200","body":"{\"Response\":{\"RequestId\":\"1\",\"Error\":)"
                      R"({\"Code\":\"01\",\"Message\":\"not subscribed\"}}}"})")
                : answer(R"({"returncode":"00","fpzt":"0","fpyt":"1","rzzt":"01","ycpzzt":"01","hzsdbs":"N"})"));
    });
    HttpClient client;
    LeqiPlatform platform(client);
    for (int i = 0; i < 2; ++i) {
        const auto use = settled(platform.invoiceUse(
            routeTo(server), InvoiceKind::Special, QStringLiteral("26314000000000000017"), QDate(2026, 11, 20)));
        QVERIFY2(use.ok(), use.ok() ? "" : qPrintable(use.fault().detail));
        QCOMPARE(use->vatUse, QStringLiteral("1"));
    }
    QCOMPARE(server.requests().size(), 3); // the second time it is known where to ask
    QVERIFY(server.requests().at(0).head.startsWith("POST /access/v2/invoke/202007/FPZTXXCX "));
    for (const int i : {1, 2}) {
        QVERIFY(server.requests().at(i).head.startsWith("POST /access/v2/invoke/203067/FPZTXXCX "));
        QCOMPARE(server.requests().at(i).header("nlbm"), QByteArray("203067"));
    }
}

void TestLeqiPlatform::whatNeitherAbilityTellsIsToldOnce()
{
    WireServer server([](QTcpSocket &socket, const WireRequest &request) {
        socket.write(answer(request.head.contains("/202007/") ? R"({"returncode":"01","returnmsg":"no such invoice"})"
                                                              : R"({"returncode":"03","returnmsg":"not authorised"})"));
    });
    HttpClient client;
    LeqiPlatform platform(client);
    for (int i = 0; i < 2; ++i) {
        const auto use = settled(platform.invoiceUse(
            routeTo(server), InvoiceKind::Ordinary, QStringLiteral("26314000000000000017"), QDate(2026, 11, 20)));
        QVERIFY(!use.ok());
        QCOMPARE(use.fault().kind, FaultKind::Rejected);
        QCOMPARE(use.fault().message, QStringLiteral("no such invoice"));
    }
    QCOMPARE(server.requests().size(), 4); // nothing is concluded from it
}

QTEST_GUILESS_MAIN(TestLeqiPlatform)
#include "tst_leqi_platform.moc"
