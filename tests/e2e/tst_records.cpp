// SPDX-License-Identifier: GPL-3.0-or-later
// Base data by the command line: C1, C2, C4, and an import that is killed.
#include "core/service/record_import.h"
#include "tests/e2e/shop.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace kp::test;
using namespace Qt::StringLiterals;

class TestRecords : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QCOMPARE(cli({u"init"_s, u"--practice"_s, u"--profile"_s, profile()}).code, 0); }

    void C1_itemsInAndOut();
    void C2_badRowsAreMarkedAndGoodOnesGoIn();
    void C4_templateNeedsNoProfile();
    void C2_killedImportIsRunAgain();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString profile() const { return path(u"profile"_s); }
    [[nodiscard]] Ended run(const QStringList &arguments) const
    {
        return cli(arguments + QStringList{u"--json"_s, u"--profile"_s, profile()});
    }
    [[nodiscard]] bool put(const QString &name, const QString &text) const
    {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(text.toUtf8()) > 0;
    }
    static int summary(const Ended &ended, const QString &key)
    {
        return ended.json().value(u"summary"_s).toObject().value(key).toInt(-1);
    }
    /// The database and what waits beside it to be put in.
    [[nodiscard]] qint64 sizeOfBooks() const
    {
        return QFileInfo(profile() + u"/kaipiao.db"_s).size() + QFileInfo(profile() + u"/kaipiao.db-wal"_s).size();
    }
    [[nodiscard]] int customers() const { return run({u"customers"_s, u"list"_s}).json().value(u"count"_s).toInt(-1); }

    QTemporaryDir m_folder;
};

void TestRecords::C1_itemsInAndOut()
{
    QVERIFY(put(u"items.csv"_s, u"项目名称,税收分类编码,单位,单价,税率\n复印纸,1060105040000000000,箱,25.5,13%\n"_s));
    Ended ended = run({u"items"_s, u"import"_s, path(u"items.csv"_s), u"--dry-run"_s});
    QVERIFY2(ended.code == 0, qPrintable(ended.words()));
    QCOMPARE(summary(ended, u"added"_s), 1);
    QCOMPARE(run({u"items"_s}).json().value(u"count"_s).toInt(), 0); // only tried
    QCOMPARE(summary(run({u"items"_s, u"import"_s, path(u"items.csv"_s)}), u"added"_s), 1);
    ended = run({u"items"_s, u"list"_s, u"--text"_s, u"fyz"_s});
    const QJsonObject item = ended.json().value(u"records"_s).toArray().first().toObject();
    QCOMPARE(item.value(u"name"_s).toString(), u"复印纸"_s);
    QCOMPARE(item.value(u"price"_s).toString(), u"25.5"_s);

    QCOMPARE(run({u"items"_s, u"export"_s}).code, 2);
    ended = run({u"items"_s, u"export"_s, u"-o"_s, path(u"items.xlsx"_s)});
    QCOMPARE(ended.json().value(u"count"_s).toInt(), 1);
    QCOMPARE(summary(run({u"items"_s, u"import"_s, path(u"items.xlsx"_s)}), u"same"_s), 1);
}

void TestRecords::C2_badRowsAreMarkedAndGoodOnesGoIn()
{
    QVERIFY(put(u"some.csv"_s, u"名称,邮箱\n甲示例公司,a@example.com\n乙示例公司,nobody\n"_s));
    const Ended ended = run({u"customers"_s, u"import"_s, path(u"some.csv"_s), u"--marked"_s, path(u"marked.xlsx"_s)});
    QCOMPARE(ended.code, 1);
    QCOMPARE(summary(ended, u"added"_s), 1);
    QCOMPARE(summary(ended, u"bad"_s), 1);
    bool named = false;
    for (const auto &message : ended.json().value(u"messages"_s).toArray())
        named = named || (message[u"sheet"_s].toString() == u"some.csv"_s && message[u"row"_s].toInt() == 3 &&
                             message[u"column"_s].toInt() == 2);
    QVERIFY2(named, qPrintable(ended.words()));
    QCOMPARE(summary(run({u"customers"_s, u"import"_s, path(u"marked.xlsx"_s)}), u"same"_s), 1);
    QCOMPARE(run({u"customers"_s, u"import"_s, path(u"none.csv"_s)}).code, 5);
}

void TestRecords::C4_templateNeedsNoProfile()
{
    QProcessEnvironment desktop = cliEnvironment();
    desktop.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s); // as some desktops set it; and there is no display here
    desktop.remove(u"DISPLAY"_s);
    const Ended ended =
        cli({u"business-types"_s, u"template"_s, u"-o"_s, path(u"types.xlsx"_s), u"--profile"_s, path(u"nowhere"_s)},
            desktop);
    QVERIFY2(ended.code == 0, qPrintable(ended.words()));
    QVERIFY(QFile::exists(path(u"types.xlsx"_s)));
    QCOMPARE(summary(run({u"business-types"_s, u"import"_s, path(u"types.xlsx"_s)}), u"total"_s), 0);
    QCOMPARE(cli({u"scenes"_s, u"template"_s, u"-o"_s, path(u"x.xlsx"_s), u"--profile"_s, profile()}).code, 2);
}

/// Each kill comes when the import is known to be writing: the books have grown by more than signing in writes.
void TestRecords::C2_killedImportIsRunAgain()
{
    constexpr int count = 60'000;
    constexpr auto step = kp::service::RecordImport<kp::Customer>::rowsOfStep; // what one transaction takes
    constexpr qint64 written = 512 * 1024;
    constexpr int mostRoundsMs = 60'000;
    QString text = u"名称,税号,地址\n"_s;
    for (int i = 0; i < count; ++i)
        text += u"示例客户%1有限公司,,示例路%1号\n"_s.arg(i);
    QVERIFY(put(u"many.csv"_s, text));
    const int before = customers();
    QRandomGenerator random(5);
    int inTheMiddle = 0;
    for (int round = 0; round < 4; ++round) {
        const int storedBefore = customers() - before;
        const qint64 sizeBefore = sizeOfBooks();
        QProcess process;
        startCli(process, {u"customers"_s, u"import"_s, path(u"many.csv"_s), u"--profile"_s, profile()});
        QVERIFY(process.waitForStarted());
        QElapsedTimer time;
        time.start();
        while (!process.waitForFinished(1) && sizeOfBooks() < sizeBefore + written && time.elapsed() < mostRoundsMs) {
        }
        process.waitForFinished(random.bounded(120)); // somewhere in its work
        process.kill();
        process.waitForFinished();
        const int stored = customers() - before;
        QVERIFY2(stored == count || stored % step == 0, qPrintable(QString::number(stored)));
        inTheMiddle += stored > storedBefore && stored < count ? 1 : 0;
        const Ended verified = run({u"verify"_s});
        QVERIFY2(verified.code == 0, qPrintable(verified.words()));
    }
    QVERIFY(inTheMiddle > 0);
    const Ended again = run({u"customers"_s, u"import"_s, path(u"many.csv"_s)});
    QCOMPARE(again.code, 0);
    QCOMPARE(summary(again, u"added"_s) + summary(again, u"same"_s), count);
    QCOMPARE(customers() - before, count);
    const Ended verified = run({u"verify"_s});
    QVERIFY2(verified.code == 0, qPrintable(verified.words()));
}

QTEST_GUILESS_MAIN(TestRecords)
#include "tst_records.moc"
