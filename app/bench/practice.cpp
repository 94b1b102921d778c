// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/practice.h"

#include <QCoro/QCoroTimer>

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <chrono>

namespace kp::bench
{

using namespace std::chrono_literals;

Practice::~Practice()
{
    m_process.disconnect();
    m_process.kill(); // its folder goes with it
}

QCoro::Task<Outcome> Practice::start(QString folder, int latencyMs)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/kaipiao-sandbox"),
        {QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), QStringLiteral("--data"), folder,
            QStringLiteral("--relax-throttle"), QStringLiteral("--latency"), QString::number(latencyMs)});
    const QDeadlineTimer deadline(20s);
    while (!m_process.canReadLine()) {
        if (m_process.error() == QProcess::FailedToStart || deadline.hasExpired())
            co_return Fault{FaultKind::NotFound, QStringLiteral("kaipiao-sandbox does not start")};
        co_await QCoro::sleepFor(5ms);
    }
    const QString url = QString::fromUtf8(m_process.readLine()).trimmed().section(u' ', -1);
    KP_CO_TRY(companies, sandbox::readCredentials(folder, QUrl(url)));
    m_company = companies.constFirst();
    co_return Done{};
}

} // namespace kp::bench
