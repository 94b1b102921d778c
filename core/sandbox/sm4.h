// SPDX-License-Identifier: GPL-3.0-or-later
// SM4 (GB/T 32907) as the platform uses it: ECB, PKCS#7 padding, a 16-byte key.
#pragma once

#include <QByteArray>

#include <optional>

namespace kp::sandbox
{

constexpr int sm4KeyBytes = 16;

/// Encrypts any number of bytes. Empty when the key has the wrong length or the library lacks SM4.
std::optional<QByteArray> sm4Encrypt(const QByteArray &key, const QByteArray &plain);

/// The way back. Empty when the text is not whole blocks or its padding does not fit: mostly a wrong key.
std::optional<QByteArray> sm4Decrypt(const QByteArray &key, const QByteArray &cipher);

} // namespace kp::sandbox
