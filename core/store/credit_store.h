// SPDX-License-Identifier: GPL-3.0-or-later
// 授信额度: the credit downloaded from the platform, by company and month, and what of it is used.
#pragma once

#include "core/domain/company.h"
#include "core/store/database.h"

namespace kp::store
{

struct MonthCredit {
    CompanyId company;
    QString month; ///< yyyyMM
    Money downloaded;
    Money used;
    Money givenBack; ///< to the platform
    CreditValidity validity;

    [[nodiscard]] Money available() const { return downloaded - used - givenBack; }
};

class CreditStore
{
public:
    explicit CreditStore(Database &database)
        : m_database(database)
    {
    }

    /// Adds downloaded credit to a month. @param month any day of it
    Outcome addDownload(CompanyId company, QDate month, Money amount, const CreditValidity &validity);
    /// Credit that went back to the platform. Fault: Conflict when so much is not available.
    Outcome addGivenBack(CompanyId company, QDate month, Money amount);
    Outcome setValidity(CompanyId company, QDate month, const CreditValidity &validity);
    /// Uses credit for an invoice of that day: of the oldest month that is valid on it and has enough. Gives the month
    /// (yyyyMM) that release() wants. Fault: Conflict when there is none.
    Result<QString> charge(CompanyId company, QDate day, Money amount);
    /// The invoice was refused: its credit is available again. Fault: Conflict when so much is not in use.
    Outcome release(CompanyId company, const QString &month, Money amount);
    /// The month from which charge() took so much on that day, as far as it can still be told; empty when none is left
    /// with so much in use.
    [[nodiscard]] Result<QString> monthCharged(CompanyId company, QDate day, Money amount);
    /// What may be used on that day, over all months valid then.
    [[nodiscard]] Result<Money> available(CompanyId company, QDate day);
    [[nodiscard]] Result<QList<MonthCredit>> months(CompanyId company);

private:
    Database &m_database;
};

} // namespace kp::store
