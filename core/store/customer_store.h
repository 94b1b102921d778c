// SPDX-License-Identifier: GPL-3.0-or-later
// What issuing knows of customers beside their records: who was issued to last, and where the invoices went.
#pragma once

#include "core/domain/records.h"
#include "core/store/insert.h"

namespace kp::store
{

class CustomerStore
{
public:
    explicit CustomerStore(Database &database);

    /// Invoices were issued to them at that moment: new ones become customers. Of a known one (same company, name and
    /// tax number) what was empty is filled in; what a person has entered stays, what the program itself has put there
    /// follows the last invoice. Ids and stamps are ignored.
    Outcome remember(const QList<Customer> &buyers, qint64 atMs);
    /// Of the customers of that name, the one last issued to first. @param upTo the last one that is looked at
    [[nodiscard]] Result<QStringList> taxNumbers(CompanyId company, const QString &name, CustomerId upTo);
    /// An address of a customer was entered or used.
    Outcome rememberEmail(CustomerId customer, const QString &email, qint64 atMs);
    /// 历史邮箱: last used first.
    [[nodiscard]] Result<QStringList> emails(CustomerId customer);

private:
    Database &m_database;
    Insert m_insert;
};

} // namespace kp::store
