// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/company_store.h"

#include "core/base/clock.h"
#include "core/store/texts.h"

namespace kp::store
{

namespace
{
Connection connectionOf(const Row &row)
{
    return {row.id<ConnectionId>(0), row.text(1), row.text(2), row.small(3)};
}

Company companyOf(const Row &row)
{
    return {row.id<CompanyId>(0), row.id<ConnectionId>(1), row.text(2),
        {row.text(3), row.text(4), row.text(5), row.text(6), row.text(7), row.text(8)},
        static_cast<TaxpayerKind>(row.small(9)), row.text(10), row.text(11), row.text(12), row.text(13), row.flag(14),
        row.isNull(15) ? QDateTime() : Clock::parseChinaTime(row.text(15))};
}

QVariant dayOrNull(QDate day)
{
    return day.isValid() ? QVariant(day.toString(Qt::ISODate)) : QVariant();
}

QDate dayOf(const Row &row, int column)
{
    return row.isNull(column) ? QDate() : QDate::fromString(row.text(column), Qt::ISODate);
}

Fault noCompany()
{
    return {FaultKind::NotFound, StoreText::tr("There is no such company.")};
}

Fault noConnection()
{
    return {FaultKind::NotFound, StoreText::tr("There is no such connection.")};
}

QString selectCompany(QStringView rest)
{
    return QStringLiteral(
        "SELECT id, connection, platform_id, name, tax_number, address, phone, bank, account, "
        "taxpayer_kind, authority, state_code, risk_class, alert, risk_marked, facts_at FROM company ")
        .append(rest);
}
} // namespace

Result<ConnectionId> CompanyStore::save(const Connection &connection)
{
    Transaction transaction(m_database);
    ConnectionId id = connection.id;
    if (id.isValid()) {
        KP_DO(m_database
                  .prepared(
                      QStringLiteral("UPDATE connection SET platform_id = ?, url = ?, poll_seconds = ? WHERE id = ?"))
                  .with(connection.platformId, connection.url, connection.pollSeconds, id)
                  .runOr(noConnection()));
    } else {
        Query &query = m_database.prepared(
            QStringLiteral("INSERT INTO connection (platform_id, url, poll_seconds) VALUES (?, ?, ?)"));
        KP_DO(query.with(connection.platformId, connection.url, connection.pollSeconds).run());
        id = ConnectionId(query.insertedId());
    }
    KP_DO(transaction.commit());
    return id;
}

Result<CompanyId> CompanyStore::save(const Company &company)
{
    Transaction transaction(m_database);
    const Party &party = company.party;
    const auto bindAll = [&](Query &query) -> Query & {
        return query.with(company.connection, company.platformId, party.name, party.taxNumber, party.address,
            party.phone, party.bank, party.account, static_cast<int>(company.taxpayerKind), company.authority,
            company.stateCode, company.riskClass, company.alert, company.riskMarked,
            company.factsAt.isValid() ? QVariant(Clock::stamp(company.factsAt)) : QVariant(),
            company.id.isValid() ? QVariant(qint64(company.id.value())) : QVariant());
    };
    CompanyId id = company.id;
    if (id.isValid()) {
        KP_DO(bindAll(m_database.prepared(QStringLiteral(
                          "UPDATE company SET connection = ?, platform_id = ?, name = ?, tax_number = ?, address = ?, "
                          "phone = ?, bank = ?, account = ?, taxpayer_kind = ?, authority = ?, state_code = ?, "
                          "risk_class = ?, alert = ?, risk_marked = ?, facts_at = ? WHERE id = ?")))
                  .runOr(noCompany()));
    } else {
        Query &query = m_database.prepared(QStringLiteral(
            "INSERT INTO company (connection, platform_id, name, tax_number, address, phone, bank, account, "
            "taxpayer_kind, authority, state_code, risk_class, alert, risk_marked, facts_at, id) VALUES (?, ?, ?, ?, "
            "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"));
        KP_DO(bindAll(query).run());
        id = CompanyId(query.insertedId());
    }
    KP_DO(transaction.commit());
    return id;
}

Result<Connection> CompanyStore::connection(ConnectionId id)
{
    KP_TRY(found,
        m_database.prepared(QStringLiteral("SELECT id, platform_id, url, poll_seconds FROM connection WHERE id = ?"))
            .with(id)
            .first(connectionOf));
    if (!found)
        return noConnection();
    return *found;
}

Result<Company> CompanyStore::company(CompanyId id)
{
    KP_TRY(found, m_database.prepared(selectCompany(u"WHERE id = ?")).with(id).first(companyOf));
    if (!found)
        return noCompany();
    return *found;
}

Result<std::optional<Company>> CompanyStore::findByTaxNumber(const QString &taxNumber)
{
    return m_database.prepared(selectCompany(u"WHERE tax_number = ?")).with(taxNumber).first(companyOf);
}

Result<QList<Connection>> CompanyStore::connections()
{
    return m_database.prepared(QStringLiteral("SELECT id, platform_id, url, poll_seconds FROM connection ORDER BY id"))
        .all(connectionOf);
}

Result<QList<Company>> CompanyStore::companies(const Scope &scope)
{
    KP_TRY(all, m_database.prepared(selectCompany(u"ORDER BY name, id")).all(companyOf));
    all.removeIf([&](const Company &company) { return !scope.sees(company.id); });
    return all;
}

Outcome CompanyStore::setRates(CompanyId company, const QList<UsableRate> &rates)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM usable_rate WHERE company = ?")).with(company).run());
    Query &query = m_database.prepared(QStringLiteral(
        "INSERT INTO usable_rate (company, position, rate, levy, valid_from, valid_to) VALUES (?, ?, ?, ?, ?, ?)"));
    int position = 0;
    for (const UsableRate &rate : rates)
        KP_DO(query
                  .with(company, ++position, rate.rate.millionths(), rate.levy, dayOrNull(rate.validFrom),
                      dayOrNull(rate.validTo))
                  .run());
    return transaction.commit();
}

