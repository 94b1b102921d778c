// SPDX-License-Identifier: GPL-3.0-or-later
// What the platform does wrong on demand, seen from the other end of the socket; and that a connection that waits
// holds up no other.
#include "core/sandbox/server_thread.h"
#include "tests/sandbox/wire_client.h"

#include <QElapsedTimer>

using namespace practice;

class TestMisbehaviour : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void everyOperation_data();
    void everyOperation();
    void timesAndProbability();
    void orders_data();
    void orders();
    void upload_data();
    void upload();
    void exhausted();
    void processing();
    void latencyIsNotSerial();
    void keepAlive();
    void largeUpload();
    void oneServerPerFolder();
    void loopbackOnly();

private:
    QByteArray request(const QByteArray &operation);
    void order(const QByteArray &json) { controlled(m_url, "/control/faults", json); }
    qsizetype accepted() { return controlled(m_url, "/control/ledger").value(u"invoices"_s).toArray().size(); }

    QTemporaryDir m_folder;
    kp::sandbox::ServerThread m_server{{.dataDir = m_folder.path(), .throttleQuotaQuery = false}};
    QUrl m_url;
    Credential m_company;
    Practice m_builder; // only builds invoices
    QString m_number;
    QString m_receipt;
    int m_serial = 0;
};

void TestMisbehaviour::init()
{
    // One server for all tests; each begins with an empty ledger.
    if (m_url.isEmpty()) {
        const auto url = m_server.start();
        QVERIFY2(url, url ? "" : qUtf8Printable(url.fault().message));
        m_url = *url;
        m_company = m_server.credentials().first();
    }
    controlled(m_url, "/control/reset", "");
    controlled(m_url, "/control/clock", R"({"now":"2026-06-17 10:00:00"})");
    called(m_company, "XZTHSXED", request("XZTHSXED"));
    m_number = called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.text(u"fpqshm"_s);
    QCOMPARE(m_number.size(), 20);
}

/// A good request for each of the four operations of an issue.
QByteArray TestMisbehaviour::request(const QByteArray &operation)
{
    const QByteArray who = R"({"nsrsbh":")" + m_company.taxNumber.toLatin1() + '"';
    const QByteArray serial = R"(,"ywlsh":"serial-)" + QByteArray::number(++m_serial) + R"("})";
    if (operation == "QDFPPLFM")
        return who + R"(,"lysl":1)" + serial;
    if (operation == "XZTHSXED")
        return who + R"(,"ptbh":")" + m_company.connectionPlatformId.toLatin1() + R"(","sqlx":"0","sqed":"1000.00")" +
               serial;
    if (operation == "CXQDFPSCJG")
        return R"({"sllsh":")" + m_receipt.toLatin1() + R"("})";
    return '[' + compact(m_builder.invoice(m_builder.technology(), m_number)) + ']';
}

void TestMisbehaviour::everyOperation_data()
{
    QTest::addColumn<QByteArray>("operation");
    QTest::addColumn<QByteArray>("fault");
    QTest::addColumn<bool>("processed");
    for (const QByteArray operation : {"QDFPPLFM", "XZTHSXED", "QDFPSC", "CXQDFPSCJG"}) {
        const auto row = [&](const char *kind, const char *more, bool processed) {
            QTest::addRow("%s %s%s", operation.constData(), kind, more)
                << operation << R"([{"operation":")" + operation + R"(","kind":")" + kind + '"' + more + "}]"
                << processed;
        };
        row("delay", R"(,"ms":300)", true);
        row("drop_before", "", false);
        row("drop_after", "", true);
        row("half_answer", "", true);
        row("http_500", "", false);
        row("http_500", R"(,"processed":true)", true);
        row("envelope_status", "", false);
        row("envelope_status", R"(,"processed":true)", true);
        row("error", "", false);
        row("error", R"(,"processed":true)", true);
        row("wrong_key", "", true);
        if (operation != "QDFPSC")
            row("force_failed", "", false);
    }
}

