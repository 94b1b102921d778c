// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/outbox_runner.h"

#include "core/base/log.h"
#include "core/rules/retry.h"

#include <QCoro/QCoroFuture>
#include <QCoro/QCoroTimer>

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <algorithm>

namespace kp::service
{

namespace
{
struct OutboxRunnerText {
    Q_DECLARE_TR_FUNCTIONS(OutboxRunner)
};

QList<InvoiceId> idsOf(const QList<store::OutboxEntry> &entries)
{
    QList<InvoiceId> ids;
    for (const store::OutboxEntry &entry : entries)
        ids.append(entry.invoice);
    return ids;
}

rules::InvoiceEvent eventOf(UploadVerdict::Kind kind)
{
    switch (kind) {
    case UploadVerdict::Kind::Accepted:
        return rules::InvoiceEvent::Accepted;
    case UploadVerdict::Kind::Processing:
        return rules::InvoiceEvent::StillProcessing;
    case UploadVerdict::Kind::Failed:
        return rules::InvoiceEvent::Failed;
    case UploadVerdict::Kind::Duplicate:
        return rules::InvoiceEvent::Duplicate;
    case UploadVerdict::Kind::NoResult:
        break;
    }
    return rules::InvoiceEvent::ResultGone;
}

constexpr int patience = 6; // refused questions about one receipt

rules::InvoiceEvent eventOf(const Fault &fault)
{
    switch (fault.kind) {
    case FaultKind::Offline:
        return rules::InvoiceEvent::NothingSent;
    case FaultKind::Rejected:
        return rules::InvoiceEvent::CallRejected;
    default:
        return rules::InvoiceEvent::GotNoAnswer;
    }
}
} // namespace

OutboxRunner::OutboxRunner(
    store::Stores &stores, const Clock &clock, TaxPlatform &platform, Routes &routes, QObject *parent)
    : QObject(parent)
    , m_stores(stores)
    , m_clock(clock)
    , m_platform(platform)
    , m_routes(routes)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &OutboxRunner::pump);
    connect(this, &OutboxRunner::troubled, this, [this](const QString &message) { m_trouble = message; });
    connect(this, &OutboxRunner::reached, this, [this] { m_trouble.clear(); });
}

OutboxRunner::~OutboxRunner()
{
    *m_alive = false; // conversations under way end without touching us; their invoices stay Sending and are recovered
}

Outcome OutboxRunner::recover()
{
    store::Transaction transaction(m_stores.database);
    KP_DO(recoverLost());
    KP_TRY(entries, m_stores.outbox.all());
    KP_TRY(sending, m_stores.invoices.inState(InvoiceState::Sending));
    KP_TRY(processing, m_stores.invoices.inState(InvoiceState::Processing));
    const QSet<InvoiceId> wasSending(sending.begin(), sending.end());
    const QSet<InvoiceId> wasProcessing(processing.begin(), processing.end());
    QList<Passenger> sent;
    QList<Passenger> withoutReceipt; // nobody would ever ask for their result
    for (const store::OutboxEntry &entry : entries) {
        if (wasSending.contains(entry.invoice))
            sent.append({entry, InvoiceState::Sending});
        else if (entry.receipt.isEmpty() && wasProcessing.contains(entry.invoice))
            withoutReceipt.append({entry, InvoiceState::Processing});
    }
    KP_DO(apply(
        sent, rules::InvoiceEvent::Restart, OutboxRunnerText::tr("The program ended while this was being sent.")));
    KP_DO(apply(withoutReceipt, rules::InvoiceEvent::ResultGone,
        OutboxRunnerText::tr("The receipt of this was missing. It is sent again under the same number.")));
    KP_DO(m_stores.outbox.hasten(m_clock.nowMs()));
    return commit(transaction);
}

