// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/customer_store.h"

#include "core/store/search_text.h"

#include <QHash>

#include <utility>

namespace kp::store
{

CustomerStore::CustomerStore(Database &database)
    : m_database(database)
    , m_insert(database,
          QStringLiteral("customer (company, name, tax_number, address, phone, bank, account, email, natural_person, "
                         "search, last_used_ms)"),
          11,
          QStringLiteral("ON CONFLICT DO UPDATE SET address = excluded.address, phone = excluded.phone, "
                         "bank = excluded.bank, account = excluded.account, email = excluded.email, "
                         "natural_person = excluded.natural_person, last_used_ms = excluded.last_used_ms"))
{
}

Outcome CustomerStore::remember(const QList<Customer> &customers)
{
    // A batch often has a buyer many times.
    QHash<std::pair<qint64, std::pair<QStringView, QStringView>>, qsizetype> places;
    QList<const Customer *> different;
    for (const Customer &customer : customers) {
        const Party &party = customer.party;
        qsizetype &place = places[{customer.company.value(), {party.name, party.taxNumber}}];
        if (place == 0) { // the places count from 1
            different.append(&customer);
            place = different.size();
        }
        different[place - 1] = &customer;
    }
    Transaction transaction(m_database);
    KP_DO(m_insert.rows(different.size(), [&](RowBinder bind, qsizetype i) {
        const Customer &customer = *different[i];
        const Party &party = customer.party;
        bind(customer.company, party.name, party.taxNumber, party.address, party.phone, party.bank, party.account,
            customer.email, customer.naturalPerson,
            QString(foldForSearch(party.name) + u'\n' + foldForSearch(party.taxNumber)), customer.lastUsedMs);
    }));
    return transaction.commit();
}

Result<QList<Customer>> CustomerStore::suggest(CompanyId company, const QString &text, int limit)
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT id, company, name, tax_number, address, phone, bank, account, email, natural_person, last_used_ms "
            "FROM customer WHERE company = ? AND instr(search, ?) > 0 ORDER BY last_used_ms DESC, id DESC LIMIT ?"))
        .with(company, foldForSearch(text), limit)
        .all([](const Row &row) {
            return Customer{row.id<CustomerId>(0), row.id<CompanyId>(1),
                {row.text(2), row.text(3), row.text(4), row.text(5), row.text(6), row.text(7)}, row.text(8),
                row.flag(9), row.whole(10)};
        });
}

} // namespace kp::store
