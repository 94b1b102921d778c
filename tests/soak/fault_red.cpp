// SPDX-License-Identifier: GPL-3.0-or-later
// Each misbehaviour of the platform × the conversations of reversing: five invoices are reversed while it misbehaves,
// then it is cleared, the program is started anew, and the story goes on to its end. Client and platform are held
// against one another and against what should have come of it. Usage: soak_red_faults [RUNS]
#include "core/sandbox/server_thread.h"
#include "tests/sandbox/wire_client.h"
#include "tests/soak/desk.h"
#include "tests/soak/fault_cases.h"
#include "tests/soak/red_story.h"

#include <QDir>
#include <QTextStream>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;

namespace
{
constexpr int atOnce = 8; // runs mostly wait
constexpr int looks = 3;
const QString prefix = u"red"_s;

constexpr Operation redOperations[] = {Operation::RedApply, Operation::RedAnswer, Operation::RedList,
    Operation::RedDetail, Operation::InvoiceUse, Operation::Upload, Operation::Result};
const QStringList kinds{u"delay"_s, u"drop_before"_s, u"drop_after"_s, u"half_answer"_s, u"http_500"_s,
    u"envelope_status"_s, u"error"_s, u"wrong_key"_s, u"force_failed"_s};

/// One of these says what the clerk does next, or what the program does by itself. What the platform refuses is in its
/// own words.
const QStringList nextSteps{u"try again"_s, u"will be asked before anything is sent anew"_s, u"Try again"_s,
    u"check the"_s, u"Check the"_s, u"compare"_s, u"not settled"_s, u"练习平台按要求判为"_s};

struct Tally {
    int runs = 0, troubled = 0, lost = 0, doubled = 0, wrong = 0, stuck = 0, unclear = 0;
    QStringList words;
};

bool copyFiles(const QString &from, const QString &to)
{
    const QStringList names = QDir(from).entryList(QDir::Files);
    for (const QString &name : names)
        if (!QFile::copy(from + u'/' + name, to + u'/' + name))
            return false;
    return true;
}

/// A desk and a platform with five blue invoices, to be copied.
class Pattern
{
public:
    [[nodiscard]] QString make()
    {
        sandbox::ServerThread server({.dataDir = platform()});
        const auto url = server.start();
        if (!url.ok())
            return url.fault().message;
        Desk desk(m_desk.path(), server.credentials().constFirst());
        if (const QString trouble = desk.open(); !trouble.isEmpty())
            return trouble;
        if (const QString trouble = await(desk.connectCompany()); !trouble.isEmpty())
            return trouble;
        desk.close(); // the classification is read when it opens
        if (const QString trouble = desk.open(); !trouble.isEmpty())
            return trouble;
        RedStory story(desk, *url, prefix);
        return await(story.issueBlues());
    }
    [[nodiscard]] QString platform() const { return m_platform.path(); }
    [[nodiscard]] QString desk() const { return m_desk.path(); }

private:
    QTemporaryDir m_platform;
    QTemporaryDir m_desk;
};

QCoro::Task<Tally> runOnce(const Pattern &pattern, FaultCase fault, int run)
{
    Tally tally;
    tally.runs = 1;
    const QString name = u"%1-%2-%3: "_s.arg(fault.kind, QString::fromLatin1(code(fault.operation))).arg(run);
    const auto complain = [&](int Tally::*count, const QString &words) {
        ++(tally.*count);
        tally.words.append(name + words);
    };
    const QTemporaryDir platformFolder;
    const QTemporaryDir deskFolder;
    sandbox::ServerThread server({.dataDir = platformFolder.path()});
    if (!copyFiles(pattern.platform(), platformFolder.path())) {
        complain(&Tally::stuck, u"no copy"_s);
        co_return tally;
    }
    const auto url = server.start();
    if (!url.ok()) {
        complain(&Tally::stuck, url.fault().message);
        co_return tally;
    }
    Desk desk(deskFolder.path(), server.credentials().constFirst());
    if (const QString trouble = desk.takeOver(pattern.desk()); !trouble.isEmpty()) {
        complain(&Tally::stuck, trouble);
        co_return tally;
    }
    const QByteArray order = faultOrder(fault, run);
    practice::controlled(*url, "/control/faults", order);
    RedStory story(desk, *url, prefix);
    const QStringList told = co_await story.play();
    tally.troubled = told.isEmpty() ? 0 : 1;
    for (const QString &message : told)
        if (std::none_of(
                nextSteps.cbegin(), nextSteps.cend(), [&](const QString &step) { return message.contains(step); }))
            complain(&Tally::unclear, u"no next step in \"%1\""_s.arg(message));
    practice::controlled(*url, "/control/faults", "[]");
    desk.close();
    if (const QString trouble = desk.open(); !trouble.isEmpty()) {
        complain(&Tally::stuck, trouble);
        co_return tally;
    }
    QStringList open;
    for (int look = 0; look < looks; ++look) {
        const QStringList left = co_await story.play();
        open = left;
        if (open.isEmpty())
            break;
    }
    if (!open.isEmpty())
        complain(&Tally::stuck, open.join(u" | "_s));
    const Judgement judgement = story.judged();
    tally.lost += judgement.lost;
    tally.doubled += judgement.doubled;
    tally.wrong += judgement.wrong;
    if (!judgement.clean())
        tally.words.append(name + judgement.words.join(u" | "_s));
    co_return tally;
}
} // namespace

int main(int argc, char **argv)
{
    // Nothing is killed here: the stores need no disk, and thousands of commits need not wait for one.
    if (const QFileInfo memory(u"/dev/shm"_s); memory.isDir() && memory.isWritable())
        qputenv("TMPDIR", "/dev/shm");
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int runs = arguments.size() > 1 ? arguments.at(1).toInt() : 1;
    Pattern pattern;
    if (const QString trouble = pattern.make(); !trouble.isEmpty())
        qFatal("%s", qUtf8Printable(trouble));

    QList<std::pair<FaultCase, int>> jobs;
    for (int run = 0; run < runs; ++run)
        for (const QString &kind : kinds)
            for (const Operation operation : redOperations)
                jobs.append({{kind, operation, {}}, run});
    Tally all;
    qsizetype next = 0;
    int busy = 0;
    const std::function<void()> startMore = [&] {
        for (; busy < atOnce && next < jobs.size(); ++next, ++busy)
            runOnce(pattern, jobs.at(next).first, jobs.at(next).second).then([&](const Tally &one) {
                all.runs += one.runs;
                all.troubled += one.troubled;
                all.lost += one.lost;
                all.doubled += one.doubled;
                all.wrong += one.wrong;
                all.stuck += one.stuck;
                all.unclear += one.unclear;
                all.words += one.words;
                --busy;
                QTimer::singleShot(0, &application, startMore);
            });
        if (busy == 0)
            QCoreApplication::quit();
    };
    QTimer::singleShot(0, &application, startMore);
    QCoreApplication::exec();

    QTextStream out(stdout);
    for (const QString &words : std::as_const(all.words))
        out << words << '\n';
    out << "red faults " << kinds.size() * qsizetype(std::size(redOperations)) << " combinations, runs " << all.runs
        << " (" << all.troubled << " did not get through at first): lost " << all.lost << " doubled " << all.doubled
        << " disagreeing " << all.wrong << " stuck " << all.stuck << " unclear " << all.unclear << Qt::endl;
    const int least = all.runs / 2; // else the misbehaviour does not reach them
    return all.words.isEmpty() && all.troubled >= least ? 0 : 1;
}