void TestMisbehaviour::everyOperation()
{
    QFETCH(const QByteArray, operation);
    QFETCH(const QByteArray, fault);
    QFETCH(const bool, processed);
    m_receipt = called(m_company, "QDFPSC", request("QDFPSC")).answered.text(u"sllsh"_s);
    controlled(m_url, "/control/faults", R"({"processing_polls":1})");
    m_number = called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.text(u"fpqshm"_s);
    if (operation == "CXQDFPSCJG") // a poll leaves its trace by counting down
        m_receipt = called(m_company, "QDFPSC", request("QDFPSC")).answered.text(u"sllsh"_s);

    order(fault);
    QElapsedTimer elapsed;
    elapsed.start();
    const QByteArray asked = request(operation);
    const Received bad = called(m_company, operation, asked);
    const QByteArray kind = fault.split('"').at(7);
    if (kind == "delay") {
        QCOMPARE(bad.answered.code(), u"00"_s);
        QVERIFY(elapsed.elapsed() >= 300);
    } else if (kind.startsWith("drop")) {
        QCOMPARE(bad.status, 0);
    } else if (kind == "half_answer") {
        QCOMPARE(bad.status, 200);
        QVERIFY(bad.broken);
        QVERIFY(!bad.body.isEmpty());
    } else if (kind == "http_500") {
        QCOMPARE(bad.status, 500);
    } else if (kind == "envelope_status") {
        QCOMPARE(bad.answered.envelopeStatus, u"500"_s);
    } else if (kind == "error") {
        QCOMPARE(bad.answered.envelopeStatus, u"200"_s);
        QCOMPARE(bad.answered.error.value(u"Code"_s).toString(), u"01"_s);
        QVERIFY(!bad.answered.error.value(u"Message"_s).toString().isEmpty());
    } else if (kind == "wrong_key") {
        QCOMPARE(bad.answered.envelopeStatus, u"200"_s);
        QVERIFY(bad.answered.business.isEmpty());
    } else {
        QCOMPARE(kind, QByteArray("force_failed"));
        QCOMPARE(bad.answered.code(), u"01"_s);
    }

    // The next request is served well again, and shows whether the bad one was processed.
    const Received good = called(m_company, operation, asked);
    QCOMPARE(good.answered.code(), u"00"_s);
    if (operation == "QDFPPLFM") {
        const QByteArray next = request(operation);
        const QString first = good.answered.text(u"fpqshm"_s);
        const QString second = called(m_company, operation, next).answered.text(u"fpqshm"_s);
        QCOMPARE(second.last(9).toInt(), first.last(9).toInt() + 1); // the same serial took one number, not two
    } else if (operation == "XZTHSXED") {
        const QString downloaded =
            called(m_company, "CXSXED", "{\"nsrsbh\":\"" + m_company.taxNumber.toLatin1() + "\"}")
                .answered.text(u"yxzed"_s);
        QCOMPARE(downloaded, u"2000.00"_s);
    } else if (operation == "QDFPSC") {
        QCOMPARE(accepted(), 2);
        controlled(m_url, "/control/faults", R"({"processing_polls":0})");
        m_receipt = called(m_company, operation, asked).answered.text(u"sllsh"_s);
        const QJsonArray ledger = controlled(m_url, "/control/ledger").value(u"invoices"_s).toArray();
        QCOMPARE(ledger.at(1)[u"received"_s].toString(), processed ? u"3"_s : u"2"_s);
    } else {
        const QString status = good.answered.business.value(u"resultList"_s)[0][u"status"_s].toString();
        QCOMPARE(status, processed ? u"00"_s : u"01"_s);
    }
}

void TestMisbehaviour::timesAndProbability()
{
    order(R"([{"operation":"QDFPPLFM","kind":"error","times":2}])");
    QVERIFY(!called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.error.isEmpty());
    QCOMPARE(called(m_company, "XZTHSXED", request("XZTHSXED")).answered.code(), u"00"_s); // another operation
    QVERIFY(!called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.error.isEmpty());
    QCOMPARE(called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.code(), u"00"_s);
    order(R"([{"kind":"http_500","times":-1,"probability":0}])");
    QCOMPARE(called(m_company, "QDFPPLFM", request("QDFPPLFM")).status, 200);
    order(R"([{"kind":"http_500","times":-1}])");
    for (int i = 0; i < 3; ++i)
        QCOMPARE(called(m_company, "XZTHSXED", request("XZTHSXED")).status, 500);
    QCOMPARE(controlled(m_url, "/control/faults").value(u"faults"_s).toArray().size(), 1); // control itself behaves
    order("[]");
    QCOMPARE(called(m_company, "QDFPPLFM", request("QDFPPLFM")).answered.code(), u"00"_s);
}

void TestMisbehaviour::orders_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("unknown kind") << QByteArray(R"([{"kind":"sulk"}])");
    QTest::newRow("unknown operation") << QByteArray(R"([{"kind":"delay","operation":"NOTHING"}])");
    QTest::newRow("kind that does not fit") << QByteArray(R"([{"kind":"force_duplicate","operation":"QDFPPLFM"}])");
    QTest::newRow("times") << QByteArray(R"([{"kind":"delay","times":-2}])");
    QTest::newRow("probability") << QByteArray(R"([{"kind":"delay","probability":"1.5"}])");
    QTest::newRow("probability that is no number") << QByteArray(R"([{"kind":"delay","probability":"nan"}])");
    QTest::newRow("latency") << QByteArray(R"({"latency_ms":"long"})");
    QTest::newRow("one bad among good") << QByteArray(R"([{"kind":"delay"},{"kind":"sulk"}])");
    QTest::newRow("no JSON") << QByteArray("delay");
    QTest::newRow("number") << QByteArray("7");
}

