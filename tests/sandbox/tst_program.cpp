// SPDX-License-Identifier: GPL-3.0-or-later
// kaipiao-sandbox as a program: what it prints, how it ends, and that killing it loses nothing it has answered for.
#include "tests/sandbox/wire_client.h"

#include <QProcess>

using namespace practice;

namespace
{
struct Ended {
    int code = -1;
    QByteArray out, err;
};

Ended ran(const QStringList &arguments)
{
    QProcess process;
    process.start(QStringLiteral(KP_BIN_DIR "/kaipiao-sandbox"), arguments);
    if (!process.waitForFinished(patienceMs) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

QList<Credential> credentialsOf(const QByteArray &json)
{
    QList<Credential> out;
    for (const auto &company : QJsonDocument::fromJson(json).object().value(u"companies"_s).toArray()) {
        const QJsonValue connection = company[u"connection"_s];
        out.append(Credential{company[u"name"_s].toString(), company[u"tax_number"_s].toString(),
            company[u"platform_id"_s].toString(), connection[u"platform_id"_s].toString(),
            connection[u"key"_s].toString(), QUrl(connection[u"url"_s].toString()),
            connection[u"poll_seconds"_s].toInt()});
    }
    return out;
}
} // namespace

class TestProgram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void help();
    void wrongArguments_data();
    void wrongArguments();
    void credentials();
    void endsOnRequest();
    void killsLoseNothing();

private:
    /// Starts a server on the folder and gives its address; empty when its first line is not as promised.
    static QUrl started(QProcess &server, const QString &folder)
    {
        server.start(
            QStringLiteral(KP_BIN_DIR "/kaipiao-sandbox"), {u"--listen"_s, u"127.0.0.1:0"_s, u"--data"_s, folder});
        while (!server.canReadLine() && server.waitForReadyRead(patienceMs)) {
        }
        const QByteArray line = server.readLine().trimmed();
        return line.startsWith("listening on http://127.0.0.1:") ? QUrl(QString::fromLatin1(line.sliced(13))) : QUrl();
    }
};

void TestProgram::help()
{
    const Ended ended = ran({u"--help"_s});
    QCOMPARE(ended.code, 0);
    for (const QByteArray word : {"--print-credentials", "/control/ledger", "/control/faults", "/control/clock",
             "/control/reset", "/control/company", "/control/requests", "half_answer", "force_duplicate", "Exit codes"})
        QVERIFY2(ended.out.contains(word), word.constData());
}

void TestProgram::wrongArguments_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("no folder") << QStringList{};
    QTest::newRow("unknown option") << QStringList{u"--data"_s, u"x"_s, u"--nonsense"_s};
    QTest::newRow("stray argument") << QStringList{u"--data"_s, u"x"_s, u"y"_s};
    QTest::newRow("every address") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"0.0.0.0:8700"_s};
    QTest::newRow("another machine") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"192.0.2.1:8700"_s};
    QTest::newRow("no port") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"127.0.0.1"_s};
    QTest::newRow("port") << QStringList{u"--data"_s, u"x"_s, u"--listen"_s, u"127.0.0.1:70000"_s};
    QTest::newRow("latency") << QStringList{u"--data"_s, u"x"_s, u"--latency"_s, u"-1"_s};
    QTest::newRow("address unknown") << QStringList{
        u"--data"_s, QDir::temp().filePath(u"kaipiao-none"_s), u"--print-credentials"_s};
}

void TestProgram::wrongArguments()
{
    QFETCH(const QStringList, arguments);
    const Ended ended = ran(arguments);
    QCOMPARE(ended.code, 2);
    QVERIFY(ended.out.isEmpty());
    QVERIFY(ended.err.startsWith("kaipiao-sandbox: "));
}

