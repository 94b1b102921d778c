// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/record_store.h"
#include "core/store/storage_fault.h"

namespace kp::store
{

Result<qint64> nextRecordTurn(Database &database)
{
    Transaction transaction(database);
    KP_DO(database.prepared(QStringLiteral("UPDATE record_turn SET turn = turn + 1"))
              .runOr(mistake(QStringLiteral("record_turn is empty"))));
    KP_TRY(turn, lastRecordTurn(database));
    KP_DO(transaction.commit());
    return turn;
}

Result<qint64> lastRecordTurn(Database &database)
{
    KP_TRY(turn, database.prepared(QStringLiteral("SELECT turn FROM record_turn")).first([](const Row &row) {
        return row.whole(0);
    }));
    return turn.value_or(0);
}

Result<qint64> lastRecordId(Database &database, const QString &table)
{
    KP_TRY(last, database.prepared(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = ?"))
                     .with(table)
                     .first([](const Row &row) { return row.whole(0); }));
    return last.value_or(0);
}

} // namespace kp::store
