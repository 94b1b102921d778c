// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/classification_store.h"

#include "core/store/setting_store.h"

namespace kp::store
{

namespace
{
QString markKey()
{
    return QStringLiteral("classification.mark");
}
} // namespace

Outcome ClassificationStore::merge(const ClassificationUpdate &update)
{
    Transaction transaction(m_database);
    Query &query = m_database.prepared(
        QStringLiteral("INSERT INTO classification (code, name, short_name, rates, summary, description) VALUES (?, ?, "
                       "?, ?, ?, ?) ON CONFLICT DO UPDATE SET name = excluded.name, short_name = excluded.short_name, "
                       "rates = excluded.rates, summary = excluded.summary, description = excluded.description"));
    for (const Classification &row : update.rows)
        KP_DO(query.with(row.code, row.name, row.shortName, row.rates, row.summary, row.description).run());
    KP_DO(SettingStore(m_database).setValue(markKey(), update.mark));
    return transaction.commit();
}

Result<QString> ClassificationStore::mark()
{
    return SettingStore(m_database).value(markKey());
}

Result<QList<Classification>> ClassificationStore::all()
{
    return m_database
        .prepared(QStringLiteral(
            "SELECT code, name, short_name, rates, summary, description FROM classification ORDER BY code"))
        .all([](const Row &row) {
            return Classification{row.text(0), row.text(1), row.text(2), row.text(3), row.flag(4), row.text(5)};
        });
}

} // namespace kp::store