void TestMisbehaviour::orders()
{
    QFETCH(const QByteArray, json);
    order(R"([{"kind":"processing","times":5}])");
    QVERIFY(!controlled(m_url, "/control/faults", json).value(u"error"_s).toString().isEmpty());
    const QJsonArray kept = controlled(m_url, "/control/faults").value(u"faults"_s).toArray();
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0][u"times"_s].toInt(), 5);
}

void TestMisbehaviour::upload_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QString>("status");
    QTest::addColumn<int>("inLedger");
    QTest::addColumn<QString>("again"); // status of the same upload afterwards
    QTest::newRow("force_failed") << QByteArray("force_failed") << u"02"_s << 0 << u"00"_s;
    QTest::newRow("force_duplicate") << QByteArray("force_duplicate") << u"03"_s << 1 << u"03"_s;
    QTest::newRow("quota_exhausted") << QByteArray("quota_exhausted") << u"02"_s << 0 << u"00"_s;
}

void TestMisbehaviour::upload()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const QString, status);
    QFETCH(const int, inLedger);
    QFETCH(const QString, again);
    const auto uploaded = [&] {
        m_receipt = called(m_company, "QDFPSC", request("QDFPSC")).answered.text(u"sllsh"_s);
        return called(m_company, "CXQDFPSCJG", request("CXQDFPSCJG"))
            .answered.business.value(u"resultList"_s)[0][u"status"_s]
            .toString();
    };
    order(R"([{"operation":"*","kind":")" + kind + "\"}]");
    QCOMPARE(uploaded(), status);
    QCOMPARE(accepted(), inLedger);
    order("[]");
    QCOMPARE(uploaded(), again);
    QCOMPARE(accepted(), 1);
}

void TestMisbehaviour::exhausted()
{
    order(R"([{"kind":"numbers_exhausted"},{"kind":"quota_exhausted"}])");
    const QByteArray numbers = request("QDFPPLFM");
    QVERIFY(called(m_company, "QDFPPLFM", numbers).answered.words().contains(u"号码不足"));
    QCOMPARE(called(m_company, "QDFPPLFM", numbers).answered.code(), u"00"_s);
    const QByteArray quota = request("XZTHSXED");
    QVERIFY(called(m_company, "XZTHSXED", quota).answered.words().contains(u"额度不足"));
    QCOMPARE(called(m_company, "XZTHSXED", quota).answered.code(), u"00"_s);
}

void TestMisbehaviour::processing()
{
    order(R"([{"kind":"processing","operation":"CXQDFPSCJG","times":3}])");
    m_receipt = called(m_company, "QDFPSC", request("QDFPSC")).answered.text(u"sllsh"_s);
    QStringList statuses;
    for (int i = 0; i < 4; ++i)
        statuses += called(m_company, "CXQDFPSCJG", request("CXQDFPSCJG"))
                        .answered.business.value(u"resultList"_s)[0][u"status"_s]
                        .toString();
    QCOMPARE(statuses, QStringList({u"01"_s, u"01"_s, u"01"_s, u"00"_s}));
    QCOMPARE(accepted(), 1); // decided when it came in
}

void TestMisbehaviour::latencyIsNotSerial()
{
    order(R"({"latency_ms":300})");
    QElapsedTimer elapsed;
    elapsed.start();
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    constexpr int many = 40;
    sockets.reserve(many);
    for (int i = 0; i < many; ++i)
        sockets.push_back(sent(m_url, operationBytes(m_company, "QDFPPLFM", request("QDFPPLFM"))));
    QSet<QString> numbers;
    for (const auto &socket : sockets)
        numbers.insert(parsed(received(*socket), m_company).answered.text(u"fpqshm"_s));
    QCOMPARE(numbers.size(), many);
    QVERIFY(elapsed.elapsed() >= 300);
    QVERIFY2(elapsed.elapsed() < many * 300 / 3, qPrintable(QString::number(elapsed.elapsed())));
}

void TestMisbehaviour::keepAlive()
{
    QByteArray request = operationBytes(m_company, "QDFPPLFM", this->request("QDFPPLFM"));
    request.replace("Connection: close\r\n", "");
    order(R"({"latency_ms":20})");
    const auto socket = sent(m_url, request + request + request); // pipelined
    QByteArray bytes;
    while (bytes.count("HTTP/1.1 200") < 3 || !bytes.endsWith('}'))
        if (!socket->waitForReadyRead(patienceMs))
            break;
        else
            bytes += socket->readAll();
    QCOMPARE(bytes.count("HTTP/1.1 200"), 3);
    QCOMPARE(socket->state(), QAbstractSocket::ConnectedState);
    QCOMPARE(bytes.count("Connection: keep-alive"), 3);
    // A page in a browser is refused.
    socket->write(
        "GET /control/ledger HTTP/1.1\r\nHost: x\r\nOrigin: http://example.invalid\r\nConnection: close\r\n\r\n");
    QVERIFY(received(*socket).startsWith("HTTP/1.1 403"));
}

