// SPDX-License-Identifier: GPL-3.0-or-later
// The way to the platform for each company: addresses from the store, keys from the secret store.
#pragma once

#include "core/domain/company.h"
#include "core/domain/secret_store.h"
#include "core/store/stores.h"

#include <QCoro/QCoroTask>

#include <QHash>

namespace kp::service
{

class Routes
{
public:
    Routes(store::Stores &stores, SecretStore &secrets)
        : m_stores(stores)
        , m_secrets(secrets)
    {
    }

    /// Where the embedded practice platform listens in this run; its port changes with each start.
    void setEmbeddedUrl(const QString &url) { m_embeddedUrl = url; }
    /// Faults: NotFound (no such company, or no key is kept for its connection), Denied (the vault is locked).
    QCoro::Task<Result<Route>> find(CompanyId company);
    /// The connection's actual address.
    [[nodiscard]] QString url(const Connection &connection) const;

private:
    store::Stores &m_stores;
    SecretStore &m_secrets;
    QString m_embeddedUrl;
    QHash<QString, Secret> m_keys; ///< by secret name; read once a run
};

} // namespace kp::service
