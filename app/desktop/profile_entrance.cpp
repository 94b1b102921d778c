// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/profile_entrance.h"

#include "core/service/task_future.h"

#include <QThread>

#include <semaphore>

#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace kp::desktop
{

namespace
{
/// The window goes before the work: reading and storing take what painting leaves.
bool stepBack()
{
#ifdef Q_OS_LINUX
    constexpr int nicer = 10;
    return setpriority(PRIO_PROCESS, 0, nicer) == 0; // of this thread: QThread's priorities mean nothing there
#else
    QThread::currentThread()->setPriority(QThread::LowPriority);
    return true;
#endif
}
} // namespace

ProfileEntrance::ProfileEntrance(QString folder)
    : m_folder(std::move(folder))
{
    // Not as a job: a talk with the platform could be resumed after it, and would find the books gone.
    m_work.run(stepBack);
    m_work.atEnd([this] { m_profile.reset(); });
}

ProfileEntrance::~ProfileEntrance()
{
    std::binary_semaphore done(0);
    m_work.run([&done] {
        done.release();
        return true;
    });
    done.acquire();
}

Result<ProfileStanding> ProfileEntrance::openedStanding()
{
    if (!m_profile) {
        KP_TRY(profile, app::Profile::open(m_folder));
        m_profile = std::move(profile);
    }
    KP_TRY(empty, m_profile->services().accounts.isEmpty());
    KP_TRY(connections, m_profile->stores().companies.connections());
    KP_TRY(warning, m_profile->keysWarning());
    return ProfileStanding{!empty, !connections.isEmpty(), warning.text, warning.details};
}

QFuture<Result<ProfileStanding>> ProfileEntrance::standing()
{
    return m_work.run([this] { return openedStanding(); });
}

QFuture<Result<Actor>> ProfileEntrance::createAdministrator(
    const QString &account, const QString &name, const Secret &password)
{
    return run([=](app::Profile &profile) { return profile.createAdministrator(account, name, password); });
}

QFuture<Result<Actor>> ProfileEntrance::signIn(const QString &account, const Secret &password)
{
    return run([=](app::Profile &profile) { return profile.signIn(account, password); });
}

QFuture<Outcome> ProfileEntrance::connectPractice(const Actor &by)
{
    return run([=](app::Profile &profile) { return service::asFuture(profile.connectPractice(by)); });
}

QFuture<Result<Taxpayer>> ProfileEntrance::verify(const Actor &by, const service::CompanyCredentials &credentials)
{
    return run(
        [=](app::Profile &profile) { return service::asFuture(profile.services().setup.verify(by, credentials)); });
}

QFuture<Outcome> ProfileEntrance::connectCompany(const Actor &by, const service::CompanyCredentials &credentials)
{
    return run([=](app::Profile &profile) { return service::asFuture(profile.connectCompanies(by, {credentials})); });
}

Rooms ProfileEntrance::rooms()
{
    return {m_work, m_profile->services(), m_profile->reversing(), m_profile->planning(), m_profile->watch(),
        m_profile->databasePath(), m_profile->practiceSide()};
}

} // namespace kp::desktop
