// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/http_parser.h"

#include <QObject>
#include <QTcpSocket>

namespace kp::sandbox
{

/// One client's connection: its requests are answered in turn, each when the one before has left.
class HttpConnection : public QObject
{
    Q_OBJECT
public:
    /// Takes the socket over and goes when the socket closes.
    HttpConnection(QTcpSocket *socket, HttpResponder responder, QObject *parent);

private:
    void receive();
    void handle(const HttpRequest &request);
    void deliver(const HttpReply &reply, bool keepAlive);
    void refuse(int status);

    QTcpSocket *m_socket;
    HttpResponder m_responder;
    HttpParser m_parser;
    bool m_busy = false; // a request is being answered, or the connection is ending: no further one is taken
};

} // namespace kp::sandbox
