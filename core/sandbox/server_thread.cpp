// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/server_thread.h"

#include <optional>
#include <utility>

namespace kp::sandbox
{

ServerThread::ServerThread(Options options)
    : m_options(std::move(options))
{
    m_thread.setObjectName(QStringLiteral("practice platform"));
}

ServerThread::~ServerThread()
{
    stop();
}

Result<QUrl> ServerThread::start()
{
    stop();
    m_thread.start();
    m_context = new QObject;
    m_context->moveToThread(&m_thread);
    std::optional<Result<QUrl>> started;
    QMetaObject::invokeMethod(
        m_context,
        [&] {
            m_server = std::make_unique<Server>(m_options);
            started = m_server->start();
            m_credentials = m_server->credentials();
        },
        Qt::BlockingQueuedConnection);
    if (!started->ok())
        stop();
    return *started;
}

void ServerThread::stop()
{
    if (m_context == nullptr)
        return;
    QMetaObject::invokeMethod(
        m_context, [&] { m_server.reset(); }, Qt::BlockingQueuedConnection);
    m_context->deleteLater(); // a finishing thread still runs deferred deletions
    m_context = nullptr;
    m_thread.quit();
    m_thread.wait();
    m_credentials.clear();
}

} // namespace kp::sandbox
