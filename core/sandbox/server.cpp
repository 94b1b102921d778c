// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/server.h"

#include "core/sandbox/data_folder.h"
#include "core/sandbox/http_listener.h"
#include "core/sandbox/platform.h"

#include <utility>

namespace kp::sandbox
{

using namespace Qt::StringLiterals;

/// In this order: the listener goes first, the lock of the folder last.
struct Server::Parts {
    explicit Parts(const QString &dataDir)
        : folder(dataDir)
    {
    }
    DataFolder folder;
    std::unique_ptr<Platform> platform;
    std::unique_ptr<HttpListener> listener;
};

Server::Server(Options options)
    : m_options(std::move(options))
{
}

Server::~Server()
{
    stop();
}

Result<QUrl> Server::start()
{
    stop();
    auto parts = std::make_unique<Parts>(m_options.dataDir);
    constexpr int lockWaitMs = 2000; // readCredentials holds the folder for a moment
    KP_DO(parts->folder.take(lockWaitMs));
    auto store = std::make_unique<Store>();
    KP_DO(store->open(parts->folder.storePath(), Store::Access::ReadWrite));
    KP_TRY(platform, Platform::make(std::move(store), {m_options.throttleQuotaQuery, m_options.latencyMs}));
    parts->platform = std::move(platform);
    parts->listener = std::make_unique<HttpListener>(
        [responder = parts->platform.get()](const HttpRequest &request) { return responder->answer(request); });
    KP_TRY(port, parts->listener->listen(m_options.address, m_options.port));

    QUrl url;
    url.setScheme(u"http"_s);
    url.setHost(m_options.address.toString());
    url.setPort(port);
    KP_DO(parts->folder.announce(url));
    m_credentials = credentialsIn(parts->platform->store(), url);
    m_parts = std::move(parts);
    return url;
}

void Server::stop()
{
    if (!m_parts)
        return;
    m_parts->folder.withdraw();
    m_parts.reset();
    m_credentials.clear();
}

} // namespace kp::sandbox
