// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/envelope.h"

#include "core/sandbox/json.h"
#include "core/sandbox/sm4.h"

#include <QUuid>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

namespace
{
QByteArray envelope(const QByteArray &httpStatusCode, const QByteArray &response)
{
    const QByteArray requestId = QUuid::createUuid().toString(QUuid::Id128).right(16).toLatin1();
    const QByteArray inner = R"({"Response":{"RequestId":")" + requestId + R"(",)" + response + "}}";
    return R"({"httpStatusCode":)" + jsonQuoted(httpStatusCode) + R"(,"body":)" + jsonQuoted(inner) + "}";
}
} // namespace

std::optional<Address> addressOf(const HttpRequest &request)
{
    QByteArray path = request.path;
    if (path.endsWith('/'))
        path.chop(1);
    for (const QByteArray root :
        {"/access/v2/invoke/", "/access/sandbox/v2/invoke/", "/access/newsandbox/v2/invoke/"}) {
        if (!path.startsWith(root))
            continue;
        const QList<QByteArray> parts = path.sliced(root.size()).split('/');
        // {nlbm}/{fwbm}; calls to the platform itself have no ability code in front.
        if (parts.size() > 2 || parts.contains(QByteArray()))
            return std::nullopt;
        return Address{QString::fromLatin1(parts.last()), QString::fromLatin1(request.header("jrdwptbh")),
            QString::fromLatin1(request.header("sydwptbh"))};
    }
    return std::nullopt;
}

Result<QByteArray> openRequest(const QByteArray &body, const QByteArray &key)
{
    const auto base64 = QByteArray::fromBase64Encoding(body, QByteArray::AbortOnBase64DecodingErrors);
    if (!base64 || base64.decoded.isEmpty())
        return Fault{FaultKind::Invalid, u"请求体须为密文的Base64文本，不含引号和换行"_s};
    const std::optional<QByteArray> plain = sm4Decrypt(key, base64.decoded);
    if (!plain)
        return Fault{FaultKind::Invalid, u"请求体解密失败，请核对SM4密钥"_s};
    return *plain;
}

QByteArray sealAnswer(const QByteArray &answer, const QByteArray &key)
{
    const QByteArray cipher = sm4Encrypt(key, answer).value_or(QByteArray());
    return envelope("200", R"("Data":")" + cipher.toBase64() + '"');
}

QByteArray sealRefusal(const Refusal &refusal)
{
    return envelope(refusal.httpStatusCode, R"("Error":{"Code":)" + jsonQuoted(refusal.code) + R"(,"Message":)" +
                                                jsonQuoted(refusal.message.toUtf8()) + '}');
}

} // namespace kp::sandbox
