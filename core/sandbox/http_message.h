// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QUrlQuery>

#include <functional>

namespace kp::sandbox
{

/// A request as it stood on the wire, chunks joined.
struct HttpRequest {
    QByteArray method;
    QByteArray path; ///< without the query, as sent
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
    bool keepAlive = true;

    [[nodiscard]] QByteArray header(const QByteArray &lowerCaseName) const { return headers.value(lowerCaseName); }
};

/// What goes back, and how badly: QHttpServer knows only whole answers, this platform must be able to break off.
struct HttpReply {
    enum class Delivery {
        Whole,
        Half, ///< all headers, half the body, then the connection ends
        None, ///< the connection ends without a byte
    };
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body = {};
    bool gzipped = false;
    Delivery delivery = Delivery::Whole;
    int delayMs = 0; ///< between having processed the request and answering; holds up this connection only
};

using HttpResponder = std::function<HttpReply(const HttpRequest &)>;

} // namespace kp::sandbox
