// SPDX-License-Identifier: GPL-3.0-or-later
// kaipiao-sandbox: the practice tax platform as a program of its own.
#include "app/sandbox/usage.h"
#include "core/sandbox/server.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTimer>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <optional>

namespace
{

using namespace Qt::StringLiterals;

enum ExitCode { Stopped = 0, CanNotStart = 1, WrongArguments = 2 };

// A signal handler may touch nothing but a lock-free flag; the event loop looks at it.
std::atomic<bool> stopAsked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void askToStop(int)
{
    stopAsked = true;
}

int fail(ExitCode code, const QString &words)
{
    std::fputs(qUtf8Printable(u"kaipiao-sandbox: "_s + words + u'\n'), stderr);
    return code;
}

void print(const QByteArray &text)
{
    std::fwrite(text.constData(), 1, static_cast<std::size_t>(text.size()), stdout);
    std::fflush(stdout);
}

struct Endpoint {
    QHostAddress address;
    quint16 port = 0;
    [[nodiscard]] QUrl url() const
    {
        QUrl out;
        out.setScheme(u"http"_s);
        out.setHost(address.toString());
        out.setPort(port);
        return out;
    }
};

/// "127.0.0.1:8700" or "[::1]:8700"; nothing when it has another form or is no loopback address.
std::optional<Endpoint> endpointOf(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(u':');
    QString host = text.first(qMax<qsizetype>(colon, 0));
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1).chopped(1);
    bool ok = false;
    const quint16 port = text.sliced(colon + 1).toUShort(&ok);
    const QHostAddress address(host == u"localhost" ? u"127.0.0.1"_s : host);
    if (!ok || !address.isLoopback())
        return std::nullopt;
    return Endpoint{address, port};
}

int printCredentials(const QString &dataDir, const std::optional<Endpoint> &listen)
{
    std::optional<QUrl> server;
    if (listen && listen->port != 0)
        server = listen->url();
    else
        server = kp::sandbox::runningServer(dataDir);
    if (!server)
        return fail(
            WrongArguments, u"no server runs on %1: name its address with --listen 127.0.0.1:PORT"_s.arg(dataDir));
    const auto credentials = kp::sandbox::readCredentials(dataDir, *server);
    if (!credentials)
        return fail(CanNotStart, credentials.fault().message);
    print(kp::sandbox::credentialsJson(*credentials));
    return Stopped;
}

int serve(const kp::sandbox::Options &options)
{
    // Before anybody can read the line below and stop us.
    std::signal(SIGINT, askToStop);
    std::signal(SIGTERM, askToStop);
    kp::sandbox::Server server(options);
    const kp::Result<QUrl> url = server.start();
    if (!url)
        return fail(CanNotStart, url.fault().message);
    print("listening on " + url->toEncoded() + '\n');

    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, [] {
        if (stopAsked)
            QCoreApplication::quit();
    });
    constexpr int watchMs = 100;
    watch.start(watchMs);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(u"kaipiao-sandbox"_s);
    QCoreApplication::setApplicationVersion(QString::fromLatin1(KP_VERSION));

    QCommandLineParser parser;
    parser.setApplicationDescription(u"A tax platform to practise on: issues nothing real."_s);
    const QCommandLineOption help({u"h"_s, u"help"_s}, u"Shows this text."_s);
    const QCommandLineOption listen(
        u"listen"_s, u"Loopback address and port to serve on; port 0: any free one."_s, u"127.0.0.1:PORT"_s);
    const QCommandLineOption data(u"data"_s, u"Folder of this platform's state; made when missing."_s, u"DIR"_s);
    const QCommandLineOption relax(u"relax-throttle"_s, u"Lets CXSXED be asked more than once an hour."_s);
    const QCommandLineOption latency(u"latency"_s, u"Milliseconds added to every answer."_s, u"MS"_s, u"0"_s);
    const QCommandLineOption credentials(u"print-credentials"_s,
        u"Prints the practice companies as JSON and exits; also while a server runs on DIR. The address is that of"
        " --listen, else that of the running server."_s);
    parser.addOptions({help, listen, data, relax, latency, credentials});
    parser.addVersionOption();
    if (!parser.parse(QCoreApplication::arguments()) || !parser.positionalArguments().isEmpty())
        return fail(WrongArguments, parser.errorText().isEmpty() ? u"unexpected argument"_s : parser.errorText());
    if (parser.isSet(help)) {
        print(parser.helpText().toUtf8() + kp::sandbox::controlHelp);
        return Stopped;
    }
    if (parser.isSet(u"version"_s)) {
        print(QByteArray("kaipiao-sandbox ") + KP_VERSION + '\n');
        return Stopped;
    }

    if (!parser.isSet(data))
        return fail(WrongArguments, u"--data DIR is missing"_s);
    const auto endpoint = parser.isSet(listen) ? endpointOf(parser.value(listen)) : std::nullopt;
    if (parser.isSet(listen) && !endpoint)
        return fail(WrongArguments, u"--listen takes a loopback address and a port, such as 127.0.0.1:8700"_s);
    bool latencyOk = false;
    const int latencyMs = parser.value(latency).toInt(&latencyOk);
    if (!latencyOk || latencyMs < 0)
        return fail(WrongArguments, u"--latency takes a number of milliseconds"_s);

    if (parser.isSet(credentials))
        return printCredentials(parser.value(data), endpoint);
    kp::sandbox::Options options{.dataDir = parser.value(data)};
    if (endpoint) {
        options.address = endpoint->address;
        options.port = endpoint->port;
    }
    options.throttleQuotaQuery = !parser.isSet(relax);
    options.latencyMs = latencyMs;
    return serve(options);
}
