// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/server.h"

#include <QThread>

namespace kp::sandbox
{

/// A practice platform on a thread of its own, for programs that embed it:
///     kp::sandbox::ServerThread practice({.dataDir = folder});
///     KP_TRY(url, practice.start());
/// It stops when the object goes. Do not destroy it on its own thread.
class ServerThread
{
public:
    explicit ServerThread(Options options);
    ~ServerThread();
    ServerThread(const ServerThread &) = delete;
    ServerThread &operator=(const ServerThread &) = delete;

    /// Starts thread and server; returns when it listens, or with the faults of Server::start.
    Result<QUrl> start();
    void stop();
    [[nodiscard]] QList<Credential> credentials() const { return m_credentials; }

private:
    Options m_options;
    QThread m_thread;
    QObject *m_context = nullptr; // lives on the thread; calls made through it run there
    std::unique_ptr<Server> m_server;
    QList<Credential> m_credentials;
};

} // namespace kp::sandbox
