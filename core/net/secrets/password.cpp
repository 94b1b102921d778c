// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets/password.h"

#include "core/net/secrets/aead.h"
#include "core/net/secrets/texts.h"

#include <argon2.h>

namespace kp
{

namespace
{
constexpr int saltBytes = 16;
constexpr int hashBytes = 32;

Fault failed(int code)
{
    return {FaultKind::Internal,
        SecretsText::tr(
            "The password can not be processed: this computer is short of memory. Close other programs and try "
            "again."),
        QStringLiteral("argon2: ") + QString::fromUtf8(argon2_error_message(code))};
}

std::uint32_t unsignedOf(int value)
{
    return static_cast<std::uint32_t>(value);
}

std::size_t sizeOf(const QByteArray &bytes)
{
    return static_cast<std::size_t>(bytes.size());
}
} // namespace

bool KeyCost::isSane() const
{
    return lanes >= 1 && lanes <= 16 && passes >= 1 && passes <= 64 && memoryKiB >= 8 * lanes &&
           memoryKiB <= 2 * 1024 * 1024;
}

Result<QString> passwordHash(const Secret &password, const KeyCost &cost)
{
    Q_ASSERT(cost.isSane());
    KP_TRY(salt, randomBytes(saltBytes));
    QByteArray encoded(static_cast<qsizetype>(argon2_encodedlen(unsignedOf(cost.passes), unsignedOf(cost.memoryKiB),
                           unsignedOf(cost.lanes), saltBytes, hashBytes, Argon2_id)),
        '\0');
    const int code = argon2id_hash_encoded(unsignedOf(cost.passes), unsignedOf(cost.memoryKiB), unsignedOf(cost.lanes),
        password.reveal().constData(), sizeOf(password.reveal()), salt.constData(), saltBytes, hashBytes,
        encoded.data(), sizeOf(encoded));
    if (code != ARGON2_OK)
        return failed(code);
    return QString::fromLatin1(encoded.constData()); // up to its terminating zero
}

bool passwordMatches(const QString &hash, const Secret &password)
{
    return argon2id_verify(hash.toLatin1().constData(), password.reveal().constData(), sizeOf(password.reveal())) ==
           ARGON2_OK;
}

Result<Secret> keyFromPassword(const Secret &password, const QByteArray &salt, const KeyCost &cost, int bytes)
{
    Q_ASSERT(cost.isSane());
    QByteArray key(bytes, '\0');
    const int code = argon2id_hash_raw(unsignedOf(cost.passes), unsignedOf(cost.memoryKiB), unsignedOf(cost.lanes),
        password.reveal().constData(), sizeOf(password.reveal()), salt.constData(), sizeOf(salt), key.data(),
        sizeOf(key));
    if (code != ARGON2_OK)
        return failed(code);
    return Secret(std::move(key));
}

} // namespace kp
