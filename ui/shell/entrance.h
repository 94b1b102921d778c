// SPDX-License-Identifier: GPL-3.0-or-later
// The way into a profile, as the window sees it. The program around it opens the profile on the work thread and answers
// these; every answer comes as a future.
#pragma once

#include "core/service/company_setup.h"
#include "ui/pages/office.h"

#include <QFuture>

namespace kp
{

/// How far a profile is set up.
struct ProfileStanding {
    bool hasAccounts = false;
    bool hasCompanies = false;
    QString keysWarning; ///< of a signed-in user: who can not issue, the API keys being lost; empty: they are there
    QString keysDetails; ///< which connections and which file
};

class Entrance
{
public:
    virtual ~Entrance() = default;
    /// Faults: those of opening the profile.
    virtual QFuture<Result<ProfileStanding>> standing() = 0;
    /// First start. Faults: as Accounts::createAdministrator.
    virtual QFuture<Result<Actor>> createAdministrator(
        const QString &account, const QString &name, const Secret &password) = 0;
    /// Faults: as Accounts::signIn.
    virtual QFuture<Result<Actor>> signIn(const QString &account, const Secret &password) = 0;
    /// Connects to the practice platform built into the program.
    virtual QFuture<Outcome> connectPractice(const Actor &by) = 0;
    /// 验证: who the platform says the taxpayer is; nothing is stored.
    virtual QFuture<Result<Taxpayer>> verify(const Actor &by, const service::CompanyCredentials &credentials) = 0;
    /// 验证并保存.
    virtual QFuture<Outcome> connectCompany(const Actor &by, const service::CompanyCredentials &credentials) = 0;
    /// Once standing() has been answered.
    virtual Rooms rooms() = 0;
    [[nodiscard]] virtual const Clock &clock() const = 0;
};

} // namespace kp
