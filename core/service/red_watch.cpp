// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/red_watch.h"

#include "core/base/log.h"
#include "core/rules/red_lifecycle.h"

#include <QCoro/QCoroFuture>

#include <algorithm>

namespace kp::service
{

namespace
{
constexpr std::chrono::milliseconds lookEvery = std::chrono::minutes(1);

QString readUntilKey(CompanyId company)
{
    return QStringLiteral("red.watch.%1.read_until").arg(company.value());
}

QString announcedKey(CompanyId company)
{
    return QStringLiteral("red.watch.%1.announced").arg(company.value());
}

store::RedFormQuery formsIn(CompanyId company, RedFormState state)
{
    store::RedFormQuery query;
    query.scope = store::Scope::only(company);
    query.states = {state};
    query.issued = false;
    return query;
}

/// Whether the platform could not be asked at all, so that asking for others makes no sense.
bool isOutage(const Fault &fault)
{
    return fault.kind == FaultKind::Offline || fault.kind == FaultKind::Uncertain;
}
} // namespace

RedWatch::RedWatch(Services &services, Reversing &reversing, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_reversing(reversing)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &RedWatch::look);
}

RedWatch::~RedWatch()
{
    *m_alive = false;
}

void RedWatch::watch(const Actor &actor, CompanyId company)
{
    stop();
    m_actor = actor;
    m_company = company;
    m_wait = m_interval;
    begin(false);
}

void RedWatch::stop()
{
    ++m_generation;
    m_company = {};
    m_looked = 0;
    m_timer.stop();
    setBusy(false);
}

void RedWatch::syncNow()
{
    if (m_company.isValid() && !m_busy)
        begin(true);
}

void RedWatch::look()
{
    if (!m_company.isValid() || m_busy)
        return;
    const qint64 now = m_services.clock.nowMs();
    m_lastMs = std::min(m_lastMs, now); // the clock was set back: nobody waits for the time it showed
    if (now - m_lastMs >= m_wait.count())
        begin(false);
    else
        schedule();
}

void RedWatch::setInterval(std::chrono::milliseconds interval)
{
    m_interval = interval;
    m_wait = interval;
    if (m_company.isValid() && !m_busy)
        schedule();
}

QDateTime RedWatch::nextAt() const
{
    return m_company.isValid() ? Clock::chinaTime(m_lastMs + m_wait.count()) : QDateTime();
}

void RedWatch::begin(bool asked)
{
    m_timer.stop();
    setBusy(true);
    run(asked);
}

void RedWatch::schedule()
{
    const std::chrono::milliseconds left(m_lastMs + m_wait.count() - m_services.clock.nowMs());
    m_timer.start(std::clamp(left, std::chrono::milliseconds(0), lookEvery));
}

void RedWatch::setBusy(bool busy)
{
    if (std::exchange(m_busy, busy) != busy)
        Q_EMIT busyChanged(busy);
}

/// @param asked by a person: his trying again makes nobody wait longer
QCoro::Task<> RedWatch::run(bool asked)
{
    const std::shared_ptr<bool> alive = m_alive;
    const int generation = m_generation;
    const CompanyId company = m_company;
    const Result<RedSync> read = co_await readAll(m_actor, company);
    if (!*alive || generation != m_generation)
        co_return;
    if (read.ok())
        m_wait = m_interval;
    else if (!asked)
        m_wait = std::max(m_interval, std::min(m_wait * 2, longestWait));
    m_lastMs = m_services.clock.nowMs();
    schedule();
    setBusy(false);
    if (!read.ok()) {
        logFault(read.fault());
        Q_EMIT failed(company, read.fault());
    } else {
        Q_EMIT synchronised(company, *read);
    }
}

