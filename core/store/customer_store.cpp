// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customer_store.h"

#include "core/base/clock.h"
#include "core/store/record_store.h"

#include <QHash>

#include <utility>

namespace kp::store
{

namespace
{
constexpr const char *filled[] = {"address", "phone", "bank", "account", "email"};

/// What becomes of a buyer that is a customer already.
QString mergeClause()
{
    QStringList parts{QStringLiteral("last_used_ms = excluded.last_used_ms, turn = excluded.turn, "
                                     "naturalPerson = iif(changedBy = '', excluded.naturalPerson, naturalPerson)")};
    for (const char *column : filled)
        parts.append(QStringLiteral("%1 = iif(excluded.%1 <> '' AND (changedBy = '' OR %1 = ''), excluded.%1, %1)")
                         .arg(QLatin1StringView(column)));
    return QStringLiteral("ON CONFLICT DO UPDATE SET ") + parts.join(QStringLiteral(", "));
}
} // namespace

CustomerStore::CustomerStore(Database &database)
    : m_database(database)
    , m_insert(database,
          QStringLiteral("customer (turn, last_used_ms, company, kind, name, taxNumber, naturalPerson, code, category, "
                         "address, phone, bank, account, contact, email, revision, changedBy, changedAt)"),
          18, mergeClause())
{
}

Outcome CustomerStore::remember(const QList<Customer> &buyers, qint64 atMs)
{
    // A batch often has a buyer many times.
    QHash<std::pair<qint64, std::pair<QStringView, QStringView>>, qsizetype> places;
    QList<const Customer *> different;
    for (const Customer &buyer : buyers) {
        const Party &party = buyer.party;
        qsizetype &place = places[{buyer.company.value(), {party.name, party.taxNumber}}];
        if (place == 0) { // the places count from 1
            different.append(&buyer);
            place = different.size();
        }
        different[place - 1] = &buyer;
    }
    Transaction transaction(m_database);
    KP_TRY(turn, nextRecordTurn(m_database));
    const QString stamp = Clock::stamp(Clock::chinaTime(atMs));
    const QString none = QStringLiteral("");
    KP_DO(m_insert.rows(different.size(), [&](RowBinder bind, qsizetype i) {
        const Customer &buyer = *different[i];
        const Party &party = buyer.party;
        bind(turn, atMs, buyer.company, code(buyer.naturalPerson ? PartyKind::Person : buyer.kind), party.name,
            party.taxNumber, buyer.naturalPerson, none, none, party.address, party.phone, party.bank, party.account,
            none, buyer.email, 1, none, stamp);
    }));
    for (const Customer *buyer : different)
        if (!buyer->email.isEmpty()) {
            KP_TRY(id, m_database
                           .prepared(QStringLiteral(
                               "SELECT id FROM customer WHERE company = ? AND name = ? AND taxNumber = ?"))
                           .with(buyer->company, buyer->party.name, buyer->party.taxNumber)
                           .first([](const Row &row) { return row.id<CustomerId>(0); }));
            KP_DO(rememberEmail(id.value_or(CustomerId()), buyer->email, atMs));
        }
    return transaction.commit();
}

Result<QStringList> CustomerStore::taxNumbers(CompanyId company, const QString &name, CustomerId upTo)
{
    return m_database
        .prepared(QStringLiteral("SELECT taxNumber FROM customer WHERE company = ? AND name = ? AND id <= ? "
                                 "ORDER BY last_used_ms DESC, id"))
        .with(company, name, upTo)
        .all([](const Row &row) { return row.text(0); });
}

Outcome CustomerStore::rememberEmail(CustomerId customer, const QString &email, qint64 atMs)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral("INSERT INTO customer_email (customer, email, last_used_ms) VALUES (?, ?, ?) "
                                       "ON CONFLICT DO UPDATE SET last_used_ms = excluded.last_used_ms"))
              .with(customer, email, atMs)
              .run());
    return transaction.commit();
}

Result<QStringList> CustomerStore::emails(CustomerId customer)
{
    return m_database
        .prepared(
            QStringLiteral("SELECT email FROM customer_email WHERE customer = ? ORDER BY last_used_ms DESC, email"))
        .with(customer)
        .all([](const Row &row) { return row.text(0); });
}

} // namespace kp::store
