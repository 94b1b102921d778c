// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/sm4.h"

#include <openssl/evp.h>

#include <algorithm>
#include <cctype>
#include <memory>

namespace kp::leqi
{

namespace
{
constexpr int blockSize = 16;

std::optional<QByteArray> sm4(const QByteArray &input, const Secret &key, bool encrypt)
{
    if (key.reveal().size() != blockSize)
        return std::nullopt;
    const std::unique_ptr<EVP_CIPHER_CTX, decltype(&EVP_CIPHER_CTX_free)> context(
        EVP_CIPHER_CTX_new(), &EVP_CIPHER_CTX_free);
    const auto bytes = [](QByteArray &array) { return reinterpret_cast<unsigned char *>(array.data()); };
    const auto constBytes = [](const QByteArray &array) {
        return reinterpret_cast<const unsigned char *>(array.constData());
    };

    QByteArray output(input.size() + blockSize, Qt::Uninitialized);
    int body = 0;
    int tail = 0;
    if (!context ||
        EVP_CipherInit_ex(context.get(), EVP_sm4_ecb(), nullptr, constBytes(key.reveal()), nullptr, encrypt ? 1 : 0) !=
            1 ||
        EVP_CipherUpdate(context.get(), bytes(output), &body, constBytes(input), static_cast<int>(input.size())) != 1 ||
        EVP_CipherFinal_ex(context.get(), bytes(output) + body, &tail) != 1)
        return std::nullopt;
    output.truncate(body + tail);
    return output;
}
} // namespace

std::optional<Secret> sm4Key(const Secret &given)
{
    const QByteArray &bytes = given.reveal();
    if (bytes.size() == blockSize)
        return given;
    const bool hex = bytes.size() == 2 * blockSize &&
                     std::all_of(bytes.begin(), bytes.end(), [](unsigned char c) { return std::isxdigit(c) != 0; });
    return hex ? std::optional(Secret(QByteArray::fromHex(bytes))) : std::nullopt;
}

std::optional<QByteArray> sm4Encrypted(const QByteArray &plain, const Secret &key)
{
    return sm4(plain, key, true);
}

std::optional<QByteArray> sm4Decrypted(const QByteArray &cipher, const Secret &key)
{
    if (cipher.isEmpty())
        return std::nullopt;
    return sm4(cipher, key, false);
}

} // namespace kp::leqi
