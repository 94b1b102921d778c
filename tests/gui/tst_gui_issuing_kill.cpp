// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while a clerk types: at most the last second of the typing is lost. The program runs in a process of its own,
// which is this test again, told by its environment to be the clerk.
#include "tests/gui/issuing.h"

#include "ui/kit/line_table.h"
#include "ui/pages/issuing/issuing_page.h"
#include "ui/pages/issuing/issuing_sheet.h"

#include <QElapsedTimer>
#include <QProcess>

#include <cstdio>

using namespace gui;

namespace
{
constexpr auto folderVariable = "KP_TYPIST_FOLDER";
constexpr auto passwordVariable = "KP_TYPIST_PASSWORD";
constexpr auto placeVariable = "KP_TYPIST_PLACE"; ///< "remark", or "cell": an open cell of the grid, never committed
constexpr int mostLostMs = 1000;
constexpr int betweenKeysMs = 40;

void say(const QString &line)
{
    std::puts(line.toUtf8().constData());
    std::fflush(stdout);
}
} // namespace

/// The clerk in the other process. Begins where the last one was killed, and types until he is killed himself.
class Typist : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void types();
};

void Typist::types()
{
    const QString password = qEnvironmentVariable(passwordVariable);
    TestDesk desk(qEnvironmentVariable(folderVariable), password);
    desk.open();
    if (password.isEmpty())
        desk.setUp();
    else
        desk.signIn();
    IssuingPage *page = &desk.page<IssuingPage>();
    const bool inCell = qEnvironmentVariable(placeVariable) == u"cell"_s;
    const auto written = [page, inCell] {
        const InvoiceDraft draft = page->sheet()->draftAsTyped();
        return inCell ? draft.lines.value(0).item : draft.remark;
    };
    if (!password.isEmpty())
        QTRY_VERIFY_WITH_TIMEOUT(!written().isEmpty(), 10000);
    say(u"found "_s + written());
    say(u"password "_s + desk.password());
    if (inCell) {
        LineTable *lines = page->sheet()->lines();
        lines->setFocus();
        lines->setCurrentIndex(lines->lines()->index(0, lines->lines()->columnOf(u"item"_s)));
        press(Qt::Key_F2);
        press(Qt::Key_End); // behind what was found
    } else {
        page->sheet()->goTo(u"remark"_s, -1);
        press(Qt::Key_End, Qt::ControlModifier);
    }
    QElapsedTimer time;
    time.start();
    for (int key = 0; key < 2000; ++key) {
        type(QString(QChar(u'a' + key % 26)));
        say(u"typed %1 %2"_s.arg(time.elapsed()).arg(written()));
        QTest::qWait(betweenKeysMs);
    }
}

class GuiIssuingKill : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void D10_aKillLosesAtMostASecondOfTyping_data();
    void D10_aKillLosesAtMostASecondOfTyping();

private:
    void start(QProcess &process);
    QString line(QProcess &process, const QByteArray &beginning);
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_password;
    QString m_place;
};

void GuiIssuingKill::start(QProcess &process)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QLatin1StringView(folderVariable), m_folder->path());
    environment.insert(QLatin1StringView(passwordVariable), m_password);
    environment.insert(QLatin1StringView(placeVariable), m_place);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start(QCoreApplication::applicationFilePath(), QStringList());
}

/// What stands behind the beginning in the next line that begins so; empty when none comes.
QString GuiIssuingKill::line(QProcess &process, const QByteArray &beginning)
{
    QString found;
    const bool came = QTest::qWaitFor(
        [&] {
            while (process.canReadLine()) {
                const QByteArray read = process.readLine();
                if (read.startsWith(beginning)) { // nothing may follow it: the first clerk finds no words
                    found = QString::fromUtf8(read.mid(beginning.size())).trimmed();
                    return true;
                }
            }
            return process.state() == QProcess::NotRunning;
        },
        60000);
    return came ? found : QString();
}

void GuiIssuingKill::D10_aKillLosesAtMostASecondOfTyping_data()
{
    QTest::addColumn<QString>("place");
    QTest::newRow("a field") << u"remark"_s;
    QTest::newRow("an open cell") << u"cell"_s;
}

void GuiIssuingKill::D10_aKillLosesAtMostASecondOfTyping()
{
    QFETCH(QString, place);
    m_place = place;
    m_folder = std::make_unique<QTemporaryDir>();
    m_password.clear();
    QString before;
    for (const int keys : {35, 61, 48}) { // each time at another moment of the second
        QProcess clerk;
        start(clerk);
        QCOMPARE(line(clerk, "found "), before.isEmpty() ? QString() : before);
        m_password = line(clerk, "password ");
        QVERIFY(!m_password.isEmpty());
        QList<std::pair<int, QString>> typed; // when, and what stood there then
        while (typed.size() < keys) {
            const QString words = line(clerk, "typed ");
            QVERIFY(!words.isEmpty());
            typed.append({words.section(u' ', 0, 0).toInt(), words.section(u' ', 1)});
        }
        clerk.kill();
        QVERIFY(clerk.waitForFinished());
        const int end = typed.constLast().first;

        QProcess next; // looks, and is killed before it has typed
        start(next);
        before = line(next, "found ");
        next.kill();
        QVERIFY(next.waitForFinished());
        QString safe;
        for (const auto &[at, text] : typed)
            if (at < end - mostLostMs)
                safe = text;
        QVERIFY2(before.startsWith(safe), qPrintable(before + u" lost of "_s + safe));
        QVERIFY(before.size() >= safe.size() && !safe.isEmpty());
    }
}

int main(int argc, char **argv)
{
    QApplication app(argc, argv);
    if (qEnvironmentVariableIsSet(folderVariable)) {
        Typist typist;
        return QTest::qExec(&typist, argc, argv);
    }
    GuiIssuingKill test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_gui_issuing_kill.moc"
