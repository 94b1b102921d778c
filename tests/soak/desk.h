// SPDX-License-Identifier: GPL-3.0-or-later
// A desk in this process: real store, real services, real channel to a practice platform; only passwords are cheap, so
// that it can be closed and opened hundreds of times.
#pragma once

#include "core/net/leqi/leqi_platform.h"
#include "core/sandbox/credentials.h"
#include "core/service/reversing.h"
#include "core/service/services.h"
#include "tests/service/office.h"
#include "tests/soak/watched_platform.h"

namespace kp::test
{

class Desk
{
public:
    /// @param folder where its store lies; kept
    Desk(QString folder, const sandbox::Credential &company);

    /// Opens the store and signs in, as a start of the program does; what was left undone goes on. Empty, or what went
    /// wrong.
    [[nodiscard]] QString open();
    void close() { m_run.reset(); }
    /// At the first time: connects the company with all its facts.
    QCoro::Task<QString> connectCompany();
    /// The platform has moved to the address of this desk's company: a copy of a store goes on with a copy of a
    /// platform.
    [[nodiscard]] QString moveAddress();
    /// At the first time: takes over the store of another desk, with the company of this one.
    [[nodiscard]] QString takeOver(const QString &folder);

    QCoro::Task<Result<service::BatchReport>> issue(OrderSheet sheet, std::chrono::milliseconds most);
    /// Empty when the books are in order, else what is not.
    [[nodiscard]] QString complaints();

    [[nodiscard]] service::Services &services() { return *m_run->services; }
    [[nodiscard]] service::Reversing &reversing() { return *m_run->reversing; }
    [[nodiscard]] store::Stores &stores() { return *m_run->stores; }
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] store::Database &database() { return *m_run->database; }
    [[nodiscard]] WatchedPlatform &platform() { return m_watched; }

private:
    struct Run {
        std::unique_ptr<store::Database> database;
        std::unique_ptr<store::Stores> stores;
        std::unique_ptr<service::Services> services;
        std::unique_ptr<service::Reversing> reversing;
    };
    [[nodiscard]] QString databasePath() const { return m_folder + QStringLiteral("/kaipiao.db"); }

    QString m_folder;
    sandbox::Credential m_credential;
    SystemClock m_clock;
    HttpClient m_client;
    LeqiPlatform m_leqi;
    WatchedPlatform m_watched{m_leqi, m_leqi};
    OpenSecrets m_secrets;
    Actor m_actor;
    std::unique_ptr<Run> m_run;
};

} // namespace kp::test
