// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/http_listener.h"

#include "core/sandbox/http_connection.h"

#include <utility>

namespace kp::sandbox
{

HttpListener::HttpListener(HttpResponder responder)
    : m_responder(std::move(responder))
{
    m_server.setMaxPendingConnections(1000);
    m_server.setListenBacklogSize(512);
    connect(&m_server, &QTcpServer::newConnection, this, &HttpListener::accept);
}

HttpListener::~HttpListener() = default;

Result<quint16> HttpListener::listen(const QHostAddress &address, quint16 port)
{
    // The control interface has no password: it must not be reachable from another machine.
    if (!address.isLoopback())
        return Fault{
            FaultKind::Denied, QStringLiteral("练习平台只在本机地址上监听，不接受 %1").arg(address.toString())};
    if (!m_server.listen(address, port))
        return Fault{FaultKind::Offline,
            QStringLiteral("无法监听 %1:%2：%3").arg(address.toString()).arg(port).arg(m_server.errorString())};
    return m_server.serverPort();
}

void HttpListener::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        new HttpConnection(socket, m_responder, this);
}

} // namespace kp::sandbox
