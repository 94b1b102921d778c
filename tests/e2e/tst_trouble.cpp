// SPDX-License-Identifier: GPL-3.0-or-later
// What a script meets when the platform is away, another program has the profile, or the disk takes no more.
#include "tests/e2e/shop.h"
#include "tests/soak/numbered_orders.h"

#include <QFile>
#include <QRegularExpression>

using namespace kp::test;
using namespace Qt::StringLiterals;

class TroubleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        shop = std::make_unique<Shop>();
        QCOMPARE(shop->open(), QString());
    }
    void cleanup() { shop.reset(); }

    /// Numbers and credit are at hand; then nobody listens any more.
    void anAbsentPlatformLeavesOrdersPending()
    {
        const QString first = written({u"first"_s, 3});
        QCOMPARE(shop->issue(first).code, 0);
        shop->platform.stop();

        const NumberedOrders orders{u"later"_s, 5};
        const QString workbook = written(orders);
        const Ended away = shop->issue(workbook, {u"--wait"_s, u"2"_s});
        QVERIFY2(away.code == 4, qPrintable(away.words()));
        QCOMPARE(counted(away, "pending"), 5);
        QVERIFY(messagesOf(away).contains(u"takes no connection. Check the address, or try again later."_s));
        QVERIFY(messagesOf(away).contains(u"Issue the workbook again to go on."_s));
        QCOMPARE(shop->json({u"status"_s}).json().value(u"outbox"_s).toInt(), 5);
        QCOMPARE(shop->json({u"verify"_s}).code, 0);

        QVERIFY(shop->platform.start());
        const Ended back = shop->issue(workbook);
        QVERIFY2(back.code == 0, qPrintable(back.words()));
        QCOMPARE(judged(shop->platform.ledger(), orders).words, QStringList());
        QCOMPARE(shop->json({u"verify"_s}).code, 0);
    }

    /// Not even numbers could be drawn.
    void anAbsentPlatformAtTheFirstOrder()
    {
        shop->platform.stop();
        const NumberedOrders orders{u"first"_s, 2};
        const QString workbook = written(orders);
        const Ended away = shop->issue(workbook, {u"--wait"_s, u"1"_s});
        QVERIFY2(away.code == 4, qPrintable(away.words()));
        QCOMPARE(counted(away, "pending"), 2);
        QVERIFY(messagesOf(away).contains(u"takes no connection"_s));
        QVERIFY(shop->platform.start());
        QCOMPARE(shop->issue(workbook).code, 0);
        QCOMPARE(judged(shop->platform.ledger(), orders).words, QStringList());
    }

    void aPlatformThatIsSlowIsToldOfAndAskedAgain()
    {
        shop->platform.control("faults", R"({"faults":[],"processing_ms":4000})");
        const NumberedOrders orders{u"slow"_s, 2};
        const QString workbook = written(orders);
        const Ended early = shop->issue(workbook, {u"--wait"_s, u"1"_s});
        QVERIFY2(early.code == 4, qPrintable(early.words()));
        QVERIFY(messagesOf(early).contains(u"Being processed"_s));
        QCOMPARE(shop->issue(workbook).code, 0);
        QCOMPARE(judged(shop->platform.ledger(), orders).words, QStringList());
    }

    void oneProgramAtATime()
    {
        shop->platform.control("faults", R"({"faults":[],"processing_ms":3000})");
        QProcess busy;
        startCli(busy, {u"issue"_s, written({u"busy"_s, 2}), u"--profile"_s, shop->profile(), u"--json"_s});
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(shop->profile() + u"/kaipiao.db.lock"_s), programPatienceMs);
        const Ended second = shop->json({u"status"_s});
        QVERIFY2(second.code == 6, qPrintable(second.words()));
        QVERIFY2(second.err.contains("kaipiao-cli (process " + QByteArray::number(busy.processId())),
            second.err.constData());
        QVERIFY(second.err.contains("Close it first."));
        const Ended first = endOf(busy);
        QVERIFY2(first.code == 0, qPrintable(first.words()));
        QCOMPARE(shop->json({u"status"_s}).code, 0);
    }

    /// A limit on the size of files stands for a disk that is full: each run gets a little further before it fails.
    void aFullDiskLosesNothing()
    {
        const NumberedOrders orders{u"disk"_s, 60};
        const QString workbook = written(orders);
        int failures = 0;
        for (const int kibibytes : {8, 40, 80, 120, 160, 200, 300, 400}) {
            const Ended full = limited(kibibytes, workbook);
            QVERIFY2(full.code == 6 || full.code == 4 || full.code == 0, qPrintable(full.words()));
            if (full.code != 6)
                continue;
            ++failures;
            static const QRegularExpression clear(
                u"(disk|written|folder)"_s, QRegularExpression::CaseInsensitiveOption);
            QVERIFY2(clear.match(QString::fromUtf8(full.err)).hasMatch(), qPrintable(full.words()));
        }
        QVERIFY(failures > 0);
        const Ended roomy = shop->issue(workbook);
        QVERIFY2(roomy.code == 0, qPrintable(roomy.words()));
        QCOMPARE(judged(shop->platform.ledger(), orders).words, QStringList());
        QCOMPARE(shop->json({u"verify"_s}).code, 0);
    }

    void aFileInTheWayOfTheProfile()
    {
        QFile file(shop->path(u"taken"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const Ended taken = cli({u"init"_s, u"--practice"_s, u"--profile"_s, file.fileName()});
        QVERIFY2(taken.code == 6, qPrintable(taken.words()));
        QVERIFY(taken.err.contains(file.fileName().toUtf8()));
    }

private:
    [[nodiscard]] QString written(const NumberedOrders &orders) const
    {
        const QString path = shop->path(orders.prefix + u".xlsx"_s);
        return kp::workbook::writeOrderWorkbook(path, orders.rows()).ok() ? path : QString();
    }
    /// Issues a workbook where no file may grow beyond the limit.
    [[nodiscard]] Ended limited(int kibibytes, const QString &workbook) const
    {
        QProcess shell;
        shell.setProcessEnvironment(cliEnvironment());
        shell.start(u"bash"_s, {u"-c"_s, u"trap '' XFSZ; ulimit -f \"$1\"; shift; exec \"$@\""_s, u"limited"_s,
                                   QString::number(kibibytes), QStringLiteral(KP_BIN_DIR "/kaipiao-cli"), u"issue"_s,
                                   workbook, u"--profile"_s, shop->profile(), u"--json"_s, u"--wait"_s, u"3"_s});
        return endOf(shell);
    }

    std::unique_ptr<Shop> shop;
};

QTEST_GUILESS_MAIN(TroubleTest)
#include "tst_trouble.moc"
