// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/leqi/questions.h"

#include "core/net/leqi/json.h"

namespace kp::leqi
{

namespace
{
template<class Members>
QByteArray object(Members members)
{
    JsonWriter json;
    json.beginObject();
    members(json);
    json.endObject();
    return json.bytes();
}
} // namespace

QByteArray taxNumberQuestion(const QString &taxNumber)
{
    return object([&](JsonWriter &json) { json.text("nsrsbh", taxNumber); });
}

QByteArray emptyQuestion()
{
    return object([](JsonWriter &) {});
}

QByteArray classificationQuestion(const QString &taxNumber, const QString &mark)
{
    return object([&](JsonWriter &json) {
        json.text("nsrsbh", taxNumber);
        json.text("sjc", mark);
    });
}

QByteArray creditMoveQuestion(const QString &taxNumber, const QString &connectionPlatformId, const CreditMove &move)
{
    return object([&](JsonWriter &json) {
        json.text("nsrsbh", taxNumber);
        json.text("ptbh", connectionPlatformId);
        json.text("sqlx", move.giveBack ? QStringLiteral("1") : QStringLiteral("0"));
        json.number("sqed", move.amount);
        json.text("ywlsh", move.requestId);
    });
}

QByteArray extendCreditQuestion(const QString &taxNumber, QDate month)
{
    return object([&](JsonWriter &json) {
        json.text("xsfnsrsbh", taxNumber);
        json.text("sxedsq", month.toString(QStringLiteral("yyyy-MM")));
    });
}

QByteArray numbersQuestion(const QString &taxNumber, int count, const QString &requestId)
{
    return object([&](JsonWriter &json) {
        json.text("nsrsbh", taxNumber);
        json.number("lysl", count);
        json.text("ywlsh", requestId);
    });
}

QByteArray uploadResultQuestion(const QString &receipt)
{
    return object([&](JsonWriter &json) { json.text("sllsh", receipt); });
}

} // namespace kp::leqi
