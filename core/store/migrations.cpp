// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/migrations.h"

#include "core/base/files.h"
#include "core/store/storage_fault.h"
#include "core/store/texts.h"

#include <QDir>
#include <QFile>

#include <sqlite3.h>

static void loadResources()
{
    Q_INIT_RESOURCE(store); // a static library's resources do not load by themselves
}

namespace kp::store
{

namespace
{
constexpr int applicationId = 0x4B504941; // "KPIA": what file(1) and we recognise the file by
constexpr qint64 scriptLimit = 1 << 20;

Result<int> pragma(sqlite3 *handle, const char *name)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray sql = QByteArray("PRAGMA ") + name;
    int status = sqlite3_prepare_v2(handle, sql.constData(), -1, &statement, nullptr);
    int value = 0;
    if (status == SQLITE_OK) {
        status = sqlite3_step(statement);
        value = sqlite3_column_int(statement, 0);
    }
    sqlite3_finalize(statement);
    if (status != SQLITE_ROW)
        return storageFault(handle, status, QString::fromLatin1(sql));
    return value;
}

/// VACUUM INTO gives a whole and consistent copy, whatever still stands in the write-ahead log.
Outcome keepCopy(sqlite3 *handle, const QString &copy)
{
    QFile::remove(copy);
    sqlite3_stmt *statement = nullptr;
    int status = sqlite3_prepare_v2(handle, "VACUUM INTO ?", -1, &statement, nullptr);
    if (status == SQLITE_OK) {
        const QByteArray utf8 = copy.toUtf8();
        sqlite3_bind_text(statement, 1, utf8.constData(), static_cast<int>(utf8.size()), SQLITE_STATIC);
        status = sqlite3_step(statement);
    }
    const Fault fault = storageFault(handle, status, copy);
    sqlite3_finalize(statement);
    if (status == SQLITE_DONE)
        return Done{};
    QFile::remove(copy);
    return fault;
}

Outcome apply(sqlite3 *handle, const Migration &migration)
{
    const QString script = QStringLiteral("BEGIN IMMEDIATE;\n%1\nPRAGMA application_id = %2;\nPRAGMA user_version = %3;"
                                          "\nCOMMIT;")
                               .arg(migration.sql)
                               .arg(applicationId)
                               .arg(migration.number);
    const Outcome done = execute(handle, script);
    if (!done.ok() && sqlite3_get_autocommit(handle) == 0)
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}
} // namespace

Outcome execute(sqlite3 *handle, const QString &sql)
{
    const int status = sqlite3_exec(handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr);
    if (status != SQLITE_OK)
        return storageFault(handle, status, sql.left(200));
    return Done{};
}

QList<Migration> shippedMigrations()
{
    loadResources();
    QList<Migration> migrations;
    const QDir folder(QStringLiteral(":/store/migrations"));
    const QStringList names = folder.entryList(QDir::Files, QDir::Name); // 0001_ground.sql, 0002_…
    for (const QString &name : names)
        if (const auto script = readFile(folder.filePath(name), scriptLimit))
            migrations.append({name.left(4).toInt(), QString::fromUtf8(*script)});
    return migrations;
}

Result<int> fileVersion(sqlite3 *handle)
{
    KP_TRY(id, pragma(handle, "application_id"));
    KP_TRY(version, pragma(handle, "user_version"));
    KP_TRY(schema, pragma(handle, "schema_version")); // 0 in a file that holds nothing yet
    const bool empty = id == 0 && version == 0 && schema == 0;
    if (!empty && id != applicationId)
        return Fault{FaultKind::Invalid, StoreText::tr("This file is a database of another program."),
            QStringLiteral("application_id %1").arg(id)};
    return version;
}

Result<int> migrate(sqlite3 *handle, const QString &path, const QList<Migration> &migrations)
{
    KP_TRY(version, fileVersion(handle));
    const int newest = migrations.isEmpty() ? 0 : migrations.last().number;
    if (version > newest)
        return Fault{FaultKind::Invalid,
            StoreText::tr("The database was written by a newer version of this program. Install that version."),
            QStringLiteral("file version %1, program version %2").arg(version).arg(newest)};
    if (version > 0 && version < newest)
        KP_DO(keepCopy(handle, QStringLiteral("%1.v%2.bak").arg(path).arg(version)));
    for (const Migration &migration : migrations) {
        if (migration.number <= version)
            continue;
        KP_DO(apply(handle, migration));
        version = migration.number;
    }
    return version;
}

Outcome recreateViews(sqlite3 *handle)
{
    loadResources();
    KP_TRY(script, readFile(QStringLiteral(":/store/views.sql"), scriptLimit));
    const Outcome done =
        execute(handle, QStringLiteral("BEGIN IMMEDIATE;\n%1\nCOMMIT;").arg(QString::fromUtf8(script)));
    if (!done.ok() && sqlite3_get_autocommit(handle) == 0)
        sqlite3_exec(handle, "ROLLBACK", nullptr, nullptr, nullptr);
    return done;
}

} // namespace kp::store
