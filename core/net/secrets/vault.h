// SPDX-License-Identifier: GPL-3.0-or-later
// The vault: a file for secrets where the system has no keychain.
#pragma once

#include "core/domain/secret_store.h"
#include "core/net/secrets/password.h"

#include <QString>

#include <functional>
#include <optional>

class QCborMap;

namespace kp
{

struct VaultFile;

/// All secrets lie in one block under AES-256-GCM and a random vault key; for each user the vault key lies wrapped
/// under an Argon2id key of that user's password. The block's tag also covers the list of users, so that nobody can be
/// added or exchanged without the vault key. Every change is one atomic write of the whole file, readable by its owner
/// only; the file is read again before each operation, so that several programs may hold it open.
///
/// Synchronous and for one thread; unlocking, adding and changing a password take as long as the key cost says, so
/// this is no class for the window's thread.
class Vault final : public SecretStore
{
public:
    explicit Vault(QString path, const KeyCost &cost = {});

    [[nodiscard]] bool exists() const;
    [[nodiscard]] bool isUnlocked() const { return !m_key.isEmpty(); }

    /// Makes the file with its first user and unlocks it. Faults: Conflict (there is one already), Storage.
    Outcome create(const QString &account, const Secret &password);
    /// Faults: Denied (no such user, or another password), NotFound (no vault), Storage (damaged or tampered with),
    /// Invalid (written by a newer program).
    Outcome unlock(const QString &account, const Secret &password);
    /// As unlock(). After a fault the user is kept in mind, so that the next write() makes a new vault for him where
    /// none is, or where a damaged one was, which is kept beside it as "<path>.damaged-<time>". A sound vault that
    /// opens for others is never replaced: then write() gives Denied.
    Outcome unlockOrRenew(const QString &account, const Secret &password);
    void lock();

    /// Lets a further user in, or gives a known one a new password (who forgot the old one needs somebody who is in).
    /// Faults: Denied (locked), Storage.
    Outcome addUser(const QString &account, const Secret &password);
    /// Faults: Denied (locked), NotFound, Conflict (the last user: nobody could ever open the vault again), Storage.
    Outcome removeUser(const QString &account);
    /// Faults: Denied (wrong old password), NotFound, Storage.
    Outcome changePassword(const QString &account, const Secret &oldPassword, const Secret &newPassword);

    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Outcome> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome> remove(const QString &name) override;

private:
    struct Opener {
        QString account;
        Secret password;
    };
    Outcome renew(const Opener &opener);
    Outcome setAside() const;
    Outcome change(const std::function<Outcome(VaultFile &, QCborMap &)> &edit);

    QString m_path;
    KeyCost m_cost;
    Secret m_key;                    ///< 32 bytes while unlocked
    std::optional<Opener> m_renewer; ///< for whom a vault that did not open is made anew
};

} // namespace kp
