// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/secrets/aead.h"

#include "core/net/secrets/texts.h"

#include <openssl/evp.h>
#include <openssl/rand.h>

#include <memory>

namespace kp
{

namespace
{
// A fresh random nonce of 96 bits for each sealing: a vault is written far less often than the 2^32 times NIST
// SP 800-38D allows under one key.
constexpr int nonceBytes = 12;
constexpr int tagBytes = 16;

using Context = std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)>;

Context newContext()
{
    return {EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free};
}

const unsigned char *in(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *out(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}
} // namespace

Result<QByteArray> randomBytes(int count)
{
    QByteArray bytes(count, Qt::Uninitialized);
    if (RAND_bytes(out(bytes), count) != 1)
        return Fault{
            FaultKind::Internal, SecretsText::tr("This computer gives no random numbers; nothing was stored.")};
    return bytes;
}

Result<QByteArray> aeadSealed(const Secret &plain, const Secret &key, const QByteArray &belongsTo)
{
    const QByteArray &text = plain.reveal();
    const Fault failed{FaultKind::Internal, SecretsText::tr("The secret can not be encrypted on this computer."),
        QStringLiteral("AES-256-GCM failed")};
    if (key.reveal().size() != aeadKeyBytes)
        return failed;
    KP_TRY(nonce, randomBytes(nonceBytes));
    QByteArray cipher(text.size(), Qt::Uninitialized);
    QByteArray tag(tagBytes, Qt::Uninitialized);
    const Context context = newContext();
    int size = 0;
    if (!context || EVP_EncryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, in(key.reveal()), in(nonce)) != 1 ||
        EVP_EncryptUpdate(context.get(), nullptr, &size, in(belongsTo), static_cast<int>(belongsTo.size())) != 1 ||
        EVP_EncryptUpdate(context.get(), out(cipher), &size, in(text), static_cast<int>(text.size())) != 1 ||
        EVP_EncryptFinal_ex(context.get(), nullptr, &size) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_GET_TAG, tagBytes, tag.data()) != 1)
        return failed;
    return nonce + cipher + tag;
}

std::optional<Secret> aeadOpened(const QByteArray &sealed, const Secret &key, const QByteArray &belongsTo)
{
    if (key.reveal().size() != aeadKeyBytes || sealed.size() < nonceBytes + tagBytes)
        return std::nullopt;
    const QByteArray cipher = sealed.mid(nonceBytes, sealed.size() - nonceBytes - tagBytes);
    QByteArray tag = sealed.right(tagBytes);
    QByteArray text(cipher.size(), Qt::Uninitialized);
    const Context context = newContext();
    int size = 0;
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_aes_256_gcm(), nullptr, in(key.reveal()), in(sealed)) != 1 ||
        EVP_DecryptUpdate(context.get(), nullptr, &size, in(belongsTo), static_cast<int>(belongsTo.size())) != 1 ||
        EVP_DecryptUpdate(context.get(), out(text), &size, in(cipher), static_cast<int>(cipher.size())) != 1 ||
        EVP_CIPHER_CTX_ctrl(context.get(), EVP_CTRL_GCM_SET_TAG, tagBytes, tag.data()) != 1 ||
        EVP_DecryptFinal_ex(context.get(), nullptr, &size) != 1)
        return std::nullopt;
    return Secret(std::move(text));
}

} // namespace kp
