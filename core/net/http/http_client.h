// SPDX-License-Identifier: GPL-3.0-or-later
// One POST, one answer or one fault. The fault says whether the bytes can have reached the other side: that decides
// whether the caller may forget the attempt (Offline) or must ask before acting again (Uncertain).
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QFuture>
#include <QList>
#include <QPair>
#include <QThread>
#include <QUrl>

#include <chrono>
#include <memory>
#include <optional>

class QNetworkAccessManager;

namespace kp
{

/// An HTTP proxy; an empty host means a direct connection. The system's own proxy settings are not asked: a proxy
/// between the desk and the tax platform is a decision somebody has to take.
struct HttpProxy {
    QString host;
    quint16 port = 0;
};

struct HttpSettings {
    std::chrono::milliseconds connectWithin{15'000}; ///< until the whole request has left this program
    std::chrono::milliseconds answerWithin{60'000};  ///< from then until the whole answer is here
    qint64 answerBytes = 64 * 1024 * 1024;           ///< the largest answer accepted, counted after decompression
    HttpProxy proxy = {};
};

struct HttpRequest {
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers = {};
    QByteArray body = {}; ///< never empty: an empty body that can not be rewound would never be done
    std::optional<std::chrono::milliseconds> answerWithin = {}; ///< instead of the client's own
};

/// What the server answered, whatever its status: judging it is the caller's business.
struct HttpAnswer {
    int status = 0;
    QByteArray body; ///< decompressed
};

/// Posts over HTTPS (HTTP only to this computer itself) with the certificate always verified, no redirects, no
/// cookies, no HTTP/2. Works on a thread of its own: a body leaves in many small pieces, each of which would otherwise
/// wait until its caller has nothing else to do. post() may be called from any thread; what follows its future runs on
/// the client's thread unless it is awaited.
///
/// Each body leaves at most once. QNetworkAccessManager by itself sends a POST again when the connection closes before
/// the answer begins, even on a fresh connection; here the body can not be rewound, so that the second attempt fails
/// instead (measured with Qt 6.4; tests/net/tst_http holds it).
class HttpClient
{
public:
    explicit HttpClient(const HttpSettings &settings = {});
    HttpClient(const HttpClient &) = delete;
    HttpClient &operator=(const HttpClient &) = delete;
    /// Ends the requests still under way: Uncertain when their bytes have left, else Offline.
    ~HttpClient();

    /// Ends exactly once. Faults: Invalid (not an https address), Offline (nothing was sent: no connection, unknown
    /// host, certificate refused, proxy refused), Uncertain (sent, and no whole answer came).
    QFuture<Result<HttpAnswer>> post(HttpRequest request);

private:
    class Exchange;
    void start(const std::shared_ptr<Exchange> &exchange);

    const HttpSettings m_settings;
    QThread m_thread;
    QNetworkAccessManager *m_access; ///< lives on m_thread
};

} // namespace kp
