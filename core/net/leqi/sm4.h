// SPDX-License-Identifier: GPL-3.0-or-later
// SM4 (GB/T 32907) as the platform uses it: ECB, PKCS#7. The mode hides little, but it is the protocol's; what keeps a
// conversation secret is TLS.
#pragma once

#include "core/base/secret.h"

#include <QByteArray>

#include <optional>

namespace kp::leqi
{

/// The 16 bytes of a key that is given as such or as the 32 hex digits the platform hands out; empty when it is
/// neither.
std::optional<Secret> sm4Key(const Secret &given);

/// @param key 16 bytes. Empty only when the crypto library fails.
std::optional<QByteArray> sm4Encrypted(const QByteArray &plain, const Secret &key);
/// Empty when the bytes were not made with this key (the padding does not fit) or are no whole blocks.
std::optional<QByteArray> sm4Decrypted(const QByteArray &cipher, const Secret &key);

} // namespace kp::leqi
