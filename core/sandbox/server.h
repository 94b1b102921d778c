// SPDX-License-Identifier: GPL-3.0-or-later
// The practice tax platform: the base ability of 乐企 over HTTP on loopback, with a control interface beside it.
#pragma once

#include "core/base/result.h"
#include "core/sandbox/credentials.h"

#include <QHostAddress>

#include <memory>

namespace kp::sandbox
{

struct Options {
    QString dataDir; ///< made when missing; one server at a time
    QHostAddress address = QHostAddress(QHostAddress::LocalHost);
    quint16 port = 0;               ///< 0: any free one
    bool throttleQuotaQuery = true; ///< one CXSXED an hour, as the real platform
    int latencyMs = 0;              ///< added to every answer
};

/// One practice platform. Make, start, use and destroy it on one thread, which must run an event loop.
class Server
{
public:
    explicit Server(Options options);
    ~Server();
    Server(const Server &) = delete;
    Server &operator=(const Server &) = delete;

    /// Opens folder, store and port, and gives the address "http://127.0.0.1:PORT".
    /// Faults: Storage, Conflict (another server has the folder), Denied (not loopback), Offline (port taken),
    /// Internal.
    Result<QUrl> start();
    /// Closes port and store and frees the folder; a stopped server may start again.
    void stop();

    /// The companies to practise with, their addresses filled in; empty unless started.
    [[nodiscard]] QList<Credential> credentials() const { return m_credentials; }

private:
    struct Parts;
    Options m_options;
    std::unique_ptr<Parts> m_parts;
    QList<Credential> m_credentials;
};

} // namespace kp::sandbox
