// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/credit_store.h"

#include "core/store/texts.h"

namespace kp::store
{

namespace
{
QString monthOf(QDate day)
{
    return day.toString(QStringLiteral("yyyyMM"));
}

QString dayText(QDate day)
{
    return day.toString(Qt::ISODate);
}

MonthCredit creditOf(const Row &row)
{
    return {row.id<CompanyId>(0), row.text(1), row.money(2), row.money(3), row.money(4),
        {QDate::fromString(row.text(5), Qt::ISODate), QDate::fromString(row.text(6), Qt::ISODate)}};
}

Outcome checkPositive(Money amount)
{
    if (!amount.isNegative())
        return Done{};
    return Fault{FaultKind::Internal, StoreText::tr("An amount of credit can not be negative."), amount.toString()};
}
} // namespace

Outcome CreditStore::addDownload(CompanyId company, QDate month, Money amount, const CreditValidity &validity)
{
    KP_DO(checkPositive(amount));
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "INSERT INTO credit_month (company, month, downloaded, used, given_back, valid_from, valid_to) "
                  "VALUES (?, ?, ?, 0, 0, ?, ?) ON CONFLICT DO UPDATE SET downloaded = downloaded + "
                  "excluded.downloaded, valid_from = excluded.valid_from, valid_to = excluded.valid_to"))
              .with(company, monthOf(month), amount, dayText(validity.from), dayText(validity.to))
              .run());
    return transaction.commit();
}

Outcome CreditStore::addGivenBack(CompanyId company, QDate month, Money amount)
{
    KP_DO(checkPositive(amount));
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral("UPDATE credit_month SET given_back = given_back + ?1 WHERE company = ?2 AND "
                                       "month = ?3 AND downloaded - used - given_back >= ?1"))
              .with(amount, company, monthOf(month))
              .runOr({FaultKind::Conflict,
                  StoreText::tr("There is not so much unused credit of %1 to give back.").arg(monthOf(month))}));
    return transaction.commit();
}

Outcome CreditStore::setValidity(CompanyId company, QDate month, const CreditValidity &validity)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "UPDATE credit_month SET valid_from = ?, valid_to = ? WHERE company = ? AND month = ?"))
              .with(dayText(validity.from), dayText(validity.to), company, monthOf(month))
              .runOr({FaultKind::NotFound, StoreText::tr("No credit of %1 has been downloaded.").arg(monthOf(month))}));
    return transaction.commit();
}

Result<QString> CreditStore::charge(CompanyId company, QDate day, Money amount)
{
    KP_DO(checkPositive(amount));
    Transaction transaction(m_database);
    KP_TRY(month, m_database
                      .prepared(QStringLiteral("SELECT month FROM credit_month WHERE company = ?1 AND valid_from <= ?2 "
                                               "AND valid_to >= ?2 AND downloaded - used - given_back >= ?3 "
                                               "ORDER BY month LIMIT 1"))
                      .with(company, dayText(day), amount)
                      .first([](const Row &row) { return row.text(0); }));
    if (!month) {
        KP_TRY(left, available(company, day));
        return Fault{FaultKind::Conflict, StoreText::tr("The credit does not suffice: %1 is needed, %2 is left.")
                                              .arg(amount.toGrouped(), left.toGrouped())};
    }
    KP_DO(m_database.prepared(QStringLiteral("UPDATE credit_month SET used = used + ? WHERE company = ? AND month = ?"))
              .with(amount, company, *month)
              .run());
    KP_DO(transaction.commit());
    return *month;
}

Outcome CreditStore::release(CompanyId company, const QString &month, Money amount)
{
    KP_DO(checkPositive(amount));
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral("UPDATE credit_month SET used = used - ?1 WHERE company = ?2 AND month = ?3 AND "
                                       "used >= ?1"))
              .with(amount, company, month)
              .runOr({FaultKind::Conflict, StoreText::tr("There is not so much credit of %1 in use.").arg(month)}));
    return transaction.commit();
}

Result<QString> CreditStore::monthCharged(CompanyId company, QDate day, Money amount)
{
    KP_TRY(month, m_database
                      .prepared(QStringLiteral("SELECT month FROM credit_month WHERE company = ?1 AND valid_from <= ?2 "
                                               "AND valid_to >= ?2 AND used >= ?3 ORDER BY month LIMIT 1"))
                      .with(company, dayText(day), amount)
                      .first([](const Row &row) { return row.text(0); }));
    if (month)
        return *month;
    // Its validity may have been moved since: then that of the day itself.
    KP_TRY(own,
        m_database
            .prepared(QStringLiteral("SELECT month FROM credit_month WHERE company = ? AND month = ? AND used >= ?"))
            .with(company, monthOf(day), amount)
            .first([](const Row &row) { return row.text(0); }));
    return own.value_or(QString());
}

Result<Money> CreditStore::available(CompanyId company, QDate day)
{
    KP_TRY(sum, m_database
                    .prepared(QStringLiteral("SELECT coalesce(sum(downloaded - used - given_back), 0) FROM "
                                             "credit_month WHERE company = ?1 AND valid_from <= ?2 AND valid_to >= ?2"))
                    .with(company, dayText(day))
                    .first([](const Row &row) { return row.money(0); }));
    return sum.value_or(Money());
}

Result<QList<MonthCredit>> CreditStore::months(CompanyId company)
{
    return m_database
        .prepared(QStringLiteral("SELECT company, month, downloaded, used, given_back, valid_from, valid_to FROM "
                                 "credit_month WHERE company = ? ORDER BY month"))
        .with(company)
        .all(creditOf);
}

} // namespace kp::store
