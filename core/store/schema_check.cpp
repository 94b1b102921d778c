// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/schema_check.h"

#include "core/store/storage_fault.h"
#include "core/store/texts.h"

#include <QMap>

#include <sqlite3.h>

#include <memory>

namespace kp::store
{

namespace
{
/// "trigger invoice_kept" and the SQL that makes it.
using Objects = QMap<QString, QString>;

// What SQLite makes for itself (indexes of UNIQUE columns, statistics) has names that begin with sqlite_.
constexpr const char *objectsSql =
    "SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_master WHERE name NOT GLOB 'sqlite_*'";

/// What the migrations and the views of this program make.
Result<Objects> shippedObjects()
{
    sqlite3 *opened = nullptr;
    const int status = sqlite3_open(":memory:", &opened);
    const std::unique_ptr<sqlite3, decltype(&sqlite3_close)> handle(opened, sqlite3_close);
    if (status != SQLITE_OK)
        return storageFault(opened, status, QStringLiteral(":memory:"));
    KP_TRY(version, migrate(opened, {}, shippedMigrations()));
    Q_UNUSED(version)
    KP_DO(recreateViews(opened));
    Objects objects;
    const auto note = [](void *context, int, char **values, char **) {
        static_cast<Objects *>(context)->insert(QString::fromUtf8(values[0]), QString::fromUtf8(values[1]));
        return 0;
    };
    if (const int read = sqlite3_exec(opened, objectsSql, note, &objects, nullptr); read != SQLITE_OK)
        return storageFault(opened, read, QString::fromLatin1(objectsSql));
    return objects;
}
} // namespace

Result<QStringList> schemaFlaws(Database &database)
{
    KP_TRY(shipped, shippedObjects());
    Objects found;
    KP_DO(database.prepared(QString::fromLatin1(objectsSql)).each([&](const Row &row) {
        found.insert(row.text(0), row.text(1));
    }));
    QStringList flaws;
    for (auto it = shipped.cbegin(); it != shipped.cend(); ++it) {
        const auto here = found.constFind(it.key());
        if (here == found.cend())
            flaws.append(StoreText::tr("%1 is missing").arg(it.key()));
        else if (*here != *it)
            flaws.append(StoreText::tr("%1 is not as this program makes it").arg(it.key()));
    }
    for (auto it = found.cbegin(); it != found.cend(); ++it)
        if (!shipped.contains(it.key()))
            flaws.append(StoreText::tr("%1 was added by another hand").arg(it.key()));
    return flaws;
}

} // namespace kp::store
