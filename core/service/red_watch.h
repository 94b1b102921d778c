// SPDX-License-Identifier: GPL-3.0-or-later
// Reads a company's confirmation forms in the background: what the other side has entered, and what has become of those
// that are known.
#pragma once

#include "core/service/reversing.h"

#include <QTimer>

#include <chrono>

namespace kp::service
{

/// Lives on the store's thread. Time is told by the services' clock; it may be set and the computer may sleep: the
/// timer comes round each minute at least and looks at it. Until which day the lists are read and which forms were
/// announced is kept in the profile, so that each form is announced once, whoever heard of it first.
class RedWatch final : public QObject
{
    Q_OBJECT
public:
    RedWatch(Services &services, Reversing &reversing, QObject *parent = nullptr);
    ~RedWatch() override;

    /// Begins with that company at once. One that was watched before is not any more.
    void watch(const Actor &actor, CompanyId company);
    void stop();
    /// Reads now, however long it would have waited; while it reads nothing is begun.
    void syncNow();
    /// Reads when it is time. The timer calls it.
    void look();

    /// How long it waits after it has read; after a fault twice as long each time, up to an hour.
    void setInterval(std::chrono::milliseconds interval);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// When it reads next, China time; invalid when nothing is watched.
    [[nodiscard]] QDateTime nextAt() const;

    static constexpr std::chrono::milliseconds usualInterval = std::chrono::minutes(10);
    static constexpr std::chrono::milliseconds longestWait = std::chrono::hours(1);
    static constexpr int firstDays = 31;  ///< of a company whose lists were never read
    static constexpr int overlapDays = 4; ///< read again each time: a form awaits its answer for three days
    static constexpr int mostLooks = 20;  ///< older forms that are open still, looked at one by one each time

Q_SIGNALS:
    /// The lists are read. RedSync::received are those that were not announced before.
    void synchronised(kp::CompanyId company, const kp::service::RedSync &sync);
    /// They could not be read; it will be tried again.
    void failed(kp::CompanyId company, const kp::Fault &fault);
    void busyChanged(bool busy);

private:
    void begin(bool asked);
    QCoro::Task<> run(bool asked);
    QCoro::Task<Result<RedSync>> readAll(Actor actor, CompanyId company);
    QCoro::Task<Outcome> lookAtOlder(Actor actor, CompanyId company, QDate before, std::shared_ptr<RedSync> sync);
    Result<QList<RedFormId>> olderOpen(CompanyId company, QDate before);
    Result<QList<RedFormId>> announce(CompanyId company);
    void schedule();
    void setBusy(bool busy);

    Services &m_services;
    Reversing &m_reversing;
    QTimer m_timer;
    std::chrono::milliseconds m_interval = usualInterval;
    std::chrono::milliseconds m_wait = usualInterval;
    Actor m_actor;
    CompanyId m_company;  ///< invalid: nothing is watched
    qint64 m_lastMs = 0;  ///< when it last ended, well or not
    qint64 m_looked = 0;  ///< how many older forms were looked at, for the next to have their turn
    int m_generation = 0; ///< of watch() and stop(): what an earlier one began is not told
    bool m_busy = false;
    std::shared_ptr<bool> m_alive = std::make_shared<bool>(true);
};

} // namespace kp::service
