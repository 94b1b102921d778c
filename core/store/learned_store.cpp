// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/learned_store.h"

namespace kp::store
{

Outcome LearnedStore::put(CompanyId company, const QString &folded, const LearnedCode &learned, UserId by, qint64 atMs)
{
    Transaction transaction(m_database);
    KP_DO(m_database
              .prepared(QStringLiteral(
                  "INSERT INTO learned_classification (company, folded, item, code, person, learned_ms) VALUES (?, ?, "
                  "?, ?, ?, ?) ON CONFLICT DO UPDATE SET item = excluded.item, code = excluded.code, person = "
                  "excluded.person, learned_ms = excluded.learned_ms WHERE code <> excluded.code"))
              .with(company, folded, learned.item, learned.code, by, atMs)
              .run());
    return transaction.commit();
}

Result<QList<LearnedCode>> LearnedStore::newest(CompanyId company, int limit)
{
    return m_database
        .prepared(QStringLiteral("SELECT item, code FROM learned_classification WHERE company = ? ORDER BY learned_ms "
                                 "DESC, folded LIMIT ?"))
        .with(company, limit)
        .all([](const Row &row) {
            return LearnedCode{row.text(0), row.text(1)};
        });
}

} // namespace kp::store
