// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 at random moments: kaipiao-cli issues a workbook of 200 invoices and is killed somewhere between its first
// instruction and its last, again and again; now and then the platform is killed too and starts again on its folder.
// Then a run may finish, and the platform's ledger is held against the workbook. Usage: soak_kills [KILLS] [INVOICES]
#include "tests/e2e/programs.h"
#include "tests/soak/numbered_orders.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int killsOfOneBatch = 4;
constexpr int batchesOfOneProfile = 12; // a fresh desk and platform now and then: first draws are moments too
constexpr int attemptsToFinish = 3;     // of which the first may meet a platform that has just been killed

struct Count {
    int kills = 0, platformKills = 0, batches = 0, lost = 0, doubled = 0, stuck = 0, unclean = 0;
    QStringList words;
};

int random(int below)
{
    return static_cast<int>(QRandomGenerator::global()->bounded(std::max(below, 1)));
}

/// A desk and a platform, both on disk.
class Pair
{
public:
    [[nodiscard]] bool make()
    {
        if (!platform.start())
            return false;
        const QString credentials = platform.credentialsFile();
        // Enough for any number of batches.
        platform.control("company", R"({"tax_number":"91110000YL0000012K","month_quota":"9999999999999999"})");
        return cli({u"init"_s, u"--credentials"_s, credentials, u"--profile"_s, profile()}).code == 0;
    }
    [[nodiscard]] QString profile() const { return m_folder.filePath(u"profile"_s); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList issue(const QString &workbook) const
    {
        return {u"issue"_s, workbook, u"--profile"_s, profile(), u"--json"_s, u"--wait"_s, u"30"_s};
    }

    SandboxProgram platform;

private:
    QTemporaryDir m_folder;
};

class Campaign
{
public:
    Campaign(int kills, int invoices)
        : m_wanted(kills)
        , m_invoices(invoices)
    {
    }

    [[nodiscard]] Count run()
    {
        while (m_count.kills < m_wanted && m_count.words.isEmpty()) {
            Pair pair;
            if (!pair.make()) {
                m_count.words.append(u"no profile"_s);
                break;
            }
            for (int i = 0; i < batchesOfOneProfile && m_count.kills < m_wanted; ++i)
                batch(pair);
        }
        return m_count;
    }

private:
    void batch(Pair &pair)
    {
        const NumberedOrders orders{u"batch%1"_s.arg(++m_count.batches), m_invoices};
        const QString workbook = pair.path(orders.prefix + u".xlsx"_s);
        if (!kp::workbook::writeOrderWorkbook(workbook, orders.rows()).ok()) {
            m_count.words.append(u"no workbook"_s);
            return;
        }
        for (int i = 0; i < killsOfOneBatch && m_count.kills < m_wanted; ++i)
            if (!killOnce(pair, workbook))
                break;
        finish(pair, workbook, orders);
        QFile::remove(workbook);
    }

    /// False when the run was over before.
    bool killOnce(Pair &pair, const QString &workbook)
    {
        QProcess process;
        startCli(process, pair.issue(workbook));
        const int moment = random(m_usualMs);
        const bool platformToo = random(5) == 0;
        QElapsedTimer timer;
        timer.start();
        if (platformToo) {
            process.waitForFinished(random(moment));
            pair.platform.kill();
            ++m_count.platformKills;
            if (random(2) == 0)
                pair.platform.start(); // else it is away until the desk is dead too
        }
        if (process.waitForFinished(std::max(1, moment - static_cast<int>(timer.elapsed())))) {
            restart(pair);
            return false;
        }
        process.kill();
        process.waitForFinished(programPatienceMs);
        ++m_count.kills;
        restart(pair);
        return true;
    }

    void restart(Pair &pair)
    {
        if (!pair.platform.isRunning() && !pair.platform.start())
            m_count.words.append(u"the platform does not come back"_s);
    }

    void finish(Pair &pair, const QString &workbook, const NumberedOrders &orders)
    {
        Ended last;
        QElapsedTimer timer;
        for (int i = 0; i < attemptsToFinish && last.code != 0; ++i) {
            timer.restart();
            last = cli(pair.issue(workbook));
        }
        m_usualMs = std::clamp(static_cast<int>(timer.elapsed()), leastUsualMs, mostUsualMs);
        if (last.code != 0) {
            m_count.stuck += orders.count - last.json().value(u"summary"_s).toObject().value(u"issued"_s).toInt();
            m_count.words.append(u"%1 does not finish: "_s.arg(orders.prefix) + last.words());
        }
        const Judgement judgement = judged(pair.platform.ledger(), orders);
        m_count.lost += judgement.lost;
        m_count.doubled += judgement.doubled + judgement.wrong;
        m_count.words += judgement.words;
        const Ended books = cli({u"verify"_s, u"--profile"_s, pair.profile(), u"--json"_s});
        if (books.code != 0) {
            ++m_count.unclean;
            m_count.words.append(u"%1, books: "_s.arg(orders.prefix) + books.words());
        }
    }

    static constexpr int leastUsualMs = 500, mostUsualMs = 10'000;

    int m_wanted;
    int m_invoices;
    int m_usualMs = 1500; ///< how long a run takes that nobody kills
    Count m_count;
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int kills = arguments.size() > 1 ? arguments.at(1).toInt() : 10;
    const int invoices = arguments.size() > 2 ? arguments.at(2).toInt() : 200;
    const Count count = Campaign(kills, invoices).run();
    QTextStream out(stdout);
    for (const QString &words : count.words)
        out << words << '\n';
    out << "kills " << count.kills << " lost " << count.lost << " doubled " << count.doubled << " stuck " << count.stuck
        << " (batches " << count.batches << " of " << invoices << ", platform killed " << count.platformKills
        << " times, unclean books " << count.unclean << ')' << Qt::endl;
    return count.words.isEmpty() && count.kills == kills ? 0 : 1;
}