/// The program never parts an invoice on its way from its row of the outbox; another hand may have. Without one it
/// would be stuck for ever.
Outcome OutboxRunner::recoverLost()
{
    KP_TRY(lost, m_stores.outbox.lost(m_clock.nowMs()));
    if (lost.isEmpty())
        return Done{};
    KP_TRY(positions, m_stores.invoices.positions(idsOf(lost)));
    QList<Passenger> passengers; // both in the order of ids
    for (qsizetype i = 0; i < positions.size(); ++i)
        passengers.append({lost.at(i), positions.at(i).state});
    KP_DO(m_stores.outbox.enqueueAll(lost));
    return apply(passengers, rules::InvoiceEvent::OutboxLost,
        OutboxRunnerText::tr("This was missing from the outbox. It is sent again under the same number."));
}

void OutboxRunner::start()
{
    m_running = true;
    pump();
}

Outcome OutboxRunner::wake()
{
    KP_DO(m_stores.outbox.hasten(m_clock.nowMs()));
    pumpSoon();
    return Done{};
}

QCoro::Task<bool> OutboxRunner::settled(QList<InvoiceId> invoices, std::chrono::milliseconds most)
{
    const QDeadlineTimer deadline(most);
    const std::shared_ptr<bool> alive = m_alive;
    for (;;) {
        bool onTheWay = false;
        for (const InvoiceId id : invoices) {
            const auto entry = m_stores.outbox.find(id);
            if (entry.ok() && entry->has_value()) {
                onTheWay = true;
                break;
            }
        }
        if (!onTheWay)
            co_return true;
        if (deadline.hasExpired())
            co_return false;
        co_await QCoro::sleepFor(std::chrono::milliseconds(50));
        if (!*alive)
            co_return false;
    }
}

void OutboxRunner::pump()
{
    const qint64 now = m_clock.nowMs();
    const Result<bool> begun = uploadDue(now);
    const auto receipts = m_stores.outbox.dueResults(now);
    if (receipts.ok())
        for (const store::ReceiptDue &due : *receipts)
            if (!m_asking.contains(due.receipt)) {
                m_asking.insert(due.receipt);
                ask(due);
            }
    if (!begun.ok()) {
        report(begun.fault());
        m_timer.start(std::chrono::seconds(1)); // a full disk does not mend faster for being asked all the time
    } else if (*begun) {
        pumpSoon(); // by way of the event loop: this request leaves before the next is made up
    } else {
        schedule();
    }
}

void OutboxRunner::pumpSoon()
{
    if (m_running)
        m_timer.start(0);
}

/// The next row that is due wakes the pump; while conversations are under way their end does.
void OutboxRunner::schedule()
{
    if (!m_running || m_uploads >= uploadsAtOnce)
        return;
    const auto next = m_stores.outbox.nextDueMs();
    if (!next.ok() || !next->has_value()) {
        indexWhileIdle();
        return;
    }
    // Rows whose answer is under way may be due all the while: look again soon, not at once.
    const qint64 soonMs = m_uploads > 0 || !m_asking.isEmpty() ? 100 : 1;
    constexpr qint64 latestMs = 60'000; // clocks may jump
    m_timer.start(static_cast<int>(std::clamp(**next - m_clock.nowMs(), soonMs, latestMs)));
}

/// Nothing is on its way: new invoices go into the search index, a few at a time so that nobody waits for it.
void OutboxRunner::indexWhileIdle()
{
    constexpr int atOnce = 200;
    const auto left = m_stores.invoices.indexForSearch(atOnce);
    if (left.ok() && *left > 0)
        m_timer.start(1);
}

/// Begins the upload that has been due longest. False: there is none, or as many as may be are under way.
Result<bool> OutboxRunner::uploadDue(qint64 now)
{
    if (m_uploads >= uploadsAtOnce)
        return false;
    KP_TRY(company, m_stores.outbox.companyDue(now));
    if (!company)
        return false;
    KP_TRY(due, m_stores.outbox.dueUploads(*company, now, invoicesPerUpload));
    // Suspects of a refused batch travel in ever smaller groups, so that the guilty one is found and the others pass.
    const int together = m_together.value(due.first().invoice, invoicesPerUpload);
    qsizetype size = 1;
    while (
        size < due.size() && size < together && m_together.value(due.at(size).invoice, invoicesPerUpload) == together)
        ++size;
    due.resize(size);

    KP_TRY(positions, m_stores.invoices.positions(idsOf(due)));
    QHash<InvoiceId, InvoiceState> states;
    for (const store::InvoicePosition &position : std::as_const(positions))
        states.insert(position.id, position.state);
    QList<Passenger> passengers;
    for (const store::OutboxEntry &entry : std::as_const(due))
        passengers.append({entry, states.value(entry.invoice)});
    store::Transaction transaction(m_stores.database);
    KP_DO(apply(passengers, rules::InvoiceEvent::Send, {}));
    KP_DO(commit(transaction));
    ++m_uploads;
    upload(*company, due);
    return true;
}

