// SPDX-License-Identifier: GPL-3.0-or-later
// Kills the driver at its first step, its second, … its last, each time with a fresh profile and batch; then kills the
// run that recovers at the next step further on, and lets a third run finish. Usage: soak_steps
#include "tests/e2e/programs.h"
#include "tests/soak/desk.h"
#include "tests/soak/kill_driver.h"
#include "tests/soak/numbered_orders.h"

#include <QJsonDocument>
#include <QTextStream>

#include <atomic>
#include <mutex>
#include <thread>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int ordersInABatch = 4;
constexpr int atOnce = 4; // a run mostly waits for the platform's poll interval

sandbox::Credential firstCompany(const SandboxProgram &platform, const QString &file)
{
    QFile json(file);
    if (!json.open(QIODevice::ReadOnly))
        return {};
    const QJsonValue company = QJsonDocument::fromJson(json.readAll()).object().value(u"companies"_s)[0];
    const QJsonValue connection = company[u"connection"_s];
    QUrl url = platform.url();
    url.setPath(QUrl(connection[u"url"_s].toString()).path());
    return {company[u"name"_s].toString(), company[u"tax_number"_s].toString(), company[u"platform_id"_s].toString(),
        connection[u"platform_id"_s].toString(), connection[u"key"_s].toString(), url, 1};
}

class Campaign
{
public:
    [[nodiscard]] QString prepare()
    {
        if (!m_platform.start())
            return u"the platform does not start"_s;
        m_credentials = m_platform.credentialsFile();
        Desk desk(m_pattern.path(), firstCompany(m_platform, m_credentials));
        if (const QString trouble = desk.open(); !trouble.isEmpty())
            return trouble;
        return await(desk.connectCompany());
    }

    void work()
    {
        std::vector<std::jthread> threads;
        threads.reserve(atOnce);
        for (int i = 0; i < atOnce; ++i)
            threads.emplace_back([this] {
                while (!m_over && oneStep(++m_next)) {
                }
                m_over = true;
            });
    }

    int report()
    {
        const QJsonArray ledger = m_platform.ledger();
        int lost = 0;
        int doubled = 0;
        for (const NumberedOrders &orders : m_batches) {
            const Judgement judgement = judged(ledger, orders);
            lost += judgement.lost;
            doubled += judgement.doubled + judgement.wrong;
            m_words += judgement.words;
        }
        QTextStream out(stdout);
        for (const QString &words : m_words)
            out << words << '\n';
        out << "steps " << m_steps << " kills " << m_kills << " lost " << lost << " doubled " << doubled << " stuck "
            << m_stuck << Qt::endl;
        constexpr int leastSteps = 25; // some dozen commits and calls, each with a before and an after
        return m_words.isEmpty() && m_steps >= leastSteps ? 0 : 1;
    }

private:
    /// False when there is no such step any more.
    bool oneStep(int step)
    {
        const QTemporaryDir folder;
        const NumberedOrders orders{u"step%1"_s.arg(step), ordersInABatch};
        if (!QFile::copy(m_pattern.filePath(u"kaipiao.db"_s), folder.filePath(u"kaipiao.db"_s))) {
            complain(u"no copy of the profile"_s);
            return false;
        }
        const Ended first = drive(folder.path(), orders, step);
        const bool reached = first.code == DriverKilled;
        if (!reached && first.code != DriverDone)
            complain(u"step %1: %2"_s.arg(step).arg(first.words()));
        if (reached) {
            const Ended second = drive(folder.path(), orders, 1 + step / 2);
            if (second.code != DriverKilled && second.code != DriverDone)
                complain(u"step %1, recovery: %2"_s.arg(step).arg(second.words()));
            const Ended third = drive(folder.path(), orders, 0);
            if (third.code != DriverDone)
                complain(u"step %1, stuck: %2"_s.arg(step).arg(third.words()), 1);
            const std::lock_guard guard(m_mutex);
            ++m_steps;
            m_kills += second.code == DriverKilled ? 2 : 1;
        }
        const std::lock_guard guard(m_mutex);
        m_batches.append(orders);
        return reached;
    }

    [[nodiscard]] Ended drive(const QString &folder, const NumberedOrders &orders, int step) const
    {
        QProcess process;
        process.setProcessEnvironment(cliEnvironment());
        process.start(QStringLiteral(KP_BIN_DIR "/../tests/kill_driver"),
            {folder, m_credentials, orders.prefix, QString::number(orders.count), QString::number(step)});
        return endOf(process);
    }

    void complain(const QString &words, int stuck = 0)
    {
        const std::lock_guard guard(m_mutex);
        m_words.append(words);
        m_stuck += stuck;
    }

    SandboxProgram m_platform;
    QString m_credentials;
    QTemporaryDir m_pattern;
    std::atomic<int> m_next = 0;
    std::atomic<bool> m_over = false;
    std::mutex m_mutex;
    QList<NumberedOrders> m_batches;
    QStringList m_words;
    int m_steps = 0, m_kills = 0, m_stuck = 0;
};
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    Campaign campaign;
    if (const QString trouble = campaign.prepare(); !trouble.isEmpty())
        qFatal("%s", qUtf8Printable(trouble));
    campaign.work();
    return campaign.report();
}
