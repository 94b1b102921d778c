// SPDX-License-Identifier: GPL-3.0-or-later
// kill -9 while invoices are reversed. First the driver dies at its first step, at the next but STRIDE … to its last,
// and the run that recovers dies once more, further on; then the process is killed at random moments, now and then
// together with the platform. Each time on copies of one desk and one platform, where a run may finish in the end:
// client and platform are held against one another and against what should have come of it. Usage: soak_red [KILLS
// [STRIDE]]
#include "tests/e2e/programs.h"
#include "tests/soak/desk.h"
#include "tests/soak/kill_driver.h"
#include "tests/soak/red_story.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTextStream>

#include <atomic>
#include <mutex>
#include <thread>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int atOnce = 2; // a run mostly waits for the platform's poll interval
constexpr int killsOfOneStory = 3;
const QString prefix = u"red"_s;

int random(int below)
{
    return static_cast<int>(QRandomGenerator::global()->bounded(std::max(below, 1)));
}

/// A desk and a platform with five blue invoices.
class Pattern
{
public:
    [[nodiscard]] QString make()
    {
        if (!platform.start())
            return u"the platform does not start"_s;
        QFile json(platform.credentialsFile());
        if (!json.open(QIODevice::ReadOnly))
            return u"no credentials"_s;
        const QJsonValue company = QJsonDocument::fromJson(json.readAll()).object().value(u"companies"_s)[0];
        const QJsonValue connection = company[u"connection"_s];
        Desk desk(m_folder.path(), {company[u"name"_s].toString(), company[u"tax_number"_s].toString(),
                                       company[u"platform_id"_s].toString(), connection[u"platform_id"_s].toString(),
                                       connection[u"key"_s].toString(), QUrl(connection[u"url"_s].toString()), 1});
        if (const QString trouble = desk.open(); !trouble.isEmpty())
            return trouble;
        if (const QString trouble = await(desk.connectCompany()); !trouble.isEmpty())
            return trouble;
        desk.close(); // the classification is read when it opens
        if (const QString trouble = desk.open(); !trouble.isEmpty())
            return trouble;
        RedStory story(desk, platform.url(), prefix);
        const QString issued = await(story.issueBlues());
        desk.close();
        platform.stop();
        return issued;
    }
    [[nodiscard]] bool copyTo(const QString &folder) const
    {
        return QFile::copy(m_folder.filePath(u"kaipiao.db"_s), folder + u"/kaipiao.db"_s);
    }

    SandboxProgram platform;

private:
    QTemporaryDir m_folder;
};

/// Copies of both, for one story.
class Stage
{
public:
    [[nodiscard]] bool set(const Pattern &pattern)
    {
        if (!pattern.copyTo(m_folder.path()) || !platform.startAsCopyOf(pattern.platform))
            return false;
        m_credentials = platform.credentialsFile();
        return true;
    }
    void begin(QProcess &process, int step) const
    {
        process.setProcessEnvironment(cliEnvironment());
        process.start(QStringLiteral(KP_BIN_DIR "/../tests/kill_driver"),
            {m_folder.path(), m_credentials, prefix, u"red"_s, QString::number(step)});
    }
    [[nodiscard]] Ended drive(int step) const
    {
        QProcess process;
        begin(process, step);
        return endOf(process);
    }

    SandboxProgram platform;

private:
    QTemporaryDir m_folder;
    QString m_credentials;
};

class Campaign
{
public:
    Campaign(int kills, int stride)
        : m_wanted(kills)
        , m_stride(stride)
    {
    }

    [[nodiscard]] QString prepare() { return m_pattern.make(); }

    void work()
    {
        std::vector<std::jthread> threads;
        threads.reserve(atOnce);
        for (int i = 0; i < atOnce; ++i)
            threads.emplace_back([this] {
                while (!m_over && stepStory(1 + m_stride * m_next++)) {
                }
                m_over = true;
                while (m_random < m_wanted && randomStory()) {
                }
            });
    }

