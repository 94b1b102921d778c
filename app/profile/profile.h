// SPDX-License-Identifier: GPL-3.0-or-later
// A profile: one folder with everything a desk keeps, and the services over it, put together. Lives on one thread with
// an event loop (the work thread of the window, the main thread of the command line).
#pragma once

#include "app/profile/practice_other_side.h"
#include "core/net/http/http_client.h"
#include "core/net/leqi/leqi_platform.h"
#include "core/net/secrets/vault.h"
#include "core/sandbox/server_thread.h"
#include "core/service/red_planning.h"
#include "core/service/red_watch.h"
#include "core/service/services.h"

#include <QCoro/QCoroTask>

#include <memory>
#include <optional>

namespace kp::app
{

/// That API keys are lost, and nothing can be sent. Both are empty when all are there.
struct KeysWarning {
    QString text;    ///< for whom, and what to do
    QString details; ///< connections and files, for whoever looks after the machine
};

class Profile
{
public:
    /// Opens the folder, makes it when it is not there. Faults: Conflict (another program has it open), Storage (also:
    /// the books are empty and the vault beside them is of other ones), Invalid (written by a newer program).
    static Result<std::unique_ptr<Profile>> open(const QString &folder);
    ~Profile();
    Profile(const Profile &) = delete;
    Profile &operator=(const Profile &) = delete;

    [[nodiscard]] const QString &folder() const { return m_folder; }
    [[nodiscard]] QString databasePath() const { return m_folder + QStringLiteral("/kaipiao.db"); }
    [[nodiscard]] const Clock &clock() const { return m_clock; }
    [[nodiscard]] store::Stores &stores() { return *m_stores; }
    [[nodiscard]] service::Services &services() { return *m_services; }
    [[nodiscard]] service::Reversing &reversing() { return *m_reversing; }
    [[nodiscard]] service::RedWatch &watch() { return *m_watch; }
    [[nodiscard]] service::RedPlanning &planning() { return *m_planning; }
    /// The other side of invoices, to practise with; nullptr unless the platform built into the program is running.
    [[nodiscard]] PracticeSide *practiceSide() { return m_otherSide ? &*m_otherSide : nullptr; }

    /// First start: the administrator, and the place for secrets. Faults: as Accounts::createAdministrator, Storage.
    Result<Actor> createAdministrator(const QString &account, const QString &name, const Secret &password);
    enum class Outbox { Start, Rest };
    /// Signs in, opens the place for secrets, and goes on with what was left undone unless the outbox shall rest. A
    /// vault that is lost or damaged keeps nobody from the books: keysWarning() tells of it. Faults: as
    /// Accounts::signIn, NotFound (nobody has an account yet), Storage.
    Result<Actor> signIn(const QString &account, const Secret &password, Outbox outbox = Outbox::Start);
    /// After signing in: why nothing can be sent for some connection, its API key being lost; empty when all are there.
    /// Connecting again with the key puts it right. The system's keychain is asked only when a key is needed.
    [[nodiscard]] Result<KeysWarning> keysWarning();
    /// Connects to the practice platform built into the program, with all its companies. Faults: as connectCompanies().
    QCoro::Task<Outcome> connectPractice(Actor by);
    /// Verifies all companies and stores them, or none; the first becomes the default. Faults: as
    /// CompanySetup::verifyAndSaveAll.
    QCoro::Task<Outcome> connectCompanies(Actor by, QList<service::CompanyCredentials> companies);
    /// Begins to send: after signing in, when a company is there.
    Outcome start();

private:
    explicit Profile(QString folder);
    [[nodiscard]] QString vaultPath() const { return m_folder + QStringLiteral("/vault"); }
    Outcome chooseSecretStore();
    Outcome startEmbeddedPlatform();
    [[nodiscard]] bool usesVault() const { return m_vault != nullptr; }

    QString m_folder;
    SystemClock m_clock;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Stores> m_stores;
    std::unique_ptr<SecretStore> m_secrets;
    Vault *m_vault = nullptr; ///< m_secrets, when that is the vault
    QString m_vaultTrouble;   ///< why the vault did not open at signing in
    std::unique_ptr<sandbox::ServerThread> m_embedded;
    HttpClient m_http;
    LeqiPlatform m_platform{m_http};
    std::optional<PracticeOtherSide> m_otherSide;
    std::unique_ptr<service::Services> m_services;
    std::unique_ptr<service::Reversing> m_reversing;
    std::unique_ptr<service::RedWatch> m_watch;
    std::unique_ptr<service::RedPlanning> m_planning;
    bool m_started = false;
};

/// Reads what `kaipiao-sandbox --print-credentials` prints, or the same shape for a real connection. Fault: Invalid,
/// NotFound.
Result<QList<service::CompanyCredentials>> readCredentials(const QString &path);

/// Where a profile lies unless told otherwise.
QString defaultFolder(bool practice);

} // namespace kp::app
