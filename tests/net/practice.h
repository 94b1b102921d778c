// SPDX-License-Identifier: GPL-3.0-or-later
// A client and the practice platform, for tests that need both ends.
#pragma once

#include "core/net/leqi/leqi_platform.h"
#include "core/sandbox/server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

namespace kp
{

/// A fresh practice platform on this thread, and the channel to it. Polls of the hour's credit are not throttled
/// unless @p throttled.
class Practice
{
public:
    explicit Practice(bool throttled = false);

    /// Empty when all is up; else why not.
    [[nodiscard]] QString failure() const { return m_failure; }
    [[nodiscard]] Route route(int company = 0) const;
    /// The name the platform has of a company.
    [[nodiscard]] QString companyName(int company = 0) const;
    TaxPlatform &platform() { return m_platform; }
    RedPlatform &red() { return m_platform; }

    /// An ordinary invoice the platform accepts, one line of @p net at 13 %.
    [[nodiscard]] Invoice invoice(const QString &number, Money net = Money::fromFen(10'000)) const;
    /// Draws numbers and downloads credit: what an upload needs. The numbers, or none when something failed.
    QStringList prepared(int count);

    /// Orders the platform to misbehave: a list of orders, or the whole plan.
    bool misbehave(const QByteArray &json) { return control(QStringLiteral("faults"), json); }
    bool control(const QString &page, const QByteArray &json);
    /// What a page of the control interface tells.
    QJsonObject told(const QString &page);
    /// What the platform accepted, by number.
    QJsonObject ledgerEntry(const QString &number);
    qsizetype ledgerSize() { return ledger().size(); }

private:
    QJsonArray ledger();

    QTemporaryDir m_folder;
    sandbox::Server m_server;
    HttpClient m_client;
    LeqiPlatform m_platform;
    QUrl m_url;
    QString m_failure;
};

} // namespace kp
