// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sandbox/http_message.h"

#include <QHostAddress>
#include <QTcpServer>

namespace kp::sandbox
{

/// An HTTP server on a loopback address; lives on the thread that makes it and needs that thread's event loop.
class HttpListener : public QObject
{
    Q_OBJECT
public:
    explicit HttpListener(HttpResponder responder);
    ~HttpListener() override;

    /// Opens the port (0: any free one) and gives it back. Faults: Denied (not a loopback address), Offline (taken).
    Result<quint16> listen(const QHostAddress &address, quint16 port);

private:
    void accept();

    HttpResponder m_responder;
    QTcpServer m_server;
};

} // namespace kp::sandbox
