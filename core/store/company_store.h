// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/company.h"
#include "core/store/database.h"
#include "core/store/scope.h"

namespace kp::store
{

class CompanyStore
{
public:
    explicit CompanyStore(Database &database)
        : m_database(database)
    {
    }

    /// Stores a new connection (id not valid) or changes a stored one. Fault: Conflict (platform id exists).
    Result<ConnectionId> save(const Connection &connection);
    /// Fault: Conflict (tax number exists).
    Result<CompanyId> save(const Company &company);
    /// Faults: NotFound.
    [[nodiscard]] Result<Connection> connection(ConnectionId id);
    [[nodiscard]] Result<Company> company(CompanyId id);
    [[nodiscard]] Result<std::optional<Company>> findByTaxNumber(const QString &taxNumber);
    [[nodiscard]] Result<QList<Connection>> connections();
    /// In the order of their names.
    [[nodiscard]] Result<QList<Company>> companies(const Scope &scope);
    /// Replaces the rates the platform allows.
    Outcome setRates(CompanyId company, const QList<UsableRate> &rates);
    [[nodiscard]] Result<QList<UsableRate>> rates(CompanyId company);
    /// Replaces what the platform allows of the margin scheme.
    Outcome setMarginCodes(CompanyId company, const QList<MarginCode> &codes);
    [[nodiscard]] Result<QList<MarginCode>> marginCodes(CompanyId company);

private:
    Database &m_database;
};

} // namespace kp::store
