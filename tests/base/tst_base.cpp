// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/clock.h"
#include "core/base/csv.h"
#include "core/base/files.h"
#include "core/base/handover.h"
#include "core/base/id.h"
#include "core/base/log.h"
#include "core/base/secret.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <numeric>
#include <thread>

using namespace kp;

class TestBase : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void csv_data();
    void csv();
    void csvFile();
    void clockLivesInChina();
    void clockStamp();
    void clockRefusesOtherForms_data();
    void clockRefusesOtherForms();
    void fixedClock();
    void handoverKeepsTheOrderAndLetsFewWait();
    void handoverLetsTheGiverGo();
    void files();
    void idsAreOfOneKind();
    void resultPassesFaultsOn();
    void logReferences();
    void secretsStayApart();
};

void TestBase::csv_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QList<QStringList>>("rows");
    const auto row = [](std::initializer_list<const char *> cells) {
        QStringList out;
        for (const char *cell : cells)
            out.append(QString::fromUtf8(cell));
        return out;
    };
    using Rows = QList<QStringList>;
    QTest::newRow("plain") << QByteArray("a,b\nc,d\n") << Rows{row({"a", "b"}), row({"c", "d"})};
    QTest::newRow("no last line end") << QByteArray("a,b\nc,d") << Rows{row({"a", "b"}), row({"c", "d"})};
    QTest::newRow("Windows line ends") << QByteArray("a,b\r\nc,d\r\n") << Rows{row({"a", "b"}), row({"c", "d"})};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "a,b\n")
                                     << Rows{row({"a", "b"})};
    QTest::newRow("quoted comma, quote and line end")
        << QByteArray("\"a,1\",\"say \"\"hi\"\"\",\"x\ny\"\n") << Rows{row({"a,1", "say \"hi\"", "x\ny"})};
    QTest::newRow("empty cells") << QByteArray(",\n,x,\n") << Rows{row({"", ""}), row({"", "x", ""})};
    QTest::newRow("blank lines") << QByteArray("a\n\n\nb\n") << Rows{row({"a"}), row({"b"})};
    QTest::newRow("last cell empty") << QByteArray("a,") << Rows{row({"a", ""})};
    QTest::newRow("Chinese") << QByteArray("谷物,“9%”\n") << Rows{row({"谷物", "“9%”"})};
    QTest::newRow("nothing") << QByteArray() << Rows{};
}

void TestBase::csv()
{
    QFETCH(QByteArray, text);
    QFETCH(QList<QStringList>, rows);
    QCOMPARE(parseCsv(text), rows);
}

void TestBase::csvFile()
{
    QCOMPARE(readCsvFile(QStringLiteral("/nowhere/at-all.csv")).fault().kind, FaultKind::NotFound);
    const auto table = readCsvFile(QStringLiteral(KP_SOURCE_DIR "/resources/reference/tax-classification.csv"));
    QVERIFY(table.ok());
    QCOMPARE(table->size(), 4447); // 4,446 and the header
    for (const QStringList &row : *table)
        QCOMPARE(row.size(), 7);
}

void TestBase::clockLivesInChina()
{
    // 2026-03-30 16:30 UTC is already the 31st in China, whatever this machine's zone is.
    const FixedClock clock(QDateTime(QDate(2026, 3, 30), QTime(16, 30), Qt::UTC).toMSecsSinceEpoch());
    QCOMPARE(clock.today(), QDate(2026, 3, 31));
    QCOMPARE(clock.now().time(), QTime(0, 30));
    QCOMPARE(clock.now().offsetFromUtc(), 8 * 3600);
}

void TestBase::clockStamp()
{
    const QDateTime time(QDate(2026, 12, 31), QTime(23, 59, 59), Qt::UTC);
    QCOMPARE(Clock::stamp(time), QStringLiteral("2027-01-01 07:59:59"));
    QCOMPARE(Clock::parseChinaTime(Clock::stamp(time)), time);
}

void TestBase::clockRefusesOtherForms_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "2026-03-30", "2026-03-30T16:30:00", "2026-13-30 16:30:00", "2026-03-30 24:30:00",
             "2026-02-29 10:00:00", "30.3.2026 16:30:00"})
        QTest::newRow(*text == '\0' ? "empty" : text) << QString::fromLatin1(text);
}

void TestBase::clockRefusesOtherForms()
{
    QFETCH(QString, text);
    QVERIFY(!Clock::parseChinaTime(text).isValid());
}

