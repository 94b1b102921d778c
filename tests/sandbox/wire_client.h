// SPDX-License-Identifier: GPL-3.0-or-later
// A client that talks to a practice platform on another thread or in another process, over a plain socket.
#pragma once

#include "core/sandbox/credentials.h"
#include "tests/sandbox/practice.h"

#include <QTcpSocket>

namespace practice
{

constexpr int patienceMs = 10'000;

/// Opens a connection and sends these bytes; blocks, so the server must not share the thread.
inline std::unique_ptr<QTcpSocket> sent(const QUrl &server, const QByteArray &bytes)
{
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(server.host(), static_cast<quint16>(server.port()));
    if (socket->waitForConnected(patienceMs)) {
        socket->write(bytes);
        while (socket->bytesToWrite() > 0 && socket->waitForBytesWritten(patienceMs)) {
        }
    }
    return socket;
}

/// All that comes until the other side closes.
inline QByteArray received(QTcpSocket &socket)
{
    QByteArray out;
    while (socket.waitForReadyRead(patienceMs))
        out += socket.readAll();
    return out + socket.readAll();
}

inline QByteArray postBytes(const QByteArray &path, const QByteArray &headers, const QByteArray &body)
{
    return "POST " + path + " HTTP/1.1\r\nHost: practice\r\nConnection: close\r\n" + headers +
           "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

/// The request for an operation as one company's client sends it.
inline QByteArray operationBytes(const Credential &company, const QByteArray &operation, const QByteArray &json)
{
    return postBytes(company.url.path().toLatin1() + "/202007/" + operation,
        "jrdwptbh: " + company.connectionPlatformId.toLatin1() + "\r\nsydwptbh: " + company.platformId.toLatin1() +
            "\r\n",
        sm4Encrypt(QByteArray::fromHex(company.keyHex.toLatin1()), json)->toBase64());
}

/// What came back for a request; nothing at all (status 0), less than announced (broken), or an answer.
struct Received {
    int status = 0;
    bool broken = false;
    QByteArray body;
    Answered answered;
};

inline Received parsed(const QByteArray &bytes, const Credential &company)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return {};
    const QByteArray head = bytes.first(end).toLower();
    Received out{head.mid(9, 3).toInt(), false, bytes.sliced(end + 4), {}};
    const qsizetype at = head.indexOf("content-length: ") + 16;
    out.broken =
        out.body.size() != head.sliced(at, qMax<qsizetype>(0, (head + "\r").indexOf('\r', at) - at)).toLongLong();
    out.answered = opened(HttpReply{.body = out.body}, QByteArray::fromHex(company.keyHex.toLatin1()));
    return out;
}

inline Received called(const Credential &company, const QByteArray &operation, const QByteArray &json)
{
    const auto socket = sent(company.url, operationBytes(company, operation, json));
    return parsed(received(*socket), company);
}

inline QJsonObject controlled(const QUrl &server, const QByteArray &path, const QByteArray &json = {})
{
    const QByteArray bytes = json.isNull() ? "GET " + path + " HTTP/1.0\r\n\r\n"
                                           : postBytes(path, "Content-Type: application/json\r\n", json);
    const auto socket = sent(server, bytes);
    return QJsonDocument::fromJson(parsed(received(*socket), {}).body).object();
}

} // namespace practice
