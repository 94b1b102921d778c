// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/http_connection.h"

#include <QTimer>

#include <utility>

namespace kp::sandbox
{

namespace
{
QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 405:
        return "Method Not Allowed";
    case 413:
        return "Content Too Large";
    case 415:
        return "Unsupported Media Type";
    case 431:
        return "Request Header Fields Too Large";
    case 501:
        return "Not Implemented";
    case 505:
        return "HTTP Version Not Supported";
    default:
        return "Internal Server Error";
    }
}

QByteArray head(const HttpReply &reply, bool keepAlive)
{
    QByteArray out = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + reason(reply.status) + "\r\n";
    out +=
        "Content-Type: " + reply.contentType + "\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n";
    if (reply.gzipped)
        out += "Content-Encoding: gzip\r\n";
    return out + (keepAlive ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n");
}
} // namespace

HttpConnection::HttpConnection(QTcpSocket *socket, HttpResponder responder, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_responder(std::move(responder))
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // What lies unread in the kernel holds the sender back while an answer is under way.
    m_socket->setReadBufferSize(4 * 1024 * 1024);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::receive);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
    receive();
}

void HttpConnection::receive()
{
    while (!m_busy && m_socket->isOpen()) {
        if (m_parser.state() == HttpParser::State::Failed)
            return refuse(m_parser.failure());
        if (m_parser.state() == HttpParser::State::Complete) {
            m_busy = true;
            handle(m_parser.take());
            continue;
        }
        if (m_parser.takeExpectation())
            m_socket->write("HTTP/1.1 100 Continue\r\n\r\n");
        const QByteArray bytes = m_socket->readAll();
        if (bytes.isEmpty())
            return;
        m_parser.feed(bytes);
    }
}

void HttpConnection::handle(const HttpRequest &request)
{
    const HttpReply reply = m_responder(request);
    if (reply.delayMs <= 0)
        return deliver(reply, request.keepAlive);
    QTimer::singleShot(reply.delayMs, Qt::PreciseTimer, this, [this, reply, keepAlive = request.keepAlive] {
        deliver(reply, keepAlive);
        receive();
    });
}

void HttpConnection::deliver(const HttpReply &reply, bool keepAlive)
{
    m_busy = !keepAlive || reply.delivery != HttpReply::Delivery::Whole;
    switch (reply.delivery) {
    case HttpReply::Delivery::None:
        m_socket->abort();
        return;
    case HttpReply::Delivery::Half:
        m_socket->write(head(reply, keepAlive) + reply.body.first(reply.body.size() / 2));
        m_socket->disconnectFromHost();
        return;
    case HttpReply::Delivery::Whole:
        m_socket->write(head(reply, keepAlive) + reply.body);
        break;
    }
    if (!keepAlive)
        m_socket->disconnectFromHost();
}

void HttpConnection::refuse(int status)
{
    deliver(HttpReply{.status = status, .contentType = "text/plain", .body = reason(status) + '\n'}, false);
}

} // namespace kp::sandbox
