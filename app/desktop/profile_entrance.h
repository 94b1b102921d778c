// SPDX-License-Identifier: GPL-3.0-or-later
// A profile on a work thread of its own, as the entrance of the window.
#pragma once

#include "app/profile/profile.h"
#include "ui/kit/worker.h"
#include "ui/shell/entrance.h"

namespace kp::desktop
{

class ProfileEntrance final : public Entrance
{
public:
    explicit ProfileEntrance(QString folder);
    /// What was handed to the work thread before is still done; then the profile is closed.
    ~ProfileEntrance() override;

    QFuture<Result<ProfileStanding>> standing() override;
    QFuture<Result<Actor>> createAdministrator(
        const QString &account, const QString &name, const Secret &password) override;
    QFuture<Result<Actor>> signIn(const QString &account, const Secret &password) override;
    QFuture<Outcome> connectPractice(const Actor &by) override;
    QFuture<Result<Taxpayer>> verify(const Actor &by, const service::CompanyCredentials &credentials) override;
    QFuture<Outcome> connectCompany(const Actor &by, const service::CompanyCredentials &credentials) override;
    Rooms rooms() override;
    [[nodiscard]] const Clock &clock() const override { return m_clock; }

    /// On the work thread, for tests that need more of the profile: job(app::Profile &).
    template<class F>
    auto run(F job)
    {
        return m_work.run([this, job = std::move(job)]() mutable { return job(*m_profile); });
    }

private:
    Result<ProfileStanding> openedStanding();

    const QString m_folder;
    SystemClock m_clock;
    std::unique_ptr<app::Profile> m_profile; ///< used on m_work only
    Worker m_work;
};

} // namespace kp::desktop
