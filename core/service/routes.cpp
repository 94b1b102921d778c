// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/service/routes.h"

#include <QCoro/QCoroFuture>

#include <QCoreApplication>

namespace kp::service
{

namespace
{
struct RoutesText {
    Q_DECLARE_TR_FUNCTIONS(Routes)
};

/// A clerk knows connections and keys, not the place where they are kept.
Fault withoutKey(const Connection &connection, const Fault &why)
{
    const QString detail = why.detail.isEmpty() ? why.message : why.message + QStringLiteral(" | ") + why.detail;
    return {why.kind,
        RoutesText::tr(
            "The API key of the connection %1 can not be had: %2 Nothing can be sent without it; if it is lost, "
            "enter it "
            "again.")
            .arg(connection.platformId, why.message),
        detail};
}
} // namespace

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
        const Result<Secret> key = co_await m_secrets.read(name);
        if (!key.ok())
            co_return withoutKey(connection, key.fault());
        m_keys.insert(name, *key);
    }
    const Route route{url(connection), connection.platformId, company.platformId, company.party.taxNumber,
        m_keys.value(name), connection.pollSeconds};
    co_return route;
}

} // namespace kp::service