Result<QList<UsableRate>> CompanyStore::rates(CompanyId company)
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT rate, levy, valid_from, valid_to FROM usable_rate WHERE company = ? ORDER BY position"))
        .with(company)
        .all([](const Row &row) {
            return UsableRate{TaxRate::fromMillionths(row.small(0)), row.flag(1), dayOf(row, 2), dayOf(row, 3)};
        });
}

Outcome CompanyStore::setMarginCodes(CompanyId company, const QList<MarginCode> &codes)
{
    Transaction transaction(m_database);
    KP_DO(m_database.prepared(QStringLiteral("DELETE FROM margin_code WHERE company = ?")).with(company).run());
    Query &query = m_database.prepared(QStringLiteral("INSERT OR REPLACE INTO margin_code (company, code, net, "
                                                      "net_special, gross_special, rates) VALUES (?, ?, ?, ?, ?, ?)"));
    for (const MarginCode &code : codes) {
        QStringList rates;
        for (const TaxRate rate : code.rates)
            rates.append(QString::number(rate.millionths()));
        KP_DO(query.with(company, code.code, code.net, code.netSpecial, code.grossSpecial, rates.join(u',')).run());
    }
    return transaction.commit();
}

Result<QList<MarginCode>> CompanyStore::marginCodes(CompanyId company)
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT code, net, net_special, gross_special, rates FROM margin_code WHERE company = ? ORDER BY code"))
        .with(company)
        .all([](const Row &row) {
            MarginCode code{row.text(0), row.flag(1), row.flag(2), row.flag(3), {}};
            const QStringList rates = row.text(4).split(u',', Qt::SkipEmptyParts);
            for (const QString &rate : rates)
                code.rates.append(TaxRate::fromMillionths(rate.toInt()));
            return code;
        });
}

} // namespace kp::store
