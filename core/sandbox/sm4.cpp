// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/sm4.h"

#include <openssl/evp.h>

#include <limits>
#include <memory>

namespace kp::sandbox
{

namespace
{
std::optional<QByteArray> run(const QByteArray &key, const QByteArray &input, bool encrypt)
{
    // EVP counts bytes in int; one block of padding comes on top.
    if (key.size() != sm4KeyBytes || input.size() > std::numeric_limits<int>::max() - sm4KeyBytes)
        return std::nullopt;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    if (!context)
        return std::nullopt;
    const auto bytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };
    if (EVP_CipherInit_ex(context.get(), EVP_sm4_ecb(), nullptr, bytes(key), nullptr, encrypt ? 1 : 0) != 1)
        return std::nullopt;
    QByteArray output(input.size() + sm4KeyBytes, Qt::Uninitialized);
    auto *out = reinterpret_cast<unsigned char *>(output.data());
    int first = 0;
    int last = 0;
    if (EVP_CipherUpdate(context.get(), out, &first, bytes(input), static_cast<int>(input.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), out + first, &last) != 1)
        return std::nullopt;
    output.truncate(first + last);
    return output;
}
} // namespace

std::optional<QByteArray> sm4Encrypt(const QByteArray &key, const QByteArray &plain)
{
    return run(key, plain, true);
}

std::optional<QByteArray> sm4Decrypt(const QByteArray &key, const QByteArray &cipher)
{
    return run(key, cipher, false);
}

} // namespace kp::sandbox