QCoro::Task<Result<RedSync>> RedWatch::readAll(Actor actor, CompanyId company)
{
    const std::shared_ptr<bool> alive = m_alive;
    const int generation = m_generation;
    const auto sync = std::make_shared<RedSync>();
    const QDate today = m_services.clock.today();
    KP_CO_TRY(mark, m_services.store.settings.value(readUntilKey(company)));
    const QDate until = QDate::fromString(mark, Qt::ISODate);
    const QDate first = until.isValid() ? std::min(until, today).addDays(-overlapDays) : today.addDays(1 - firstDays);
    // The platform's lists go over a month at most.
    for (QDate from = first; from <= today;) {
        const QDate to = std::min(from.addMonths(1).addDays(-1), today);
        KP_CO_TRY(part, co_await m_reversing.synchronise(actor, company, from, to));
        if (!*alive || generation != m_generation)
            co_return part;
        sync->read += part.read;
        sync->unkept += part.unkept;
        KP_CO_DO(m_services.store.settings.setValue(readUntilKey(company), to.toString(Qt::ISODate)));
        from = to.addDays(1);
    }
    KP_CO_DO(co_await lookAtOlder(actor, company, first, sync));
    if (!*alive || generation != m_generation)
        co_return *sync;
    KP_CO_TRY(news, announce(company));
    sync->received = news;
    co_return *sync;
}

/// Open forms that were entered before what the lists were read of: agreed to, but not issued yet. One that the
/// platform does not give is left as it is.
QCoro::Task<Outcome> RedWatch::lookAtOlder(Actor actor, CompanyId company, QDate before, std::shared_ptr<RedSync> sync)
{
    const std::shared_ptr<bool> alive = m_alive;
    const int generation = m_generation;
    KP_CO_TRY(older, olderOpen(company, before));
    const qsizetype looks = std::min<qsizetype>(older.size(), mostLooks);
    for (qsizetype i = 0; i < looks; ++i) {
        const Result<RedForm> form = co_await m_reversing.refresh(actor, older.at(m_looked++ % older.size()));
        if (!*alive || generation != m_generation)
            co_return Done{};
        if (!form.ok() && isOutage(form.fault()))
            co_return form.fault();
        if (!form.ok())
            logFault(form.fault());
        sync->read += form.ok() ? 1 : 0;
    }
    co_return Done{};
}

Result<QList<RedFormId>> RedWatch::olderOpen(CompanyId company, QDate before)
{
    constexpr int most = 10'000;
    QList<RedFormId> out;
    for (const RedFormState state :
        {RedFormState::NotNeeded, RedFormState::AwaitsBuyer, RedFormState::AwaitsSeller, RedFormState::Confirmed}) {
        store::RedFormQuery query = formsIn(company, state);
        query.enteredTo = before.addDays(-1);
        KP_TRY(forms, m_services.store.redForms.page(query, 0, most));
        for (const RedForm &form : std::as_const(forms))
            if (rules::isOpen(form))
                out.append(form.id);
    }
    return out;
}

/// Received forms that await an answer and were not announced before. Ids are given in the order in which forms are
/// heard of. What is told now will not be told again, even if the program ends before anybody has read it.
Result<QList<RedFormId>> RedWatch::announce(CompanyId company)
{
    constexpr int most = 10'000;
    KP_TRY(mark, m_services.store.settings.value(announcedKey(company), QStringLiteral("0")));
    const auto announced = mark.toLongLong();
    auto newest = announced;
    QList<RedFormId> news;
    for (const RedFormState state : {RedFormState::AwaitsBuyer, RedFormState::AwaitsSeller}) {
        store::RedFormQuery query = formsIn(company, state);
        query.sent = false;
        KP_TRY(forms, m_services.store.redForms.page(query, 0, most));
        for (const RedForm &form : std::as_const(forms)) {
            if (form.id.value() <= announced || !rules::mayAct(form, rules::RedEvent::Agree, form.side))
                continue;
            news.append(form.id);
            newest = std::max<qint64>(newest, form.id.value());
        }
    }
    if (newest != announced)
        KP_DO(m_services.store.settings.setValue(announcedKey(company), QString::number(newest)));
    return news;
}

} // namespace kp::service
