// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/profile/practice_other_side.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace kp::app
{

namespace
{
struct PracticeSideText {
    Q_DECLARE_TR_FUNCTIONS(PracticeSide)
};

const char *actOf(RedAnswer answer)
{
    switch (answer) {
    case RedAnswer::Agree:
        return "agree";
    case RedAnswer::Refuse:
        return "refuse";
    case RedAnswer::Withdraw:
        break;
    }
    return "withdraw";
}

QJsonObject lineJson(const RedFormLine &line)
{
    QJsonObject out{{QStringLiteral("line"), QString::number(line.blueLine)},
        {QStringLiteral("net"), line.net.toString()}, {QStringLiteral("tax"), line.tax.toString()}};
    if (line.quantity)
        out.insert(QStringLiteral("quantity"), line.quantity->toString());
    return out;
}

Result<QJsonObject> objectIn(const Result<HttpAnswer> &answer)
{
    if (!answer.ok())
        return answer.fault();
    const QJsonObject told = QJsonDocument::fromJson(answer->body).object();
    const QString refusal = told.value(QLatin1StringView("error")).toString();
    if (answer->status == 200 && !told.isEmpty())
        return told;
    return Fault{FaultKind::Rejected,
        refusal.isEmpty() ? PracticeSideText::tr("The practice platform can not do that.") : refusal,
        QStringLiteral("HTTP status %1").arg(answer->status)};
}

Outcome outcomeOf(const Result<QJsonObject> &told)
{
    return told.ok() ? Outcome(Done{}) : Outcome(told.fault());
}
} // namespace

PracticeOtherSide::PracticeOtherSide(HttpClient &client, QUrl platform)
    : m_client(client)
    , m_platform(std::move(platform))
{
}

QFuture<Result<QJsonObject>> PracticeOtherSide::ask(const char *page, const QJsonObject &question)
{
    HttpRequest request;
    request.url = m_platform.resolved(QUrl(QStringLiteral("/control/") + QLatin1StringView(page)));
    request.headers = {{"Content-Type", "application/json"}};
    request.body = QJsonDocument(question).toJson(QJsonDocument::Compact);
    return m_client.post(std::move(request)).then(objectIn);
}

QFuture<Outcome> PracticeOtherSide::answer(const RedForm &form, RedAnswer answer)
{
    if (form.uuid.isEmpty())
        return QtFuture::makeReadyFuture(
            Outcome(Fault{FaultKind::Invalid, PracticeSideText::tr("The platform has no such confirmation form.")}));
    const bool asBuyer = other(form.side) == Side::Buyer;
    return ask("red", {{QStringLiteral("act"), QString::fromLatin1(actOf(answer))},
                          {QStringLiteral("side"), asBuyer ? QStringLiteral("buyer") : QStringLiteral("seller")},
                          {QStringLiteral("uuid"), form.uuid}})
        .then(outcomeOf);
}

QFuture<Result<QString>> PracticeOtherSide::applyAsBuyer(
    const QString &number, RedReason reason, const QList<RedFormLine> &lines)
{
    QJsonObject question{{QStringLiteral("act"), QStringLiteral("apply")},
        {QStringLiteral("side"), QStringLiteral("buyer")}, {QStringLiteral("blue"), number},
        {QStringLiteral("reason"), QString::fromLatin1(code(reason))}};
    QJsonArray wanted;
    for (const RedFormLine &line : lines)
        wanted.append(lineJson(line));
    if (!wanted.isEmpty())
        question.insert(QStringLiteral("lines"), wanted);
    return ask("red", question).then([](const Result<QJsonObject> &told) -> Result<QString> {
        if (!told.ok())
            return told.fault();
        return told->value(QLatin1StringView("uuid")).toString();
    });
}

QFuture<Outcome> PracticeOtherSide::setUse(const QString &number, QJsonObject use)
{
    use.insert(QStringLiteral("number"), number);
    return ask("use", use).then(outcomeOf);
}

QFuture<Outcome> PracticeOtherSide::tick(const QString &number)
{
    return setUse(number, {{QStringLiteral("vat_use"), QStringLiteral("1")}});
}

QFuture<Outcome> PracticeOtherSide::post(const QString &number)
{
    return setUse(number, {{QStringLiteral("posted"), QStringLiteral("02")}});
}

QFuture<Outcome> PracticeOtherSide::untouch(const QString &number)
{
    return setUse(
        number, {{QStringLiteral("vat_use"), QStringLiteral("0")}, {QStringLiteral("posted"), QStringLiteral("01")},
                    {QStringLiteral("stock_use"), QStringLiteral("00")}});
}

QFuture<Result<qint64>> PracticeOtherSide::moveClock(std::chrono::seconds by)
{
    return ask("clock", {{QStringLiteral("move_seconds"), QString::number(by.count())}})
        .then([](const Result<QJsonObject> &told) -> Result<qint64> {
            if (!told.ok())
                return told.fault();
            return told->value(QLatin1StringView("shift_seconds")).toInteger();
        });
}

} // namespace kp::app
