// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/net/http/http_client.h"

#include "core/net/http/gunzip.h"
#include "core/net/http/single_pass_body.h"

#include <QCoreApplication>
#include <QHostAddress>
#include <QNetworkAccessManager>
#include <QNetworkCookieJar>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QPromise>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace kp
{

namespace
{
struct HttpClientText {
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

/// No cookie is kept: each request stands for itself.
class NoCookies final : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

bool isThisComputer(const QString &host)
{
    return host == QLatin1StringView("localhost") || QHostAddress(host).isLoopback();
}

/// Plain HTTP never leaves this computer: it is for the platform to practise on.
bool isPermitted(const QUrl &url)
{
    const bool secure = url.scheme() == QLatin1StringView("https");
    const bool local = url.scheme() == QLatin1StringView("http") && isThisComputer(url.host());
    return url.isValid() && !url.host().isEmpty() && (secure || local);
}

/// The one proxy for everything outside this computer; the practice platform is never behind it.
class ProxyChoice final : public QNetworkProxyFactory
{
public:
    explicit ProxyChoice(const HttpProxy &proxy)
        : m_proxy(proxy.host.isEmpty() ? QNetworkProxy(QNetworkProxy::NoProxy)
                                       : QNetworkProxy(QNetworkProxy::HttpProxy, proxy.host, proxy.port))
    {
    }
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        return {isThisComputer(query.peerHostName()) ? QNetworkProxy(QNetworkProxy::NoProxy) : m_proxy};
    }

private:
    QNetworkProxy m_proxy;
};

QSslConfiguration verifiedTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    return tls;
}

/// Why nothing was sent, and what to do about it.
QString offlineMessage(QNetworkReply::NetworkError error, const QString &host)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return HttpClientText::tr("The server %1 can not be found. Check the network and the address, then try again.")
            .arg(host);
    case QNetworkReply::ConnectionRefusedError:
        return HttpClientText::tr("The server %1 takes no connection. Check the address, or try again later.")
            .arg(host);
    case QNetworkReply::SslHandshakeFailedError:
        return HttpClientText::tr(
            "The connection to %1 is not trustworthy: its certificate was refused. Check the date of this "
            "computer and the address; ask your network administrator if it stays.")
            .arg(host);
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
    case QNetworkReply::ProxyAuthenticationRequiredError:
        return HttpClientText::tr("The proxy gives no way to %1. Check the proxy in the settings, or ask your network "
                                  "administrator.")
            .arg(host);
    default:
        return HttpClientText::tr("The server %1 can not be reached. Check the network, then try again.").arg(host);
    }
}

/// The body of a whole answer; empty when its packing is broken, unknown, or hides more than @p most bytes.
std::optional<QByteArray> unpacked(QNetworkReply &reply, qint64 most)
{
    const QByteArray encoding = reply.rawHeader("Content-Encoding").trimmed().toLower();
    if (encoding.isEmpty() || encoding == "identity")
        return reply.readAll();
    return encoding == "gzip" ? gunzip(reply.readAll(), most) : std::nullopt;
}

QString uncertainMessage(const QString &host)
{
    return HttpClientText::tr("The request went to %1, but no whole answer came back.").arg(host);
}
} // namespace

/// One request on its way. Whatever happens it ends once; when nothing else ends it, its destructor does.
class HttpClient::Exchange
{
public:
    explicit Exchange(HttpRequest what)
        : request(std::move(what))
    {
        m_promise.start();
    }
    Exchange(const Exchange &) = delete;
    Exchange &operator=(const Exchange &) = delete;
    ~Exchange() { fail(QNetworkReply::OperationCanceledError, QStringLiteral("the client is gone")); }

    [[nodiscard]] QFuture<Result<HttpAnswer>> future() const { return m_promise.future(); }

    void end(Result<HttpAnswer> result)
    {
        if (m_ended)
            return;
        m_ended = true;
        m_promise.addResult(std::move(result));
        m_promise.finish();
    }
    void endWith(int status, std::optional<QByteArray> body)
    {
        if (body)
            end(HttpAnswer{status, std::move(*body)});
        else
            fail(QNetworkReply::UnknownContentError, QStringLiteral("the answer can not be unpacked"));
    }
    /// The error's own name does not count once bytes have left: a connection that is refused after the first one was
    /// closed says nothing about what the server did with them.
    void fail(QNetworkReply::NetworkError error, const QString &words)
    {
        const QString host = request.url.host();
        const QString detail = QStringLiteral("POST %1: network error %2: %3")
                                   .arg(request.url.toString(QUrl::RemoveUserInfo))
                                   .arg(static_cast<int>(error))
                                   .arg(words);
        if (sent)
            end(Fault{FaultKind::Uncertain, uncertainMessage(host), detail});
        else
            end(Fault{FaultKind::Offline, offlineMessage(error, host), detail});
    }

