// SPDX-License-Identifier: GPL-3.0-or-later
// AES-256-GCM: bytes sealed so that a change of any of them, or of what they belong to, is noticed.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QByteArray>

#include <optional>

namespace kp
{

constexpr int aeadKeyBytes = 32;

/// Bytes nobody can guess. Fault: Internal (the system gives none).
Result<QByteArray> randomBytes(int count);

/// Nonce, ciphertext and tag in one. @param belongsTo is not stored, but must be the same again to open.
/// Fault: Internal.
Result<QByteArray> aeadSealed(const Secret &plain, const Secret &key, const QByteArray &belongsTo);
/// Empty when key, bytes or what they belong to are not those of the sealing.
std::optional<Secret> aeadOpened(const QByteArray &sealed, const Secret &key, const QByteArray &belongsTo);

} // namespace kp
