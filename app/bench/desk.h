// SPDX-License-Identifier: GPL-3.0-or-later
// A desk to measure with: the real store, services and client, without a window.
#pragma once

#include "app/bench/practice.h"
#include "core/net/http/http_client.h"
#include "core/net/leqi/leqi_platform.h"
#include "core/service/services.h"

#include <QCoro/QCoroTask>

#include <QHash>

#include <memory>

namespace kp::bench
{

/// Keys for one run.
class MemorySecrets final : public SecretStore
{
public:
    QFuture<Result<Secret>> read(const QString &name) override;
    QFuture<Outcome> write(const QString &name, const Secret &secret) override;
    QFuture<Outcome> remove(const QString &name) override;

private:
    QHash<QString, Secret> m_secrets;
};

class Desk
{
public:
    /// Opens the database, makes it when it is not there. Faults: as Database::openWriter.
    static Result<std::unique_ptr<Desk>> open(const QString &path);
    /// The first start of a new database: an administrator, the company with what the platform says of it, and numbers
    /// and credit for so many drafts.
    QCoro::Task<Outcome> setUp(sandbox::Credential credential, QList<InvoiceDraft> drafts);
    /// Knows an administrator and company set up in an earlier run.
    Outcome resume(const sandbox::Credential &credential);

    [[nodiscard]] service::Services &services() { return *m_services; }
    [[nodiscard]] store::Stores &stores() { return *m_stores; }
    [[nodiscard]] LeqiPlatform &platform() { return m_platform; }
    [[nodiscard]] const Actor &actor() const { return m_actor; }
    [[nodiscard]] CompanyId company() const { return m_company; }

private:
    Desk() = default;

    SystemClock m_clock;
    std::unique_ptr<store::Database> m_database;
    std::unique_ptr<store::Stores> m_stores;
    MemorySecrets m_secrets;
    HttpClient m_http;
    LeqiPlatform m_platform{m_http};
    std::unique_ptr<service::Services> m_services;
    Actor m_actor;
    CompanyId m_company;
};

/// Drafts of five lines to five hundred buyers; each run of the same size gives the same.
QList<InvoiceDraft> drafts(int count);

/// A copy of a closed database. Fault: Storage.
Outcome copyDatabase(const QString &from, const QString &to);

} // namespace kp::bench