void TestBase::fixedClock()
{
    FixedClock clock(1000);
    clock.advance(500);
    QCOMPARE(clock.nowMs(), 1500);
    clock.set(7);
    QCOMPARE(clock.nowMs(), 7);
}

void TestBase::handoverKeepsTheOrderAndLetsFewWait()
{
    Handover<int> handover(2);
    std::atomic<int> given = 0;
    int mostAhead = 0;
    std::thread giver([&] {
        for (int i = 0; i < 1000 && handover.give(i); ++i)
            ++given;
        handover.end();
    });
    QList<int> taken;
    while (const std::optional<int> piece = handover.take()) {
        taken.append(*piece);
        mostAhead = std::max(mostAhead, given - int(taken.size()));
    }
    giver.join();
    QList<int> expected(1000);
    std::iota(expected.begin(), expected.end(), 0);
    QCOMPARE(taken, expected);
    QVERIFY2(mostAhead <= 2, qPrintable(QString::number(mostAhead)));
}

void TestBase::handoverLetsTheGiverGo()
{
    Handover<int> handover(1);
    int given = 0;
    std::thread giver([&] {
        while (handover.give(given))
            ++given;
        handover.end();
    });
    QCOMPARE(handover.take(), std::optional(0));
    handover.refuse(); // the giver waits by now, or comes and is told
    giver.join();
    QVERIFY(given >= 1 && given <= 3);
    QCOMPARE(handover.take(), std::nullopt);
}

void TestBase::files()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("发票.txt"));
    QVERIFY(writeFile(path, QByteArray("first")).ok());
    QVERIFY(writeFile(path, QByteArray("second"), true).ok());
    QCOMPARE(readFile(path, 100).value(), QByteArray("second"));
    QCOMPARE(readFile(path, 5).fault().kind, FaultKind::Invalid);
    QCOMPARE(readFile(dir.filePath(QStringLiteral("none")), 5).fault().kind, FaultKind::NotFound);
    QCOMPARE(
        writeFile(dir.filePath(QStringLiteral("no/such/folder")), QByteArray("x")).fault().kind, FaultKind::Storage);
#ifdef Q_OS_UNIX
    const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther;
    QVERIFY((QFile::permissions(path) & others) == QFile::Permissions());
#endif
}

void TestBase::idsAreOfOneKind()
{
    using Apple = Id<struct AppleTag>;
    using Pear = Id<struct PearTag>;
    static_assert(!std::is_convertible_v<Apple, Pear>);
    static_assert(!std::is_convertible_v<std::int64_t, Apple>);
    QVERIFY(!Apple().isValid());
    QVERIFY(!Apple(-1).isValid());
    QVERIFY(Apple(1).isValid());
    QVERIFY(Apple(1) < Apple(2));
}

void TestBase::resultPassesFaultsOn()
{
    const auto half = [](int n) -> Result<int> {
        if (n % 2 != 0)
            return Fault{FaultKind::Invalid, QStringLiteral("odd")};
        return n / 2;
    };
    const auto quarter = [&](int n) -> Result<int> {
        KP_TRY(once, half(n));
        KP_TRY(twice, half(once));
        return twice;
    };
    QCOMPARE(quarter(12).value(), 3);
    QCOMPARE(quarter(6).fault().message, QStringLiteral("odd"));
    QCOMPARE(quarter(6).valueOr(-1), -1);
}

void TestBase::logReferences()
{
    const QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("kaipiao.log"));
    startLog(path);
    const QString reference = logReference(QStringLiteral("the disk said no"));
    qInstallMessageHandler(nullptr);
    QCOMPARE(reference.size(), 8);
    const QByteArray log = readFile(path, 1 << 20).value();
    QVERIFY(log.contains(reference.toLatin1()));
    QVERIFY(log.contains("the disk said no"));
}

void TestBase::secretsStayApart()
{
    Secret key(QByteArray("0123456789abcdef"));
    const Secret copy = key;
    key = Secret();
    QVERIFY(key.isEmpty());
    QCOMPARE(copy.reveal(), QByteArray("0123456789abcdef"));
    static_assert(!std::is_convertible_v<Secret, QByteArray>);
    static_assert(!std::is_convertible_v<QByteArray, Secret>);
}

QTEST_GUILESS_MAIN(TestBase)
#include "tst_base.moc"