    int report()
    {
        QTextStream out(stdout);
        for (const QString &words : std::as_const(m_words))
            out << words << '\n';
        out << "steps " << m_steps << " of every " << m_stride << " kills " << m_kills << " (at random " << m_random
            << ", platform killed " << m_platformKills << " times) not as they should be " << m_wrong << " stuck "
            << m_stuck << Qt::endl;
        constexpr int leastSteps = 150; // of one story
        return m_words.isEmpty() && m_steps * m_stride >= leastSteps ? 0 : 1;
    }

private:
    /// False when there is no such step any more.
    bool stepStory(int step)
    {
        Stage stage;
        if (!stage.set(m_pattern)) {
            complain(u"no copy of the desk or of the platform"_s, &Campaign::m_stuck);
            return false;
        }
        const Ended first = stage.drive(step);
        if (first.code == DriverDone)
            return false;
        if (first.code != DriverKilled)
            complain(u"step %1: %2"_s.arg(step).arg(first.words()), &Campaign::m_wrong);
        const Ended second = stage.drive(1 + step / 2);
        if (second.code != DriverKilled && second.code != DriverDone)
            complain(u"step %1, recovery: %2"_s.arg(step).arg(second.words()), &Campaign::m_wrong);
        finish(stage, u"step %1"_s.arg(step));
        const std::lock_guard guard(m_mutex);
        ++m_steps;
        m_kills += second.code == DriverKilled ? 2 : 1;
        return true;
    }

    bool randomStory()
    {
        Stage stage;
        if (!stage.set(m_pattern)) {
            complain(u"no copy of the desk or of the platform"_s, &Campaign::m_stuck);
            return false;
        }
        for (int i = 0; i < killsOfOneStory && killOnce(stage); ++i) {
        }
        finish(stage, u"at random"_s);
        return true;
    }

    /// False when the run was over before.
    bool killOnce(Stage &stage)
    {
        QProcess process;
        stage.begin(process, 0);
        const int moment = random(m_usualMs);
        QElapsedTimer timer;
        timer.start();
        if (random(5) == 0) {
            process.waitForFinished(random(moment));
            stage.platform.kill();
            ++m_platformKills;
            if (random(2) == 0)
                stage.platform.start(); // else it is away until the desk is dead too
        }
        const bool ended = process.waitForFinished(std::max(1, moment - static_cast<int>(timer.elapsed())));
        if (!ended) {
            process.kill();
            process.waitForFinished(programPatienceMs);
            ++m_random;
            const std::lock_guard guard(m_mutex);
            ++m_kills;
        }
        if (!stage.platform.isRunning() && !stage.platform.start())
            complain(u"the platform does not come back"_s, &Campaign::m_stuck);
        return !ended;
    }

    void finish(const Stage &stage, const QString &where)
    {
        QElapsedTimer timer;
        timer.start();
        const Ended last = stage.drive(0);
        if (last.code != DriverDone)
            complain(
                where + u", in the end: "_s + last.words(), last.code == -1 ? &Campaign::m_stuck : &Campaign::m_wrong);
        constexpr int leastUsualMs = 1000;
        constexpr int mostUsualMs = 15'000;
        m_usualMs = std::clamp(static_cast<int>(timer.elapsed()), leastUsualMs, mostUsualMs);
    }

    void complain(const QString &words, int Campaign::*count)
    {
        const std::lock_guard guard(m_mutex);
        m_words.append(words);
        ++(this->*count);
    }

    Pattern m_pattern;
    int m_wanted;
    int m_stride;
    std::atomic<int> m_next = 0;
    std::atomic<int> m_random = 0;
    std::atomic<int> m_platformKills = 0;
    std::atomic<int> m_usualMs = 4000; ///< how long a run takes that nobody kills
    std::atomic<bool> m_over = false;
    std::mutex m_mutex;
    QStringList m_words;
    int m_steps = 0, m_kills = 0, m_wrong = 0, m_stuck = 0;
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int kills = arguments.size() > 1 ? arguments.at(1).toInt() : 6;
    const int stride = arguments.size() > 2 ? std::max(arguments.at(2).toInt(), 1) : 40;
    Campaign campaign(kills, stride);
    if (const QString trouble = campaign.prepare(); !trouble.isEmpty())
        qFatal("%s", qUtf8Printable(trouble));
    campaign.work();
    return campaign.report();
}
