// SPDX-License-Identifier: GPL-3.0-or-later
// Buyers a company has issued to before, for the auto-complete of the issuing page.
#pragma once

#include "core/domain/ids.h"
#include "core/domain/party.h"
#include "core/store/insert.h"

namespace kp::store
{

struct Customer {
    CustomerId id;
    CompanyId company;
    Party party;
    QString email;
    bool naturalPerson = false;
    qint64 lastUsedMs = 0;
};

class CustomerStore
{
public:
    explicit CustomerStore(Database &database);

    /// Adds the buyers or brings them up to date (same company, name and tax number); id is ignored.
    Outcome remember(const QList<Customer> &customers);
    /// Those whose name or tax number contains the text (case and full-width forms do not matter), last used first.
    [[nodiscard]] Result<QList<Customer>> suggest(CompanyId company, const QString &text, int limit);

private:
    Database &m_database;
    Insert m_insert;
};

} // namespace kp::store
