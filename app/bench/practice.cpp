// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/practice.h"

namespace kp::bench
{

QCoro::Task<Outcome> Practice::start(QString folder, int latencyMs)
{
    m_process.start(QStringLiteral("kaipiao-sandbox"),
        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder,
            QStringLiteral("--relax-throttle"), QStringLiteral("--latency"), QString::number(latencyMs)});
    KP_CO_TRY(url, co_await m_process.line(QStringLiteral("listening on ")));
    KP_CO_TRY(companies, sandbox::readCredentials(folder, QUrl(url)));
    m_company = companies.constFirst();
    co_return Done{};
}

service::CompanyCredentials credentialsOf(const sandbox::Credential &company)
{
    return {company.name, company.taxNumber, company.platformId, company.connectionPlatformId,
        Secret(QByteArray::fromHex(company.keyHex.toLatin1())), QString::fromLatin1(company.url.toEncoded()),
        company.pollSeconds};
}

} // namespace kp::bench