void TestMisbehaviour::largeUpload()
{
    // 100 invoices of 200 lines: some 8 MB, sent in chunks by a client that first asks whether it may.
    called(m_company, "XZTHSXED",
        R"({"nsrsbh":")" + m_company.taxNumber.toLatin1() + R"(","ptbh":")" +
            m_company.connectionPlatformId.toLatin1() + R"(","sqlx":"0","sqed":"100000000.00","ywlsh":"large"})");
    const QString first = called(
        m_company, "QDFPPLFM", R"({"nsrsbh":")" + m_company.taxNumber.toLatin1() + R"(","lysl":900,"ywlsh":"large"})")
                              .answered.text(u"fpqshm"_s);
    QJsonArray lines;
    for (int i = 1; i <= 200; ++i)
        lines.append(Practice::line(i));
    QJsonArray batch;
    for (int i = 0; i < 100; ++i) {
        QJsonObject invoice = m_builder.invoice(m_builder.technology(),
            first.first(11) + QString::number(first.last(9).toInt() + i).rightJustified(9, u'0'));
        invoice.insert(u"fpmxList"_s, lines);
        invoice.insert(u"hjje"_s, u"20000.00"_s);
        invoice.insert(u"hjse"_s, u"2600.00"_s);
        invoice.insert(u"jshj"_s, u"22600.00"_s);
        batch.append(invoice);
    }
    const QByteArray whole = operationBytes(m_company, "QDFPSC", QJsonDocument(batch).toJson(QJsonDocument::Compact));
    const qsizetype split = whole.indexOf("\r\n\r\n") + 4;
    QByteArray head = whole.first(split);
    const QByteArray body = whole.sliced(split);
    QVERIFY(body.size() > 5'000'000);
    head.replace(
        "Content-Length: " + QByteArray::number(body.size()), "Transfer-Encoding: chunked\r\nExpect: 100-continue");
    const auto socket = sent(m_url, head);
    QVERIFY(socket->waitForReadyRead(patienceMs));
    QCOMPARE(socket->readAll(), QByteArray("HTTP/1.1 100 Continue\r\n\r\n"));
    constexpr qsizetype step = 700'000;
    for (qsizetype at = 0; at < body.size(); at += step) {
        const QByteArray chunk = body.mid(at, step);
        socket->write(QByteArray::number(chunk.size(), 16) + "\r\n" + chunk + "\r\n");
    }
    socket->write("0\r\n\r\n");
    const Received answer = parsed(received(*socket), m_company);
    QCOMPARE(answer.answered.code(), u"00"_s);
    QCOMPARE(accepted(), 100);
}

void TestMisbehaviour::oneServerPerFolder()
{
    kp::sandbox::ServerThread second({.dataDir = m_folder.path()});
    const auto refused = second.start();
    QVERIFY(!refused);
    QCOMPARE(refused.fault().kind, kp::FaultKind::Conflict);
    QCOMPARE(kp::sandbox::runningServer(m_folder.path()), std::optional(m_url));

    // Another folder serves at the same time, stops, and starts again with the same keys.
    QTemporaryDir other;
    kp::sandbox::ServerThread third({.dataDir = other.path()});
    QVERIFY(third.start());
    const QString key = third.credentials().first().keyHex;
    QVERIFY(key != m_company.keyHex);
    third.stop();
    QVERIFY(third.credentials().isEmpty());
    QVERIFY(!kp::sandbox::runningServer(other.path()));
    const auto printed = kp::sandbox::readCredentials(other.path(), QUrl(u"http://127.0.0.1:8700"_s));
    QVERIFY(printed);
    QCOMPARE(printed->first().keyHex, key);
    QCOMPARE(printed->first().url, QUrl(u"http://127.0.0.1:8700/access/sandbox/v2/invoke"_s));
    QVERIFY(third.start());
    QCOMPARE(third.credentials().first().keyHex, key);
}

void TestMisbehaviour::loopbackOnly()
{
    QTemporaryDir other;
    kp::sandbox::ServerThread open({.dataDir = other.path(), .address = QHostAddress(QHostAddress::AnyIPv4)});
    const auto refused = open.start();
    QVERIFY(!refused);
    QCOMPARE(refused.fault().kind, kp::FaultKind::Denied);
    kp::sandbox::ServerThread taken({.dataDir = other.path(), .port = static_cast<quint16>(m_url.port())});
    QCOMPARE(taken.start().fault().kind, kp::FaultKind::Offline);
}

QTEST_GUILESS_MAIN(TestMisbehaviour)
#include "tst_misbehaviour.moc"