    HttpRequest request;
    bool sent = false;

private:
    QPromise<Result<HttpAnswer>> m_promise;
    bool m_ended = false;
};

HttpClient::HttpClient(const HttpSettings &settings)
    : m_settings(settings)
    , m_access(new QNetworkAccessManager)
{
    m_access->setCookieJar(new NoCookies(m_access));
    m_access->setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
    m_access->setProxyFactory(new ProxyChoice(m_settings.proxy));
    m_access->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_access, &QObject::deleteLater);
    m_thread.setObjectName(QStringLiteral("http"));
    m_thread.start();
}

HttpClient::~HttpClient()
{
    // Replies die with the access manager; abort() first, so that each ends through its own finished().
    const auto abortAll = [this] {
        for (QNetworkReply *reply : m_access->findChildren<QNetworkReply *>())
            reply->abort();
        m_thread.quit();
    };
    QMetaObject::invokeMethod(m_access, abortAll);
    m_thread.wait();
}

QFuture<Result<HttpAnswer>> HttpClient::post(HttpRequest request)
{
    auto exchange = std::make_shared<Exchange>(std::move(request));
    auto future = exchange->future();
    if (!isPermitted(exchange->request.url))
        exchange->end(Fault{FaultKind::Invalid,
            HttpClientText::tr("\"%1\" is not an address that may be used: it has to begin with https://.")
                .arg(exchange->request.url.toString(QUrl::RemoveUserInfo))});
    else
        QMetaObject::invokeMethod(m_access, [this, exchange] { start(exchange); });
    return future;
}

void HttpClient::start(const std::shared_ptr<Exchange> &exchange)
{
    const HttpRequest &asked = exchange->request;
    Q_ASSERT(!asked.body.isEmpty());
    QNetworkRequest request(asked.url);
    for (const auto &[name, value] : asked.headers)
        request.setRawHeader(name, value);
    // Asking for it ourselves leaves the unpacking to us. The access manager's own forgets the length once it unpacks,
    // and takes half a packed answer for a whole one (measured with Qt 6.4).
    request.setRawHeader("Accept-Encoding", "gzip");
    request.setHeader(QNetworkRequest::ContentLengthHeader, asked.body.size());
    // Without buffering the access manager reads SinglePassBody itself; buffered it would make its own rewindable copy.
    request.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setSslConfiguration(verifiedTls());

    auto *body = new SinglePassBody(asked.body);
    QNetworkReply *reply = m_access->post(request, body);
    body->setParent(reply);

    auto *deadline = new QTimer(reply);
    deadline->setSingleShot(true);
    deadline->start(m_settings.connectWithin);
    QObject::connect(deadline, &QTimer::timeout, reply, [reply, exchange] {
        exchange->fail(QNetworkReply::TimeoutError, QStringLiteral("time is up"));
        reply->abort();
    });

    const auto answerWithin = asked.answerWithin.value_or(m_settings.answerWithin);
    QObject::connect(reply, &QNetworkReply::uploadProgress, reply, [exchange](qint64 bytes, qint64) {
        if (bytes > 0)
            exchange->sent = true;
    });
    QObject::connect(reply, &QNetworkReply::requestSent, reply, [exchange, deadline, answerWithin] {
        exchange->sent = true;
        deadline->start(answerWithin);
    });
    QObject::connect(reply, &QNetworkReply::readyRead, reply, [reply, exchange, most = m_settings.answerBytes] {
        if (reply->bytesAvailable() <= most)
            return;
        exchange->fail(
            QNetworkReply::UnknownContentError, QStringLiteral("the answer is larger than %1 bytes").arg(most));
        reply->abort();
    });
    QObject::connect(reply, &QNetworkReply::finished, reply, [reply, exchange, most = m_settings.answerBytes] {
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        const QNetworkReply::NetworkError error = reply->error();
        // 3xx to 5xx come as errors of their own range, but they are whole answers; one that broke off is a network
        // error whatever its status line said.
        const bool refused =
            status >= 300 && error > QNetworkReply::UnknownProxyError && error != QNetworkReply::ProtocolFailure;
        if (status > 0 && (error == QNetworkReply::NoError || refused))
            exchange->endWith(status, unpacked(*reply, most));
        else
            exchange->fail(error, reply->errorString());
        reply->deleteLater();
    });
}

} // namespace kp
