// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/envelope.h"

#include "core/net/leqi/sm4.h"

#include <QCoreApplication>

namespace kp::leqi
{

namespace
{
struct LeqiEnvelopeText {
    Q_DECLARE_TR_FUNCTIONS(LeqiEnvelope)
};

Fault uncertain(const QString &message, const QString &detail)
{
    return {FaultKind::Uncertain, message, detail};
}
} // namespace

Fault unreadable(const QString &lacking)
{
    return uncertain(
        LeqiEnvelopeText::tr("The tax platform's answer can not be read."), QStringLiteral("answer lacks ") + lacking);
}

Result<QByteArray> sealed(const QByteArray &question, const Secret &key)
{
    const auto cipher = sm4Encrypted(question, key);
    if (!cipher)
        return Fault{FaultKind::Internal, LeqiEnvelopeText::tr("The request can not be encrypted on this computer."),
            QStringLiteral("SM4 is not available in the crypto library")};
    return cipher->toBase64();
}

Result<JsonObject> opened(const HttpAnswer &answer, const Secret &key)
{
    if (answer.status != 200)
        return uncertain(
            LeqiEnvelopeText::tr("The tax platform's gateway answered with an error (HTTP %1). If it stays, check "
                                 "the address of the connection.")
                .arg(answer.status),
            QStringLiteral("HTTP status %1").arg(answer.status));

    const auto outer = JsonObject::parse(answer.body);
    if (!outer)
        return unreadable(QStringLiteral("a JSON object as body (%1 bytes)").arg(answer.body.size()));
    if (const QString status = outer->text("httpStatusCode"); status != QLatin1StringView("200"))
        return uncertain(
            LeqiEnvelopeText::tr("The tax platform's gateway did not pass the request on (status %1). If it "
                                 "stays, check the platform ids of the connection.")
                .arg(status.isEmpty() ? QStringLiteral("?") : status),
            QStringLiteral("httpStatusCode \"%1\"").arg(status));

    const auto inner = JsonObject::parse(outer->text("body").toUtf8());
    const auto response = inner ? inner->object("Response") : std::nullopt;
    if (!response)
        return unreadable(QStringLiteral("Response in body"));
    const QString requestId = response->text("RequestId");
    if (response->has("Error")) {
        const auto error = response->object("Error");
        const QString code = error ? error->text("Code") : QString();
        const QString words = error ? error->text("Message") : response->text("Error");
        return uncertain(LeqiEnvelopeText::tr("The tax platform reports an error: %1 (code %2).").arg(words, code),
            QStringLiteral("Response.Error %1: %2, RequestId %3").arg(code, words, requestId));
    }

    const auto cipher =
        QByteArray::fromBase64Encoding(response->text("Data").toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    const auto plain = cipher ? sm4Decrypted(cipher.decoded, key) : std::nullopt;
    const auto business = plain ? JsonObject::parse(*plain) : std::nullopt;
    if (!business)
        return uncertain(LeqiEnvelopeText::tr(
                             "The tax platform's answer can not be decrypted. Check the API key of the connection."),
            QStringLiteral("Data can not be decrypted, RequestId %1").arg(requestId));

    const QString code = business->text("returncode");
    if (code.isEmpty())
        return unreadable(QStringLiteral("returncode, RequestId ") + requestId);
    if (code != QLatin1StringView("00")) {
        const QString words = business->text({"returnmsg", "returnsmsg"});
        return Fault{FaultKind::Rejected,
            words.isEmpty()
                ? LeqiEnvelopeText::tr("The tax platform refused without giving a reason (code %1).").arg(code)
                : words,
            QStringLiteral("returncode %1, RequestId %2").arg(code, requestId)};
    }
    return *business;
}

} // namespace kp::leqi
