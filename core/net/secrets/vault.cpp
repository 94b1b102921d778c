// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets/vault.h"

#include "core/net/secrets/aead.h"
#include "core/net/secrets/texts.h"
#include "core/net/secrets/vault_file.h"

#include <QCborMap>
#include <QCborValue>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>

namespace kp
{

namespace
{
constexpr int vaultSaltBytes = 16;

Fault lockedVault()
{
    return {FaultKind::Denied, VaultText::tr("The vault is locked. Sign in again to unlock it.")};
}

Fault noSuchUser(const QString &account)
{
    return {FaultKind::NotFound, VaultText::tr("The vault knows no user \"%1\".").arg(account)};
}

Fault noSuchSecret(const QString &name)
{
    return {FaultKind::NotFound, VaultText::tr("The vault holds no secret \"%1\".").arg(name)};
}

/// A wrapped key belongs to its account: it can not be moved to another.
QByteArray wrapping(const QString &account)
{
    return QByteArray("kaipiao-vault user ") + account.toUtf8();
}

Result<VaultUser> userWith(const QString &account, const Secret &password, const KeyCost &cost, const Secret &vaultKey)
{
    KP_TRY(salt, randomBytes(vaultSaltBytes));
    KP_TRY(passwordKey, keyFromPassword(password, salt, cost, aeadKeyBytes));
    KP_TRY(wrapped, aeadSealed(vaultKey, passwordKey, wrapping(account)));
    return VaultUser{account, salt, cost, wrapped};
}

/// The vault key, by a user's password. Faults: Denied, Internal.
Result<Secret> vaultKeyOf(const VaultFile &file, const QString &account, const Secret &password)
{
    // The same words for an unknown user and for a wrong password: neither tells a guesser which it was.
    const Fault denied{FaultKind::Denied, VaultText::tr("The user name or the password is not right.")};
    const auto at = file.indexOf(account);
    if (at < 0)
        return denied;
    const VaultUser &user = file.users.at(at);
    KP_TRY(passwordKey, keyFromPassword(password, user.salt, user.cost, aeadKeyBytes));
    auto key = aeadOpened(user.wrappedKey, passwordKey, wrapping(account));
    if (!key)
        return denied;
    return std::move(*key);
}

using Entries = QCborMap; // name → bytes

Result<Entries> entriesOf(const VaultFile &file, const Secret &key, const QString &path)
{
    const auto plain = aeadOpened(file.secrets, key, file.usersBytes());
    if (!plain)
        return damagedVault(path, QStringLiteral("the tag of the secrets does not fit"));
    return QCborValue::fromCbor(plain->reveal()).toMap();
}

/// Seals the entries anew; must follow each change of the users, since the tag covers them.
Outcome seal(VaultFile &file, const Entries &entries, const Secret &key)
{
    KP_TRY(sealed, aeadSealed(Secret(entries.toCborValue().toCbor()), key, file.usersBytes()));
    file.secrets = sealed;
    return Done{};
}
} // namespace

Vault::Vault(QString path, const KeyCost &cost)
    : m_path(std::move(path))
    , m_cost(cost)
{
}

bool Vault::exists() const
{
    return QFileInfo::exists(m_path);
}

Outcome Vault::create(const QString &account, const Secret &password)
{
    if (exists())
        return Fault{FaultKind::Conflict, VaultText::tr("There is a vault at %1 already.").arg(m_path)};
    KP_TRY(bytes, randomBytes(aeadKeyBytes));
    const Secret key(std::move(bytes));
    KP_TRY(user, userWith(account, password, m_cost, key));
    VaultFile file;
    file.users.append(user);
    KP_DO(seal(file, {}, key));
    KP_DO(writeVaultFile(m_path, file));
    m_key = key;
    return Done{};
}

Outcome Vault::unlock(const QString &account, const Secret &password)
{
    KP_TRY(file, readVaultFile(m_path));
    KP_TRY(key, vaultKeyOf(file, account, password));
    KP_DO(entriesOf(file, key, m_path)); // proves that nobody changed the file
    m_key = std::move(key);
    m_renewer.reset();
    return Done{};
}

Outcome Vault::unlockOrRenew(const QString &account, const Secret &password)
{
    const Outcome opened = unlock(account, password);
    if (!opened.ok())
        m_renewer = Opener{account, password};
    return opened;
}

void Vault::lock()
{
    m_key = Secret();
    m_renewer.reset();
}

Outcome Vault::renew(const Opener &opener)
{
    const Outcome opened = unlock(opener.account, opener.password); // it may have come back from a backup meanwhile
    if (opened.ok())
        return opened;
    switch (opened.fault().kind) {
    case FaultKind::NotFound:
        break;
    case FaultKind::Storage:
        KP_DO(setAside());
        break;
    case FaultKind::Denied:
        return Fault{FaultKind::Denied,
            VaultText::tr(
                "The vault %1 does not open with this account and password: it belongs to another profile or to "
                "another account. Bring back the right one from a backup, or move it away and enter the API keys "
                "again.")
                .arg(m_path)};
    default:
        return opened;
    }
    KP_DO(create(opener.account, opener.password));
    m_renewer.reset();
    return Done{};
}

Outcome Vault::setAside() const
{
    const QString aside =
        m_path + QStringLiteral(".damaged-") + QDateTime::currentDateTime().toString(QStringLiteral("yyyyMMdd-HHmmss"));
    QFile file(m_path);
    if (!file.rename(aside))
        return Fault{FaultKind::Storage, VaultText::tr("The damaged vault can not be kept as %1.").arg(aside),
            file.errorString()};
    return Done{};
}

Outcome Vault::change(const std::function<Outcome(VaultFile &, QCborMap &)> &edit)
{
    if (!isUnlocked())
        return lockedVault();
    KP_TRY(file, readVaultFile(m_path));
    KP_TRY(entries, entriesOf(file, m_key, m_path));
    KP_DO(edit(file, entries));
    KP_DO(seal(file, entries, m_key));
    return writeVaultFile(m_path, file);
}

Outcome Vault::addUser(const QString &account, const Secret &password)
{
    return change([&](VaultFile &file, Entries &) -> Outcome {
        KP_TRY(user, userWith(account, password, m_cost, m_key));
        if (const auto at = file.indexOf(account); at >= 0)
            file.users[at] = user;
        else
            file.users.append(user);
        return Done{};
    });
}

Outcome Vault::removeUser(const QString &account)
{
    return change([&](VaultFile &file, Entries &) -> Outcome {
        const auto at = file.indexOf(account);
        if (at < 0)
            return noSuchUser(account);
        if (file.users.size() == 1)
            return Fault{FaultKind::Conflict,
                VaultText::tr("\"%1\" is the last user of the vault; without a user nobody could open it again.")
                    .arg(account)};
        file.users.removeAt(at);
        return Done{};
    });
}

Outcome Vault::changePassword(const QString &account, const Secret &oldPassword, const Secret &newPassword)
{
    // With the old password the vault need not be unlocked, and it is afterwards as it was before.
    const Secret before = m_key;
    KP_DO(unlock(account, oldPassword));
    const Outcome changed = addUser(account, newPassword);
    m_key = before;
    return changed;
}

QFuture<Result<Secret>> Vault::read(const QString &name)
{
    const auto found = [&]() -> Result<Secret> {
        KP_TRY(file, readVaultFile(m_path)); // first: signing in again would not bring back what is lost
        if (!isUnlocked())
            return lockedVault();
        KP_TRY(entries, entriesOf(file, m_key, m_path));
        if (!entries.contains(name))
            return noSuchSecret(name);
        return Secret(entries.value(name).toByteArray());
    };
    return QtFuture::makeReadyFuture(found());
}

QFuture<Outcome> Vault::write(const QString &name, const Secret &secret)
{
    const auto written = [&]() -> Outcome {
        if (const std::optional<Opener> opener = m_renewer)
            KP_DO(renew(*opener));
        return change([&](VaultFile &, Entries &entries) -> Outcome {
            entries.insert(name, secret.reveal());
            return Done{};
        });
    };
    return QtFuture::makeReadyFuture(written());
}

QFuture<Outcome> Vault::remove(const QString &name)
{
    return QtFuture::makeReadyFuture(change([&](VaultFile &, Entries &entries) -> Outcome {
        if (!entries.contains(name))
            return noSuchSecret(name);
        entries.remove(name);
        return Done{};
    }));
}

} // namespace kp
