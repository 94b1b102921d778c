// SPDX-License-Identifier: GPL-3.0-or-later
// The verbs that make a profile and read it: init, show, list, pdf, status, verify; and how wrong commands end.
#include "tests/e2e/shop.h"

#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace kp::test;
using namespace Qt::StringLiterals;

class BooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCOMPARE(shop.open(), QString());
        issued = shop.issue(sampleWorkbook());
        QVERIFY2(issued.code == 0, qPrintable(issued.words()));
        number = issued.json().value(u"invoices"_s)[0][u"number"_s].toString();
    }

    void classifyNeedsNoBooks()
    {
        const Ended found = cli({u"classify"_s, u"大米饼干"_s, u"原煤"_s, u"--date"_s, u"2026-04-30"_s, u"--json"_s});
        QVERIFY2(found.code == 0, qPrintable(found.words()));
        const QJsonArray results = found.json().value(u"results"_s).toArray();
        QCOMPARE(results.size(), 2);
        const QJsonObject biscuit = results[0][u"proposals"_s][0].toObject();
        QCOMPARE(biscuit.value(u"code"_s).toString(), u"1030201030000000000"_s);
        QCOMPARE(biscuit.value(u"short_name"_s).toString(), u"焙烤食品"_s);
        QCOMPARE(biscuit.value(u"rate"_s).toString(), u"13%"_s);
        QCOMPARE(biscuit.value(u"reason"_s).toString(), u"like-name"_s);
        QCOMPARE(results[1][u"proposals"_s][0][u"short_name"_s].toString(), u"煤炭"_s);
        QVERIFY(cli({u"classify"_s, u"番薯"_s}).out.contains("甘薯"));
        QCOMPARE(cli({u"classify"_s, u"番薯"_s, u"--date"_s, u"May"_s}).code, 2);
    }

    void classifyReadsNamesFromItsInput()
    {
        QProcess process;
        startCli(process, {u"classify"_s, u"--json"_s, u"--limit"_s, u"3"_s});
        process.write("玉米\n\n小麦\n");
        process.closeWriteChannel();
        const Ended found = endOf(process);
        const QJsonArray results = found.json().value(u"results"_s).toArray();
        QCOMPARE(results.size(), 2);
        QCOMPARE(results[1][u"name"_s].toString(), u"小麦"_s);
        QCOMPARE(results[1][u"proposals"_s].toArray().size(), 3);
    }

    void classifyKnowsWhatTheCompanyChose()
    {
        const Ended found = shop.json({u"classify"_s, u"台式计算机"_s});
        QVERIFY2(found.code == 0, qPrintable(found.words()));
        const QJsonValue best = found.json().value(u"results"_s)[0][u"proposals"_s][0];
        QCOMPARE(best[u"reason"_s].toString(), u"learned"_s);
        QCOMPARE(cli({u"classify"_s, u"台式计算机"_s, u"--profile"_s, u"/nowhere"_s}).code, 5);
    }

    void showTellsTheWholeInvoice()
    {
        const Ended shown = shop.json({u"show"_s, number});
        QVERIFY2(shown.code == 0, qPrintable(shown.words()));
        const QJsonObject invoice = shown.json();
        QCOMPARE(invoice.value(u"number"_s).toString(), number);
        QCOMPARE(invoice.value(u"serial"_s).toString(), u"SAMPLE-0001"_s);
        QCOMPARE(invoice.value(u"gross"_s).toString(), u"22641.02"_s);
        QCOMPARE(invoice.value(u"capitals"_s).toString(), u"贰万贰仟陆佰肆拾壹圆零贰分"_s);
        const QJsonArray lines = invoice.value(u"lines"_s).toArray();
        QCOMPARE(lines.size(), 3); // one of them the discount
        QCOMPARE(lines[1][u"net"_s].toString(), u"-995.00"_s);
        QVERIFY(lines[0][u"printedName"_s].toString().endsWith(u"*台式计算机"_s));
        QCOMPARE(invoice.value(u"history"_s).toArray().last()[u"state"_s].toString(), u"issued"_s);
        QVERIFY(shop.run({u"show"_s, number}).out.contains("贰万贰仟陆佰肆拾壹圆零贰分"));
        QCOMPARE(shop.run({u"show"_s, u"26000000000000000000"_s}).code, 5);
        QCOMPARE(shop.run({u"show"_s}).code, 5);
    }

    void listFiltersAndAddsUp()
    {
        const QJsonObject all = shop.json({u"list"_s}).json();
        QCOMPARE(all.value(u"invoices"_s).toArray().size(), 13);
        const QJsonObject totals = all.value(u"totals"_s).toObject();
        QCOMPARE(totals.value(u"count"_s).toInt(), 13);
        QVERIFY(totals.value(u"gross"_s).isString());
        QCOMPARE(shop.json({u"list"_s, u"--limit"_s, u"5"_s}).json().value(u"invoices"_s).toArray().size(), 5);
        const QJsonArray found = shop.json({u"list"_s, u"--text"_s, u"滚动"_s}).json().value(u"invoices"_s).toArray();
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0][u"serial"_s].toString(), u"SAMPLE-0003"_s);
        QCOMPARE(shop.json({u"list"_s, u"--state"_s, u"issued"_s}).json().value(u"invoices"_s).toArray().size(), 13);
        QCOMPARE(shop.json({u"list"_s, u"--state"_s, u"refused"_s}).json().value(u"invoices"_s).toArray().size(), 0);
        QCOMPARE(shop.run({u"list"_s, u"--state"_s, u"lost"_s}).code, 2);
        QCOMPARE(shop.run({u"list"_s, u"--limit"_s, u"many"_s}).code, 2);
    }

    void thePdfIsTheSameEveryTime()
    {
        const auto bytes = [this](const QString &name) {
            const Ended written = shop.run({u"pdf"_s, number, u"-o"_s, shop.path(name)});
            QFile file(shop.path(name));
            return written.code == 0 && file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray first = bytes(u"one.pdf"_s);
        QVERIFY(first.startsWith("%PDF-"));
        QCOMPARE(bytes(u"two.pdf"_s), first);

        QProcess reader;
        reader.start(u"pdftotext"_s, {shop.path(u"one.pdf"_s), u"-"_s});
        const QString text = QString::fromUtf8(endOf(reader).out);
        for (const QString &words : {u"电子发票"_s, number, u"示例云帆科技（杭州）有限公司"_s, u"台式计算机"_s,
                 u"贰万贰仟陆佰肆拾壹圆零贰分"_s})
            QVERIFY2(text.contains(words), qPrintable(words));

        QCOMPARE(shop.run({u"pdf"_s, number}).code, 2);
        QCOMPARE(shop.run({u"pdf"_s, number, u"-o"_s, shop.path(u"no/such/folder.pdf"_s)}).code, 6);
    }

    void statusAndVerifyAddUp()
    {
        const QJsonObject status = shop.json({u"status"_s}).json();
        QCOMPARE(status.value(u"outbox"_s).toInt(-1), 0);
        QCOMPARE(status.value(u"invoices"_s)[u"issued"_s].toInt(), 13);
        const Ended verified = shop.json({u"verify"_s});
        QVERIFY2(verified.code == 0, qPrintable(verified.words()));
        QVERIFY(verified.json().value(u"clean"_s).toBool());
        qint64 used = 0;
        for (const auto &company : verified.json().value(u"companies"_s).toArray()) {
            used += company[u"used"_s].toInt();
            for (const QString &key : {u"lost"_s, u"doubled"_s, u"foreign"_s})
                QCOMPARE(company[key].toArray().size(), 0);
        }
        QCOMPARE(used, 13);
    }

    /// The last that is done with these books.
    void verifyFindsWhatAnotherHandChanged()
    {
        {
            QSqlDatabase books = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hand"_s);
            books.setDatabaseName(shop.profile() + u"/kaipiao.db"_s);
            QVERIFY(books.open());
            QSqlQuery query(books);
            for (const QString &sql : {u"DROP TRIGGER invoice_settled"_s, u"DROP TRIGGER invoice_content"_s,
                     u"UPDATE invoice SET buyer_name = 'Someone else' WHERE number = '%1'"_s.arg(number)})
                QVERIFY2(query.exec(sql), qPrintable(sql));
        }
        QSqlDatabase::removeDatabase(u"hand"_s);
        const Ended verified = shop.json({u"verify"_s});
        QCOMPARE(verified.code, 1);
        QVERIFY(!verified.json().value(u"clean"_s).toBool(true));
        const QJsonArray complaints = verified.json().value(u"complaints"_s).toArray();
        QCOMPARE(complaints.size(), 4);
        QVERIFY(complaints[0].toString().contains(u"trigger invoice_content is missing"_s));
        QVERIFY(complaints[2].toString().contains(number));
        QVERIFY(complaints[2].toString().contains(u"Someone else"_s));
        QVERIFY(complaints[3].toString().contains(number)); // nor is the whole what was submitted
        const Ended said = shop.run({u"verify"_s});
        QCOMPARE(said.code, 1);
        QVERIFY(said.out.contains("Someone else"));
    }

    void practiceNeedsNoServer()
    {
        const QTemporaryDir folder;
        const QString profile = folder.filePath(u"practice"_s);
        const Ended made = cli({u"init"_s, u"--practice"_s, u"--profile"_s, profile, u"--json"_s});
        QVERIFY2(made.code == 0, qPrintable(made.words()));
        QCOMPARE(made.json().value(u"companies"_s).toArray().size(), 5);
        const Ended report = cli({u"issue"_s, sampleWorkbook(), u"--profile"_s, profile, u"--json"_s});
        QVERIFY2(report.code == 0, qPrintable(report.words()));
        QCOMPARE(counted(report, "issued"), 13);
    }

    void wrongCommands_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<int>("code");
        QTest::newRow("nothing") << QStringList{} << 2;
        QTest::newRow("unknown verb") << QStringList{u"destroy"_s} << 2;
        QTest::newRow("unknown option") << QStringList{u"list"_s, u"--nonsense"_s} << 2;
        QTest::newRow("init how") << QStringList{u"init"_s} << 2;
        QTest::newRow("init both") << QStringList{u"init"_s, u"--practice"_s, u"--credentials"_s, u"x"_s} << 2;
        QTest::newRow("no credentials") << QStringList{u"init"_s, u"--credentials"_s, u"/nonexistent"_s} << 5;
        QTest::newRow("wrong credentials") << QStringList{u"init"_s, u"--credentials"_s, sampleWorkbook()} << 5;
        QTest::newRow("no profile") << QStringList{u"list"_s, u"--profile"_s, u"/nonexistent"_s} << 5;
    }
    void wrongCommands()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const int, code);
        const QTemporaryDir folder;
        const QStringList profile{u"--profile"_s, folder.filePath(u"profile"_s)};
        const Ended ended = cli(arguments.contains(u"--profile"_s) ? arguments : arguments + profile);
        QVERIFY2(ended.code == code, qPrintable(ended.words()));
        QVERIFY(!ended.err.isEmpty());
        QVERIFY(!QFile::exists(folder.filePath(u"profile"_s)));
    }

    void helpNamesTheExitCodes()
    {
        const Ended help = cli({u"--help"_s});
        QCOMPARE(help.code, 0);
        QVERIFY(help.out.contains("Exit codes: 0 done"));
        for (const QByteArray verb : {"init", "issue", "template", "list", "show", "pdf", "status", "verify"})
            QVERIFY2(help.out.contains("\n  " + verb + ' '), verb.constData());
    }

    void onlyTheRightPasswordOpens()
    {
        const QStringList list{u"list"_s, u"--profile"_s, shop.profile()};
        const Ended wrong = cli(list, cliEnvironment(u"not the password"_s));
        QVERIFY2(wrong.code == 3, qPrintable(wrong.words()));
        QVERIFY(!wrong.out.contains(number.toLatin1()));
        const Ended stranger = cli(list + QStringList{u"--user"_s, u"nobody"_s}, cliEnvironment());
        QCOMPARE(stranger.code, 3);
        QCOMPARE(stranger.err, wrong.err); // which of the two was wrong is not told
        QCOMPARE(cli(list).code, 0);
        const QTemporaryDir folder;
        const QStringList init{u"init"_s, u"--practice"_s, u"--profile"_s, folder.filePath(u"p"_s)};
        QCOMPARE(cli(init, cliEnvironment(u"short"_s)).code, 5);
    }

private:
    Shop shop;
    Ended issued;
    QString number;
};

QTEST_GUILESS_MAIN(BooksTest)
#include "tst_books.moc"
