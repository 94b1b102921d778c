// SPDX-License-Identifier: GPL-3.0-or-later
// Argon2id: slow on purpose, so that a stolen file is no list of passwords.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

namespace kp
{

/// What one derivation costs. The default takes about a quarter of a second on an office computer.
struct KeyCost {
    int memoryKiB = 64 * 1024;
    int passes = 3;
    int lanes = 1;

    /// Within what this program is willing to compute: costs also come from files, which may have been tampered with.
    [[nodiscard]] bool isSane() const;
    friend bool operator==(const KeyCost &, const KeyCost &) = default;
};

/// "$argon2id$v=19$m=65536,t=3,p=1$…": what the store keeps of a password, with a salt of its own. Fault: Internal (no
/// memory or no randomness).
Result<QString> passwordHash(const Secret &password, const KeyCost &cost = {});

/// Whether the password is the one of the hash; compared in constant time. False also for text that is no hash.
bool passwordMatches(const QString &hash, const Secret &password);

/// A key of @p bytes from a password. Fault: Internal.
Result<Secret> keyFromPassword(const Secret &password, const QByteArray &salt, const KeyCost &cost, int bytes);

} // namespace kp
