// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/routes.h"

#include <QCoro/QCoroFuture>

namespace kp::service
{

QString Routes::url(const Connection &connection) const
{
    return connection.isEmbedded() ? m_embeddedUrl : connection.url;
}

QCoro::Task<Result<Route>> Routes::find(CompanyId id)
{
    KP_CO_TRY(company, m_stores.companies.company(id));
    KP_CO_TRY(connection, m_stores.companies.connection(company.connection));
    const QString name = connection.secretName();
    if (!m_keys.contains(name)) {
        KP_CO_TRY(key, co_await m_secrets.read(name));
        m_keys.insert(name, key);
    }
    const Route route{url(connection), connection.platformId, company.platformId, company.party.taxNumber,
        m_keys.value(name), connection.pollSeconds};
    co_return route;
}

} // namespace kp::service
