// SPDX-License-Identifier: GPL-3.0-or-later
// A server that answers, or fails to, exactly as a test says.
#pragma once

#include <QByteArray>
#include <QList>
#include <QObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

namespace kp
{

/// A request that arrived whole.
struct WireRequest {
    QByteArray head; ///< request line and headers
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const;
    [[nodiscard]] bool hasHeader(const QByteArray &name) const;
};

class WireServer : public QObject
{
    Q_OBJECT
public:
    using Script = std::function<void(QTcpSocket &, const WireRequest &)>;

    /// @param script what happens once a request has arrived
    explicit WireServer(Script script);

    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/")) const;
    [[nodiscard]] quint16 port() const { return m_server.serverPort(); }
    [[nodiscard]] const QList<WireRequest> &requests() const { return m_requests; }
    /// Called for each connection, before a byte is read.
    void onConnection(std::function<void(QTcpSocket &)> script) { m_onConnection = std::move(script); }
    void close() { m_server.close(); }

    /// A whole HTTP answer.
    static QByteArray answer(int status, const QByteArray &body, const QByteArray &extraHeaders = {});

private:
    void serve(QTcpSocket *socket);

    QTcpServer m_server;
    Script m_script;
    std::function<void(QTcpSocket &)> m_onConnection;
    QList<WireRequest> m_requests;
};

} // namespace kp