QCoro::Task<> OutboxRunner::upload(CompanyId company, QList<store::OutboxEntry> entries)
{
    const std::shared_ptr<bool> alive = m_alive;
    int pollSeconds = 10;
    Result<QString> receipt = Fault{FaultKind::Offline, QString()};
    const auto invoices = m_stores.invoices.findAll(idsOf(entries));
    const Result<Route> route = co_await m_routes.find(company);
    if (!*alive)
        co_return;
    if (!route.ok() || !invoices.ok()) {
        // Nothing was sent: no key, no store. The rows wait like those of a platform that can not be reached.
        receipt = Fault{FaultKind::Offline, route.ok() ? invoices.fault().message : route.fault().message};
    } else {
        pollSeconds = route->pollSeconds;
        receipt = co_await m_platform.upload(*route, *invoices);
        if (!*alive)
            co_return;
    }
    --m_uploads;
    report(afterUpload(entries, receipt, pollSeconds));
    pumpSoon();
}

Outcome OutboxRunner::afterUpload(
    const QList<store::OutboxEntry> &entries, const Result<QString> &receipt, int pollSeconds)
{
    const qint64 now = m_clock.nowMs();
    const QList<InvoiceId> ids = idsOf(entries);
    QList<Passenger> passengers;
    for (const store::OutboxEntry &entry : entries)
        passengers.append({entry, InvoiceState::Sending});
    store::Transaction transaction(m_stores.database);
    if (receipt.ok()) {
        KP_DO(apply(passengers, rules::InvoiceEvent::GotReceipt, {}));
        KP_DO(m_stores.outbox.setReceipt(ids, *receipt, now + pollSeconds * 1000LL));
        KP_DO(commit(transaction));
        Q_EMIT reached();
        return Done{};
    }
    const Fault &fault = receipt.fault();
    rules::InvoiceEvent event = eventOf(fault);
    const bool refusedTogether = event == rules::InvoiceEvent::CallRejected && entries.size() > 1;
    if (refusedTogether) {
        // "Nothing was taken over": which of them is to blame shows when they travel in smaller groups.
        const int half = static_cast<int>((entries.size() + 1) / 2);
        for (const InvoiceId id : ids)
            m_together.insert(id, half);
        event = rules::InvoiceEvent::NothingSent;
    }
    KP_DO(apply(passengers, event, refusedTogether ? QString() : fault.message));
    QList<InvoiceId> waiting;
    for (const store::OutboxEntry &entry : entries) {
        KP_TRY(still, m_stores.outbox.find(entry.invoice));
        if (still)
            waiting.append(entry.invoice);
    }
    const auto delay = rules::retryDelay(entries.first().attempts + 1, pollSeconds);
    KP_DO(m_stores.outbox.reschedule(waiting, refusedTogether ? now : now + delay.count(), true));
    KP_DO(commit(transaction));
    if (event == rules::InvoiceEvent::CallRejected)
        Q_EMIT reached();
    else if (!refusedTogether)
        Q_EMIT troubled(fault.message);
    return Done{};
}

QCoro::Task<> OutboxRunner::ask(store::ReceiptDue due)
{
    const std::shared_ptr<bool> alive = m_alive;
    int pollSeconds = 10;
    Result<QList<UploadVerdict>> verdicts = Fault{FaultKind::Offline, QString()};
    const Result<Route> route = co_await m_routes.find(due.company);
    if (!*alive)
        co_return;
    if (route.ok()) {
        pollSeconds = route->pollSeconds;
        verdicts = co_await m_platform.uploadResult(*route, due.receipt);
        if (!*alive)
            co_return;
    } else {
        verdicts = Fault{FaultKind::Offline, route.fault().message};
    }
    m_asking.remove(due.receipt);
    report(afterResult(due, verdicts, pollSeconds));
    pumpSoon();
}

