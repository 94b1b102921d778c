// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/net/wire_server.h"

#include <memory>

namespace kp
{

QByteArray WireRequest::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const auto colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

bool WireRequest::hasHeader(const QByteArray &name) const
{
    return head.toLower().contains("\r\n" + name.toLower() + ':');
}

WireServer::WireServer(Script script)
    : m_script(std::move(script))
{
    m_server.listen(QHostAddress::LocalHost);
    connect(&m_server, &QTcpServer::newConnection, this, [this] {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            if (m_onConnection)
                m_onConnection(*socket);
            serve(socket);
        }
    });
}

QUrl WireServer::url(const QString &path) const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(port()).arg(path));
}

QByteArray WireServer::answer(int status, const QByteArray &body, const QByteArray &extraHeaders)
{
    return "HTTP/1.1 " + QByteArray::number(status) + " Answer\r\nContent-Length: " + QByteArray::number(body.size()) +
           "\r\n" + extraHeaders + "\r\n" + body;
}

void WireServer::serve(QTcpSocket *socket)
{
    auto arrived = std::make_shared<QByteArray>();
    connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    connect(socket, &QTcpSocket::readyRead, this, [this, socket, arrived] {
        *arrived += socket->readAll();
        const auto end = arrived->indexOf("\r\n\r\n");
        if (end < 0)
            return;
        WireRequest request{arrived->left(end + 2), {}};
        const auto length = request.header("Content-Length").toLongLong();
        if (arrived->size() < end + 4 + length)
            return;
        request.body = arrived->mid(end + 4, length);
        arrived->clear();
        m_requests.append(request);
        m_script(*socket, request);
    });
}

} // namespace kp
