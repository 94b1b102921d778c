// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/profile.h"

#include "core/base/files.h"
#include "core/base/log.h"
#ifdef KP_HAVE_KEYCHAIN
#include "core/net/secrets/keychain.h"
#endif

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>

namespace kp::app
{

namespace
{
struct ProfileText {
    Q_DECLARE_TR_FUNCTIONS(Profile)
};

const QString secretsKey = QStringLiteral("secrets.place"); // "vault" or "keychain", chosen once

Fault vaultOfOtherBooks(const QString &databasePath)
{
    return {FaultKind::Storage,
        ProfileText::tr(
            "The database %1 is empty, and the vault beside it belongs to other books. Bring back the database "
            "from a backup, or use another profile.")
            .arg(databasePath)};
}

/// The first names of a list that a sentence has room for.
QString shortened(const QStringList &names)
{
    constexpr qsizetype most = 2;
    const QString shown = names.mid(0, most).join(ProfileText::tr(", "));
    return names.size() <= most ? shown : ProfileText::tr("%1 and %2 more").arg(shown).arg(names.size() - most);
}

service::PasswordScheme argon2()
{
    return {[](const Secret &password) { return passwordHash(password); }, passwordMatches};
}
} // namespace

Profile::Profile(QString folder)
    : m_folder(std::move(folder))
{
}

Profile::~Profile() = default;

Result<std::unique_ptr<Profile>> Profile::open(const QString &folder)
{
    if (!QDir().mkpath(folder))
        return Fault{FaultKind::Storage, ProfileText::tr("The folder %1 can not be made.").arg(folder)};
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    startLog(folder + QStringLiteral("/kaipiao.log"));
    std::unique_ptr<Profile> profile(new Profile(folder));
    // Before SQLite sees the file: beside an empty one it would throw away a journal that may hold the lost books.
    const bool vaultIsThere = QFileInfo::exists(profile->vaultPath());
    if (vaultIsThere && QFileInfo(profile->databasePath()).size() == 0)
        return vaultOfOtherBooks(profile->databasePath());
    KP_TRY(database, store::Database::openWriter(profile->databasePath()));
    profile->m_database = std::move(database);
    profile->m_stores = std::make_unique<store::Stores>(*profile->m_database);
    KP_DO(profile->chooseSecretStore());
    profile->m_services = std::make_unique<service::Services>(
        *profile->m_stores, profile->m_clock, profile->m_platform, *profile->m_secrets, argon2());
    profile->m_reversing = std::make_unique<service::Reversing>(*profile->m_services, profile->m_platform);
    profile->m_watch = std::make_unique<service::RedWatch>(*profile->m_services, *profile->m_reversing);
    profile->m_planning = std::make_unique<service::RedPlanning>(*profile->m_services, *profile->m_reversing);
    KP_TRY(empty, profile->m_services->accounts.isEmpty());
    if (empty && vaultIsThere)
        return vaultOfOtherBooks(profile->databasePath());
    return profile;
}

/// The system's keychain when there is one at the first start, else the vault; a profile stays with its first choice.
Outcome Profile::chooseSecretStore()
{
    KP_TRY(place, m_stores->settings.value(secretsKey));
#ifdef KP_HAVE_KEYCHAIN
    if (place.isEmpty() ? Keychain::available() : place == QLatin1StringView("keychain")) {
        if (place.isEmpty())
            KP_DO(m_stores->settings.setValue(secretsKey, QStringLiteral("keychain")));
        m_secrets = std::make_unique<Keychain>();
        return Done{};
    }
#endif
    if (place.isEmpty())
        KP_DO(m_stores->settings.setValue(secretsKey, QStringLiteral("vault")));
    auto vault = std::make_unique<Vault>(vaultPath());
    m_vault = vault.get();
    m_secrets = std::move(vault);
    return Done{};
}

Result<Actor> Profile::createAdministrator(const QString &account, const QString &name, const Secret &password)
{
    KP_TRY(actor, m_services->accounts.createAdministrator(account, name, password));
    if (usesVault())
        KP_DO(m_vault->create(account, password));
    return actor;
}

Result<Actor> Profile::signIn(const QString &account, const Secret &password, Outbox outbox)
{
    KP_TRY(empty, m_services->accounts.isEmpty());
    if (empty)
        return Fault{FaultKind::NotFound,
            ProfileText::tr("The books in %1 are empty: nobody has an account yet. Make the profile first.")
                .arg(m_folder)};
    KP_TRY(actor, m_services->accounts.signIn(account, password));
    m_vaultTrouble.clear();
    if (usesVault()) {
        // The password was right: who has lost the keys has not lost the books.
        const Outcome opened = m_vault->unlockOrRenew(actor.account, password);
        if (!opened.ok()) {
            logFault(opened.fault());
            m_vaultTrouble = opened.fault().message;
        }
    }
    KP_DO(m_services->issuing.loadClassification()); // not sooner: who signs in should not wait for it
    if (outbox == Outbox::Start)
        KP_DO(start());
    return actor;
}

Result<KeysWarning> Profile::keysWarning()
{
    if (!usesVault() || (!m_vault->isUnlocked() && m_vaultTrouble.isEmpty()))
        return KeysWarning(); // nobody has tried to open the vault yet
    KP_TRY(connections, m_stores->companies.connections());
    QStringList lacking;
    QSet<ConnectionId> ids;
    for (const Connection &connection : connections)
        if (!m_vault->read(connection.secretName()).result().ok()) { // the vault answers at once
            lacking.append(connection.platformId);
            ids.insert(connection.id);
        }
    if (lacking.isEmpty())
        return KeysWarning();
    KP_TRY(companies, m_stores->companies.companies(store::Scope::everything()));
    QStringList names;
    for (const Company &company : companies)
        if (ids.contains(company.connection))
            names.append(company.party.name);
    KeysWarning warning;
    warning.text = ProfileText::tr("The API keys for the tax platform are lost (%1). The books can be read, but "
                                   "nothing can be issued before the keys are entered again.")
                       .arg(shortened(names));
    const QString which =
        ProfileText::tr("The API keys of these connections are lost: %1.").arg(lacking.join(QStringLiteral(", ")));
    warning.details = m_vault->isUnlocked() ? which : m_vaultTrouble + u' ' + which;
    return warning;
}

Outcome Profile::startEmbeddedPlatform()
{
    if (m_embedded)
        return Done{};
    auto embedded = std::make_unique<sandbox::ServerThread>(
        sandbox::Options{.dataDir = m_folder + QStringLiteral("/sandbox"), .throttleQuotaQuery = false});
    KP_TRY(url, embedded->start());
    m_embedded = std::move(embedded);
    m_otherSide.emplace(m_http, url);
    m_services->routes.setEmbeddedUrl(m_embedded->credentials().constFirst().url.toString());
    return Done{};
}

QCoro::Task<Outcome> Profile::connectPractice(Actor by)
{
    // Before anything is made for it.
    const QStringList practice{QStringLiteral("practice:")};
    KP_CO_DO(m_services->setup.checkOneKind(practice));
    KP_CO_DO(startEmbeddedPlatform());
    QList<service::CompanyCredentials> companies;
    const QList<sandbox::Credential> credentials = m_embedded->credentials();
    for (const sandbox::Credential &c : credentials)
        companies.append({c.name, c.taxNumber, c.platformId, c.connectionPlatformId,
            Secret(QByteArray::fromHex(c.keyHex.toLatin1())), QStringLiteral("practice:"), c.pollSeconds});
    co_return co_await connectCompanies(by, companies);
}

QCoro::Task<Outcome> Profile::connectCompanies(Actor by, QList<service::CompanyCredentials> companies)
{
    KP_CO_TRY(stored, co_await m_services->setup.verifyAndSaveAll(by, companies));
    if (!stored.isEmpty())
        KP_CO_DO(m_services->setup.setDefaultCompany(stored.constFirst()));
    KP_CO_DO(m_services->issuing.loadClassification());
    co_return start();
}

Outcome Profile::start()
{
    KP_TRY(connections, m_stores->companies.connections());
    if (m_started || connections.isEmpty())
        return Done{};
    for (const Connection &connection : connections)
        if (connection.isEmbedded())
            KP_DO(startEmbeddedPlatform());
    KP_DO(m_services->runner.recover());
    m_services->runner.start();
    m_started = true;
    return Done{};
}

Result<QList<service::CompanyCredentials>> readCredentials(const QString &path)
{
    KP_TRY(text, readFile(path, 1024 * 1024));
    const Fault wrong{FaultKind::Invalid,
        ProfileText::tr(
            "The file %1 holds no credentials. Expected is what kaipiao-sandbox --print-credentials prints.")
            .arg(path)};
    const QJsonDocument document = QJsonDocument::fromJson(text);
    QJsonArray companies =
        document.isArray() ? document.array() : document.object().value(QStringLiteral("companies")).toArray();
    if (companies.isEmpty() && document.object().contains(QStringLiteral("connection")))
        companies.append(document.object());
    QList<service::CompanyCredentials> out;
    for (const auto &value : companies) {
        const QJsonObject company = value.toObject();
        const QJsonObject connection = company.value(QStringLiteral("connection")).toObject();
        const auto textOf = [](const QJsonObject &object, const char *key) {
            return object.value(QLatin1StringView(key)).toString().trimmed();
        };
        out.append({textOf(company, "name"), textOf(company, "tax_number"), textOf(company, "platform_id"),
            textOf(connection, "platform_id"), Secret(QByteArray::fromHex(textOf(connection, "key").toLatin1())),
            textOf(connection, "url"), connection.value(QStringLiteral("poll_seconds")).toInt(10)});
        while (out.last().url.endsWith(u'/'))
            out.last().url.chop(1);
        if (out.last().taxNumber.isEmpty() || out.last().url.isEmpty())
            return wrong;
    }
    if (out.isEmpty())
        return wrong;
    return out;
}

QString defaultFolder(bool practice)
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) +
           (practice ? QStringLiteral("/kaipiao/practice") : QStringLiteral("/kaipiao/default"));
}

} // namespace kp::app