Outcome OutboxRunner::afterResult(
    const store::ReceiptDue &due, const Result<QList<UploadVerdict>> &verdicts, int pollSeconds)
{
    const QList<InvoiceId> ids = idsOf(due.entries);
    KP_TRY(before, m_stores.invoices.positions(ids));
    QHash<QString, Passenger> byNumber;
    for (const store::InvoicePosition &position : std::as_const(before)) {
        const auto entry = std::find_if(due.entries.begin(), due.entries.end(),
            [&](const store::OutboxEntry &e) { return e.invoice == position.id; });
        byNumber.insert(position.number, {*entry, position.state});
    }
    // By event and message, so that a batch of a hundred accepted invoices is one change.
    QHash<QPair<int, QString>, QList<Passenger>> groups;
    if (verdicts.ok()) {
        QHash<QString, Passenger> unnamed = byNumber;
        for (const UploadVerdict &verdict : *verdicts)
            if (const auto it = unnamed.find(verdict.number); it != unnamed.end()) {
                const bool good = verdict.kind == UploadVerdict::Kind::Accepted;
                groups[{static_cast<int>(eventOf(verdict.kind)), good ? QString() : verdict.message}].append(*it);
                unnamed.erase(it);
            }
        for (const Passenger &passenger : std::as_const(unnamed))
            groups[{static_cast<int>(rules::InvoiceEvent::ResultGone), QString()}].append(passenger);
    } else {
        // A question that is refused again and again is about a receipt the platform has lost: uploading again asks.
        const Fault &fault = verdicts.fault();
        const bool hopeless = fault.kind == FaultKind::Rejected && due.entries.first().attempts >= patience;
        const rules::InvoiceEvent event = hopeless ? rules::InvoiceEvent::ResultGone : eventOf(fault);
        groups.insert({static_cast<int>(event), fault.message}, byNumber.values());
    }

    const qint64 now = m_clock.nowMs();
    store::Transaction transaction(m_stores.database);
    for (auto it = groups.cbegin(); it != groups.cend(); ++it) {
        const auto event = static_cast<rules::InvoiceEvent>(it.key().first);
        KP_DO(apply(it.value(), event, it.key().second));
    }
    QList<InvoiceId> askAgain;
    QList<InvoiceId> sendAgain;
    KP_TRY(after, m_stores.invoices.positions(ids));
    for (const store::InvoicePosition &position : std::as_const(after)) {
        if (position.state == InvoiceState::Processing)
            askAgain.append(position.id);
        else if (position.state == InvoiceState::Unknown || position.state == InvoiceState::Queued)
            sendAgain.append(position.id);
    }
    const auto delay = rules::retryDelay(due.entries.first().attempts + 1, pollSeconds);
    KP_DO(m_stores.outbox.reschedule(askAgain, now + delay.count()));
    KP_DO(m_stores.outbox.reschedule(sendAgain, now + delay.count(), true));
    KP_DO(commit(transaction));
    if (verdicts.ok())
        Q_EMIT reached();
    else
        Q_EMIT troubled(verdicts.fault().message);
    return Done{};
}

Outcome OutboxRunner::apply(const QList<Passenger> &passengers, rules::InvoiceEvent event, const QString &message)
{
    KP_TRY(done, moveOn(m_stores, passengers, event, message, QStringLiteral("system"), m_clock.nowMs()));
    m_done += done;
    return Done{};
}

Outcome OutboxRunner::commit(store::Transaction &transaction)
{
    const QList<InvoiceId> done = std::exchange(m_done, {});
    KP_DO(transaction.commit());
    for (const InvoiceId id : done) {
        m_together.remove(id);
        Q_EMIT ended(id);
    }
    return Done{};
}

void OutboxRunner::report(const Outcome &outcome)
{
    if (outcome.ok())
        return;
    m_done.clear();
    // The transaction was rolled back: the rows stand as before and are tried again.
    logReference(outcome.fault().message + u' ' + outcome.fault().detail);
    Q_EMIT troubled(outcome.fault().message);
}

} // namespace kp::service
