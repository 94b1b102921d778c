// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bench/child.h"

#include <QCoro/QCoroTimer>

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <chrono>

namespace kp::bench
{

using namespace std::chrono_literals;

Child::~Child()
{
    m_process.disconnect();
    m_process.close(); // kills it and waits until it is gone
}

void Child::start(const QString &program, const QStringList &arguments)
{
    m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_process.start(QCoreApplication::applicationDirPath() + u'/' + program, arguments);
}

QCoro::Task<Result<QString>> Child::line(QString beginning)
{
    const QDeadlineTimer deadline(120s);
    for (;;) {
        while (m_process.canReadLine())
            if (const QString text = QString::fromUtf8(m_process.readLine()).trimmed(); text.startsWith(beginning))
                co_return text.mid(beginning.size()).trimmed();
        if (m_process.state() == QProcess::NotRunning || deadline.hasExpired())
            co_return Fault{
                FaultKind::NotFound, QStringLiteral("%1 does not say \"%2\"").arg(m_process.program(), beginning)};
        co_await QCoro::sleepFor(1ms);
    }
}

} // namespace kp::bench
