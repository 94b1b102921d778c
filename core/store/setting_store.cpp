// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/setting_store.h"

namespace kp::store
{

Result<QString> SettingStore::value(const QString &key, const QString &otherwise)
{
    KP_TRY(found, m_database.prepared(QStringLiteral("SELECT value FROM setting WHERE key = ?"))
                      .with(key)
                      .first([](const Row &row) { return row.text(0); }));
    return found.value_or(otherwise);
}

Outcome SettingStore::setValue(const QString &key, const QString &value)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value"))
              .with(key, value)
              .run());
    return transaction.commit();
}

} // namespace kp::store
