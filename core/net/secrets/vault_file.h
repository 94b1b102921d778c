// SPDX-License-Identifier: GPL-3.0-or-later
// The vault as it lies on disk. Nothing here is secret: account names, salts, costs, and two kinds of sealed bytes.
#pragma once

#include "core/net/secrets/password.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kp
{

struct VaultUser {
    QString account;
    QByteArray salt;
    KeyCost cost;
    QByteArray wrappedKey; ///< the vault key, sealed under the key of this user's password
};

struct VaultFile {
    QList<VaultUser> users;
    QByteArray secrets; ///< sealed under the vault key; belongs to usersBytes()

    [[nodiscard]] qsizetype indexOf(const QString &account) const;
    /// The users in one fixed form, so that the tag of the secrets also covers them.
    [[nodiscard]] QByteArray usersBytes() const;
};

/// Faults: NotFound (no vault there), Storage (no vault file, or damaged), Invalid (of a newer program).
Result<VaultFile> readVaultFile(const QString &path);
/// Fault: Storage.
Outcome writeVaultFile(const QString &path, const VaultFile &file);

/// What is wrong when a vault does not open although the password is right.
Fault damagedVault(const QString &path, const QString &detail);

} // namespace kp
