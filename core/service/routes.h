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
    /// Faults: NotFound (no such company), or why the key of its connection can not be had: NotFound, Denied, Storage.
    QCoro::Task<Result<Route>> find(CompanyId company);
    /// The key of this name has been entered anew.
    void forgetKey(const QString &secretName) { m_keys.remove(secretName); }
    /// The connection's actual address.
    [[nodiscard]] QString url(const Connection &connection) const;

private:
    store::Stores &m_stores;
    SecretStore &m_secrets;
    QString m_embeddedUrl;
    QHash<QString, Secret> m_keys; ///< by secret name; read once a run
};

} // namespace kp::service
