// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/practice.h"

#include "core/base/clock.h"
#include "tests/net/settled.h"

#include <QJsonDocument>
#include <QNetworkReply>

namespace kp
{

using namespace std::chrono_literals;

Practice::Practice(bool throttled)
    : m_server({.dataDir = m_folder.path(), .throttleQuotaQuery = throttled})
    , m_client({.connectWithin = 5s, .answerWithin = 5s, .answerBytes = 64 * 1024 * 1024, .proxy = {}})
    , m_platform(m_client, {.answerWithin = 1s, .downloadWithin = 20s, .device = [] {
                                return Device{QStringLiteral("192.0.2.7"), QStringLiteral("00:1A:2B:3C:4D:5E")};
                            }})
{
    const auto url = m_server.start();
    if (url.ok())
        m_url = *url;
    else
        m_failure = url.fault().message + url.fault().detail;
}

Route Practice::route(int company) const
{
    const sandbox::Credential &credential = m_server.credentials().at(company);
    Route out;
    out.url = credential.url.toString();
    out.connectionPlatformId = credential.connectionPlatformId;
    out.companyPlatformId = credential.platformId;
    out.taxNumber = credential.taxNumber;
    out.key = Secret(credential.keyHex.toLatin1());
    return out;
}

QString Practice::companyName(int company) const
{
    return m_server.credentials().at(company).name;
}

Invoice Practice::invoice(const QString &number, Money net) const
{
    Invoice out;
    out.number = number;
    out.issuedAt = SystemClock().now();
    out.seller.name = companyName();
    out.seller.taxNumber = route().taxNumber;
    out.buyer.name = QStringLiteral(u"样例买家有限公司");
    out.issuer = QStringLiteral(u"李样例");
    InvoiceLine line;
    line.number = 1;
    line.item = QStringLiteral(u"显示器");
    line.classification = QStringLiteral("1090511010000000000");
    line.shortName = QStringLiteral(u"计算机外部设备");
    line.rate = TaxRate::fromMillionths(130'000);
    line.net = net;
    line.tax = Decimal::productAsMoney(Decimal::fromMoney(net), line.rate.toDecimal()).value_or(Money());
    out.lines = {line};
    out.totals = {line.net, line.tax};
    return out;
}

QStringList Practice::prepared(int count)
{
    const auto range = settled(m_platform.numbers(route(), count, QStringLiteral("prepare-numbers")));
    const auto credit =
        settled(m_platform.moveCredit(route(), {false, Money::fromFen(100'000'000), QStringLiteral("prepare-credit")}));
    QStringList out;
    if (!range.ok() || !credit.ok())
        return out;
    const QString head = range->first.left(5);
    const qint64 first = range->first.mid(5).toLongLong();
    for (int i = 0; i < count; ++i)
        out.append(head + QString::number(first + i).rightJustified(15, u'0'));
    return out;
}

bool Practice::control(const QString &page, const QByteArray &json)
{
    const auto answer =
        settled(m_client.post({.url = m_url.resolved(QUrl(QStringLiteral("/control/") + page)), .body = json}));
    return answer.ok() && answer->status == 200;
}

QJsonObject Practice::told(const QString &page)
{
    QNetworkAccessManager access;
    const std::unique_ptr<QNetworkReply> reply(
        access.get(QNetworkRequest(m_url.resolved(QUrl(QStringLiteral("/control/") + page)))));
    QTestEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QTestEventLoop::exitLoop);
    loop.enterLoop(10);
    return QJsonDocument::fromJson(reply->readAll()).object();
}

QJsonArray Practice::ledger()
{
    return told(QStringLiteral("ledger"))[QStringLiteral("invoices")].toArray();
}

QJsonObject Practice::ledgerEntry(const QString &number)
{
    for (const auto &entry : ledger())
        if (entry[QStringLiteral("number")] == number)
            return entry.toObject();
    return {};
}

} // namespace kp
