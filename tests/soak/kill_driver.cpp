// SPDX-License-Identifier: GPL-3.0-or-later
// Issues one batch, or plays the story of five reversals, and dies at a chosen step: right before a commit, right after
// it, right before a call leaves, right after its answer came. It ends as a killed process does: nothing is closed,
// flushed or rolled back. Usage: kill_driver FOLDER CREDENTIALS PREFIX COUNT|red [STEP]; exit codes in kill_driver.h.
// Prints how many steps there were.
#include "tests/soak/kill_driver.h"
#include "app/profile/profile.h"
#include "tests/soak/desk.h"
#include "tests/soak/numbered_orders.h"
#include "tests/soak/red_story.h"

#include <QTextStream>

#include <sqlite3.h>
#include <unistd.h>

using namespace kp;
using namespace kp::test;
using namespace std::chrono_literals;

namespace
{
int stepsSeen = 0;
int lastStep = 0; // 0: lives on

void step()
{
    if (++stepsSeen == lastStep)
        _exit(DriverKilled);
}

/// SQLite calls it inside every COMMIT that writes, before the first byte of it is durable.
int beforeCommit(void *)
{
    step();
    return 0;
}

int watchCommits(sqlite3 *handle, char **, const sqlite3_api_routines *)
{
    sqlite3_commit_hook(handle, beforeCommit, nullptr);
    return SQLITE_OK;
}

int fail(const QString &words)
{
    QTextStream(stderr) << words << Qt::endl;
    return DriverFailed;
}

Result<sandbox::Credential> firstCompany(const QString &path)
{
    KP_TRY(companies, app::readCredentials(path));
    const service::CompanyCredentials &c = companies.constFirst();
    return sandbox::Credential{c.name, c.taxNumber, c.platformId, c.connectionPlatformId,
        QString::fromLatin1(c.key.reveal().toHex()), QUrl(c.url), c.pollSeconds};
}

/// Empty when every order is issued.
QString issueBatch(Desk &desk, const NumberedOrders &orders)
{
    const auto report = await(desk.issue(orders.sheet(), 30s));
    if (!report.ok())
        return report.fault().message;
    if (report->count(service::OrderState::Issued) != orders.count)
        return QStringLiteral("only %1 of %2 are issued")
            .arg(report->count(service::OrderState::Issued))
            .arg(orders.count);
    return desk.complaints();
}

/// Waits longer than await(): five stories take their time where the disk does.
template<class T>
T awaitLong(QCoro::Task<T> task)
{
    std::optional<T> out;
    task.then([&out](const T &value) { out = value; });
    if (!QTest::qWaitFor([&] { return out.has_value(); }, 120'000))
        qFatal("the story does not end");
    return *out;
}

/// Empty when the story has come to its end, and client and platform agree about it.
QString reverse(Desk &desk, const QUrl &platform, const QString &prefix)
{
    if (const QString trouble = desk.moveAddress(); !trouble.isEmpty())
        return trouble;
    RedStory story(desk, platform, prefix);
    constexpr int attempts = 3; // of which the first may meet a platform that has just been killed
    QStringList open;
    for (int i = 0; i < attempts; ++i) {
        open = awaitLong(story.play());
        if (open.isEmpty())
            return story.judged().words.join(u'\n');
    }
    return open.join(u'\n');
}
} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return fail(QStringLiteral("usage: kill_driver FOLDER CREDENTIALS PREFIX COUNT|red [STEP]"));
    const auto company = firstCompany(arguments.at(2));
    if (!company.ok())
        return fail(company.fault().message);
    const NumberedOrders orders{arguments.at(3), arguments.at(4).toInt()};
    lastStep = arguments.size() > 5 ? arguments.at(5).toInt() : 0;

    // Every connection that is opened from here on is watched.
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(watchCommits));
    Desk desk(arguments.at(1), *company);
    desk.platform().before = [](Operation) { step(); };
    desk.platform().after = [](Operation) { step(); };
    if (const QString trouble = desk.open(); !trouble.isEmpty())
        return fail(trouble);
    QObject::connect(&desk.database().changes(), &store::Changes::changed, [] { step(); });
    const QString open = arguments.at(4) == QLatin1StringView("red") ? reverse(desk, company->url, orders.prefix)
                                                                     : issueBatch(desk, orders);
    if (!open.isEmpty())
        return fail(open);
    QTextStream(stdout) << stepsSeen << Qt::endl;
    return DriverDone;
}