void TestProgram::credentials()
{
    QTemporaryDir folder;
    const QStringList print{u"--data"_s, folder.path(), u"--print-credentials"_s};
    const Ended before = ran(print + QStringList{u"--listen"_s, u"127.0.0.1:8700"_s});
    QCOMPARE(before.code, 0);
    const QList<Credential> early = credentialsOf(before.out);
    QCOMPARE(early.size(), 5);
    QCOMPARE(early.first().url, QUrl(u"http://127.0.0.1:8700/access/sandbox/v2/invoke"_s));
    QCOMPARE(early.first().keyHex.size(), 32);
    QCOMPARE(early.first().pollSeconds, 1);

    QProcess server;
    const QUrl url = started(server, folder.path());
    QVERIFY(!url.isEmpty());
    const QList<Credential> late = credentialsOf(ran(print).out);
    QCOMPARE(late.size(), 5);
    QCOMPARE(late.first().keyHex, early.first().keyHex);
    QCOMPARE(late.first().url.port(), url.port());
    QCOMPARE(called(late.first(), "CXKYSL", "{}").answered.code(), u"00"_s);
    // A second server on the same folder is refused.
    QCOMPARE(ran({u"--data"_s, folder.path()}).code, 1);
    server.kill();
    QVERIFY(server.waitForFinished(patienceMs));
}

void TestProgram::endsOnRequest()
{
    QTemporaryDir folder;
    QProcess server;
    QVERIFY(!started(server, folder.path()).isEmpty());
    server.terminate();
    QVERIFY(server.waitForFinished(patienceMs));
    QCOMPARE(server.exitStatus(), QProcess::NormalExit);
    QCOMPARE(server.exitCode(), 0);
    QVERIFY(!kp::sandbox::runningServer(folder.path()));
}

void TestProgram::killsLoseNothing()
{
    QTemporaryDir folder;
    Practice builder;
    QSet<QString> answered; // numbers the platform has said it took
    qsizetype sentInvoices = 0;
    for (int round = 0; round < 8; ++round) {
        QProcess server;
        const QUrl url = started(server, folder.path());
        QVERIFY(!url.isEmpty()); // the killed one's lock keeps nobody out
        controlled(url, "/control/clock", R"({"now":"2026-06-17 10:00:00"})");
        const Credential company =
            credentialsOf(ran({u"--data"_s, folder.path(), u"--print-credentials"_s}).out).first();
        const QByteArray who =
            R"({"nsrsbh":")" + company.taxNumber.toLatin1() + R"(","ywlsh":")" + QByteArray::number(round) + '"';
        called(company, "XZTHSXED",
            who + R"(,"ptbh":")" + company.connectionPlatformId.toLatin1() + R"(","sqlx":"0","sqed":"10000.00"})");
        const QString first = called(company, "QDFPPLFM", who + R"(,"lysl":40})").answered.text(u"fpqshm"_s);

        std::vector<std::pair<QString, std::unique_ptr<QTcpSocket>>> open;
        for (int i = 0; i < 20; ++i) {
            const QString number = first.first(11) + QString::number(first.last(9).toInt() + i).rightJustified(9, u'0');
            const QByteArray batch = '[' + compact(builder.invoice(builder.technology(), number)) + ']';
            open.emplace_back(number, sent(company.url, operationBytes(company, "QDFPSC", batch)));
            ++sentInvoices;
        }
        // Some have their answer, some are on the way, some not read yet: in each round a few more.
        for (int i = 0; i < round * 3 && i < static_cast<int>(open.size()); ++i)
            if (parsed(received(*open[static_cast<std::size_t>(i)].second), company).answered.code() == u"00")
                answered.insert(open[static_cast<std::size_t>(i)].first);
        server.kill();
        QVERIFY(server.waitForFinished(patienceMs));
        for (const auto &[number, socket] : open)
            if (parsed(received(*socket), company).answered.code() == u"00")
                answered.insert(number);
    }
    QProcess server;
    const QUrl url = started(server, folder.path());
    QSet<QString> accepted;
    const QJsonArray ledger = controlled(url, "/control/ledger").value(u"invoices"_s).toArray();
    for (const auto &entry : ledger)
        accepted.insert(entry[u"number"_s].toString());
    QCOMPARE(accepted.size(), ledger.size());
    QVERIFY(answered.size() > 20);
    QVERIFY(accepted.contains(answered));
    QVERIFY(accepted.size() <= sentInvoices);
    server.kill();
    QVERIFY(server.waitForFinished(patienceMs));
}

QTEST_GUILESS_MAIN(TestProgram)
#include "tst_program.moc"
