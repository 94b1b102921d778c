// SPDX-License-Identifier: GPL-3.0-or-later
// Each misbehaviour of the platform × {numbers, credit, upload, result}: a batch is issued while it misbehaves, then it
// is cleared, the program is started anew and the batch issued again. The platform's ledger says whether every order
// was accepted exactly once. Usage: soak_faults [RUNS] [KIND]; "-v" as KIND prints what the clerk reads.
#include "core/sandbox/server_thread.h"
#include "tests/sandbox/wire_client.h"
#include "tests/soak/desk.h"
#include "tests/soak/fault_cases.h"
#include "tests/soak/numbered_orders.h"

#include <QTextStream>

using namespace kp;
using namespace kp::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace
{
constexpr int ordersInABatch = 3;
constexpr int looks = 4;
constexpr int atOnce = 12; // runs mostly wait; more of them would wait for the processor, and their patience is short

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

struct Tally {
    int runs = 0, lost = 0, doubled = 0, stuck = 0, unclear = 0, broken = 0;
    QStringList words;

    Tally &operator+=(const Tally &other)
    {
        runs += other.runs;
        lost += other.lost;
        doubled += other.doubled;
        stuck += other.stuck;
        unclear += other.unclear;
        broken += other.broken;
        words += other.words;
        return *this;
    }
    [[nodiscard]] bool clean() const { return words.isEmpty(); }
};

/// One combination with a platform of its own, since its misbehaviour meets everybody who asks.
class Combination
{
public:
    Combination(FaultCase what, bool verbose)
        : fault(std::move(what))
        , m_verbose(verbose)
    {
    }

    [[nodiscard]] QString start()
    {
        const auto url = m_server.start();
        if (!url.ok())
            return url.fault().message;
        m_url = *url;
        return {};
    }
    [[nodiscard]] sandbox::Credential company() const { return m_server.credentials().constFirst(); }
    /// Whether the platform knows this misbehaviour in this conversation.
    [[nodiscard]] bool applies() const
    {
        return isClock() || !control("faults", faultOrder(fault, 0)).contains(u"error"_s);
    }

    QCoro::Task<> run(QString pattern, int runs)
    {
        for (int i = 0; i < runs; ++i) {
            const Tally one = co_await once(pattern, i);
            tally += one;
        }
    }

    FaultCase fault;
    Tally tally;

private:
    [[nodiscard]] bool isClock() const { return fault.kind == u"clock"; }
    QJsonObject control(const QByteArray &page, const QByteArray &json = {}) const
    {
        return practice::controlled(m_url, "/control/" + page, json);
    }
    void misbehave(Desk &desk, int run) const
    {
        if (!isClock()) {
            control("faults", faultOrder(fault, run));
            return;
        }
        const qint64 seconds = clockShiftSeconds(fault.operation, SystemClock().today());
        desk.platform().before = [this, seconds, done = false](Operation operation) mutable {
            if (operation == fault.operation && !std::exchange(done, true))
                control("clock", "{\"shift_seconds\":" + QByteArray::number(seconds) + '}');
        };
    }
    void behave(Desk &desk) const
    {
        desk.platform().before = [](Operation) {};
        control("faults", "[]");
        control("clock", R"({"shift_seconds":0})");
    }

    QCoro::Task<Tally> once(QString pattern, int run)
    {
        Tally one;
        one.runs = 1;
        const QString name = u"%1-%2-%3"_s.arg(fault.kind, QString::fromLatin1(code(fault.operation))).arg(run);
        const auto complain = [&](int Tally::*count, const QString &words) {
            ++(one.*count);
            one.words.append(name + u": "_s + words);
        };
        const QTemporaryDir folder;
        const NumberedOrders orders{u"run%1"_s.arg(run), ordersInABatch};
        Desk desk(folder.path(), company());
        if (const QString trouble = desk.takeOver(pattern); !trouble.isEmpty()) {
            complain(&Tally::broken, trouble);
            co_return one;
        }
        misbehave(desk, run);
        const OrderSheet sheet = orders.sheet();
        // On a busy machine the platform's words may come after the first look.
        QStringList missed;
        for (int look = 0; look < looks; ++look) {
            const auto report = co_await desk.issue(sheet, 5s);
            missed = report.ok() ? missedWords(*report) : QStringList{report.fault().message};
            if (missed.isEmpty() || !isLasting(run))
                break;
        }
        if (isLasting(run))
            for (const QString &words : std::as_const(missed))
                complain(&Tally::unclear, words);
        behave(desk);

        desk.close();
        if (const QString trouble = desk.open(); !trouble.isEmpty()) {
            complain(&Tally::broken, trouble);
            co_return one;
        }
        // Again when the verdict of an upload under the old fault has only come now: a refused order goes out anew.
        QString open;
        for (int again = 0; again < looks; ++again) {
            const auto report = co_await desk.issue(sheet, 20s);
            open = !report.ok()                                                  ? report.fault().message
                   : report->count(service::OrderState::Issued) < ordersInABatch ? messages(*report).join(u" | "_s)
                                                                                 : QString();
            if (open.isEmpty())
                break;
        }
        if (!open.isEmpty())
            complain(&Tally::stuck, open);
        const Judgement judgement = judged(control("ledger").value(u"invoices"_s).toArray(), orders);
        if (!judgement.clean()) {
            one.lost += judgement.lost;
            one.doubled += judgement.doubled + judgement.wrong;
            one.words.append(name + u": "_s + judgement.words.join(u", "_s));
        }
        if (const QString complaints = desk.complaints(); !complaints.isEmpty())
            complain(&Tally::broken, complaints);
        co_return one;
    }

    [[nodiscard]] static QStringList messages(const service::BatchReport &report)
    {
        QStringList out;
        for (const service::OrderResult &order : report.orders)
            for (const CellFinding &finding : order.messages)
                out.append(finding.text);
        out.removeDuplicates();
        return out;
    }

    /// Every order must say what happened and what comes next; gives what the clerk misses.
    [[nodiscard]] QStringList missedWords(const service::BatchReport &report) const
    {
        QStringList missed;
        for (const service::OrderResult &order : report.orders) {
            QString text;
            for (const CellFinding &finding : order.messages)
                text += finding.text + u'\n';
            if (m_verbose && &order == &report.orders.constFirst())
                out() << fault.kind << ' ' << code(fault.operation) << ": " << service::code(order.state) << '\n'
                      << text << Qt::endl;
            for (const QString &words : fault.words)
                if (!text.contains(words))
                    missed.append(u"the clerk misses \"%1\" in \"%2\""_s.arg(words, text));
        }
        return missed;
    }

    QTemporaryDir m_folder;
    sandbox::ServerThread m_server{{.dataDir = m_folder.path()}};
    QUrl m_url;
    bool m_verbose;
};

/// A store with a connected company, for every run to begin with.
QString patternIn(const QString &folder, const sandbox::Credential &company)
{
    Desk desk(folder, company);
    if (const QString trouble = desk.open(); !trouble.isEmpty())
        return trouble;
    return await(desk.connectCompany());
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
    const bool verbose = arguments.contains(u"-v"_s);

    std::vector<std::unique_ptr<Combination>> combinations;
    QStringList notApplicable;
    for (const FaultCase &fault : faultCases()) {
        if (arguments.size() > 2 && !verbose && fault.kind != arguments.at(2))
            continue;
        auto combination = std::make_unique<Combination>(fault, verbose);
        if (const QString trouble = combination->start(); !trouble.isEmpty())
            qFatal("%s", qUtf8Printable(trouble));
        if (combination->applies())
            combinations.push_back(std::move(combination));
        else
            notApplicable.append(fault.kind + u'×' + QString::fromLatin1(code(fault.operation)));
    }
    const QTemporaryDir pattern;
    if (const QString trouble = patternIn(pattern.path(), combinations.front()->company()); !trouble.isEmpty())
        qFatal("%s", qUtf8Printable(trouble));

    std::size_t next = 0;
    int busy = 0;
    const std::function<void()> startMore = [&] {
        for (; busy < atOnce && next < combinations.size(); ++next, ++busy)
            combinations[next]->run(pattern.path(), runs).then([&] {
                --busy;
                startMore();
            });
        if (busy == 0)
            QCoreApplication::quit();
    };
    QTimer::singleShot(0, &application, startMore);
    QCoreApplication::exec();

    Tally all;
    for (const auto &combination : combinations)
        all += combination->tally;
    for (const QString &words : std::as_const(all.words))
        out() << words << '\n';
    out() << "not applicable: " << notApplicable.join(u", "_s) << '\n'
          << "faults " << combinations.size() << " combinations, runs " << all.runs << ": lost " << all.lost
          << " doubled " << all.doubled << " stuck " << all.stuck << " unclear " << all.unclear << " broken books "
          << all.broken << Qt::endl;
    return all.clean() ? 0 : 1;
}
