// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/net/http/http_client.h"
#include "ui/pages/practice_side.h"

#include <QJsonObject>
#include <QUrl>

namespace kp::app
{

/// The other side over the control interface of a practice platform.
class PracticeOtherSide final : public PracticeSide
{
public:
    /// @param client outlives this @param platform "http://127.0.0.1:PORT"
    PracticeOtherSide(HttpClient &client, QUrl platform);

    QFuture<Outcome> answer(const RedForm &form, RedAnswer answer) override;
    QFuture<Result<QString>> applyAsBuyer(
        const QString &number, RedReason reason, const QList<RedFormLine> &lines) override;
    QFuture<Outcome> tick(const QString &number) override;
    QFuture<Outcome> post(const QString &number) override;
    QFuture<Outcome> untouch(const QString &number) override;
    QFuture<Result<qint64>> moveClock(std::chrono::seconds by) override;

private:
    QFuture<Result<QJsonObject>> ask(const char *page, const QJsonObject &question);
    QFuture<Outcome> setUse(const QString &number, QJsonObject use);

    HttpClient &m_client;
    const QUrl m_platform;
};

} // namespace kp::app
